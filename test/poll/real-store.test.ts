import { afterEach, beforeEach, expect, it } from "vitest";

import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { silentLog } from "../../src/log.ts";
import type { Report } from "../../src/model/report.ts";
import { createPoller, type Poller } from "../../src/poll/poller.ts";
import type { ItemMark } from "../../src/ports/ledger-store.ts";
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

async function ingest(report: Report, mark: ItemMark): Promise<void> {
  const query = {
    kinds: [],
    fromDate: "2025-01-01",
    toDate: "2025-01-01",
    seenSince: 0,
    conflicts: null,
    reportId: report.id,
  };
  const { version } = await store.ledger.near(query, []);
  const reading = { figures: [], events: [], parties: [], places: [], lang: null };
  await store.ledger.commit({
    version,
    report: { report, reading, signature: null, bands: [], mark },
    change: null,
    alerts: [],
  });
  told.push(`${report.title}${report.isBackfill ? " (old)" : ""}`);
}

it("remembers items, due times and revisions in the store through restarts", async () => {
  await pollerShowing([item(["id:1", "link:1"], "One")]).pollDue();
  await pollerShowing([]).pollDue();
  await clock.advance(12 * MINUTE_MS);

  await pollerShowing([item(["id:2"], "Two"), item(["id:1", "link:1"], "One, corrected")]).pollDue();
  await clock.advance(12 * MINUTE_MS);
  await pollerShowing([item(["id:2"], "Two"), item(["link:1"], "One, corrected")]).pollDue();

  expect(told).toEqual(["One (old)", "One, corrected", "Two"]);
});
