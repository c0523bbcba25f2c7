/**
 * An answer that took more than so many times the fastest of late was late on its way, there or back: its call may have been counted
 * up to that much after it was made. Less is the come and go of answers. By what is usual lateness could not be told: while the way is
 * busy it is usual, and the first calls after that come in on the heels of the late ones.
 */
const lateFactor = 3;
const lateSlackMs = 15;
/** The fastest of so many answers tells how long the way is. */
const remembered = 64;
/** After a pause connections are made anew, and the first calls wait for that: only when so many are answered is the fastest known. */
const coldAfterMs = 4_000;
const coldCalls = 32;

/**
 * A call that was answered. `postpone` moves the moment for which it was counted, where it was late; `postponeInChat` that for which it was counted in its
 * chat, by as much as it can have been late.
 */
export interface AnsweredCall {
  readonly calledAt: number;
  readonly tookMs: number;
  readonly postpone: (at: number) => void;
  readonly postponeInChat: (at: number) => void;
}

/** Notices calls that may have reached the other side later than they were made. */
export interface Lateness {
  note(call: AnsweredCall): void;
}

/** Knows nothing of the way yet. */
export function createLateness(): Lateness {
  let recent: AnsweredCall[] = [];
  let isCold = true;
  let lastAnswerAt = -Infinity;

  return {
    note(call) {
      if (call.calledAt - lastAnswerAt > coldAfterMs) {
        isCold = true;
        recent = [];
      }
      lastAnswerAt = Math.max(lastAnswerAt, call.calledAt + call.tookMs);
      recent.push(call);
      if (recent.length > remembered) recent.shift();
      const fastestMs = Math.min(...recent.map(({ tookMs }) => tookMs));
      // Of a few the fastest may have been late as well: each is then counted when it was answered.
      call.postponeInChat(call.calledAt + call.tookMs - (isCold ? 0 : fastestMs));
      // Each faster answer shows that the slower ones before it were late.
      for (const each of isCold ? recent : [call]) postponeLate(each, fastestMs);
      if (recent.length >= coldCalls) isCold = false;
    },
  };
}

function postponeLate({ calledAt, tookMs, postpone }: AnsweredCall, fastestMs: number): void {
  const lateMs = tookMs - lateFactor * fastestMs - lateSlackMs;
  if (lateMs > 0) postpone(calledAt + lateMs);
}
