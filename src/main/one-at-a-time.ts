/** Runs `work` when nothing else runs. Null: as many wait as may, and it was not begun. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result | null>;

/** One piece of work at a time, in the order of asking, with at most `maxWaiting` more that wait. */
export function oneAtATime(maxWaiting: number): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  return async (work) => {
    if (asked > maxWaiting) return null;
    asked += 1;
    const run = last.then(work);
    // What one came to is no concern of the next.
    last = run.catch(() => undefined);
    try {
      return await run;
    } finally {
      asked -= 1;
    }
  };
}
