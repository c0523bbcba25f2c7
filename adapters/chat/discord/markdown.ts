import type { Link } from "../../../src/model/message.ts";

const zeroWidthSpace = "\u200B";

/** Marks that could draw something: emphasis, code, spoilers, links, mentions, timestamps, emoji. */
const inlineMarks = /[\\*_~`|[\]<>]/g;
/** Marks that draw something at the start of a line only: headings, lists, subtext. A quote's `>` is an inline mark already. */
const lineMark = /^([^\S\n]*)([#+-]|\d+(?=[.)]\s))/gm;
/** Control characters, and the ones that reorder or hide text. */
const invisible = /(?!\n)[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * Text as Discord shows it word for word: no part of it becomes markup, a mention or a link.
 * https://support.discord.com/hc/en-us/articles/210298617 (markup), read 2026-08-06.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(invisible, " ")
    .replaceAll(inlineMarks, String.raw`\$&`)
    .replaceAll(lineMark, (_, indent: string, mark: string) => indent + escapeLineMark(mark))
    .replaceAll("://", String.raw`:\//`)
    .replaceAll(/@(?=everyone|here)/g, `@${zeroWidthSpace}`);
}

/** A digit cannot be escaped, the point after it can: "2024. " would be renumbered as a list. */
function escapeLineMark(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}

/** The same as one line. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/g, " ").trim());
}

/**
 * `[label](url)`. The label is words, never an address: Discord does not draw a link whose label looks like another one.
 * Only the escaped label when the address is not http(s) or is too long to be drawn.
 */
export function drawLink(link: Link): string {
  const url = safeUrl(link.url);
  const words = cut(link.label.replaceAll(/[a-z][a-z0-9+.-]*:\/\//gi, ""), maxLabel);
  const label = escapeLine(words);
  if (url === null) return label;
  return `[${label === "" ? "↗" : label}](${url})`;
}

const maxLabel = 100;

/** Longer addresses would crowd out the words. Discord documents no limit for masked links. */
const maxUrl = 1_000;

/** An address that cannot end its own masked link early; null: not http(s), or too long. */
function safeUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  const href = url.href.replaceAll(
    /[()[\]<>\\`|\s]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return href.length > maxUrl ? null : href;
}

/** A bar of ten cells; full only when the target is reached. It shows no number. */
export function drawBar(done: number, target: number): string {
  const share = target > 0 ? Math.min(1, Math.max(0, done / target)) : 0;
  const cells = Math.floor(share * barCells);
  return "▰".repeat(cells) + "▱".repeat(barCells - cells);
}

const barCells = 10;

/** At most `max` characters, never half of one; what was cut ends in "…". */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length + 1 > max) break;
    kept += character;
  }
  return max < 1 ? "" : `${kept.trimEnd()}…`;
}

/**
 * Escapes as much of `text` as fits into `max` characters when escaped: whole sentences if the first one fits, else whole
 * words, else characters. What was cut ends in "…".
 */
export function escapeWithin(text: string, max: number, language: string): string {
  const whole = escapeMarkdown(text);
  if (whole.length <= max) return whole;
  for (const granularity of ["sentence", "word", "grapheme"] as const) {
    const kept = longestFit(text, granularity, { max, language });
    if (kept !== "") return kept;
  }
  return "";
}

function longestFit(
  text: string,
  granularity: "sentence" | "word" | "grapheme",
  room: { max: number; language: string },
): string {
  const ends = [...segmenterOf(room.language, granularity).segment(text)].map(
    ({ index, segment }) => index + segment.length,
  );
  let low = 0;
  let high = ends.length;
  // Escaping never makes a prefix longer than a longer prefix, so that the longest one can be searched by halves.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (drawCut(text, ends[middle - 1] ?? 0).length <= room.max) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : drawCut(text, ends[low - 1] ?? 0);
}

function drawCut(text: string, end: number): string {
  const kept = text.slice(0, end).trimEnd();
  return kept === "" ? "" : `${escapeMarkdown(kept)} …`;
}

/** Making one takes milliseconds; the few that are ever asked for are kept. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string, granularity: "sentence" | "word" | "grapheme"): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const [locale = "en"] = Intl.Segmenter.supportedLocalesOf([language]);
  const segmenter = new Intl.Segmenter(locale, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}
