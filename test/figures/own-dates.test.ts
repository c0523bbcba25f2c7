import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function firstOf(lang: string, text: string) {
  const report = { ...makeReport({ id: "a", lang, title: "", text }), publishedAt: null };
  const { scope, date } = readReport(report).figures[0] ?? {};
  return { scope, date };
}

describe("a post without a time of publication", () => {
  it.each([
    ["uk", "Підсумки за 05 12 23\nЗнищено 3 склади боєприпасів загарбників.", "2023-12-05"],
    [
      "uk",
      "Минулої доби противник завдав 6 ударів.\nЗагальні втрати противника з 24.02.22 по 27.06.23:",
      "2023-06-27",
    ],
    [
      "ru",
      "За сутки противник нанес 6 ударов.\nОбщие потери противника с 24.02.2022 по 26.05.2023:",
      "2023-05-26",
    ],
  ])("takes the day that it gives itself: %s, %s", (lang, text, date) => {
    expect(firstOf(lang, text)).toEqual({ scope: "event", date });
  });
});

describe("the losses of a day", () => {
  it.each([
    ["uk", "За добу загальні втрати ворога склали 428 окупантів."],
    ["uk", "Загальні втрати ворога за добу склали 428 окупантів."],
  ])("are no losses of the war, whatever the table is called: %s, %s", (lang, text) => {
    expect(firstOf(lang, text).scope).toBe("event");
  });

  it("are those of the war where it is called full-scale", () => {
    const text = "Внаслідок повномасштабної збройної агресії рф в Україні загинуло 546 дітей.";
    expect(firstOf("uk", text).scope).toBe("overall");
  });
});

it("keeps clashes and the shelling of one party apart, though their numbers are the same", () => {
  const text = "Ворог здійснив 38 обстрілів з РСЗВ. За добу відбулося 38 бойових зіткнень.";
  const report = makeReport({
    id: "a",
    lang: "uk",
    title: "",
    text,
    publishedAt: Date.parse("2025-06-14T12:00:00Z"),
  });
  expect(readReport(report).figures.map((figure) => figure.side)).toEqual(["RU", null]);
});
