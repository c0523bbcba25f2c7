import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function figuresIn(lang: string, text: string) {
  const publishedAt = Date.parse("2026-01-05T12:00:00Z");
  return readReport(makeReport({ id: "a", lang, publishedAt, title: "", text })).figures.map((figure) => ({
    measure: figure.measure,
    low: figure.low,
    by: figure.by?.name ?? null,
  }));
}

describe("an outlet that passes a report on", () => {
  it.each([
    ["en", "Two people were killed in the strike on Gaza, The Times of Israel reported."],
    ["en", "Two people were killed in the strike on Haifa, Israel's Channel 12 reported."],
    ["en", "Two people were killed in the strike on Tel Aviv, France 24 reported."],
    ["en", "Sudan Tribune reported that two people were killed in the shelling of El Fasher."],
    ["en", "Two people were killed in the shelling of Odesa, Ukraine's public broadcaster said."],
    ["ru", "Два человека погибли при обстреле Донецка, сообщил телеканал «Россия 24»."],
    ["uk", "Двоє людей загинули під час удару по Харкову, повідомила «Україна 24»."],
  ])("is not the country in its name, and its number counts nothing: %s, %s", (lang, text) => {
    expect(figuresIn(lang, text)).toEqual([{ measure: "killed", low: 2, by: null }]);
  });

  it("is the state's voice where the state owns it", () => {
    const text = "Iran's state news agency said 12 people were killed in the Israeli strike.";
    expect(figuresIn("en", text)).toMatchObject([{ low: 12, by: "Iran state media" }]);
  });

  it.each([
    ["ru", "При обстреле Белгорода погиб рабочий - источник 112. Двое ранены."],
    ["ru", "При обстреле Белгорода, по данным 112, пострадали два человека."],
    ["uk", "Під час обстрілу Харкова загинув робітник, повідомляє канал 24. Поранено двох людей."],
  ])("does not count the dead by the number that it is named by: %s, %s", (lang, text) => {
    const figures = figuresIn(lang, text);
    expect(figures).toContainEqual({ measure: "injured", low: 2, by: null });
    expect(figures.filter(({ low }) => low !== null && low > 2)).toEqual([]);
  });
});
