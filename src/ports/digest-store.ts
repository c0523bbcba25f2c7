import type { Alert } from "../model/alert.ts";
import type { Chat } from "../model/chat.ts";
import type { NewNotice } from "./outbox-store.ts";

/** A chat whose next digest is to be made, or to be given a time. */
export interface DueDigest {
  readonly chat: Chat;
  /** Epoch milliseconds; null: it is not known yet (somebody there has just said what they want). */
  readonly dueAt: number | null;
  /** Its last digest told up to here, or from here on it wants one; epoch milliseconds. */
  readonly sinceAt: number;
  /** Likewise: the seq of the last alert before. */
  readonly sinceAlert: number;
}

/** What became of a due digest. */
export interface DigestStep {
  readonly due: DueDigest;
  /** When the next one is due, epoch milliseconds. */
  readonly nextAt: number;
  /** Null: none is made now, and the next one tells from the same moment on. */
  readonly made: {
    readonly notice: Pick<NewNotice, "key" | "message" | "isLoud">;
    /** It tells up to here. */
    readonly untilAt: number;
    readonly untilAlert: number;
  } | null;
}

/** Which chats' digests are due. A digest and the time of the next one are written together. */
export interface DigestStore {
  /** Those due at `now` and those without a time yet, of active chats. */
  due(now: number, limit: number): Promise<readonly DueDigest[]>;
  /** When the next is due, 0 for one without a time yet; null: no chat wants one. */
  nextDueAt(): Promise<number | null>;
  /**
   * Queues digests and moves their chats on, all or none. A chat whose wishes were changed meanwhile is left alone: it is looked at
   * again. One whose key is known gets no second one, and the next tells from the same moment on. Returns how many were queued.
   */
  step(steps: readonly DigestStep[], now: number): Promise<number>;
  /**
   * The newest alert on each development seen since then (epoch milliseconds) that was told, everybody's and the chat's own; [] for a chat that
   * has none of its own.
   */
  toldLately(chatId: number, since: number): Promise<readonly Alert[]>;
  /** Alerts after a seq, oldest first, those of single chats among them. */
  alertsAfter(seq: number, limit: number): Promise<readonly Alert[]>;
}
