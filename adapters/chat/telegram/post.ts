import type { Dispatcher } from "undici";
import type { RawAnswer } from "./read-answer.ts";

/** A JSON body to be posted. */
export interface PostRequest {
  /** With the leading slash. */
  readonly path: string;
  readonly body: string;
  /** From the call to the end of the answer. */
  readonly timeoutMs: number;
  /** Ends the call when it is aborted; absent: nothing but the time does. */
  readonly signal?: EndSignal | undefined;
}

/** What is used of an AbortSignal, whichever declaration it has. */
interface EndSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

const headers = { "content-type": "application/json" };

/**
 * Posts and gives the answer, whatever its status is. Rejects with the client's error, by which a connection that was never made
 * (surely not sent) is told from one that broke later (unknown), or with an AbortError when it was ended by signal or time.
 * Undici's innermost interface: its `request`, with a stream for each answer and native signals, takes twice the processor time of a call.
 */
export function post(to: Dispatcher, request: PostRequest): Promise<RawAnswer> {
  const { path, body, timeoutMs, signal } = request;
  return new Promise((resolve, reject) => {
    const answer = new Answer(resolve, reject);
    const end = (): void => answer.end(new DOMException("The call was ended.", "AbortError"));
    const timer = setTimeout(end, timeoutMs);
    signal?.addEventListener("abort", end);
    answer.onSettled = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
    };
    if (signal?.aborted === true) return end();
    to.dispatch({ path, method: "POST", headers, body }, answer);
  });
}

/** Gathers one answer, which may be ended before it has begun. */
class Answer implements Dispatcher.DispatchHandler {
  onSettled: () => void = () => undefined;
  readonly #resolve: (answer: RawAnswer) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #ended: Error | null = null;
  #start: Omit<RawAnswer, "text"> = { status: 0, headers: {} };

  constructor(resolve: (answer: RawAnswer) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Nobody waits for it any more; what is on its way is given up. */
  end(why: Error): void {
    this.#ended ??= why;
    this.#controller?.abort(why);
    this.onResponseError(this.#controller, why);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended !== null) controller.abort(this.#ended);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: RawAnswer["headers"]): void {
    this.#start = { status, headers };
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.onSettled();
    const [only] = this.#chunks;
    const whole = only !== undefined && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
    this.#resolve({ ...this.#start, text: whole.toString() });
  }

  onResponseError(_: Dispatcher.DispatchController | null, error: Error): void {
    this.onSettled();
    this.#reject(error);
  }
}
