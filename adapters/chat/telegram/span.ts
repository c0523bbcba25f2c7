import { runsOf } from "./linkable.ts";
import { codePoints, escapeHtml } from "./visible.ts";

/**
 * A run of text in one style; `url` makes it a link. The text is cleaned already. What Telegram would make a link of by itself is drawn as
 * code, which holds no link and is copied letter by letter, but for `liveCommands`: names of commands that may be tapped in it.
 */
export interface Span {
  readonly text: string;
  readonly style?: "bold" | "italic" | "quote";
  readonly url?: string;
  readonly liveCommands?: ReadonlySet<string>;
}

/** What a run of spans uses up of a message's limits. */
export interface Cost {
  readonly characters: number;
  readonly entities: number;
  readonly entityBytes: number;
  readonly htmlBytes: number;
}

/** A span in HTML, with what of it counts against the limits on entities. */
interface Drawn {
  readonly html: string;
  readonly entities: number;
  readonly entityBytes: number;
}

/** An entity is two numbers and a constructor, and its link with a length of up to 4. */
const entityBytes = 12;
const linkBytes = 16;
const tags = { bold: "b", italic: "i", quote: "blockquote" } as const;

/** The spans in Telegram's HTML. */
export function toHtml(spans: readonly Span[]): string {
  return spans.map((span) => drawnSpan(span).html).join("");
}

/** The spans as plain text, for when markup is refused. */
export function toPlain(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join("");
}

/** What spans use up together. */
export function costOf(spans: readonly Span[]): Cost {
  const cost = { characters: 0, entities: 0, entityBytes: 0, htmlBytes: 0 };
  for (const span of spans) {
    const drawn = drawnSpan(span);
    cost.characters += codePoints(span.text);
    cost.entities += drawn.entities;
    cost.entityBytes += drawn.entityBytes;
    cost.htmlBytes += Buffer.byteLength(drawn.html);
  }
  return cost;
}

const drawings = new WeakMap<Span, Drawn>();

/** It is asked for when a message is fitted, and when it is drawn. */
function drawnSpan(span: Span): Drawn {
  const known = drawings.get(span);
  if (known !== undefined) return known;
  const drawn = span.url === undefined ? drawWords(span) : drawLink(span, span.url);
  drawings.set(span, drawn);
  return drawn;
}

/** Telegram makes no other link within one. */
function drawLink({ text, style }: Span, url: string): Drawn {
  const linked = `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
  return {
    html: style === undefined ? linked : inTag(tags[style], linked),
    entities: style === undefined ? 1 : 2,
    entityBytes: linkBytes + Buffer.byteLength(url) + (style === undefined ? 0 : entityBytes),
  };
}

/** Code stands within a quote, but never within bold or italic: https://core.telegram.org/bots/api#html-style */
function drawWords({ text, style, liveCommands }: Span): Drawn {
  const runs = runsOf(text, liveCommands);
  const styleTag = style === "bold" || style === "italic" ? tags[style] : null;
  let entities = style === "quote" ? 1 : 0;
  const pieces = runs.map(({ words, isLinkable }) => {
    const tag = isLinkable ? "code" : words.trim() === "" ? null : styleTag;
    if (tag === null) return escapeHtml(words);
    entities += 1;
    return inTag(tag, escapeHtml(words));
  });
  const html = pieces.join("");
  return {
    html: style === "quote" ? inTag(tags.quote, html) : html,
    entities,
    entityBytes: entities * entityBytes,
  };
}

function inTag(tag: string, html: string): string {
  return `<${tag}>${html}</${tag}>`;
}
