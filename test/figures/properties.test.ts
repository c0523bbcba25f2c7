import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import type { Report } from "../../src/model/report.ts";

const longestEvidence = 240;

function reportOf(text: string, lang: string | null = null, title = ""): Report {
  return {
    id: "p",
    lang,
    publishedAt: Date.UTC(2025, 4, 24, 12),
    seenAt: Date.UTC(2025, 4, 24, 12),
    source: { name: "Own", side: null },
    url: "",
    title,
    text,
    isBackfill: false,
    isStateControlled: false,
  };
}

const words = [
  "Russia",
  "Ukraine",
  "launched",
  "shot down",
  "killed",
  "wounded",
  "at least",
  "drones",
  "missiles",
  "people",
  "Kyiv",
  "on Saturday",
  ",",
  ".",
  "\n\n",
  "збито",
  "дронів",
  "росіяни",
  "загинули",
  "у Харкові",
  "вночі",
  "понад",
  "сбиты",
  "ракет",
  "погибли",
  "в Белгороде",
  "«",
  "»",
  "🇺🇦",
  "1 050",
  "12",
  "3,5 тис.",
  "two",
  "п'ять",
  "—",
  "‏",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(" "));
const lang = fc.constantFrom("en", "uk", "ru", null);

describe("readReport", () => {
  it("takes every evidence from the report, at most 240 characters of it", () => {
    fc.assert(
      fc.property(text, lang, (body, tag) => {
        const { figures, events } = readReport(reportOf(body, tag));

        for (const { evidence } of [...figures, ...events]) {
          expect(body.includes(evidence)).toBe(true);
          expect(evidence.length).toBeLessThanOrEqual(longestEvidence);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same reading of the same report", () => {
    fc.assert(
      fc.property(text, lang, (body, tag) => {
        expect(readReport(reportOf(body, tag))).toEqual(readReport(reportOf(body, tag)));
      }),
      { numRuns: 100 },
    );
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))("takes %s for a word like others", (word) => {
    const texts = [
      `In the ${word} days to Sunday 5 people were killed in Kharkiv by shelling, ${word} days earlier 3 died.`,
      `За ${word} днів у Харкові загинули 5 людей, за ${word} місяці внаслідок обстрілів 30.`,
      `За ${word} дней в Харькове погибли 5 человек, за ${word} месяца при обстрелах 30.`,
    ];

    for (const text of texts) expect(readReport(reportOf(text)).figures.length).toBeGreaterThan(0);
  });

  it("changes exactly the figure whose number is changed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 900 }), fc.integer({ min: 11, max: 900 }), (one, two) => {
        fc.pre(one !== two);
        const body = (count: number): string =>
          `Russia launched ${count} drones at Ukraine overnight, the air force said. In Kharkiv 9 people were wounded.`;
        const numbers = (count: number): (number | null)[] =>
          readReport(reportOf(body(count), "en")).figures.map((figure) => figure.low);

        expect(numbers(one).map((value) => (value === one ? two : value))).toEqual(numbers(two));
      }),
      { numRuns: 50 },
    );
  });

  it("is not changed by a paragraph about something else", () => {
    const body =
      "Russia launched 85 drones at Ukraine overnight, the air force said. In Kharkiv 9 people were wounded.";
    const more = `${body}\n\nThe weather will stay dry until the weekend.`;

    expect(readReport(reportOf(more, "en")).figures).toEqual(readReport(reportOf(body, "en")).figures);
  });

  it.each([
    ["one endless sentence", "20 дронів збито, ", "uk"],
    ["nothing but quotes", '"', "en"],
    ["nothing but digits", "1 ", "ru"],
    ["one endless word", "шахед", "uk"],
  ])("comes to an end with a megabyte of %s", (_, piece, tag) => {
    const { lang: read } = readReport(reportOf(piece.repeat(Math.ceil(1_000_000 / piece.length)), tag));

    expect(read).toBe(tag);
  });
});
