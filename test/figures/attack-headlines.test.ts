import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import type { Reading } from "../../src/model/reading.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** Own headlines; what they tell is invented. */
function read(title: string, text = ""): Reading {
  const report = { id: "r", lang: "en", publishedAt: "2025-01-05T15:00:00Z", url: "", title, text };
  return readReport(parseReportLine(JSON.stringify({ ...report, source: { name: "Own", side: null } })));
}

const written = (reading: Reading) => writeReading("r", reading).events.map(({ kind }) => kind);

describe("a headline that counts the dead of a strike", () => {
  it.each([
    "Deadliest night yet in Gaza as 31 die in Israeli strikes",
    "Six children die in Israeli strike on refugee camp in Gaza",
    "Tigray: at least 51 dead in market bombing, says health official",
    "Saada prison: at least 60 dead after Saudi-led strike, aid agency says",
    "Nine dead, 20 hurt in Kharkiv: Russian strikes hit bus depot",
  ])("tells of a strike: %s", (title) => {
    expect(written(read(title))).toEqual(["strike"]);
  });

  it("tells of none where they are a sum of the war", () => {
    expect(written(read("14,000 killed by Russian strikes since the start of the war"))).toEqual([]);
  });
});

/** For the ledger, which has to know that the dead are of an attack; the contract's strikes come from the air or by artillery. */
describe("a headline that counts the dead of an attack of which nobody says how it was made", () => {
  it.each([
    "Russia says 35 Ukrainian prisoners killed in blast in Donetsk",
    "Israeli forces kill 12 Palestinians in Gaza",
    "Attack on Kherson kills two",
    "At least 17 killed in Israeli attacks on Gaza since dawn",
    "Market in Kostiantynivka hit, 14 dead",
    "Explosion at barracks in Kharkiv kills 22 Ukrainian soldiers",
  ])("is an attack for the ledger and no strike in writing: %s", (title) => {
    const reading = read(title);

    expect(reading.events.map(({ kind, isOpen }) => [kind, isOpen])).toEqual([["strike", true]]);
    expect(written(reading)).toEqual([]);
  });

  it.each([
    "Gunmen kill 20 at police post in Burkina Faso",
    "Ten killed in Islamic State attack on bus in Syria",
    "Hamas executes five in Gaza",
    "Israeli forces kill four Palestinians in West Bank",
    "Explosion at Ukraine's embassy in Madrid injures one",
    "Storm kills 17 in Gaza",
  ])("is none where the fight is on the ground, far away or no fight at all: %s", (title) => {
    expect(read(title).events).toEqual([]);
  });

  it("gives way to a strike that the text tells of", () => {
    const reading = read(
      "Market in Kostiantynivka hit, 14 dead",
      "A Russian missile struck the market, officials said.",
    );

    expect(reading.events.map(({ isOpen }) => isOpen)).toEqual([undefined]);
  });
});
