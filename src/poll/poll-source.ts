import type { Clock } from "../clock.ts";
import { messageOf, SourceError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { PollState, Source } from "../model/source.ts";
import type { Report } from "../model/report.ts";
import type { ItemMark } from "../ports/ledger-store.ts";
import type { PollResult, SourceKind } from "../ports/source-kind.ts";
import type { FollowedSource, SourceStore } from "../ports/source-store.ts";
import {
  afterFailure,
  afterMove,
  afterSuccess,
  MOVES_TO_ADOPT,
  type Harvest,
  type PollMoment,
} from "./progress.ts";
import { candidatesOf, lookupKeys, recognise, type Recognised } from "./recognise.ts";
import type { PollPace } from "./schedule.ts";
import { createReadArticle, type ArticleTools } from "./with-article.ts";

/** Takes one report in, with the mark that its item is known by; both are stored in one transaction. */
export type Ingest = (report: Report, mark: ItemMark) => Promise<void>;

/** What polling one source needs. */
export interface PollTools {
  readonly store: SourceStore;
  readonly kinds: ReadonlyMap<string, SourceKind>;
  /** Due times. */
  readonly clock: Clock;
  /** `seenAt` of reports; the demo runs it faster. */
  readonly stageClock: Clock;
  readonly ingest: Ingest;
  readonly pace: PollPace;
  /** An item published longer ago than this is no news, milliseconds. */
  readonly backfillAgeMs: number;
  /** 0 up to 1. */
  readonly chance: () => number;
  readonly log: Log;
  /** Absent: sources that want articles do without. */
  readonly articles?: ArticleTools | undefined;
}

/**
 * Polls one source: asks, recognises, takes in what is new or revised, and only then remembers validators and the next due time, so that
 * whatever a crash interrupts is asked for again. Faults of the source are kept in its state; faults of ours (store, ingest) are thrown.
 * Returns how long the source's host asks to be left alone altogether, milliseconds; 0: it does not.
 */
export async function pollSource(
  tools: PollTools,
  followed: FollowedSource,
  signal: AbortSignal,
): Promise<number> {
  const { source, state } = followed;
  const asked = await ask(tools, followed, signal);
  if (asked.kind === "aborted") return 0;
  const moment: PollMoment = {
    source,
    state,
    now: tools.clock.now(),
    pace: tools.pace,
    chance: tools.chance(),
  };
  if (asked.kind === "failed") {
    const next = afterFailure(moment, asked.error);
    noteFailure(tools, { source, state }, next);
    await save(tools, followed, next);
    return hostRestMs(asked.error);
  }
  const harvest = await takeInOrStop(tools, followed, asked.result, signal);
  if (harvest === null) return 0;
  // Ingesting may take long after an outage; the wait counts from its end.
  const next = afterSuccess({ ...moment, now: tools.clock.now() }, asked.result, harvest);
  if (state.failure !== null)
    tools.log("info", "source recovered", { source: source.id, failures: state.failures });
  await save(tools, followed, await adoptMove(tools, source, next));
  return 0;
}

/** What a host that is asked too often rests when it does not say for how long. */
const DEFAULT_REST_MS = 60_000;

function hostRestMs({ code, retryAfterMs }: SourceError): number {
  return code === "http-429" || code === "http-503" ? (retryAfterMs ?? DEFAULT_REST_MS) : 0;
}

type Asked =
  | { readonly kind: "answered"; readonly result: PollResult }
  | { readonly kind: "failed"; readonly error: SourceError }
  | { readonly kind: "aborted" };

async function ask(tools: PollTools, { source, state }: FollowedSource, signal: AbortSignal): Promise<Asked> {
  const kind = tools.kinds.get(source.kind);
  if (kind === undefined) {
    return {
      kind: "failed",
      error: new SourceError(`There is no source kind "${source.kind}".`, {
        code: "unknown-kind",
        permanent: true,
      }),
    };
  }
  try {
    return { kind: "answered", result: await kind.poll(source, state, signal) };
  } catch (error) {
    if (signal.aborted) return { kind: "aborted" };
    if (error instanceof SourceError) return { kind: "failed", error };
    tools.log("error", "reading a source threw an unknown error", {
      source: source.id,
      error: messageOf(error),
    });
    return {
      kind: "failed",
      error: new SourceError("The source cannot be read: an error of ours.", {
        code: "internal",
        cause: error,
      }),
    };
  }
}

/** Null: it was called off while it read articles. What was taken in is known at the next poll, which brings the rest. */
async function takeInOrStop(
  tools: PollTools,
  followed: FollowedSource,
  result: PollResult,
  signal: AbortSignal,
): Promise<Harvest | null> {
  if (result.kind === "unchanged") return { newCount: 0, publishedAts: [] };
  try {
    return await takeIn(tools, followed, result, signal);
  } catch (error) {
    if (signal.aborted && error instanceof SourceError && error.code === "aborted") return null;
    throw error;
  }
}

async function takeIn(
  tools: PollTools,
  followed: FollowedSource,
  result: Extract<PollResult, { kind: "items" }>,
  signal: AbortSignal,
): Promise<Harvest> {
  const { source, state } = followed;
  const { articles } = tools;
  const readArticle =
    articles !== undefined && source.wantsArticle === true
      ? createReadArticle({ ...tools, articles, sourceId: source.id, signal })
      : null;
  const candidates = candidatesOf(result.items);
  const known = await tools.store.knownItems(source.id, lookupKeys(candidates));
  const recognised = recognise(source.id, candidates, known);
  noteGap(tools, followed, recognised, result.missed ?? 0);
  for (const one of oldestFirst(recognised)) {
    if (one.kind === "unchanged") {
      await rememberNewKeys(tools, source, one);
      continue;
    }
    const own = reportOf(tools, followed, one);
    const report = readArticle === null ? own : await readArticle(own);
    const mark: ItemMark = {
      sourceId: source.id,
      keys: one.markKeys,
      contentHash: one.candidate.contentHash,
    };
    await tools.ingest(report, mark);
  }
  const isFirst = state.firstPolledAt === null;
  return {
    newCount: recognised.filter((one) => one.kind === "new").length,
    publishedAts: isFirst ? result.items.map((item) => item.publishedAt) : [],
  };
}

/** A source of which at least this many items are shown and none is known has shown others in between. */
const GAP_ITEMS = 10;

/** Says that items came and went between two polls: the source has to be polled more often. */
function noteGap(
  tools: PollTools,
  { source, state }: FollowedSource,
  shown: readonly Recognised[],
  missed: number,
): void {
  if (state.firstPolledAt === null) return;
  const isUnknown = shown.length >= GAP_ITEMS && shown.every(({ kind }) => kind === "new");
  if (missed === 0 && !isUnknown) return;
  tools.log("warn", "items of a source came and went between two polls", {
    source: source.id,
    missed: missed === 0 ? null : missed,
  });
}

/** Most keys that an item is given in addition at one poll; a feed whose GUIDs change at every poll is known by what stays. */
const MAX_NEW_KEYS = 4;

/** An item that now goes by another id or link as well must still be known when the rest changes, too. */
async function rememberNewKeys(
  tools: PollTools,
  source: Source,
  { candidate, reportId, newKeys }: Recognised,
): Promise<void> {
  if (newKeys.length === 0) return;
  const mark = {
    sourceId: source.id,
    keys: newKeys.slice(0, MAX_NEW_KEYS),
    contentHash: candidate.contentHash,
  };
  await tools.store.remember(mark, reportId);
}

/** In the order of publication; feeds list the newest first, so undated items go backwards. */
function oldestFirst(recognised: readonly Recognised[]): Recognised[] {
  const backwards = recognised.toReversed();
  const isDated = backwards.every((one) => one.candidate.item.publishedAt !== null);
  return isDated ? backwards.toSorted((a, b) => publishedAtOf(a) - publishedAtOf(b)) : backwards;
}

function publishedAtOf({ candidate }: Recognised): number {
  return candidate.item.publishedAt ?? 0;
}

function reportOf(
  tools: PollTools,
  { source, state }: FollowedSource,
  { candidate, reportId }: Recognised,
): Report {
  const { item } = candidate;
  const seenAt = tools.stageClock.now();
  // A date in the future is a wrong zone or an embargo: what was seen was published.
  const publishedAt = item.publishedAt === null ? null : Math.min(item.publishedAt, seenAt);
  const isOld = publishedAt !== null && seenAt - publishedAt > tools.backfillAgeMs;
  return {
    id: reportId,
    // Feeds declare languages carelessly: what an admin says of the source counts.
    lang: source.lang ?? item.lang,
    publishedAt,
    seenAt,
    source: { name: item.origin ?? source.name, side: item.origin === null ? source.side : null },
    url: item.url === "" ? source.url : item.url,
    title: item.title,
    text: item.text,
    isBackfill: state.firstPolledAt === null || isOld,
    isStateControlled: item.origin === null && source.isStateControlled,
  };
}

/** Follows a move that the source has repeated often enough, each time with a readable answer behind it. */
async function adoptMove(tools: PollTools, source: Source, state: PollState): Promise<PollState> {
  const { movedTo } = state;
  if (movedTo === null || movedTo.times < MOVES_TO_ADOPT) return state;
  try {
    await tools.store.edit(source.id, { url: movedTo.url });
    tools.log("info", "source moved for good", { source: source.id, from: source.url, to: movedTo.url });
    return afterMove(state, movedTo.url);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    tools.log("warn", "source moved to an address that is followed already", {
      source: source.id,
      to: movedTo.url,
      code: error.code,
    });
    return { ...state, movedTo: null };
  }
}

/** Writes the new state over what an admin may have changed meanwhile: a halt of theirs stays, and so does a removal. */
async function save(tools: PollTools, polled: FollowedSource, next: PollState): Promise<void> {
  const current = await tools.store.find(polled.source.id);
  if (current === null) return;
  const wasEdited =
    current.source.url !== polled.source.url && current.source.url !== polled.state.movedTo?.url;
  const edited = wasEdited
    ? { ...afterMove(next, current.source.url), bodyHash: null, dueAt: current.state.dueAt }
    : next;
  await tools.store.saveState(polled.source.id, { ...edited, halt: current.state.halt ?? next.halt });
}

function noteFailure(tools: PollTools, { source, state }: FollowedSource, next: PollState): void {
  const fields = { source: source.id, code: next.failure?.code, failures: next.failures };
  if (next.halt !== state.halt)
    tools.log("warn", "source is not polled any more", { ...fields, halt: next.halt });
  else if (state.failure?.code !== next.failure?.code) tools.log("warn", "source failed", fields);
}
