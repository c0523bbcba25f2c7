import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../clock.ts";
import { messageOf, SourceError } from "../errors.ts";
import { silentLog } from "../log.ts";
import type { Report } from "../model/report.ts";
import type { Source } from "../model/source.ts";
import { strangersItems } from "../poll/newest.ts";
import { pollSource } from "../poll/poll-source.ts";
import { firstUsualGapMs } from "../poll/schedule.ts";
import { createTurnBacks } from "../poll/turn-backs.ts";
import type { ArticleTools } from "../poll/with-article.ts";
import type { PollResult, SourceKind } from "../ports/source-kind.ts";

/** What one poll of a source brought. */
export interface Trial {
  /** Oldest first, as if each had been seen when it was published. */
  readonly reports: readonly Report[];
  /** Null: it went well. */
  readonly fault: string | null;
  /** The fault's code of docs/sources.md; null: there is no fault, or it has none. */
  readonly faultCode: string | null;
  /** What the source calls itself; null: it does not say. */
  readonly title: string | null;
  /** Its usual gap between two items, by their dates, milliseconds; null: too few dates. */
  readonly usualGapMs: number | null;
  /** What it asks us to wait at least, milliseconds; null: nothing. */
  readonly notBeforeMs: number | null;
  /** Where it has moved for good; null: nowhere. */
  readonly movedTo: string | null;
}

interface Seen {
  result: PollResult | null;
  fault: string | null;
  faultCode: string | null;
}

export interface TrialOptions {
  readonly articles: ArticleTools;
  /** Of a single chat's source only the newest ones are read. Absent: all. */
  readonly maxItems?: number;
  /** Ends it early, with the fault `timeout`. */
  readonly signal?: AbortSignal;
}

/** Time for the poll with all article pages. */
const trialMs = 60_000;

/** Polls a source once over a store in memory, in which it counts as known, so that nothing is held to be old. */
export async function trySource(
  source: Source,
  kind: SourceKind,
  { articles, maxItems = Number.POSITIVE_INFINITY, signal }: TrialOptions,
): Promise<Trial> {
  const deadline = AbortSignal.timeout(trialMs);
  const store = await openStore(":memory:");
  const now = systemClock.now();
  const reports: Report[] = [];
  const seen: Seen = { result: null, fault: null, faultCode: null };
  try {
    await store.sources.add(source, now);
    const fresh = await store.sources.find(source.id);
    if (fresh === null) throw new Error("a source that was just added is not there");
    await pollSource(
      {
        store: store.sources,
        kinds: new Map([[kind.kind, watched(kind, { seen, maxItems })]]),
        articles,
        clock: systemClock,
        stageClock: systemClock,
        ingest: async (items) => void reports.push(...items.map(({ report }) => report)),
        pace: { intervalMs: 0, floorMs: 0 },
        backfillAgeMs: Number.POSITIVE_INFINITY,
        chance: () => 0,
        log: silentLog,
        turnBacks: createTurnBacks(),
      },
      { source, state: { ...fresh.state, firstPolledAt: now } },
      signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
    );
    return trialOf(reports, seen);
  } finally {
    await store.close();
  }
}

function trialOf(reports: readonly Report[], { result, fault, faultCode }: Seen): Trial {
  const told = reports.map((report) => ({ ...report, seenAt: report.publishedAt ?? report.seenAt }));
  const late = result === null && fault === null ? `It was not read within ${trialMs / 1_000} s.` : null;
  return {
    reports: told.toSorted((a, b) => a.seenAt - b.seenAt),
    fault: fault ?? late,
    faultCode: faultCode ?? (late === null ? null : "timeout"),
    title: result?.kind === "items" ? result.title : null,
    usualGapMs: firstUsualGapMs(reports.map(({ publishedAt }) => publishedAt)),
    notBeforeMs: result?.notBeforeMs ?? null,
    movedTo: result?.movedTo ?? null,
  };
}

/** The kind with its newest items only, and what it brought or threw. */
function watched(
  kind: SourceKind,
  { seen, maxItems }: { readonly seen: Seen; readonly maxItems: number },
): SourceKind {
  return {
    kind: kind.kind,
    async poll(source, state, signal) {
      try {
        const result = await kind.poll(source, state, signal);
        seen.result =
          result.kind === "items" && source.ownerChat !== undefined
            ? { ...result, items: strangersItems(result.items, maxItems) }
            : result;
        return seen.result;
      } catch (error) {
        seen.fault = messageOf(error);
        seen.faultCode = error instanceof SourceError ? error.code : null;
        throw error;
      }
    },
  };
}
