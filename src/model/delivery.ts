import type { Alert } from "./alert.ts";
import type { Chat } from "./chat.ts";
import type { Message } from "./message.ts";

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
export type ClaimedDelivery = ClaimedAlert | ClaimedNotice;

interface Claimed {
  readonly id: number;
  readonly chat: Chat;
  /** Whether it is to notify in this chat. */
  readonly isLoud: boolean;
  readonly attempts: number;
  /** True: an earlier attempt's outcome is unknown, so this one may repeat it. */
  readonly mayRepeat: boolean;
  /** The claim's token: settling with another one is refused. */
  readonly fence: number;
}

/** What is known of a development. `isLoud`: one of the unseen alerts is to notify. */
export interface ClaimedAlert extends Claimed {
  readonly kind: "alert";
  /** The newest alert on the development: what is to be shown, whatever was queued. */
  readonly newest: Alert;
  /** Alerts that the chat has not been shown yet, oldest first; the last one is `newest`. */
  readonly unseen: readonly Alert[];
  /** Null: this chat was not told before, or the message is gone. */
  readonly shown: ShownMessage | null;
  /** What the first unanswered attempt was to show; null: it is not known, or there was none. */
  readonly calledRevision: number | null;
  /** True: the message shown is kept true, but a new one is not wanted. */
  readonly isEditOnly: boolean;
}

/** A message that is about no development. It is sent once and never edited. */
export interface ClaimedNotice extends Claimed {
  readonly kind: "notice";
  readonly notice: Notice;
}

/** What is said beside alerts: a digest, an alarm, an announcement, the answer to somebody who reported a mistake. */
export interface Notice {
  /** Of the store. */
  readonly id: number;
  /** Tells it from every other one to the chat, for ever: `digest:2026-11-25`, `announce:12`. */
  readonly key: string;
  /** As it was given, a chart with it; in the chat's language, where it was given in several. */
  readonly message: Message;
  readonly isLoud: boolean;
  /** True: only for a chat that is subscribed, and not while it is muted. */
  readonly forSubscribers: boolean;
  readonly createdAt: number;
}
