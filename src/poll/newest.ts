import type { SourceItem } from "../ports/source-kind.ts";

/** The newest `count` items in the order in which they stand: by their dates where all have one, else the first, as feeds list the newest first. */
export function newestItems(items: readonly SourceItem[], count: number): readonly SourceItem[] {
  if (items.length <= count) return items;
  if (!items.every(({ publishedAt }) => publishedAt !== null)) return items.slice(0, count);
  const chosen = new Set(
    items.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, count),
  );
  return items.filter((item) => chosen.has(item));
}
