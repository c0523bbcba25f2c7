import type { Alert } from "../model/alert.ts";
import type { Chat, ChatAddress } from "../model/chat.ts";
import type { CatchUp, CaughtUp, ClaimedDelivery, Notice, ShownRevision } from "../model/delivery.ts";
import type { Message } from "../model/message.ts";

/**
 * Whether a chat wants an alert, and whether it is to notify there. Null: it does not want it. `isEditOnly`: only what
 * stands there is to be kept true. Absent: false. `holdUntil`: it is not to be told before that moment (epoch milliseconds), and looked
 * at again then. Absent: at once.
 */
export type DeliveryPlan = {
  readonly isLoud: boolean;
  readonly isEditOnly?: boolean;
  readonly holdUntil?: number;
} | null;

/** Whether a chat is to get a notice now, and whether it is to notify; or when to look again (epoch milliseconds). Null: never. */
export type NoticePlan = { readonly isLoud: boolean } | { readonly dueAt: number } | null;

/** A notice to be sent. */
export interface NewNotice extends Pick<Notice, "key" | "message" | "isLoud" | "forSubscribers"> {
  /**
   * A chat of the store; an address, also one that never subscribed (an admin); or every chat that is active, now or when the
   * spreading reaches it.
   */
  readonly to: { readonly chatId: number } | { readonly address: ChatAddress } | "all";
  /** Not before this moment, epoch milliseconds. */
  readonly dueAt: number;
  /** The same in other languages, by tag: a chat gets the one in its own, else `message`. Absent: none. */
  readonly translations?: Readonly<Record<string, Message>>;
}

export interface ExpandRequest {
  readonly now: number;
  /** Stop after this many chats, so that the thread is never held for more than about 10 ms. */
  readonly maxChats: number;
  /**
   * Pure and synchronous; called inside the store's transaction. `wasTold`: the chat was shown a message on the
   * development (also one that is gone since); when a fan-out is expanded, also one that may be on its way.
   */
  readonly plan: (chat: Chat, alert: Alert, wasTold: boolean) => DeliveryPlan;
}

/** How what a chat has through sources of its own meets what everybody is told. Pure and synchronous. */
export interface StoryRules {
  /** So far apart in time may two alerts tell one thing, milliseconds. */
  readonly reachMs: number;
  readonly areOne: (own: Alert, other: Alert) => boolean;
  /** Whether everybody's alert is to notify where the own one was told. */
  readonly rings: (told: Alert, now: Alert) => boolean;
}

export interface ClaimRequest {
  readonly platform: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
  /** Channels (`ChatAddress.channel`) not to touch now, with all their topics (at their limit, at rest, or with a call under way). */
  readonly exceptChannels: readonly string[];
  /** From the sender lease: an older one than the store's is refused, and one whose lease has run out (nothing is claimed). */
  readonly fence: number;
  /** Pure; looked at again at claim: null drops the delivery as superseded. */
  readonly plan: ExpandRequest["plan"];
  /** Likewise for notices. */
  readonly planNotice: (chat: Chat, notice: Pick<Notice, "isLoud" | "forSubscribers">) => NoticePlan;
  /**
   * What everybody is told and the chat was told by its own source is told in that message; what it was told anyway its own source does not tell
   * again. Absent: the two are not compared.
   */
  readonly stories?: StoryRules;
  /** Absent: each development has a message of its own. */
  readonly catchUp?: CatchUpRules;
  /** What was queued before this moment was held back by an outage, however short it has waited. Null or absent: by none. */
  readonly heldBefore?: number | null;
  /** Told of a delivery that could not be claimed for a defect. It is put off for some minutes, and the others are claimed. */
  readonly onFailed?: (failed: {
    readonly delivery: number;
    readonly chat: number;
    readonly why: string;
  }) => void;
}

/** A development that waits for a new message in a chat. */
export interface WaitingStory extends CaughtUp {
  readonly isLoud: boolean;
}

/** When what waits for a chat is told in one message, and how. Pure and synchronous. */
export interface CatchUpRules {
  /** Of so many developments each still has a message of its own. */
  readonly moreThan: number;
  /** Only when one of them has waited for so long, milliseconds. */
  readonly afterMs: number;
  /** Or has been put off for so long: by what the chat wants, or because a message before it was not answered. */
  readonly heldMs: number;
  /** Whether a development is told with the others; false: by itself. */
  readonly joins: (chat: Chat, newest: Alert, waitedMs: number) => boolean;
  /** The stories of the next message, in the order in which it shows them: as many as it has room for, at least one. */
  readonly choose: <S extends WaitingStory>(
    chat: Chat,
    stories: readonly S[],
    catchUp: Omit<CatchUp, "id" | "left">,
  ) => readonly S[];
}

/** How a claimed delivery ended. */
export type Settlement =
  /**
   * `revision`: what the message shows, 0 for a notice and a catch-up. Less than the delivery was for (an earlier attempt was found to have
   * arrived): the newest waits again.
   */
  | {
      readonly kind: "sent";
      readonly messageId: string;
      readonly isEdit: boolean;
      readonly revision: number;
      /** Of a catch-up: what it shows of each of its developments. Of an edit of one: what it shows of the others. Absent: nothing. */
      readonly others?: readonly ShownRevision[];
      /** The message shown before was found to be gone, for all that it told. Absent: false. */
      readonly isShownGone?: boolean;
      /** An earlier attempt may have arrived as well, and the message says so. Absent: false. */
      readonly isPossibleRepeat?: boolean;
    }
  /** Surely not sent: it waits again. `countAttempt` false for pauses that are not its fault (429). */
  | { readonly kind: "retry"; readonly dueAt: number; readonly countAttempt: boolean; readonly why: string }
  /**
   * The call of a catch-up surely did nothing, or none was made as nothing of it is wanted, and it is not tried again: each of its developments waits for a message
   * of its own, as a possible repeat where a call before may have arrived.
   */
  | { readonly kind: "apart"; readonly dueAt: number; readonly why: string }
  /** Nothing is sent, as the chat does not want it. That an attempt before may have arrived is kept, for a correction. */
  | { readonly kind: "unwanted"; readonly why: string }
  /** Not sent and never will be. */
  | { readonly kind: "failed"; readonly why: string }
  /** The answer never came. It is due again at `dueAt`, marked as a possible repeat. */
  | { readonly kind: "unknown"; readonly dueAt: number; readonly why: string }
  /**
   * The shown message is gone or cannot be edited: forget it, so that the next try sends afresh. What it showed
   * still counts as seen, and the chat as told.
   */
  | { readonly kind: "forget-message"; readonly dueAt: number; readonly why: string };

export interface OutboxCounts {
  readonly queued: number;
  readonly sending: number;
  readonly sent: number;
  readonly failed: number;
  readonly superseded: number;
  readonly unknown: number;
  readonly possibleRepeats: number;
}

/** A call to a chat: of a delivery, or an answer to somebody. */
export interface RecentCall {
  /** `ChatAddress.channel`: platforms count all topics of one as one chat. */
  readonly channel: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A platform asked to be left alone. */
export interface Rest {
  /** `ChatAddress.channel`; null: all chats. */
  readonly channel: string | null;
  /** Epoch milliseconds. */
  readonly untilAt: number;
  /** For how long it was told, milliseconds. */
  readonly toldMs: number;
  /** New messages may be sent meanwhile. Absent: they may not. */
  readonly isOfEdits?: boolean;
  /** Whatever is noted for the channel is of one limit, so that the newest is what holds. Absent: it may be of several, and the longest is. */
  readonly isOfOneLimit?: boolean;
}

/**
 * How long after its last call a message waits of which a repeat was not answered either, whatever was restarted since: each may be one more in the chat.
 * Milliseconds.
 */
export interface RepeatWaits {
  /** After two calls without an answer. */
  readonly secondMs: number;
  /** After each further one. */
  readonly laterMs: number;
}

/** The fan-out rows, the deliveries and the one sender's lease. */
export interface OutboxStore {
  /**
   * Queues a message that is about no development, exactly once for each chat and key. False: the key is known for the chat, or the
   * chat is gone or was never there. For `all` it is one row, which `expand` spreads.
   */
  addNotice(notice: NewNotice, now: number): Promise<boolean>;
  /**
   * Expands a chunk of the oldest fan-out row, alerts before notices: one delivery a chat that wants it, unique on (alert, chat) and
   * (notice, chat). False: nothing is left.
   */
  expand(request: ExpandRequest): Promise<boolean>;
  /**
   * Claims the due deliveries of a platform: news that notifies, notices that do, other notices, other news, the oldest first; at most one a
   * channel, since platforms pace its topics as one chat, and at most one under way a chat. What waits for a chat and development becomes one
   * (its older ones `superseded`), and what was held back for long and concerns several developments becomes one catch-up. New messages to a chat that
   * left one unanswered wait for that one. Marks them `sending` before it returns.
   */
  claim(request: ClaimRequest): Promise<readonly ClaimedDelivery[]>;
  /**
   * Writes down that a claimed delivery's call is about to be made; an edit is no possible repeat when it is cut short. False: the fence is
   * not the claim's any more, and no call may be made.
   */
  calling(delivery: ClaimedDelivery, now: number, call?: "send" | "edit"): Promise<boolean>;
  /** False: the fence is not the claim's any more, and nothing was written. */
  settle(delivery: ClaimedDelivery, settlement: Settlement, now: number): Promise<boolean>;
  /**
   * Deliveries left `sending` by a sender that is gone (fence older than `fence`) or whose lease has run out: those whose call was about to be
   * made are now `unknown`, the others queued, all due at once, but for what `waits` holds back. Returns how many are unknown.
   */
  resolveAbandoned(platform: string, fence: number, now: number, waits?: RepeatWaits): Promise<number>;
  /**
   * What waits because a call at `calledSince` or later was not answered is due now; not what the platform asked to put off, and no sooner than
   * `waits` tells. Returns how many deliveries that are.
   */
  bringForward(platform: string, calledSince: number, now: number, waits?: RepeatWaits): Promise<number>;
  /** How many channels of a platform have an active chat; `atMost` where there are more. */
  countChannels(platform: string, atMost: number): Promise<number>;
  /** When the next delivery of the platform is due; null: none waits. */
  nextDueAt(platform: string): Promise<number | null>;
  /** The platform's calls from a moment on that were made or may have been, oldest first: limits that outlive a process go by them. */
  callsSince(platform: string, since: number): Promise<readonly RecentCall[]>;
  /** Keeps calls that are about to be made beside the deliveries, as answers are, for `callsSince`. In one write. */
  noteCalls(platform: string, calls: readonly RecentCall[], now: number): Promise<void>;
  /** Keeps a rest for the processes after this one; of two of the same channel the one that ends later, or the newer one (`isOfOneLimit`). */
  noteRest(platform: string, rest: Rest, now: number): Promise<void>;
  /** Rests that were noted and are not over. */
  restsOf(platform: string, now: number): Promise<readonly Rest[]>;
  /** When the longest waiting of the platform's deliveries that are due was queued; null: none waits. */
  waitingSince(platform: string): Promise<number | null>;
  /**
   * Takes or renews the lease of the one sender of a platform. Null: another holder has it until later. `absentMs`: for how long nobody had renewed it; 0
   * or absent: nobody ever did.
   */
  holdSenderLease(
    platform: string,
    holder: string,
    now: number,
    leaseMs: number,
  ): Promise<{ readonly fence: number; readonly absentMs?: number } | null>;
  releaseSenderLease(platform: string, holder: string): Promise<void>;
  counts(): Promise<OutboxCounts>;
}
