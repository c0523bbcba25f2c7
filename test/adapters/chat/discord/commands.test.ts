import { describe, expect, it } from "vitest";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { messageWith, never, openStage, sample, sendOf, sent, type Stage } from "./stage.ts";
import { until, untilRun } from "./waits.ts";

const callbacks = (stage: Stage): number =>
  stage.fake.requests.filter(({ path }) => path.endsWith("/callback")).length;

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
