import type { Alert } from "./alert.ts";
import type { Chat } from "./chat.ts";

/**
 * queued → sending → sent | failed | superseded, or back to queued when it surely was not sent.
 * `unknown`: the answer never came; it is resolved by platform rules, never blindly repeated.
 */
export type DeliveryState = "queued" | "sending" | "sent" | "failed" | "superseded" | "unknown";

/** The message in a chat that tells a development, and which revision it shows. */
export interface ShownMessage {
  readonly messageId: string;
  readonly revision: number;
  /** The first message about the development, to which later loud ones reply. */
  readonly firstMessageId: string;
}

/** A delivery that this process has claimed, with all that is needed to do it. */
export interface ClaimedDelivery {
  readonly id: number;
  readonly chat: Chat;
  /** The newest alert on the development: what is to be shown, whatever was queued. */
  readonly newest: Alert;
  /** Alerts that the chat has not been shown yet, oldest first; the last one is `newest`. */
  readonly unseen: readonly Alert[];
  /** Null: this chat was not told before. */
  readonly shown: ShownMessage | null;
  /** True: one of the unseen alerts is to notify in this chat. */
  readonly isLoud: boolean;
  readonly attempts: number;
  /** True: an earlier attempt's outcome is unknown, so this one may repeat it. */
  readonly mayRepeat: boolean;
  /** The claim's token: settling with another one is refused. */
  readonly fence: number;
}
