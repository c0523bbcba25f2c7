import { describe, expect, it, vi } from "vitest";
import type { Fault } from "../../../fakes/telegram/index.ts";
import {
  hastyClock,
  heldCommand,
  messageOf,
  sendRequest,
  noStop,
  notedCommands,
  specOf,
  useTelegram,
  warningsOf,
} from "./support.ts";

const stage = useTelegram();

describe("a press", () => {
  it("is answered while its chat is busy with something else", async () => {
    const slow = heldCommand();
    const bench = await stage.started({ commands: slow.commands });
    stage.telegram.director.openPrivateChats(7, 1);
    const message = messageOf("Pick", { actions: [{ command: "quick", argument: "", label: "Quick" }] });
    await bench.platform.send(sendRequest(7, message), noStop);
    stage.telegram.user(7).types(7, "/slow");

    const press = stage.telegram.user(7).presses(stage.telegram.director.sent(7)[0]!, "Quick");

    await stage.telegram.until(() => stage.telegram.director.press(press)?.answer);
    expect(slow.commands.invocations.map(({ command }) => command)).toEqual(["slow"]);
    slow.release();
    await stage.telegram.until(() => stage.telegram.director.sent(7).length === 3);
  });

  it.each<[string, number, Fault]>([
    ["asked to wait", 7, { kind: "error", code: 429, description: "", parameters: { retry_after: 2 } }],
    ["not heard at first", 7, { kind: "reset", isDone: false }],
    ["not heard at first, in a group,", -44, { kind: "status", status: 500, isDone: false }],
  ])("that is %s is answered once, and does what it does", async (_, chat, fault) => {
    const bench = await stage.started({ commands: notedCommands([specOf("quick")]) });
    const { director } = stage.telegram;
    if (chat > 0) director.openPrivateChats(chat, 1);
    else director.addChat({ type: "group", id: chat, members: { 7: "member" } });
    const message = messageOf("Pick", { actions: [{ command: "quick", argument: "", label: "Quick" }] });
    await bench.platform.send(sendRequest(chat, message), noStop);
    director.fail({ method: "answerCallbackQuery", times: 2, fault });

    const press = stage.telegram.user(7).presses(director.sent(chat)[0]!, "Quick");

    await stage.telegram.until(() => director.press(press)?.answer);
    await stage.telegram.until(() => director.sent(chat).length === 2);
    expect(director.calls("answerCallbackQuery").map(({ status }) => status === 200)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("answers", () => {
  it("to somebody who types without pause keep to the limits of the chat", async () => {
    // All is typed in one instant.
    const clock = { ...hastyClock(), now: () => 1_750_000_000_000 };
    await stage.started({ clock });

    for (let count = 0; count < 4; count += 1) stage.telegram.user(7).types(7, "/start");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 4);
    expect(clock.sleeps).toEqual([1_100, 2_200, 3_300]);
  });

  it("are not given to a command that is only passed on", async () => {
    const bench = await stage.started();
    stage.telegram.director.types(7, 7, "/start", { isForwarded: true });
    stage.telegram.user(7).types(7, "/help");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);
    expect(stage.telegram.director.sent(7)[0]?.text).toMatch(
      /^Of what is passed on I take posts of channels/u,
    );
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["help"]);
  });

  it("wait as long as they are told, and then go out once", async () => {
    const bench = await stage.started();
    stage.telegram.director.fail({
      method: "sendMessage",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 3 } },
    });

    stage.telegram.user(7).types(7, "/start");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    expect(bench.clock.sleeps).toContain(3_000);
  });

  it("keep to a wait that an alert of the chat was told, and alerts to one that an answer was told", async () => {
    const clock = hastyClock(2_000);
    const { platform } = await stage.started({ clock });
    const { director } = stage.telegram;
    director.openPrivateChats(7, 1);
    const refusal: Fault = { kind: "error", code: 429, description: "", parameters: { retry_after: 30 } };
    director.fail({ method: "sendMessage", fault: refusal });
    const alert = sendRequest(7, messageOf("An alert"));

    expect(await platform.send(alert, noStop)).toMatchObject({ kind: "wait", retryAfterMs: 30_000 });
    stage.telegram.user(7).types(7, "/start");
    await vi.waitFor(() => expect(clock.sleeps.at(-1)).toBeGreaterThan(28_000));
    expect(await platform.send(alert, noStop)).toMatchObject({ kind: "wait", scope: "chat" });
    expect(director.calls("sendMessage")).toHaveLength(1);

    clock.wake();
    await stage.telegram.until(() => director.sent(7).length === 1);
    expect(await platform.send(alert, noStop)).toMatchObject({ kind: "sent" });
  });

  it("are not sent twice when it is unknown whether they arrived", async () => {
    const bench = await stage.started();
    stage.telegram.director.fail({ method: "sendMessage", fault: { kind: "reset", isDone: true } });

    stage.telegram.user(7).types(7, "/start");

    await vi.waitFor(() => expect(warningsOf(bench)).toEqual(["telegram: an answer was not sent"]));
    expect(stage.telegram.director.sent(7)).toHaveLength(1);
  });

  it("tell the commands that the chat is gone", async () => {
    const bench = await stage.started();
    stage.telegram.director.fail({
      method: "sendMessage",
      fault: { kind: "error", code: 403, description: "Forbidden: bot was blocked by the user" },
    });

    stage.telegram.user(7).types(7, "/start");

    await vi.waitFor(() =>
      expect(bench.commands.gone).toEqual([["7", "403 Forbidden: bot was blocked by the user"]]),
    );
  });
});
