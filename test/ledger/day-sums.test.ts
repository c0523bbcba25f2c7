import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, storyDay } from "./story.ts";

const nextDay = "2031-03-05";

function strike(places: readonly string[], killed: number, date: string | null = storyDay) {
  return {
    figures: [figure("killed", "UA", killed, { places, by: kyivOfficial, date })],
    events: [event("strike", "done", { places, date })],
  };
}

async function afterTwoTowns() {
  const story = await Story.begin();
  await story.tell({ at: "10:00", ...strike(["UA:kherson"], 2) });
  await story.tell({ at: "12:00", ...strike(["UA:beryslav"], 1) });
  return story;
}

describe("a region's number beside those of its towns", () => {
  it("is no strike of its own in a summary of the past day", async () => {
    const story = await afterTwoTowns();
    const alerts = await story.tell({
      at: `${nextDay}T05:30Z`,
      ...strike(["UA-65"], 4, nextDay),
      isOfPastDay: true,
    });
    expect(alerts).toEqual([]);
    expect(await story.developments()).toHaveLength(2);
  });

  it("is none where it is their sum", async () => {
    const story = await afterTwoTowns();
    expect(await story.tell({ at: "20:00", ...strike(["UA-65"], 3) })).toEqual([]);
  });

  it("is news where nothing is known of a town, and where it is more", async () => {
    const summary = { ...strike(["UA-65"], 4, nextDay), isOfPastDay: true } as const;
    const alone = await (await Story.begin()).tell({ at: `${nextDay}T05:30Z`, ...summary });
    expect(alone).toMatchObject([{ type: "new" }]);

    const more = await (await afterTwoTowns()).tell({ at: "20:00", ...strike(["UA-65"], 6) });
    expect(more).toMatchObject([{ type: "new" }]);
  });
});

describe("a town's number in a summary of the past day", () => {
  it.each([storyDay, null])("is of the strike of the day before, dated %s", async (date) => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", ...strike(["UA:kherson"], 2, date) });

    const summary = { ...strike(["UA:kherson"], 2, nextDay), isOfPastDay: true } as const;
    const alerts = await story.tell({ at: `${nextDay}T05:30Z`, ...summary });

    expect(alerts.filter(({ type }) => type === "new")).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });
});
