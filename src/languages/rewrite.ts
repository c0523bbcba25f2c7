/** An ending, or letters, and what stands for them. */
export type Ending = readonly [RegExp, string];

/** The word with the first of the endings that fits rewritten. */
export function rewrite(word: string, endings: readonly Ending[]): string {
  const rule = endings.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}
