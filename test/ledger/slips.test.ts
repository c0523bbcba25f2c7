import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, moscowOfficial, storyDay } from "./story.ts";

const next = "2031-03-05";
const ukraine = { places: ["UA"] };
const kharkiv = { places: ["UA:kharkiv"] };

function salvo(value: number, date = storyDay) {
  return figure("drones.launched", "RU", value, { ...ukraine, date, by: kyivOfficial });
}

/** What one field misread in one report must not do. */
describe("a day that one report has wrong", () => {
  it("opens no second night with a number that no other night has", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", figures: [salvo(203)], events: [event("strike", "done", ukraine)] });

    const alerts = await story.tell({
      at: "09:00",
      figures: [salvo(203, next)],
      events: [event("strike", "done", { ...ukraine, date: next })],
    });

    expect([alerts, (await story.developments()).length]).toEqual([[], 1]);
  });

  it("opens a second night with a round number", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", figures: [salvo(200)], events: [event("strike", "done", ukraine)] });

    await story.tell({
      at: `${next}T07:00Z`,
      figures: [salvo(200, next)],
      events: [event("strike", "done", { ...ukraine, date: next })],
    });

    expect(await story.developments()).toHaveLength(2);
  });

  it("opens no second leg, and does not count its people twice", async () => {
    const story = await Story.begin();
    const leg = (date: string) => ({
      figures: [figure("prisoners.released", "UA", 307, { date, by: kyivOfficial })],
      events: [event("exchange", "done", { date })],
    });
    await story.tell({ at: "07:00", ...leg(storyDay) });

    expect(await story.tell({ at: "08:00", ...leg(next) })).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });

  it("is put right by the rest of the report", async () => {
    const story = await Story.begin();

    const alerts = await story.tell({
      at: "07:00",
      figures: [
        figure("killed", "UA", 4, { ...kharkiv, by: kyivOfficial }),
        figure("injured", "UA", 31, { ...kharkiv, date: next }),
      ],
      events: [event("strike", "done", kharkiv)],
    });

    expect(alerts.map(({ date, figures }) => [date, figures.map(({ low }) => low)])).toEqual([
      [storyDay, [4, 31]],
    ]);
  });
});

describe("a side that a report does not give", () => {
  it("of dead at a place is its country's", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "07:00",
      figures: [figure("killed", null, 4, { ...kharkiv, by: kyivOfficial })],
      events: [event("strike", "done", kharkiv)],
    });

    expect(await story.best("killed", "UA")).toBe(4);
  });

  it("of drones is the attacker's, so that their number is told once", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", figures: [salvo(203)], events: [event("strike", "done", ukraine)] });

    const again = await story.tell({
      at: "08:00",
      figures: [{ ...salvo(203), side: null }],
      events: [event("strike", "done", ukraine)],
    });

    expect(again).toEqual([]);
  });

  it("of people who came home is the one that was told with their number", async () => {
    const story = await Story.begin();
    const freed = (side: "UA" | "RU" | null, value: number) =>
      figure("prisoners.released", side, value, { by: kyivOfficial });
    const events = [event("exchange", "done")];
    await story.tell({ at: "07:00", figures: [freed("UA", 265), freed("RU", 260)], events });

    expect(await story.tell({ at: "08:00", figures: [freed(null, 260)], events })).toEqual([]);
    const [leg] = await story.developments();
    expect(leg?.figures.map(({ side }) => side)).toEqual(["UA", "RU"]);
  });
});

describe("a place that one report has wrong", () => {
  const odesa = { places: ["UA:odesa"] };
  const struck = (where: { readonly places: string[] }, value: number) => ({
    figures: [figure("killed", "UA", value, where)],
    events: [event("strike", "done", where)],
  });

  it("is told to nobody while two outlets give the number elsewhere", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", ...struck(kharkiv, 4) });
    await story.tell({ at: "07:10", ...struck(kharkiv, 4) });

    expect(await story.tell({ at: "07:20", ...struck(odesa, 4) })).toEqual([]);
  });

  it("is news once a second origin tells it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", ...struck(kharkiv, 4) });
    await story.tell({ at: "07:10", ...struck(kharkiv, 4) });
    await story.tell({ at: "07:20", ...struck(odesa, 4) });

    expect(await story.tell({ at: "07:30", ...struck(odesa, 4) })).toHaveLength(1);
  });

  it("is none where the number is another or its own authority publishes it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", ...struck(kharkiv, 4) });
    await story.tell({ at: "07:10", ...struck(kharkiv, 4) });

    expect(await story.tell({ at: "07:20", ...struck(odesa, 3) })).toHaveLength(1);
    expect(
      await story.tell({ at: "07:30", outletSide: "UA", ...struck({ places: ["UA:sumy"] }, 4) }),
    ).toHaveLength(1);
  });

  it("is none where somebody is named who says it, or another number differs", async () => {
    const story = await Story.begin();
    const told = (where: { readonly places: string[] }, injured: number) => ({
      figures: [figure("killed", "UA", 4, where), figure("injured", "UA", injured, where)],
      events: [event("strike", "done", where)],
    });
    await story.tell({ at: "07:00", ...told(kharkiv, 21) });
    await story.tell({ at: "07:10", ...told(kharkiv, 21) });

    expect(await story.tell({ at: "07:20", ...told({ places: ["UA:uman"] }, 65) })).toHaveLength(1);
    const quoted = figure("killed", "UA", 4, { ...odesa, by: kyivOfficial });
    expect(
      await story.tell({ at: "07:30", figures: [quoted], events: [event("strike", "done", odesa)] }),
    ).toHaveLength(1);
  });
});

describe("what one outlet counts in its own voice", () => {
  it("rings not in a night that somebody has counted, until a second one counts it", async () => {
    const story = await Story.begin();
    const events = [event("strike", "done", ukraine)];
    await story.tell({ at: "07:00", figures: [salvo(203)], events });
    const missiles = { figures: [figure("missiles.downed", "RU", 31, ukraine)], events };

    const first = await story.tell({ at: "08:00", ...missiles });
    const second = await story.tell({ at: "08:10", ...missiles });

    expect([first, second].map((alerts) => alerts.map(({ isLoud }) => isLoud))).toEqual([[false], [true]]);
  });
});

describe("a truce told without its day", () => {
  const mediator = { name: "A mediator", side: "QA" };
  const agreed = (date: string | null) => event("ceasefire", "agreed", { date, by: mediator });

  it("is news by a mediator who names both sides", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "07:00", events: [agreed(null)] })).toHaveLength(1);
  });

  it("takes no day that is long before it was first told", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", events: [agreed(null)] });
    await story.tell({ at: "08:00", events: [agreed("2031-02-27")] });
    await story.tell({ at: "09:00", events: [agreed(storyDay)] });

    expect((await story.developments()).map(({ date }) => date)).toEqual([storyDay]);
  });
});

describe("a strike that nobody dates", () => {
  const salvoAt = (
    at: string,
    measure: "drones.launched" | "missiles.launched",
    value: number,
    date: string | null,
  ) => ({
    at,
    figures: [figure(measure, "RU", value, { ...ukraine, date, by: kyivOfficial })],
    events: [event("strike", "done", { ...ukraine, date })],
  });

  it("is not the one of a day that came after its first report", async () => {
    const story = await Story.begin();
    await story.tell(salvoAt("08:00", "missiles.launched", 120, null));

    await story.tell(salvoAt(`${next}T04:00Z`, "drones.launched", 16, next));

    expect((await story.developments()).map(({ figures }) => figures.map(({ best }) => best))).toEqual([
      [120],
      [16],
    ]);
  });

  it("is the one of the night that had begun where it struck", async () => {
    const story = await Story.begin();
    await story.tell(salvoAt("23:30", "drones.launched", 120, null));

    await story.tell(salvoAt(`${next}T04:00Z`, "drones.launched", 120, next));

    expect(await story.developments()).toHaveLength(1);
  });

  it("with its first dead, a day after drones were shot down over the town, is another one", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "08:00",
      figures: [figure("drones.downed", "RU", 10, { ...kharkiv, by: kyivOfficial })],
      events: [event("strike", "done", kharkiv)],
    });

    await story.tell({
      at: `${next}T13:00Z`,
      figures: [figure("killed", "UA", 1, { ...kharkiv, date: null, by: kyivOfficial })],
      events: [event("strike", "done", { ...kharkiv, date: null })],
    });

    expect(await story.developments()).toHaveLength(2);
  });

  it("with its first number, a day after one of which nobody told any, is another one", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", events: [event("strike", "done", kharkiv)] });

    await story.tell({
      at: `${next}T06:00Z`,
      figures: [figure("killed", "UA", 1, { ...kharkiv, date: null, by: kyivOfficial })],
      events: [event("strike", "done", { ...kharkiv, date: null })],
    });

    expect(await story.developments()).toHaveLength(2);
  });
});

describe("a toll told once with its town and once without", () => {
  it("is one where the one counts people and the other servicemen", async () => {
    const story = await Story.begin();
    const tula = { places: ["RU:tula"], date: null };
    const hit = { attacker: "UA" as const, by: moscowOfficial };
    await story.tell({
      at: "07:00",
      figures: [figure("killed", "RU", 3, { ...tula, by: moscowOfficial })],
      events: [event("strike", "done", { ...tula, ...hit })],
    });

    const again = await story.tell({
      at: "13:00",
      figures: [
        figure("killed", "RU", 3, { places: ["RU"], group: "military", date: null, by: moscowOfficial }),
      ],
      events: [event("strike", "done", { places: ["RU"], date: null, ...hit })],
    });

    expect([again, (await story.developments()).length]).toEqual([[], 1]);
  });
});
