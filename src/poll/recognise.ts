import { createHash } from "node:crypto";

import type { SourceItem } from "../ports/source-kind.ts";

/** What the store remembers of a key. */
export interface KnownItem {
  readonly reportId: string;
  readonly contentHash: string;
}

/** An item of one poll, after listings of the same item were taken together. */
export interface Candidate {
  readonly item: SourceItem;
  /** Identities that are its own, the most trustworthy first. */
  readonly keys: readonly string[];
  /** Identities that other items of the poll carry as well: no identities at all. Remembered, so that a later lone carrier is not fooled. */
  readonly sharedKeys: readonly string[];
  readonly contentHash: string;
}

/** What an item is to us. */
export interface Recognised {
  readonly candidate: Candidate;
  readonly reportId: string;
  readonly kind: "new" | "revised" | "unchanged";
  /** What it said when it was seen last; null: it was not. */
  readonly knownHash: string | null;
  /** The keys to remember it by. */
  readonly markKeys: readonly string[];
  /** Those of them that are not remembered yet. */
  readonly newKeys: readonly string[];
}

const SHARED = "shared:";

/** SHA-256 (hex) of what a reader would read: title and text, spaces collapsed. */
export function contentHashOf(item: Pick<SourceItem, "title" | "text">): string {
  return sha256(`${item.title}\n${item.text}`.normalize("NFC").replace(/\s+/g, " "));
}

/** Takes listings of the same item together and finds the keys that several items share. Keeps the order. */
export function candidatesOf(items: readonly SourceItem[]): Candidate[] {
  const merged = mergeListings(items);
  const carriers = new Map<string, number>();
  for (const { keys } of merged) {
    for (const key of keys) carriers.set(key, (carriers.get(key) ?? 0) + 1);
  }
  return merged.map(({ item, keys, contentHash }) => {
    const own = keys.filter((key) => carriers.get(key) === 1);
    return { item, keys: own, sharedKeys: keys.filter((key) => carriers.get(key) !== 1), contentHash };
  });
}

interface Listing {
  readonly item: SourceItem;
  readonly keys: string[];
  readonly contentHash: string;
}

function mergeListings(items: readonly SourceItem[]): Listing[] {
  const listings: Listing[] = [];
  const byKey = new Map<string, Listing[]>();
  for (const item of items) {
    const listing = { item, keys: [...new Set(item.keys)], contentHash: contentHashOf(item) };
    const same = listing.keys
      .flatMap((key) => byKey.get(key) ?? [])
      .find((other) => isSameListing(other, listing));
    if (same === undefined) listings.push(listing);
    for (const key of listing.keys) {
      if (same !== undefined && !same.keys.includes(key)) same.keys.push(key);
      const list = byKey.get(key);
      // A key with very many carriers identifies nothing, and comparing all with all would be quadratic.
      if (list === undefined) byKey.set(key, [same ?? listing]);
      else if (same === undefined && list.length < 20) list.push(listing);
    }
  }
  return listings;
}

/** Whether two items that share a key are one item listed twice. */
function isSameListing(one: Listing, other: Listing): boolean {
  const common = other.keys.filter((key) => one.keys.includes(key));
  if (common.some((key) => key.startsWith("text:"))) return true;
  if (common.length > 1 && one.item.title === other.item.title) return true;
  const isWithin = common.length === Math.min(one.keys.length, other.keys.length);
  return one.contentHash === other.contentHash && isWithin;
}

/** The keys to look up in the store for these candidates. */
export function lookupKeys(candidates: readonly Candidate[]): string[] {
  return [
    ...new Set(
      candidates.flatMap((candidate) => [
        ...candidate.keys.flatMap((key) => [key, SHARED + key]),
        ...candidate.sharedKeys.map((key) => SHARED + key),
        onlyKey(candidate),
      ]),
    ),
  ];
}

/** Stands for an item that has no identity of its own: its words. Used by no item that has one. */
function onlyKey({ contentHash }: Candidate): string {
  return `only:${contentHash.slice(0, 32)}`;
}

/**
 * Tells new items from revised and unchanged ones. An item is known by any of its keys; where keys disagree, the one whose content is
 * unchanged is believed first, then the order of trust; a report is claimed by one item of a poll only.
 */
export function recognise(
  sourceId: string,
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, KnownItem>,
): Recognised[] {
  const ownKeys = candidates.map(({ keys }) => keys.filter((key) => !known.has(SHARED + key)));
  const claimed = new Map<string, number>();
  const hits = candidates.map<KnownItem | null>(() => null);
  const claim = (index: number, accepts: (hit: KnownItem) => boolean): void => {
    if (hits[index] != null) return;
    const candidate = candidates[index];
    if (candidate === undefined) return;
    for (const key of [...(ownKeys[index] ?? []), onlyKey(candidate)]) {
      const hit = known.get(key);
      if (hit === undefined || claimed.has(hit.reportId) || !accepts(hit)) continue;
      claimed.set(hit.reportId, index);
      hits[index] = hit;
      return;
    }
  };
  candidates.forEach(({ contentHash }, index) => claim(index, (hit) => hit.contentHash === contentHash));
  candidates.forEach((_, index) => claim(index, () => true));
  return candidates.map((candidate, index) => {
    const hit = hits[index] ?? null;
    const keys = ownKeys[index] ?? [];
    return conclude({ sourceId, candidate, hit, keys, known });
  });
}

interface Conclusion {
  readonly sourceId: string;
  readonly candidate: Candidate;
  readonly hit: KnownItem | null;
  readonly keys: readonly string[];
  readonly known: ReadonlyMap<string, KnownItem>;
}

function conclude({ sourceId, candidate, hit, keys, known }: Conclusion): Recognised {
  const { contentHash, sharedKeys } = candidate;
  const shared = sharedKeys.map((key) => SHARED + key);
  if (hit !== null) {
    const kind = hit.contentHash === contentHash ? "unchanged" : "revised";
    const markKeys = [...keys.filter((key) => (known.get(key) ?? hit).reportId === hit.reportId), ...shared];
    return {
      candidate,
      kind,
      knownHash: hit.contentHash,
      reportId: hit.reportId,
      markKeys,
      newKeys: markKeys.filter((key) => !known.has(key)),
    };
  }
  // A key that names another item's report must not become this one's.
  const free = keys.filter((key) => !known.has(key));
  const named = free.length > 0 ? free : [onlyKey(candidate)];
  const markKeys = [...named, ...shared];
  const reportId = reportIdOf(sourceId, named[0] ?? contentHash);
  return { candidate, kind: "new", knownHash: null, reportId, markKeys, newKeys: markKeys };
}

/** A report's id: stable for the source and the item's first key. */
function reportIdOf(sourceId: string, key: string): string {
  return `r${sha256(`${sourceId}\n${key}`).slice(0, 15)}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
