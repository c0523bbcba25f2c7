import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askId, readComponentId } from "../../../../adapters/chat/discord/component-id.ts";
import { drawForm } from "../../../../adapters/chat/discord/form.ts";
import type { Message, Select } from "../../../../src/model/message.ts";
import type { Reply } from "../../../../src/ports/command.ts";
import { checkCallback } from "../../../fakes/discord/callback-form.ts";
import type { Json } from "../../../fakes/discord/forms.ts";
import type { Interaction } from "../../../fakes/discord/world.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import { messageWith, never, openStage, sent, type Stage } from "./stage.ts";

const kinds: Select = {
  command: "why",
  argument: "kinds",
  label: "Kinds",
  isMultiple: true,
  options: [
    { value: "a", label: "Exchanges", isChosen: true },
    { value: "b", label: "Strikes", isChosen: false },
    { value: "c", label: "Talks", isChosen: false },
  ],
};
const pace: Select = { ...kinds, argument: "pace", label: "Pace", isMultiple: false };
const panel: Message = messageWith({
  title: "Settings",
  selects: [kinds, pace],
  actions: [
    { command: "why", argument: "page 2", label: "Next" },
    {
      command: "why",
      argument: "zone",
      label: "Time zone",
      ask: { title: "Your time zone", example: "Europe/Kyiv", maxLength: 40 },
    },
  ],
});
const shown = (title: string, part: Partial<Reply> = {}): Reply => ({
  message: messageWith({ title }),
  isPrivate: true,
  ...part,
});

/** The panel is answered to the first command, `replies` to what follows. */
async function openPanel(replies: readonly Reply[], isPrivate = true): Promise<Stage> {
  const queue = [{ message: panel, isPrivate }, ...replies];
  const stage = await openStage({ run: () => Promise.resolve(queue.shift() ?? shown("More")) });
  await stage.platform.start(never);
  await stage.fake.user("1").runs("latest", { place: "a" }).answer;
  return stage;
}

describe("a list", () => {
  it("runs its command with all that are chosen now", async () => {
    const stage = await openPanel([]);
    const [message] = stage.fake.messages();

    await stage.fake.user("1").chooses(message!, "Kinds", ["Strikes", "Talks"]).answer;
    await stage.fake.user("1").chooses(message!, "Kinds", []).answer;

    expect(stage.ran.slice(1).map(({ options }) => options)).toEqual([
      { development: "kinds", detail: "=b,c" },
      { development: "kinds", detail: "=" },
    ]);
  });

  it("runs its command with the one that is chosen, where one is to be", async () => {
    const stage = await openPanel([]);
    const [message] = stage.fake.messages();

    await stage.fake.user("1").chooses(message!, "Pace", ["Strikes"]).answer;

    expect(stage.ran[1]?.options).toEqual({ development: "pace", detail: "b" });
  });

  it("shows what is chosen, one at most where one is to be", async () => {
    const stage = await openPanel([]);

    const drawn = JSON.stringify(stage.fake.messages()[0]?.body["components"]);

    expect(drawn).toContain('"label":"Exchanges","default":true');
    expect(drawn).toContain('"min_values":0,"max_values":3');
  });
});

describe("an answer in place", () => {
  it("takes the place of the message whose button was pressed", async () => {
    const stage = await openPanel([shown("Page 2", { isInPlace: true })]);
    const [message] = stage.fake.messages();

    const watched = stage.fake.user("1").presses(message!, "Next");
    const answer = await watched.answer;

    expect(await watched.acknowledged).toMatchObject({ type: 7 });
    expect(answer.id).toBe(message?.id);
    expect(seenText(message!)).toContain("Page 2");
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it("takes it later, too, when the command takes long", async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const stage = await openStage({
      run: ({ command }) =>
        command === "latest" ? Promise.resolve({ message: panel, isPrivate: true }) : promise,
    });
    await stage.platform.start(never);
    const message = await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    const watched = stage.fake.user("1").presses(message, "Next");
    await until(() => stage.ran.length === 2);

    await stage.clock.advance(1_500);
    const acknowledged = await watched.acknowledged;
    resolve(shown("Page 2", { isInPlace: true }));
    await watched.answer;

    expect(acknowledged).toMatchObject({ type: 6, afterMs: 1_500 });
    expect(seenText(message)).toContain("Page 2");
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it("is a message of its own after a wait when it is none in place, private as it says", async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const stage = await openStage({
      run: ({ command }) =>
        command === "latest" ? Promise.resolve({ message: panel, isPrivate: true }) : promise,
    });
    await stage.platform.start(never);
    const message = await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    const watched = stage.fake.user("1").presses(message, "Next");
    await until(() => stage.ran.length === 2);

    await stage.clock.advance(1_500);
    await watched.acknowledged;
    resolve(shown("Apart"));
    const answer = await watched.answer;

    expect(seenText(message)).toContain("Settings");
    expect(seenText(answer)).toContain("Apart");
    expect(answer.flags & 64).toBe(64);
  });

  it("never takes the place of an alert, nor a private one that of a message that all see", async () => {
    const stage = await openPanel(
      [shown("Mine", { isInPlace: true }), shown("Mine", { isInPlace: true })],
      false,
    );
    const open = stage.fake.messages()[0]!;
    const id = await sent(stage);
    const alert = stage.fake.messages().find((one) => one.id === id)!;

    const first = await stage.fake.user("1").presses(open, "Next").answer;
    const second = await stage.fake.user("1").presses(alert, "Why?").answer;

    expect([first.id, second.id]).not.toContain(open.id);
    expect(seenText(open)).toContain("Settings");
    expect(seenText(alert)).toContain("307");
    expect([first.flags & 64, second.flags & 64]).toEqual([64, 64]);
  });

  it("that is private never takes the place of what people of a group see", async () => {
    const stage = await openStage({
      run: ({ command }) =>
        Promise.resolve(
          command === "latest" ? { message: panel, isPrivate: false } : shown("Mine", { isInPlace: true }),
        ),
    });
    await stage.platform.start(never);
    const group = stage.fake.openGroup("Friends");
    const open = await stage.fake.user("1").runs("latest", { place: "a" }, group.id).answer;

    const answer = await stage.fake.user("1").presses(open, "Next").answer;

    expect(answer.id).not.toBe(open.id);
    expect(answer.flags & 64).toBe(64);
  });
});

describe("a button that asks", () => {
  it("shows a form at once, and runs its command with what was written behind its words", async () => {
    const stage = await openPanel([]);
    const [message] = stage.fake.messages();

    const form = stage.fake.user("1").presses(message!, "Time zone");
    const acknowledged = await form.acknowledged;
    const answer = await stage.fake.user("1").fills(form, "  Europe/Kyiv ").answer;

    expect(acknowledged.type).toBe(9);
    expect(form.interaction.form).toMatchObject({ title: "Your time zone" });
    expect(JSON.stringify(form.interaction.form)).toContain('"placeholder":"Europe/Kyiv"');
    expect(stage.ran).toHaveLength(2);
    expect(stage.ran[1]?.options).toEqual({ development: "zone", detail: "Europe/Kyiv" });
    expect(seenText(answer)).toContain("More");
  });

  it("works after a restart", async () => {
    const stage = await openPanel([]);
    const [message] = stage.fake.messages();
    await stage.platform.stop();
    await stage.clock.advance(10_000);
    await stage.twin().start(never);

    const form = stage.fake.user("1").presses(message!, "Time zone");
    await form.acknowledged;
    await stage.fake.user("1").fills(form, "Europe/Riga").answer;

    expect(stage.ran.at(-1)?.options["detail"]).toBe("Europe/Riga");
  });

  it("is answered with a message when the answer in place is not taken for a form", async () => {
    const stage = await openPanel([shown("Saved", { isInPlace: true })]);
    const form = stage.fake.user("1").presses(stage.fake.messages()[0]!, "Time zone");
    await form.acknowledged;

    const answer = await stage.fake.user("1").fills(form, "UTC").answer;

    expect(seenText(answer)).toContain("Saved");
  });
});

describe("a component that nobody was shown", () => {
  it.each<[string, object]>([
    ["of another application", { component_type: 2, custom_id: "buy-now" }],
    ["with no command", { component_type: 2, custom_id: ":::" }],
    ["with markup for a command", { component_type: 2, custom_id: "../x:y:z" }],
    ["that is empty", { component_type: 2, custom_id: "" }],
    ["that claims to be a form", { component_type: 2, custom_id: "?why|c8|Title|" }],
  ])("runs nothing and is acknowledged: %s", async (_, data) => {
    const stage = await openPanel([]);

    const watched = stage.fake.user("1").forges(stage.fake.messages()[0]!, { ...data });

    expect((await watched.acknowledged).type).toBe(6);
    expect(stage.ran).toHaveLength(1);
  });

  it("can say no more than what could be typed, whatever values it claims", async () => {
    const stage = await openPanel([]);
    const data = {
      component_type: 3,
      custom_id: "*why:kinds:",
      values: ["a b", "x,y", "ok", "x".repeat(40)],
    };

    await stage.fake.user("1").forges(stage.fake.messages()[0]!, data).answer;

    expect(stage.ran[1]?.options).toEqual({ development: "kinds", detail: "=ok" });
    expect(await stage.ran[1]?.user.isChatAdmin()).toBe(false);
  });
});

describe("a message's menu", () => {
  it("runs its command about the message, in the person's language", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const id = await sent(stage);
    const alert = stage.fake.messages().find((one) => one.id === id)!;

    await stage.fake.user("1", { locale: "uk" }).usesMenu(alert, "Чому це сповіщення?").answer;

    expect(stage.ran[0]).toMatchObject({ command: "why", subcommand: null, options: {}, about: id });
  });
});

describe("suggestions", () => {
  const place = (value: string): { value: string; label: string } => ({ value, label: `Place ${value}` });

  it("are those of the commands for what is typed, 25 at most", async () => {
    const asked: unknown[] = [];
    const stage = await openStage({
      complete: (completion) => {
        asked.push(completion);
        return Promise.resolve(Array.from({ length: 40 }, (_, index) => place(`p${index}`)));
      },
    });
    await stage.platform.start(never);

    const watched = stage.fake.user("7", { locale: "uk" }).types("latest", "place", "Хар");
    await watched.acknowledged;

    expect(watched.interaction.choices).toHaveLength(25);
    expect(watched.interaction.choices?.[0]).toEqual({ name: "Place p0", value: "p0" });
    expect(asked).toEqual([
      {
        command: "latest",
        subcommand: null,
        option: "place",
        typed: "Хар",
        address: stage.here,
        user: { platform: "discord", id: "7", language: "uk" },
      },
    ]);
  });

  it("are none when they take too long", async () => {
    const stage = await openStage({ complete: () => new Promise(() => undefined) });
    await stage.platform.start(never);
    const watched = stage.fake.user("7").types("latest", "place", "a");
    await until(() => stage.clock.nextWakeAt() === stage.clock.now() + 1_500);

    await stage.clock.advance(1_500);

    expect(await watched.acknowledged).toMatchObject({ type: 8, afterMs: 1_500 });
    expect(watched.interaction.choices).toEqual([]);
  });

  it("leave out what Discord would refuse", async () => {
    const stage = await openStage({
      complete: () => Promise.resolve([place("x".repeat(101)), { value: "ok", label: "y".repeat(200) }]),
    });
    await stage.platform.start(never);

    const watched = stage.fake.user("7").types("latest", "place", "a");
    await watched.acknowledged;

    expect(watched.interaction.choices?.map(({ value }) => value)).toEqual(["ok"]);
  });
});

describe("drawForm", () => {
  it("keeps every limit of a form, and the button's words, whatever is asked", () => {
    const any = fc.string({ unit: "grapheme", maxLength: 200 });
    const call = fc.record({
      command: fc.stringMatching(/^[a-z0-9_]{1,32}$/),
      argument: fc.stringMatching(/^[ -~]{0,40}$/),
      key: fc.stringMatching(/^[a-z0-9-]{0,25}$/),
    });
    const ask = fc.record({ title: any, example: any, maxLength: fc.integer({ min: 1, max: 9_000 }) });
    const command = { type: 3 } as Interaction;

    fc.assert(
      fc.property(call, ask, any, (called, asked, label) => {
        const id = askId(called, asked);
        const use = readComponentId(id);
        fc.pre(id.length <= 100 && use?.kind === "ask");
        const form = drawForm(use, label);
        if (form === null) return;
        checkCallback(command, form.type, form.data as unknown as Json);
        expect(readComponentId(form.data.custom_id)).toMatchObject({ ...called, kind: "form" });
      }),
    );
  });
});

describe("readComponentId", () => {
  it("reads a question that had to be cut", async () => {
    const stage = await openStage({
      run: () =>
        Promise.resolve({
          isPrivate: true,
          message: messageWith({
            actions: [
              {
                command: "why",
                argument: "x".repeat(40),
                label: "Ask",
                ask: { title: "t".repeat(45), example: "e".repeat(90), maxLength: 200 },
              },
            ],
          }),
        }),
    });
    await stage.platform.start(never);
    const message = await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    const id = /"custom_id":"([^"]+)"/.exec(JSON.stringify(message.body["components"]))?.[1] ?? "";

    expect(id.length).toBeLessThanOrEqual(100);
    expect(readComponentId(id)).toMatchObject({
      kind: "ask",
      command: "why",
      ask: { maxLength: 200, example: "" },
    });
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
