import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/errors.ts";
import { FRESH, sourceAt } from "./memory-sources.ts";
import { feedUrl, oneSource, pollWhenDue } from "./one-source.ts";
import { createRig, DAY_MS, HOUR_MS, item, items, MINUTE_MS, START_AT } from "./rig.ts";

describe("first sight", () => {
  it("marks what a source shows at its first poll as backfill, and what comes later as news", async () => {
    const rig = oneSource();
    rig.answer(() => items([item(["id:1"], "old")]));
    await rig.poller.pollDue();
    rig.answer(() => items([item(["id:2"], "new"), item(["id:1"], "old")]));

    await pollWhenDue(rig);

    expect(rig.reports.map(({ title, isBackfill }) => [title, isBackfill])).toEqual([
      ["old", true],
      ["new", false],
    ]);
  });

  it("tells what was published since the source was added, also at its first poll", async () => {
    const rig = createRig([]);
    await rig.store.add(sourceAt("a", feedUrl), START_AT);
    const dated = (title: string, publishedAt: number | null) => item([title], title, { publishedAt });
    rig.answer(() =>
      items([
        dated("before", START_AT - 1),
        dated("since", START_AT + MINUTE_MS),
        dated("undated", null),
        dated("in the future", START_AT + DAY_MS),
      ]),
    );
    await rig.clock.advance(2 * MINUTE_MS);
    await rig.poller.pollDue();

    const news = rig.reports.filter(({ isBackfill }) => !isBackfill).map(({ title }) => title);
    expect(news).toEqual(["since"]);
  });

  it("counts an empty first poll as first sight", async () => {
    const rig = oneSource();
    await rig.poller.pollDue();
    rig.answer(() => items([item(["id:1"], "first news")]));

    await pollWhenDue(rig);

    expect(rig.reports[0]).toMatchObject({ title: "first news", isBackfill: false });
  });

  it("is not over when the first poll fails", async () => {
    const rig = oneSource();
    rig.answer(() => {
      throw new SourceError("no", { code: "http-500" });
    });
    await rig.poller.pollDue();
    rig.answer(() => items([item(["id:1"], "old")]));

    await pollWhenDue(rig);

    expect(rig.reports[0]?.isBackfill).toBe(true);
  });

  it("is not over when a crash cuts the first poll short", async () => {
    const rig = oneSource();
    const list = [item(["id:2"], "second"), item(["id:1"], "first")];
    rig.answer(() => items(list));
    rig.onIngest(({ title }) => {
      if (title === "second") throw new Error("disk full");
    });
    await rig.poller.pollDue();
    const again = rig.restart();
    again.answer(() => items(list));

    await again.poller.pollDue();

    expect(rig.reports.map(({ title, isBackfill }) => [title, isBackfill])).toEqual([
      ["first", true],
      ["second", true],
    ]);
  });

  it("marks an item that was published too long ago as backfill at any poll", async () => {
    const rig = oneSource();
    await rig.poller.pollDue();
    rig.answer(() => items([item(["id:1"], "archive", { publishedAt: START_AT - 3 * DAY_MS })]));

    await pollWhenDue(rig);

    expect(rig.reports[0]?.isBackfill).toBe(true);
  });
});

describe("what is remembered", () => {
  it("is saved only after every item was taken in, so that a crash repeats the poll unconditionally", async () => {
    const rig = oneSource();
    await rig.poller.pollDue();
    const list = [item(["id:3"], "3"), item(["id:2"], "2"), item(["id:1"], "1")];
    rig.answer(() =>
      items(list, {
        validators: { etag: '"v2"', lastModified: null, validatorUrl: feedUrl, bodyHash: "h2" },
      }),
    );
    rig.onIngest(({ title }) => {
      if (title === "3") throw new Error("power cut");
    });
    await pollWhenDue(rig);
    const seen: unknown[] = [];
    const again = rig.restart();
    again.answer((_, state) => {
      seen.push(state.etag);
      return items(list);
    });

    await again.poller.pollDue();

    expect(seen).toEqual(['"v1"']);
    expect(rig.reports.map(({ title }) => title)).toEqual(["1", "2", "3"]);
  });

  it("leaves a source whose items could not be stored alone for a minute, without calling it a failure of the source", async () => {
    const rig = oneSource();
    rig.answer(() => items([item(["id:1"], "1")]));
    rig.onIngest(() => {
      throw new Error("disk full");
    });
    await rig.poller.pollDue();

    await rig.clock.advance(30_000);
    expect(await rig.poller.pollDue()).toBe(0);
    await rig.clock.advance(31_000);
    rig.onIngest(() => undefined);
    expect(await rig.poller.pollDue()).toBe(1);

    expect(rig.store.state("a")).toMatchObject({ failures: 0, failure: null });
    expect(rig.reports).toHaveLength(1);
  });

  it("keeps a restart from polling again", async () => {
    const rig = oneSource();
    await rig.poller.pollDue();

    expect(await rig.restart().poller.pollDue()).toBe(0);
  });

  it("keeps a pause that an admin sets while the source is polled", async () => {
    const rig = oneSource();
    rig.answer(async () => {
      await rig.store.halt("a", "paused", rig.clock.now());
      return items([item(["id:1"], "1")]);
    });

    await rig.poller.pollDue();

    expect(rig.store.state("a").halt).toBe("paused");
    expect(rig.reports).toHaveLength(1);
  });

  it("does not bring a source back that an admin removes while it is polled", async () => {
    const rig = oneSource();
    rig.answer(async () => {
      await rig.store.remove("a", rig.clock.now());
      return items();
    });

    await rig.poller.pollDue();

    expect(await rig.store.list()).toEqual([]);
  });

  it("forgets validators when an admin edits the address while it is polled", async () => {
    const rig = oneSource();
    rig.answer(async () => {
      await rig.store.edit("a", { url: "https://elsewhere.example/feed" });
      return items();
    });

    await rig.poller.pollDue();

    expect(rig.store.state("a")).toMatchObject({ etag: null, validatorUrl: null, bodyHash: null });
  });
});

describe("an item that turns back to words which it gave up", () => {
  /** Polls whose one item says these words, ten minutes apart and more. */
  async function showing(...words: readonly string[]) {
    const rig = oneSource();
    let said = "";
    rig.answer(() => items([item(["id:1"], said)]));
    for (said of words) {
      await rig.poller.pollDue();
      await rig.clock.advance(11 * MINUTE_MS);
    }
    return rig;
  }

  it("within the hour is an old copy: not taken in, and asked for again without validators", async () => {
    const rig = await showing("12 people", "14 people", "12 people");

    expect(rig.reports.map(({ title }) => title)).toEqual(["12 people", "14 people"]);
    expect(rig.store.state("a")).toMatchObject({ etag: null, bodyHash: null, failures: 0 });
  });

  it("and then on is where it was", async () => {
    const rig = await showing("12 people", "14 people", "12 people", "14 people", "15 people");

    expect(rig.reports.map(({ title }) => title)).toEqual(["12 people", "14 people", "15 people"]);
    expect(rig.store.state("a").etag).toBe('"v1"');
  });

  it("and keeps them for an hour means them", async () => {
    const rig = await showing("12 people", "14 people", ...Array.from({ length: 8 }, () => "12 people"));

    expect(rig.reports.map(({ title }) => title)).toEqual(["12 people", "14 people", "12 people"]);
  });
});

describe("a feed whose GUIDs change at every poll", () => {
  it("fills the store with a bounded number of keys, and its item is told once", async () => {
    const rig = oneSource();
    let poll = 0;
    rig.answer(() => items([item([`id:${(poll += 1)}`, "link:a"], "One")]));

    for (let n = 0; n < 50; n += 1) {
      await rig.poller.pollDue();
      await rig.clock.advance(31 * MINUTE_MS);
    }
    const keys = Array.from({ length: 50 }, (_, n) => `id:${n + 1}`);

    expect(poll).toBe(50);
    expect(rig.reports).toHaveLength(1);
    expect((await rig.store.knownItems("a", keys)).size).toBe(11);
  });
});

describe("order", () => {
  it("takes items in by their dates, oldest first", async () => {
    const rig = oneSource();
    rig.answer(() =>
      items([
        item(["id:2"], "middle", { publishedAt: START_AT - 2 }),
        item(["id:3"], "newest", { publishedAt: START_AT - 1 }),
        item(["id:1"], "oldest", { publishedAt: START_AT - 3 }),
      ]),
    );

    await rig.poller.pollDue();

    expect(rig.reports.map(({ title }) => title)).toEqual(["oldest", "middle", "newest"]);
  });

  it("takes undated items in backwards, because feeds list the newest first", async () => {
    const rig = oneSource();
    rig.answer(() =>
      items(["c", "b", "a"].map((title) => item([`id:${title}`], title, { publishedAt: null }))),
    );

    await rig.poller.pollDue();

    expect(rig.reports.map(({ title }) => title)).toEqual(["a", "b", "c"]);
  });
});

describe("a report", () => {
  it("is attributed to whom it was taken from, and then has neither side nor state control of the carrier", async () => {
    const rig = createRig([sourceAt("a", feedUrl, { side: "RU", isStateControlled: true })]);
    rig.answer(() =>
      items([item(["id:1"], "own"), item(["id:2"], "forwarded", { origin: "Other Channel" })]),
    );

    await rig.poller.pollDue();

    expect(rig.reports.map(({ source, isStateControlled }) => [source, isStateControlled])).toEqual([
      [{ name: "Other Channel", side: null }, false],
      [{ name: "Outlet a", side: "RU" }, true],
    ]);
  });

  it("is not dated later than it was seen", async () => {
    const rig = oneSource();
    rig.answer(() => items([item(["id:1"], "x", { publishedAt: START_AT + HOUR_MS })]));

    await rig.poller.pollDue();

    expect(rig.reports[0]).toMatchObject({ publishedAt: START_AT, seenAt: START_AT });
  });
});

describe("stopping", () => {
  it("calls fetches off and keeps no failure of it", async () => {
    const rig = oneSource();
    rig.answer(
      (_, __, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new SourceError("called off", { code: "aborted" })));
        }),
    );
    const round = rig.poller.pollDue();
    await new Promise((resolve) => setImmediate(resolve));

    await rig.poller.stop();
    await round;

    expect(rig.store.state("a")).toEqual(FRESH);
  });

  it("waits until what was fetched is taken in", async () => {
    const rig = oneSource();
    let release: () => void = () => undefined;
    rig.answer(() => items([item(["id:1"], "1")]));
    rig.onIngest(() => new Promise((resolve) => (release = resolve)));
    const round = rig.poller.pollDue();
    await new Promise((resolve) => setImmediate(resolve));

    const stopped = rig.poller.stop();
    release();
    await Promise.all([stopped, round]);

    expect(rig.store.state("a").firstPolledAt).toBe(START_AT);
  });
});

describe("a clock", () => {
  it("that is put back takes due times with it", async () => {
    const rig = oneSource();
    await rig.poller.pollDue();
    rig.clock.jumpTo(START_AT - 5 * HOUR_MS);

    await rig.poller.pollDue();

    expect(rig.store.state("a").dueAt).toBeLessThanOrEqual(rig.clock.now() + 11 * MINUTE_MS);
  });

  it("that was a year ahead before a restart silences no source", async () => {
    const rig = oneSource();
    await rig.store.saveState("a", { ...FRESH, dueAt: START_AT + 365 * DAY_MS });

    await rig.poller.start(new AbortController().signal);

    expect(await rig.poller.pollDue()).toBe(1);
  });

  it("that leaps ahead polls each source once", async () => {
    const rig = oneSource();
    await rig.poller.pollDue();
    rig.clock.jumpTo(START_AT + 30 * DAY_MS);

    expect([await rig.poller.pollDue(), await rig.poller.pollDue()]).toEqual([1, 0]);
  });
});
