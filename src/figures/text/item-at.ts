/**
 * The item at a place that may lie before the first one; undefined: none. By brackets alone -1 would be looked up as
 * a name, which takes thirty times as long, and slows every later look-up there.
 */
export function itemAt<Item>(items: readonly Item[], at: number): Item | undefined {
  return at < 0 ? undefined : items[at];
}
