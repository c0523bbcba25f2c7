import { describe, expect, it } from "vitest";
import type { ReadEvent } from "../../src/model/reading.ts";
import { Story, event, kyivOfficial, moscowOfficial } from "./story.ts";

function truce(stage: ReadEvent["stage"], limit: ReadEvent["limit"], more: Partial<ReadEvent> = {}) {
  return event("ceasefire", stage, {
    by: moscowOfficial,
    ...(limit === undefined ? {} : { limit }),
    ...more,
  });
}

/** What a cease-fire is limited to keeps it apart: an energy truce is no end of the fighting. */
describe("cease-fires of one war and day", () => {
  it("are two where one is of energy sites and one of a sea", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [truce("agreed", "energy")] });

    const alerts = await story.tell({ at: "11:00", events: [truce("agreed", "sea", { by: kyivOfficial })] });

    expect(alerts.map(({ type }) => type)).toEqual(["new"]);
    expect((await story.developments()).map(({ limit }) => limit)).toEqual(["energy", "sea"]);
  });

  it("are two in one report that tells both", async () => {
    const story = await Story.begin();

    await story.tell({ at: "10:00", events: [truce("agreed", "energy"), truce("agreed", "general")] });

    expect(await story.developments()).toHaveLength(2);
  });

  it("are one where a report does not tell what it is limited to, and keep what another tells of it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [truce("agreed", undefined)] });
    await story.tell({ at: "11:00", events: [truce("agreed", "hours")] });
    await story.tell({ at: "12:00", events: [truce("agreed", undefined)] });

    expect((await story.developments()).map(({ limit }) => limit)).toEqual(["hours"]);
  });
});
