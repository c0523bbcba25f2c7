import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import {
  revisionOf,
  type ClaimedAlert,
  type ClaimedCatchUp,
  type ClaimedDelivery,
} from "../model/delivery.ts";
import type { ChatPlatform, SendOutcome } from "../ports/chat-platform.ts";
import type { ComposeCatchUp } from "./catch-up-compose.ts";
import { callWithin } from "./call-within.ts";
import {
  callFor,
  isCorrected,
  kindOfCall,
  refreshOf,
  resendFor,
  rulesOf,
  seekFor,
  type Call,
  type Compose,
} from "./call.ts";
import type { Answered } from "./pace.ts";

/** How an attempt at a delivery ended: by its last call, an edit or a send. */
export interface Attempt {
  readonly kind: Call["kind"];
  readonly outcome: SendOutcome;
  /** What the message shows (`revisionOf`) where that is less than the newest: it goes on from there. Absent: the newest. */
  readonly revision?: number;
  /** An edit before it found the message shown gone. Absent: false. */
  readonly isShownGone?: boolean;
  /** The chat wants it only where an earlier attempt has arrived, and none was found. Absent: false. */
  readonly isUnwanted?: boolean;
}

export interface AttemptOptions {
  readonly platform: ChatPlatform;
  readonly compose: Compose;
  readonly composeCatchUp: ComposeCatchUp;
  readonly clock: Clock;
  /** A call without an answer after this time is given up; its outcome is unknown. */
  readonly callTimeoutMs: number;
  /** Ends the calls under way: their outcome is unknown. */
  readonly callsEnd: AbortSignal;
  /** Whether this process is still the one sender. */
  readonly mayCall: () => boolean;
  /** Waits for the delivery's turn; null: it does not come now. Each call takes one. */
  readonly turn: (delivery: ClaimedDelivery, call: Call["kind"]) => Promise<Answered | null>;
  /** Told of every answer, before anything else is done about it. */
  readonly onAnswer: (delivery: ClaimedDelivery, outcome: SendOutcome, begunAt: number) => void;
}

/** Makes the calls that a claimed delivery needs. Null: its turn did not come, and nothing is changed in the chat. */
export type Attempter = (delivery: ClaimedDelivery) => Promise<Attempt | null>;

/**
 * An attempt is one call, and a second one in some cases: the message to edit or to answer is gone, the edit of a catch-up is refused, a
 * repeat may show an old revision, or before an edit an unanswered message is looked for.
 */
export function createAttempter(options: AttemptOptions): Attempter {
  const { platform, compose, composeCatchUp } = options;
  const rules = rulesOf(platform, { compose, composeCatchUp });

  const make = createCalls(options);

  /**
   * A repeat that was found to have arrived shows what was newest then. Where that is known it goes on from there, as from any message
   * shown, and what has become loud since notifies. Else it is edited to what is newest now.
   */
  async function bringUpToDate(delivery: ClaimedAlert | ClaimedCatchUp, sent: Attempt): Promise<Attempt> {
    if (sent.outcome.kind !== "sent") return sent;
    const older = olderShown(delivery, sent.outcome);
    if (older === "none") return sent;
    if (older !== null) return { ...sent, revision: older };
    const edited = await make(delivery, refreshOf(delivery, rules, sent.outcome.messageId));
    if (edited !== null && isSettled(edited.outcome)) return sent;
    return { kind: "send", outcome: { kind: "unknown", why: "the repeat was not brought up to date" } };
  }

  /** Makes the first call. What cannot be worded is our defect, and the same as what a platform refuses. */
  async function begin(delivery: ClaimedDelivery): Promise<Attempt | null> {
    try {
      return await make(delivery, callFor(delivery, rules));
    } catch (error) {
      return { kind: kindOfCall(delivery), outcome: { kind: "refused", why: messageOf(error) } };
    }
  }

  /**
   * Looks for an unanswered message that would not be sent again now: it may stand in the chat, and is told on or put right there. Where nothing can be looked
   * for, only a correction is sent.
   */
  async function seek(delivery: ClaimedAlert | ClaimedCatchUp): Promise<Attempt | "not needed" | null> {
    const { isOnlyIfTold = false } = delivery;
    if (!isOnlyIfTold && kindOfCall(delivery) === "send") return "not needed";
    // A correction of what a catch-up may have told is sent by itself.
    const isSent = !isOnlyIfTold || (delivery.kind === "alert" && isCorrected(delivery));
    if (!rules.tellsRepeats) return isSent ? "not needed" : unwanted;
    const made = await make(delivery, seekFor(delivery, rules));
    if (made === null || made.outcome.kind !== "message-gone")
      return made && (await compared(delivery, made));
    return isOnlyIfTold ? { ...made, isUnwanted: true } : "not needed";
  }

  async function attempt(delivery: ClaimedDelivery): Promise<Attempt | null> {
    const sought = delivery.kind !== "notice" && delivery.mayRepeat ? await seek(delivery) : "not needed";
    if (sought !== "not needed") return sought;
    const first = await begin(delivery);
    if (first === null || delivery.kind === "notice") return first;
    if (delivery.kind === "alert" && delivery.shown !== null && isToldAnew(delivery, first)) {
      const isGone = first.outcome.kind === "message-gone";
      const resent = await make(delivery, resendFor(delivery, delivery.shown, { ...rules, isGone }));
      if (resent === null) return null;
      return { ...(await compared(delivery, resent)), isShownGone: isGone && first.kind === "edit" };
    }
    return await compared(delivery, first);
  }

  /**
   * Also a first call may be given the message of one before it: of a delivery that was dropped unanswered, which left its key to this one. A message
   * that does not tell what it shows, nor that it is an earlier one, is then the one that was sent.
   */
  async function compared(delivery: ClaimedAlert | ClaimedCatchUp, made: Attempt): Promise<Attempt> {
    if (made.kind !== "send" || !rules.tellsRepeats) return made;
    const { outcome } = made;
    const isTold = outcome.kind === "sent" && (outcome.revision !== undefined || outcome.isEarlier === true);
    return delivery.mayRepeat || isTold ? await bringUpToDate(delivery, made) : made;
  }

  // Likewise where the same news is worded as a new message.
  return (delivery) =>
    attempt(delivery).catch((error: unknown) => ({
      kind: "send",
      outcome: { kind: "refused", why: messageOf(error) },
    }));
}

/** Makes a call when the delivery's turn has come. Null: it does not come. */
function createCalls(options: AttemptOptions) {
  return async (delivery: ClaimedDelivery, call: Call): Promise<Attempt | null> => {
    const answered = await options.turn(delivery, call.kind);
    if (answered === null) return null;
    const begunAt = options.clock.now();
    const outcome = await answerTo(call, options);
    // Refusals come faster and failures slower than what is served: only that tells how long the way is.
    if (outcome.kind === "sent") answered(options.clock.now());
    options.onAnswer(delivery, outcome, begunAt);
    return { kind: call.kind, outcome };
  };
}

const unwanted: Attempt = {
  kind: "send",
  outcome: { kind: "message-gone", why: "not wanted any more" },
  isUnwanted: true,
};

/** Which older revision a message shows that was found; "none": it shows the newest. Null: that is not known, or it tells what is not wanted any more. */
function olderShown(
  delivery: ClaimedAlert | ClaimedCatchUp,
  { revision, isEarlier }: Extract<SendOutcome, { kind: "sent" }>,
): number | "none" | null {
  if (delivery.kind === "catch-up" && delivery.isNarrowed) return null;
  const newest = revisionOf(delivery);
  // The first of several unanswered calls need not be the one that arrived: what the message itself tells goes before.
  if (revision !== undefined) return revision >= newest ? "none" : revision;
  const { calledRevision } = delivery;
  if (isEarlier !== true) return calledRevision !== null && calledRevision >= newest ? "none" : null;
  // What was to be shown, unless it is of a delivery before this one, which left its key.
  return calledRevision !== null && calledRevision < newest ? calledRevision : null;
}

/** The message shown cannot tell it: it is gone, or it is a catch-up, of which anything else may be what is refused. */
const isToldAnew = (
  { isEditOnly, within }: ClaimedAlert,
  { kind, outcome }: Pick<Attempt, "kind" | "outcome">,
): boolean =>
  !isEditOnly &&
  (outcome.kind === "message-gone" || (kind === "edit" && outcome.kind === "refused" && within !== null));

const isSettled = (outcome: SendOutcome): boolean =>
  outcome.kind === "sent" || outcome.kind === "message-gone" || outcome.kind === "refused";

async function answerTo(call: Call, options: AttemptOptions): Promise<SendOutcome> {
  const { platform, clock, callTimeoutMs, callsEnd, mayCall } = options;
  const made = (signal: AbortSignal): Promise<SendOutcome> =>
    call.kind === "send"
      ? platform.send({ ...call.request, mayCall }, signal)
      : platform.edit({ ...call.request, mayCall }, signal);
  try {
    const outcome = await callWithin(made, { clock, ms: callTimeoutMs, end: callsEnd });
    if (outcome !== null) return outcome;
    return { kind: "unknown", why: callsEnd.aborted ? "stopped before an answer" : "no answer in time" };
  } catch (error) {
    // A platform that throws instead of answering leaves open what it did.
    return { kind: "unknown", why: messageOf(error) };
  }
}
