/** An old and a fresh document that have something in common, and how much. */
export interface Pair {
  readonly fresh: string;
  readonly old: string;
  readonly score: number;
}

/** Each fresh one with the old one whose id it keeps, no id twice: those that have most in common first. */
export function pairByScore(pairs: readonly Pair[]): readonly (readonly [fresh: string, old: string])[] {
  const taken = new Map<string, string>();
  const kept = new Set<string>();
  const ordered = pairs.toSorted(
    (a, b) => b.score - a.score || numberOf(a.old) - numberOf(b.old) || numberOf(a.fresh) - numberOf(b.fresh),
  );
  for (const { fresh, old } of ordered) {
    if (taken.has(fresh) || kept.has(old)) continue;
    taken.set(fresh, old);
    kept.add(old);
  }
  return [...taken];
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}
