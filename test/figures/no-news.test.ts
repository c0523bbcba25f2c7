import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function readingOf(lang: string, text: string) {
  const publishedAt = Date.parse("2025-06-14T12:00:00Z");
  const { figures, events } = readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));
  return {
    figures: figures.map((figure) => `${figure.measure} ${figure.low}`),
    events: events.map((event) => `${event.kind} ${event.stage}`),
  };
}

const nothing = { figures: [], events: [] };

describe("a post of a channel", () => {
  it.each([
    ["uk", "У війні 1787–1791 років російський флот розбив турецький: убито 5500 людей, поранено 21."],
    ["ru", "В сражении 1790 года противник потерял 14 кораблей, погиб 21 человек."],
    ["uk", "20 серпня 2014 року в бою за Іловайськ загинуло двоє бійців батальйону. Бригада вшановує їх."],
  ])("of history is no news: %s, %s", (lang, text) => {
    expect(readingOf(lang, text)).toEqual(nothing);
  });

  it.each([
    [
      "uk",
      "Втрати ЗСУ: співвідношення таке, що на 1 нашого солдата, який загинув, припадає 5 російських солдатів.",
    ],
    ["ru", "Соотношение потерь на фронте: на одного погибшего бойца ВСУ приходится пять российских."],
    [
      "uk",
      "Водогін поверне воду понад мільйону людей у постраждалих від удару по дамбі громадах Херсонщини.",
    ],
    ["uk", "У 2014–2015 люди виїжджали з окупованого Донбасу, тікали від війни."],
    ["ru", "Украинцы хотели в Европу, но из-за войны потеряли 10 миллионов людей."],
  ])("with a ratio, a year or a number beyond all wars has no figure: %s, %s", (lang, text) => {
    expect(readingOf(lang, text).figures).toEqual([]);
  });

  it.each([
    [
      "ru",
      "Расчёт ЗРК ежедневно уничтожает цели на Авдеевском направлении. Цель была уничтожена на безопасном расстоянии.",
    ],
    ["ru", "Заместитель министра обороны РФ провёл встречу с послом Мьянмы в Российской Федерации."],
  ])("about a crew's work or a courtesy has no event: %s, %s", (lang, text) => {
    expect(readingOf(lang, text)).toEqual(nothing);
  });

  it("tells no strike that it only alludes to far into its text", () => {
    const lines = [
      "Компанія продає смартфони.",
      "Її телефони популярні.",
      "Ринок зростає.",
      "Ціни теж.",
      "Магазини відкриті.",
      "Акції тривають.",
      "Поки росіяни бомбили мирні українські міста, вона збільшила продажі.",
    ];
    expect(readingOf("uk", lines.join("\n")).events).toEqual([]);
  });
});
