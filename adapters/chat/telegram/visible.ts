import { messageLimits } from "./limits.ts";
import { runsOf } from "./linkable.ts";

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

/** Everything that `cleanText` changes, with line breaks and pairs of surrogates, which it mostly keeps. By code units, which takes a third of the time. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unclean = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\ud800-\udfff]|\u0333|\u033f|\u030a/;

/** As `cleanText`, on one line. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return (clean.includes("\n") ? clean.replaceAll(/\s*\n\s*/gu, " ") : clean).trim();
}

/**
 * A text without markup of which Telegram makes no links: where code cannot be drawn, a zero-width space stands within what it would make
 * one of. The visible characters stay as they are.
 */
export function deadenLinks(text: string): string {
  return runsOf(text)
    .map(({ words, isLinkable }) =>
      isLinkable ? words.replaceAll(/[@#$./:]/gu, `$&${zeroWidthSpace}`) : words,
    )
    .join("");
}

const zeroWidthSpace = "\u200b";

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
