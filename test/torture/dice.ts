/** Chance that can be repeated: the same seed throws the same numbers. */
export interface Dice {
  /** A whole number from 0 to `end - 1`. */
  below(end: number): number;
}

/** Dice by a linear congruential generator (Numerical Recipes, 32 bits); good enough to choose faults. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  return {
    below(end) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * end);
    },
  };
}
