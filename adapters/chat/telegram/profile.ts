import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { LanguageCode } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import { callSignal } from "./api.ts";
import type { CallSignal } from "./api.ts";
import { networkCode } from "./outcome.ts";
import { repeatCall } from "./repeat.ts";
import type { Text } from "./texts.ts";

/** https://core.telegram.org/bots/api#setmydescription and #setmyshortdescription, read 2026-11-26. */
const maxDescription = 512;
const maxShortDescription = 120;
const patience = { tries: 6, longestMs: Infinity };

/**
 * Says what the bot is, where Telegram shows it before the first message and beside its name; `languages`: "en" is for everybody whose
 * language has none. Only what is different is set. A fault is logged and passes.
 */
export async function publishProfile(
  {
    calls,
    text,
    languages,
    clock,
    log,
  }: {
    readonly calls: RawApi;
    readonly text: Text;
    readonly languages: readonly string[];
    readonly clock: Clock;
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  const insist = <Result>(call: (until: CallSignal) => Promise<Result>): Promise<Result> =>
    repeatCall(() => call(callSignal(signal)), { clock, signal, ...patience });
  for (const tag of languages) {
    if (signal.aborted) return;
    const language = tag === "en" ? {} : { language_code: tag as LanguageCode };
    const description = cut(text(tag, "telegram-description"), maxDescription);
    const short_description = cut(text(tag, "telegram-short-description"), maxShortDescription);
    try {
      const long = await insist((until) => calls.getMyDescription(language, until));
      if (long.description !== description)
        await insist((until) => calls.setMyDescription({ description, ...language }, until));
      const short = await insist((until) => calls.getMyShortDescription(language, until));
      if (short.short_description !== short_description)
        await insist((until) => calls.setMyShortDescription({ short_description, ...language }, until));
    } catch (error) {
      if (signal.aborted) return;
      const why = error instanceof GrammyError ? error.description : (networkCode(error) ?? "no answer");
      log("warn", "telegram: the bot's description was not set", { language: tag, why });
    }
  }
}

function cut(words: string, max: number): string {
  return Array.from(words).slice(0, max).join("");
}
