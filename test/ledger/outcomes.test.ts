import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, moscowOfficial, storyDay } from "./story.ts";

const deal = figure("prisoners.released", "UA", 210, { scope: "planned", date: null, by: moscowOfficial });
const agreed = event("exchange", "agreed", { by: moscowOfficial, parties: [] });

describe("talks that were set for a day", () => {
  it("were held, where that day's reports tell what both sides agreed on", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", events: [event("talks", "scheduled", { places: ["CH:geneva"] })] });

    const alerts = await story.tell({ at: "14:00", outletSide: "RU", figures: [deal], events: [agreed] });

    expect(alerts.map(({ type, kind, stage }) => [type, kind, stage].join(" ")).toSorted()).toEqual([
      "new exchange agreed",
      "new talks held",
    ]);
  });

  it("are not said to have been held on another day than that they were set for", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", events: [event("talks", "scheduled", { date: "2031-03-06" })] });

    const alerts = await story.tell({ at: "14:00", outletSide: "RU", figures: [deal], events: [agreed] });

    expect(alerts.map(({ kind }) => kind)).toEqual(["exchange"]);
  });
});

describe("an approval on which a truce hung", () => {
  it("is told though no report gives the day of the agreement", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      events: [event("ceasefire", "agreed", { date: null, by: moscowOfficial })],
    });

    const alerts = await story.tell({
      at: "2031-03-05T10:00:00Z",
      events: [event("ceasefire", "agreed", { date: "2031-03-05", by: kyivOfficial })],
    });

    expect(alerts.map(({ type, isLoud, changes }) => [type, isLoud, changes[0]?.kind])).toEqual([
      ["update", true, "confirmed"],
    ]);
  });

  it("is none where both sides speak on the day of the agreement", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      events: [event("ceasefire", "agreed", { date: null, by: moscowOfficial })],
    });

    const alerts = await story.tell({
      at: "11:00",
      events: [event("ceasefire", "agreed", { date: storyDay, by: kyivOfficial })],
    });

    expect(alerts.filter(({ isLoud }) => isLoud)).toEqual([]);
  });
});
