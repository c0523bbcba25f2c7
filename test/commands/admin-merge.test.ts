import { describe, expect, it } from "vitest";
import { textsOf } from "../../src/languages/texts.ts";
import { event, figure } from "../ledger/story.ts";
import { begin, strike } from "./reviewed-strike.ts";
import { wordsOf } from "./rig.ts";

describe("a development", () => {
  it("is merged with another, which then points to it", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:20", ...strike(5) });
    const odesa = { places: ["UA:odesa", "UA-51", "UA"] };
    await story.tell({ at: "11:30", ...strike(7, odesa) });
    const page = await rig.press(await rig.type("/review show d2"), "Merge…");

    const sure = await rig.press(page, "Another one…", "d1 one and the same");
    expect(wordsOf(sure)).toContain("d1, 4 Mar: Kharkiv: strike, 5 killed");
    expect(wordsOf(sure)).toContain("d2, 4 Mar: Odesa: strike, 7 killed");
    expect((await rig.store.ledger.stored(["d2"]))[0]?.mergedInto).toBeNull();
    const merged = await rig.press(sure, "Yes, they are one");
    const [entry] = await rig.store.ledger.journal({ reviewsOnly: true, limit: 5 });
    expect(entry?.cause).toMatchObject({ note: "one and the same" });

    expect(merged.title).toMatch(/^d1: /u);
    expect(wordsOf(merged)).toContain("Merged.");
    expect(wordsOf(merged)).toContain("The later message points to the first one.");
    expect(wordsOf(await rig.press(page, "Another one…", "d1"))).toContain("These two are one already.");
    expect(wordsOf(await rig.press(page, "Another one…", "nonsense"))).toContain(
      "Name the other development",
    );
  });

  it.each([
    ["en", "The likely ones…", /^d3, 4 Mar: /u],
    ["uk", "Найімовірніші…", /^d3, 4 бер\.: /u],
    ["ru", "Самые вероятные…", /^d3, 4 мар\.: /u],
  ])(
    "is merged by choosing from those of its kind, conflict and days (%s)",
    async (language, list, label) => {
      const { rig, story } = await begin({}, language);
      const odesa = { places: ["UA:odesa", "UA-51", "UA"] };
      const old = { ...odesa, date: "2031-02-14" };
      await story.tell({
        at: "2031-02-14T10:00:00Z",
        figures: [figure("killed", "UA", 8, old)],
        events: [event("strike", "done", old)],
      });
      await story.tell({ at: "10:50", ...strike(3, { places: ["UA:sumy", "UA-59", "UA"] }) });
      await story.tell({ at: "11:20", ...strike(5, odesa) });
      await story.tell({ at: "11:26", events: [event("talks", "agreed")] });
      await story.tell({ at: "11:30", ...strike(7, { places: ["UA:izmail", "UA-51", "UA"] }) });
      const panel = await rig.type("/review show d5");

      const page = await rig.press(panel, textsOf(language).text("button-merge"));
      const [select] = page.selects ?? [];

      expect(select?.label).toBe(list);
      expect(select?.options.map(({ value }) => value)).toEqual(["d3", "d2"]);
      expect(select?.options[0]?.label).toMatch(label);
      const sure = await rig.choose(page, select?.options[0]?.label ?? "");
      await rig.press(sure, textsOf(language).text("button-sure-merge"));
      expect((await rig.store.ledger.stored(["d5"]))[0]?.mergedInto).toBe("d3");
    },
  );

  it("that has nothing like it near its days is merged by an id alone", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });

    const page = await rig.press(await rig.type("/review show d1"), "Merge…");

    expect(wordsOf(page)).toContain("Nothing else of its kind and conflict is known of those days.");
    expect(page.actions.map(({ label }) => label)).toEqual(["Another one…", "Back"]);
    expect((await rig.press(page, "Back")).title).toMatch(/^d1: /u);
  });
});
