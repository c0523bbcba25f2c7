import { messageLimits } from "./limits.ts";

/**
 * What Telegram makes of a text, done beforehand, so that lengths are counted on what arrives (tdlib/td,
 * clean_input_string, read 2026-11-25): control characters become spaces, carriage returns, embedding
 * and override marks and three combining lines vanish. Lone surrogates, which are not UTF-8, are replaced.
 */
export function cleanText(text: string): string {
  // Most texts hold none of it, and each answer is made of dozens.
  if (!unclean.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replaceAll(/[\u202a-\u202e]|\u0333|\u033f|\u030a/gu, "")
    .replaceAll(/[^\P{Cc}\n]/gu, " ");
}

/** Everything that `cleanText` changes, and line breaks, which it mostly keeps. */
const unclean = /[\p{Cc}\p{Cs}\u2028-\u202e]|\u0333|\u033f|\u030a/u;

/** As `cleanText`, on one line. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return (clean.includes("\n") ? clean.replaceAll(/\s*\n\s*/gu, " ") : clean).trim();
}

/** Telegram makes links of mentions, commands, hashtags, cashtags and addresses by itself: a zero-width space stops it. */
const zeroWidthSpace = "\u200b";
const brokenUp: readonly { readonly mark: string; readonly shape: RegExp }[] = [
  { mark: "@", shape: /@(?=\w)/gu },
  { mark: "#", shape: /#(?=[\p{L}\p{N}_])/gu },
  { mark: "$", shape: /\$(?=(?:[A-Z]{1,8}|1INCH)(?![\p{L}\p{N}_]))/gu },
  { mark: ":", shape: /:(?=\/\/)/gu },
  { mark: ".", shape: /(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu },
];
const commandShape = /(?<![\p{L}\p{N}_/<>])\/(?=(\w{1,64}))/gu;

/**
 * Keeps a text from turning into links or mentions: nothing that a report says may ping or lead anywhere. The visible
 * characters stay as they are. `liveCommands`: names that may be tapped, for texts of our own.
 */
export function deadenLinks(text: string, liveCommands: ReadonlySet<string>): string {
  const words = brokenUp.reduce(
    (rest, { mark, shape }) => (rest.includes(mark) ? rest.replaceAll(shape, mark + zeroWidthSpace) : rest),
    text,
  );
  if (!words.includes("/")) return words;
  return words.replaceAll(commandShape, (slash, name: string) =>
    liveCommands.has(name) ? slash : slash + zeroWidthSpace,
  );
}

/** The reverse of `deadenLinks`, for where nothing can be tapped: notices, fields of input. */
export function withoutBreaks(text: string): string {
  return text.replaceAll(zeroWidthSpace, "");
}

/** Addresses, and names with an `@`. */
const copied = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}»”’]|(?<![\w@./])@[A-Za-z]\w{3,31}(?!\w)/gu;

/** A text in runs: those that people copy, and the others. */
export function copyable(text: string): readonly { readonly words: string; readonly isCode: boolean }[] {
  if (!text.includes("@") && !text.includes("://")) return [{ words: text, isCode: false }];
  const runs: { words: string; isCode: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(copied)) {
    if (match.index > end) runs.push({ words: text.slice(end, match.index), isCode: false });
    runs.push({ words: match[0], isCode: true });
    end = match.index + match[0].length;
  }
  if (end < text.length || runs.length === 0) runs.push({ words: text.slice(end), isCode: false });
  return runs;
}

/** Escaping `&`, `<`, `>` is enough in text, and `"` in attributes: https://core.telegram.org/bots/api#html-style */
export function escapeHtml(text: string): string {
  if (!/[&<>"]/u.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Telegram's measure of a text: Unicode code points. */
export function codePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/**
 * The address as Telegram keeps it, or null where it would drop the link: other schemes than http and https, hosts
 * without a dot (tdlib/td, LinkManager), and addresses too long to be of use.
 */
export function linkTarget(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== "https:" && parsed.protocol !== "http:")) return null;
  if (!parsed.hostname.includes(".") && !parsed.hostname.startsWith("[")) return null;
  return parsed.href.length > messageLimits.urlLength ? null : parsed.href;
}
