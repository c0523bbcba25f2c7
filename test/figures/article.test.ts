import { beforeAll, describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading, type WrittenReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

/** A whole article in words of our own, with the documented facts of 16 to 24 May 2025. */
const title = "Second group of prisoners comes home as the large exchange goes on";
const text = `Russia and Ukraine swapped 307 of their prisoners on May 24, in the second leg of an exchange that is to last several days.

It came the day after both countries released 390 of their prisoners of war. At a May 16 meeting in Turkey, Russian and Ukrainian representatives agreed that each side would release 1,000 prisoners taken in more than three years of fighting.

In just these two days, 697 people have been brought home, Ukrainian President Volodymyr Zelenskyy said. He expected the exchange to go on.

The exchange is the largest since the war broke out in February 2022. The talks were the first direct ones since March of 2022, and both sides agreed to prepare proposals for how a cease-fire could proceed.

U.S. President Donald Trump spoke by phone with Russian President Vladimir Putin and then Zelenskyy on May 19.

Zelenskyy said that Russian forces launched some 250 strike drones and 14 ballistic missiles overnight, causing damage to Ukraine's Odesa, Vinnytsia, Sumy, Kharkiv, Donetsk, Kyiv, and Dnipro regions.

Ukraine has proposed a cease-fire many times, Zelenskyy said. He called for new sanctions on Russia.`;

describe("a whole article", () => {
  let reading: WrittenReading;
  beforeAll(() => {
    const publishedAt = Date.parse("2025-05-24T18:00:00Z");
    reading = writeReading("a", readReport(makeReport({ id: "a", lang: "en", publishedAt, title, text })));
  });

  const regions = ["Odesa", "Vinnytsia", "Sumy", "Kharkiv", "Donetsk", "Kyiv", "Dnipropetrovsk"];
  const event = { low: 0, high: 0, scope: "event", approx: false, weapon: null };

  it.each([
    [
      "the second leg, for each side",
      { measure: "prisoners.released", low: 307, scope: "event", date: "2025-05-24" },
      ["RU", "UA"],
    ],
    [
      "the first leg, for each side",
      { measure: "prisoners.released", low: 390, scope: "event", date: "2025-05-23" },
      ["RU", "UA"],
    ],
    [
      "what was agreed, for each side",
      { measure: "prisoners.released", low: 1000, scope: "planned" },
      ["RU", "UA"],
    ],
    [
      "the sum of two days",
      {
        measure: "prisoners.released",
        low: 697,
        scope: "running",
        by: { name: "Volodymyr Zelenskyy", side: "UA" },
      },
      ["UA"],
    ],
    [
      "the drones",
      { ...event, measure: "drones.launched", low: 250, high: 250, approx: true, date: "2025-05-24" },
      ["RU"],
    ],
    [
      "the missiles",
      { ...event, measure: "missiles.launched", weapon: "ballistic", low: 14, high: 14, date: "2025-05-24" },
      ["RU"],
    ],
  ])("gives %s", (_, figure, sides) => {
    const found = reading.figures.filter(
      ({ measure, low }) => measure === figure.measure && low === figure.low,
    );

    expect(found.map(({ side }) => side).toSorted()).toEqual(sides);
    for (const each of found) expect(each).toMatchObject(figure);
  });

  it("names the regions that were struck", () => {
    const drones = reading.figures.find(({ measure }) => measure === "drones.launched");

    expect(drones?.places.toSorted()).toEqual(regions.toSorted());
  });

  it("takes no year, day or stretch for a figure", () => {
    expect(reading.figures.map(({ low }) => low).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      14, 250, 307, 307, 390, 390, 697, 1000, 1000,
    ]);
  });

  it.each([
    ["exchange", "done", "2025-05-24"],
    ["exchange", "agreed", "2025-05-16"],
    ["talks", "held", "2025-05-16"],
    ["talks", "held", "2025-05-19"],
    ["strike", "done", "2025-05-24"],
  ])("tells %s %s on %s", (kind, stage, date) => {
    expect(reading.events).toContainEqual(expect.objectContaining({ kind, stage, date }));
  });

  it.each([
    ["ceasefire", "proposed"],
    ["sanctions", "proposed"],
  ])("tells %s %s", (kind, stage) => {
    expect(reading.events).toContainEqual(expect.objectContaining({ kind, stage }));
  });

  it("takes proposals that are to be prepared for no cease-fire", () => {
    expect(reading.events.filter(({ kind, stage }) => kind === "ceasefire" && stage !== "proposed")).toEqual(
      [],
    );
  });
});
