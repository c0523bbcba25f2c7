import type { Clock } from "../../../src/clock.ts";
import { createRate } from "../../../src/rate.ts";

/** How often one person's presses may bring a new message into one group: everybody there reads it. */
export interface PressLimit {
  /** Counts one press. 0: go on; else milliseconds until the next one is allowed. */
  take(chatId: number, personId: number): number;
}

const presses = { burst: 5, refillMs: 15_000 };

/** A limit for each person in each chat, in this process. */
export function createPressLimit(clock: Clock): PressLimit {
  const rate = createRate(clock, presses);
  return { take: (chatId, personId) => rate.take(`${chatId}:${personId}`) };
}
