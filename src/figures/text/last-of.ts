/**
 * The last item that a test holds for; undefined: it holds for none. The engine's own `findLast` counts its uses at every call and is never
 * compiled into its caller: rules ask for lists that are mostly empty.
 */
export function lastOf<Item>(items: readonly Item[], test: (item: Item) => boolean): Item | undefined {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item !== undefined && test(item)) return item;
  }
  return undefined;
}
