import { describe, expect, it } from "vitest";
import { wordsByLanguage } from "../../src/commands/admin/announce.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { noon } from "../contract/store/documents.ts";
import { claimNotices, expandAll } from "../contract/store/steps.ts";
import { wordsOf, type Rig } from "./rig.ts";
import { begin, chatOf, second, trail } from "./admin-rig.ts";

describe("an announcement", () => {
  async function withChats(rig: Rig): Promise<void> {
    for (const language of textLanguages)
      await rig.store.chats.subscribe(chatOf(`-${language}`), defaultSubscription(language, "UTC"), noon);
  }
  const toldIn = async ({ store }: Rig) => {
    await expandAll(store);
    const claimed = await claimNotices(store);
    return claimed
      .map(({ chat, notice, isLoud }) => ({
        chat: chat.address.channel,
        words: wordsOf(notice.message),
        isLoud,
      }))
      .toSorted((a, b) => a.chat.localeCompare(b.chat));
  };

  it.each([
    ["en", "3 chats would get this:", "Send without sound", "It is on its way to all chats, once to each."],
    ["uk", "Це отримали б 3 чати:", "Надіслати без звуку", "Вирушило до всіх чатів, кожному один раз."],
    ["ru", "Это получили бы 3 чата:", "Отправить без звука", "Отправлено во все чаты, в каждый один раз."],
  ])(
    "is shown as each language will see it, then sent to all once (%s)",
    async (language, title, send, said) => {
      const rig = await begin(language);
      await withChats(rig);

      const preview = await rig.type(
        "/announce en: We move tonight. uk: Сьогодні переїзд. ru: Сегодня переезд.",
      );
      expect(preview.title).toBe(title);
      const sent = await rig.press(preview, send);
      const again = await rig.press(preview, send);

      expect(sent.title).toBe(said);
      expect(again.title).toBe(textsOf(language).text("announce-was-sent"));
      const told = await toldIn(rig);
      expect(told).toEqual([
        { chat: "-en", words: "From the operators of this bot\nWe move tonight.", isLoud: false },
        { chat: "-ru", words: "От тех, кто держит этого бота\nСегодня переезд.", isLoud: false },
        { chat: "-uk", words: "Від тих, хто тримає цього бота\nСьогодні переїзд.", isLoud: false },
      ]);
      for (const { words } of told) expect(wordsOf(preview)).toContain(words);
    },
  );

  it("of two admins who confirm at once is sent once", async () => {
    const rig = await begin();
    await withChats(rig);
    const preview = await rig.type("/announce Hello");
    const pressed = [rig.press(preview, "Send with sound")];
    rig.become(second);
    pressed.push(rig.press(preview, "Send with sound"));

    const titles = (await Promise.all(pressed)).map(({ title }) => title);

    expect(titles).toEqual([
      "It is on its way to all chats, once to each.",
      "It was sent already, once to each chat.",
    ]);
    expect(await toldIn(rig)).toMatchObject([
      { chat: "-en", isLoud: true },
      { chat: "-ru", isLoud: true },
      { chat: "-uk", isLoud: true },
    ]);
  });

  it("that was called off is not sent by an old button, nor one that is a day old", async () => {
    const rig = await begin();
    await withChats(rig);
    const off = await rig.type("/announce Hello");
    const old = await rig.type("/announce Hello again");

    expect((await rig.press(off, "Do not send")).title).toBe("It is not sent.");
    rig.become(second);
    expect((await rig.press(off, "Send with sound")).title).toContain("It was called off");
    rig.clock.jumpTo(noon + 25 * 3_600_000);
    expect((await rig.press(old, "Send with sound")).title).toContain("more than a day ago");
    expect((await rig.type("/announce send 99")).title).toBe("There is no such draft.");
    expect(await toldIn(rig)).toEqual([]);
  });

  it("that was sent is not sent again by its old button, though its notice is forgotten by then", async () => {
    const rig = await begin();
    const preview = await rig.type("/announce Hello");
    const seq = Number(preview.actions[0]?.argument.split(" ")[1]);
    await rig.store.audit.end(seq, { by: "telegram:2", at: noon, outcome: "done" });
    await withChats(rig);
    rig.clock.jumpTo(noon + 500 * 86_400_000);

    expect((await rig.press(preview, "Send with sound")).title).toContain("It was sent already");
    expect(await toldIn(rig)).toEqual([]);
  });

  it("that a kill kept back is let out by the second press", async () => {
    const rig = await begin();
    await withChats(rig);
    const preview = await rig.type("/announce Hello");
    const seq = Number(preview.actions[0]?.argument.split(" ")[1]);
    await rig.store.audit.end(seq, { by: "telegram:1", at: noon, outcome: "done" });

    expect((await rig.press(preview, "Send without sound")).title).toContain("It is on its way");
    expect(await toldIn(rig)).toHaveLength(3);
  });

  it("needs words, and not too many", async () => {
    const rig = await begin();

    expect((await rig.type("/announce")).title).toContain("/announce and the words");
    expect((await rig.type(`/announce ${"a".repeat(1_001)}`)).title).toContain("at most 1,000 characters");
    expect(await trail(rig)).toEqual([]);
  });

  it("is in the languages that it names, else in all the same", () => {
    const of = (text: string) => Object.fromEntries(wordsByLanguage(text, textLanguages));

    expect(of("en: Hello uk: Привіт")).toEqual({ en: "Hello", uk: "Привіт" });
    expect(of("Note: we move at 9:00")).toEqual({ "": "Note: we move at 9:00" });
    expect(of("We say en: no")).toEqual({ "": "We say en: no" });
  });
});
