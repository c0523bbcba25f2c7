/** An item that shows words which it gave up no longer ago than this is an old copy: caches of one site disagree for minutes. */
const WINDOW_MS = 3_600_000;
/** Revisions that are remembered; the oldest go first. */
const MAX_REMEMBERED = 10_000;

/** Remembers what items said before they were revised, to tell an old copy that a cache serves from a new revision. */
export interface TurnBacks {
  /** The item of this report said `contentHash` until now. */
  note(reportId: string, contentHash: string, now: number): void;
  /** Whether the item gave these very words up within the last hour. One that keeps them for longer means them. */
  isTurnBack(reportId: string, contentHash: string, now: number): boolean;
}

/** Remembers nothing yet; in memory only, for what a restart forgets costs one needless revision. */
export function createTurnBacks(): TurnBacks {
  const givenUpAt = new Map<string, number>();
  const nameOf = (reportId: string, contentHash: string): string => `${reportId} ${contentHash}`;
  return {
    note(reportId, contentHash, now) {
      const name = nameOf(reportId, contentHash);
      givenUpAt.delete(name);
      givenUpAt.set(name, now);
      if (givenUpAt.size > MAX_REMEMBERED) givenUpAt.delete(givenUpAt.keys().next().value ?? "");
    },
    isTurnBack(reportId, contentHash, now) {
      const at = givenUpAt.get(nameOf(reportId, contentHash));
      return at !== undefined && at <= now && now - at < WINDOW_MS;
    },
  };
}
