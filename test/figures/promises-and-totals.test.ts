import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** The figures of a text, as `measure side number scope date`. */
function told(lang: string, publishedAt: string, text: string): string[] {
  const line = { id: "r", lang, publishedAt, source: { name: "Own", side: null }, url: "", title: "", text };
  return readReport(parseReportLine(JSON.stringify(line))).figures.map((figure) =>
    [figure.measure, figure.side, figure.low, figure.scope, figure.date].join(" "),
  );
}

describe("what is promised and what is done", () => {
  it("an exchange of a day to come is planned, in whatever words", () => {
    const text = "Обмін полоненими між Україною і Росією: 210 на 210, перший етап — уже завтра.";
    expect(told("uk", "2024-12-11T14:00:00Z", text)).toEqual([
      "prisoners.released UA 210 planned 2024-12-12",
      "prisoners.released RU 210 planned 2024-12-12",
    ]);
  });

  it("an exchange that has been agreed is planned", () => {
    const text = "Россия и Украина завершили переговоры. Согласован и обмен пленными «210 на 210».";
    const scopes = told("ru", "2024-12-11T14:00:00Z", text).map((figure) => figure.split(" ")[3]);
    expect(scopes).toEqual(["planned", "planned"]);
  });

  it("who came home under a deal has come home", () => {
    const text =
      "Україна і Росія довели до кінця обмін, про який домовилися в Женеві: у п'ятницю додому повернулися ще 120 українських полонених.";
    expect(told("uk", "2024-12-13T16:00:00Z", text)).toEqual(["prisoners.released UA 120 event 2024-12-13"]);
  });

  it("the day of the deal is not the day of the exchange", () => {
    const text =
      "8 сентября в соответствии с договоренностями, достигнутыми 5 сентября, из украинского плена возвращены 310 российских военнослужащих.";
    expect(told("ru", "2025-09-08T12:00:00Z", text)).toEqual(["prisoners.released RU 310 event 2025-09-08"]);
  });

  it("a list of names frees nobody", () => {
    const text =
      "Обмен пленными между Россией и Украиной готовится. Украинской стороне передан первый список из 640 человек.";
    expect(told("ru", "2025-09-06T12:00:00Z", text)).toEqual([]);
  });
});

describe("totals beside single numbers", () => {
  it("what brings a total to a number is told apart from the total", () => {
    const text =
      "Kyiv said that 285 Ukrainian prisoners returned from Russia on Thursday, which brought the total of the three stages to 860.";
    expect(told("en", "2025-09-11T12:00:00Z", text)).toEqual([
      "prisoners.released UA 285 event 2025-09-11",
      "prisoners.released UA 860 running ",
    ]);
  });

  it("since when a total is counted says nothing of the number before it", () => {
    const text =
      "Israeli strikes on Gaza killed 12 people on Thursday, bringing the total death toll since October 2023 to 46,000.";
    expect(told("en", "2025-09-11T12:00:00Z", text)[0]).toBe("killed PS 12 event 2025-09-11");
  });

  it("the sum of several stages is a running one", () => {
    const text =
      "Россия вернула из украинского плена ещё 285 военных. Всего за три этапа обмена домой вернулись 860 российских военнослужащих.";
    expect(told("ru", "2025-09-11T12:00:00Z", text)).toContain("prisoners.released RU 860 running ");
  });

  it("days named after a colon are those of the parts", () => {
    const text =
      "За два дні з російського полону додому повернулися 575 українців: учора наймолодші, сьогодні поранені.";
    expect(told("uk", "2025-09-09T12:00:00Z", text)).toEqual([
      "prisoners.released UA 575 running 2025-09-08/2025-09-09",
    ]);
  });
});
