/** Stretches counted back from the telling: "said on Sunday that over the past week", "Із 8 по 14 вересня … за тиждень". */

import type { Sentence } from "../text/document.ts";
import { CalendarDay } from "./calendar-day.ts";
import type { DateMention } from "./date-mention.ts";
import { isTelling } from "./date-mention.ts";

/** A summary is published so many days after its stretch ends, at most. */
const lateDays = 2;

/**
 * `dates` with the stretches that were counted back from the day of publication ending when they were told: on the day of the
 * sentence's telling, else with the stretch of the same length that the report stated before. `stated`: that stretch; null: none.
 */
export function withToldStretches(
  sentence: Sentence,
  dates: readonly DateMention[],
  today: CalendarDay | null,
  stated: DateMention | null,
): readonly DateMention[] {
  if (today === null || !dates.some((date) => isCountedBack(date, today))) return dates;
  const told = dates.find((date) => date.kind === "day" && isOfTelling(sentence, date, today));
  return dates.map((date) => {
    if (!isCountedBack(date, today)) return date;
    const days = date.days ?? 0;
    if (stated?.value != null && lengthOf(stated.value) === days && isLate(stated.value, today))
      return { ...date, value: stated.value };
    if (told?.value == null) return date;
    const end = CalendarDay.from(told.value);
    return { ...date, value: `${end.minus(days - 1).toString()}/${end.toString()}` };
  });
}

function isCountedBack({ kind, days, value }: DateMention, today: CalendarDay): boolean {
  return (
    kind === "window" && days !== undefined && days > 1 && value?.endsWith(`/${today.toString()}`) === true
  );
}

/** "Said on Monday": a day of the week before the publication. */
function isOfTelling(sentence: Sentence, date: DateMention, today: CalendarDay): boolean {
  if (date.value?.length !== 10 || date.isPastDay === true || !isTelling(sentence, date)) return false;
  const ago = CalendarDay.from(date.value).daysUntil(today);
  return ago > 0 && ago < 7;
}

function lengthOf(value: string): number | null {
  const [from = "", to = ""] = value.split("/");
  if (from.length !== 10 || to.length !== 10) return null;
  return CalendarDay.from(from).daysUntil(CalendarDay.from(to)) + 1;
}

function isLate(value: string, today: CalendarDay): boolean {
  const ago = CalendarDay.from(value.slice(-10)).daysUntil(today);
  return ago >= 0 && ago <= lateDays;
}
