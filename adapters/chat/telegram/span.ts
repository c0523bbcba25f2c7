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

/** An entity is two numbers and a constructor, 12 bytes, and its link with a length of up to 4. */
export function costOf(spans: readonly Span[]): Cost {
  const cost = { characters: 0, entities: 0, entityBytes: 0, htmlBytes: Buffer.byteLength(toHtml(spans)) };
  for (const span of spans) {
    cost.characters += codePoints(span.text);
    if (span.url !== undefined) {
      cost.entities += 1;
      cost.entityBytes += 16 + Buffer.byteLength(span.url);
    }
    if (span.style !== undefined) {
      cost.entities += 1;
      cost.entityBytes += 12;
    }
  }
  return cost;
}

function spanHtml(span: Span): string {
  const text = escapeHtml(span.text);
  const linked = span.url === undefined ? text : `<a href="${escapeHtml(span.url)}">${text}</a>`;
  if (span.style === undefined) return linked;
  const tag = tags[span.style];
  return `<${tag}>${linked}</${tag}>`;
}
