import type { Report } from "../../src/model/report.ts";
import { createPoller, type Poller, type PollerOptions } from "../../src/poll/poller.ts";
import type { PollResult, SourceItem, SourceKind } from "../../src/ports/source-kind.ts";
import type { PollState, Source } from "../../src/model/source.ts";
import { silentLog } from "../../src/log.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { memorySources, type MemorySources } from "./memory-sources.ts";

export const START_AT = Date.UTC(2025, 4, 24, 18);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const PACE: PollerOptions = {
  intervalMs: 10 * MINUTE_MS,
  floorMs: 2 * MINUTE_MS,
  concurrency: 8,
  perHostGapMs: 1_500,
  backfillAgeMs: 2 * DAY_MS,
};

/** What a source answers when it is polled: a result, or a throw. */
export type Answer = (
  source: Source,
  state: PollState,
  signal: AbortSignal,
) => PollResult | Promise<PollResult>;

/** A poller over memory, a fake clock and a source kind whose answers the test sets. */
export interface Rig {
  readonly store: MemorySources;
  readonly clock: FakeClock;
  readonly poller: Poller;
  /** Reports taken in, in order, also by earlier pollers over the same store. */
  readonly reports: Report[];
  /** Ids of the sources that were asked, in order. */
  readonly asked: string[];
  answer(answer: Answer): void;
  /** Called before each ingest; a throw is a crash of ours. */
  onIngest(hook: (report: Report) => void | Promise<void>): void;
  /** A new poller over the same store and clock, as after a restart. */
  restart(): Rig;
}

export function createRig(sources: readonly Source[], options: Partial<PollerOptions> = {}): Rig {
  return rigOver({
    store: memorySources(...sources),
    clock: createFakeClock(START_AT),
    reports: [],
    asked: [],
    options,
  });
}

interface Parts {
  readonly store: MemorySources;
  readonly clock: FakeClock;
  readonly reports: Report[];
  readonly asked: string[];
  readonly options: Partial<PollerOptions>;
}

function rigOver(parts: Parts): Rig {
  const { store, clock, reports, asked } = parts;
  let answer: Answer = () => items();
  let hook: (report: Report) => void | Promise<void> = () => undefined;
  const kind: SourceKind = {
    kind: "feed",
    async poll(source, state, signal) {
      asked.push(source.id);
      return await answer(source, state, signal);
    },
  };
  const poller = createPoller({
    store,
    kinds: [kind],
    clock,
    stageClock: clock,
    beat: { start: () => undefined, stop: () => undefined },
    async ingest(taken) {
      for (const { report, mark } of taken) {
        await hook(report);
        reports.push(report);
        store.commitMark(mark, report.id);
      }
    },
    options: { ...PACE, ...parts.options },
    chance: () => 0.5,
    log: silentLog,
  });
  return {
    store,
    clock,
    poller,
    reports,
    asked,
    answer: (next) => void (answer = next),
    onIngest: (next) => void (hook = next),
    restart: () => rigOver(parts),
  };
}

/** An item with the words of `title`, known by `keys`. */
export function item(keys: readonly string[], title: string, change: Partial<SourceItem> = {}): SourceItem {
  return {
    keys,
    url: "https://outlet.example/x",
    title,
    text: "",
    publishedAt: START_AT,
    lang: null,
    origin: null,
    ...change,
  };
}

/** A poll that brought these items. */
export function items(
  list: readonly SourceItem[] = [],
  change: Partial<Extract<PollResult, { kind: "items" }>> = {},
): PollResult {
  return {
    kind: "items",
    items: list,
    title: null,
    validators: {
      etag: '"v1"',
      lastModified: null,
      validatorUrl: "https://outlet.example/feed",
      bodyHash: "h",
    },
    notBeforeMs: null,
    movedTo: null,
    ...change,
  };
}
