import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, storyDay } from "./story.ts";

const next = "2031-03-05";
const ukraine = { places: ["UA"] };
const kharkiv = { places: ["UA:kharkiv"] };

function salvo(value: number, date = storyDay) {
  return figure("drones.launched", "RU", value, { ...ukraine, date, by: kyivOfficial });
}

/** What one field misread in one report must not do. */
describe("a day that one report has wrong", () => {
  it("opens no second night with a number that no other night has", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", figures: [salvo(203)], events: [event("strike", "done", ukraine)] });

    const alerts = await story.tell({
      at: "09:00",
      figures: [salvo(203, next)],
      events: [event("strike", "done", { ...ukraine, date: next })],
    });

    expect([alerts, (await story.developments()).length]).toEqual([[], 1]);
  });

  it("opens a second night with a round number", async () => {
    const story = await Story.begin();
    await story.tell({ at: "07:00", figures: [salvo(200)], events: [event("strike", "done", ukraine)] });

    await story.tell({
      at: `${next}T07:00Z`,
      figures: [salvo(200, next)],
      events: [event("strike", "done", { ...ukraine, date: next })],
    });

    expect(await story.developments()).toHaveLength(2);
  });

  it("opens no second leg, and does not count its people twice", async () => {
    const story = await Story.begin();
    const leg = (date: string) => ({
      figures: [figure("prisoners.released", "UA", 307, { date, by: kyivOfficial })],
      events: [event("exchange", "done", { date })],
    });
    await story.tell({ at: "07:00", ...leg(storyDay) });

    expect(await story.tell({ at: "08:00", ...leg(next) })).toEqual([]);
    expect(await story.developments()).toHaveLength(1);
  });

  it("is put right by the rest of the report", async () => {
    const story = await Story.begin();

    const alerts = await story.tell({
      at: "07:00",
      figures: [
        figure("killed", "UA", 4, { ...kharkiv, by: kyivOfficial }),
        figure("injured", "UA", 31, { ...kharkiv, date: next }),
      ],
      events: [event("strike", "done", kharkiv)],
    });

    expect(alerts.map(({ date, figures }) => [date, figures.map(({ low }) => low)])).toEqual([
      [storyDay, [4, 31]],
    ]);
  });
});
