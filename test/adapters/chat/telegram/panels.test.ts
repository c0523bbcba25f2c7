import { describe, expect, it, vi } from "vitest";
import type { Message, Select } from "../../../../src/model/message.ts";
import type { Invocation } from "../../../../src/ports/command.ts";
import {
  hastyClock,
  messageOf,
  noStop,
  notedCommands,
  optionOf,
  sendRequest,
  specOf,
  useTelegram,
} from "./support.ts";
import type { Fault } from "../../../fakes/telegram/index.ts";
import type { NotedCommands } from "./support.ts";

const stage = useTelegram();
const olena = 7;

const kinds: Select = {
  command: "settings",
  argument: "kinds",
  label: "What to be told about",
  isMultiple: true,
  options: [
    { value: "exchange", label: "Exchanges", isChosen: true },
    { value: "talks", label: "Talks", isChosen: false },
  ],
};
const panel = (words: string, change: Partial<Message> = {}): Message =>
  messageOf("Settings", { blocks: [{ kind: "text", text: words }], selects: [kinds], ...change });
const settings = specOf("settings", { options: [optionOf("page", false), optionOf("change", false)] });

/** A panel that shows what it was last told, where it stands. */
const panelCommands = (): NotedCommands =>
  notedCommands([settings], async ({ options }) => panel(`now ${Object.values(options).join(" ")}`), {
    isPrivate: true,
    isInPlace: true,
  });
const shown = (chatId = olena) => stage.telegram.director.sent(chatId);

describe("a list to choose from", () => {
  it("is a button an option, the chosen ones with a mark, each turning its option over", async () => {
    const { platform } = await stage.started({ commands: panelCommands() });
    stage.telegram.director.openPrivateChats(olena, 1);
    await platform.send(sendRequest(olena, panel("Choose.")), noStop);

    expect(shown()[0]?.keyboard.flat()).toEqual([
      { text: "✓ Exchanges", callback_data: "settings:kinds -exchange" },
      { text: "Talks", callback_data: "settings:kinds +talks" },
    ]);
    expect(shown()[0]?.text).not.toContain(kinds.label);
  });

  it("is named beside others, with what is chosen in it", async () => {
    const { platform } = await stage.started();
    stage.telegram.director.openPrivateChats(olena, 1);
    const pace: Select = {
      command: "settings",
      argument: "pace",
      label: "How often",
      isMultiple: false,
      options: [
        { value: "instant", label: "At once", isChosen: true },
        { value: "digest", label: "Once a day", isChosen: false },
      ],
    };
    await platform.send(sendRequest(olena, panel("Choose.", { selects: [kinds, pace] })), noStop);

    expect(shown()[0]?.text).toBe(
      "Settings\n\nChoose.\n\nWhat to be told about: Exchanges\nHow often: At once",
    );
    expect(shown()[0]?.keyboard.flat().at(-1)).toEqual({
      text: "Once a day",
      callback_data: "settings:pace digest",
    });
  });

  it("works also where 64 bytes do not hold what it says", async () => {
    const commands = panelCommands();
    const { platform } = await stage.started({ commands });
    stage.telegram.director.openPrivateChats(olena, 1);
    const argument = `kinds ${"x".repeat(34)}`;
    const value = "v".repeat(20);
    const options = [{ value, label: "A long one", isChosen: false }];
    await platform.send(
      sendRequest(olena, panel("Choose.", { selects: [{ ...kinds, argument, options }] })),
      noStop,
    );
    const [button] = shown()[0]?.keyboard.flat() ?? [];
    expect(Buffer.byteLength(button?.callback_data ?? "")).toBeLessThanOrEqual(64);

    stage.telegram.user(olena).presses(shown()[0]!, "A long one");

    await vi.waitFor(() => expect(commands.invocations).toHaveLength(1));
    expect(commands.invocations[0]?.options).toEqual({
      page: "kinds",
      change: `${"x".repeat(34)} +${value}`,
    });
  });
});

describe("a panel", () => {
  it("changes where it stands", async () => {
    await stage.started({ commands: panelCommands() });
    stage.telegram.user(olena).types(olena, "/settings");
    await stage.telegram.until(() => shown().length === 1);

    stage.telegram.user(olena).presses(shown()[0]!, "Talks");

    await stage.telegram.until(() => shown()[0]?.edits.length === 1);
    expect(shown()[0]?.text).toBe("Settings\n\nnow kinds +talks");
    expect(shown()).toHaveLength(1);
  });

  it("that is pressed to no effect leaves the press answered and the panel as it is", async () => {
    const commands = notedCommands([settings], async () => panel("always the same"), { isInPlace: true });
    await stage.started({ commands });
    stage.telegram.user(olena).types(olena, "/settings");
    await stage.telegram.until(() => shown().length === 1);

    const press = stage.telegram.user(olena).presses(shown()[0]!, "Talks");

    await stage.telegram.until(() => stage.telegram.director.calls("editMessageText").length === 1);
    await stage.telegram.until(() => stage.telegram.director.press(press)?.answer);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.edits).toEqual([]);
  });

  it("is sent anew when its message is gone", async () => {
    await stage.started({ commands: panelCommands() });
    stage.telegram.user(olena).types(olena, "/settings");
    await stage.telegram.until(() => shown().length === 1);
    stage.telegram.director.fail({
      method: "editMessageText",
      fault: { kind: "error", code: 400, description: "Bad Request: message to edit not found" },
    });

    stage.telegram.user(olena).presses(shown()[0]!, "Talks");

    await stage.telegram.until(() => shown().length === 2);
    expect(shown()[1]?.text).toContain("now kinds +talks");
  });

  it.each<[string, Fault]>([
    ["the server failed", { kind: "status", status: 500, isDone: false }],
    ["it was changed and that was not heard", { kind: "reset", isDone: true }],
  ])("is changed once more when it is not known whether it was: %s", async (_, fault) => {
    await stage.started({ commands: panelCommands() });
    stage.telegram.user(olena).types(olena, "/settings");
    await stage.telegram.until(() => shown().length === 1);
    stage.telegram.director.fail({ method: "editMessageText", fault });

    stage.telegram.user(olena).presses(shown()[0]!, "Talks");

    await stage.telegram.until(() => stage.telegram.director.calls("editMessageText").length === 2);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.edits).toHaveLength(1);
    expect(shown()[0]?.text).toContain("now kinds +talks");
  });

  it("waits as long as it is told, and then changes", async () => {
    const { clock } = await stage.started({ commands: panelCommands() });
    stage.telegram.user(olena).types(olena, "/settings");
    await stage.telegram.until(() => shown().length === 1);
    stage.telegram.director.fail({
      method: "editMessageText",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 2 } },
    });

    stage.telegram.user(olena).presses(shown()[0]!, "Talks");

    await stage.telegram.until(() => shown()[0]?.edits.length === 1);
    expect(clock.sleeps).toContain(2_000);
  });

  it("of a group answers who may not use it in a notice of their own", async () => {
    const refusal = async ({ user }: Invocation): Promise<Message> =>
      (await user.isChatAdmin())
        ? panel("changed")
        : messageOf("Only administrators of this chat may do that.");
    const commands = notedCommands([settings], refusal, { isPrivate: true });
    const { platform } = await stage.started({ commands, clock: hastyClock(0) });
    const group = stage.telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, panel("Choose.")), noStop);

    const press = stage.telegram.user(olena).presses(shown(group)[0]!, "Talks");

    const answer = await stage.telegram.until(() => stage.telegram.director.press(press)?.answer);
    expect(answer).toEqual({ text: "Only administrators of this chat may do that.", isAlert: true });
    expect(shown(group)).toHaveLength(1);
  });
});

describe("a button that means nothing any more", () => {
  it.each(["~unknown:d1", "nothing:d1", "~", ":", "x".repeat(64)])("says so: %s", async (data) => {
    const commands = panelCommands();
    const { platform } = await stage.started({ commands, clock: hastyClock(0) });
    const group = stage.telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, panel("Choose.")), noStop);

    const press = stage.telegram.director.forges(olena, group, shown(group)[0]!.messageId, data);

    const answer = await stage.telegram.until(() => stage.telegram.director.press(press)?.answer);
    expect(answer).toEqual({
      text: "This button no longer works. /help lists what you can ask.",
      isAlert: true,
    });
    expect(commands.invocations).toEqual([]);
  });
});
