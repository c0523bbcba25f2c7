import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, moscowOfficial, storyDay } from "./story.ts";

const odesa = ["UA:odesa"];
const melitopol = ["UA:melitopol"];
const cut = (places: readonly string[]) =>
  figure("customers.without_power", "UA", 1_500_000, { places, by: kyivOfficial });

describe("a number that a report gives the wrong one of two towns", () => {
  it("is the other town's, where it stands already", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      outlet: "A",
      figures: [cut(odesa)],
      events: [event("strike", "done", { places: odesa })],
    });

    await story.tell({
      at: "11:00",
      outlet: "B",
      figures: [cut(melitopol)],
      events: [event("strike", "done", { places: melitopol }), event("strike", "done", { places: odesa })],
    });

    const counts = (await story.developments()).map(({ places, figures }) => [
      places.join(),
      figures.map(({ best }) => best).join(),
    ]);
    expect(counts.toSorted()).toEqual([
      ["UA:melitopol", ""],
      ["UA:odesa", "1500000"],
    ]);
  });

  it("is its own town's, where the report names no other", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [cut(odesa)],
      events: [event("strike", "done", { places: odesa })],
    });

    await story.tell({
      at: "11:00",
      figures: [cut(melitopol)],
      events: [event("strike", "done", { places: melitopol })],
    });

    expect((await story.developments()).map(({ figures }) => figures.length)).toEqual([1, 1]);
  });
});

describe("tolls that are told without their day", () => {
  const places = ["UA-14"];

  it("are no follow-up of a strike with far fewer dead", async () => {
    const story = await Story.begin();
    const two = figure("killed", "UA", 2, { places, by: kyivOfficial });
    await story.tell({ at: "10:00", figures: [two], events: [event("strike", "done", { places })] });

    const alerts = await story.tell({
      at: "20:00",
      figures: [figure("killed", "UA", 53, { places, date: null })],
    });

    expect(alerts).toEqual([]);
  });

  it("are one strike's, over the days of a weekend", async () => {
    const story = await Story.begin();
    const five = figure("injured", "UA", 5, { places: odesa, by: kyivOfficial });
    await story.tell({ at: "10:00", figures: [five], events: [event("strike", "done", { places: odesa })] });
    const date = `${storyDay}/2031-03-05`;

    const alerts = await story.tell({
      at: "2031-03-06T10:00:00Z",
      figures: [{ ...five, date }],
      events: [event("strike", "done", { places: odesa, date })],
    });

    expect(alerts).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });

  it("are of the town that most reports tell, where none is named", async () => {
    const story = await Story.begin();
    const three = (towns: readonly string[]) =>
      figure("killed", "RU", 3, { places: towns, date: null, by: moscowOfficial });
    const hit = (towns: readonly string[]) =>
      event("strike", "done", { places: towns, date: null, attacker: "UA" });
    for (const outlet of ["A", "B"])
      await story.tell({
        at: "10:00",
        outlet,
        figures: [three(["RU:engels"])],
        events: [hit(["RU:engels"])],
      });
    await story.tell({
      at: "10:30",
      outlet: "C",
      figures: [three(["RU:saratov"])],
      events: [hit(["RU:saratov"])],
    });

    await story.tell({ at: "11:00", outlet: "D", figures: [three(["RU"])], events: [hit(["RU"])] });

    const [engels] = (await story.developments()).filter(({ places }) => places.includes("RU:engels"));
    expect(engels?.reports).toHaveLength(3);
  });
});

describe("a power cut", () => {
  it("is one, told with the same number on the next day", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [cut(odesa)],
      events: [event("strike", "done", { places: odesa })],
    });
    const date = "2031-03-05";

    const alerts = await story.tell({
      at: `${date}T10:00:00Z`,
      figures: [{ ...cut(odesa), date }],
      events: [event("strike", "done", { places: odesa, date })],
    });

    expect(alerts).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });
});

describe("a toll without its town", () => {
  it("is the town's whose dead are counted as fighters there and as the country's people here", async () => {
    const story = await Story.begin();
    const parties = ["IL", "x-hezbollah"];
    const two = { date: null, by: { name: "A Lebanese official", side: "LB" } } as const;
    await story.tell({
      at: "10:00",
      parties,
      figures: [figure("killed", "LB", 2, { ...two, places: ["LB"] })],
      events: [event("strike", "done", { places: ["LB"], parties, attacker: "IL" })],
    });

    await story.tell({
      at: "11:00",
      outlet: "Another",
      parties,
      figures: [figure("killed", "x-hezbollah", 2, { ...two, places: ["LB:tyre"] })],
      events: [event("strike", "done", { places: ["LB:tyre"], parties, attacker: "IL", date: null })],
    });

    expect(await story.developments()).toHaveLength(1);
  });
});

describe("an offer of a truce", () => {
  it("is nothing of its own in a report that it was accepted", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "10:00",
      events: [
        event("ceasefire", "proposed", { by: kyivOfficial }),
        event("ceasefire", "agreed", { by: moscowOfficial }),
      ],
    });

    expect((await story.developments()).map(({ subject }) => subject)).toEqual(["truce"]);
  });

  it("is one however long it is told to be, where it is for a holiday", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      events: [event("ceasefire", "proposed", { by: kyivOfficial, limit: "hours" })],
    });

    const alerts = await story.tell({
      at: "11:00",
      events: [event("ceasefire", "rejected", { by: moscowOfficial, limit: "general" })],
    });

    expect(alerts.map(({ type, stage }) => [type, stage])).toEqual([["update", "rejected"]]);
  });
});
