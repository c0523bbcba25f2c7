import { describe, expect, it } from "vitest";
import type { ApprovalPolicy } from "../../src/alert/policy.ts";
import { releaseHolds } from "../../src/pipeline/ingest.ts";
import { Story, event, figure, kyivOfficial, storyDay } from "../ledger/story.ts";

const asked: ApprovalPolicy = {
  kinds: [],
  fromPeople: null,
  singleStateOrigin: false,
  waitMs: 1_800_000,
  atTimeout: "tell",
};
const place = { places: ["UA:kharkiv"] };
const toll = (count: number) => ({
  figures: [figure("killed", "UA", count, { ...place, by: kyivOfficial })],
  events: [event("strike", "done", place)],
});

function begin(approval: Partial<ApprovalPolicy>): Promise<Story> {
  return Story.begin({ approval: { ...asked, ...approval } });
}

const dueAt = Date.parse(`${storyDay}T08:30:00Z`);

describe("first news that waits for an approval", () => {
  it.each<[string, Partial<ApprovalPolicy>]>([
    ["its kind", { kinds: ["strike"] }],
    ["the number of people in it", { fromPeople: 10 }],
  ])("waits by %s", async (_why, approval) => {
    const story = await begin(approval);

    expect(await story.tell({ at: "08:00", ...toll(12) })).toEqual([]);
    const [held] = await story.store.ledger.dueHolds(dueAt, 9);
    expect(held).toMatchObject({ holdUntil: dueAt, approval: { state: "waiting" } });
  });

  it("waits for what a single origin says through state-controlled outlets, until another origin says it", async () => {
    const story = await begin({ singleStateOrigin: true });
    const told = { ...toll(3), figures: [figure("killed", "UA", 3, place)] };

    const first = await story.tell({ at: "08:00", ...told, isStateControlled: true });
    const second = await story.tell({ at: "08:10", ...told });

    expect([first.length, second.map(({ type }) => type)]).toEqual([0, ["new"]]);
  });

  it("is told at once when fewer people are in it than the policy asks about", async () => {
    const story = await begin({ fromPeople: 10 });

    expect(await story.tell({ at: "08:00", ...toll(9) })).toHaveLength(1);
  });

  it("is told as it then stands when a reviewer releases it, and never asked about again", async () => {
    const story = await begin({ kinds: ["strike"] });
    await story.tell({ at: "08:00", ...toll(3) });
    await story.tell({ at: "08:05", ...toll(5) });

    const released = await story.review("08:10", { kind: "release", development: "d1" });
    const later = await story.tell({ at: "08:20", ...toll(9) });

    expect(released).toMatchObject({ alerts: [{ type: "new", figures: [{ low: 5 }] }] });
    expect(later).toMatchObject([{ type: "update", figures: [{ low: 9 }] }]);
  });

  it("is dropped when a reviewer refuses it, whatever comes later", async () => {
    const story = await begin({ kinds: ["strike"] });
    await story.tell({ at: "08:00", ...toll(3) });

    await story.review("08:10", { kind: "refuse", development: "d1" });

    expect(await story.tell({ at: "08:20", ...toll(9) })).toEqual([]);
    expect(await story.store.ledger.nextHoldAt()).toBeNull();
  });

  it.each<[ApprovalPolicy["atTimeout"], number]>([
    ["tell", 1],
    ["drop", 0],
  ])("comes to its end by itself: %s", async (atTimeout, alerts) => {
    const story = await begin({ kinds: ["strike"], atTimeout });
    await story.tell({ at: "08:00", ...toll(3) });

    const early = await releaseHolds({ store: story.store, now: dueAt - 1 });
    const due = await releaseHolds({ store: story.store, now: dueAt });

    expect([early.length, due.length]).toEqual([0, alerts]);
  });
});
