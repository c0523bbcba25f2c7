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
