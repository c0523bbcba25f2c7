import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { CallbackQuery } from "grammy/types";
import { within, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import { callSignal } from "./api.ts";
import { networkCode } from "./outcome.ts";
import { repeatCall } from "./repeat.ts";
import type { Redact } from "./redact.ts";

/** What answering presses needs. */
export interface PressParts {
  readonly calls: RawApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly redact: Redact;
}

/** What the person who pressed is shown: a text, or their app opens a link into the chat with the bot. Neither: nothing. */
export interface PressAnswer {
  readonly text?: string;
  readonly url?: string;
}

/** Answers to presses of buttons: each press gets one, soon, whatever becomes of it. */
export interface Presses {
  /** A press has come. In a private chat it is answered at once, elsewhere when it is known what to say, or after a moment. Never rejects. */
  arrive(query: CallbackQuery, signal: AbortSignal): Promise<void>;
  /** Ends the button's waiting, with what is for the person who pressed and nobody else. False: it was answered before, or cannot be. */
  answer(query: CallbackQuery, answer: PressAnswer, signal: AbortSignal): Promise<boolean>;
}

/** Nobody waits longer for a button to react. */
const patienceMs = 1_500;
/** A press can be answered for some seconds only. */
const patience = { tries: 4, longestMs: 5_000 };
/** https://core.telegram.org/bots/api#answercallbackquery, read 2026-11-25. */
export const maxPressText = 200;

/** No press has come yet. */
export function createPresses({ calls, clock, log, redact }: PressParts): Presses {
  const open = new Map<string, AbortController>();

  const tell = async (id: string, { text, url }: PressAnswer, signal: AbortSignal): Promise<boolean> => {
    const shown = {
      callback_query_id: id,
      ...(text === undefined ? {} : { text, show_alert: true }),
      ...(url === undefined ? {} : { url }),
    };
    const call = () => calls.answerCallbackQuery(shown, callSignal(signal));
    try {
      await repeatCall(call, { clock, signal, ...patience });
      return true;
    } catch (error) {
      // Mostly that it is too old. What was asked for is done nevertheless.
      const why =
        error instanceof GrammyError ? redact(error.description) : (networkCode(error) ?? "no answer");
      log("debug", "telegram: a press could not be answered", { why });
      return false;
    }
  };

  const answer = async ({ id }: CallbackQuery, shown: PressAnswer, signal: AbortSignal): Promise<boolean> => {
    const waiting = open.get(id);
    if (waiting === undefined) return false;
    open.delete(id);
    waiting.abort();
    const told = tell(id, shown, signal);
    if (shown.text !== undefined || shown.url !== undefined) return told;
    // That the button has been heard is no reason to put off what it does.
    await within(clock, told, { ms: patienceMs, signal });
    return true;
  };

  return {
    answer,
    async arrive(query, signal) {
      const waiting = new AbortController();
      open.set(query.id, waiting);
      if (query.message === undefined || query.message.chat.type === "private") {
        await answer(query, {}, signal);
        return;
      }
      void clock
        .sleep(patienceMs, AbortSignal.any([waiting.signal, signal]))
        .then(() => answer(query, {}, signal));
    },
  };
}
