import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** Measure, side and number of each figure in a post of 30 October 2024; what it tells is invented. */
function figuresOf(lang: string, text: string): string[] {
  const publishedAt = Date.parse("2024-10-30T12:00:00Z");
  return readReport(makeReport({ id: "a", lang, publishedAt, title: "", text })).figures.map(
    ({ measure, side, low }) => `${measure} ${side} ${low}`,
  );
}

describe("lines that bold type breaks", () => {
  it("go on where the words around them do", () => {
    const text = "По оценкам наблюдателей, с начала войны потери Украины составляют \n17,5 тысячи убитыми\n.";
    expect(figuresOf("ru", text)).toEqual(["killed UA 17500"]);
  });

  it("go on over a line that holds nothing but a space", () => {
    const text = "За день ВСУ обстреляли Горловку, повреждены 3 объекта\n \nгражданской инфраструктуры.";
    expect(figuresOf("ru", text)).toContain("buildings.damaged UA 3");
  });
});

describe("those who surrender", () => {
  it.each([
    [
      "ru",
      "За сутки украинская сторона потеряла 140 военнослужащих, трое разведчиков сдались в плен.",
      "UA 3",
    ],
    ["uk", "Протягом доби ворог втратив 300 осіб, ще семеро здалися в полон.", "RU 7"],
  ])("are of the side that lost them: %s", (lang, text, captured) => {
    expect(figuresOf(lang, text)).toContain(`captured ${captured}`);
  });
});

describe("numbers in brackets", () => {
  it("count the arms named before them", () => {
    const text = "Russian losses over the month of October: tanks (210), artillery systems (688).";
    expect(figuresOf("en", text)).toEqual(["equipment.lost RU 210", "equipment.lost RU 688"]);
  });

  it("count no people: such a number is an age", () => {
    expect(figuresOf("en", "A Russian strike on Kharkiv killed a woman (56).")).not.toContain("killed UA 56");
  });
});

describe("what a weapon holds", () => {
  it.each([
    [
      "ru",
      "Расчет сбил украинский беспилотник. Для уничтожения целей у комплекса имеется 12 зенитных ракет.",
    ],
    ["en", "Russia attacked Ukraine. Each launcher of the system is armed with 12 interceptor missiles."],
  ])("was neither launched nor shot down: %s", (lang, text) => {
    expect(figuresOf(lang, text)).toEqual([]);
  });
});
