import { codePoints, escapeHtml } from "./visible.ts";

/** A run of text in one style; `url` makes it a link. The text is cleaned and deadened already; in code nothing becomes a link. */
export interface Span {
  readonly text: string;
  readonly style?: "bold" | "italic" | "quote" | "code";
  readonly url?: string;
}

/** What a run of spans uses up of a message's limits. */
export interface Cost {
  readonly characters: number;
  readonly entities: number;
  readonly entityBytes: number;
  readonly htmlBytes: number;
}

const tags = { bold: "b", italic: "i", quote: "blockquote", code: "code" } as const;

/** The spans in Telegram's HTML. */
export function toHtml(spans: readonly Span[]): string {
  return spans.map(spanHtml).join("");
}

/** The spans as plain text, for when markup is refused. */
export function toPlain(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join("");
}

const costs = new WeakMap<Span, Cost>();

/** An entity is two numbers and a constructor, 12 bytes, and its link with a length of up to 4. */
export function costOf(spans: readonly Span[]): Cost {
  const cost = { characters: 0, entities: 0, entityBytes: 0, htmlBytes: 0 };
  for (const span of spans) {
    const own = costOfOne(span);
    cost.characters += own.characters;
    cost.entities += own.entities;
    cost.entityBytes += own.entityBytes;
    cost.htmlBytes += own.htmlBytes;
  }
  return cost;
}

/** It is asked for several times while a message is fitted. */
function costOfOne(span: Span): Cost {
  const known = costs.get(span);
  if (known !== undefined) return known;
  const { text, url, style } = span;
  const cost = {
    characters: codePoints(text),
    entities: (url === undefined ? 0 : 1) + (style === undefined ? 0 : 1),
    entityBytes: (url === undefined ? 0 : 16 + Buffer.byteLength(url)) + (style === undefined ? 0 : 12),
    htmlBytes: Buffer.byteLength(spanHtml(span)),
  };
  costs.set(span, cost);
  return cost;
}

function spanHtml(span: Span): string {
  const text = escapeHtml(span.text);
  const linked = span.url === undefined ? text : `<a href="${escapeHtml(span.url)}">${text}</a>`;
  if (span.style === undefined) return linked;
  const tag = tags[span.style];
  return `<${tag}>${linked}</${tag}>`;
}
