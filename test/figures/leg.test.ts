import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

const title = "Second day of the big swap: another 307 prisoners go home on each side";
const text = `At a May 16 meeting in Istanbul, Russian and Ukrainian delegates agreed each side would release 1,000 prisoners.

Russia and Ukraine swapped 307 of their prisoners on May 24, as part of a larger exchange.

The swap came the day after both countries released 390 of their prisoners of war, after more than three years of war.

"This is the second day of the 1,000-for-1,000 exchange. In just these two days, 697 people have been brought home," Ukrainian President Volodymyr Zelenskyy said.

Zelenskyy also said that Russian forces launched some 250 strike drones and 14 ballistic missiles overnight, causing damage to Ukraine's Odesa, Vinnytsia, Sumy, Kharkiv, Donetsk, Kyiv, and Dnipro regions.

The war broke out in February 2022.`;

const reading = readReport(
  parseReportLine(
    JSON.stringify({
      id: "leg",
      lang: "en",
      publishedAt: "2025-05-24T18:00:00Z",
      source: { name: "Own", side: null },
      url: "",
      title,
      text,
    }),
  ),
);
const told = reading.figures.map((figure) =>
  [figure.measure, figure.side, figure.low, figure.scope, figure.date].join(" "),
);

describe("a report of the second leg of an exchange", () => {
  it.each([
    "prisoners.released UA 307 event 2025-05-24",
    "prisoners.released RU 307 event 2025-05-24",
    "prisoners.released UA 390 event 2025-05-23",
    "prisoners.released RU 390 event 2025-05-23",
    "prisoners.released UA 697 running 2025-05-23/2025-05-24",
    "drones.launched RU 250 event 2025-05-24",
    "missiles.launched RU 14 event 2025-05-24",
  ])("asserts %s", (line) => {
    expect(told).toContain(line);
  });

  it("tells what each side is still to release as planned", () => {
    const planned = reading.figures.filter((figure) => figure.scope === "planned");

    expect(planned.map((figure) => `${figure.side} ${figure.low}`).toSorted()).toEqual([
      "RU 1000",
      "UA 1000",
    ]);
  });

  it("takes neither years nor durations nor dates for figures", () => {
    const values = reading.figures.map((figure) => figure.low);

    expect(values).not.toContain(2022);
    expect(values).not.toContain(16);
    expect(values).not.toContain(3);
  });

  it("places the attack in all seven regions", () => {
    const drones = reading.figures.find((figure) => figure.measure === "drones.launched");

    expect(drones?.places).toHaveLength(7);
    expect(drones?.approx).toBe(true);
    expect(drones?.by).toEqual({ name: "Volodymyr Zelenskyy", side: "UA" });
  });

  it("tells the exchange and the attack as events", () => {
    const events = reading.events.map((event) => `${event.kind} ${event.stage} ${event.date}`);

    expect(events).toContain("exchange done 2025-05-24");
    expect(events).toContain("exchange agreed 2025-05-16");
    expect(events).toContain("strike done 2025-05-24");
  });
});
