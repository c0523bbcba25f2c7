import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectFakeTelegram } from "./client.ts";
import { startFakeTelegram } from "./index.ts";
import type { FakeTelegram, FakeTelegramOptions } from "./index.ts";

interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
  readonly parameters?: unknown;
}

let telegram: FakeTelegram;
let now: number;

beforeEach(() => begin());
afterEach(() => telegram.close());

async function begin(options: FakeTelegramOptions = {}): Promise<void> {
  now = 1_750_000_000_000;
  telegram = await startFakeTelegram({ clock: () => now, toleranceMs: 0, ...options });
  telegram.user(7).types(7, "/start");
}

async function call(method: string, params: object = {}, token = telegram.token): Promise<Answer> {
  const response = await fetch(`${telegram.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, "status">) };
}

const say = (chatId: number, text = "x", more: object = {}) =>
  call("sendMessage", { chat_id: chatId, text, ...more });

const members = () =>
  Array.from({ length: 40 }, (_, index) => {
    const id = 1_000 + index;
    telegram.user(id).types(id, "/start");
    return id;
  });

describe("calls", () => {
  it("are refused with an unknown token, a malformed one, an unknown method", async () => {
    expect(await call("getMe", {}, "123456789:other")).toMatchObject({
      status: 401,
      description: "Unauthorized",
    });
    expect(await call("getMe", {}, "other")).toMatchObject({ status: 404, description: "Not Found" });
    expect(await call("getYou")).toMatchObject({ status: 404, description: "Not Found: method not found" });
  });

  it("take parameters from the address, a form or JSON", async () => {
    const form = new URLSearchParams({
      chat_id: "7",
      text: "form",
      reply_markup: '{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}',
    });

    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=7&text=address`);
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendmessage`, { method: "POST", body: form });

    expect(telegram.director.sent(7).map(({ text, keyboard }) => [text, keyboard.length])).toEqual([
      ["address", 0],
      ["form", 1],
    ]);
  });
});

describe("sendMessage", () => {
  it.each<[string, object, string]>([
    ["no text", { text: "" }, "message text is empty"],
    ["a text of blanks", { text: " \n " }, "text must be non-empty"],
    ["4,097 characters", { text: "🕊".repeat(4_097) }, "message is too long"],
    ["more than 32,768 bytes", { text: "ж".repeat(16_385) }, "text is too long"],
    ["an unknown parse mode", { parse_mode: "BBCode" }, "unsupported parse_mode"],
    [
      "a button without a text",
      { reply_markup: { inline_keyboard: [[{ text: " ", callback_data: "a" }]] } },
      "inline keyboard button text must be non-empty",
    ],
    [
      "a button that does nothing",
      { reply_markup: { inline_keyboard: [[{ text: "A" }]] } },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button with 65 bytes",
      { reply_markup: { inline_keyboard: [[{ text: "A", callback_data: `a${"ж".repeat(32)}` }]] } },
      "BUTTON_DATA_INVALID",
    ],
    ["a reply to nothing", { reply_parameters: { message_id: 99 } }, "message to be replied not found"],
    ["no chat", { chat_id: "" }, "chat_id is empty"],
  ])("refuses %s", async (_, more, description) => {
    expect(await say(7, "x", more)).toMatchObject({
      status: 400,
      description: `Bad Request: ${description}`,
    });
    expect(telegram.director.sentCount()).toBe(0);
  });

  it("measures a text after parsing, in code points", async () => {
    expect((await say(7, `<b>${"🕊".repeat(4_096)}</b>`, { parse_mode: "HTML" })).status).toBe(200);
  });

  it("finds entities too long that have more than about 9.5 KB", async () => {
    const link = `<a href="https://a.example/${"x".repeat(1_000)}">y</a>`;

    expect((await say(7, link.repeat(9), { parse_mode: "HTML" })).status).toBe(200);
    expect(await say(7, link.repeat(10), { parse_mode: "HTML" })).toMatchObject({
      description: "Bad Request: ENTITIES_TOO_LONG",
    });
  });

  it("tells parse errors before the chat's, and the chat's before the length's", async () => {
    expect((await say(404, "<x>", { parse_mode: "HTML" })).description).toContain("can't parse entities");
    expect((await say(404, "x".repeat(5_000))).description).toBe("Bad Request: chat not found");
  });

  it("does not reach who never spoke to it", async () => {
    telegram.user(8);

    expect(await say(8)).toMatchObject({ status: 400, description: "Bad Request: chat not found" });
  });
});

describe("editMessageText", () => {
  it("loses the keyboard that is not given again, and refuses what changes nothing", async () => {
    const markup = { reply_markup: { inline_keyboard: [[{ text: "A", callback_data: "a" }]] } };
    await say(7, "x", markup);
    const message_id = telegram.director.sent(7)[0]?.messageId;

    expect((await call("editMessageText", { chat_id: 7, message_id, text: "x" })).status).toBe(200);
    const again = await call("editMessageText", { chat_id: 7, message_id, text: "x" });

    expect(telegram.director.sent(7)[0]?.keyboard).toEqual([]);
    expect(again.description).toMatch(
      /^Bad Request: message is not modified: specified new message content/u,
    );
  });

  it("refuses a text that is too long in the words of the other server", async () => {
    await say(7);
    const message_id = telegram.director.sent(7)[0]?.messageId;

    expect(
      (await call("editMessageText", { chat_id: 7, message_id, text: "x".repeat(4_097) })).description,
    ).toBe("Bad Request: MESSAGE_TOO_LONG");
    expect((await call("editMessageText", { chat_id: 7, message_id: 999, text: "x" })).description).toBe(
      "Bad Request: message to edit not found",
    );
  });
});

describe("flood limits", () => {
  it("take thirty bulk messages a second, and name the wait", async () => {
    const chats = members();
    // The answers that people's own words allow are used up first.
    for (const chat of chats) await say(chat, "answer");
    now += 10_000;

    const statuses: number[] = [];
    for (const chat of chats) statuses.push((await say(chat)).status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(await say(7)).toMatchObject({ status: 200 });
  });

  it("take one message a second in a chat, after a short burst", async () => {
    await say(7);
    for (let sent = 0; sent < 2; sent += 1) await say(7);

    const refused = await say(7);
    now += 3_000;

    expect(refused).toMatchObject({
      status: 429,
      description: "Too Many Requests: retry after 3",
      parameters: { retry_after: 3 },
    });
    expect((await say(7)).status).toBe(200);
  });

  it("take twenty messages a minute in a group, and as many edits", async () => {
    const group = telegram.director.addChat({ type: "group" });
    for (let sent = 0; sent < 20; sent += 1) {
      expect((await say(group, `x${sent}`)).status).toBe(200);
      now += 1_000;
    }
    const message_id = telegram.director.sent(group)[0]?.messageId;
    const edit = (text: string) => call("editMessageText", { chat_id: group, message_id, text });

    expect(await say(group)).toMatchObject({ status: 429, parameters: { retry_after: 40 } });
    for (let edits = 0; edits < 20; edits += 1) {
      expect((await edit(`e${edits}`)).status).toBe(200);
      now += 100;
    }
    expect((await edit("one more")).status).toBe(429);
  });

  it("lengthen a wait that is ignored, and count it", async () => {
    for (let sent = 0; sent < 4; sent += 1) await say(7);

    expect(await say(7)).toMatchObject({ parameters: { retry_after: 4 } });
    expect(telegram.director.counts().flood).toMatchObject({ chat: 2, ignored: 1 });
  });

  it("shrink with the fake's time", async () => {
    await telegram.close();
    await begin({ factor: 10 });
    for (let sent = 0; sent < 4; sent += 1) await say(7);
    now += 300;

    expect((await say(7)).status).toBe(200);
  });
});

describe("getUpdates", () => {
  interface Update {
    readonly update_id: number;
  }
  const ids = ({ result }: Answer) => (result as readonly Update[]).map(({ update_id }) => update_id);

  it("gives an update again until an offset above it comes", async () => {
    telegram.user(7).types(7, "two");

    expect(ids(await call("getUpdates"))).toEqual([500_001, 500_002]);
    expect(ids(await call("getUpdates", { limit: 1 }))).toEqual([500_001]);
    expect(ids(await call("getUpdates", { offset: 500_002 }))).toEqual([500_002]);
    expect(ids(await call("getUpdates"))).toEqual([500_002]);
    expect(ids(await call("getUpdates", { offset: 500_003 }))).toEqual([]);
  });

  it("keeps the last ones with a negative offset", async () => {
    for (const text of ["two", "three"]) telegram.user(7).types(7, text);

    expect(ids(await call("getUpdates", { offset: -1 }))).toEqual([500_003]);
    expect(ids(await call("getUpdates"))).toEqual([500_003]);
  });

  it("waits for an update", async () => {
    const waiting = call("getUpdates", { offset: 500_002, timeout: 50 });
    await telegram.until(() => telegram.director.calls("getUpdates").length === 1);

    telegram.user(7).types(7, "two");

    expect(ids(await waiting)).toEqual([500_002]);
  });

  it("ends the older of two polls with a conflict", async () => {
    const older = call("getUpdates", { offset: 500_002, timeout: 50 });
    await telegram.until(() => telegram.director.calls("getUpdates").length === 1);
    const newer = call("getUpdates", { offset: 500_002, timeout: 50 });

    expect(await older).toMatchObject({
      status: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    telegram.user(7).types(7, "two");
    expect(ids(await newer)).toEqual([500_002]);
  });

  it("is refused while a webhook is set", async () => {
    await telegram.close();
    await begin({ isLocal: true });
    await call("setWebhook", { url: "http://127.0.0.1:9/hook" });

    expect((await call("getUpdates")).status).toBe(409);
    await call("deleteWebhook");
    expect((await call("getUpdates")).status).toBe(200);
  });

  it("remembers which kinds are wanted, for updates to come", async () => {
    await call("getUpdates", { offset: 500_002, allowed_updates: ["callback_query"] });
    telegram.user(7).types(7, "not wanted");
    await call("getUpdates", { allowed_updates: [] });
    telegram.user(7).types(7, "wanted");

    expect(ids(await call("getUpdates"))).toEqual([500_002]);
  });

  it("hides a group's talk from a bot that is no administrator", async () => {
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await call("getUpdates", { offset: 500_002 });

    telegram.user(7).types(group, "just talk");
    telegram.user(7).types(group, "/start@other_bot");
    telegram.user(7).types(group, "/start@tallywire_bot");

    expect(ids(await call("getUpdates"))).toEqual([500_002]);
  });
});

describe("scripted faults", () => {
  it("take the message and lose the answer", async () => {
    telegram.director.fail({ method: "sendMessage", fault: { kind: "reset", isDone: true } });

    await expect(say(7)).rejects.toThrow();
    expect(telegram.director.sentCount()).toBe(1);
  });

  it("meet the calls that they are meant for", async () => {
    telegram.director.fail({
      method: "sendMessage",
      containing: "two",
      after: 1,
      fault: { kind: "status", status: 500, isDone: false },
    });

    const statuses = [await say(7, "one"), await say(7, "two"), await say(7, "two")].map(
      ({ status }) => status,
    );

    expect(statuses).toEqual([200, 200, 500]);
  });
});

describe("another process", () => {
  it("directs the fake over HTTP", async () => {
    const child = spawn(process.execPath, [new URL("main.ts", import.meta.url).pathname], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const { apiRoot, token } = JSON.parse(line.toString()) as { apiRoot: string; token: string };
      const director = connectFakeTelegram(apiRoot);
      await director.types(7, 7, "/start");

      await fetch(`${apiRoot}/bot${token}/sendMessage?chat_id=7&text=hello`);

      expect(await director.sent(7)).toMatchObject([{ text: "hello", messageId: 2 }]);
      await expect(director.posts(-5, "x")).rejects.toThrow("there is no chat -5");
    } finally {
      child.kill();
      await once(child, "exit");
    }
  });
});
