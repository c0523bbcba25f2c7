/** An update that waits. */
export interface PendingUpdate {
  readonly id: number;
  readonly body: string;
  /** An answer to it was begun, and may have arrived. Absent: none was. */
  readonly mayBeAnswered?: true;
}

/** Platform updates that were taken in (Telegram's update_id), so that each is handled once. */
export interface UpdateStore {
  /** The highest id stored for the platform; null: none yet. */
  lastUpdateId(platform: string): Promise<number | null>;
  /**
   * Stores updates before the platform's offset moves past them. What is known is left alone: by its id and body, as ids may begin anew
   * (https://core.telegram.org/bots/api#update: after a week without updates; with another Bot API server), or by its id alone where it is not handled yet.
   */
  saveUpdates(
    platform: string,
    updates: readonly { readonly id: number; readonly body: string }[],
    now: number,
  ): Promise<void>;
  /** Not handled yet, in the order of their ids. */
  pendingUpdates(platform: string, limit: number): Promise<readonly PendingUpdate[]>;
  /** Answers to them are about to be given: handled once more after a kill, those may be repeats. In one write. */
  noteAnswering(platform: string, ids: readonly number[]): Promise<void>;
  /** In one write. */
  markHandled(platform: string, ids: readonly number[]): Promise<void>;
}
