import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
// @ts-expect-error The scorer is taken as it is, without types.
import { score } from "../score/score.mjs";
import { readGold } from "./gold.ts";

/** Floors only go up: raise them when the reader gets better. */
const floors = {
  en: { figures: 0.98, events: 0.97 },
  uk: { figures: 0.98, events: 0.94 },
  ru: { figures: 0.97, events: 0.95 },
};

describe("the project's own gold", () => {
  it.each(Object.entries(floors))("in %s is read at least as well as before", (lang, floor) => {
    const gold = readGold(lang);
    const read = gold.map(({ report }) => writeReading(report.id, readReport(report)));
    const reports = new Map(gold.map(({ id, report }) => [id, { ...report, lang }]));

    const result = score(gold, read, reports);

    expect(result.figures.micro.f1).toBeGreaterThanOrEqual(floor.figures);
    expect(result.events.f1).toBeGreaterThanOrEqual(floor.events);
    expect(result.clean.rate).toBe(1);
  });
});
