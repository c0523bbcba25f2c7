import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegram } from "../../../../adapters/chat/telegram/index.ts";
import { silentLog } from "../../../../src/log.ts";
import type { SendOutcome } from "../../../../src/ports/chat-platform.ts";
import type { Fault } from "../../../fakes/telegram/index.ts";
import {
  addressOf,
  hastyClock,
  messageOf,
  noStop,
  notedCommands,
  sendRequest,
  setUp,
  specOf,
} from "./support.ts";
import { memoryFiles, memoryLimits, memoryQuestions, memoryUpdates } from "./memory.ts";
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
const group = () => bench.telegram.director.addChat({ type: "group" });
const flood = (seconds: number): Fault => ({
  kind: "error",
  code: 429,
  description: "",
  parameters: { retry_after: seconds },
});
const refuse = (code: number, description: string, parameters = {}): Fault => ({
  kind: "error",
  code,
  description,
  parameters,
});

describe("what Telegram refuses", () => {
  it.each<[string, () => number, SendOutcome["kind"]]>([
    ["an unknown chat", () => 404, "chat-gone"],
    ["a person who has blocked it", () => (bench.telegram.user(olena).blocks(), olena), "chat-gone"],
    ["a person whose account is gone", () => (bench.telegram.user(olena).deactivates(), olena), "chat-gone"],
    [
      "a group that threw it out",
      () => bench.telegram.director.addChat({ type: "supergroup", botStatus: "kicked" }),
      "chat-gone",
    ],
    [
      "a group that it has left",
      () => bench.telegram.director.addChat({ type: "group", botStatus: "left" }),
      "chat-gone",
    ],
    [
      "a group that was deleted",
      () => {
        const id = group();
        bench.telegram.director.setChat(id, { isDeleted: true });
        return id;
      },
      "chat-gone",
    ],
    [
      "a group where it may not write",
      () => bench.telegram.director.addChat({ type: "supergroup", canSend: false }),
      "no-rights",
    ],
    [
      "a channel that it does not administer",
      () => bench.telegram.director.addChat({ type: "channel" }),
      "no-rights",
    ],
  ])("ends for %s", async (_, chat, kind) => {
    const outcome = await send(chat());

    expect(outcome.kind).toBe(kind);
    expect(bench.telegram.director.calls("sendMessage")).toHaveLength(1);
  });

  it("names the supergroup that a group has become", async () => {
    const id = group();
    const to = bench.telegram.director.migrate(id);

    expect(await send(id)).toEqual({ kind: "chat-moved", to: addressOf(to) });
  });

  it.each([
    ["deleted", "chat-gone"],
    ["closed", "no-rights"],
  ] as const)("ends for a %s topic", async (state, kind) => {
    const forum = bench.telegram.director.addChat({ type: "supergroup", isForum: true });
    const topic = bench.telegram.director.addTopic(forum, "Exchanges");
    bench.telegram.director.setTopic(forum, topic, state);

    expect((await send(forum, { thread: topic })).kind).toBe(kind);
  });

  it("tells a topic that was deleted from a forum that threw it out", async () => {
    const forum = bench.telegram.director.addChat({ type: "supergroup", isForum: true });
    const topic = bench.telegram.director.addTopic(forum, "Exchanges");
    bench.telegram.director.setTopic(forum, topic, "deleted");
    const deleted = await send(forum, { thread: topic });
    bench.telegram.director.setChat(forum, { botStatus: "kicked" });
    const thrownOut = await send(forum, { thread: topic });

    expect(deleted).toMatchObject({ kind: "chat-gone", isTopicOnly: true });
    expect(thrownOut.kind).toBe("chat-gone");
    expect(thrownOut).not.toHaveProperty("isTopicOnly");
  });

  it.each<[number, string, SendOutcome["kind"]]>([
    [400, "Bad Request: CHAT_WRITE_FORBIDDEN", "no-rights"],
    [400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", "no-rights"],
    [400, "Bad Request: CHAT_RESTRICTED", "no-rights"],
    [400, "Bad Request: have no rights to send a message", "no-rights"],
    [403, "Forbidden: not enough rights to send text messages to the chat", "no-rights"],
    [403, "Forbidden: CHAT_WRITE_FORBIDDEN", "no-rights"],
    [403, "Forbidden: bot was kicked from the channel chat", "chat-gone"],
    [403, "Forbidden: bot is not a member of the supergroup chat", "chat-gone"],
    [403, "Forbidden: user is deactivated", "chat-gone"],
    [403, "Forbidden: the group chat was deleted", "chat-gone"],
    [403, "Forbidden: bot can't initiate conversation with a user", "chat-gone"],
    [403, "Forbidden: bot can't send messages to bots", "chat-gone"],
    [401, "Unauthorized", "unauthorized"],
    [404, "Not Found", "unauthorized"],
    [500, "Internal Server Error: restart", "unknown"],
    [502, "Bad Gateway", "unknown"],
    [504, "Gateway Timeout", "unknown"],
  ])("takes %d «%s» for %s", async (code, description, kind) => {
    bench.telegram.director.fail({ method: "sendMessage", fault: refuse(code, description) });

    expect((await send(olena)).kind).toBe(kind);
    expect(bench.telegram.director.calls("sendMessage")).toHaveLength(1);
  });

  it("sends the plain words, with the buttons, once when the markup is refused, and logs a defect", async () => {
    const description = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0';
    bench.telegram.director.fail({ method: "sendMessage", fault: refuse(400, description) });

    const outcome = await send(olena);

    expect(outcome.kind).toBe("sent");
    expect(bench.telegram.director.sent(olena)[0]).toMatchObject({
      text: "Exchange & <tests>",
      entities: [],
      keyboard: [[{ text: "Why" }]],
    });
    expect(bench.lines).toContainEqual(
      expect.objectContaining({
        level: "error",
        fields: expect.objectContaining({ why: `400 ${description}` }),
      }),
    );
  });

  it("sends without the buttons when they are refused", async () => {
    bench.telegram.director.fail({
      method: "sendMessage",
      fault: refuse(400, "Bad Request: BUTTON_DATA_INVALID"),
    });

    expect((await send(olena)).kind).toBe("sent");
    expect(bench.telegram.director.sent(olena)[0]?.keyboard).toEqual([]);
  });

  it("gives up when the plain words are refused, too", async () => {
    bench.telegram.director.fail({
      method: "sendMessage",
      times: 2,
      fault: refuse(400, "Bad Request: something new"),
    });

    expect(await send(olena)).toEqual({ kind: "refused", why: "400 Bad Request: something new" });
    expect(bench.telegram.director.calls("sendMessage")).toHaveLength(2);
  });
});

describe("waiting", () => {
  it("holds one chat for as long as Telegram says, be it hours", async () => {
    bench.telegram.director.fail({ method: "sendMessage", chatId: olena, fault: flood(10_072) });

    expect(await send(olena)).toEqual({
      kind: "wait",
      scope: "chat",
      retryAfterMs: 10_072_000,
      why: "429 Too Many Requests: retry after 10072",
    });
    expect(bench.telegram.director.calls("sendMessage")).toHaveLength(1);
  });

  it("holds each chat by itself while others are served", async () => {
    const [first, second, third] = [1, 2, 3].map(() => bench.telegram.director.addChat({ type: "group" }));
    bench.telegram.director.fail({ method: "sendMessage", chatId: first!, fault: flood(5) });
    bench.telegram.director.fail({ method: "sendMessage", chatId: third!, fault: flood(5) });

    expect(await send(first!)).toMatchObject({ scope: "chat" });
    expect((await send(second!)).kind).toBe("sent");
    expect(await send(third!)).toMatchObject({ scope: "chat" });
  });

  it("holds everything when nobody listens at the address: the message surely was not sent", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const outcome = await elsewhere(`http://127.0.0.1:${port}`).send(sendRequest(olena, withButtons), noStop);

    expect(outcome).toMatchObject({ kind: "wait", scope: "platform", why: "ECONNREFUSED" });
  });
});

describe("an answer that never comes", () => {
  it.each<[string, Fault, number]>([
    ["the connection breaks after the message was taken", { kind: "reset", isDone: true }, 1],
    ["the connection breaks before", { kind: "reset", isDone: false }, 0],
    ["the server fails after taking it", { kind: "status", status: 500, isDone: true }, 1],
    ["a proxy answers with a page", { kind: "status", status: 502, isDone: false, isHtml: true }, 0],
  ])("is unknown when %s, and nothing is repeated", async (_, fault, arrived) => {
    bench.telegram.director.fail({ method: "sendMessage", fault });

    expect((await send(olena)).kind).toBe("unknown");
    expect(bench.telegram.director.calls("sendMessage")).toHaveLength(1);
    expect(bench.telegram.director.sent(olena)).toHaveLength(arrived);
  });

  it("is unknown when the call is stopped under way", async () => {
    bench.telegram.director.fail({ method: "sendMessage", fault: { kind: "hang", isDone: true } });
    const stop = new AbortController();
    const sending = bench.platform.send(sendRequest(olena, withButtons), stop.signal);
    await bench.telegram.until(() => bench.telegram.director.sentCount() === 1);

    stop.abort();

    expect((await sending).kind).toBe("unknown");
  });
});

function elsewhere(apiRoot: string) {
  return createTelegram({
    token: bench.telegram.token,
    apiRoot,
    publicUrl: null,
    commands: notedCommands([specOf("start")]),
    admins: [],
    updates: memoryUpdates(),
    files: memoryFiles(),
    questions: memoryQuestions(),
    outbox: memoryLimits(),
    charts: null,
    text: (_language, key) => key,
    languages: ["en"],
    clock: hastyClock(),
    log: silentLog,
  });
}
