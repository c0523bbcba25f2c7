import { createRequire } from "node:module";

import type { DocumentItem, FeedDocument, Field, Fields } from "./document.ts";
import { withoutControls } from "./entities.ts";
import { escapeText } from "./markup.ts";

interface Parser {
  parseString(xml: string): Promise<ParsedFeed>;
}
type ParserClass = new (options: unknown) => Parser;
type ParsedFeed = Readonly<Record<string, unknown>> & {
  readonly items: readonly Readonly<Record<string, unknown>>[];
};

const require = createRequire(import.meta.url);

/** Canonical names that are asked of rss-parser, as lists, beside its own choice of fields. */
const NAMES =
  "title atom:title dc:title media:title itunes:title link atom:link guid id atom:id about dc:identifier pubDate published issued created date updated modified atom:published atom:updated dc:date dcterms:created dcterms:issued dcterms:modified description abstract summary tagline subtitle info content atom:summary atom:content content:encoded dc:description dcterms:abstract media:description itunes:summary itunes:subtitle enclosure media:content source dc:source language dc:language ttl skipHours skipDays".split(
    " ",
  );
const ALL = "all:";
const customFields = NAMES.map((name) => [name, ALL + name, { keepArray: true }]);
let parser: Parser | null = null;

/** Loaded when the first feed is read (about 60 ms, which a start need not wait for). */
function loadParser(): Parser {
  // The package is CommonJS; `require` also gives its inner module, which has to be mended before use.
  const RssParser = require("rss-parser") as ParserClass;
  const inner = require("rss-parser/lib/utils.js") as { getSnippet: (html: string) => string };
  // Its snippet is always made, never used here, and quadratic in `<` (60 KB of `x<h` take 9 s).
  inner.getSnippet = () => "";
  return new RssParser({ defaultRSS: 2, customFields: { item: customFields, feed: customFields } });
}

/** The fields of a document as rss-parser reads them from its canonical form. Rejects when rss-parser does. */
export async function parseWithRssParser(
  document: FeedDocument,
): Promise<{ feed: Fields; items: DocumentItem[] }> {
  parser ??= loadParser();
  const parsed = await parser.parseString(serialise(document));
  if (parsed.items.length !== document.items.length) throw new Error("rss-parser lost items");
  return {
    feed: fieldsOf(parsed),
    items: parsed.items.map((item, index) => ({
      fields: fieldsOf(item),
      isClosed: document.items[index]?.isClosed ?? true,
    })),
  };
}

function serialise({ format, feed, items }: FeedDocument): string {
  const [open, close, name] =
    format === "atom"
      ? ["<feed>", "</feed>", "entry"]
      : ['<rss version="2.0"><channel>', "</channel></rss>", "item"];
  const entries = items.map((item) => `<${name}>${serialiseFields(item.fields)}</${name}>`);
  return `<?xml version="1.0"?>${open}${serialiseFields(feed)}${entries.join("")}${close}`;
}

function serialiseFields(fields: Fields): string {
  const parts: string[] = [];
  for (const [name, list] of fields) {
    for (const field of list) parts.push(serialiseField(name, field));
  }
  return parts.join("");
}

function serialiseField(name: string, field: Field): string {
  const attributes = Object.entries(field.attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  return `<${name}${attributes.join("")}>${characterData(field.text)}</${name}>`;
}

/** Markup as character data: its parser reads references one by one, at a third of the speed. */
function characterData(text: string): string {
  if (!/[&<>]/.test(text)) return withoutControls(text);
  return `<![CDATA[${withoutControls(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function fieldsOf(parsed: Readonly<Record<string, unknown>>): Fields {
  const fields: Fields = new Map();
  for (const [name, list] of Object.entries(parsed)) {
    if (name.startsWith(ALL) && Array.isArray(list)) fields.set(name.slice(ALL.length), list.map(fieldOf));
  }
  return fields;
}

function fieldOf(value: unknown): Field {
  if (typeof value === "string") return { text: value, attributes: {} };
  const element = value as { readonly _?: string; readonly $?: Record<string, string> };
  return { text: element._ ?? "", attributes: element.$ ?? {} };
}
