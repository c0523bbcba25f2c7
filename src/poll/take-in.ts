import type { Clock } from "../clock.ts";
import { SourceError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Report } from "../model/report.ts";
import type { PollState, Source } from "../model/source.ts";
import type { ItemMark } from "../ports/ledger-store.ts";
import type { PollResult } from "../ports/source-kind.ts";
import type { FollowedSource, SourceStore } from "../ports/source-store.ts";
import type { Harvest } from "./progress.ts";
import { strangersItems } from "./newest.ts";
import { candidatesOf, lookupKeys, recognise, type Recognised } from "./recognise.ts";
import type { TurnBacks } from "./turn-backs.ts";
import { createReadArticle, type ArticleTools } from "./with-article.ts";

/** A new or revised item as a report, with the mark that it is known by. */
export interface Taken {
  readonly report: Report;
  readonly mark: ItemMark;
  /** The chat whose own source it came through. Absent: it is everybody's. */
  readonly ownerChat?: number;
}

/** Takes items in, oldest first; each report is stored in one transaction with its mark and whatever it changes. */
export type Ingest = (items: readonly Taken[]) => Promise<void>;

/** What taking items in needs. */
export interface IntakeTools {
  readonly store: Pick<SourceStore, "knownItems" | "remember">;
  readonly clock: Clock;
  /** `seenAt` of reports; the demo runs it faster. */
  readonly stageClock: Clock;
  readonly ingest: Ingest;
  /** An item published longer ago than this is no news, milliseconds. */
  readonly backfillAgeMs: number;
  readonly log: Log;
  readonly turnBacks: TurnBacks;
  /** Absent: sources that want articles do without. */
  readonly articles?: ArticleTools | undefined;
  /** The same for sources of single chats, which are read through a guard of their own. */
  readonly ownArticles?: ArticleTools | undefined;
}

/**
 * Takes in what is new or revised among the items of a poll, oldest first. Throws what storing throws, and SourceError `aborted` when the
 * poll is called off in between.
 */
export async function takeIn(
  tools: IntakeTools,
  followed: FollowedSource,
  result: Extract<PollResult, { kind: "items" }>,
  signal: AbortSignal,
): Promise<Harvest> {
  const { source, state } = followed;
  const articles = source.ownerChat === undefined ? tools.articles : tools.ownArticles;
  const readArticle =
    articles !== undefined && source.wantsArticle === true
      ? createReadArticle({ ...tools, articles, sourceId: source.id, signal })
      : null;
  const candidates = candidatesOf(
    source.ownerChat === undefined ? result.items : strangersItems(result.items, MAX_OWN_ITEMS),
  );
  const known = await tools.store.knownItems(source.id, lookupKeys(candidates));
  const recognised = recognise(source.id, candidates, known);
  noteGap(tools, followed, recognised, result.missed ?? 0);
  await rememberNewKeys(tools, source, recognised);
  const different = recognised.filter(({ kind }) => kind !== "unchanged");
  const fresh = different.filter((one) => !isOldCopy(tools, one));
  const changed = oldestFirst(fresh);
  // An article's page is waited for: what was read before it must not wait with it.
  const pageSize = readArticle === null ? PAGE_SIZE : 1;
  for (let at = 0; at < changed.length; at += pageSize) {
    // Reading takes milliseconds an item: a long list is taken in with pauses, for the rest of the program.
    if (at > 0) await breathe(tools, signal);
    const current = changed.slice(at, at + pageSize);
    const page = current.map((one) => takenOf(tools, followed, one));
    const [first] = page;
    if (readArticle === null || first === undefined) await tools.ingest(page);
    else await tools.ingest([{ ...first, report: await readArticle(first.report) }]);
    for (const { reportId, knownHash } of current)
      if (knownHash !== null) tools.turnBacks.note(reportId, knownHash, tools.clock.now());
  }
  const isFirst = state.firstPolledAt === null;
  return {
    newCount: recognised.filter((one) => one.kind === "new").length,
    publishedAts: isFirst ? result.items.map((item) => item.publishedAt) : [],
    isStale: fresh.length < different.length,
  };
}

function isOldCopy({ turnBacks, clock }: IntakeTools, { kind, reportId, candidate }: Recognised): boolean {
  return kind === "revised" && turnBacks.isTurnBack(reportId, candidate.contentHash, clock.now());
}

/** Of a chat's own source only the newest are looked at: strangers choose them, and reading costs milliseconds an item. */
const MAX_OWN_ITEMS = 50;

/** Items that are taken in at a time; what say nothing of them share a transaction. */
const PAGE_SIZE = 20;

/** Lets others run. Throws SourceError `aborted` when the poll is called off: the next one brings the rest. */
async function breathe({ clock }: IntakeTools, signal: AbortSignal): Promise<void> {
  await clock.sleep(0);
  if (signal.aborted) throw new SourceError("The poll was called off.", { code: "aborted" });
}

function takenOf(tools: IntakeTools, followed: FollowedSource, one: Recognised): Taken {
  const { markKeys: keys, candidate } = one;
  const mark = { sourceId: followed.source.id, keys, contentHash: candidate.contentHash };
  const { ownerChat } = followed.source;
  const report = reportOf(tools, followed, one);
  return ownerChat === undefined ? { report, mark } : { report, mark, ownerChat };
}

/** A source of which at least this many items are shown and none is known has shown others in between. */
const GAP_ITEMS = 10;

/** Says that items came and went between two polls: the source has to be polled more often. */
function noteGap(
  tools: IntakeTools,
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

/** How often an item may be given keys in addition: one with a new GUID at each poll would fill the store for as long as it is shown. */
const MAX_GROWTHS = 10;

/** An unchanged item that now goes by another id or link as well must still be known when the rest changes, too. */
async function rememberNewKeys(
  { store }: IntakeTools,
  { id: sourceId }: Source,
  recognised: readonly Recognised[],
): Promise<void> {
  const growing = recognised.filter(({ kind, newKeys }) => kind === "unchanged" && newKeys.length > 0);
  if (growing.length === 0) return;
  const steps = ({ reportId }: Recognised): string[] =>
    Array.from({ length: MAX_GROWTHS }, (_, n) => `grown:${n}:${reportId}`);
  const taken = await store.knownItems(sourceId, growing.flatMap(steps));
  await store.remember(
    growing.flatMap((one) => {
      const step = steps(one).find((name) => !taken.has(name));
      const { contentHash } = one.candidate;
      const keys = [...one.newKeys.slice(0, MAX_NEW_KEYS), step ?? ""];
      return step === undefined ? [] : [{ sourceId, keys, contentHash, reportId: one.reportId }];
    }),
  );
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
  tools: IntakeTools,
  { source, state }: FollowedSource,
  { candidate, reportId }: Recognised,
): Report {
  const { item } = candidate;
  const seenAt = tools.stageClock.now();
  // A date in the future is a wrong zone or an embargo: what was seen was published.
  const publishedAt = item.publishedAt === null ? null : Math.min(item.publishedAt, seenAt);
  const isOld = publishedAt !== null && seenAt - publishedAt > tools.backfillAgeMs;
  const isFirstSeen = state.firstPolledAt === null && !isPublishedSince(item.publishedAt, state, seenAt);
  return {
    id: reportId,
    // Feeds declare languages carelessly: what an admin says of the source counts.
    lang: source.lang ?? item.lang,
    publishedAt,
    seenAt,
    source: { name: item.origin ?? source.name, side: item.origin === null ? source.side : null },
    url: item.url === "" ? shownUrl(source) : item.url,
    title: item.title,
    text: item.text,
    isBackfill: isFirstSeen || isOld,
    isStateControlled: item.origin === null && source.isStateControlled,
  };
}

/** Whether it appeared while the source was followed already; a date in the future says nothing of that. */
function isPublishedSince(at: number | null, { followedAt }: PollState, seenAt: number): boolean {
  return at !== null && typeof followedAt === "number" && at > followedAt && at <= seenAt;
}

/** Every member of the chat sees where a report is from; the address of a chat's own source may hold a secret. */
function shownUrl({ url, ownerChat }: Source): string {
  return ownerChat === undefined ? url : new URL("/", url).href;
}
