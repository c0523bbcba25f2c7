import { afterEach, beforeEach, expect, it } from "vitest";

import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { silentLog } from "../../src/log.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { ingestPage } from "../../src/pipeline/ingest-page.ts";
import type { Ingest } from "../../src/poll/take-in.ts";
import { createPoller, type Poller } from "../../src/poll/poller.ts";
import type { SourceItem } from "../../src/ports/source-kind.ts";
import type { Store } from "../../src/ports/store.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { sourceAt } from "./memory-sources.ts";
import { item, items, MINUTE_MS, PACE, START_AT } from "./rig.ts";

let store: Store;
let clock: FakeClock;
let told: string[];

beforeEach(async () => {
  store = await sqliteEngine.open(":memory:");
  clock = createFakeClock(START_AT);
  told = [];
  await store.sources.add(sourceAt("a", "https://outlet.example/feed"), START_AT);
});
afterEach(async () => {
  await store.close();
});

/** A poller over the real store whose source shows this list; a new one each time, as after a restart. */
function pollerShowing(list: readonly SourceItem[]): Poller {
  return createPoller({
    store: store.sources,
    kinds: [{ kind: "feed", poll: async () => items(list) }],
    clock,
    stageClock: clock,
    beat: { start: () => undefined, stop: () => undefined },
    ingest,
    options: PACE,
    log: silentLog,
  });
}

const ingest: Ingest = async (items) => {
  const read = () => ({ figures: [], events: [], parties: [], places: [], lang: null });
  await ingestPage({ store, read, items, now: clock.now(), policy: defaultPolicy });
  for (const { report } of items) told.push(`${report.title}${report.isBackfill ? " (old)" : ""}`);
};

it("remembers items, due times and revisions in the store through restarts", async () => {
  await pollerShowing([item(["id:1", "link:1"], "One")]).pollDue();
  await pollerShowing([]).pollDue();
  await clock.advance(12 * MINUTE_MS);

  await pollerShowing([item(["id:2"], "Two"), item(["id:1", "link:1"], "One, corrected")]).pollDue();
  await clock.advance(12 * MINUTE_MS);
  await pollerShowing([item(["id:2"], "Two"), item(["link:1"], "One, corrected")]).pollDue();

  expect(told).toEqual(["One (old)", "One, corrected", "Two"]);
});
