import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** What a report of Wednesday, 13 November 2024, counts, and what happened by it. */
function toldBy(lang: string, text: string) {
  const publishedAt = Date.parse("2024-11-13T14:00:00Z");
  const { figures, events } = readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));
  return {
    figures: figures.map(({ measure, low, date, by }) => `${measure} ${low} ${date} ${by?.side ?? "-"}`),
    strikes: events.map(({ kind, date, by }) => `${kind} ${date} ${by?.side ?? "-"}`),
  };
}

describe("what a report reminds of", () => {
  it.each([
    [
      "uk",
      "Росіяни ввечері 12 листопада вдарили дронами по Глухову, поранено трьох людей, повідомив мер.",
      "Нагадаємо, раніше обстріли Нікополя забрали життя двох людей.",
    ],
    [
      "ru",
      "Вечером 12 ноября беспилотники ударили по Глухову, ранены три человека, сообщил мэр города на Украине.",
      "Ранее при обстреле Никополя погибли два человека.",
    ],
  ])("is nobody's word and of no day that the report tells (%s)", (lang, news, reminder) => {
    expect(toldBy(lang, `${news} ${reminder}`).figures).toEqual([
      "injured 3 2024-11-12 UA",
      "killed 2 null -",
    ]);
  });

  it("is not the strike that the report is about", () => {
    const { strikes } = toldBy(
      "uk",
      "Росіяни атакували дроном автобус у Бериславі. Про це 13 листопада повідомив голова Херсонської ОВА. Нагадаємо, 4 листопада війська РФ обстріляли Білозерку, є двоє поранених.",
    );

    expect(strikes).toEqual(["strike 2024-11-13 UA", "strike 2024-11-04 -"]);
  });
});

describe("the day of the news", () => {
  it.each([
    ["uk", "Близько 2 години ночі дрон влучив у будинок у Сумах, загинули троє людей."],
    ["ru", "Около 2 часов ночи дрон попал в дом в Сумах, погибли трое."],
    ["ru", "С полуночи россияне трижды обстреляли Сумы, погибли трое."],
  ])("is told by an hour of the night (%s): %s", (lang, text) => {
    expect(toldBy(lang, text).figures).toContain("killed 3 2024-11-13 -");
  });

  it("is not that of its telling where another is told", () => {
    const text =
      "Про удари по Криму повідомили напередодні. Удари були завдані 9 та 10 листопада. Дрони уразили три об'єкти.";
    expect(toldBy("uk", text).figures).toEqual(["sites.hit 3 null -"]);
  });

  it.each([
    ["uk", "Внаслідок удару по Сумах пошкоджено десять будинків. Про це 12 листопада повідомив мер."],
    ["ru", "При ударе по Сумам повреждены десять домов. Об этом 12 ноября сообщил мэр."],
  ])("is that of its telling where no other is told (%s)", (lang, text) => {
    expect(toldBy(lang, text).figures).toEqual(["buildings.damaged 10 2024-11-12 UA"]);
  });

  it.each([
    ["uk", "У ніч на понеділок російський дрон влучив у будинок у Тернополі."],
    ["ru", "В ночь на понедельник российский дрон попал в дом в Тернополе."],
  ])("is the morning of a night that is told by its day (%s)", (lang, text) => {
    expect(toldBy(lang, text).strikes).toEqual(["strike 2024-11-11 -"]);
  });
});
