import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial } from "./story.ts";

const done = event("exchange", "done");

function freed(value: number, more: Parameters<typeof figure>[3] = {}) {
  return {
    figures: [figure("prisoners.released", "UA", value, { by: kyivOfficial, ...more })],
    events: [done],
  };
}

async function told(...values: readonly number[]): Promise<Story> {
  const story = await Story.begin();
  for (const [index, value] of values.entries()) await story.tell({ at: `10:1${index}`, ...freed(value) });
  return story;
}

describe("a handover's number that one outlet has otherwise than the rest", () => {
  it.each([
    { values: [390, 390, 930], what: "higher, after two" },
    { values: [390, 390, 39], what: "lower, after two" },
    { values: [930, 390, 390], what: "higher, before two" },
    { values: [39, 390, 390], what: "lower, before two" },
  ])("does not stand: $what", async ({ values }) => {
    const story = await told(...values);

    expect(await story.best("prisoners.released", "UA")).toBe(390);
  });

  it("is told once by the many, and the odd one to nobody", async () => {
    const story = await told(390, 390, 930, 390);

    expect(story.alerts.map(({ type }) => type)).toEqual(["new"]);
  });

  it("does not overrule three outlets by the name of the authority", async () => {
    const story = await Story.begin();
    for (const minute of [10, 11, 12]) await story.tell({ at: `10:${minute}`, ...freed(390, { by: null }) });

    await story.tell({ at: "10:20", ...freed(39) });

    expect(await story.best("prisoners.released", "UA")).toBe(390);
  });

  it("stands where the side itself publishes it", async () => {
    const story = await told(390, 390);

    await story.tell({ at: "12:00", outletSide: "UA", ...freed(395, { by: null }) });

    expect(await story.best("prisoners.released", "UA")).toBe(395);
  });
});

describe("a night's count that leaps by half in one outlet's quotation", () => {
  const salvo = (value: number) => ({
    figures: [figure("drones.launched", "RU", value, { places: ["UA"], by: kyivOfficial })],
    events: [event("strike", "done", { places: ["UA"] })],
  });

  it("waits for a second outlet", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", ...salvo(203) });
    await story.tell({ at: "08:00", ...salvo(390) });
    const alone = await story.best("drones.launched", "RU");
    await story.tell({ at: "09:00", ...salvo(390) });

    expect([alone, await story.best("drones.launched", "RU")]).toEqual([203, 390]);
  });
});
