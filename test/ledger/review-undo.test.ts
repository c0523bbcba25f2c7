import { describe, expect, it } from "vitest";
import type { ReviewAction } from "../../src/model/review.ts";
import { Story, event, figure, kyivOfficial } from "./story.ts";
import { freed, killed, strike } from "./reviewing.ts";

describe("an undo", () => {
  it("of a report takes back what it said, and an undo of that brings it back", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", ...strike(9) });
    const { seq } = await story.lastEntry();

    await story.review("08:20", { kind: "undo", seq });
    const without = await story.best("killed", "UA");
    await story.review("08:30", { kind: "undo", seq: (await story.lastEntry()).seq });

    expect([without, await story.best("killed", "UA")]).toEqual([3, 9]);
  });

  const spans = { low: 4, high: 4, approx: false };
  it.each<ReviewAction>([
    { kind: "correct", development: "d1", figure: killed, span: spans },
    { kind: "withdraw", development: "d1", figure: killed, reportId: null },
    { kind: "hold", development: "d1" },
  ])("of a review ($kind) brings the development back as it was", async (action) => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const [before] = await story.developments();
    await story.review("08:10", action);

    await story.review("08:20", { kind: "undo", seq: (await story.lastEntry()).seq });

    const [after] = await story.developments();
    expect([after?.figures, after?.rulings]).toEqual([before?.figures, []]);
  });

  it("keeps what came after it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const span = { low: 4, high: 4, approx: false };
    await story.review("08:10", { kind: "correct", development: "d1", figure: killed, span });
    const { seq } = await story.lastEntry();
    await story.tell({ at: "08:20", ...strike(20) });

    await story.review("08:30", { kind: "undo", seq });

    expect(await story.best("killed", "UA")).toBe(20);
  });

  it("is refused for what was told and for what is not in the journal", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });

    expect(await story.review("08:10", { kind: "undo", seq: 99 })).toEqual({
      kind: "refused",
      code: "no-entry",
    });
  });

  it("adds the legs of an operation up again", async () => {
    const story = await Story.begin();
    const leg = (count: number) => ({
      figures: [figure("prisoners.released", "UA", count, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });
    const agreed = {
      figures: [figure("prisoners.released", "UA", 1000, { scope: "planned", by: kyivOfficial })],
      events: [event("exchange", "agreed", { by: kyivOfficial })],
    };
    await story.tell({ at: "08:00", ...agreed });
    await story.tell({
      at: "2031-03-05T09:00:00Z",
      figures: leg(390).figures.map((each) => ({ ...each, date: "2031-03-05" })),
      events: [event("exchange", "done", { date: "2031-03-05" })],
    });

    const span = { low: 290, high: 290, approx: false };
    await story.review("2031-03-05T10:00:00Z", { kind: "correct", development: "d2", figure: freed, span });

    expect((await story.store.ledger.operation("o1"))?.running).toMatchObject([{ best: 290 }]);
    await story.review("2031-03-05T11:00:00Z", { kind: "undo", seq: (await story.lastEntry()).seq });
    expect((await story.store.ledger.operation("o1"))?.running).toMatchObject([{ best: 390 }]);
  });
});
