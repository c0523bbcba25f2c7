import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { topicsOf } from "../../src/ledger/split.ts";
import { makeReport } from "../contract/store/documents.ts";
import { Story, event, figure, moscowOfficial } from "./story.ts";

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
