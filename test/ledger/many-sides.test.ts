import { describe, expect, it } from "vitest";
import { textOf } from "./reviewing.ts";
import { Story, event, figure, storyDay } from "./story.ts";

/** A raid on Caracas of the story's day, with forty dead. */
async function raid(): Promise<Story> {
  const story = await Story.begin();
  const caracas = { places: ["VE:caracas"] };
  await story.tell({
    at: "09:00",
    parties: ["US", "VE"],
    figures: [figure("killed", "VE", 40, { ...caracas, by: { name: "A Venezuelan official", side: "VE" } })],
    events: [event("strike", "done", { ...caracas, parties: ["US", "VE"], attacker: "US" })],
  });
  return story;
}

const cubans = { by: { name: "The Cuban government", side: "CU" }, places: ["VE"] };

describe("the dead of a third state", () => {
  it("are among those of the one strike of those days in the country", async () => {
    const story = await raid();

    const alerts = await story.tell({
      at: "2031-03-05T03:00Z",
      parties: ["CU", "US", "VE"],
      figures: [figure("killed", "CU", 32, { ...cubans, date: "2031-03-05" })],
    });

    expect(alerts.map(({ type, isLoud }) => [type, isLoud])).toEqual([["update", true]]);
    const [development, ...others] = await story.developments();
    expect(others).toEqual([]);
    expect(development?.date).toBe(storyDay);
    expect(await story.best("killed", "CU")).toBe(32);
    expect(await story.best("killed", "VE")).toBe(40);
  });

  it("leave the country's own in the title", async () => {
    const story = await raid();

    const [alert] = await story.tell({
      at: "12:00",
      parties: ["CU", "US", "VE"],
      figures: [figure("killed", "CU", 32, { ...cubans, date: null })],
    });

    expect(textOf(alert).split("\n")[0]).toContain("40 killed");
  });

  it("are known again in the name of their state, whoever a report takes them for", async () => {
    const story = await raid();
    const { by } = cubans;
    const told = { parties: ["CU", "US", "VE"] };
    await story.tell({ at: "12:00", ...told, figures: [figure("killed", "CU", 32, cubans)] });

    await story.tell({
      at: "13:00",
      ...told,
      figures: [figure("killed", "VE", 32, { by, places: ["VE"], date: null })],
      events: [event("strike", "done", { places: ["VE"], parties: ["US", "VE"], date: null })],
    });

    expect(await story.developments()).toHaveLength(1);
    expect(await story.best("killed", "VE")).toBe(40);
  });

  it("are of no strike that killed fewer", async () => {
    const story = await raid();

    await story.tell({
      at: "12:00",
      parties: ["CU", "US", "VE"],
      figures: [figure("killed", "CU", 60, { ...cubans, date: null })],
    });

    expect(await story.best("killed", "CU")).toBeNull();
  });

  it("do not move a strike to where their state speaks of them", async () => {
    const story = await Story.begin();
    const between = { parties: ["US", "VE"], attacker: "US" };
    await story.tell({
      at: "09:00",
      parties: ["CU", "US", "VE"],
      figures: [figure("killed", "CU", 32, cubans)],
      events: [event("strike", "done", { ...between, places: ["VE"] })],
    });

    await story.tell({
      at: "12:00",
      parties: ["CU", "US", "VE"],
      figures: [figure("killed", "CU", 32, { ...cubans, places: ["CU:havana"] })],
      events: [event("strike", "done", { ...between, places: ["VE"] })],
    });

    const strikes = (await story.developments()).filter(({ figures }) => figures.length > 0);
    expect(strikes.map(({ subject, places }) => [subject, places])).toEqual([["night", ["VE"]]]);
  });
});

describe("a war of many sides", () => {
  const parties = ["SA", "YE", "x-stc"];
  const strike = { parties, attacker: "SA", date: null };

  it("has the dead of a group and of the country that it fights in told as one toll", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "09:00",
      parties,
      figures: [figure("killed", "YE", 7, { places: ["YE"], date: null })],
      events: [event("strike", "done", { ...strike, places: ["YE"] })],
    });

    await story.tell({
      at: "11:00",
      parties,
      figures: [figure("killed", "x-stc", 7, { places: ["YE-HD"], date: null })],
      events: [event("strike", "done", { ...strike, places: ["YE-HD"] })],
    });

    const developments = await story.developments();
    expect(developments.map(({ reports }) => reports)).toEqual([["r1", "r2"]]);
  });

  it("has a region's dead told once two origins give their number, though nobody gives the day", async () => {
    const story = await Story.begin();
    const told = {
      parties,
      figures: [figure("killed", "x-stc", 7, { places: ["YE-HD"], date: null })],
      events: [event("strike", "done", { ...strike, places: ["YE-HD"] })],
    };

    expect(await story.tell({ at: "09:00", ...told })).toEqual([]);
    expect((await story.tell({ at: "11:00", ...told })).map(({ type }) => type)).toEqual(["new"]);
  });
});
