import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/errors.ts";
import { sourceAt } from "./memory-sources.ts";
import { feedUrl, oneSource, pollWhenDue } from "./one-source.ts";
import { createRig, DAY_MS, HOUR_MS, items, START_AT } from "./rig.ts";

describe("failures", () => {
  function failing(code: string, retryAfterMs: number | null = null) {
    const rig = oneSource();
    rig.answer(() => {
      throw new SourceError("It failed.", { code, retryAfterMs });
    });
    return rig;
  }

  it("are kept in words and cleared by the next success", async () => {
    const rig = failing("tls");
    await rig.poller.pollDue();
    const before = rig.store.state("a");
    rig.answer(() => items());

    await pollWhenDue(rig);

    expect(before).toMatchObject({
      failures: 1,
      firstFailureAt: START_AT,
      failure: { code: "tls", text: "It failed." },
    });
    expect(rig.store.state("a")).toMatchObject({ failures: 0, firstFailureAt: null, failure: null });
  });

  it("wait as long as Retry-After says", async () => {
    const rig = failing("http-429", 3 * HOUR_MS);

    await rig.poller.pollDue();

    expect(rig.store.state("a").dueAt).toBe(START_AT + 3 * HOUR_MS);
  });

  it("end a source that says 410", async () => {
    const rig = failing("http-410");

    await rig.poller.pollDue();
    await rig.clock.advance(2 * DAY_MS);

    expect(await rig.poller.pollDue()).toBe(0);
    expect(rig.store.state("a").halt).toBe("gone");
  });

  it("disable a source after two weeks of nothing else, with the reason kept", async () => {
    const rig = failing("http-403");
    while (rig.store.state("a").halt === null && rig.asked.length < 100) await pollWhenDue(rig);

    const { halt, failures, failure } = rig.store.state("a");
    expect({ halt, code: failure?.code }).toEqual({ halt: "disabled", code: "http-403" });
    expect(failures).toBeGreaterThanOrEqual(20);
    expect(rig.clock.now() - START_AT).toBeGreaterThanOrEqual(14 * DAY_MS);
  });

  it("of our own are told apart from the source's", async () => {
    const rig = oneSource();
    rig.answer(() => {
      throw new TypeError("undefined is not a function");
    });

    await rig.poller.pollDue();

    expect(rig.store.state("a").failure?.code).toBe("internal");
  });

  it("include a kind that nothing here can read", async () => {
    const rig = createRig([sourceAt("a", feedUrl, { kind: "carrier-pigeon" })]);

    await rig.poller.pollDue();

    expect(rig.store.state("a").failure?.code).toBe("unknown-kind");
  });
});

describe("a permanent move", () => {
  const moved = "https://new.example/feed";

  it("is adopted after it was repeated, and readable, three times", async () => {
    const rig = oneSource();
    rig.answer(() => items([], { movedTo: moved }));
    await rig.poller.pollDue();
    await pollWhenDue(rig);
    const before = (await rig.store.find("a"))?.source.url;

    await pollWhenDue(rig);

    expect(before).toBe(feedUrl);
    expect((await rig.store.find("a"))?.source.url).toBe(moved);
    expect(rig.store.state("a").movedTo).toBeNull();
  });

  it.each([
    ["is never adopted by a single chat's source when it leads to another host", moved, feedUrl],
    ["is adopted by a single chat's source within its host", `${feedUrl}/2`, `${feedUrl}/2`],
  ])("%s", async (_what, to, then) => {
    const rig = createRig([sourceAt("own-7", feedUrl, { ownerChat: 7 })]);
    rig.answer(() => items([], { movedTo: to }));
    for (let poll = 0; poll < 4; poll++) await pollWhenDue(rig, "own-7");

    expect((await rig.store.find("own-7"))?.source.url).toBe(then);
  });

  it("counts answers that bring nothing new as well", async () => {
    const rig = oneSource();
    rig.answer(() => items([], { movedTo: moved }));
    await rig.poller.pollDue();
    rig.answer(() => ({ kind: "unchanged", notBeforeMs: null, movedTo: moved }));
    await pollWhenDue(rig);

    await pollWhenDue(rig);

    expect((await rig.store.find("a"))?.source.url).toBe(moved);
  });

  it("is forgotten when the next poll does not repeat it", async () => {
    const rig = oneSource();
    rig.answer(() => items([], { movedTo: moved }));
    await rig.poller.pollDue();
    rig.answer(() => items());

    await pollWhenDue(rig);

    expect(rig.store.state("a").movedTo).toBeNull();
  });
});
