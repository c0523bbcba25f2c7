import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import type { Alert } from "../../src/model/alert.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";

const english = { language: "en", timeZone: "UTC", isPossibleRepeat: false };

function each(
  measure: "prisoners.released" | "bodies.returned",
  value: number,
  more: Parameters<typeof figure>[3] = {},
) {
  return [figure(measure, "UA", value, more), figure(measure, "RU", value, more)];
}

/** An agreement of 1,000 for 1,000 and two legs of it, as two invented sides tell them. */
async function twoLegs(): Promise<Story> {
  const story = await Story.begin();
  await story.tell({
    at: "09:00",
    figures: each("prisoners.released", 1000, { scope: "planned", by: kyivOfficial }),
    events: [event("exchange", "agreed", { by: kyivOfficial })],
  });
  for (const [date, value] of [
    ["2031-03-05", 390],
    ["2031-03-06", 307],
  ] as const) {
    await story.tell({
      at: `${date}T10:00:00Z`,
      figures: each("prisoners.released", value, { date, by: kyivOfficial }),
      events: [event("exchange", "done", { date })],
    });
  }
  return story;
}

async function onlyOperation(story: Story) {
  const operations = await story.store.ledger.operations(10);
  expect(operations).toHaveLength(1);
  return operations[0];
}

describe("operations", () => {
  it("adds each side's legs up to a running total", async () => {
    const story = await twoLegs();

    const operation = await onlyOperation(story);

    expect(operation?.running.map(({ side, best }) => [side, best])).toEqual([
      ["UA", 697],
      ["RU", 697],
    ]);
  });

  it("takes a handover without a number for a leg when two origins tell it, and not from one outlet", async () => {
    const story = await twoLegs();
    const bare = { events: [event("exchange", "done", { date: "2031-03-07" })] };

    await story.tell({ at: "2031-03-07T10:00:00Z", ...bare });
    const alone = (await onlyOperation(story))?.developments.length;
    await story.tell({ at: "2031-03-07T10:10:00Z", ...bare });

    expect([alone, (await onlyOperation(story))?.developments.length]).toEqual([2, 3]);
  });

  it("keeps the running total when a report on something else comes", async () => {
    const story = await twoLegs();
    const places = ["UA:kharkiv"];

    await story.tell({
      at: "2031-03-06T18:00:00Z",
      figures: [figure("killed", "UA", 2, { date: "2031-03-06", places, by: kyivOfficial })],
      events: [event("strike", "done", { date: "2031-03-06", places })],
    });

    const operation = await onlyOperation(story);
    expect(operation?.running.map(({ best }) => best)).toEqual([697, 697]);
  });

  it("shows how far the legs have come of what was agreed", async () => {
    const story = await twoLegs();

    const message = composeAlert([story.alerts.at(-1) as Alert], english);

    expect(plainText(message)).toContain("697 of 1,000 each; 303 left");
  });

  it("leaves a total told beside a leg out of the leg and of the sum", async () => {
    const story = await twoLegs();
    const date = "2031-03-06";

    await story.tell({
      at: `${date}T12:00:00Z`,
      figures: [
        figure("prisoners.released", "UA", 697, { scope: "running", date }),
        figure("prisoners.released", "UA", 697, { date }),
      ],
      events: [event("exchange", "done", { date })],
    });

    const operation = await onlyOperation(story);
    expect(operation?.running.find(({ side }) => side === "UA")?.best).toBe(697);
    expect(operation?.claimed.map(({ side, best }) => [side, best])).toEqual([["UA", 697]]);
  });

  it("shows a stated total that the legs do not add up to", async () => {
    const story = await twoLegs();
    const date = "2031-03-07";

    await story.tell({
      at: `${date}T09:00:00Z`,
      figures: [figure("prisoners.released", "UA", 1050, { scope: "running", date })],
      events: [],
    });
    const [alert] = await story.tell({
      at: `${date}T10:00:00Z`,
      figures: each("prisoners.released", 303, { date, by: kyivOfficial }),
      events: [event("exchange", "done", { date })],
    });

    expect(plainText(composeAlert([alert as Alert], english))).toContain(
      "Reports also give 1,050 in all (Ukraine); the stages counted here add up to 1,000.",
    );
  });

  it("closes an operation whose legs reach what was agreed: a later handover is none of them", async () => {
    const story = await twoLegs();
    for (const [date, value] of [
      ["2031-03-07", 303],
      ["2031-03-20", 50],
    ] as const) {
      await story.tell({
        at: `${date}T10:00:00Z`,
        figures: each("prisoners.released", value, { date, by: kyivOfficial }),
        events: [event("exchange", "done", { date })],
      });
    }

    const operation = await onlyOperation(story);

    expect(operation?.developments).toHaveLength(3);
    expect(operation?.running[0]?.best).toBe(1000);
  });

  it("never adds bodies to prisoners", async () => {
    const story = await twoLegs();
    const date = "2031-03-06";

    await story.tell({
      at: `${date}T15:00:00Z`,
      figures: [figure("bodies.returned", "UA", 1212, { date, by: moscowOfficial })],
      events: [event("exchange", "done", { date })],
    });

    const operation = await onlyOperation(story);
    expect(operation?.running.map(({ best }) => best)).toEqual([697, 697]);
  });

  it("keeps a promise for the next leg apart from what was agreed", async () => {
    const story = await twoLegs();

    await story.tell({
      at: "2031-03-06T16:00:00Z",
      figures: [figure("prisoners.released", "UA", 303, { scope: "planned", date: "2031-03-07" })],
    });

    const operation = await onlyOperation(story);
    expect(operation?.planned.map(({ best }) => best)).toEqual([1000, 1000]);
  });

  it("finds the plan in the report of a leg when nobody reported the agreement", async () => {
    const story = await Story.begin();

    await story.tell({
      at: "10:00",
      figures: [
        ...each("prisoners.released", 390),
        ...each("prisoners.released", 1000, { scope: "planned" }),
      ],
      events: [event("exchange", "done")],
    });

    const operation = await onlyOperation(story);
    expect(operation?.planned.map(({ best }) => best)).toEqual([1000, 1000]);
    expect(operation?.agreement).toBeNull();
  });

  it("takes a leg out of the sum when its report is revised away", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "09:00",
      figures: each("prisoners.released", 1000, { scope: "planned", by: kyivOfficial }),
      events: [event("exchange", "agreed", { by: kyivOfficial })],
    });
    const date = "2031-03-05";
    const leg = {
      at: `${date}T10:00:00Z`,
      id: "leg",
      figures: each("prisoners.released", 390, { date }),
      events: [event("exchange", "done", { date })],
    };
    await story.tell(leg);

    await story.tell({ ...leg, at: `${date}T11:00:00Z`, figures: [], events: [] });

    const operation = await onlyOperation(story);
    expect(operation?.running).toEqual([]);
    expect(operation?.developments).toEqual([]);
  });
});
