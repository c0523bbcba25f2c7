import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** The English names of the places of each figure, in the order of the text. */
function placesOf(lang: string, text: string): readonly (readonly string[])[] {
  const report = parseReportLine(
    JSON.stringify({
      id: "post",
      lang,
      publishedAt: "2024-11-29T12:00:00Z",
      source: { name: "Канал", side: null },
      url: "",
      title: "",
      text,
    }),
  );
  return writeReading(report.id, readReport(report)).figures.map(({ places }) => places);
}

describe("where what a short post tells happened", () => {
  it.each([
    [
      "ru",
      "В общежитие в Глухове попали дроны, погибли шесть человек.\n\nРанены 12 человек.",
      [["Hlukhiv"], ["Hlukhiv"]],
    ],
    [
      "uk",
      "У гуртожиток у Глухові влучили дрони, загинули шестеро людей.\n\nПоранено 12 людей.",
      [["Hlukhiv"], ["Hlukhiv"]],
    ],
  ])("in %s a paragraph without a place goes on where the post began", (lang, text, expected) => {
    expect(placesOf(lang, text)).toEqual(expected);
  });

  it.each([
    [
      "ru",
      "🔻В Сумах от удара погибли двое.\n\n🔻Минобороны России: за ночь уничтожено 15 украинских беспилотников.",
    ],
    ["uk", "🔻У Сумах від удару загинули двоє.\n\n🔻Повітряні сили: за ніч знищено 15 безпілотників."],
  ])("in %s a row of a digest keeps no place of the one above it", (lang, text) => {
    expect(placesOf(lang, text)).toEqual([["Sumy"], []]);
  });

  it("what was shot down on its way was where it fell", () => {
    expect(placesOf("ru", "Два беспилотника, летевших на Москву, сбиты силами ПВО в Раменском.")).toEqual([
      ["Ramenskoye"],
    ]);
  });
});
