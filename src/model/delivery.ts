import type { Alert } from "./alert.ts";
import type { Chat } from "./chat.ts";
import type { DevelopmentId } from "./development.ts";
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
  /** The first message is a catch-up: it tells other developments, too. Absent: false. */
  readonly isFirstOfSeveral?: boolean;
  /** Likewise the message shown. Absent: false, or the first message is none. */
  readonly isOfSeveral?: boolean;
}

/** A delivery that this process has claimed, with all that is needed to do it. */
export type ClaimedDelivery = ClaimedAlert | ClaimedCatchUp | ClaimedNotice;

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
  /** Up to where the chat was told, also by a message that is gone; 0: it was not told before. */
  readonly toldRevision: number;
  /** What the first unanswered attempt was to show; null: it is not known, or there was none. */
  readonly calledRevision: number | null;
  /** True: the message shown is kept true, but a new one is not wanted. */
  readonly isEditOnly: boolean;
  /** True: the chat does not want it, but an unanswered attempt may have told it, and what stands there is to be kept true. Absent: false. */
  readonly isOnlyIfTold?: boolean;
  /** True: what it tells was told in an answer; now the first message, as `shown` has it, is to show it as well. Absent: false. */
  readonly isOfFirst?: boolean;
  /** Where the development was merged into another: the chat's latest message on that one, to which this one points. Absent: there is none. */
  readonly pointsTo?: string;
  /** The catch-up that the message shown is, which an edit draws anew as a whole. Null: it tells this development alone, or is not edited. */
  readonly within: ShownCatchUp | null;
}

/** A message that tells several developments at once, after a time in which the chat was not told. Its developments are fixed. */
export interface CatchUp {
  /** Of the store; part of its key. */
  readonly id: number;
  /** 1; 2 and more for those that go on where one message has no room for all. */
  readonly position: number;
  /** The time that it tells of, epoch milliseconds. */
  readonly sinceAt: number;
  readonly untilAt: number;
  /** How many developments were left for the messages after it. */
  readonly left: number;
}

/** A development in a catch-up. */
export interface CaughtUp {
  readonly newest: Alert;
  /** Alerts that the chat has not been shown, oldest first; [] where it was shown all. */
  readonly unseen: readonly Alert[];
  /** The chat had not been told of it before this catch-up. */
  readonly isNew: boolean;
}

/** Several developments that are told in one new message. What an unanswered attempt was to show is known for each. */
export interface ClaimedCatchUp extends Claimed {
  readonly kind: "catch-up";
  readonly catchUp: CatchUp;
  /** At least one, in the order in which they are shown. */
  readonly stories: readonly CaughtUp[];
  /** What the first unanswered attempt was to show, as `revisionOf` has it; null: it is not known, or there was none. */
  readonly calledRevision: number | null;
  /** An earlier, unanswered attempt also told what is not wanted any more. */
  readonly isNarrowed: boolean;
  /** True: nothing of it is wanted, but what an unanswered attempt may have told is to be kept true. Absent: false. */
  readonly isOnlyIfTold?: boolean;
}

/** A catch-up as it stands in a chat. */
export interface ShownCatchUp {
  readonly catchUp: CatchUp;
  readonly stories: readonly CaughtUp[];
  /** What the edit shows of other developments in it, so that they need no edit of their own. */
  readonly covers: readonly ShownRevision[];
}

/** Up to where a message tells a development. */
export interface ShownRevision {
  readonly development: DevelopmentId;
  readonly revision: number;
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

/**
 * How far a message of the delivery tells: the development's revision; for a catch-up the seq of the newest alert in it, which says it for each of
 * its developments; 0 for a notice.
 */
export function revisionOf(delivery: ClaimedDelivery): number {
  if (delivery.kind === "notice") return 0;
  if (delivery.kind === "alert") return delivery.newest.revision;
  return Math.max(...delivery.stories.map(({ newest }) => newest.seq ?? 0));
}
