import { describe, expect, it } from "vitest";
import type { ReadEvent } from "../../src/model/reading.ts";
import type { Speaker } from "../../src/model/speaker.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial, storyDay } from "./story.ts";

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

/** An outlet's own word, without a day. */
describe("a cease-fire that nobody is quoted with and nobody dates", () => {
  const title = "Russia and Ukraine agree to a truce";
  const untold = (more: Partial<ReadEvent> = {}) => [
    event("ceasefire", "agreed", { by: null, date: null, ...more }),
  ];

  it("is news where a title tells that two who fight each other reached it", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "10:00", title, events: untold({ evidence: title }) })).toHaveLength(1);
  });

  it("is news where a title names one of them and the ground of the other", async () => {
    const story = await Story.begin();
    const events = untold({ evidence: title, parties: ["RU"], places: ["UA-63"] });

    expect(await story.tell({ at: "10:00", title, events })).toHaveLength(1);
  });

  it("is news where a title tells that it began and names one of the two", async () => {
    const story = await Story.begin();
    const events = [
      event("ceasefire", "started", { by: null, date: null, evidence: title, parties: ["UA"] }),
    ];

    expect(await story.tell({ at: "10:00", title, events })).toHaveLength(1);
  });

  it("waits for a second origin where a title names one of them", async () => {
    const story = await Story.begin();
    const events = untold({ evidence: title, parties: ["UA"] });

    expect(await story.tell({ at: "10:00", title, events })).toEqual([]);
    expect(await story.tell({ at: "11:00", title, events })).toHaveLength(1);
  });

  it("waits for a second origin where only the text tells of it", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "10:00", title, events: untold() })).toEqual([]);
    expect(await story.tell({ at: "11:00", title, events: untold() })).toHaveLength(1);
  });

  it("waits for somebody's word where it is only offered", async () => {
    const story = await Story.begin();
    const offer = [event("ceasefire", "proposed", { by: null, date: null, evidence: title })];

    expect(await story.tell({ at: "10:00", title, events: offer })).toEqual([]);
  });
});

describe("captives of one side that come home by a title without a day", () => {
  const title = "144 Ukrainian soldiers come home in swap";
  const home = (evidence: string) => ({
    parties: ["UA"],
    figures: [figure("prisoners.released", "UA", 144, { date: null, evidence })],
    events: [event("exchange", "done", { date: null, evidence, parties: ["UA"] })],
  });

  it("are news though nobody is quoted and the other side is not named", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "10:00", title, ...home(title) })).toHaveLength(1);
  });

  it("are none where only the text tells of them", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "10:00", title, ...home("144 had come home before") })).toEqual([]);
    expect(await story.developments()).toEqual([]);
  });
});

describe("a truce that is agreed on and is yet to begin", () => {
  it("is told as agreed, and as in effect only once it is", async () => {
    const story = await Story.begin();
    const both = { parties: ["RU", "UA"], date: storyDay, by: kyivOfficial } as const;
    const alerts = await story.tell({
      at: "14:00",
      events: [
        event("ceasefire", "agreed", both),
        event("ceasefire", "started", { ...both, isPromised: true }),
      ],
    });

    expect(alerts.map(({ stage }) => stage)).toEqual(["agreed"]);
    expect(
      await story.tell({
        at: "2031-03-05T00:30Z",
        events: [event("ceasefire", "started", { ...both, date: "2031-03-05" })],
      }),
    ).toMatchObject([{ stage: "started" }]);
  });
});

describe("a truce that a third state proposes without a day", () => {
  const offer = (by: Speaker, date: string | null = null) => [event("ceasefire", "proposed", { by, date })];
  const candidate: Speaker = { name: "A German candidate", side: "DE" };

  it("is opinion in one report, and told when a second origin has it", async () => {
    const story = await Story.begin();

    const first = await story.tell({ at: "08:00", outlet: "One", events: offer(candidate) });
    const second = await story.tell({
      at: "09:00",
      outlet: "Two",
      events: offer({ name: "A Turkish minister", side: "TR" }),
    });

    expect([first.length, second.map(({ type }) => type)]).toEqual([0, ["new"]]);
  });

  it("is told at once with its day, or where a party proposes it", async () => {
    const ofDay = await (await Story.begin()).tell({ at: "08:00", events: offer(candidate, storyDay) });
    const ofParty = await (await Story.begin()).tell({ at: "08:00", events: offer(kyivOfficial) });

    expect([ofDay.length, ofParty.length]).toEqual([1, 1]);
  });
});

describe("a truce that both sign days after one turned an offer down", () => {
  const accepted = event("ceasefire", "agreed", { by: moscowOfficial, date: storyDay, parties: ["RU"] });
  const both = { by: kyivOfficial, parties: ["RU", "UA"] } as const;
  const signed = event("ceasefire", "agreed", { ...both, date: "2031-03-06" });

  it("is news of its own", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [accepted] });
    await story.tell({
      at: "12:00",
      events: [event("ceasefire", "rejected", { ...both, date: storyDay })],
    });

    const alerts = await story.tell({ at: "2031-03-06T14:00Z", events: [signed] });

    expect(alerts).toMatchObject([{ type: "new", stage: "agreed", date: "2031-03-06" }]);
  });

  it("is the same truce where nobody turned it down", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", events: [accepted] });

    const alerts = await story.tell({ at: "2031-03-06T14:00Z", events: [signed] });

    expect(alerts.filter(({ type }) => type === "new")).toEqual([]);
  });
});
