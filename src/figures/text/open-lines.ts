import type { Language } from "../../languages/language.ts";
import type { Token } from "./tokens.ts";

const openWordSets = new Map<string, ReadonlySet<string>>();

function openWordsOf(language: Language): ReadonlySet<string> {
  const known = openWordSets.get(language.tag) ?? new Set(language.openWords);
  openWordSets.set(language.tag, known);
  return known;
}

/**
 * Tokens without the breaks that part nothing: posts break lines where a link or bold type begins ("ранены в", "Ленинском", ",",
 * "Кировском районах"), after a preposition, before a colon, or after a comma in a line without a number, which is no row of a table.
 */
export function joinLines(tokens: readonly Token[], language: Language): readonly Token[] {
  const openWords = openWordsOf(language);
  if (openWords.size === 0 || !tokens.some(({ kind }) => kind === "break")) return tokens;
  const joined: Token[] = [];
  let isJoined = false;
  let hasNumber = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind !== "break") {
      hasNumber ||= token.kind === "number";
      joined.push(isJoined ? { ...token, glued: false } : token);
      isJoined = false;
      continue;
    }
    const before = joined.at(-1);
    const isOpen = before?.kind === "word" && !before.capital && openWords.has(before.norm);
    const isListed = before?.norm === "," && (!before.glued || !hasNumber);
    isJoined = isOpen || isListed || tokens[at + 1]?.norm === ":";
    hasNumber = false;
    if (!isJoined) joined.push(token);
  }
  return joined;
}
