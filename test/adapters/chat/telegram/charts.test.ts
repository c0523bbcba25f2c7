import { beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../../../src/model/message.ts";
import { chartOf, memoryFiles } from "./memory.ts";
import { addressOf, hastyClock, messageOf, noStop, sendRequest, setUp, useTelegram } from "./support.ts";
import type { Bench } from "./support.ts";

const stage = useTelegram();
const olena = 7;
const chart = chartOf("Attacks by place");
const short = messageOf("Attacks by place", {
  blocks: [{ kind: "text", text: "The week in numbers." }],
  actions: [{ command: "why", argument: "d42", label: "Why" }],
  chart,
});
const long: Message = {
  ...short,
  blocks: [{ kind: "text", text: "A sentence about the week. ".repeat(60) }],
};

let bench: Bench;
beforeEach(async () => {
  bench = await setUp({ telegram: stage.telegram });
  stage.telegram.user(olena).types(olena, "/start");
});

const send = (message: Message, change = {}, chatId = olena) =>
  bench.platform.send(sendRequest(chatId, message, change), noStop);
const edit = (messageId: string, message: Message) =>
  bench.platform.edit({ address: addressOf(olena), messageId, message, key: "" }, noStop);
const shown = (chatId = olena) => stage.telegram.director.sent(chatId);
const uploads = () => bench.charts.drawn.length;
const calls = () =>
  ["sendPhoto", "sendMessage"].flatMap((method) => stage.telegram.director.calls(method)).length;
const refuse = (description: string) => ({ kind: "error" as const, code: 400, description });

describe("a message with a chart", () => {
  it("is a photo with the words and what the picture says as its caption", async () => {
    const outcome = await send(short, { isLoud: false });

    const [message] = shown();
    expect(outcome).toEqual({ kind: "sent", messageId: String(message?.messageId) });
    expect(message).toMatchObject({
      text: "Attacks by place\n\nThe week in numbers.\n\nKharkiv region leads with 60, before Sumy region with 20.",
      isSilent: true,
      keyboard: [[{ text: "Why", callback_data: "why:d42" }]],
    });
    expect(message?.photo).not.toBeNull();
    expect(message?.entities.map(({ type }) => type)).toEqual(["bold", "italic"]);
  });

  it("says what the picture says once", async () => {
    await send({ ...short, blocks: [{ kind: "text", text: chart.alternative }] });

    expect(shown()[0]?.text).toBe(`Attacks by place\n\n${chart.alternative}`);
  });

  it("is uploaded once and sent again by its id, also after a restart", async () => {
    const files = memoryFiles();
    bench = await setUp({ telegram: stage.telegram, files });
    await send(short);
    await send(short);
    const again = await setUp({ telegram: stage.telegram, files });
    await again.platform.send(sendRequest(olena, short), noStop);

    const sent = stage.telegram.director.calls("sendPhoto").map(({ params }) => typeof params["photo"]);
    expect(sent).toEqual(["object", "string", "string"]);
    expect([...files.ids.keys()]).toEqual(["123456789:key of Attacks by place"]);
    expect(again.charts.drawn).toEqual([]);
  });

  it("is uploaded once for many chats at the same time", async () => {
    bench = await setUp({ telegram: stage.telegram, clock: hastyClock(999) });
    const people = [11, 12, 13, 14];
    for (const id of people) stage.telegram.user(id).types(id, "/start");

    const outcomes = await Promise.all(people.map((id) => send(short, {}, id)));

    expect(outcomes.every(({ kind }) => kind === "sent")).toBe(true);
    expect(uploads()).toBe(1);
    expect(new Set(people.map((id) => shown(id)[0]?.photo?.fileId)).size).toBe(1);
  });

  it("is uploaded again when Telegram does not know its id any more", async () => {
    await send(short);
    stage.telegram.director.forgetPhotos();

    expect((await send(short)).kind).toBe("sent");
    expect((await send(short)).kind).toBe("sent");
    expect(uploads()).toBe(2);
    expect(shown()).toHaveLength(3);
  });

  it("that is longer than a caption is a message, and the photo follows it silently", async () => {
    const outcome = await send(long);

    const [words, photo] = await stage.telegram.until(() => shown().length === 2 && shown());
    expect(outcome).toEqual({ kind: "sent", messageId: String(words?.messageId) });
    expect(words).toMatchObject({ photo: null, isSilent: false, keyboard: [[{ text: "Why" }]] });
    expect(photo).toMatchObject({
      text: "Attacks by place\n\nKharkiv region leads with 60, before Sumy region with 20.",
      replyTo: words?.messageId,
      isSilent: true,
      keyboard: [],
    });
  });

  it.each(["hang", "reset"] as const)(
    "that is longer than a caption has arrived, also when its photo meets a %s",
    async (kind) => {
      stage.telegram.director.fail({ method: "sendPhoto", fault: { kind, isDone: false } });

      const outcome = await send(long);

      expect(outcome).toEqual({ kind: "sent", messageId: String(shown()[0]?.messageId) });
      await stage.telegram.until(() => stage.telegram.director.calls("sendPhoto").length === 1);
    },
  );

  it("that is longer than a caption is followed by its photo also where that is to wait first", async () => {
    stage.telegram.director.fail({
      method: "sendPhoto",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 3 } },
    });

    await send(long);

    const [, photo] = await stage.telegram.until(() => shown().length === 2 && shown());
    expect(photo?.photo).not.toBeNull();
  });

  it("cuts what the picture says, not the words, where a caption has no room for both", async () => {
    const alternative = "Kharkiv region leads with 60. ".repeat(30);
    const words = "One more sentence. ".repeat(30).trim();
    await send({ ...short, blocks: [{ kind: "text", text: words }], chart: { ...chart, alternative } });

    const text = shown()[0]?.text ?? "";
    expect(text).toContain(words);
    expect(Array.from(text).length).toBeLessThanOrEqual(1_024);
    expect(text.endsWith("…")).toBe(true);
  });

  it("shows the chart's words where it cannot be drawn", async () => {
    bench.charts.fails = true;
    await send(short);
    await send(long);

    const [first, second] = shown();
    expect(first).toMatchObject({ photo: null });
    expect(first?.text).toBe(
      "Attacks by place\n\nThe week in numbers.\n\nDrones downed, 1 to 7 June\n\nKharkiv region leads with 60, before Sumy region with 20.",
    );
    expect(second?.text).toContain("Kharkiv region leads with 60");
    expect(shown()).toHaveLength(2);
  });

  it("shows the chart's words where photos may not be sent: the chat is not lost", async () => {
    const group = stage.telegram.director.addChat({ type: "supergroup" });
    stage.telegram.director.setChat(group, { canSendPhotos: false });

    expect((await send(short, {}, group)).kind).toBe("sent");
    expect(shown(group)[0]?.text).toContain("Kharkiv region leads with 60");
  });

  it.each([
    "not enough rights to send photos to the chat",
    "CHAT_SEND_PHOTOS_FORBIDDEN",
    "CHAT_SEND_MEDIA_FORBIDDEN",
  ])("shows the chart's words where it is told: %s", async (words) => {
    stage.telegram.director.fail({ method: "sendPhoto", fault: refuse(`Bad Request: ${words}`) });

    expect((await send(short)).kind).toBe("sent");
    expect(shown()[0]?.text).toContain("Kharkiv region leads with 60");
  });

  it.each([
    "TOPIC_CLOSED",
    "need administrator rights in the channel chat",
    "have no rights to send a message",
  ])("is tried once where nothing may be sent: %s", async (words) => {
    stage.telegram.director.fail({ chatId: olena, times: 2, fault: refuse(`Bad Request: ${words}`) });
    const before = calls();

    expect((await send(short)).kind).toBe("no-rights");
    expect(calls() - before).toBe(1);
  });

  it("says what it met when the upload is not answered, and sends nothing else", async () => {
    stage.telegram.director.fail({ method: "sendPhoto", fault: { kind: "reset", isDone: true } });

    expect((await send(short)).kind).toBe("unknown");
    expect(shown()).toHaveLength(1);
  });

  it("holds a chat that is told to wait, and sends the photo then", async () => {
    stage.telegram.director.fail({
      method: "sendPhoto",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 3 } },
    });

    expect(await send(short)).toMatchObject({ kind: "wait", retryAfterMs: 3_000 });
    await bench.clock.sleep(3_000);
    expect((await send(short)).kind).toBe("sent");
  });
});

describe("editing in a chart", () => {
  it("turns a text into a photo, and a photo into another", async () => {
    await send(messageOf("Attacks"));
    const messageId = String(shown()[0]?.messageId);

    expect(await edit(messageId, short)).toEqual({ kind: "sent", messageId });
    const first = shown()[0]?.photo;
    const other = { ...short, title: "By day", chart: chartOf("Attacks by day") };
    expect(await edit(messageId, other)).toEqual({ kind: "sent", messageId });

    expect(first).not.toBeNull();
    expect(shown()[0]).toMatchObject({ keyboard: [[{ text: "Why" }]] });
    expect(shown()[0]?.text).toContain("By day");
    expect(shown()[0]?.photo?.uniqueId).not.toBe(first?.uniqueId);
  });

  it("counts as done when nothing is different", async () => {
    await send(short);
    const messageId = String(shown()[0]?.messageId);

    expect(await edit(messageId, short)).toEqual({ kind: "sent", messageId });
  });

  it("finds that a photo cannot become a text", async () => {
    await send(short);

    expect((await edit(String(shown()[0]?.messageId), messageOf("Words"))).kind).toBe("message-gone");
  });

  it("shows the words where the picture is refused", async () => {
    await send(messageOf("Attacks"));
    stage.telegram.director.fail({
      method: "editMessageMedia",
      times: 2,
      fault: refuse("Bad Request: IMAGE_PROCESS_FAILED"),
    });

    expect((await edit(String(shown()[0]?.messageId), short)).kind).toBe("sent");
    expect(shown()[0]).toMatchObject({ photo: null });
  });
});
