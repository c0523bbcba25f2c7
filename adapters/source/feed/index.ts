import type { PollState, Source } from "../../../src/model/source.ts";
import type { Fetcher } from "../../../src/ports/fetcher.ts";
import type { PollResult, SourceItem, SourceKind } from "../../../src/ports/source-kind.ts";
import { fetchChanged, NO_VALIDATORS } from "../fetch-state.ts";
import { canonicalLink, itemKeys } from "../identity.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { plainText } from "../html.ts";
import { readFeed } from "./read-feed.ts";

/** RSS, Atom and JSON feeds. */
export function createFeedKind(fetcher: Fetcher): SourceKind {
  return {
    kind: "feed",
    async poll(source: Source, state: PollState, signal: AbortSignal): Promise<PollResult> {
      const fetched = await fetchChanged(fetcher, source, state, signal);
      if (fetched.kind === "unchanged") return fetched;
      const { answer, validators } = fetched;
      const feed = await readFeed(answer.body, answer.headers["content-type"] ?? "", answer.finalUrl);
      return {
        kind: "items",
        items: itemsOf(feed, [source.url, answer.finalUrl]),
        title: feed.title,
        validators: feed.isCutOff ? NO_VALIDATORS : validators,
        notBeforeMs: longerWait(answer.freshMs, feed.ttlMs),
        movedTo: answer.permanentUrl,
      };
    },
  };
}

/**
 * The items of a feed that say something, in the feed's order. One that the document breaks off inside is left for the next poll: half
 * a number is a wrong number.
 *
 * @param addresses where the feed itself is
 */
export function itemsOf(feed: Feed, addresses: readonly string[]): SourceItem[] {
  const common = new Set([...addresses, ...(feed.link === null ? [] : [feed.link])].map(canonicalLink));
  return feed.items
    .filter((item) => !item.isCutOff)
    .map((item) => sourceItem(item, common))
    .filter((item) => item.title !== "" || item.text !== "");
}

function sourceItem(item: FeedItem, common: ReadonlySet<string>): SourceItem {
  const title = item.title ?? "";
  const content = plainText(item.content ?? "");
  const summary = plainText(item.summary ?? "");
  const text = content.length >= summary.length ? content : summary;
  const url = item.link ?? item.enclosures[0]?.url ?? "";
  const { id, publishedAt, origin } = item;
  return {
    keys: itemKeys({ id, url, title, text, publishedAt }, common),
    url,
    title,
    text,
    publishedAt,
    lang: primaryTag(item.lang),
    origin: origin === "" ? null : origin,
  };
}

/** `uk-UA` → `uk`; null for what is no language tag. */
function primaryTag(lang: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(lang ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The longer of two waits; null says nothing. */
function longerWait(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
