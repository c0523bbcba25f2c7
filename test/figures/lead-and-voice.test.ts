import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** What is counted, where and who says so, in a report of Saturday, 14 June 2025. */
function readingOf(title: string, text: string) {
  const publishedAt = Date.parse("2025-06-14T12:00:00Z");
  const { figures } = readReport(makeReport({ id: "a", lang: "en", publishedAt, title, text }));
  return figures.map((figure) => ({
    told: `${figure.measure} ${figure.low}`,
    places: figure.places,
    by: figure.by?.side ?? null,
  }));
}

describe("where and by whom a later paragraph tells", () => {
  it("goes back to the town of the lead", () => {
    const text = [
      "Russian missiles hit Kharkiv on Friday.",
      "The governor of the Sumy region spoke of shelling, too.",
      "Five people were killed.",
    ].join("\n\n");
    expect(readingOf("", text)).toMatchObject([{ told: "killed 5", places: ["UA:kharkiv"] }]);
  });

  it("puts a toll of the war that names no place where the report is", () => {
    const text =
      "Israel carried out strikes on the Gaza Strip on Friday.\n\n" +
      "More than 14,000 Palestinians have been killed since the start of the war, the health ministry said.";
    expect(readingOf("", text)).toMatchObject([
      { told: "killed 14000", places: ["PS:gaza-strip"], by: "PS" },
    ]);
  });

  it("hears nobody in one who said nothing", () => {
    const text = "Moscow said nothing about the strike. Five people were wounded in Kharkiv.";
    expect(readingOf("", text)).toMatchObject([{ told: "injured 5", by: null }]);
  });
});

describe("forces that tell of an attack", () => {
  it.each([
    ["The air force said Russia launched 61 cruise missiles.", "UA"],
    ["The defence ministry said Ukraine launched 61 drones.", "RU"],
  ])("are those of the attacked: %s", (text, side) => {
    expect(readingOf("War in Ukraine", text)[0]?.by).toBe(side);
  });
});
