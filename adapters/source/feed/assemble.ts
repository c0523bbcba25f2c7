import type { QuietTimes } from "../../../src/model/source.ts";
import type { Enclosure, Feed, FeedItem } from "./feed.ts";
import type { Field, Fields } from "./document.ts";
import { plainLine } from "../html.ts";

/** Which field wins, for each part of an item. The feed's own vocabulary comes first. */
const TITLE = ["title", "atom:title", "dc:title", "media:title", "itunes:title"];
const ID = ["guid", "id", "atom:id", "about", "dc:identifier"];
const PUBLISHED = [
  "pubDate",
  "published",
  "issued",
  "atom:published",
  "dcterms:issued",
  "created",
  "dcterms:created",
  "date",
  "dc:date",
];
const UPDATED = ["updated", "modified", "atom:updated", "dcterms:modified", "dc:date"];
const CONTENT = ["content:encoded", "content", "atom:content"];
const SUMMARY = [
  "description",
  "summary",
  "atom:summary",
  "abstract",
  "dcterms:abstract",
  "dc:description",
  "itunes:summary",
  "media:description",
  "itunes:subtitle",
];
const FEED_DESCRIPTION = [
  "description",
  "subtitle",
  "tagline",
  "dc:description",
  "itunes:summary",
  "itunes:subtitle",
  "atom:summary",
  "abstract",
  "info",
];

/** The feed that these fields make. */
export function assembleFeed(
  feed: Fields,
  items: readonly { readonly fields: Fields; readonly isClosed: boolean }[],
  isCutOff: boolean,
): Feed {
  const ttl = Number(first(feed, ["ttl"]) ?? Number.NaN);
  return {
    title: line(feed, TITLE),
    link: linkOf(feed) ?? null,
    description: first(feed, FEED_DESCRIPTION),
    lang: first(feed, ["language", "dc:language"]),
    ttlMs: Number.isFinite(ttl) && ttl > 0 ? ttl * 60_000 : null,
    quiet: quietTimes(first(feed, ["skipHours"]) ?? "", first(feed, ["skipDays"]) ?? ""),
    items: items.map((item) => assembleItem(item.fields, isCutOff && !item.isClosed)),
    isCutOff,
  };
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Hours are 0 to 23, and 24 in older feeds; whoever names all of them, or every day, means none of it. */
function quietTimes(hours: string, days: string): QuietTimes | null {
  const words = (text: string): string[] => text.toLowerCase().split(/\s+/);
  const named = words(hours)
    .filter((word) => /^\d{1,2}$/.test(word) && Number(word) <= 24)
    .map((word) => Number(word) % 24);
  const quiet = {
    hours: [...new Set(named)],
    days: DAYS.flatMap((day, index) => (words(days).includes(day) ? [index] : [])),
  };
  const isEmpty = quiet.hours.length + quiet.days.length === 0;
  return isEmpty || quiet.hours.length === 24 || quiet.days.length === 7 ? null : quiet;
}

function assembleItem(fields: Fields, isCutOff: boolean): FeedItem {
  const id = first(fields, ID);
  const [content, summary] = textsOf(fields);
  const publishedAt = instant(fields, PUBLISHED);
  const updatedAt = instant(fields, UPDATED);
  return {
    id,
    link: linkOf(fields) ?? permalink(fields),
    title: line(fields, TITLE),
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
    content,
    summary,
    enclosures: enclosuresOf(fields),
    lang: first(fields, ["language", "dc:language"]),
    origin: line(fields, ["source", "dc:source"]),
    originUrl: fields.get("source")?.[0]?.attributes["url"] ?? null,
    isCutOff,
  };
}

/** Full and short text. Where an item has two short ones and no full one, the longer is the full one. */
function textsOf(fields: Fields): [content: string | null, summary: string | null] {
  const content = first(fields, CONTENT);
  const summary = first(fields, SUMMARY);
  const other = first(fields, ["summary"]);
  if (content !== null || summary === null || other === null || other === summary) return [content, summary];
  return other.length > summary.length ? [other, summary] : [summary, other];
}

function first(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    for (const field of fields.get(name) ?? []) {
      if (field.text !== "") return field.text;
    }
  }
  return null;
}

function line(fields: Fields, names: readonly string[]): string | null {
  const html = first(fields, names);
  return html === null ? null : plainLine(html);
}

function instant(fields: Fields, names: readonly string[]): number | null {
  const text = first(fields, names);
  return text === null ? null : Date.parse(text);
}

/** The page of an item or feed: a link that says so, else one that says nothing; of several the page before the other formats. */
function linkOf(fields: Fields): string | null {
  for (const name of ["link", "atom:link"]) {
    const links = (fields.get(name) ?? []).filter(
      (link) => (link.attributes["rel"] ?? "alternate") === "alternate",
    );
    const page = links.find((link) => /^$|html/.test(link.attributes["type"] ?? "")) ?? links[0];
    const href = page?.attributes["href"] ?? "";
    if (href !== "") return href;
  }
  return null;
}

/** A GUID is a permalink unless it says otherwise (RSS 2.0); RDF's `about` is one by habit. */
function permalink(fields: Fields): string | null {
  const guid = fields.get("guid")?.[0];
  if (guid !== undefined && guid.attributes["ispermalink"] !== "false" && isUrl(guid.text)) return guid.text;
  const about = fields.get("about")?.[0]?.text ?? "";
  return isUrl(about) ? about : null;
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function enclosuresOf(fields: Fields): Enclosure[] {
  const linked = [...(fields.get("link") ?? []), ...(fields.get("atom:link") ?? [])]
    .filter((link) => link.attributes["rel"] === "enclosure")
    .map((link) => ({ ...link, attributes: { ...link.attributes, url: link.attributes["href"] ?? "" } }));
  return [...(fields.get("enclosure") ?? []), ...linked, ...(fields.get("media:content") ?? [])]
    .map(enclosureOf)
    .filter((one) => one.url !== "");
}

function enclosureOf({ attributes }: Field): Enclosure {
  const length = Number.parseInt(attributes["length"] ?? attributes["filesize"] ?? "", 10);
  return {
    url: attributes["url"] ?? "",
    type: attributes["type"] ?? null,
    length: Number.isFinite(length) ? length : null,
  };
}
