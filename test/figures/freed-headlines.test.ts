import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** What own headlines, whose news are invented, tell of people who came home. */
function freed(title: string, text: string): string[] {
  const report = { id: "r", lang: "en", publishedAt: "2024-01-31T12:00:00Z", url: "", title, text };
  const read = readReport(
    parseReportLine(JSON.stringify({ ...report, source: { name: "Own", side: null } })),
  );
  return read.figures
    .filter(({ measure }) => measure.endsWith("ed") && measure.includes("."))
    .map(({ measure, side, low }) => `${measure} ${side} ${low}`);
}

const released = (...told: string[]) => told.map((one) => `prisoners.released ${one}`);

describe("headlines of people who came home", () => {
  it.each([
    ["gets … back", "Ukraine gets 215 prisoners back in exchange with Russia", "", released("UA 215")],
    ["of its own", "Russia gets 190 of its own back in prisoner swap", "", released("RU 190")],
    ["welcomes home", "Kyiv welcomes home 72 prisoners of war", "", released("UA 72")],
    [
      "each side's word",
      "Russia and Ukraine swap prisoners",
      "Kyiv said 204 of its people came home; Moscow said it got 191 back.",
      released("UA 204", "RU 191"),
    ],
    ["bodies", "Kyiv got 50 bodies back from Moscow", "", ["bodies.returned UA 50"]],
    ["children", "Ukraine brought 40 children back from Russia", "", ["children.returned UA 40"]],
    [
      "in whose ranks they fought",
      "Prisoners freed by Russia in swap",
      "Five Britons who had been fighting with Ukraine's army were released.",
      released("UA 5"),
    ],
    [
      "the foe of who held them",
      "Prisoner swap brings captives home",
      "The eight men who had been held by Russian forces in Ukraine were released.",
      released("UA 8"),
    ],
    [
      "a war within a land",
      "Prisoners fly home in Yemen as warring sides carry out exchange",
      "A total of 640 prisoners were freed, the Red Cross says.",
      released("both 640"),
    ],
  ])("tell whose they are: %s", (_, title, text, told) => {
    expect(freed(title, text)).toEqual(told);
  });

  it.each([
    "Family gets 3 stolen dogs back in Ukraine",
    "Ukraine gets 12 tanks back from repair",
    "Poland brings 200 citizens home from Ukraine",
  ])("count no captives: %s", (title) => {
    expect(freed(title, "")).toEqual([]);
  });
});
