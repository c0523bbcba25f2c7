import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFakeTelegram } from "./index.ts";
import type { FakeTelegram } from "./index.ts";
import { pngOf } from "./png.ts";

interface Answer {
  readonly ok: boolean;
  readonly description?: string;
  readonly result?: { readonly photo?: readonly { readonly file_id: string }[] };
}

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await startFakeTelegram({ hasFloodLimits: false });
  telegram.user(7).types(7, "/start");
});
afterEach(() => telegram.close());

async function call(method: string, fields: Readonly<Record<string, string | Blob>>): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: "POST",
    body: form,
  });
  return (await response.json()) as Answer;
}

const picture = (width = 90, height = 60) => new Blob([pngOf(width, height)], { type: "image/png" });
const fileIdOf = ({ result }: Answer): string => result?.photo?.[0]?.file_id ?? "";

describe("a photo", () => {
  it("is uploaded under its own name or another's, and sent again by the id it was given", async () => {
    const first = await call("sendPhoto", { chat_id: "7", photo: picture() });
    const named = await call("sendPhoto", { chat_id: "7", photo: "attach://chart", chart: picture() });
    const again = await call("sendPhoto", { chat_id: "7", photo: fileIdOf(first), caption: "again" });

    expect([first, named, again].map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(telegram.director.sent(7).map(({ photo }) => photo?.width)).toEqual([90, 90, 90]);
    expect(fileIdOf(again)).toBe(fileIdOf(first));
  });

  it.each<[string, Readonly<Record<string, string | Blob>>, string]>([
    ["no picture", {}, "there is no photo in the request"],
    ["an unknown id", { photo: "AgACx" }, "wrong remote file identifier specified"],
    ["a file that is none", { photo: new Blob(["text"]) }, "IMAGE_PROCESS_FAILED"],
    ["a picture that is too long", { photo: picture(2_100, 100) }, "PHOTO_INVALID_DIMENSIONS"],
    ["a caption of 1,025", { photo: picture(), caption: "ж".repeat(1_025) }, "message caption is too long"],
    ["a parameter there is not", { photo: picture(), picture: "x" }, 'Parameter "picture" is not known'],
    ["a parameter of another type", { photo: picture(), message_thread_id: "x" }, "must be of type integer"],
  ])("is refused for %s", async (_, fields, description) => {
    const answer = await call("sendPhoto", { chat_id: "7", ...fields });

    expect(answer.description?.toLowerCase()).toContain(description.toLowerCase());
    expect(telegram.director.sentCount()).toBe(0);
  });

  it("keeps its kind: a text may become one, it becomes no text", async () => {
    await call("sendMessage", { chat_id: "7", text: "words" });
    const message_id = String(telegram.director.sent(7)[0]?.messageId);
    const noCaption = await call("editMessageCaption", { chat_id: "7", message_id, caption: "x" });
    const media = JSON.stringify({ type: "photo", media: "attach://chart", caption: "seen" });
    const replaced = await call("editMessageMedia", { chat_id: "7", message_id, media, chart: picture() });
    const noText = await call("editMessageText", { chat_id: "7", message_id, text: "x" });
    const caption = await call("editMessageCaption", { chat_id: "7", message_id, caption: "changed" });

    expect(noCaption.description).toBe("Bad Request: there is no caption in the message to edit");
    expect(replaced.ok).toBe(true);
    expect(noText.description).toBe("Bad Request: there is no text in the message to edit");
    expect(caption.ok).toBe(true);
    expect(telegram.director.sent(7)[0]).toMatchObject({ text: "changed", photo: { width: 90 } });
  });

  it("needs its own right in groups", async () => {
    const group = String(telegram.director.addChat({ type: "supergroup" }));
    telegram.director.setChat(Number(group), { canSendPhotos: false });

    expect((await call("sendPhoto", { chat_id: group, photo: picture() })).description).toBe(
      "Bad Request: not enough rights to send photos to the chat",
    );
    expect((await call("sendMessage", { chat_id: group, text: "words" })).ok).toBe(true);
  });
});

describe("a question", () => {
  it("is not put in channels, and cannot be edited", async () => {
    const channel = telegram.director.addChat({ type: "channel", botStatus: "administrator" });
    const reply_markup = JSON.stringify({ force_reply: true, selective: true });

    const refused = await call("sendMessage", { chat_id: String(channel), text: "?", reply_markup });
    await call("sendMessage", { chat_id: "7", text: "?", reply_markup });
    const [asked] = telegram.director.sent(7);
    const message_id = String(asked?.messageId);
    const edited = await call("editMessageText", { chat_id: "7", message_id, text: "!" });

    expect(refused.ok).toBe(false);
    expect(asked?.markup).toEqual({ kind: "force-reply", isSelective: true, placeholder: "" });
    expect(edited.description).toBe("Bad Request: message can't be edited");
  });
});

describe("an inline query", () => {
  const card = (id: string) => ({
    type: "article",
    id,
    title: "Title",
    input_message_content: { message_text: "<b>Title</b>", parse_mode: "HTML" },
  });
  const answer = (query: string, results: unknown, more: Readonly<Record<string, string>> = {}) =>
    call("answerInlineQuery", { inline_query_id: query, results: JSON.stringify(results), ...more });

  it.each<[string, unknown, string]>([
    ["more than 50 cards", Array.from({ length: 51 }, (_, index) => card(`c${index}`)), "RESULTS_TOO_MUCH"],
    ["an id of 65 bytes", [card("x".repeat(65))], "RESULT_ID_INVALID"],
    ["an id twice", [card("a"), card("a")], "RESULT_ID_DUPLICATE"],
    ["a card without a title", [{ ...card("a"), title: "" }], "ARTICLE_TITLE_EMPTY"],
    ["a card without a text", [{ ...card("a"), input_message_content: {} }], "message text is empty"],
  ])("refuses %s", async (_, results, description) => {
    const query = telegram.director.asksInline(7, "exchange");

    expect((await answer(query, results)).description).toBe(`Bad Request: ${description}`);
  });

  it("is answered once, and caches for everybody by default", async () => {
    const query = telegram.director.asksInline(7, "exchange");

    expect((await answer(query, [card("a")])).ok).toBe(true);
    expect((await answer(query, [card("a")])).description).toContain("query is too old");
    expect(telegram.director.query(query)?.answer).toMatchObject({ cacheSeconds: 300, isPersonal: false });
  });
});
