import type { Sentence } from "./document.ts";

/** "Нагадаємо, …", "Ранее …": whether a sentence begins with a word that what follows in its paragraph is older than the news. */
export function beginsReminder({ hits, from }: Sentence): boolean {
  return hits.of.reminds.some((hit) => hit.from === from);
}
