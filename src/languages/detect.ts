import type { Language } from "./language.ts";
import { languages } from "./registry.ts";

const sampleLength = 4000;
const cyrillic = /[\u0400-\u04ff]/g;
const latin = /[a-z]/gi;

/**
 * The language a text is written in, by letters that only one language uses, then by its most
 * frequent short words. Null: no language that is read here.
 */
export function detectLanguage(text: string): Language | null {
  const sample = text.slice(0, sampleLength);
  const isCyrillic = (sample.match(cyrillic)?.length ?? 0) > (sample.match(latin)?.length ?? 0);
  const words = new Set(sample.toLowerCase().split(/[^\p{L}']+/u));
  let best: { readonly language: Language; readonly score: number } | null = null;
  for (const language of languages) {
    if ((language.tag === "en") === isCyrillic) continue;
    const letters =
      language.ownLetters === null ? 0 : (sample.match(new RegExp(language.ownLetters, "giu"))?.length ?? 0);
    const score = letters + language.commonWords.filter((word) => words.has(word)).length;
    if (score > 0 && (best === null || score > best.score)) best = { language, score };
  }
  return best?.language ?? null;
}
