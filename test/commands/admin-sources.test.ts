import { describe, expect, it } from "vitest";
import { textsOf } from "../../src/languages/texts.ts";
import { makePollState, makeReport, makeSource, noon } from "../contract/store/documents.ts";
import { wordsOf } from "./rig.ts";
import { begin, labels } from "./admin-rig.ts";

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
    expect(words).toContain(makeSource().url);
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
    ["uk", "Перевірка: The Courier, all news", "Опитувалося б раз на 10 хв.", "Нічого не збережено."],
    ["ru", "Проверка: The Courier, all news", "Опрашивался бы раз в 10 мин.", "Ничего не сохранено."],
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
