import { describe, expect, it } from "vitest";
import {
  addressOf,
  hastyClock,
  messageOf,
  noStop,
  notedCommands,
  optionOf,
  sendRequest,
  specOf,
  useTelegram,
} from "./support.ts";

const stage = useTelegram({});

describe("buttons", () => {
  const why = specOf("why", { options: [optionOf("development", true)], isListed: false });
  const withButton = messageOf("Exchange", { actions: [{ command: "why", argument: "d42", label: "Why" }] });

  it("run their command with the argument, after the press was answered", async () => {
    const commands = notedCommands([why]);
    const { telegram, platform } = await stage.started({ commands });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(
      {
        key: "k",
        address: addressOf(group),
        message: withButton,
        isLoud: true,
        replyTo: null,
        mayRepeat: false,
      },
      noStop,
    );
    const [shown] = telegram.director.sent(group);

    const press = telegram.user(7).presses(shown!, "Why");

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(telegram.director.press(press)?.answer).toEqual({ text: "", isAlert: false });
    expect(commands.invocations[0]).toMatchObject({ command: "why", options: { development: "d42" } });
    expect(telegram.director.sent(group)[1]).toMatchObject({ text: "done why", replyTo: shown?.messageId });
    const order = telegram.director.calls().map((call) => call.method);
    expect(order.indexOf("answercallbackquery")).toBeLessThan(order.lastIndexOf("sendmessage"));
  });

  it("run their command also when the press is too old to be answered", async () => {
    const { telegram, platform, commands } = await stage.started({ commands: notedCommands([why]) });
    telegram.director.openPrivateChats(7, 1);
    await platform.send(
      { key: "k", address: addressOf(7), message: withButton, isLoud: true, replyTo: null, mayRepeat: false },
      noStop,
    );
    telegram.director.fail({
      method: "answerCallbackQuery",
      fault: {
        kind: "error",
        code: 400,
        description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      },
    });

    telegram.user(7).presses(telegram.director.sent(7)[0]!, "why:d42");

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(commands.invocations).toHaveLength(1);
  });

  it("show a short answer that is for one person to that person only", async () => {
    const commands = notedCommands([why], async () => messageOf("Only administrators may do that."), {
      isPrivate: true,
    });
    const { telegram, platform } = await stage.started({ commands, clock: hastyClock(0) });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, withButton), noStop);

    const press = telegram.user(7).presses(telegram.director.sent(group)[0]!, "Why");

    const answer = await telegram.until(() => telegram.director.press(press)?.answer);
    expect(answer).toEqual({ text: "Only administrators may do that.", isAlert: true });
    expect(telegram.director.sentCount()).toBe(1);
  });

  it("stop waiting before a slow answer, which then is a message", async () => {
    const held = Promise.withResolvers<void>();
    const commands = notedCommands([why], async () => (await held.promise, messageOf("At last.")), {
      isPrivate: true,
    });
    const { telegram, platform } = await stage.started({ commands });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, withButton), noStop);

    const press = telegram.user(7).presses(telegram.director.sent(group)[0]!, "Why");
    const answer = await telegram.until(() => telegram.director.press(press)?.answer);
    held.resolve();

    expect(answer).toEqual({ text: "", isAlert: false });
    await telegram.until(() => telegram.director.sent(group).length === 2);
  });

  it("stop waiting when their command fails", async () => {
    const commands = notedCommands([why], async () => Promise.reject(new Error("no answer")));
    const { telegram, platform } = await stage.started({ commands, clock: hastyClock(0) });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, withButton), noStop);

    const press = telegram.user(7).presses(telegram.director.sent(group)[0]!, "Why");

    expect(await telegram.until(() => telegram.director.press(press)?.answer)).toEqual({
      text: "",
      isAlert: false,
    });
  });

  it("do nothing with data that names no command", async () => {
    const { telegram, platform, commands } = await stage.started({ commands: notedCommands([why]) });
    telegram.director.openPrivateChats(7, 1);
    await platform.send(
      { key: "k", address: addressOf(7), message: withButton, isLoud: true, replyTo: null, mayRepeat: false },
      noStop,
    );

    const press = telegram.director.forges(7, 7, telegram.director.sent(7)[0]!.messageId, "drop:everything");

    await telegram.until(() => telegram.director.press(press)?.answer);
    expect(commands.invocations).toEqual([]);
  });
});
