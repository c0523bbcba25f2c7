import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../clock.ts";
import type { SourceTrial, TrySource } from "../commands/admin/abilities.ts";
import type { Config } from "../config.ts";
import { readReport } from "../figures/read.ts";
import type { Alert } from "../model/alert.ts";
import type { Report } from "../model/report.ts";
import type { Source } from "../model/source.ts";
import { replay } from "../pipeline/replay.ts";
import { ownIntervalMs } from "../poll/schedule.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { paceOf } from "./polling.ts";
import { createReading } from "./reading.ts";
import { trySource } from "./source-trial.ts";
import { tellingPolicy } from "./telling-policy.ts";

/** What a stranger's look at a source may cost: one runs at a time in the whole installation, others wait or are sent away. */
const ownItems = 20;
const ownWaiting = 3;
/** From the request to the answer, the wait for others included. */
const ownMs = 45_000;

/**
 * `/sources test` and the preview of `/follow`: what `sources test` does on the command line, in a chat. The configured store is not touched. A
 * chat's own source is read through the guard, its newest items only; its trial has the fault `busy` while too many others wait, and `timeout`
 * when it takes too long.
 */
export function sourceTrier(config: Config, ownOrigins: readonly string[] = []): TrySource {
  const inTurn = oneAtATime(ownWaiting);
  return async (source) => {
    if (source.ownerChat === undefined) return tryOnce(config, { source });
    const signal = AbortSignal.timeout(ownMs);
    const trial = await inTurn(() => tryOnce(config, { source, ownOrigins, signal, maxItems: ownItems }));
    return trial ?? failed("busy", "Other sources are being looked at.");
  };
}

interface Wanted {
  readonly source: Source;
  readonly ownOrigins?: readonly string[];
  readonly signal?: AbortSignal;
  readonly maxItems?: number;
}

async function tryOnce(config: Config, wanted: Wanted): Promise<SourceTrial> {
  const { source, signal, ownOrigins = [], maxItems = Number.POSITIVE_INFINITY } = wanted;
  const late = failed("timeout", "It took too long to read.");
  if (isOver(signal)) return late;
  const reading = createReading({ config, clock: systemClock, ownOrigins });
  try {
    const kind = reading.kinds.find((each) => each.kind === source.kind);
    if (kind === undefined) throw new Error(`there is no source kind ${source.kind}`);
    const articles = source.ownerChat === undefined ? reading.articles : reading.ownArticles;
    const trial = await trySource(source, kind, { articles, maxItems, ...(signal ? { signal } : {}) });
    const own = ownIntervalMs(source, trial.usualGapMs, paceOf(config));
    const alerts = await alertsOf(trial.reports, config, signal);
    if (isOver(signal)) return late;
    return {
      ...trial,
      fault: trial.fault === null ? null : { code: trial.faultCode ?? "internal", text: trial.fault },
      intervalMs: Math.max(own, trial.notBeforeMs ?? 0),
      alerts,
    };
  } finally {
    await reading.close();
  }
}

const isOver = (signal: AbortSignal | undefined): boolean => signal?.aborted ?? false;

function failed(code: string, text: string): SourceTrial {
  const nothing = { reports: [], alerts: [], title: null, usualGapMs: null, movedTo: null };
  return { ...nothing, fault: { code, text }, intervalMs: 0 };
}

/** What these reports alone would have told, as this installation tells. Nobody is there to approve anything. Ends early when it is called off. */
async function alertsOf(
  reports: readonly Report[],
  config: Config,
  signal?: AbortSignal,
): Promise<readonly Alert[]> {
  const store = await openStore(":memory:");
  const policy = { ...tellingPolicy(config), approval: null };
  try {
    const alerts: Alert[] = [];
    for await (const alert of replay({ reports: inOrder(reports, signal), store, read: readReport, policy }))
      alerts.push(alert);
    return alerts;
  } finally {
    await store.close();
  }
}

/** With a breath for the rest of the program between two. */
async function* inOrder(reports: readonly Report[], signal?: AbortSignal): AsyncIterable<Report> {
  for (const report of reports) {
    await systemClock.sleep(0);
    if (isOver(signal)) return;
    yield report;
  }
}
