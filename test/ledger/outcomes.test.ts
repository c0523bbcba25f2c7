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

describe("talks that some tell were held", () => {
  const held = event("talks", "held", { by: moscowOfficial });

  it("are told, where two outlets tell so on their day", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", outlet: "One", events: [held] });

    const alerts = await story.tell({ at: "11:00", outlet: "Two", events: [event("talks", "held")] });

    expect(alerts.map(({ kind, stage }) => [kind, stage])).toEqual([["talks", "held"]]);
  });

  it("are told by one outlet, where another had told that they were set for the day", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "08:00",
      outlet: "One",
      events: [event("talks", "scheduled", { places: ["CH:geneva"] })],
    });

    const alerts = await story.tell({
      at: "14:00",
      outlet: "Two",
      events: [event("talks", "held", { date: null })],
    });

    expect(alerts.map(({ kind, stage }) => [kind, stage])).toEqual([["talks", "held"]]);
  });

  it("are not told, where each names another power with the parties", async () => {
    const story = await Story.begin();
    const parties = ["US", "RU", "UA"];
    await story.tell({ at: "10:00", outlet: "One", events: [{ ...held, parties }] });

    const alerts = await story.tell({
      at: "11:00",
      outlet: "Two",
      events: [event("talks", "held", { parties })],
    });

    expect(alerts).toEqual([]);
  });

  it("are not told, where more outlets tell that they are offered", async () => {
    const story = await Story.begin();
    for (const outlet of ["A", "B", "C", "D", "E"])
      await story.tell({ at: "09:00", outlet, events: [event("talks", "proposed", { by: moscowOfficial })] });
    await story.tell({ at: "10:00", outlet: "One", events: [held] });

    const alerts = await story.tell({ at: "11:00", outlet: "Two", events: [event("talks", "held")] });

    expect(alerts).toEqual([]);
  });

  it("are other talks than those of four days ago that nobody dates", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [event("talks", "proposed", { date: null })] });
    await story.tell({ at: "2031-03-08T10:00:00Z", events: [event("talks", "proposed", { date: null })] });

    expect(await story.developments()).toHaveLength(2);
  });

  it("are not told of a party's own land by one outlet with a day and another without", async () => {
    const story = await Story.begin();
    const inKyiv = { places: ["UA:kyiv"] };
    await story.tell({ at: "10:00", events: [event("talks", "held", { ...inKyiv, date: null })] });

    expect(await story.tell({ at: "11:00", events: [{ ...held, ...inKyiv }] })).toEqual([]);
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
