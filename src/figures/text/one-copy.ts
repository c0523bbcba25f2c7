/**
 * The engine's one copy of a string, which literals of the rules are, too: whether two such are the same is told by where they lie, without
 * looking into them. A string of its own as well: a slice would hold the whole text it was cut from.
 */
export function oneCopyOf(text: string): string {
  // Names of properties are kept so. An object without a prototype is a table from the first, of no shape that would be kept.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has no property of any other kind
  const named = Object.create(null) as Record<string, true>;
  named[text] = true;
  return Object.keys(named)[0] ?? text;
}
