import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { DeliveryError } from "../../../src/errors.ts";
import { callSignal } from "./api.ts";
import { networkCode } from "./outcome.ts";
import { askedWaitMs } from "./read-answer.ts";
import type { Redact } from "./redact.ts";

/** Who the bot is. */
export interface Identity {
  /** Asks Telegram, and so checks the token. Throws DeliveryError `bad-token` (permanent), or `telegram-unreachable`, which may pass. */
  ask(signal: AbortSignal): Promise<UserFromGetMe>;
  /** Its user id, which the token begins with: https://core.telegram.org/bots/api#authorizing-your-bot */
  readonly id: () => number;
  /** Its username without `@`; "" before it was asked for. */
  readonly username: () => string;
}

/** Nothing is asked yet. */
export function createIdentity(calls: RawApi, token: string, redact: Redact): Identity {
  let username = "";
  return {
    async ask(signal) {
      const me = await calls.getMe(callSignal(signal)).catch((error: unknown) => {
        throw startError(error, redact);
      });
      ({ username } = me);
      return me;
    },
    id: () => Number(token.split(":")[0]),
    username: () => username,
  };
}

function startError(error: unknown, redact: Redact): DeliveryError {
  const isAnswer = error instanceof GrammyError;
  if (isAnswer && (error.error_code === 401 || error.error_code === 404)) {
    return new DeliveryError("Telegram does not accept the token.", {
      code: "bad-token",
      permanent: true,
      hint: "Check TELEGRAM_BOT_TOKEN: @BotFather shows it under /mybots. With a server of your own, check TELEGRAM_API_ROOT.",
    });
  }
  // The error itself is not passed on: the addresses in it hold the token.
  const why = isAnswer ? `${error.error_code} ${error.description}` : (networkCode(error) ?? "no answer");
  return new DeliveryError(`Telegram cannot be reached: ${redact(why)}.`, {
    code: "telegram-unreachable",
    retryAfterMs: askedWaitMs(error),
    hint: "Check the network and TELEGRAM_API_ROOT.",
  });
}
