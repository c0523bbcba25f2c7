import type { QuietHours } from "../model/subscription.ts";

const minuteMs = 60_000;
const dayMinutes = 1_440;

/** Local minutes of the day by zone, for one minute: a fan-out asks for a hundred thousand chats at once. */
let keptMinute = NaN;
const kept = new Map<string, number>();

/** Minutes since local midnight on the clock of a zone (after a change of the clocks not those that have passed). `now`: epoch milliseconds. */
export function minuteOfDay(timeZone: string, now: number): number {
  const minute = Math.floor(now / minuteMs);
  if (minute !== keptMinute) {
    kept.clear();
    keptMinute = minute;
  }
  const known = kept.get(timeZone);
  if (known !== undefined) return known;
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const found = local.hour * 60 + local.minute;
  kept.set(timeZone, found);
  return found;
}

/** `HH:MM` as minutes since midnight. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return (hour * 60 + minute) % dayMinutes;
}

/** Whether the hours have begun and not ended on the chat's clock. The first minute is within, the last one is not. */
export function isQuiet({ from, to }: QuietHours, timeZone: string, now: number): boolean {
  const [begin, end, at] = [minutesOf(from), minutesOf(to), minuteOfDay(timeZone, now)];
  if (begin === end) return true;
  return begin < end ? at >= begin && at < end : at >= begin || at < end;
}
