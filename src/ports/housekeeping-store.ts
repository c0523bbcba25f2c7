/** Forgets what is too old to be of use. */
export interface HousekeepingStore {
  /**
   * Deletes up to about `limit` rows of what ended before a moment (epoch milliseconds): deliveries and, for developments that nothing
   * was heard of since, the messages that could be edited; notices but for alarms; what reports said before they were edited; the journal but for what
   * people decided. Returns how many; 0: nothing so old is left.
   */
  prune(before: number, limit: number): Promise<number>;
}
