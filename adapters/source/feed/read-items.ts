import type { QuietTimes } from "../../../src/model/source.ts";
import type { SourceItem } from "../../../src/ports/source-kind.ts";
import { bounded } from "../bounds.ts";
import { canonicalLink, itemKeys } from "../identity.ts";
import { plainText } from "../html.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { readFeed } from "./read-feed.ts";

/** A body to be read. */
export interface FeedBody {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where it came from. */
  readonly url: string;
  /** Other addresses of the feed itself: no item's identity. */
  readonly addresses: readonly string[];
}

/** What a poll wants of a feed. */
export interface FeedItems {
  readonly title: string | null;
  readonly ttlMs: number | null;
  readonly quiet: QuietTimes | null;
  readonly isCutOff: boolean;
  readonly items: readonly SourceItem[];
}

/** Reads a body into the items that say something. Throws as `readFeed` does. */
export async function readItems({ bytes, contentType, url, addresses }: FeedBody): Promise<FeedItems> {
  const feed = await readFeed(bytes, contentType, url);
  return {
    title: feed.title,
    ttlMs: feed.ttlMs,
    quiet: feed.quiet,
    isCutOff: feed.isCutOff,
    items: itemsOf(feed, [url, ...addresses]),
  };
}

/** In the feed's order. An item that the document breaks off inside is left for the next poll: half a number is a wrong number. */
function itemsOf(feed: Feed, addresses: readonly string[]): SourceItem[] {
  const own = [...addresses, ...(feed.link === null ? [] : [feed.link])];
  const common = new Set(own.map(canonicalLink));
  const hosts = new Set(own.map(hostOf));
  return feed.items
    .filter((item) => !item.isCutOff)
    .map((item) => bounded({ ...sourceItem(item, common), origin: foreignOrigin(item, feed.title, hosts) }))
    .filter((item) => item.title !== "" || item.text !== "");
}

/** Whom an item was taken from. Null: itself, also where it names itself, which must not cost it its side. */
function foreignOrigin(
  { origin, originUrl }: FeedItem,
  title: string | null,
  hosts: ReadonlySet<string>,
): string | null {
  if (origin === null || origin === "" || URL.canParse(origin)) return null;
  const isItself =
    origin.toLowerCase() === title?.toLowerCase() || (originUrl !== null && hosts.has(hostOf(originUrl)));
  return isItself ? null : origin;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

function sourceItem(item: FeedItem, common: ReadonlySet<string>): Omit<SourceItem, "origin"> {
  const title = item.title ?? "";
  const content = plainText(item.content ?? "");
  const summary = plainText(item.summary ?? "");
  const text = content.length >= summary.length ? content : summary;
  const url = item.link ?? item.enclosures[0]?.url ?? "";
  const { id, publishedAt } = item;
  return {
    keys: itemKeys({ id, url, title, text, publishedAt }, common),
    url,
    title,
    text,
    publishedAt,
    lang: primaryTag(item.lang),
  };
}

/** `uk-UA` → `uk`; null for what is no language tag. */
function primaryTag(lang: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(lang ?? "")?.[1]?.toLowerCase() ?? null;
}
