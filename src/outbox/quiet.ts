import type { QuietHours } from "../model/subscription.ts";
import { localTime } from "./zone-clock.ts";

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
