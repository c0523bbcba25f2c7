import { messageLimits } from "./limits.ts";
import { costOf } from "./span.ts";
import type { Cost, Span } from "./span.ts";
import { codePoints } from "./visible.ts";

/** A block of a message, drawn: rows that are shown apart by `between`. */
export interface Part {
  readonly rows: readonly (readonly Span[])[];
  readonly between: string;
  /** Lower ones get their room first when a message is too long. */
  readonly rank: number;
  /** The share of a message that the part may take at most, 0-1, its separator included. */
  readonly share: number;
  /** Whether a row may be cut within its words. */
  readonly canCutRows: boolean;
}

const betweenParts = 2;
/** Less room than this is not worth the beginning of a sentence. */
const leastCut = 24;
const ellipsis = "…";

/**
 * The parts in their order, within the limits of one message of `characters` code points. What has no room is left out from its end: whole
 * rows, then sentences, then words, with an ellipsis where something is missing.
 */
export function fitParts(parts: readonly Part[], characters: number): readonly Part[] {
  const { entities, entityBytes, htmlBytes } = messageLimits;
  let left: Cost = { characters, entities, entityBytes, htmlBytes };
  const fitted = new Map<Part, Part>();
  for (const part of parts.toSorted((a, b) => a.rank - b.rank)) {
    const share = Math.min(left.characters, Math.floor(characters * part.share)) - betweenParts;
    const { rows, cost } = fitRows(part, { ...left, characters: share });
    if (rows.length === 0) continue;
    fitted.set(part, { ...part, rows });
    left = subtract(left, withGaps(cost, part.between, rows.length - 1));
  }
  return parts.flatMap((part) => fitted.get(part) ?? []);
}

/** Rows as they fit, and what they use up. */
interface Fitted {
  readonly rows: readonly (readonly Span[])[];
  readonly cost: Cost;
}

function fitRows(part: Part, room: Cost): Fitted {
  const rows: (readonly Span[])[] = [];
  const gap = codePoints(part.between);
  // One character is held back for the ellipsis of what may be missing.
  let left = { ...room, characters: room.characters - gap - 1, htmlBytes: room.htmlBytes - 3 * (gap + 1) };
  let used = nothing;
  for (const row of part.rows) {
    const cost = costOf(row);
    if (!holds(left, cost)) {
      const beginning = part.canCutRows ? cutRow(row, left) : [];
      if (rows.length === 0 && beginning.length === 0) return { rows, cost: used };
      const end = beginning.length > 0 ? beginning : [{ text: ellipsis }];
      return { rows: [...rows, end], cost: add(used, costOf(end)) };
    }
    rows.push(row);
    used = add(used, cost);
    left = subtract(left, { ...cost, characters: cost.characters + gap, htmlBytes: cost.htmlBytes + gap });
  }
  return { rows, cost: used };
}

/** The row up to where the room ends, within the words of a span; [] when no span can be cut so that words are left. */
function cutRow(row: readonly Span[], room: Cost): readonly Span[] {
  const kept: Span[] = [];
  let left = room;
  for (const span of row) {
    const cost = costOf([span]);
    if (!holds(left, cost)) {
      const beginning = cutSpan(span, left);
      return beginning === null ? [] : [...kept, beginning];
    }
    kept.push(span);
    left = subtract(left, cost);
  }
  return kept;
}

/** Null: what is short is not room for words, or there is too little of that. Six bytes are the longest that a character becomes. */
function cutSpan(span: Span, room: Cost): Span | null {
  const markup = costOf([{ ...span, text: "" }]);
  if (!holds(room, markup)) return null;
  let characters = Math.min(room.characters, Math.floor((room.htmlBytes - markup.htmlBytes) / 6));
  // What would turn into links is drawn as code, each a stretch of its own: there may be room for fewer of them than of the words.
  for (; characters >= leastCut; characters = Math.floor(characters / 2)) {
    const cut = { ...span, text: cutText(span.text, characters) + ellipsis };
    if (holds({ ...room, characters: characters + 1 }, costOf([cut]))) return cut;
  }
  return null;
}

/**
 * The beginning of `text` within `max` code points: to the end of a sentence where one ends in its second half, else
 * of a word. A number is never cut in two: it would be a number that nobody said.
 */
export function cutText(text: string, max: number): string {
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  const slice = characters.slice(0, max).join("");
  const sentence = lastEnd(slice, /[.!?…]["'»”’)]*(?=\s)/gu);
  if (sentence >= slice.length / 2) return slice.slice(0, sentence);
  const word = lastEnd(slice, /\S(?=\s)/gu);
  const kept = /^\s/u.test(text.slice(slice.length)) || word === 0 ? slice : slice.slice(0, word);
  // A number at the cut is left out, too: what follows may belong to it ("5 million", "1 000").
  return kept.replace(/[\p{N}.,:\s]*\p{N}[.,:\s]*$/u, "").trimEnd();
}

function lastEnd(text: string, shape: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(shape)) end = match.index + match[0].length;
  return end;
}

function holds(room: Cost, cost: Cost): boolean {
  return (
    cost.characters <= room.characters &&
    cost.entities <= room.entities &&
    cost.entityBytes <= room.entityBytes &&
    cost.htmlBytes <= room.htmlBytes
  );
}

function subtract(room: Cost, cost: Cost): Cost {
  return {
    characters: room.characters - cost.characters,
    entities: room.entities - cost.entities,
    entityBytes: room.entityBytes - cost.entityBytes,
    htmlBytes: room.htmlBytes - cost.htmlBytes,
  };
}

const nothing: Cost = { characters: 0, entities: 0, entityBytes: 0, htmlBytes: 0 };

function add(one: Cost, other: Cost): Cost {
  return {
    characters: one.characters + other.characters,
    entities: one.entities + other.entities,
    entityBytes: one.entityBytes + other.entityBytes,
    htmlBytes: one.htmlBytes + other.htmlBytes,
  };
}

/** With the separators between its rows, and the one before the next part. */
function withGaps(cost: Cost, between: string, gaps: number): Cost {
  const characters = codePoints(between) * gaps + betweenParts;
  return {
    ...cost,
    characters: cost.characters + characters,
    htmlBytes: cost.htmlBytes + characters * 3,
  };
}
