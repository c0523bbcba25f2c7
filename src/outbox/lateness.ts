/**
 * An answer that took more than so many times the usual was late on its way, there or back: its call may have been counted
 * up to that much after it was made. Less is the usual come and go of answers.
 */
const lateFactor = 3;
const lateSlackMs = 10;
/** How much one answer moves what is usual, and the most that one counts for. */
const usualShare = 0.1;
const longestUsualMs = 2_000;
/** After a pause connections are made anew, and the first calls wait for that: the fastest of so many tells what is usual. */
const coldAfterMs = 4_000;
const coldCalls = 32;

/** A call that was answered. `postpone` moves the moment for which it was counted. */
export interface AnsweredCall {
  readonly calledAt: number;
  readonly tookMs: number;
  readonly postpone: (at: number) => void;
}

/** Notices calls that may have reached the other side later than they were made. */
export interface Lateness {
  note(call: AnsweredCall): void;
}

/** Knows nothing of the way yet. */
export function createLateness(): Lateness {
  let usualMs = 0;
  let cold: AnsweredCall[] = [];
  let isCold = true;
  let lastAnswerAt = -Infinity;

  function noteCold(call: AnsweredCall): void {
    cold.push(call);
    // Each faster answer shows that the slower ones before it were late.
    usualMs = Math.min(...cold.map((each) => each.tookMs));
    for (const each of cold) postponeLate(each, usualMs);
    if (cold.length < coldCalls) return;
    isCold = false;
    cold = [];
  }

  return {
    note(call) {
      if (call.calledAt - lastAnswerAt > coldAfterMs) {
        isCold = true;
        cold = [];
      }
      lastAnswerAt = Math.max(lastAnswerAt, call.calledAt + call.tookMs);
      if (isCold) return noteCold(call);
      postponeLate(call, usualMs);
      usualMs += usualShare * (Math.min(call.tookMs, longestUsualMs) - usualMs);
    },
  };
}

function postponeLate({ calledAt, tookMs, postpone }: AnsweredCall, usualMs: number): void {
  const lateMs = tookMs - lateFactor * usualMs - lateSlackMs;
  if (lateMs > 0) postpone(calledAt + lateMs);
}
