import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../../fakes/telegram/index.ts";
import { addressOf, messageOf, noStop, sendRequest, setUp } from "./support.ts";
import type { Bench } from "./support.ts";

const olena = 7;
const withButtons = messageOf("Exchange & <tests>", {
  actions: [{ command: "why", argument: "d42", label: "Why" }],
});
let bench: Bench;

beforeEach(async () => {
  bench = await setUp({ fake: { hasFloodLimits: false } });
  bench.telegram.user(olena).types(olena, "/start");
});
afterEach(() => bench.stop());

const send = (chatId: number, change = {}) =>
  bench.platform.send(sendRequest(chatId, withButtons, change), noStop);
const edit = (chatId: number, messageId: string, title = "Changed") =>
  bench.platform.edit(
    { address: addressOf(chatId), messageId, message: { ...withButtons, title }, key: "d1-7" },
    noStop,
  );
const refuse = (code: number, description: string, parameters = {}): Fault => ({
  kind: "error",
  code,
  description,
  parameters,
});

async function sentId(chatId: number): Promise<string> {
  const outcome = await send(chatId);
  if (outcome.kind !== "sent") throw new Error(`not sent: ${outcome.kind}`);
  return outcome.messageId;
}

describe("sending", () => {
  it("arrives as it is, with its buttons, without a preview, and gives the message's id", async () => {
    const outcome = await send(olena);

    const [message] = bench.telegram.director.sent(olena);
    expect(outcome).toEqual({ kind: "sent", messageId: String(message?.messageId) });
    expect(message).toMatchObject({ text: "Exchange & <tests>", isSilent: false, isPreviewOff: true });
    expect(message?.keyboard).toEqual([[{ text: "Why", callback_data: "why:d42" }]]);
  });

  it("makes no sound when it is not loud", async () => {
    await send(olena, { isLoud: false });

    expect(bench.telegram.director.sent(olena)[0]?.isSilent).toBe(true);
  });

  it("replies to the message that it continues, and stands alone when that is gone", async () => {
    const first = await sentId(olena);
    await send(olena, { replyTo: first });
    bench.telegram.director.removeMessage(olena, Number(first));
    const outcome = await send(olena, { replyTo: first });

    expect(outcome.kind).toBe("sent");
    expect(bench.telegram.director.sent(olena).map((message) => message.replyTo)).toEqual([
      null,
      Number(first),
      null,
    ]);
  });

  it("goes to its topic, and leaves the General topic unnamed", async () => {
    const forum = bench.telegram.director.addChat({ type: "supergroup", isForum: true });
    const topic = bench.telegram.director.addTopic(forum, "Exchanges");

    await send(forum, { thread: topic });
    await send(forum, { thread: 1 });

    expect(bench.telegram.director.sent(forum).map((message) => message.threadId)).toEqual([topic, null]);
  });

  it("has not been tried when it is stopped before", async () => {
    const outcome = await bench.platform.send(sendRequest(olena, withButtons), AbortSignal.abort());

    expect(outcome).toMatchObject({ kind: "wait", retryAfterMs: 0 });
    expect(bench.telegram.director.calls("sendMessage")).toEqual([]);
  });
});

describe("editing", () => {
  it("changes the message and keeps its buttons", async () => {
    const messageId = await sentId(olena);

    expect(await edit(olena, messageId)).toEqual({ kind: "sent", messageId });

    const [message] = bench.telegram.director.sent(olena);
    expect(message).toMatchObject({
      text: "Changed",
      keyboard: [[{ text: "Why", callback_data: "why:d42" }]],
    });
    expect(message?.edits).toHaveLength(1);
  });

  it("counts as done when nothing is different", async () => {
    const messageId = await sentId(olena);
    await edit(olena, messageId);

    expect(await edit(olena, messageId)).toEqual({ kind: "sent", messageId });
  });

  it("finds that the message is gone", async () => {
    const messageId = await sentId(olena);
    bench.telegram.director.removeMessage(olena, Number(messageId));

    expect((await edit(olena, messageId)).kind).toBe("message-gone");
    expect((await edit(olena, "no number")).kind).toBe("message-gone");
  });

  it.each([
    "Bad Request: message can't be edited",
    "Bad Request: there is no text in the message to edit",
    "Bad Request: MESSAGE_ID_INVALID",
  ])("takes «%s» for a message that is gone", async (description) => {
    const messageId = await sentId(olena);
    bench.telegram.director.fail({ method: "editMessageText", fault: refuse(400, description) });

    expect((await edit(olena, messageId)).kind).toBe("message-gone");
  });
});

describe("the token", () => {
  it("stands in no outcome, error or log line, whatever happens", async () => {
    const { token } = bench.telegram;
    const outcomes: unknown[] = [];
    const faults: Fault[] = [
      { kind: "reset", isDone: false },
      { kind: "status", status: 502, isDone: false, isHtml: true },
      refuse(400, `Bad Request: wrong url /bot${token}/sendMessage`),
      refuse(500, `Internal Server Error: bot${token}`),
      refuse(401, `Unauthorized: ${encodeURIComponent(token)}`),
    ];
    for (const fault of faults) {
      bench.telegram.director.fail({ fault, times: 2 });
      outcomes.push(await send(olena));
      bench.telegram.director.clearFaults();
    }
    bench.telegram.director.fail({
      method: "getMe",
      fault: refuse(500, `Internal Server Error: bot${token}`),
    });
    outcomes.push(await bench.platform.start(noStop).catch((error: unknown) => error));

    const said = outcomes.map((outcome) =>
      outcome instanceof Error
        ? [outcome.message, outcome.stack, outcome.cause, JSON.stringify(outcome)]
        : outcome,
    );
    const everything = JSON.stringify([said, bench.lines]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(encodeURIComponent(token));
  });
});

describe("limits", () => {
  it("are those that Telegram publishes", () => {
    expect(bench.platform.limits).toEqual([
      { scope: "all", max: 30, perMs: 1_000 },
      { scope: "chat", max: 1, perMs: 1_000 },
      { scope: "group", max: 20, perMs: 60_000 },
    ]);
  });

  it("of a minute hold in groups and channels, not in private chats", () => {
    expect(
      [addressOf(-5), addressOf(-1_000_000_000_007), addressOf(7)].map((address) =>
        bench.platform.isGroup(address),
      ),
    ).toEqual([true, true, false]);
  });
});
