import type { Chat } from "../model/chat.ts";

export interface ChatCount {
  readonly platform: string;
  readonly state: Chat["state"];
  readonly count: number;
}

/** Deliveries of a platform that ended since a moment. Each count stops at the query's limit. */
export interface EndedDeliveries {
  readonly platform: string;
  readonly sent: number;
  readonly failed: number;
}

/** Counts for admins. Nothing here changes anything. */
export interface StatsStore {
  /** Chats by platform and state, those that there are. */
  chats(): Promise<readonly ChatCount[]>;
  /** `limit`: no more are counted of each platform and outcome, so that the thread is not held for long. */
  endedSince(at: number, limit: number): Promise<readonly EndedDeliveries[]>;
}
