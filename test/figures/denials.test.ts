import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

/** The reading of a text published on Saturday, 14 June 2025. */
function readingOf(text: string, lang = "en") {
  const publishedAt = Date.parse("2025-06-14T12:00:00Z");
  return readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));
}

function denialsOf(text: string, lang = "en"): string[] {
  return readingOf(text, lang)
    .events.filter((event) => event.isDenial)
    .map((event) => `${event.kind} ${event.stage} ${event.by?.side ?? "-"}`);
}

describe("a denial", () => {
  it.each([
    [
      "en",
      "Russia denied striking the hospital in Kharkiv on Friday, which Ukraine said killed five people.",
      "strike done RU",
    ],
    [
      "en",
      "The RSF denied attacking a mosque in El Fasher, where 70 people died on Friday.",
      "strike done x-rsf",
    ],
    ["en", "Ukraine's military denied that Russian forces had captured Kupiansk.", "capture denied UA"],
    [
      "en",
      "Thailand accused Cambodia of violating the ceasefire. Cambodia denied the accusation.",
      "ceasefire violated KH",
    ],
    ["en", "The Kremlin denied that talks with Ukraine were held in Abu Dhabi on Friday.", "talks held RU"],
    [
      "uk",
      "Росія заперечує удар по лікарні в Харкові у п'ятницю, де загинуло п'ятеро людей.",
      "strike done RU",
    ],
    ["ru", "Минобороны России опровергло сообщения об ударе по школе в Сумах.", "strike done RU"],
  ])("is its speaker's: %s, %s", (lang, text, denial) => {
    expect(denialsOf(text, lang)).toEqual([denial]);
  });

  it("is about what was told just before, and about its places", () => {
    const { events } = readingOf(
      "Ukraine said a Russian missile hit a kindergarten in Sumy on Thursday, injuring 12 people. Moscow denied responsibility.",
    );

    expect(events.map(({ isDenial, date, by }) => [isDenial, date, by?.side])).toEqual([
      [false, "2025-06-12", "UA"],
      [true, "2025-06-12", "RU"],
    ]);
    expect(events[1]?.places).toEqual(events[0]?.places);
  });

  it.each([
    "Russia rejected a ceasefire proposed by Kyiv.",
    "Pakistan neither confirmed nor denied the drone strikes on Kabul.",
    "A Russian missile hit Sumy on Thursday, injuring 12 people. Moscow denies targeting civilians.",
  ])("is none where an offer is refused, nothing is denied, or only an aim is: %s", (text) => {
    expect(denialsOf(text)).toEqual([]);
  });

  it.each([
    [
      "en",
      "Ukraine said a Russian missile hit a market in Kherson on Friday, killing ten. Moscow blamed Ukrainian forces.",
    ],
    [
      "en",
      "An Israeli air strike killed 20 people in Khan Younis on Friday. Israel accused Hamas of firing the rocket.",
    ],
    [
      "uk",
      "Російська ракета вбила десятьох людей на ринку в Херсоні у п'ятницю. Москва звинуватила українських військових.",
    ],
    ["ru", "Российская ракета убила десять человек на рынке в Херсоне в пятницу. Москва обвинила Киев."],
    ["en", "Ukraine says Russian strike kills at least 10; Moscow blames pro-Kyiv forces"],
    ["en", "Ukraine says Russia strike kills at least 10; Moscow blames pro-Kyiv forces"],
  ])("is the word of who lays his own strike on the other side: %s, %s", (lang, text) => {
    expect(denialsOf(text, lang)).toEqual([`strike done ${text.includes("Khan") ? "IL" : "RU"}`]);
  });

  it.each([
    "A Russian missile hit a market in Kherson on Friday, killing ten. Ukraine blamed Russia.",
    "Shelling killed three people in Donetsk on Friday. Russia accused Ukraine of firing at the city.",
    "A Russian missile hit a market in Kherson on Friday, killing ten. The UN accused Russia of war crimes.",
  ])("is none where somebody else is blamed than who blames for his own: %s", (text) => {
    expect(denialsOf(text)).toEqual([]);
  });

  it.each([
    [
      "en",
      "Russia said it would not hand over prisoners in the exchange on Sunday. Ukraine has not delayed anything.",
    ],
    ["uk", "Дату обміну полоненими ніхто не погоджував. Україна нічого не відкладала."],
    ["ru", "Заявления об обмене пленными не имеют оснований. Украина ничего не откладывала."],
  ])("is the word that nothing was put off: %s, %s", (lang, text) => {
    expect(denialsOf(text, lang)).toEqual(["exchange delayed UA"]);
  });

  it.each([
    [
      "en",
      "A house in Kyiv was destroyed by a missile of Ukrainian air defence, the Russian Defence Ministry said.",
    ],
    ["uk", "Будинок у Києві зруйновано ракетою української ППО, стверджує Міністерство оборони Росії."],
    ["ru", "Дом в Киеве разрушен ракетой украинской ПВО, утверждает Минобороны России."],
  ])("is the word that the other side's air defence did the harm: %s, %s", (lang, text) => {
    expect(denialsOf(text, lang)).toEqual(["strike done RU"]);
  });

  it.each([
    ["en", "Ukrainian air defence shot down a missile over Kyiv and debris damaged a house, officials said."],
    ["ru", "Ракетой украинской ПВО повреждён дом в Киеве, сообщил мэр Киева Виталий Кличко."],
  ])("is none where a side tells that of its own air defence: %s, %s", (lang, text) => {
    expect(denialsOf(text, lang)).toEqual([]);
  });

  it("gives its speaker no number and is no event of the written reading", () => {
    const reading = readingOf(
      "The RSF denied attacking a mosque in El Fasher, where 70 people died on Friday.",
    );

    const written = writeReading("a", reading);

    expect(written.figures).toMatchObject([{ measure: "killed", low: 70, by: null }]);
    expect(written.events).toEqual([]);
  });
});
