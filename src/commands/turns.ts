/** Lets what changes one thing happen one after the other, so that two presses at once do not undo each other. */
export interface Turns {
  /** Runs `work` after all that was handed in before under the key. Rejects as it does. */
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

/** Turns of this process. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async take(key, work) {
      const before = last.get(key) ?? Promise.resolve();
      const turn = before.then(work, work);
      const ended = turn.catch(() => undefined);
      last.set(key, ended);
      try {
        return await turn;
      } finally {
        if (last.get(key) === ended) last.delete(key);
      }
    },
  };
}
