import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function figuresIn(lang: string, title: string, text = "") {
  const publishedAt = Date.parse("2026-01-05T12:00:00Z");
  return readReport(makeReport({ id: "a", lang, publishedAt, title, text })).figures;
}

describe("a number that is put right", () => {
  it.each([
    ["uk", "Унаслідок удару по Харкову загинули шестеро людей, а не семеро."],
    ["uk", "Кількість загиблих унаслідок удару по Харкову зменшилася з семи до шести."],
    ["ru", "При ударе по Харькову погибли шестеро, а не семеро."],
    ["ru", "Число погибших при ударе по Харькову снизили с семи до шести."],
    ["en", "Six people, not seven, were killed in the strike on Kharkiv."],
    ["en", "The death toll of the strike on Kharkiv was revised down to six from seven."],
  ])("says what it replaces: %s, %s", (lang, text) => {
    expect(figuresIn(lang, "", text)).toMatchObject([{ measure: "killed", low: 6, high: 6, was: 7 }]);
  });
});

describe("a title with one number for a handover of two sides", () => {
  it.each([
    [
      "en",
      "Russia and Ukraine return 1,000 bodies of fallen soldiers",
      "Russia handed over 1,000 bodies to Ukraine on Thursday. Russia received 31 bodies.",
      [
        ["bodies.returned", "UA", 1000],
        ["bodies.returned", "RU", 31],
      ],
    ],
    [
      "uk",
      "Ізраїль і ХАМАС обміняли заручників: звільнено 12",
      "ХАМАС звільнив 12 заручників, Ізраїль відпустив 90 палестинських в'язнів.",
      [
        ["hostages.released", "IL", 12],
        ["prisoners.released", "PS", 90],
      ],
    ],
  ])("gives it to the side that the text says it is of: %s, %s", (lang, title, text, expected) => {
    const told = figuresIn(lang, title, text).map(({ measure, side, low }) => [measure, side, low]);
    expect(told.toSorted()).toEqual(expected.toSorted());
  });

  it("leaves it to both where the text has no other", () => {
    const told = figuresIn(
      "en",
      "Russia and Ukraine exchange 205 prisoners each",
      "The swap took place on Monday.",
    );
    expect(told.map(({ side, low }) => [side, low]).toSorted()).toEqual([
      ["RU", 205],
      ["UA", 205],
    ]);
  });
});

describe("who tells the size of a salvo", () => {
  it("is who tells what became of it, after a semicolon", () => {
    const text = "Уночі ворог атакував 143 дронами; збито 121 із них, повідомили Повітряні сили.";
    for (const { by } of figuresIn("uk", "", text)) expect(by?.name).toBe("Ukrainian Air Force");
  });
});
