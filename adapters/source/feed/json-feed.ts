import { plainLine } from "../html.ts";
import { readDate } from "./dates.ts";
import { resolveUrl } from "./document.ts";
import type { Enclosure, Feed, FeedItem } from "./feed.ts";
import { escapeText } from "./markup.ts";
import { MAX_ITEMS } from "./tree.ts";

type Json = Readonly<Record<string, unknown>>;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1, read 2026-11). Null: the JSON is something else, or broken. */
export function readJsonFeed(text: string, url: string): Feed | null {
  const root = parseJson(text);
  if (root === null || !Array.isArray(root["items"])) return null;
  const home = string(root["home_page_url"]);
  return {
    title: line(root["title"]),
    link: home === null ? null : resolveUrl(home, url),
    description: escaped(root["description"]),
    lang: string(root["language"]),
    ttlMs: null,
    quiet: null,
    items: root["items"]
      .slice(0, MAX_ITEMS)
      .filter(isJson)
      .map((item) => readItem(item, url)),
    isCutOff: false,
  };
}

function parseJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

function readItem(item: Json, url: string): FeedItem {
  const link = string(item["url"]) ?? string(item["external_url"]);
  const publishedAt = date(item["date_published"]);
  const updatedAt = date(item["date_modified"]);
  const attachments = Array.isArray(item["attachments"]) ? item["attachments"].filter(isJson) : [];
  return {
    // Some publishers write numbers, which the standard asks readers to coerce.
    id: typeof item["id"] === "number" ? String(item["id"]) : string(item["id"]),
    link: link === null ? null : resolveUrl(link, url),
    title: line(item["title"]),
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
    content: string(item["content_html"]) ?? escaped(item["content_text"]),
    summary: escaped(item["summary"]),
    enclosures: attachments.map((one) => enclosureOf(one, url)).filter((one) => one.url !== ""),
    lang: string(item["language"]),
    origin: null,
    originUrl: null,
    isCutOff: false,
  };
}

function enclosureOf(one: Json, url: string): Enclosure {
  const target = string(one["url"]);
  const length = one["size_in_bytes"];
  return {
    url: target === null ? "" : resolveUrl(target, url),
    type: string(one["mime_type"]),
    length: typeof length === "number" ? length : null,
  };
}

function string(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A title is plain text, on one line. */
function line(value: unknown): string | null {
  const text = escaped(value);
  return text === null ? null : plainLine(text);
}

function escaped(value: unknown): string | null {
  const text = string(value);
  return text === null ? null : escapeText(text);
}

function date(value: unknown): number | null {
  return typeof value === "string" ? readDate(value) : null;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
