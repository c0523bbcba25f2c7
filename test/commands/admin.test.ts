import { describe, expect, it } from "vitest";
import { wordsByLanguage } from "../../src/commands/admin/announce.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Message } from "../../src/model/message.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { makeDevelopment, makePollState, makeReport, makeSource, noon } from "../contract/store/documents.ts";
import { claimNotices, expandAll } from "../contract/store/steps.ts";
import { createRig, wordsOf, type Rig } from "./rig.ts";

const chatOf = (channel: string) => ({ platform: "telegram", channel, thread: null });
const admin = { id: "1", address: chatOf("1") };
const second = { id: "2", address: chatOf("2") };
const stranger = { id: "7", address: chatOf("7") };
const courier = makeSource();

/** A rig with two admins and one source, the first admin speaking. */
async function begin(language = "en", fields: Partial<CommandContext> = {}): Promise<Rig> {
  const rig = await createRig({ admins: { telegram: ["1", "2"] }, ...fields });
  rig.become({ ...admin, language });
  await rig.store.sources.add(courier, noon);
  return rig;
}

const labels = (message: Message): readonly string[] => message.actions.map(({ label }) => label);
const trail = async ({ store }: Rig) =>
  (await store.audit.list({ limit: 20 })).map(
    ({ by, act, subject, before, after, outcome }) =>
      `${by} ${act} ${subject} [${before}] [${after}] ${outcome ?? "open"}`,
  );

describe("what is for admins", () => {
  const lines = [
    "/review",
    "/review show d1",
    "/review hold d1",
    "/review undo d1 1",
    "/review close 1",
    "/announce Hello",
    "/announce send 1 loud",
    "/announce cancel 1",
    "/stats",
    "/audit",
    "/sources show courier",
    "/sources add https://feeds.example/a",
    "/sources test https://feeds.example/a",
    "/sources edit courier urgent yes",
    "/sources pause courier",
    "/sources resume courier",
    "/sources remove courier yes",
  ];

  it.each(lines)("is refused to everybody else, typed or as a forged button: %s", async (line) => {
    const rig = await begin();
    rig.become(stranger);

    expect((await rig.type(line)).title).toBe("Only the admins of this bot may do that.");
    expect(await trail(rig)).toEqual([]);
    expect((await rig.store.sources.find("courier"))?.state.halt).toBeNull();
  });

  it("is refused to an admin's namesake on another platform", async () => {
    const rig = await begin();
    rig.become({ id: "1", address: { platform: "discord", channel: "1", thread: null } });

    expect((await rig.type("/stats")).title).toBe("Only the admins of this bot may do that.");
  });

  it("is refused as soon as an admin is no longer one, buttons of before too", async () => {
    const admins = { telegram: ["1", "2"] };
    const rig = await begin("en", { admins });
    const panel = await rig.type("/sources show courier");
    admins.telegram = ["2"];

    expect((await rig.press(panel, "Pause")).title).toBe("Only the admins of this bot may do that.");
    expect((await rig.store.sources.find("courier"))?.state.halt).toBeNull();
  });

  it("is in the help of admins only", async () => {
    const rig = await begin();
    const forAdmins = wordsOf(await rig.type("/help"));
    rig.become(stranger);
    const forOthers = wordsOf(await rig.type("/help"));

    for (const name of ["/review", "/announce", "/stats", "/audit"]) {
      expect(forAdmins).toContain(name);
      expect(forOthers).not.toContain(name);
    }
  });
});

describe("a source's panel", () => {
  it.each([
    ["en", "Open a source", "Pause", ["courier is paused.", "Paused."]],
    ["uk", "Відкрити джерело", "Призупинити", ["courier призупинено.", "Призупинено."]],
    ["ru", "Открыть источник", "Приостановить", ["courier приостановлен.", "Приостановлен."]],
  ])("opens from the list, pauses and resumes (%s)", async (language, list, pause, said) => {
    const rig = await begin(language);
    const listed = await rig.type("/sources");
    expect(listed.selects?.[0]?.label).toBe(list);
    const panel = await rig.choose(listed, listed.selects?.[0]?.options[0]?.label ?? "");

    const paused = await rig.press(panel, pause);
    for (const words of said) expect(wordsOf(paused)).toContain(words);
    await rig.press(panel, pause);
    expect((await rig.store.sources.find("courier"))?.state.halt).toBe("paused");

    await rig.press(paused, textsOf(language).text("button-source-resume"));
    expect((await rig.store.sources.find("courier"))?.state.halt).toBeNull();
    expect(rig.pokes()).toBe(3);
  });

  it("says how it does: answers, items, the usual gap and failures with their cause", async () => {
    const rig = await begin();
    await rig.store.sources.saveState(
      "courier",
      makePollState({
        lastSuccessAt: noon - 3_600_000,
        lastNewItemAt: noon - 7_200_000,
        usualGapMs: 5_400_000,
        failures: 3,
        firstFailureAt: noon - 1_800_000,
        failure: { code: "dns", text: "no such host" },
      }),
    );

    const words = wordsOf(await rig.type("/sources show courier"));

    expect(words).toContain("The last 3 polls failed: The host name cannot be resolved.");
    expect(words).toContain("Last answer: 24 May at 14:00");
    expect(words).toContain("Last new item: 24 May at 13:00");
    expect(words).toContain("Usually something new every 2 h");
    expect(words).toContain("Failing since 24 May at 14:30: 3 polls in a row");
  });

  it("changes fields by buttons and words, and says what is wrong with them", async () => {
    const rig = await begin();
    let panel = await rig.type("/sources show courier");
    panel = await rig.press(panel, "Make urgent");
    panel = await rig.press(panel, "Mark as state-controlled");
    panel = await rig.press(panel, "Fetch articles");
    panel = await rig.press(panel, "Name", "The New Courier");
    panel = await rig.press(panel, "Language", "UK");
    panel = await rig.press(panel, "Side", "ua");
    panel = await rig.press(panel, "Note", "Quotes officials exactly");

    expect((await rig.store.sources.find("courier"))?.source).toMatchObject({
      isUrgent: true,
      isStateControlled: true,
      wantsArticle: true,
      name: "The New Courier",
      lang: "uk",
      side: "UA",
      note: "Quotes officials exactly",
    });
    expect(labels(panel)).toContain("No longer urgent");
    expect(wordsOf(await rig.press(panel, "Side", "Ukraine"))).toContain("A side is a country's code");
    expect(wordsOf(await rig.press(panel, "Address", "javascript:alert(1)"))).toContain("no web address");
    expect(wordsOf(await rig.type("/sources edit courier urgent maybe"))).toContain("Say what to change");
    expect((await rig.store.sources.find("courier"))?.source.side).toBe("UA");
  });

  it("goes only when that is confirmed; an old button then finds nothing", async () => {
    const rig = await begin();
    const panel = await rig.type("/sources show courier");
    const asked = await rig.press(panel, "Remove…");
    expect(await rig.store.sources.find("courier")).not.toBeNull();

    const removed = await rig.press(asked, "Yes, remove it");

    expect(removed.title).toBe("courier is no longer followed. Its reports stay in the ledger.");
    expect(await rig.store.sources.find("courier")).toBeNull();
    for (const label of ["Pause", "Make urgent", "Remove…"])
      expect((await rig.press(panel, label)).title).toContain("No source is called");
  });

  it("keeps long ids within a button", async () => {
    const rig = await begin();
    const id = "a-very-long-name-of-a-source-that-nobody-would-ever-type-again";
    await rig.store.sources.add(makeSource({ id, url: "https://long.example/feed" }), noon);

    const panel = await rig.press(await rig.type(`/sources show ${id}`), "Make urgent");

    expect(wordsOf(panel)).toContain("Changed.");
    expect((await rig.store.sources.find(id))?.source.isUrgent).toBe(true);
  });
});

describe("a test of a source", () => {
  const trial = {
    reports: [makeReport({ title: "Ten people came home", publishedAt: noon })],
    alerts: [],
    fault: null,
    title: "The Courier, all news",
    usualGapMs: 3_600_000,
    intervalMs: 600_000,
    movedTo: null,
  };

  it.each([
    ["en", "Test: The Courier, all news", "It would be polled every 10 min.", "Nothing was stored."],
    ["uk", "Перевірка: The Courier, all news", "Опитувалося б кожні 10 хв.", "Нічого не збережено."],
    ["ru", "Проверка: The Courier, all news", "Опрашивался бы каждые 10 мин.", "Ничего не сохранено."],
  ])("shows what would be read, and stores nothing (%s)", async (language, title, every, note) => {
    const rig = await begin(language, { trySource: () => Promise.resolve(trial) });

    const tested = await rig.type("/sources test https://feeds.example/rss.xml");

    expect(tested.title).toBe(title);
    for (const part of [every, note, "Ten people came home"]) expect(wordsOf(tested)).toContain(part);
    expect(await rig.store.sources.list()).toHaveLength(1);
    await rig.press(tested, textsOf(language).text("button-source-follow"));
    expect(await rig.store.sources.list()).toHaveLength(2);
  });

  it("says in words why it cannot be read", async () => {
    const fault = { code: "not-a-feed", text: "no feed" };
    const rig = await begin("en", { trySource: () => Promise.resolve({ ...trial, fault }) });

    const tested = await rig.type("/sources test https://feeds.example/rss.xml");

    expect(wordsOf(tested)).toMatch(/It cannot be read: .+ no feed/u);
    expect(labels(tested)).toEqual([]);
    expect((await rig.type("/sources test http://127.0.0.1/")).title).toContain("private or reserved");
  });
});

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

describe("an admin who never subscribed", () => {
  it("is answered in their own language and the default zone, also after a notice", async () => {
    const rig = await begin("uk");
    rig.become({ ...stranger, language: "en" });
    await rig.type("/report something is wrong");
    rig.become({ ...admin, language: "uk" });

    const words = wordsOf(await rig.type("/review"));

    expect(words).toContain("Що чекає на вас");
    expect(words).toContain("24 травня о 15:00: something is wrong");
  });
});

describe("/stats", () => {
  it.each([
    [
      "en",
      "telegram: 2 subscribed, 0 unsubscribed or never subscribed, 1 gone",
      "1 source, of which 0 failing or silent",
    ],
    ["uk", "telegram: підписано 2, уже або ніколи не підписано 0, зникло 1", "Джерел: 1, з них не працює"],
    ["ru", "telegram: подписано 2, уже или никогда не подписано 0, пропало 1", "Источников: 1, из них не"],
  ])("counts chats, deliveries, news and the process (%s)", async (language, chats, sources) => {
    const describeProcess = () => ({
      version: "9.9.9",
      startedAt: noon - 7_200_000,
      memoryBytes: 104_857_600,
    });
    const rig = await begin(language, { describeProcess });
    for (const channel of ["10", "11", "12"]) {
      const chat = await rig.store.chats.subscribe(chatOf(channel), defaultSubscription("en", "UTC"), noon);
      if (channel === "12") await rig.store.chats.markGone(chat.id, "kicked", noon);
    }

    const words = wordsOf(await rig.type("/stats"));

    for (const part of [chats, sources, "9.9.9", "100"]) expect(words).toContain(part);
  });
});

describe("the audit log", () => {
  it("keeps who did what to what, how it was and how it is", async () => {
    const rig = await begin();
    await rig.type("/sources pause courier");
    rig.become(second);
    await rig.type("/sources edit courier name The New Courier");
    await rig.type("/sources add https://feeds.example/a");
    await rig.type("/sources add https://feeds.example/a");
    await rig.type("/sources remove courier yes");
    await rig.type("/announce Hello");

    expect((await trail(rig)).toReversed()).toEqual([
      "telegram:1 source.pause courier [polled] [paused] done",
      `telegram:2 source.edit courier [name: ${courier.name}] [name: The New Courier] done`,
      "telegram:2 source.add example-a [] [https://feeds.example/a] done",
      "telegram:2 source.add example-a [] [https://feeds.example/a] refused",
      `telegram:2 source.remove courier [${courier.url}] [] done`,
      "telegram:2 announce  [] [Hello] open",
    ]);
  });

  it.each([
    ["en", "What admins did", "telegram:1: pause courier. polled → paused", "More"],
    ["uk", "Що робили адміністратори", "telegram:1: призупинити courier. polled → paused", "Ще"],
    ["ru", "Что делали администраторы", "telegram:1: приостановить courier. polled → paused", "Ещё"],
  ])("is read page by page (%s)", async (language, title, line, more) => {
    const rig = await begin(language);
    await rig.type("/sources pause courier");
    for (let count = 0; count < 12; count++) await rig.type("/sources resume courier");

    const first = await rig.type("/audit");
    const second = await rig.press(first, more);

    expect(first.title).toBe(title);
    expect(wordsOf(first)).not.toContain(line);
    expect(wordsOf(second)).toContain(line);
    expect(labels(second)).toEqual([]);
  });

  it("has an act before it is done: one that a fault ended is there, and so is one of unknown end", async () => {
    const rig = await begin();
    await rig.store.audit.begin({
      at: noon,
      by: "telegram:1",
      act: "source.pause",
      subject: "courier",
      before: "",
      after: "",
    });
    const broken: Rig = await begin("en", { review: () => Promise.reject(new Error("the disk is full")) });
    await broken.store.ledger.commit({
      version: 0,
      report: null,
      change: {
        cause: { kind: "hold" },
        at: noon,
        developments: [makeDevelopment({ reports: [] })],
        operations: [],
      },
      alerts: [],
    });

    expect(wordsOf(await rig.type("/audit"))).toContain("pause courier (begun; its end is not known)");
    expect((await broken.type("/review hold d1")).title).toContain("not your fault");
    expect(await trail(broken)).toEqual(["telegram:1 review.hold d1 [] [] failed"]);
  });
});
