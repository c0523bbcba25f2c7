import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

function read(lang: string, title: string, text: string) {
  const source = { name: "Own", side: null };
  const line = { id: "r", lang, publishedAt: "2026-01-05T15:00:00Z", source, url: "", title, text };
  return readReport(parseReportLine(JSON.stringify(line)));
}

function came(lang: string, title: string, text: string): string[] {
  return read(lang, title, text).figures.map(({ measure, side, low }) => `${measure} ${side} ${low}`);
}

describe("a verb that gives back and gets back", () => {
  it.each([
    ["uk", "Росія повернула 1212 тіл", "В Україну повернули тіла 1212 загиблих.", "bodies.returned UA 1212"],
    ["ru", "Россия вернула 1212 тел", "На Украину возвращены тела 1212 погибших.", "bodies.returned UA 1212"],
    [
      "uk",
      "Росія повернула 150 полонених",
      "Україна повернула 150 своїх захисників.",
      "prisoners.released UA 150",
    ],
    [
      "en",
      "Russia returns 1,212 bodies",
      "Ukraine received the bodies of 1,212 soldiers.",
      "bodies.returned UA 1212",
    ],
  ])("in a title is told by the text: %s %s", (lang, title, text, figure) => {
    expect(came(lang, title, text)).toEqual([figure]);
  });

  it("two that the text tells of are two", () => {
    const text = "Україна повернула 150 своїх захисників, Росія повернула 150 своїх військових.";
    expect(came("uk", "Обмін полоненими: Росія повернула 150 військових", text).toSorted()).toEqual([
      "prisoners.released RU 150",
      "prisoners.released UA 150",
    ]);
  });
});

describe("the spokesman of a body", () => {
  it.each([
    ["uk", "Україна та Росія провели обмін у форматі 205 на 205, повідомив речник Координаційного штабу."],
    ["ru", "Украина и Россия провели обмен 205 на 205, сообщил представитель Координационного штаба."],
  ])("speaks for its party, whoever was named last: %s", (lang, text) => {
    expect(read(lang, "", text).figures.map(({ by }) => by?.side)).toEqual(["UA", "UA"]);
  });

  it("a ministry that a pronoun gives to the party named last is that party's", () => {
    const text = "Росія втрату не визнає; її Міноборони заявило, що збито 12 українських дронів.";
    expect(read("uk", "", text).figures.map(({ by }) => by?.side)).toEqual(["RU"]);
  });
});

describe("a paragraph that tells who told what stands before it", () => {
  it.each([
    ["uk", "У Добропіллі внаслідок удару загинули 11 людей.\n\nПро це повідомляє ДСНС.", "UA"],
    [
      "uk",
      "Унаслідок обстрілу Сум поранено 12 людей.\n\nПро це в Telegram повідомив начальник Сумської ОВА.",
      "UA",
    ],
    [
      "ru",
      "В Белгороде при обстреле погибли три человека.\n\nОб этом сообщил губернатор Вячеслав Гладков.",
      "RU",
    ],
    ["ru", "В Донецке ранены семь человек.\n\nОб этом сообщает МЧС России.", "RU"],
  ])("%s: %s", (lang, text, side) => {
    expect(read(lang, "", text).figures.map(({ by }) => by?.side)).toEqual([side]);
  });
});
