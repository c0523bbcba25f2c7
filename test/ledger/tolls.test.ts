import { describe, expect, it } from "vitest";
import type { Speaker } from "../../src/model/speaker.ts";
import { Story, event, figure, kyivOfficial } from "./story.ts";

const izium = { places: ["UA:izium"] };

/** A headline that gives a place's dead with their attack and no day. */
function headline(at: string, dead: number) {
  return {
    at,
    title: `killed ${dead}`,
    figures: [figure("killed", "UA", dead, { ...izium, date: null })],
    events: [event("strike", "done", { ...izium, date: null })],
  };
}

/** Seven dead on the story's day, by a word that leaves room for more. */
async function begun(dead: Partial<Parameters<typeof figure>[3]> = { high: null }): Promise<Story> {
  const story = await Story.begin();
  await story.tell({
    at: "09:00",
    figures: [figure("killed", "UA", 7, { ...izium, by: kyivOfficial, ...dead })],
    events: [event("strike", "done", izium)],
  });
  return story;
}

describe("a toll told without its day", () => {
  it("is another strike's where it is far above one of three days before", async () => {
    const story = await begun();
    await story.tell({ at: "2031-03-05T18:00Z", events: [event("strike", "done", izium)] });

    const alerts = await story.tell(headline("2031-03-07T09:00Z", 17));

    expect(alerts.map(({ type, figures }) => [type, figures.map(({ low }) => low)])).toEqual([["new", [17]]]);
  });

  it("is that strike's where it is little above one of two days before", async () => {
    const story = await begun();

    await story.tell(headline("2031-03-06T08:00Z", 9));

    expect(await story.developments()).toHaveLength(1);
  });

  it("is that strike's on the next day, however far above", async () => {
    const story = await begun();

    await story.tell(headline("2031-03-05T09:00Z", 17));

    expect(await story.developments()).toHaveLength(1);
  });
});

describe('an authority\'s "at least"', () => {
  it("gives way to an outlet's exact count that it leaves room for", async () => {
    const story = await begun();

    const alerts = await story.tell(headline("14:00", 11));

    expect(alerts.map(({ type, isLoud }) => [type, isLoud])).toEqual([["update", true]]);
    expect(await story.best("killed", "UA")).toBe(11);
  });

  it("stands against an outlet's count of twice as many", async () => {
    const story = await begun();

    expect(await story.tell(headline("14:00", 14))).toEqual([]);
    expect(await story.best("killed", "UA")).toBe(7);
  });

  it("is not what an exact count is: that stands until an authority or a second origin has more", async () => {
    const story = await begun({ high: 7 });

    expect(await story.tell(headline("14:00", 11))).toEqual([]);
    expect(await story.best("killed", "UA")).toBe(7);
  });
});

describe("an authority's word that leaves room for more", () => {
  const told = (at: string, dead: number, more: Partial<Parameters<typeof figure>[3]>) => ({
    at,
    figures: [figure("killed", "UA", dead, { ...izium, ...more })],
    events: [event("strike", "done", izium)],
  });

  it("corrects no larger number that it is true of", async () => {
    const story = await Story.begin();
    await story.tell(told("09:00", 8, { high: null }));

    const alerts = await story.tell(told("09:30", 5, { high: null, by: kyivOfficial }));

    expect(alerts.filter(({ isLoud }) => isLoud)).toEqual([]);
    expect(await story.best("killed", "UA")).toBe(8);
  });

  it("leads where it gives a number without room", async () => {
    const story = await Story.begin();
    await story.tell(told("09:00", 8, { high: null }));

    await story.tell(told("09:30", 5, { by: kyivOfficial }));

    expect(await story.best("killed", "UA")).toBe(5);
  });
});

it("the newest line of a live page stands above the older one, each by another authority", async () => {
  const story = await Story.begin();
  const places = ["UA:kharkiv"];
  const prosecutors = { name: "Ukrainian prosecutors", side: "UA" } as const;
  const mayor = { name: "The mayor", side: "UA" } as const;
  const killed = (count: number, by: Speaker) => figure("killed", "UA", count, { places, by });
  const events = [event("strike", "done", { places })];
  await story.tell({ at: "10:00", figures: [killed(2, prosecutors)], events });

  const alerts = await story.tell({
    at: "11:00",
    figures: [killed(3, mayor), killed(2, prosecutors)],
    events,
  });

  expect(alerts).toMatchObject([{ type: "update", isLoud: true }]);
  const [strike] = await story.developments();
  expect(strike?.figures.find(({ measure }) => measure === "killed")?.best).toBe(3);
});
