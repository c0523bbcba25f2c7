import { describe, expect, it } from "vitest";
import type { ChartRenderer } from "../../src/ports/chart-renderer.ts";
import { createBoardCharts } from "../../src/main/board-charts.ts";
import { silentLog } from "../../src/log.ts";
import { event, figure, kyivOfficial } from "../ledger/story.ts";
import { askedStory, noonThere } from "./asked-story.ts";
import { plainContext } from "./plain-context.ts";
import { tollChart } from "../../src/commands/charts/toll.ts";
import type { CommandCall } from "../../src/commands/context.ts";
import type { AskedDevelopment } from "../../src/commands/evidence.ts";
import { textsOf } from "../../src/languages/texts.ts";

const texts = textsOf("en");
const call = {
  language: "en",
  timeZone: "UTC",
  text: texts.text.bind(texts),
} as Partial<CommandCall> as CommandCall;

interface Said {
  readonly name: string;
  readonly side: string | null;
  readonly count: number;
}

/** A strike whose dead these speakers counted, one an hour. */
function asked(said: readonly Said[]): AskedDevelopment {
  const claims = said.map(({ name, side, count }, hour) => ({
    by: { name, side },
    low: count,
    high: count,
    approx: false,
    seenAt: hour * 3_600_000,
    reportId: `r${hour}`,
    outlet: { name: "The Invented Herald" },
    isStateControlled: false,
  }));
  const key = { measure: "killed", side: null, group: null, weapon: null, scope: "event" };
  const figure = { ...key, claims, leading: claims[0], rivals: [], low: 1, best: 1, high: 1 };
  const alert = {
    kind: "strike",
    subject: "place",
    places: [],
    parties: [],
    figures: [],
    progress: [],
    changes: [],
  };
  return { development: { figures: [figure] }, alert } as unknown as AskedDevelopment;
}

describe("a toll", () => {
  const many = [
    { name: "First Speaker", side: "UA", count: 4 },
    { name: "Second Speaker", side: "UA", count: 6 },
    { name: "Third Speaker", side: "UA", count: 5 },
    { name: "Fourth Speaker", side: "UA", count: 5 },
    { name: "First Speaker", side: "UA", count: 5 },
    { name: "Other Speaker", side: "RU", count: 0 },
    { name: "Fifth Speaker", side: "UA", count: 9 },
  ];

  it("of one line names beside what is counted whose number it is", () => {
    const [one] = many;

    expect(tollChart(call, asked(one === undefined ? [] : [one]))?.subtitle).toMatch(
      /^Killed.*\(First Speaker\b.*\)$/u,
    );
  });

  it("has a band a side, the newest number and the other side among them", () => {
    const plot = tollChart(call, asked(many))?.plot;
    if (plot?.kind !== "toll") throw new Error("no toll");
    expect(plot.lines).toHaveLength(2);
    expect(plot.lines[0]?.label).toBe("Ukraine: Fifth Speaker, First Speaker and 3 more");
    expect(plot.lines[0]?.points.at(-1)).toMatchObject({ low: 5, best: 9, high: 9 });
    expect(plot.lines[1]?.label).toContain("Other Speaker");
    expect(plot.lines[1]?.points.at(-1)).toMatchObject({ low: 0, best: 0, high: 0 });
  });

  it("puts many who speak for no side into one band, the newest of them too", () => {
    const none = many.map((each, index) => ({ ...each, name: `Body ${index}`, side: null }));
    const plot = tollChart(call, asked(none))?.plot;
    if (plot?.kind !== "toll") throw new Error("no toll");
    expect(plot.lines).toHaveLength(1);
    expect(plot.lines[0]?.points.at(-1)).toMatchObject({ low: 0, best: 9, high: 9 });
  });

  it.each([
    ["en", "Ukraine: Fifth Speaker, First Speaker and 3 more: 9, with others from 5 to 9 ("],
    ["uk", ": 9, разом з іншими від 5 до 9 ("],
    ["ru", ": 9, вместе с другими от 5 до 9 ("],
  ])("says in words what range its band has in %s", (language, words) => {
    const spoken = textsOf(language);
    const text: CommandCall["text"] = (key, args) => spoken.text(key, args);

    const alternative = tollChart({ ...call, language, text }, asked(many))?.alternative;

    expect(alternative).toContain(words);
    expect(alternative).toMatch(/: 0 \(/u);
  });
});

describe("the week's deadliest strike", () => {
  it.each(["en", "uk", "ru"])(
    "is drawn when it is asked for, and offered in the menu (%s)",
    async (language) => {
      const { rig } = await askedStory();
      rig.become({ language });

      const menu = await rig.type("/chart");
      const answer = await rig.press(menu, textsOf(language).text("chart-menu-toll"));

      expect(answer.chart?.plot.kind).toBe("toll");
      expect(answer.chart?.title).toContain("5");
    },
  );

  it("keeps what was told before its report was revised", async () => {
    const { rig, story } = await askedStory();
    const where = { places: ["UA:odesa", "UA-51", "UA"], by: kyivOfficial };
    for (const [at, count] of [
      ["11:10", 12],
      ["11:20", 13],
      ["11:50", 21],
    ] as const)
      await story.tell({
        at,
        id: "revised",
        figures: [figure("killed", "UA", count, where)],
        events: [event("strike", "done", { places: where.places })],
      });
    const { chart } = await rig.type("/chart toll");

    if (chart?.plot.kind !== "toll") throw new Error("no toll");
    expect(chart.plot.lines).toHaveLength(1);
    const points = chart.plot.lines[0]?.points ?? [];
    expect(points.map(({ best }) => best)).toEqual([12, 13, 21]);
    expect(points.map(({ label }) => label.slice(-5))).toEqual(["13:10", "13:20", "13:50"]);
  });

  it("stands on the board beside the other charts", async () => {
    const { rig, story } = await askedStory();
    await story.tell({
      at: "11:30",
      figures: [figure("killed", "UA", 7, { places: ["UA:kharkiv", "UA-63", "UA"], by: kyivOfficial })],
    });
    const renderer: Partial<ChartRenderer> = { keyOf: ({ plot }) => plot.kind };

    const board = createBoardCharts({
      context: plainContext(rig.store, rig.clock, { admins: {} }),
      renderer: renderer as ChartRenderer,
      log: silentLog,
    });

    expect((await board.charts("en")).map(({ key }) => key)).toEqual(["legs", "days", "places", "toll"]);
  });

  it("is none where nobody was killed", async () => {
    const { rig } = await askedStory();
    rig.clock.jumpTo(noonThere + 30 * 86_400_000);

    expect((await rig.type("/chart toll")).title).toBe("There are no numbers yet to draw.");
  });
});
