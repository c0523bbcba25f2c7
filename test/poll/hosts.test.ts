import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/errors.ts";
import { FRESH, sourceAt } from "./memory-sources.ts";
import { oneSource } from "./one-source.ts";
import { createRig, HOUR_MS, items, MINUTE_MS, PACE } from "./rig.ts";

describe("hosts", () => {
  it("are asked one request at a time, with a gap between two", async () => {
    const rig = createRig(["1", "2", "3"].map((id) => sourceAt(id, `https://one.example/${id}`)));

    const rounds = [await rig.poller.pollDue(), await rig.poller.pollDue()];
    await rig.clock.advance(PACE.perHostGapMs);
    rounds.push(await rig.poller.pollDue());

    expect(rounds).toEqual([1, 0, 1]);
  });

  it("that ask for rest get it for all their feeds", async () => {
    const rig = createRig(["1", "2"].map((id) => sourceAt(id, `https://one.example/${id}`)));
    rig.answer(() => {
      throw new SourceError("too often", { code: "http-429", retryAfterMs: 20 * MINUTE_MS });
    });
    await rig.poller.pollDue();

    await rig.clock.advance(19 * MINUTE_MS);
    const early = await rig.poller.pollDue();
    await rig.clock.advance(MINUTE_MS);
    const late = await rig.poller.pollDue();

    expect([early, late]).toEqual([0, 1]);
  });

  it("do not hold up others, however many sources of theirs are due", async () => {
    const many = Array.from({ length: 3_000 }, (_, n) => sourceAt(`m${n}`, `https://many.example/${n}`));
    const rig = createRig([...many, sourceAt("z", "https://other.example/feed")]);
    await rig.poller.pollDue();

    await rig.clock.advance(PACE.perHostGapMs - 1);
    await rig.poller.pollDue();

    expect(rig.asked).toContain("z");
  });

  it("that are slow leave places for others", async () => {
    const sources = Array.from({ length: 20 }, (_, n) => sourceAt(`s${n}`, `https://h${n}.example/`));
    const rig = createRig(sources, { concurrency: 4 });
    let underWay = 0;
    let most = 0;
    rig.answer(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return items();
    });

    const polled = await rig.poller.pollDue();

    expect({ polled, most }).toEqual({ polled: 20, most: 4 });
  });

  it("that were slow before share a quarter of the places", async () => {
    const sources = Array.from({ length: 12 }, (_, n) => sourceAt(`s${n}`, `https://h${n}.example/`));
    const rig = createRig(sources, { concurrency: 8 });
    let underWay = 0;
    let most = 0;
    rig.answer(async () => {
      most = Math.max(most, (underWay += 1));
      await rig.clock.sleep(6_000);
      underWay -= 1;
      return items();
    });
    const first = rig.poller.pollDue();
    await rig.clock.advance(30_000);
    await first;
    const [mostAtFirst] = [most];
    most = 0;

    await rig.clock.advance(HOUR_MS);
    const second = rig.poller.pollDue();
    await rig.clock.advance(MINUTE_MS);
    await second;

    expect([mostAtFirst, most]).toEqual([8, 2]);
  });

  it("that failed before share a quarter of the places", async () => {
    const sources = Array.from({ length: 12 }, (_, n) => sourceAt(`s${n}`, `https://h${n}.example/`));
    const rig = createRig(sources, { concurrency: 8 });
    for (const { id } of sources) await rig.store.saveState(id, { ...FRESH, failures: 1 });
    let underWay = 0;
    let most = 0;
    rig.answer(async () => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return items();
    });

    await rig.poller.pollDue();

    expect(most).toBe(2);
    expect(rig.asked).toHaveLength(12);
  });

  it("are not asked twice at a time for one source by rounds that overlap", async () => {
    const rig = oneSource();
    rig.answer(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return items();
    });

    const counts = await Promise.all([rig.poller.pollDue(), rig.poller.pollDue(), rig.poller.pollDue()]);

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(rig.asked).toEqual(["a"]);
  });

  it("with urgent sources come first", async () => {
    const rig = createRig(
      [sourceAt("calm", "https://a.example/"), sourceAt("urgent", "https://b.example/", { isUrgent: true })],
      { concurrency: 1 },
    );

    await rig.poller.pollDue();

    expect(rig.asked).toEqual(["urgent", "calm"]);
  });
});
