import { describe, expect, it } from "vitest";
import { defaultPolicy, type ApprovalPolicy } from "../../src/alert/policy.ts";
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

    const early = await releaseHolds({ store: story.store, now: dueAt - 1, policy: defaultPolicy });
    const due = await releaseHolds({ store: story.store, now: dueAt, policy: defaultPolicy });

    expect([early.length, due.length]).toEqual([0, alerts]);
  });
});

describe("an update that waits for an approval", () => {
  /** Nine dead are told, then twelve are reported. */
  async function grown(more: Partial<ApprovalPolicy> = {}): Promise<Story> {
    const story = await begin({ fromPeople: 10, ...more });
    await story.tell({ at: "07:50", ...toll(9) });
    await story.tell({ at: "08:00", ...toll(12) });
    return story;
  }

  it("waits where its number reaches what the policy asks about, and whatever comes after it waits with it", async () => {
    const story = await grown();

    await story.tell({ at: "08:05", ...toll(15) });

    expect(story.alerts.map(({ type }) => type)).toEqual(["new"]);
    const [held] = await story.store.ledger.dueHolds(dueAt, 9);
    expect(held).toMatchObject({ holdUntil: dueAt, approval: { state: "waiting" } });
  });

  it("is told as it then stands when a reviewer releases it, and goes on by itself", async () => {
    const story = await grown();

    const released = await story.review("08:10", { kind: "release", development: "d1" });
    const later = await story.tell({ at: "08:20", ...toll(15) });

    expect(released).toMatchObject({ alerts: [{ type: "update", isLoud: true, figures: [{ low: 12 }] }] });
    expect(later).toMatchObject([{ type: "update", figures: [{ low: 15 }] }]);
  });

  it("is told to nobody while the number stands that a reviewer refused, and waits anew with another", async () => {
    const story = await grown();
    await story.review("08:10", { kind: "refuse", development: "d1" });

    const same = await story.tell({ at: "08:20", ...toll(12) });
    await story.tell({ at: "08:30", ...toll(20) });

    expect(same).toEqual([]);
    expect(await story.store.ledger.nextHoldAt()).not.toBeNull();
  });

  it.each<[ApprovalPolicy["atTimeout"], number]>([
    ["tell", 1],
    ["drop", 0],
  ])("comes to its end by itself: %s", async (atTimeout, count) => {
    const story = await grown({ atTimeout });

    const due = await releaseHolds({ store: story.store, now: dueAt, policy: defaultPolicy });

    expect(due.filter(({ type, isLoud }) => type === "update" && isLoud)).toHaveLength(count);
  });

  it("waits where only a state says the number, and not where another origin says it too", async () => {
    const story = await begin({ singleStateOrigin: true });
    await story.tell({ at: "07:50", ...toll(3) });
    const told = { events: toll(9).events, figures: [figure("killed", "UA", 9, { ...place, by: null })] };

    const state = await story.tell({
      at: "08:00",
      ...toll(9),
      ...told,
      outletSide: "UA",
      isStateControlled: true,
    });
    const other = await story.tell({ at: "08:10", ...told });

    expect([state.length, other.length]).toEqual([0, 1]);
  });
});
