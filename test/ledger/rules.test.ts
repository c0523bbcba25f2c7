import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/model/figure.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";

const kharkiv = ["UA:kharkiv"];
const odesa = ["UA:odesa"];

function toll(value: number, more: Parameters<typeof figure>[3] = {}) {
  return figure("killed", "UA", value, { places: kharkiv, by: kyivOfficial, ...more });
}

function hit(places = kharkiv, more: Parameters<typeof event>[2] = {}) {
  return event("strike", "done", { places, ...more });
}

describe("what is one development (rules 1 to 4)", () => {
  it("keeps two towns of one night apart though their numbers are equal", async () => {
    const story = await Story.begin();

    await story.tell({ at: "06:00", figures: [toll(3)], events: [hit()] });
    const alerts = await story.tell({
      at: "06:05",
      figures: [toll(3, { places: odesa })],
      events: [hit(odesa)],
    });

    expect(alerts.map((alert) => [alert.type, alert.places])).toEqual([["new", odesa]]);
  });

  it("keeps two nights in one town apart though their numbers are equal", async () => {
    const story = await Story.begin();

    await story.tell({ at: "06:00", figures: [toll(3)], events: [hit()] });
    const date = "2031-03-05";
    const alerts = await story.tell({
      at: `${date}T06:00:00Z`,
      figures: [toll(3, { date })],
      events: [hit(kharkiv, { date })],
    });

    expect(alerts.map((alert) => alert.type)).toEqual(["new"]);
  });

  it("makes a night of its own beside the towns hit in it", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "06:00",
      figures: [figure("drones.launched", "RU", 200, { places: ["UA"] }), toll(3)],
      events: [event("strike", "done", { places: ["UA"] }), hit()],
    });

    const subjects = (await story.developments()).map((development) => development.subject);
    expect(subjects.toSorted()).toEqual(["night", "place"]);
  });

  it("takes drones of one night in both directions for two developments", async () => {
    const story = await Story.begin();

    await story.tell({ at: "06:00", figures: [figure("drones.launched", "RU", 200)] });
    await story.tell({ at: "06:30", figures: [figure("drones.downed", "UA", 140)] });

    const attackers = (await story.developments()).map((development) => development.attacker);
    expect(attackers).toEqual(["RU", "UA"]);
  });

  it("keeps two towns of one strip apart though both name the strip", async () => {
    const story = await Story.begin();
    const inGaza = (town: string) => ({ places: [town, "PS:gaza-strip"], parties: ["IL", "PS"] });
    const dead = (town: string) => figure("killed", "PS", 5, { places: [town, "PS:gaza-strip"] });

    await story.tell({
      at: "06:00",
      figures: [dead("PS:rafah")],
      events: [event("strike", "done", inGaza("PS:rafah"))],
    });
    await story.tell({
      at: "07:00",
      figures: [dead("PS:jabalia")],
      events: [event("strike", "done", inGaza("PS:jabalia"))],
    });

    expect(await story.developments()).toHaveLength(2);
  });

  it("puts the attacker's account of a night with the night", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "06:00",
      figures: [figure("drones.launched", "RU", 200, { places: ["UA"] })],
      events: [event("strike", "done", { places: ["UA"] })],
    });
    const alerts = await story.tell({
      at: "09:00",
      outletSide: "RU",
      events: [event("strike", "done", { places: ["UA"], by: moscowOfficial })],
    });

    expect(alerts.filter((alert) => alert.isLoud)).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });

  it("takes a region's undivided number for its one town hit that day", async () => {
    const story = await Story.begin();

    await story.tell({ at: "06:00", figures: [toll(3, { places: odesa })], events: [hit(odesa)] });
    await story.tell({ at: "07:00", figures: [toll(3, { places: ["UA-51"] })], events: [hit(["UA-51"])] });

    expect(await story.developments()).toHaveLength(1);
  });

  it("opens nothing for an old event told as background", async () => {
    const story = await Story.begin();

    const alerts = await story.tell({
      at: "06:00",
      figures: [toll(46, { date: "2029-01-14" })],
      events: [hit(kharkiv, { date: "2029-01-14" })],
    });

    expect(alerts).toEqual([]);
    expect(await story.developments()).toEqual([]);
  });

  it("opens nothing for a promise without an agreement", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 500, { scope: "planned" })],
    });

    expect(await story.developments()).toEqual([]);
  });

  it("raises nothing by a total over the whole war", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", figures: [toll(3)], events: [hit()] });

    const alerts = await story.tell({
      at: "07:00",
      figures: [toll(3), toll(14_000, { scope: "overall" })],
      events: [hit()],
    });

    expect(alerts.filter((alert) => alert.isLoud)).toEqual([]);
    expect(await story.best("killed", "UA")).toBe(3);
  });

  it("keeps equal numbers of two wars on one day apart", async () => {
    const story = await Story.begin();
    const gaza = { parties: ["x-hamas", "IL"] };

    await story.tell({
      at: "08:00",
      figures: [figure("prisoners.released", "UA", 90)],
      events: [event("exchange", "done")],
    });
    await story.tell({
      at: "08:05",
      figures: [figure("prisoners.released", "PS", 90)],
      events: [event("exchange", "done", gaza)],
    });

    const conflicts = (await story.developments()).map((development) => development.conflict);
    expect(conflicts).toEqual(["RU-UA", "IL-PS"]);
  });

  it("splits a briefing on two wars by the parties of each", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "20:00",
      figures: [figure("prisoners.released", "UA", 90), figure("hostages.released", "IL", 3)],
      events: [event("exchange", "done"), event("exchange", "done", { parties: ["x-hamas", "IL"] })],
    });

    const told = (await story.developments()).map(({ conflict, figures }) => [
      conflict,
      figures.map(({ measure }) => measure),
    ]);
    expect(told).toEqual([
      ["RU-UA", ["prisoners.released"]],
      ["IL-PS", ["hostages.released"]],
    ]);
  });
});

describe("what is told at once (rules 6 to 10)", () => {
  it("tells a toll that rises by a tenth and by one", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", figures: [toll(20)], events: [hit()] });

    const small = await story.tell({ at: "07:00", figures: [toll(21)], events: [hit()] });
    const large = await story.tell({ at: "08:00", figures: [toll(23)], events: [hit()] });

    expect(small.map((alert) => [alert.type, alert.isLoud])).toEqual([["update", false]]);
    expect(large.map((alert) => [alert.type, alert.isLoud])).toEqual([["update", true]]);
  });

  it("tells the injured while nobody is reported dead, and edits them in once somebody is", async () => {
    const story = await Story.begin();
    const injured = (value: number) => figure("injured", "UA", value, { places: kharkiv, by: kyivOfficial });
    await story.tell({ at: "06:00", figures: [injured(6)], events: [hit()] });

    const more = await story.tell({ at: "06:20", figures: [injured(12)], events: [hit()] });
    const dead = await story.tell({ at: "06:40", figures: [toll(1), injured(12)], events: [hit()] });
    const again = await story.tell({ at: "07:00", figures: [toll(1), injured(30)], events: [hit()] });

    expect([more, dead, again].map(([alert]) => alert?.isLoud)).toEqual([true, true, false]);
  });

  it("lets an exact number after a bound ring only by what it differs from it", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "05:00",
      figures: [figure("drones.launched", "RU", 400, { high: null })],
      events: [event("strike", "done")],
    });

    const alerts = await story.tell({
      at: "06:00",
      figures: [figure("drones.launched", "RU", 416)],
      events: [event("strike", "done")],
    });

    expect(alerts.map((alert) => alert.isLoud)).toEqual([false]);
  });

  it("tells the same number by another speaker as a second source, without a sound and once", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", figures: [toll(4)], events: [hit()] });

    const alerts = await story.tell({
      at: "06:30",
      figures: [toll(4, { by: { name: "Another official", side: "UA" } })],
      events: [hit()],
    });
    const third = await story.tell({
      at: "06:40",
      figures: [toll(4, { by: { name: "A third official", side: "UA" } })],
      events: [hit()],
    });

    expect(alerts).toMatchObject([{ isLoud: false, changes: [], origins: 2 }]);
    expect(third).toEqual([]);
  });

  it("tells the other side's own number where it differs, and shows both", async () => {
    const story = await Story.begin();
    const home = (value: number, by = kyivOfficial) => figure("prisoners.released", "UA", value, { by });
    await story.tell({ at: "10:00", figures: [home(265)], events: [event("exchange", "done")] });

    const [alert] = await story.tell({
      at: "11:00",
      figures: [home(260, moscowOfficial)],
      events: [event("exchange", "done")],
    });

    expect(alert?.isLoud).toBe(true);
    expect(alert?.figures.map(({ low, isRival }) => [low, isRival])).toEqual([
      [265, false],
      [260, true],
    ]);
  });

  it("tells nothing loud when the other side's number agrees", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [figure("prisoners.released", "UA", 310, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });

    const alerts = await story.tell({
      at: "11:00",
      figures: [figure("prisoners.released", "RU", 310, { by: moscowOfficial })],
      events: [event("exchange", "done")],
    });

    expect(alerts.map((alert) => alert.isLoud)).toEqual([false]);
  });

  it("corrects a told number that the authority which gave it lowers", async () => {
    const story = await Story.begin();
    const office = { outlet: "The governor's office", outletSide: "UA" };
    await story.tell({ at: "06:00", ...office, figures: [toll(3, { by: null })], events: [hit()] });

    const alerts = await story.tell({ at: "09:00", ...office, figures: [toll(2, { by: null })] });

    expect(alerts.map((alert) => [alert.type, alert.isLoud])).toEqual([["correction", true]]);
    expect(await story.best("killed", "UA")).toBe(2);
  });

  it.each([
    ["killed", 4, 3],
    ["killed", 4, 6],
    ["prisoners.released", 310, 300],
  ] as const)(
    "keeps an authority's older word silent when it is seen late: %s %i after %i",
    async (measure, newer, older) => {
      const story = await Story.begin();
      const office = { outlet: "The governor's office", outletSide: "UA" };
      const told = (value: number) => ({
        ...office,
        figures: [figure(measure, "UA", value, { places: kharkiv })],
        events: [measure === "killed" ? hit() : event("exchange", "done")],
      });
      await story.tell({ at: "09:00", publishedAt: "08:50", ...told(newer) });

      const alerts = await story.tell({ at: "09:01", publishedAt: "07:10", ...told(older) });

      expect(alerts).toEqual([]);
      expect(await story.best(measure, "UA")).toBe(newer);
    },
  );

  it("keeps silent about a lower number that says what it replaces but was published before it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "09:00", publishedAt: "08:50", figures: [toll(4)], events: [hit()] });

    const alerts = await story.tell({ at: "09:01", publishedAt: "07:10", figures: [toll(3, { was: 4 })] });

    expect(alerts).toEqual([]);
  });

  it("corrects a told number that a revision of its only report takes back", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", id: "r", figures: [toll(30)], events: [hit()] });

    const alerts = await story.tell({ at: "07:00", id: "r", figures: [toll(3)], events: [hit()] });

    expect(alerts.map((alert) => alert.type)).toEqual(["correction"]);
    expect(await story.best("killed", "UA")).toBe(3);
  });

  it("tells each stage of an exchange's delay by the side that speaks of it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [event("exchange", "delayed", { by: moscowOfficial })] });

    const alerts = await story.tell({
      at: "11:00",
      events: [event("exchange", "delayed", { by: kyivOfficial })],
    });

    expect(alerts.map((alert) => [alert.type, alert.isLoud])).toEqual([["update", true]]);
  });
});

describe("which number stands (rules 11 to 14)", () => {
  it("lets the receiving side's count of its people lead", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [figure("prisoners.released", "UA", 260, { by: moscowOfficial })],
      events: [event("exchange", "done")],
    });

    await story.tell({
      at: "11:00",
      figures: [figure("prisoners.released", "UA", 265, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });

    expect(await story.best("prisoners.released", "UA")).toBe(265);
  });

  it("stores a lower number of the same authority, relayed late, in silence", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", figures: [toll(2)], events: [hit()] });
    await story.tell({ at: "07:00", figures: [toll(4)], events: [hit()] });

    const alerts = await story.tell({ at: "09:00", figures: [toll(2)], events: [hit()] });

    expect(alerts).toEqual([]);
    expect(await story.best("killed", "UA")).toBe(4);
  });

  it("lets a number without an authority wait for a second origin when it is far away", async () => {
    const story = await Story.begin();
    const rumour = (by: string) => toll(30, { by: { name: by, side: null } });
    await story.tell({
      at: "06:00",
      figures: [toll(14, { by: { name: "A resident", side: null } })],
      events: [hit()],
    });

    const first = await story.tell({ at: "07:00", figures: [rumour("A blog")], events: [hit()] });
    const relay = await story.tell({ at: "07:10", figures: [rumour("A blog")], events: [hit()] });
    const second = await story.tell({ at: "07:20", figures: [rumour("A medic")], events: [hit()] });

    expect([first, relay].flat()).toEqual([]);
    expect(second.map((alert) => alert.isLoud)).toEqual([true]);
  });

  it("never makes a side's claim about people it killed the toll of the place", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", figures: [toll(14)], events: [hit()] });

    const claim = figure("killed", "UA", 60, {
      low: null,
      group: "foreigners",
      places: kharkiv,
      by: moscowOfficial,
    });
    const [alert] = await story.tell({ at: "08:00", figures: [claim], events: [hit()] });

    expect(alert?.isLoud).toBe(true);
    expect(await story.best("killed", "UA")).toBe(14);
  });

  it("does not let a withdrawn number return however often it is told again", async () => {
    const story = await Story.begin();
    const office = { outlet: "The governor's office", outletSide: "UA" };
    await story.tell({ at: "06:00", ...office, figures: [toll(3, { by: null })], events: [hit()] });
    await story.tell({ at: "09:00", ...office, figures: [toll(2, { by: null })] });

    await story.tell({ at: "10:00", figures: [toll(3, { by: null })], events: [hit()] });
    await story.tell({ at: "11:00", figures: [toll(3, { by: null })], events: [hit()] });

    expect(await story.best("killed", "UA")).toBe(2);
  });

  it("adds up a man and a woman to two people", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "06:00",
      figures: [toll(1, { group: "men" }), toll(1, { group: "women" })],
      events: [hit()],
    });

    expect(await story.best("killed", "UA")).toBe(2);
  });
});

describe("dead who are told as eliminated", () => {
  const eliminated = (more: Partial<Figure> = {}) => ({
    figures: [figure("killed", "UA", 40, { places: ["UA:kupiansk"], isElimination: true, ...more })],
    events: [event("strike", "done", { places: ["UA:kupiansk"] })],
  });

  it("are no toll in an outlet's own voice, as they are none in their foe's", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "08:00", ...eliminated() })).toEqual([]);
    expect(await story.tell({ at: "09:00", ...eliminated({ by: moscowOfficial }) })).toEqual([]);
  });

  it("are one where their own side tells of them", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "08:00", ...eliminated({ by: kyivOfficial }) })).toHaveLength(1);
  });
});

it("an undated strike two days after another at the same place is another, though reports on the first never ceased", async () => {
  const story = await Story.begin();
  const bryansk = { places: ["RU-BRY"] };
  const downed = (count: number) => ({
    figures: [figure("drones.downed", "UA", count, { ...bryansk, by: moscowOfficial })],
    events: [event("strike", "done", bryansk)],
  });
  for (const [hour, count] of [
    ["02:00", 7],
    ["12:00", 8],
    ["22:00", 9],
  ] as const)
    await story.tell({ at: hour, ...downed(count) });
  for (const [at, count] of [
    ["2031-03-05T08:00Z", 10],
    ["2031-03-05T18:00Z", 11],
    ["2031-03-06T04:00Z", 12],
  ] as const)
    await story.tell({ at, ...downed(count) });

  const undated = { places: ["RU:starodub", "RU-BRY"], date: null };
  const [alert] = await story.tell({
    at: "2031-03-06T05:00Z",
    figures: [figure("killed", "RU", 1, { ...undated, by: moscowOfficial })],
    events: [event("strike", "done", undated)],
  });

  expect(alert).toMatchObject({ type: "new", places: ["RU:starodub", "RU-BRY"], date: null });
});

it("hundreds of dead in one town on one day are told when a second origin gives them: they are most often those of a siege", async () => {
  const story = await Story.begin();
  const told = (outlet: string, by: Figure["by"]) => ({
    outlet,
    figures: [toll(1300, { by })],
    events: [hit()],
  });

  expect(await story.tell({ at: "08:00", ...told("One", kyivOfficial) })).toEqual([]);
  expect(await story.tell({ at: "09:00", ...told("Two", { name: "A mayor", side: "UA" }) })).toHaveLength(1);
});
