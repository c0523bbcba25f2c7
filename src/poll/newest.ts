import type { SourceItem } from "../ports/source-kind.ts";

/** The newest `count` items in the order in which they stand: by their dates where all have one, else the first, as feeds list the newest first. */
function newestItems(items: readonly SourceItem[], count: number): readonly SourceItem[] {
  if (items.length <= count) return items;
  if (!items.every(({ publishedAt }) => publishedAt !== null)) return items.slice(0, count);
  const chosen = new Set(
    items.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, count),
  );
  return items.filter((item) => chosen.has(item));
}

/** Longer texts are cut: one of the 200,000 characters that everybody's may have takes seven seconds to read (measured). */
const MAX_STRANGERS_TEXT = 20_000;

/** What is read of a source that a stranger chose: the newest `count` items, long texts up to their last whole sentence in 20,000 characters. */
export function strangersItems(items: readonly SourceItem[], count: number): readonly SourceItem[] {
  return newestItems(items, count).map((item) => ({ ...item, text: cutText(item.text) }));
}

/** Never within a sentence: half a number is another number. */
function cutText(text: string): string {
  if (text.length <= MAX_STRANGERS_TEXT) return text;
  const start = text.slice(0, MAX_STRANGERS_TEXT);
  return start.slice(0, Math.max(start.lastIndexOf("\n"), start.lastIndexOf(". ")) + 1);
}
