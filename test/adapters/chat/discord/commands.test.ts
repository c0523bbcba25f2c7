import { describe, expect, it } from "vitest";
import { defineCommands } from "../../../../adapters/chat/discord/definition.ts";
import type { Reply } from "../../../../src/ports/command.ts";
import { checkCommands } from "../../../fakes/discord/command-form.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { messageWith, never, openStage, sample, sendOf, sent, specs, type Stage } from "./stage.ts";

const puts = (stage: Stage): number => stage.fake.requests.filter(({ method }) => method === "PUT").length;
const callbacks = (stage: Stage): number =>
  stage.fake.requests.filter(({ path }) => path.endsWith("/callback")).length;

/** Discord does not answer what the application is. */
function hideApplication(stage: Stage): void {
  stage.fake.script({ path: "/applications/@me", times: 9, trouble: { kind: "status", status: 500 } });
}

/** A reply that a test gives when it wants to. */
function held(): { run: () => Promise<Reply>; give: (reply: Reply) => void } {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  return { run: () => promise, give: resolve };
}

describe("registration", () => {
  it("keeps Discord's rules for names, order and sizes", () => {
    expect(() => checkCommands(defineCommands(specs))).not.toThrow();
  });

  it("puts required options first, shows admin commands to who manages the server, and leaves out what only buttons call", () => {
    const commands = defineCommands(specs);

    expect(commands.map(({ name }) => name)).toEqual(["latest", "subscribe", "sources", "Why this alert?"]);
    expect(commands.map((command) => command.default_member_permissions)).toEqual([null, "32", "32", null]);
    expect(Reflect.get(commands[0] ?? {}, "options")?.map(({ name }: { name: string }) => name)).toEqual([
      "place",
      "kind",
    ]);
    expect(commands[0]?.description_localizations).toEqual({ uk: "Останні події", ru: "Последние события" });
  });

  it("lets answers be asked for by people who have the bot for themselves, everywhere, and settings only where it can be", () => {
    const commands = defineCommands(specs);

    expect(commands.map(({ contexts }) => contexts)).toEqual([
      [0, 1, 2],
      [0, 1],
      [0, 1],
      [0, 1, 2],
    ]);
    expect(commands.map((command) => command.integration_types)).toEqual(commands.map(() => [0, 1]));
    expect(commands[3]).toMatchObject({
      type: 3,
      name_localizations: { uk: "Чому це сповіщення?", ru: "Почему это сообщение?" },
    });
  });

  it("types options: a channel that alerts can be told in, a role, text that is completed", () => {
    const options = defineCommands(specs).map((command) => Reflect.get(command, "options") as object[]);

    expect(options[0]).toContainEqual(
      expect.objectContaining({ name: "place", type: 3, autocomplete: true }),
    );
    expect(options[1]).toEqual([
      expect.objectContaining({ name: "where", type: 7, channel_types: [0, 5, 11, 12, 10, 15, 16] }),
      expect.objectContaining({ name: "role", type: 8 }),
    ]);
  });

  it.each([
    ["says so", (): undefined => undefined],
    ["does not say so", (stage: Stage): void => hideApplication(stage)],
  ])(
    "leaves out people's own installation where the application has none and Discord %s",
    async (_, prepare) => {
      const stage = await openStage();
      stage.fake.installFor([0]);
      prepare(stage);

      await stage.platform.start(never);

      expect(stage.fake.commands().map((command) => command["integration_types"])).toEqual(
        stage.fake.commands().map(() => [0]),
      );
      await stage.platform.stop();
      await stage.clock.advance(10_000);
      await stage.twin().start(never);
      expect(puts(stage)).toBeLessThanOrEqual(2);
    },
  );

  it("asks for free text where there are more choices than Discord lists, and cuts long descriptions", () => {
    const [base] = specs;
    const many = Array.from({ length: 26 }, (_, index) => ({
      value: `v${index}`,
      label: { en: `V ${index}` },
    }));
    const spec = {
      ...specs[0]!,
      description: { en: "x".repeat(300) },
      options: [{ ...base!.options[0]!, choices: many }],
    };

    const commands = defineCommands([spec]);

    expect(() => checkCommands(commands)).not.toThrow();
    expect(JSON.stringify(commands)).not.toContain("choices");
  });

  it("calls commands, subcommands and options what they are called in the person's language", () => {
    const localName = { en: "add", uk: "додати", ru: "добавить" };
    const [, , sources] = specs;
    const spec = {
      ...sources!,
      localName,
      subcommands: sources!.subcommands.map((part) =>
        part.name === "list"
          ? part
          : { ...part, localName, options: part.options.map((option) => ({ ...option, localName })) },
      ),
    };

    const [command] = defineCommands([spec]);

    const named = { name_localizations: { uk: "додати", ru: "добавить" } };
    expect(command).toMatchObject({
      name: "sources",
      ...named,
      options: [{ name: "list" }, { name: "add", ...named, options: [{ name: "url", ...named }] }],
    });
  });

  it("overwrites the set once, and not again when nothing has changed", async () => {
    const stage = await openStage();

    await stage.platform.start(never);
    await stage.platform.stop();
    const again = stage.twin();
    await stage.clock.advance(10_000);
    await again.start(never);

    expect(puts(stage)).toBe(1);
    expect(stage.fake.commands()).toHaveLength(4);
  });

  it("overwrites the set when a description in one language changed", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    await stage.platform.stop();
    const [latest] = stage.fake.commands();
    (latest!["description_localizations"] as Record<string, string>)["uk"] = "Інше";
    await stage.clock.advance(10_000);

    await stage.twin().start(never);

    expect(puts(stage)).toBe(2);
  });

  it("leaves the old set in use when Discord refuses the new one", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "PUT", trouble: { kind: "status", status: 400, code: 30_034 } });

    await stage.platform.start(never);

    expect(stage.logs).toContainEqual(
      expect.objectContaining({ level: "error", message: "Slash commands could not be registered" }),
    );
  });
});

describe("registration that fails", () => {
  it("is tried again later when Discord does not answer or asks to wait", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "PUT", trouble: { kind: "status", status: 500 } });
    stage.fake.script({ method: "PUT", trouble: { kind: "too-many", scope: "user", retryAfter: 60 } });

    await stage.platform.start(never);
    const before = stage.fake.commands().length;
    await stage.clock.advance(10_000);
    await until(() => puts(stage) === 2 && stage.clock.nextWakeAt() === stage.clock.now() + 60_000);
    await stage.clock.advance(60_000);
    await until(() => stage.fake.commands().length > 0);

    expect(before).toBe(0);
    expect(stage.fake.commands()).toHaveLength(4);
  });
});

describe("a command", () => {
  it("is run with its options, where and by whom it was called", async () => {
    const stage = await openStage();
    await stage.platform.start(never);

    await stage.fake.user("42", { locale: "uk" }).runs("latest", { place: "Kharkiv", kind: "strike" })
      .acknowledged;

    expect(stage.ran[0]).toMatchObject({
      command: "latest",
      subcommand: null,
      options: { place: "Kharkiv", kind: "strike" },
      address: stage.here,
      chatTitle: "#alerts, A server",
      user: { platform: "discord", id: "42", language: "uk" },
    });
  });

  it("is run with its subcommand", async () => {
    const stage = await openStage();
    await stage.platform.start(never);

    await stage.fake
      .user("1", { permissions: ["MANAGE_GUILD"] })
      .runs("sources add", { url: "https://a.example" }).acknowledged;

    expect(stage.ran[0]).toMatchObject({
      command: "sources",
      subcommand: "add",
      options: { url: "https://a.example" },
    });
  });

  it("answers at once in the channel, or to the person only when it is private", async () => {
    let isPrivate = false;
    const stage = await openStage({ run: () => Promise.resolve({ message: sample, isPrivate }) });
    await stage.platform.start(never);
    const user = stage.fake.user("1");

    const open = user.runs("latest", { place: "a" });
    const openAnswer = await open.answer;
    isPrivate = true;
    const secret = await user.runs("latest", { place: "a" }).answer;

    expect(await open.acknowledged).toMatchObject({ type: 4, isEphemeral: false });
    expect(seenText(openAnswer)).toContain("**307**");
    expect(secret.flags & 64).toBe(64);
  });

  it("knows an administrator of the chat: who manages the server, and everyone in a direct message", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const dm = stage.fake.openDm("3");

    await stage.fake.user("1").runs("latest", { place: "a" }).acknowledged;
    await stage.fake.user("2", { permissions: ["MANAGE_GUILD"] }).runs("subscribe").acknowledged;
    await stage.fake.user("3").runs("subscribe", {}, dm.id).acknowledged;

    expect(await Promise.all(stage.ran.map(({ user }) => user.isChatAdmin()))).toEqual([false, true, true]);
    expect(stage.ran[2]?.address.channel).toBe(dm.id);
  });

  it("is put off privately when its answer takes long, and answered when that is there", async () => {
    const reply = held();
    const stage = await openStage({ run: reply.run });
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await untilRun(stage, 1);

    await stage.clock.advance(1_500);
    const acknowledged = await watched.acknowledged;
    reply.give({ message: sample, isPrivate: false });
    const answer = await watched.answer;

    expect(acknowledged).toMatchObject({ type: 5, isEphemeral: true, afterMs: 1_500 });
    expect(seenText(answer)).toContain("**307**");
  });

  it("is put off sooner when it came late", async () => {
    const reply = held();
    const stage = await openStage({ run: reply.run });
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 1_400);
    await untilRun(stage, 1);

    await stage.clock.advance(100);

    expect(await watched.acknowledged).toMatchObject({ type: 5, afterMs: 1_500 });
    reply.give({ message: sample, isPrivate: true });
    await watched.answer;
  });

  it("is not run when it is told again after a break and its three seconds are over", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.gateway.drop();
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 4_000);
    const fresh = stage.fake.user("1").runs("latest", { place: "b" });

    await fresh.answer;

    expect(stage.ran.map(({ options }) => options["place"])).toEqual(["b"]);
    expect(watched.interaction.acknowledged).toBeNull();
  });

  it.each([5_000, 600_000])("is answered where ids say times %i ms ago", async (idsBehindMs) => {
    const stage = await openStage({ fake: { idsBehindMs } });
    await stage.platform.start(never);

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(seenText(answer)).toContain("**307**");
  });

  it("is let go when Discord says that its time is over", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 4_000);

    await until(() => stage.logs.some(({ message }) => message === "An answer came too late for Discord"));

    expect(watched.interaction.acknowledged).toBeNull();
    expect(stage.fake.messages()).toEqual([]);
  });

  it.each<[string, Trouble]>([
    ["the reply to its answer is lost", { kind: "lost-reply" }],
    ["the connection breaks", { kind: "reset" }],
    ["Discord answers 500", { kind: "status", status: 500 }],
  ])("is answered once when %s", async (_, trouble) => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble });

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(seenText(answer)).toContain("**307**");
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it("is run once when its event comes twice", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await watched.answer;

    stage.fake.repeatInteraction(watched.id);
    await stage.fake.user("1").runs("latest", { place: "b" }).answer;

    expect(stage.ran.map(({ options }) => options["place"])).toEqual(["a", "b"]);
  });

  it("is still answered when the reply to its deferral is lost", async () => {
    const reply = held();
    const stage = await openStage({ run: reply.run });
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble: { kind: "lost-reply" } });
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await untilRun(stage, 1);

    await stage.clock.advance(1_500);
    await watched.acknowledged;
    reply.give({ message: sample, isPrivate: true });

    expect(seenText(await watched.answer)).toContain("**307**");
  });

  it("is answered in the channel when the answer took longer than Discord waits, if all may see it", async () => {
    const replies = [held(), held()];
    const runs = [...replies];
    const stage = await openStage({ run: () => runs.shift()!.run() });
    await stage.platform.start(never);
    const open = stage.fake.user("1").runs("latest", { place: "a" });
    const secret = stage.fake.user("1").runs("latest", { place: "b" });
    await untilRun(stage, 2);
    await stage.clock.advance(1_500);
    await Promise.all([open.acknowledged, secret.acknowledged]);

    await stage.clock.advance(1_000_000);
    replies[1]!.give({ message: sample, isPrivate: true });
    replies[0]!.give({ message: sample, isPrivate: false });
    await until(() => stage.fake.messages().length > 0 && stage.logs.some(({ level }) => level === "error"));

    expect(stage.fake.messages()).toHaveLength(1);
    expect(stage.fake.messages()[0]?.interactionId).toBeNull();
  });

  it("is answered by one of two processes with the same token, and the other leaves it alone", async () => {
    const stage = await openStage();
    const other = stage.twin();
    await stage.platform.start(never);
    await stage.clock.advance(10_000);
    await other.start(never);

    await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    await untilRun(stage, 2);
    await other.stop();

    expect(stage.fake.messages()).toHaveLength(1);
    expect(callbacks(stage)).toBe(2);
  });

  it("is answered in the plain form when Discord refuses the drawn one", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble: { kind: "form", part: "data" } });

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(answer.body["embeds"]).toEqual([]);
    expect(seenText(answer)).toContain("**307**");
  });

  it("that breaks is answered all the same, and the next one works", async () => {
    let isBroken = true;
    const stage = await openStage({
      run: () =>
        isBroken
          ? Promise.reject(new Error("broken"))
          : Promise.resolve({ message: sample, isPrivate: false }),
    });
    await stage.platform.start(never);

    const broken = await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    isBroken = false;
    const sound = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(seenText(broken)).toBe("⚠️");
    expect(seenText(sound)).toContain("**307**");
  });

  it("is answered while the whole fan-out hangs, whose outcomes are unknown when they are given up", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ method: "POST", path: "/messages", times: 40, trouble: { kind: "taken-hang" } });
    const abort = new AbortController();
    const hanging = Array.from({ length: 40 }, (_, index) => {
      const address = { ...stage.here, channel: stage.fake.addChannel(`c${index}`).id };
      return stage.platform.send(sendOf(stage, { address, key: `k${index}` }), abort.signal);
    });
    await until(() => stage.fake.messages().length === 40);

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    abort.abort();

    expect(seenText(answer)).toContain("**307**");
    expect(new Set((await Promise.all(hanging)).map(({ kind }) => kind))).toEqual(new Set(["unknown"]));
  });

  it("pings nobody with its answer", async () => {
    const message = messageWith({
      title: "<@123456789012345678>",
      blocks: [{ kind: "text", text: "@everyone" }],
    });
    const stage = await openStage({ run: () => Promise.resolve({ message, isPrivate: false }) });
    await stage.platform.start(never);

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(answer.pings).toEqual([]);
  });
});

describe("a button", () => {
  it("runs its command with its argument, after a restart, too", async () => {
    const stage = await openStage();
    const id = await sent(stage);
    await stage.twin().start(never);
    const message = stage.fake.messages().find((one) => one.id === id)!;

    const answer = await stage.fake.user("1").presses(message, "Why?").answer;

    expect(stage.ran[0]).toMatchObject({ command: "why", subcommand: null, options: { development: "d7" } });
    expect(seenText(answer)).toContain("**307**");
  });

  it("gives words to options in their order, the rest to the last one, and the first to a subcommand", async () => {
    const stage = await openStage();
    const actions = [
      { command: "why", argument: "d7 and so on", label: "A" },
      { command: "sources", argument: "add https://a.example", label: "B" },
    ];
    await sent(stage, { message: { ...sample, actions } });
    await stage.platform.start(never);
    const [message] = stage.fake.messages();

    await stage.fake.user("1").presses(message!, "A").answer;
    await stage.fake.user("1").presses(message!, "B").answer;

    expect(stage.ran[0]?.options).toEqual({ development: "d7", detail: "and so on" });
    expect(stage.ran[1]).toMatchObject({ subcommand: "add", options: { url: "https://a.example" } });
  });
});

/** Waits until so many commands were run. The event comes over a socket, so that no clock of ours brings it. */
function untilRun(stage: Stage, count: number): Promise<void> {
  return until(() => stage.ran.length >= count);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
