import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";

const next = "2031-03-05";
const done = event("exchange", "done");
const doneNext = event("exchange", "done", { date: next });

function freed(side: "UA" | "RU", value: number, more: Parameters<typeof figure>[3] = {}) {
  return figure("prisoners.released", side, value, more);
}

/** A first leg of 265 and 260 people, told by both sides. */
async function firstLeg(): Promise<Story> {
  const story = await Story.begin();
  await story.tell({
    at: "10:00",
    figures: [freed("UA", 265, { by: kyivOfficial }), freed("RU", 260, { by: moscowOfficial })],
    events: [done],
  });
  return story;
}

describe("the story so far beside a later leg", () => {
  it("moves no number of the earlier leg and is told to nobody", async () => {
    const story = await firstLeg();

    const alerts = await story.tell({
      at: `${next}T10:00Z`,
      figures: [
        freed("UA", 300, { date: next, by: kyivOfficial }),
        freed("UA", 310, { by: kyivOfficial }),
        freed("RU", 265, { by: kyivOfficial }),
      ],
      events: [doneNext],
    });

    expect(alerts.map(({ type }) => type)).toEqual(["new"]);
    expect(await story.best("prisoners.released", "UA")).toBe(265);
  });

  it("opens no leg by itself, but with two origins", async () => {
    const story = await Story.begin();
    const recap = { figures: [freed("UA", 300, { date: next }), freed("UA", 97)], events: [doneNext] };

    const first = await story.tell({ at: `${next}T10:00Z`, ...recap });
    const second = await story.tell({ at: `${next}T11:00Z`, ...recap });

    const news = [first, second].map((alerts) => alerts.filter(({ type }) => type === "new"));
    expect(news.map((alerts) => alerts.map(({ date }) => date))).toEqual([[next], ["2031-03-04"]]);
  });

  it("gives up a number that is far from its leg's to the leg that the report is about", async () => {
    const story = await firstLeg();

    const [alert] = await story.tell({
      at: `${next}T10:00Z`,
      figures: [
        freed("RU", 345, { date: next, by: moscowOfficial }),
        freed("UA", 340, { by: moscowOfficial }),
      ],
      events: [doneNext],
    });

    expect(alert?.figures.map(({ side, low }) => [side, low])).toEqual([
      ["RU", 345],
      ["UA", 340],
    ]);
  });

  it("of an earlier night rings no number that was not told of it", async () => {
    const story = await Story.begin();
    const salvo = figure("drones.launched", "RU", 203, { places: ["UA"], by: kyivOfficial });
    await story.tell({
      at: "07:00",
      figures: [salvo],
      events: [event("strike", "done", { places: ["UA"] })],
    });

    const alerts = await story.tell({
      at: `${next}T07:00Z`,
      figures: [
        figure("drones.launched", "RU", 512, { date: next, places: ["UA"], by: kyivOfficial }),
        figure("missiles.downed", "RU", 5, { places: ["UA"], by: kyivOfficial }),
      ],
      events: [event("strike", "done", { date: next, places: ["UA"] })],
    });

    expect(alerts.filter(({ isLoud }) => isLoud).map(({ date }) => date)).toEqual([next]);
  });

  it("stays the earlier night's where the report has no number of the later one", async () => {
    const story = await Story.begin();
    const salvo = figure("drones.launched", "RU", 421, { places: ["UA"], by: kyivOfficial });
    const strike = (date?: string) =>
      event("strike", "done", { places: ["UA"], ...(date === undefined ? {} : { date }) });
    await story.tell({ at: "07:00", figures: [salvo], events: [strike()] });

    const alerts = await story.tell({ at: `${next}T07:00Z`, figures: [salvo], events: [strike(next)] });

    expect(alerts).toEqual([]);
  });
});
