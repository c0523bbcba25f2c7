import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial } from "./story.ts";

const title = "Russian shelling of Kharkiv kills four";
const kharkiv = { places: ["UA:kharkiv"], date: null };
const struck = (evidence: string, where: { readonly places: string[]; readonly date: null } = kharkiv) => ({
  figures: [figure("killed", "UA", 4, { ...where, evidence })],
  events: [event("strike", "done", where)],
});

describe("dead that one outlet tells of without a day and without naming anybody", () => {
  it("are news where its headline gives the number and the town", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "07:00", title, ...struck(title) })).toHaveLength(1);
  });

  it("wait for a second origin where only its text tells of them", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "07:00", title, ...struck("four people died here") })).toEqual([]);
    expect(await story.tell({ at: "07:30", title, ...struck("four people died here") })).toHaveLength(1);
  });

  it.each([["UA-63"], ["UA"]])("are news where the headline that gives them names %s only", async (code) => {
    const story = await Story.begin();

    expect(
      await story.tell({ at: "07:00", title, ...struck(title, { places: [code], date: null }) }),
    ).toHaveLength(1);
  });

  it("are news where the title gives the number and the text its words", async () => {
    const story = await Story.begin();
    const region = { places: ["UA-63"], date: null };
    const figures = [
      figure("killed", "UA", 4, { ...region, evidence: "At least four died", isTitled: true }),
    ];

    expect(
      await story.tell({ at: "07:00", title, figures, events: [event("strike", "done", region)] }),
    ).toHaveLength(1);
  });

  it("wait for a second origin where the headline names no town and another strike's dead were told", async () => {
    const story = await Story.begin();
    const dated = { places: ["UA:kharkiv"], by: kyivOfficial };
    await story.tell({
      at: "06:00",
      figures: [figure("killed", "UA", 2, dated)],
      events: [event("strike", "done", dated)],
    });
    const nowhere = struck(title, { places: ["UA"], date: null });

    expect(await story.tell({ at: "07:00", title, ...nowhere })).toEqual([]);
    expect(await story.tell({ at: "07:30", title, ...nowhere })).toHaveLength(1);
  });

  it("wait for a second origin where they are many and nobody told of the attack before", async () => {
    const story = await Story.begin();
    const many = [figure("killed", "UA", 52, { ...kharkiv, by: kyivOfficial, evidence: title })];

    expect(
      await story.tell({ at: "07:00", title, figures: many, events: [event("strike", "done", kharkiv)] }),
    ).toEqual([]);
  });

  it("are news where they are many, somebody is quoted with them and another outlet told of the attack", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      title: "Rockets hit a station",
      events: [event("strike", "done", kharkiv)],
    });
    const many = [figure("killed", "UA", 52, { ...kharkiv, by: kyivOfficial, evidence: title })];

    expect(await story.tell({ at: "07:00", title, figures: many })).toHaveLength(1);
  });

  it("are no news when the headline is some days old", async () => {
    const story = await Story.begin();

    expect(
      await story.tell({ at: "07:00", publishedAt: "2031-02-26T07:00:00Z", title, ...struck(title) }),
    ).toEqual([]);
  });

  it("are those of the strike that was told with their sum", async () => {
    const story = await Story.begin();
    const dated = { places: ["UA:kharkiv"], by: kyivOfficial };
    await story.tell({
      at: "07:00",
      figures: [figure("killed", "UA", 2, dated)],
      events: [event("strike", "done", dated)],
    });
    const family = ["women", "children"] as const;

    const again = await story.tell({
      at: "22:00",
      title,
      figures: family.map((group) => figure("killed", "UA", 1, { ...kharkiv, group, evidence: title })),
      events: [event("strike", "done", kharkiv)],
    });

    expect(again.filter(({ isLoud }) => isLoud)).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });
});

describe("a mass toll of a town, told by another outlet of the country only", () => {
  it("is that town's where the numbers are near", async () => {
    const story = await Story.begin();
    const official = { by: kyivOfficial };
    const at = (code: string, dead: number) => ({
      figures: [figure("killed", "UA", dead, { places: [code], ...official })],
      events: [event("strike", "done", { places: [code], ...official })],
    });
    await story.tell({ at: "06:00", ...at("UA:kharkiv", 23) });

    const again = await story.tell({ at: "07:00", ...at("UA", 25) });

    expect(again.filter(({ type }) => type === "new")).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });
});

describe("dead of a night whose towns nobody names", () => {
  const headline = "Russia fires 20 missiles at Ukraine, one dead";
  const night = { places: ["UA"] };
  const counted = (evidence: string) => ({
    figures: [
      figure("missiles.launched", "RU", 20, { ...night, evidence }),
      figure("killed", "UA", 1, { ...night, evidence }),
    ],
    events: [event("strike", "done", night)],
  });

  it("are news where one headline gives them and what flew", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "07:00", title: headline, ...counted(headline) })).toHaveLength(1);
  });

  it("wait for a second origin where only the text gives them", async () => {
    const story = await Story.begin();
    const text = "20 missiles were fired and one person died";

    expect(await story.tell({ at: "07:00", title: headline, ...counted(text) })).toEqual([]);
    expect(await story.tell({ at: "07:30", title: headline, ...counted(text) })).toHaveLength(1);
  });
});
