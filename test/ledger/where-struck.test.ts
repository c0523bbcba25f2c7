import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { topicsOf } from "../../src/ledger/split.ts";
import { makeReport } from "../contract/store/documents.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";

const publishedAt = Date.parse("2026-01-05T12:00:00Z");

function topicsIn(title: string, text: string) {
  const report = makeReport({ id: "a", lang: "en", publishedAt, title, text });
  return topicsOf(report, readReport(report)).filter(({ kind }) => kind === "strike");
}

describe("where a strike happened, and in which war", () => {
  it("is the town that the text names below a title that names the country", () => {
    const text = "A teacher, 96, was killed on Friday by a Russian strike on the city of Kharkiv.";
    expect(topicsIn("Russian strike kills teacher in Ukraine", text)).toMatchObject([
      { places: ["UA:kharkiv"] },
    ]);
  });

  it("is the one town of the report for its dead and for its attack alike", () => {
    const text = "Authorities say five people were killed in the Russian attack on the tower in the capital.";
    expect(topicsIn("Ukraine conflict: Kyiv TV tower struck by Russian missile", text)).toMatchObject([
      { places: ["UA:kyiv"], figures: [{ low: 5 }], events: [{ kind: "strike" }] },
    ]);
  });

  it("is not where somebody meets about it", () => {
    for (const { places } of topicsIn("Allies of Ukraine to meet in Paris as Russian strike kills two", ""))
      expect(places).toEqual([]);
  });

  it("is not where the attack was that it answers", () => {
    const text =
      "The airstrikes in Syria were aimed at militants accused of carrying out a bomb attack in Istanbul.";
    for (const { places } of topicsIn("Turkey bombs Kurdish militants in Syria", text))
      expect(places).not.toContain("TR:istanbul");
  });

  it("is in the war of who attacked, for the dead too", () => {
    const text =
      "Five Syrian soldiers were killed in Israeli airstrikes on Damascus airport, the Syrian defence ministry said on Saturday.";
    const topics = topicsIn("Five soldiers killed by Israeli airstrikes, Syria says", text);
    expect(new Set(topics.map(({ conflict }) => conflict))).toEqual(new Set(["IL-SY"]));
  });

  it("was not struck by those whose dead are counted", () => {
    const text = "The Pentagon said two militants were killed.";
    for (const { attacker } of topicsIn("US airstrike in Somalia kills two al-Shabaab militants", text))
      expect(attacker).not.toBe("x-al-shabaab");
  });
});

describe("a town that another party than its country has held since 2014", () => {
  it("was struck by the foe of who holds it, whose office tells of its dead", async () => {
    const story = await Story.begin();
    const told = { places: ["UA:donetsk"], by: moscowOfficial };

    expect(
      await story.tell({
        at: "08:00",
        figures: [figure("killed", "UA", 3, told)],
        events: [event("strike", "done", { ...told, parties: [] })],
      }),
    ).toMatchObject([{ type: "new", attacker: "UA", figures: [{ low: 3 }] }]);
  });
});

describe("dead told by the region of a town", () => {
  const told = async (dead: number, other: number) => {
    const story = await Story.begin();
    const strike = (places: readonly string[], killed: number) => ({
      figures: [figure("killed", "RU", killed, { places, by: moscowOfficial })],
      events: [event("strike", "done", { places })],
    });
    await story.tell({ at: "08:00", ...strike(["RU:engels"], dead) });
    await story.tell({ at: "08:10", ...strike(["RU:saratov"], dead) });
    const alerts = await story.tell({ at: "08:20", ...strike(["RU-SAR"], other) });
    return alerts.filter(({ type }) => type === "new").length;
  };

  it("are those of one of its towns where as many died, though two are named", async () => {
    expect(await told(4, 4)).toBe(0);
  });

  it("are no town's where another number died", async () => {
    expect(await told(4, 3)).toBe(1);
  });

  it("may be another strike's where there are one or two", async () => {
    expect(await told(2, 2)).toBe(1);
  });
});

it("the dead of one side, told without their place, are not put where a report counts none but the other's", async () => {
  const story = await Story.begin();
  const ryazan = { places: ["RU:ryazan"], by: moscowOfficial };
  const figures = [figure("killed", "UA", 5, { by: kyivOfficial }), figure("killed", "RU", 6, ryazan)];

  await story.tell({ at: "08:00", figures, events: [event("strike", "done", ryazan)] });

  const atRyazan = (await story.developments()).filter(({ places }) => places.includes("RU:ryazan"));
  expect(atRyazan.map((development) => development.figures.map(({ side }) => side))).toEqual([["RU"]]);
});

it.each([
  "Drone debris killed three servicemen at an air base, 730km southeast of Moscow.",
  "Drone debris killed three servicemen at an air base 450 miles south-east of Moscow.",
])("a city that tells how far away it was is not where it was: %s", (text) => {
  for (const { places } of topicsIn("", text)) expect(places).not.toContain("RU:moscow");
});

it("what a report counts in a region is not put in the one town that it counts apart", async () => {
  const story = await Story.begin();
  const region = { places: ["UA-14"], by: kyivOfficial };
  const figures = [
    figure("injured", "UA", 2, { places: ["UA:kostiantynivka", "UA-14"], by: kyivOfficial }),
    figure("killed", "UA", 3, region),
    figure("injured", "UA", 8, region),
  ];

  const [alert] = await story.tell({ at: "08:00", figures, events: [event("strike", "done", region)] });

  expect(alert).toMatchObject({ type: "new", places: ["UA-14"] });
});
