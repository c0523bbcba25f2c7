import type { Clock } from "../clock.ts";
import { TallywireError } from "../errors.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import { callWithin } from "./call-within.ts";

export interface QuestionOptions {
  readonly platform: Pick<ChatPlatform, "check">;
  readonly clock: Clock;
  /** No answer after this time is none. */
  readonly timeoutMs: number;
  /** Ends what is asked. */
  readonly end: AbortSignal;
  /** Told of each answer, and of each that did not come. */
  readonly onEnd: (isAnswered: boolean) => void;
}

/**
 * Asks the platform who we are, which changes nothing there: true when it answers anything, also that it does not accept our token or wants to be
 * left alone for a while. Who asks before the answer to another gets that one.
 */
export function createQuestion(options: QuestionOptions): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () =>
    (asked ??= isAnswered(options).then((isAnswer) => {
      asked = null;
      options.onEnd(isAnswer);
      return isAnswer;
    }));
}

async function isAnswered({ platform, clock, timeoutMs, end }: QuestionOptions): Promise<boolean> {
  try {
    return (await callWithin((signal) => platform.check(signal), { clock, ms: timeoutMs, end })) !== null;
  } catch (error) {
    return error instanceof TallywireError && (error.permanent || error.retryAfterMs !== null);
  }
}
