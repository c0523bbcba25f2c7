import { readDate } from "./dates.ts";
import { escapeText, htmlOf, textOf } from "./markup.ts";
import type { Space } from "./namespaces.ts";
import type { Element, Tree } from "./tree.ts";

/** A field of a feed or item in canonical form: markup flattened to HTML text, dates ISO, links absolute. */
export interface Field {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Fields by canonical name (`title`, `dc:date`, `content:encoded`), each in the order of the document. */
export type Fields = Map<string, Field[]>;

/** A feed document reduced to the elements that mean something to us, under the names that rss-parser knows. */
export interface FeedDocument {
  readonly format: "rss" | "atom";
  readonly feed: Fields;
  readonly items: readonly DocumentItem[];
}

export interface DocumentItem {
  readonly fields: Fields;
  readonly isClosed: boolean;
}

type FieldKind = "html" | "text" | "id" | "date" | "link" | "media" | "source" | "list";

/** How elements are named and read. `own`: the feed's own vocabulary; others by their usual prefix. */
const ITEM_FIELDS: Readonly<Record<string, readonly [string, FieldKind]>> = {
  "own:title": ["title", "html"],
  "own:link": ["link", "link"],
  "own:guid": ["guid", "text"],
  "own:id": ["id", "id"],
  "own:pubdate": ["pubDate", "date"],
  "own:published": ["published", "date"],
  "own:issued": ["issued", "date"],
  "own:created": ["created", "date"],
  "own:updated": ["updated", "date"],
  "own:modified": ["modified", "date"],
  "own:date": ["date", "date"],
  "own:description": ["description", "html"],
  "own:abstract": ["abstract", "html"],
  "own:summary": ["summary", "html"],
  "own:tagline": ["tagline", "html"],
  "own:subtitle": ["subtitle", "html"],
  "own:info": ["info", "html"],
  "own:content": ["content", "html"],
  "own:fullitem": ["content", "html"],
  "own:body": ["content", "html"],
  "own:enclosure": ["enclosure", "media"],
  "own:source": ["source", "source"],
  "own:ttl": ["ttl", "text"],
  "own:skiphours": ["skipHours", "list"],
  "own:skipdays": ["skipDays", "list"],
  "own:language": ["language", "text"],
  "atom:title": ["atom:title", "html"],
  "atom:link": ["atom:link", "link"],
  "atom:id": ["atom:id", "id"],
  "atom:published": ["atom:published", "date"],
  "atom:updated": ["atom:updated", "date"],
  "atom:summary": ["atom:summary", "html"],
  "atom:content": ["atom:content", "html"],
  "xhtml:body": ["content", "html"],
  "xhtml:div": ["content", "html"],
  "content:encoded": ["content:encoded", "html"],
  "dc:title": ["dc:title", "html"],
  "dc:date": ["dc:date", "date"],
  "dc:description": ["dc:description", "html"],
  "dc:identifier": ["dc:identifier", "text"],
  "dc:language": ["dc:language", "text"],
  "dc:source": ["dc:source", "text"],
  "dcterms:created": ["dcterms:created", "date"],
  "dcterms:issued": ["dcterms:issued", "date"],
  "dcterms:modified": ["dcterms:modified", "date"],
  "dcterms:abstract": ["dcterms:abstract", "html"],
  "media:title": ["media:title", "html"],
  "media:description": ["media:description", "html"],
  "media:content": ["media:content", "media"],
  "itunes:title": ["itunes:title", "html"],
  "itunes:summary": ["itunes:summary", "html"],
  "itunes:subtitle": ["itunes:subtitle", "html"],
};

/** Elements that only group others. */
const GROUPS = new Set(["media:group", "rdf:items"]);
const ROOTS = new Set(["rss", "rdf", "feed", "channel"]);

/**
 * Reduces a tree to a feed document. Null: it holds no feed.
 *
 * @param url where the document came from: the base of its relative links
 */
export function readDocument(tree: Tree, url: string): FeedDocument | null {
  const found: Found = { head: null, rootSpace: null, items: [] };
  collect(tree.root, url, found);
  if (found.head === null && found.items.length === 0) return null;
  const isAtom =
    (found.head?.element.name ?? found.items[0]?.element.name) === "feed" ||
    (found.head === null && found.items[0]?.element.name === "entry");
  const context = { isAtom, ownSpaces: isAtom ? ATOM_OWN : RSS_OWN };
  return {
    format: isAtom ? "atom" : "rss",
    feed: found.head === null ? new Map() : fieldsOf(found.head, context),
    items: withoutWrappers(found.items).map((item) => ({
      fields: fieldsOf(item, context),
      isClosed: item.element.isClosed,
    })),
  };
}

/** Items that hold no element, among others that do, are wrappers or leftovers of the feed's generator. */
function withoutWrappers(items: readonly Placed[]): readonly Placed[] {
  const full = items.filter(({ element }) => element.children.some((child) => typeof child !== "string"));
  return full.length > 0 ? full : items;
}

const ATOM_OWN: ReadonlySet<Space> = new Set(["atom", "core"]);
const RSS_OWN: ReadonlySet<Space> = new Set(["core", "rdf"]);

interface Placed {
  readonly element: Element;
  /** The base of its relative links. */
  readonly base: string;
}

interface Found {
  /** The element that holds the feed's own fields. */
  head: Placed | null;
  rootSpace: Space | null;
  readonly items: Placed[];
}

function collect(element: Element, base: string, found: Found): void {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const placed = { element: child, base: baseOf(child, base) };
    if (isItem(child)) {
      found.items.push(placed);
    } else if (
      ROOTS.has(child.name) &&
      (child.space === "core" || child.space === "atom" || child.space === "rdf" || child.space === "other")
    ) {
      const isInner = found.head === null || (child.name === "channel" && found.head.element.name !== "feed");
      if (isInner) found.head = placed;
      collect(child, placed.base, found);
    } else {
      collect(child, placed.base, found);
    }
  }
}

function isItem(element: Element): boolean {
  if (element.name === "item")
    return (
      element.space === "core" ||
      element.space === "rdf" ||
      element.space === "other" ||
      element.space === "atom"
    );
  return (
    element.name === "entry" &&
    (element.space === "atom" || element.space === "core" || element.space === "other")
  );
}

function baseOf(element: Element, outer: string): string {
  return resolveUrl(element.attributes["xml:base"] ?? "", outer);
}

interface Context {
  readonly isAtom: boolean;
  readonly ownSpaces: ReadonlySet<Space>;
}

function fieldsOf(owner: Placed, context: Context): Fields {
  const fields: Fields = new Map();
  addAttributes(owner, fields);
  gather(owner, context, fields);
  return fields;
}

function gather(owner: Placed, context: Context, fields: Fields): void {
  for (const child of owner.element.children) {
    if (typeof child === "string") continue;
    const base = baseOf(child, owner.base);
    const space = context.ownSpaces.has(child.space) ? "own" : child.space;
    if (GROUPS.has(`${space}:${child.name}`)) {
      gather({ element: child, base }, context, fields);
      continue;
    }
    const known = ITEM_FIELDS[`${space}:${child.name}`];
    if (known === undefined) continue;
    const field = readField({ element: child, base }, known[1], context.isAtom || space === "atom");
    if (field !== null) add(fields, known[0], field);
  }
}

/** What items say in attributes: RDF's identity, a language, and CDF's link and date. */
function addAttributes({ element, base }: Placed, fields: Fields): void {
  const { attributes } = element;
  const about = attributes["rdf:about"] ?? attributes["about"] ?? "";
  if (about !== "") add(fields, "about", { text: about.trim(), attributes: {} });
  const lang = attributes["xml:lang"] ?? "";
  if (lang !== "") add(fields, "language", { text: lang, attributes: {} });
  const changedAt = readDate(attributes["lastmod"] ?? "");
  if (changedAt !== null) add(fields, "updated", { text: new Date(changedAt).toISOString(), attributes: {} });
  if (attributes["href"] !== undefined)
    add(fields, "atom:link", { text: "", attributes: { href: resolveUrl(attributes["href"], base) } });
}

function add(fields: Fields, name: string, field: Field): void {
  const list = fields.get(name);
  if (list === undefined) fields.set(name, [field]);
  else list.push(field);
}

function readField({ element, base }: Placed, kind: FieldKind, isAtom: boolean): Field | null {
  switch (kind) {
    case "html":
      return { text: htmlOf(element, isAtom).trim(), attributes: contentSource(element, base) };
    case "text":
      return { text: textOf(element).trim(), attributes: pick(element, ["ispermalink"]) };
    case "id": {
      // Atom's ids are IRIs; one that is a path is meant against the base.
      const id = textOf(element).trim();
      return { text: /^[^\s:?#]*\/[^\s:]*$/.test(id) ? resolveUrl(id, base) : id, attributes: {} };
    }
    case "date": {
      const at = readDate(textOf(element));
      return at === null ? null : { text: new Date(at).toISOString(), attributes: {} };
    }
    case "link":
      return readLink(element, base);
    case "media": {
      const url = (element.attributes["url"] ?? element.attributes["href"] ?? "").trim();
      if (url === "") return null;
      return {
        text: "",
        attributes: { url: resolveUrl(url, base), ...pick(element, ["type", "length", "filesize"]) },
      };
    }
    case "list": {
      const parts = element.children.filter((child) => typeof child !== "string");
      return { text: parts.map((part) => textOf(part).trim()).join(" "), attributes: {} };
    }
    case "source":
      return { text: escapeText(sourceName(element)), attributes: pick(element, ["url"]) };
  }
}

/** Atom content that stands elsewhere. */
function contentSource(element: Element, base: string): Record<string, string> {
  const src = element.attributes["src"];
  return src === undefined ? {} : { src: resolveUrl(src, base) };
}

function readLink(element: Element, base: string): Field | null {
  const attributes = pick(element, ["rel", "type", "length", "title"]);
  const href = element.attributes["href"] ?? "";
  const target = (href === "" ? textOf(element) : href).trim();
  if (target === "" && element.attributes["href"] === undefined) return null;
  return { text: "", attributes: { ...attributes, href: resolveUrl(target, base) } };
}

function pick(element: Element, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = element.attributes[name];
    if (value !== undefined) picked[name] = value.trim();
  }
  return picked;
}

/** RSS names the feed that an item comes from in its text, Atom in a title inside. */
function sourceName(element: Element): string {
  const title = element.children.find((child) => typeof child !== "string" && child.name === "title");
  return (title !== undefined && typeof title !== "string" ? textOf(title) : textOf(element)).trim();
}

/** `reference` against `base`; the reference itself where the two make no URL. */
export function resolveUrl(reference: string, base: string): string {
  const trimmed = reference.trim();
  if (trimmed === "") return base;
  if (URL.canParse(trimmed)) return trimmed;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : trimmed;
}
