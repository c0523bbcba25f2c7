import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

function downedIn(lang: string, text: string): readonly [number | null, string | undefined][] {
  const publishedAt = Date.parse("2025-06-14T12:00:00Z");
  const { figures } = writeReading(
    "a",
    readReport(makeReport({ id: "a", lang, publishedAt, title: "", text })),
  );
  return figures.map(({ low, places }) => [low, places[0]]);
}

describe("a list of regions in Ukrainian and Russian", () => {
  it.each([
    [
      "ru",
      "Сбиты 32 дрона над Брянской областью, пять — Смоленской, два — Московской и по одному — в Курской и Орловской областях.",
      [
        [32, "Bryansk"],
        [5, "Smolensk"],
        [2, "Moscow"],
        [1, "Kursk"],
        [1, "Oryol"],
      ],
    ],
    [
      "ru",
      "Шесть БПЛА уничтожены над Ростовской областью, пять – над Брянской, три – над Рязанской, один – над Астраханской, пять – над Краснодарским краем.",
      [
        [6, "Rostov"],
        [5, "Bryansk"],
        [3, "Ryazan"],
        [1, "Astrakhan"],
        [5, "Krasnodar"],
      ],
    ],
    [
      "uk",
      "П'ять дронів збито над Сумською областю, три — над Полтавською, три — над Черкаською.",
      [
        [5, "Sumy"],
        [3, "Poltava"],
        [3, "Cherkasy"],
      ],
    ],
  ])("says the word for the region once: %s, %s", (lang, text, rows) => {
    expect(downedIn(lang, text)).toEqual(rows);
  });

  it("gives each of two regions its share, and the rest to neither", () => {
    const text =
      "38 дронов сбиты над Брянской областью, по 25 — над Белгородской и Рязанской, остальные — над Калужской областью.";
    expect(downedIn("ru", text)).toEqual([
      [38, "Bryansk"],
      [25, "Belgorod"],
      [25, "Ryazan"],
    ]);
  });
});
