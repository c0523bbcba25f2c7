import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import type { Reading } from "../../src/model/reading.ts";
import { parseReportLine } from "../../src/report/parse.ts";

function read(title: string, text = ""): Reading {
  const source = { name: "Own", side: null };
  const line = { id: "r", lang: "en", publishedAt: "2025-06-10T12:00:00Z", source, url: "", title, text };
  return readReport(parseReportLine(JSON.stringify(line)));
}

const told = (reading: Reading): string[] =>
  reading.figures.map(({ measure, side, low, places }) => [measure, side, low, places.join()].join(" "));

describe("headlines and what feeds leave of markup", () => {
  it("a word of a headline is no acronym of a party", () => {
    expect(read("Who Is Behind the Drone Strikes on Ukraine", "Let Us Explain").parties).toEqual(["UA"]);
    expect(read("US and IS blamed for strikes in Syria").parties).toEqual(["US", "x-isis", "SY"]);
  });

  it("items of a list are told apart", () => {
    const items =
      "<ul><li>Russian missiles killed three people in Kherson.</li><li>Five people were wounded in a strike on Kharkiv.</li></ul>";
    expect(told(read("The war at a glance", items))).toEqual([
      "killed UA 3 UA:kherson",
      "injured UA 5 UA:kharkiv",
    ]);
  });

  it("headlines between stars are told apart", () => {
    const text = "Russian strike kills 3 in Kherson * Russian drones wound 5 in Kharkiv * Talks are awaited";
    expect(told(read("Today in Ukraine", text))).toEqual([
      "killed UA 3 UA:kherson",
      "injured UA 5 UA:kharkiv",
    ]);
  });

  it("bold type parts nothing", () => {
    const text = "A Russian strike killed **three people** in Kherson, <b>Ukraine</b> said.";
    expect(told(read("Ukraine", text))).toEqual(["killed UA 3 UA:kherson"]);
  });

  it("a heated exchange exchanges nobody", () => {
    expect(read("Host and senator clash in heated exchange over aid to Ukraine").events).toEqual([]);
  });

  it("one in six is a share", () => {
    const text = "The Russian missile strike on Hroza in Ukraine killed one in six of the villagers.";
    expect(read("Ukraine mourns", text).figures).toEqual([]);
  });

  it.each([
    "American strike in Syria kills 20",
    "US coalition strike in Syria kills 20",
    "Drone strike on Turkish-backed fighters in Syria kills 20",
  ])("a strike that kills is one of war, whoever made it: %s", (title) => {
    const { figures, events } = read(title);
    expect(figures.map(({ measure, side, low }) => [measure, side, low])).toEqual([["killed", "SY", 20]]);
    expect(events.map(({ kind, stage }) => [kind, stage])).toEqual([["strike", "done"]]);
  });

  it.each([
    "Rail strike in Israel leaves 20,000 stranded",
    "Lightning strike kills two in the Kharkiv region",
  ])("other strikes are none: %s", (title) => {
    expect(read(title)).toMatchObject({ figures: [], events: [] });
  });
});
