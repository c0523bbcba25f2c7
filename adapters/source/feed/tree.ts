import { Parser } from "htmlparser2";

import { SourceError } from "../../../src/errors.ts";
import { decodeReferences, withoutControls, type OwnEntities } from "./entities.ts";
import { scopeOf, spaceOf, type Scope, type Space } from "./namespaces.ts";

/** An element of a feed document as it was understood. Names are lower case. */
export interface Element {
  readonly space: Space;
  readonly name: string;
  /** By lower-case name with its prefix as written; a feed's own attributes have none. References are resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  /** False: the document ended, or something else closed it. */
  isClosed: boolean;
}

/** A document: a root that is no element itself, and whether the text broke off before the last element was closed. */
export interface Tree {
  readonly root: Element;
  readonly isCutOff: boolean;
}

/** Most items of one document that are read: a feed with more is an archive or an attack, and the newest come first by custom. */
export const MAX_ITEMS = 5_000;

/** htmlparser2's stack is quadratic in depth; feeds nest about ten deep, markup in them some dozens. */
const MAX_DEPTH = 256;

/** HTML elements without an end, as they stand unclosed in feeds whose markup is not escaped. */
const VOID = new Set(["br", "hr", "img", "wbr", "input", "area", "embed", "param"]);

/** Fields that hold no other field: a second one opening inside means that the first was never closed. */
const LEAVES = new Set([
  "title",
  "link",
  "guid",
  "id",
  "pubdate",
  "published",
  "updated",
  "issued",
  "modified",
  "description",
  "summary",
]);
const FIELDS = new Set([...LEAVES, "enclosure", "item", "entry", "comments", "category"]);

class FeedParser extends Parser {
  override isVoidElement(name: string): boolean {
    return VOID.has(name);
  }
}

/**
 * Reads any text as XML as far as it goes: text before the declaration, stray `&`, unclosed, mismatched and upper-case tags, unquoted
 * attributes, undeclared prefixes and a cut-off end are all survived. Throws SourceError `too-complex` on absurd nesting.
 */
export function readTree(text: string): Tree {
  const builder = new TreeBuilder(ownEntities(text));
  const parser = new FeedParser(builder, {
    xmlMode: true,
    decodeEntities: false,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  parser.write(withoutDoctype(text));
  builder.finish();
  parser.end();
  return { root: builder.root, isCutOff: builder.isCutOff };
}

class TreeBuilder {
  readonly root: Element = { space: "other", name: "", attributes: {}, children: [], isClosed: false };
  isCutOff = false;
  readonly #entities: OwnEntities;
  readonly #open: Element[] = [this.root];
  readonly #scopes: Scope[] = [new Map()];
  #depth = 0;
  #itemCount = 0;
  #isCdata = false;
  #hasEnded = false;

  constructor(entities: OwnEntities) {
    this.#entities = entities;
  }

  onopentag(qualified: string, raw: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new SourceError("The feed's elements are nested absurdly deep.", { code: "too-complex" });
    }
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of Object.entries(raw))
      attributes[name] = withoutControls(decodeReferences(value, this.#entities));
    const scope = scopeOf(this.#scopes.at(-1) ?? new Map(), attributes);
    const colon = qualified.indexOf(":");
    const space = spaceOf(scope, colon < 0 ? "" : qualified.slice(0, colon));
    const element: Element = {
      space,
      name: qualified.slice(colon + 1),
      attributes,
      children: [],
      isClosed: false,
    };
    this.#closeForgotten(element);
    if (isItemName(element.name)) this.#itemCount += 1;
    // Beyond the last item that is read nothing is kept, or a flood of empty items would fill the memory.
    if (this.#itemCount <= MAX_ITEMS) this.#top().children.push(element);
    this.#open.push(element);
    this.#scopes.push(scope);
  }

  onclosetag(qualified: string, isImplied: boolean): void {
    this.#depth -= 1;
    const name = qualified.slice(qualified.indexOf(":") + 1);
    if (isImplied) {
      // Self-closing and void elements come here, and whatever an outer end tag closes; the latter is closed with it.
      if (this.#top().name === name) this.#pop(!this.#hasEnded);
      return;
    }
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at < 1) return;
    this.#popTo(at);
  }

  ontext(data: string): void {
    const text = this.#isCdata ? data : decodeReferences(data, this.#entities);
    this.#top().children.push(withoutControls(text));
  }

  oncdatastart(): void {
    this.#isCdata = true;
  }

  oncdataend(): void {
    this.#isCdata = false;
  }

  /** Called at the end of the text, before the parser closes what is still open. */
  finish(): void {
    this.#hasEnded = true;
    this.isCutOff = this.#open.length > 1;
  }

  #top(): Element {
    return this.#open.at(-1) ?? this.root;
  }

  #popTo(depth: number): void {
    for (let open = this.#open.length; open > depth; open -= 1) this.#pop(true);
  }

  #pop(isClosed: boolean): void {
    this.#scopes.pop();
    const element = this.#open.pop();
    if (element !== undefined) element.isClosed = isClosed;
  }

  /** An item inside an item, or a field inside a field of the same vocabulary: the outer one's end tag is missing or misspelt. */
  #closeForgotten(next: Element): void {
    if (isItemName(next.name) && next.space !== "media") {
      const outer = this.#open.findLastIndex(
        (element) => element.name === next.name && element.space === next.space,
      );
      if (outer > 0) this.#popTo(outer);
      return;
    }
    const top = this.#top();
    const isForgotten =
      LEAVES.has(top.name) && FIELDS.has(next.name) && top.space === next.space && isFieldSpace(top.space);
    if (isForgotten) this.#pop(true);
  }
}

function isItemName(name: string): boolean {
  return name === "item" || name === "entry";
}

function isFieldSpace(space: Space): boolean {
  return space === "core" || space === "atom";
}

/** Longest internal subset that is looked at, and most entities taken from it. */
const MAX_SUBSET = 20_000;
const MAX_ENTITIES = 200;
/** What a document's own entities come to in all, characters: a megabyte of `&a;` is 166 MB otherwise. */
const MAX_EXPANDED = 1_000_000;

/**
 * Entities that the document declares with a plain text of at most 500 characters. Entities within entities are not resolved. Resolving throws
 * SourceError `too-complex` when all of them together come to absurdly much.
 */
function ownEntities(text: string): OwnEntities {
  const own = declaredEntities(text);
  let expanded = 0;
  return (name) => {
    const value = own.get(name);
    expanded += value?.length ?? 0;
    if (expanded > MAX_EXPANDED)
      throw new SourceError("The feed's entities come to absurdly much text.", { code: "too-complex" });
    return value;
  };
}

function declaredEntities(text: string): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const start = text.slice(0, MAX_SUBSET);
  const doctype = doctypeAt(start);
  if (doctype < 0) return own;
  for (const found of start
    .slice(doctype)
    .matchAll(/<!ENTITY\s+([\w.-]{1,50})\s+(?:"([^"]{0,500})"|'([^']{0,500})')\s*>/g)) {
    const name = found[1];
    const value = found[2] ?? found[3] ?? "";
    if (name !== undefined && own.size < MAX_ENTITIES) own.set(name, decodeReferences(value));
  }
  return own;
}

/** The tokenizer ends a document type at its first `>`, in the middle of an internal subset: it goes, bounded, before. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, MAX_SUBSET);
  const at = doctypeAt(start);
  if (at < 0) return text;
  const bracket = /^[^<>[]*\[/.exec(start.slice(at))?.[0].length;
  const end = bracket === undefined ? text.indexOf(">", at) : text.indexOf("]>", at + bracket) + 1;
  return end <= 0 ? text : text.slice(0, at) + text.slice(end + 1);
}

/** Where the document type stands, before the first element and in no comment; -1: nowhere. */
function doctypeAt(start: string): number {
  for (let at = start.indexOf("<"); at >= 0; at = start.indexOf("<", at + 1)) {
    if (start.startsWith("!--", at + 1)) at = start.indexOf("-->", at + 4);
    else if (start.slice(at + 1, at + 9).toLowerCase() === "!doctype") return at;
    else if (/[a-z]/i.test(start.charAt(at + 1))) return -1;
    if (at < 0) return -1;
  }
  return -1;
}
