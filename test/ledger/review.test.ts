import { describe, expect, it } from "vitest";
import type { ReviewAction } from "../../src/model/review.ts";
import { Story, event, figure } from "./story.ts";
import { alertsOf, kharkiv, strike } from "./reviewing.ts";

describe("what a reviewer holds", () => {
  it("is told when it is released, as it then stands, and not before", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.review("08:05", { kind: "hold", development: "d1" });

    const meanwhile = await story.tell({ at: "08:10", ...strike(9) });
    const released = alertsOf(await story.review("08:20", { kind: "release", development: "d1" }));

    expect(meanwhile).toEqual([]);
    expect(released).toMatchObject([{ type: "update", isLoud: true, figures: [{ low: 9 }] }]);
  });

  it("tells what the policy would not tell, when a reviewer confirms it", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "08:00",
      figures: [figure("injured", "UA", 1, kharkiv)],
      events: [event("strike", "done", kharkiv)],
    });

    const alerts = alertsOf(
      await story.review("08:05", { kind: "confirm", development: "d1", figure: null }),
    );

    expect(story.alerts).toHaveLength(1);
    expect(alerts).toMatchObject([{ type: "new", isLoud: true }]);
  });
});

describe("a review", () => {
  it("is journaled with who decided what and why", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const action: ReviewAction = { kind: "hold", development: "d1" };

    await story.review("08:10", action, "waiting for the prosecutor");

    const [entry] = await story.store.ledger.journal({ reviewsOnly: true, limit: 5 });
    expect(entry?.cause).toEqual({
      kind: "review",
      by: "telegram:7",
      note: "waiting for the prosecutor",
      action,
    });
  });

  it("of a development that is not there is refused", async () => {
    const story = await Story.begin();

    expect(await story.review("08:10", { kind: "hold", development: "d9" })).toEqual({
      kind: "refused",
      code: "no-development",
    });
  });
});
