import type { RateRule } from "../rate.ts";

/** `costly`: what takes the process long; `rare`: what reaches other people; `daily`: what a chat may ask of the bot's admins in a day;
 * `typing`: what apps ask for at each letter that somebody types. */
export const rateRules = {
  costly: { burst: 6, refillMs: 10_000 },
  rare: { burst: 3, refillMs: 300_000 },
  typing: { burst: 30, refillMs: 500 },
  daily: { burst: 5, refillMs: 86_400_000 / 5 },
} as const satisfies Record<string, RateRule>;

/** The rules by which a command may be called, whatever comes of it; by the other ones only what is done is counted. */
export type RateName = Exclude<keyof typeof rateRules, "rare" | "daily" | "typing">;
