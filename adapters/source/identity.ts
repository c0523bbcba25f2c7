import { createHash } from "node:crypto";

/** What the identities of an item are made of. */
export interface Identifiable {
  readonly id: string | null;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number | null;
}

/** A text this long is an identity by itself: two items with the same one are the same item. */
const LONG_TEXT = 120;

/**
 * Every identity of an item, the most trustworthy first: its id, its link, its text, its title
 * at its time. Feeds change any one of them; an item is known by
 * those that stay. Never empty.
 *
 * @param common addresses that are no item's own (the feed, the site): an id or link equal to one says nothing
 */
export function itemKeys(item: Identifiable, common: ReadonlySet<string>): string[] {
  const keys: string[] = [];
  const link = item.url === "" ? "" : canonicalLink(item.url);
  const id = item.id?.trim() ?? "";
  if (id !== "" && !common.has(canonicalLink(id))) keys.push(`id:${bounded(canonicalLink(id))}`);
  if (link !== "" && !common.has(link)) keys.push(`link:${bounded(link)}`);
  const words = `${item.title}\n${item.text}`;
  if (words.length >= LONG_TEXT) keys.push(`text:${digest(words)}`);
  if (item.title !== "" && hasTimeOfDay(item.publishedAt))
    keys.push(`title:${digest(`${item.title}\n${item.publishedAt}`)}`);
  if (keys.length > 0) return keys;
  // Nothing else names it: short words are told apart by their date, and an edit of the text by the title.
  const when = item.publishedAt ?? "undated";
  keys.push(`text:${digest(`${words}\n${when}`)}`);
  if (item.title !== "") keys.push(`title:${digest(`${item.title}\n${when}`)}`);
  return keys;
}

/** A bare day is midnight; two items of one day may well have one title. */
function hasTimeOfDay(at: number | null): boolean {
  return at !== null && at % 86_400_000 !== 0;
}

/** Query parameters that name the reader's way, not the page. */
const TRACKING = /^(utm_|at_|fbclid$|gclid$|yclid$|mc_cid$|mc_eid$|_ga$|cmpid$|ns_)/i;

/** A link in the form in which two spellings of one page are equal: no scheme, `www.`, tracking parameters, or last slash. */
export function canonicalLink(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  const tracking = Array.from(url.searchParams.keys()).filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/$/, "");
  return `${url.host.replace(/^www\./, "")}${path}${url.search}${url.hash}`;
}

/** Keys go into an index: what is long is named by its digest. */
function bounded(text: string): string {
  return text.length <= 200 ? text : digest(text);
}

function digest(text: string): string {
  return createHash("sha256").update(text.normalize("NFC").replace(/\s+/g, " ")).digest("hex").slice(0, 32);
}
