import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function launcherOn(day: string, lang: string, text: string) {
  const report = makeReport({ id: "a", lang, title: "", text, publishedAt: Date.parse(`${day}T10:00:00Z`) });
  return readReport(report).figures.map(({ measure, side }) => [measure, side]);
}

describe("what was fired at a town that changed hands, by nobody who is named,", () => {
  it.each([
    ["2022-03-25", "ru", "По Мариуполю выпустили шесть ракет.", "RU"],
    ["2024-05-25", "ru", "По Мариуполю выпустили шесть ракет.", "UA"],
    ["2022-07-25", "uk", "По Херсону випустили шість ракет.", "UA"],
    ["2023-07-25", "uk", "По Херсону випустили шість ракет.", "RU"],
  ])("is of who fought those who held it on %s: %s, %s", (day, lang, text, side) => {
    expect(launcherOn(day, lang, text)).toEqual([["missiles.launched", side]]);
  });
});
