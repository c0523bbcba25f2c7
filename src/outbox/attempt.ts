import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { ClaimedAlert, ClaimedDelivery } from "../model/delivery.ts";
import type { ChatPlatform, SendOutcome } from "../ports/chat-platform.ts";
import { callFor, refreshOf, resendFor, type Call, type CallRules, type Compose } from "./call.ts";
import type { Answered } from "./pace.ts";

/** How an attempt at a delivery ended: by its last call, an edit or a send. */
export interface Attempt {
  readonly kind: Call["kind"];
  readonly outcome: SendOutcome;
  /** What the message shows where that is less than the newest: it goes on from there. Absent: the newest. */
  readonly revision?: number;
}

export interface AttemptOptions {
  readonly platform: ChatPlatform;
  readonly compose: Compose;
  readonly clock: Clock;
  /** A call without an answer after this time is given up; its outcome is unknown. */
  readonly callTimeoutMs: number;
  /** Ends the calls under way: their outcome is unknown. */
  readonly callsEnd: AbortSignal;
  /** Waits for the delivery's turn; null: it does not come now. Each call takes one. */
  readonly turn: (delivery: ClaimedDelivery, call: Call["kind"]) => Promise<Answered | null>;
  /** Told of every answer, before anything else is done about it. */
  readonly onAnswer: (delivery: ClaimedDelivery, outcome: SendOutcome, begunAt: number) => void;
}

/** Makes the calls that a claimed delivery needs. Null: its turn did not come, and nothing is changed in the chat. */
export type Attempter = (delivery: ClaimedDelivery) => Promise<Attempt | null>;

/** An attempt is one call, and a second one in two cases: the message to edit or to answer is gone, or a repeat may show an old revision. */
export function createAttempter(options: AttemptOptions): Attempter {
  const rules: CallRules = { compose: options.compose, tellsRepeats: options.platform.tellsRepeats === true };

  async function make(delivery: ClaimedDelivery, call: Call): Promise<Attempt | null> {
    const answered = await options.turn(delivery, call.kind);
    if (answered === null) return null;
    const begunAt = options.clock.now();
    const outcome = await callWithin(call, options);
    // Refusals come faster and failures slower than what is served: only that tells how long the way is.
    if (outcome.kind === "sent") answered(options.clock.now());
    options.onAnswer(delivery, outcome, begunAt);
    return { kind: call.kind, outcome };
  }

  /**
   * A repeat that was found to have arrived shows what was newest then. Where that is known it goes on from there, as from any message
   * shown, and what has become loud since notifies. Else it is edited to what is newest now.
   */
  async function bringUpToDate(delivery: ClaimedAlert, sent: Attempt): Promise<Attempt> {
    if (sent.outcome.kind !== "sent") return sent;
    const { calledRevision, newest } = delivery;
    const { revision } = sent.outcome;
    // The first of several unanswered calls need not be the one that arrived: what the message itself tells goes before.
    if (revision !== undefined) return revision >= newest.revision ? sent : { ...sent, revision };
    if (calledRevision !== null && calledRevision >= newest.revision) return sent;
    if (calledRevision !== null && sent.outcome.isEarlier === true)
      return { ...sent, revision: calledRevision };
    const edited = await make(delivery, refreshOf(delivery, rules, sent.outcome.messageId));
    if (edited !== null && isSettled(edited.outcome)) return sent;
    return { kind: "send", outcome: { kind: "unknown", why: "the repeat was not brought up to date" } };
  }

  async function attempt(delivery: ClaimedDelivery): Promise<Attempt | null> {
    const call = callFor(delivery, rules);
    const first = await make(delivery, call);
    if (first === null || delivery.kind === "notice") return first;
    if (first.outcome.kind === "message-gone" && delivery.shown !== null && !delivery.isEditOnly) {
      return await make(delivery, resendFor(delivery, delivery.shown, rules));
    }
    const isRepeat = call.kind === "send" && delivery.mayRepeat && rules.tellsRepeats;
    return isRepeat ? await bringUpToDate(delivery, first) : first;
  }

  // Only the wording can throw: that is our defect, and the same as content that a platform refuses.
  return (delivery) =>
    attempt(delivery).catch((error: unknown) => ({
      kind: "send",
      outcome: { kind: "refused", why: messageOf(error) },
    }));
}

const isSettled = (outcome: SendOutcome): boolean =>
  outcome.kind === "sent" || outcome.kind === "message-gone" || outcome.kind === "refused";

async function callWithin(call: Call, options: AttemptOptions): Promise<SendOutcome> {
  const { platform, clock, callTimeoutMs, callsEnd } = options;
  const late = new AbortController();
  const answered = new AbortController();
  const signal = AbortSignal.any([late.signal, callsEnd]);
  const given = clock
    .sleep(callTimeoutMs, AbortSignal.any([answered.signal, callsEnd]))
    .then((): SendOutcome => {
      late.abort();
      return { kind: "unknown", why: callsEnd.aborted ? "stopped before an answer" : "no answer in time" };
    });
  const answer = Promise.try(
    () => (call.kind === "send" ? platform.send(call.request, signal) : platform.edit(call.request, signal)),
    // A platform that throws instead of answering leaves open what it did.
  ).catch((error: unknown): SendOutcome => ({ kind: "unknown", why: messageOf(error) }));
  const outcome = await Promise.race([answer, given]);
  answered.abort();
  return outcome;
}
