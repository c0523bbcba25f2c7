import { describe, expect, it } from "vitest";
import type { ReadEvent } from "../../src/model/reading.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial, storyDay } from "./story.ts";

const kharkiv = { places: ["UA:kharkiv"] };
const struck = event("strike", "done", kharkiv);
const nextDay = "2031-03-05";

/** What one outlet's misreading or recap must not do to the ledger and to those who are told. */
describe("the ledger", () => {
  it("opens no handover in a report that tells of its delay", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [figure("bodies.returned", "UA", 1212, { by: moscowOfficial })],
      events: [event("exchange", "delayed", { by: moscowOfficial })],
    });

    expect((await story.developments()).map(({ subject }) => subject)).toEqual(["delay"]);
  });

  it("opens no exchange that names one side only and quotes nobody", async () => {
    const story = await Story.begin();
    const one = { parties: ["UA"] };

    await story.tell({
      at: "10:00",
      parties: ["UA"],
      figures: [figure("bodies.returned", "UA", 5, kharkiv)],
      events: [event("exchange", "done", one)],
    });

    expect(await story.developments()).toEqual([]);
  });

  it("tells no cancellation that only one outlet tells of in its own voice", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "10:00", events: [event("exchange", "cancelled")] })).toEqual([]);
    expect(await story.tell({ at: "10:10", events: [event("exchange", "cancelled")] })).toHaveLength(1);
  });

  it("moves a stage no further by one outlet's own voice where a side has spoken", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [event("exchange", "delayed", { by: moscowOfficial })] });

    const first = await story.tell({ at: "10:10", events: [event("exchange", "cancelled")] });
    const second = await story.tell({ at: "10:20", events: [event("exchange", "cancelled")] });

    expect([first.length, second.map(({ stage, isLoud }) => [stage, isLoud])]).toEqual([
      0,
      [["cancelled", true]],
    ]);
  });

  it("takes an exchange with a third state for none of the war", async () => {
    const story = await Story.begin();
    const swap: Partial<ReadEvent> = { parties: ["RU", "US"], by: moscowOfficial };

    await story.tell({
      at: "10:00",
      events: [event("exchange", "agreed", swap)],
      figures: [figure("prisoners.released", "RU", 1, { scope: "planned" })],
    });

    expect((await story.developments()).map(({ conflict }) => conflict)).not.toContain("RU-UA");
  });

  it("keeps the number that a report gives beside a rumour", async () => {
    const story = await Story.begin();
    const told = (count: number) => figure("killed", "UA", count, { ...kharkiv, by: kyivOfficial });
    await story.tell({ at: "08:00", figures: [told(14)], events: [struck] });

    await story.tell({ at: "09:00", figures: [told(30), told(14)], events: [struck] });

    expect(await story.best("killed", "UA")).toBe(14);
  });

  it("lets a number that its authority has lowered not return within hours, but rise again later", async () => {
    const story = await Story.begin();
    const launched = (count: number) => ({
      figures: [figure("missiles.launched", "RU", count, { by: kyivOfficial })],
      events: [event("strike", "done")],
    });
    const airForce = { outlet: "An air force", outletSide: "UA" };
    await story.tell({ at: "08:00", ...airForce, ...launched(120) });
    await story.tell({ at: "09:00", ...airForce, ...launched(69) });
    await story.tell({ at: "10:00", ...launched(120) });
    const soon = await story.best("missiles.launched", "RU");
    await story.tell({ at: `${nextDay}T09:00:00Z`, ...launched(120) });

    expect([soon, await story.best("missiles.launched", "RU")]).toEqual([69, 120]);
  });

  it.each([
    { first: [120, "Volodymyr Zelenskyy"], second: [69, "Ukrainian Air Force"], best: 69 },
    { first: [69, "Ukrainian Air Force"], second: [120, "Volodymyr Zelenskyy"], best: 69 },
  ] as const)(
    "lets who counts a night's missiles himself lead before who speaks for his country: $first, $second",
    async ({ first, second, best }) => {
      const story = await Story.begin();
      for (const [hour, [count, name]] of [
        ["08", first],
        ["11", second],
      ] as const)
        await story.tell({
          at: `${hour}:00`,
          figures: [figure("missiles.launched", "RU", count, { by: { name, side: "UA" } })],
          events: [event("strike", "done")],
        });

      expect(await story.best("missiles.launched", "RU")).toBe(best);
    },
  );

  it("takes so large a power cut for the country's, whatever town stands beside it", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "08:00",
      figures: [figure("customers.without_power", "UA", 4_500_000, kharkiv)],
      events: [struck],
    });

    const cuts = (await story.developments()).filter(({ figures }) => figures.length > 0);
    expect(cuts.map(({ subject }) => subject)).toEqual(["night"]);
  });

  it("takes a mass toll told of by a village and by the next town for one", async () => {
    const story = await Story.begin();
    const at = (place: string) => ({ places: [place] });
    await story.tell({
      at: "15:00",
      figures: [figure("killed", "UA", 51, at("UA:kupiansk"))],
      events: [event("strike", "done", at("UA:kupiansk"))],
    });

    await story.tell({
      at: "16:00",
      figures: [figure("killed", "UA", 49, at("UA:hroza"))],
      events: [event("strike", "done", at("UA:hroza"))],
    });
    await story.tell({
      at: "17:00",
      figures: [figure("killed", "UA", 49, at("UA:odesa"))],
      events: [event("strike", "done", at("UA:odesa"))],
    });

    expect(await story.developments()).toHaveLength(2);
  });

  it("puts a strike told without its place where all its dead are", async () => {
    const story = await Story.begin();

    const alerts = await story.tell({
      at: "07:00",
      figures: [figure("killed", "UA", 7, { ...kharkiv, by: kyivOfficial })],
      events: [event("strike", "done")],
    });

    expect(alerts.map(({ places }) => places)).toEqual([["UA:kharkiv"]]);
  });

  it("tells the dead of a third country, and not those of the other side, as the place's", async () => {
    const story = await Story.begin();
    const by = kyivOfficial;

    const foreign = await story.tell({
      at: "07:00",
      figures: [figure("killed", "PL", 3, { ...kharkiv, by })],
      events: [struck],
    });
    const odesa = { places: ["UA:odesa"] };
    const others = await story.tell({
      at: "08:00",
      figures: [figure("killed", "RU", 9, { ...odesa, by })],
      events: [event("strike", "done", odesa)],
    });

    expect([foreign.length, others.length]).toEqual([1, 0]);
  });

  it("keeps who attacked, whomever one later report names", async () => {
    const story = await Story.begin();
    const toll = figure("killed", "UA", 2, { ...kharkiv, by: kyivOfficial });
    const by = (attacker: string) => event("strike", "done", { ...kharkiv, attacker });
    await story.tell({ at: "07:00", figures: [toll], events: [by("RU")] });

    await story.tell({ at: "08:00", figures: [toll], events: [by("UA")] });

    expect((await story.developments()).map(({ attacker }) => attacker)).toEqual(["RU"]);
  });

  it("takes a toll told with another day of the same week for the same where its injured are the same too", async () => {
    const story = await Story.begin();
    const counts = (date: string) => [
      figure("killed", "UA", 4, { ...kharkiv, date }),
      figure("injured", "UA", 42, { ...kharkiv, date }),
    ];
    await story.tell({ at: "07:00", figures: counts(storyDay), events: [struck] });

    const slip = "2031-03-02";
    await story.tell({ at: "08:00", figures: counts(slip), events: [{ ...struck, date: slip }] });

    expect(await story.developments()).toHaveLength(1);
  });

  it("rings the same dead once, whatever country they are said to be of", async () => {
    const story = await Story.begin();
    const dead = (side: string) => figure("killed", side, 32, { ...kharkiv, by: kyivOfficial });
    await story.tell({ at: "07:00", figures: [dead("PL")], events: [struck] });

    const alerts = await story.tell({ at: "08:00", figures: [dead("UA")], events: [struck] });

    expect(alerts.filter(({ isLoud }) => isLoud)).toEqual([]);
  });

  it("takes a mass toll of a town for its region's that has grown", async () => {
    const story = await Story.begin();
    const told = (places: readonly string[], value: number) => ({
      figures: [figure("killed", "UA", value, { places, by: kyivOfficial })],
      events: [event("strike", "done", { places })],
    });
    await story.tell({ at: "07:00", ...told(["UA:kharkiv"], 23) });

    await story.tell({ at: "08:00", ...told(["UA-63"], 25) });

    expect((await story.developments()).map(({ figures }) => figures[0]?.best)).toEqual([25]);
  });

  it("tells a country's power cut when a second outlet quotes it", async () => {
    const story = await Story.begin();
    const cut = {
      figures: [figure("customers.without_power", "UA", 4_500_000, { places: ["UA"], by: kyivOfficial })],
      events: [event("strike", "done", { places: ["UA"] })],
    };

    expect(await story.tell({ at: "07:00", ...cut })).toEqual([]);
    expect(await story.tell({ at: "08:00", ...cut })).toHaveLength(1);
  });

  it("tells a night of forty missiles, and none of forty drones", async () => {
    const story = await Story.begin();
    const salvo = (measure: "missiles.launched" | "drones.launched", date: string) => ({
      figures: [figure(measure, "RU", 40, { date, places: ["UA"], by: kyivOfficial })],
      events: [event("strike", "done", { date, places: ["UA"] })],
    });

    expect(await story.tell({ at: "07:00", ...salvo("missiles.launched", storyDay) })).toHaveLength(1);
    expect(await story.tell({ at: `${nextDay}T07:00Z`, ...salvo("drones.launched", nextDay) })).toEqual([]);
  });

  it("takes a district for a part of its town", async () => {
    const story = await Story.begin();
    const kyiv = { places: ["UA:kyiv"] };
    await story.tell({
      at: "06:00",
      figures: [figure("killed", "UA", 3, kyiv)],
      events: [event("strike", "done", kyiv)],
    });

    const [update] = await story.tell({
      at: "07:00",
      figures: [figure("killed", "UA", 6, { by: kyivOfficial, places: ["UA:kyiv-darnytskyi"] })],
      events: [event("strike", "done", { places: ["UA:kyiv-darnytskyi"] })],
    });

    expect([update?.type, (await story.developments()).length]).toEqual(["update", 1]);
  });

  it("takes breaches that are told day after day for one state of things", async () => {
    const story = await Story.begin();
    const breach = (date: string) => ({
      events: [event("ceasefire", "violated", { date, by: kyivOfficial })],
    });
    await story.tell({ at: "08:00", ...breach(storyDay) });

    const next = await story.tell({ at: `${nextDay}T08:00:00Z`, ...breach(nextDay) });
    const later = await story.tell({ at: "2031-03-20T08:00:00Z", ...breach("2031-03-20") });

    expect([next.length, later.map(({ type }) => type)]).toEqual([0, ["new"]]);
  });

  it("tells dead of a strike whose town nobody names when two origins give their number", async () => {
    const story = await Story.begin();
    const told = {
      figures: [figure("killed", "UA", 2, { places: ["UA"] })],
      events: [event("strike", "done", { places: ["UA"] })],
    };

    const first = await story.tell({ at: "08:00", ...told });
    const second = await story.tell({ at: "08:10", ...told });

    expect([first.length, second.map(({ type }) => type)]).toEqual([0, ["new"]]);
  });
});

describe("dead of a strike whose town nobody names", () => {
  it("are those of the one place with that number, where there is one", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "08:00",
      figures: [figure("killed", "UA", 2, { ...kharkiv, by: kyivOfficial })],
      events: [struck],
    });

    const told = {
      figures: [figure("killed", "UA", 2, { places: ["UA"] })],
      events: [event("strike", "done", { places: ["UA"] })],
    };
    const alerts = [
      ...(await story.tell({ at: "08:10", ...told })),
      ...(await story.tell({ at: "08:20", ...told })),
    ];

    expect(alerts.filter(({ isLoud }) => isLoud)).toEqual([]);
    expect(alerts.every(({ development }) => development === "d1")).toBe(true);
  });
});

describe("dead of a strike first told without its town", () => {
  it("are the town's once it is named", async () => {
    const story = await Story.begin();
    const told = (places: readonly string[]) => ({
      figures: [figure("killed", "UA", 2, { places })],
      events: [event("strike", "done", { places })],
    });
    await story.tell({ at: "08:00", ...told(["UA"]) });
    await story.tell({ at: "08:10", ...told(["UA"]) });

    const alerts = await story.tell({ at: "08:20", ...told(["UA:kharkiv"]) });

    expect(alerts.filter(({ isLoud }) => isLoud)).toEqual([]);
    expect((await story.developments()).map(({ id, subject }) => [id, subject])).toEqual([["d1", "place"]]);
  });
});

describe("a toll of a hundred and more", () => {
  it("in one outlet's own voice is told when another gives it", async () => {
    const story = await Story.begin();
    const told = { figures: [figure("killed", "UA", 400, kharkiv)], events: [struck] };

    const first = await story.tell({ at: "08:00", ...told });
    const second = await story.tell({ at: "08:10", ...told });

    expect([first.length, second.map(({ type }) => type)]).toEqual([0, ["new"]]);
  });
});

describe("who attacked", () => {
  const occupied = (more: Partial<ReadEvent>) => ({
    figures: [figure("killed", "UA", 24, { ...kharkiv, by: moscowOfficial })],
    events: [event("strike", "done", { ...kharkiv, ...more })],
  });

  it("where the report tells it, lets those who hold the place count its dead", async () => {
    const story = await Story.begin();

    const [alert] = await story.tell({ at: "08:00", ...occupied({ attacker: "UA" }) });

    expect(alert).toMatchObject({ type: "new", attacker: "UA", figures: [{ low: 24, isRival: false }] });
  });

  it("is who fights the country of the place where it does not, and what that side says of the dead never leads", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "08:00", ...occupied({}) })).toEqual([]);
  });
});

const airForce = { name: "Ukrainian Air Force", side: "UA" } as const;

describe("a second outlet's far larger count of a night", () => {
  it("is kept whole, with what it says was shot down, until another bears it out", async () => {
    const story = await Story.begin();
    const salvo = (launched: number, downed: number) => ({
      figures: [
        figure("drones.launched", "RU", launched, { by: airForce }),
        figure("drones.downed", "RU", downed, { by: airForce }),
      ],
      events: [event("strike", "done", { by: airForce })],
    });
    await story.tell({ at: "07:00", outlet: "One", ...salvo(143, 121) });
    expect(await story.tell({ at: "08:00", outlet: "Two", ...salvo(260, 240) })).toEqual([]);

    const [alert] = await story.tell({ at: "09:00", outlet: "Three", ...salvo(260, 240) });

    expect(alert?.figures.map(({ measure, low }) => [measure, low])).toEqual([
      ["drones.launched", 260],
      ["drones.downed", 240],
    ]);
  });
});
