/** Platform updates that were taken in (Telegram's update_id), so that each is handled once. */
export interface UpdateStore {
  /** The highest id stored for the platform; null: none yet. */
  lastUpdateId(platform: string): Promise<number | null>;
  /** Stores updates before the platform's offset moves past them. Known ids are left alone. */
  saveUpdates(
    platform: string,
    updates: readonly { readonly id: number; readonly body: string }[],
    now: number,
  ): Promise<void>;
  /** Not handled yet, in the order of their ids. */
  pendingUpdates(
    platform: string,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly body: string }[]>;
  /** In one write. */
  markHandled(platform: string, ids: readonly number[]): Promise<void>;
}
