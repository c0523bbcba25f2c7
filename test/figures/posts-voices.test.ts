import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** Who tells each figure, with the party they speak for, in the order of the text. */
function tellersOf(text: string, side: string | null = null): readonly unknown[] {
  const report = parseReportLine(
    JSON.stringify({
      id: "post",
      lang: "ru",
      publishedAt: "2024-11-29T12:00:00Z",
      source: { name: "Канал", side },
      url: "",
      title: "",
      text,
    }),
  );
  return writeReading(report.id, readReport(report)).figures.map(({ by }) => by?.side ?? null);
}

describe("who tells what a short post counts", () => {
  it("is the body whose name is the first line", () => {
    expect(
      tellersOf(
        "Минобороны РФ\n\n«Ночью дежурными средствами ПВО уничтожены два БПЛА над Брянской областью».",
      ),
    ).toEqual(["RU"]);
  });

  it("is of the state that its name tells, wherever the thing happened", () => {
    expect(
      tellersOf("Источник в Пентагоне: украинская армия выпустила восемь ракет ATACMS, сбиты две."),
    ).toEqual(["US", "US"]);
  });

  it("is not an office of those who struck there", () => {
    expect(
      tellersOf(
        "Украинские войска нанесли удар по дому в Новой Каховке, ранены трое, сообщили власти.",
        "RU",
      ),
    ).toEqual(["RU"]);
  });

  it("is the prosecutor's office of the region before the colon", () => {
    expect(
      tellersOf(
        "Донецкая облпрокуратура: российские военные сбросили бомбу на дом в Константиновке, пострадали шесть человек.",
      ),
    ).toEqual(["UA"]);
  });
});

describe("who is meant by a pronoun over what is told", () => {
  it("is the office that spoke in the paragraph before", () => {
    expect(
      tellersOf(
        "При ударе по Глухову погибли шесть человек, сообщила областная военная администрация.\n\nПо ее данным, ранены 12 человек.",
      ),
    ).toEqual(["UA", "UA"]);
  });
});
