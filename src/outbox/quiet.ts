import type { QuietHours } from "../model/subscription.ts";
import { clockChangeAfter, localTime, offsetAt } from "./zone-clock.ts";

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/** `HH:MM` as minutes since midnight. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** Whether the hours have begun and not ended on the chat's clock. The first minute is within, the last one is not. `now`: epoch milliseconds. */
export function isQuiet({ from, to }: QuietHours, timeZone: string, now: number): boolean {
  const [begin, end, at] = [minutesOf(from), minutesOf(to), localTime(timeZone, now).minute];
  if (begin === end) return true;
  return begin < end ? at >= begin && at < end : at >= begin || at < end;
}

/**
 * When the hours that `now` lies in end on the chat's clock, epoch milliseconds. Null: it lies in none, or they are the whole day and
 * never end.
 */
export function quietUntil(hours: QuietHours, timeZone: string, now: number): number | null {
  if (hours.from === hours.to || !isQuiet(hours, timeZone, now)) return null;
  for (let at = now; ;) {
    const end = at + untilMinuteMs(minutesOf(hours.to), timeZone, at);
    const changeAt = clockChangeAfter(timeZone, at);
    if (end <= changeAt) return end;
    // The clock is changed meanwhile: that ends them, or they go on from the hour that it then shows.
    if (!isQuiet(hours, timeZone, changeAt)) return changeAt;
    at = changeAt;
  }
}

/** From a moment to the next one at which a clock that is not changed shows that minute of the day, milliseconds; more than 0. */
function untilMinuteMs(minute: number, timeZone: string, at: number): number {
  const sinceMidnightMs = (((at + offsetAt(timeZone, at)) % dayMs) + dayMs) % dayMs;
  const restMs = minute * minuteMs - sinceMidnightMs;
  return restMs > 0 ? restMs : restMs + dayMs;
}
