import { describe, expect, it } from "vitest";
import { invert } from "../../src/ledger/invert.ts";
import { Story, event, figure, kyivOfficial } from "./story.ts";

const places = ["UA:kharkiv"];
const toll = (value: number) => ({
  figures: [figure("killed", "UA", value, { places, by: kyivOfficial })],
  events: [event("strike", "done", { places })],
});

describe("the inverse of a change", () => {
  it("gives the states before it back, but for what was told since", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", ...toll(3) });
    const [before] = await story.developments();
    await story.tell({ at: "07:00", ...toll(9) });
    const [after] = await story.developments();
    const change = {
      cause: { kind: "report", reportId: "r2" } as const,
      at: 1,
      developments: [after!],
      operations: [],
    };

    const undone = invert(
      change,
      { developments: [before!], operations: [] },
      { developments: [after!], operations: [] },
    );

    expect(undone.developments).toEqual([{ ...before, told: after?.told }]);
  });

  it("empties what the change made and keeps its id", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", ...toll(3) });
    const [made] = await story.developments();
    const change = {
      cause: { kind: "report", reportId: "r1" } as const,
      at: 1,
      developments: [made!],
      operations: [],
    };

    const undone = invert(
      change,
      { developments: [], operations: [] },
      { developments: [made!], operations: [] },
    );

    expect(undone.developments.map(({ id, reports, figures }) => ({ id, reports, figures }))).toEqual([
      { id: made?.id, reports: [], figures: [] },
    ]);
  });
});
