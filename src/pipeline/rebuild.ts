import type { TellingPolicy } from "../alert/policy.ts";
import { defaultPolicy } from "../alert/policy.ts";
import type { Report } from "../model/report.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import type { ReadReport } from "./ingest.ts";
import { ingestReport } from "./ingest.ts";
import { type Difference, mapLedger } from "./rebuild-map.ts";
import { type Decision, standingDecisions, translate } from "./rebuild-reviews.ts";
import { reviewLedger } from "./review.ts";
import { supportedBy } from "./supported.ts";

export interface RebuildRequest {
  /** The ledger as it is. Only read. */
  readonly store: Pick<Store, "ledger">;
  /** An empty store that the new ledger is made in, beside it. */
  readonly fresh: Pick<Store, "ledger">;
  readonly read: ReadReport;
  readonly now: number;
}

/** A ledger made anew out of what was stored, not yet adopted. */
export interface Rebuilt {
  /** The version of the ledger that it was made from: another one makes it stale. */
  readonly version: number;
  readonly reports: number;
  /** Everything that differs, under the old ids. Null: nothing does. */
  readonly change: LedgerChange | null;
  readonly differences: readonly Difference[];
  /** Developments that are as they were. */
  readonly unchanged: number;
  /** Decisions of people that find nothing to decide on any more. */
  readonly lost: readonly Decision[];
}

/** Reports read in one go. */
const pageSize = 200;

/** Nothing is told of a rebuild, and nothing is held. */
const silent: TellingPolicy = { ...defaultPolicy, kinds: [], holdMs: 0, approval: null };

/**
 * Reads every stored report with today's reader into an empty ledger, in the order in which they were seen, with what people decided at its
 * time, and maps that ledger on the one that there is: developments keep their ids by the reports behind them, and what was told stays told.
 * Documents are read page by page; only what differs is held in memory.
 */
export async function rebuildLedger(request: RebuildRequest): Promise<Rebuilt> {
  const { store, fresh, now } = request;
  const { version } = await supportedBy(store, "");
  const { reports, lost } = await retell(request);
  const { change, ...mapped } = await mapLedger({ store, fresh, now });
  return { version, reports, lost, ...mapped, change };
}

/**
 * Makes a rebuilt ledger the one that there is, in one change of the journal, and tells nobody. False: the ledger has changed since it was
 * made from it; nothing is written.
 */
export async function adoptRebuild(store: Pick<Store, "ledger">, rebuilt: Rebuilt): Promise<boolean> {
  if (rebuilt.change === null) return true;
  const { version, change } = rebuilt;
  const result = await store.ledger.commit({ version, report: null, change, alerts: [] });
  return result.kind === "committed";
}

/** Takes reports and decisions in as they came. */
async function retell(
  request: RebuildRequest,
): Promise<{ readonly reports: number; readonly lost: readonly Decision[] }> {
  const { store, fresh, read } = request;
  const decisions = [...(await standingDecisions(store))];
  const lost: Decision[] = [];
  let reports = 0;
  const decideUpTo = async (at: number): Promise<void> => {
    for (let next = decisions[0]; next !== undefined && next.at <= at; next = decisions[0]) {
      decisions.shift();
      if (!(await decideAgain(next, request))) lost.push(next);
    }
  };
  for await (const report of allReports(store)) {
    await decideUpTo(report.seenAt - 1);
    await ingestReport({ store: fresh, read, report, mark: null, now: report.seenAt, policy: silent });
    reports += 1;
  }
  await decideUpTo(Number.MAX_SAFE_INTEGER);
  return { reports, lost };
}

async function* allReports(store: Pick<Store, "ledger">): AsyncGenerator<Report> {
  for (let page = await store.ledger.reports({ limit: pageSize }); page.length > 0;) {
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    page = await store.ledger.reports({ after: { seenAt: last.seenAt, id: last.id }, limit: pageSize });
  }
}

/** False: what it was decided on is not there any more. */
async function decideAgain(decision: Decision, { fresh }: RebuildRequest): Promise<boolean> {
  const action = await translate(decision, fresh);
  if (action === null) return false;
  const { by, note, at } = decision;
  const result = await reviewLedger({ store: fresh, now: at, policy: silent, review: { by, note, action } });
  return result.kind === "reviewed";
}

export type { Difference } from "./rebuild-map.ts";
export type { Decision } from "./rebuild-reviews.ts";
