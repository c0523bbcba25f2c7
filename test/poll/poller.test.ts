import { describe, expect, it } from "vitest";

import { SourceError } from "../../src/errors.ts";
import { createRig, DAY_MS, HOUR_MS, item, items, MINUTE_MS, PACE, START_AT } from "./rig.ts";
import { FRESH, sourceAt } from "./memory-sources.ts";

const URL_A = "https://outlet.example/feed";

function oneSource() {
  return createRig([sourceAt("a", URL_A)]);
}

/** Moves on to when the source is due and polls. */
async function pollWhenDue(rig: ReturnType<typeof createRig>, id = "a"): Promise<number> {
  await rig.clock.advance(Math.max(0, rig.store.state(id).dueAt - rig.clock.now()));
  return await rig.poller.pollDue();
}

it("lets sources of single chats rest where they are not allowed any more", async () => {
  const own = sourceAt("own", "https://own.example/feed", { ownerChat: 4 });
  const [on, off] = [{}, { restsOwn: true }].map((options) =>
    createRig([sourceAt("a", URL_A), own], options),
  );

  await on?.poller.pollDue();
  await off?.poller.pollDue();

  expect(on?.asked.toSorted()).toEqual(["a", "own"]);
  expect(off?.asked).toEqual(["a"]);
});

it("reads the fifty newest items of a single chat's source, and the older ones never", async () => {
  const rig = createRig([sourceAt("own-7", URL_A, { ownerChat: 7 })]);
  const list = Array.from({ length: 120 }, (_, n) =>
    item([`id:${n}`], `${n}`, { publishedAt: START_AT - n * 1_000 }),
  );
  rig.answer(() => items(list));
  await rig.poller.pollDue();
  expect(rig.reports.map(({ title }) => title)).toEqual(Array.from({ length: 50 }, (_, n) => `${49 - n}`));

  rig.answer(() => items([item(["id:new"], "new", { publishedAt: START_AT + 1_000 }), ...list]));
  await pollWhenDue(rig, "own-7");

  expect(rig.reports.slice(50).map(({ title }) => title)).toEqual(["new"]);
});

it("reads a long text of a single chat's source up to a whole sentence, and of everybody's all", async () => {
  const text = "On Monday 12 000 people came home. ".repeat(1_000);
  const rig = createRig([sourceAt("own-7", URL_A, { ownerChat: 7 }), sourceAt("a", "https://a.example/")]);
  rig.answer(() => items([item(["id:1"], "1", { text })]));

  await rig.poller.pollDue();

  const lengths = rig.reports.map((report) => report.text.length).toSorted((a, b) => a - b);
  expect(lengths).toEqual([571 * 35 - 1, text.length]);
  expect(rig.reports.every((report) => report.text.trim().endsWith("came home."))).toBe(true);
});

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
      items(list, { validators: { etag: '"v2"', lastModified: null, validatorUrl: URL_A, bodyHash: "h2" } }),
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
    const rig = createRig([sourceAt("a", URL_A, { side: "RU", isStateControlled: true })]);
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
    const rig = createRig([sourceAt("a", URL_A, { kind: "carrier-pigeon" })]);

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

    expect(before).toBe(URL_A);
    expect((await rig.store.find("a"))?.source.url).toBe(moved);
    expect(rig.store.state("a").movedTo).toBeNull();
  });

  it.each([
    ["is never adopted by a single chat's source when it leads to another host", moved, URL_A],
    ["is adopted by a single chat's source within its host", `${URL_A}/2`, `${URL_A}/2`],
  ])("%s", async (_what, to, then) => {
    const rig = createRig([sourceAt("own-7", URL_A, { ownerChat: 7 })]);
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
