import { readDates } from "./dates.ts";
import type { Document } from "../text/document.ts";
import { CalendarDay } from "./calendar-day.ts";

const headSentences = 3;
const tableMinDays = 100;

/**
 * The day that a report without a time of publication gives itself in its opening: the first date told in full, the end of
 * a stretch ("з 24.02.22 по 15.03.24", "в ніч на 14 квітня 2024"). Null: it gives none.
 */
export function ownDay(document: Document): CalendarDay | null {
  for (const sentence of document.sentences.slice(0, headSentences)) {
    for (const { kind, value } of readDates(document, sentence, null)) {
      const day = kind === "day" || kind === "window" ? (value?.split("/").at(-1) ?? null) : null;
      if (day?.length === 10) return CalendarDay.from(day);
    }
  }
  return tableDay(document);
}

/** "Загальні втрати з 24.02.22 по 26.05.23": a stretch as long as a war ends on the day that it is told. */
function tableDay(document: Document): CalendarDay | null {
  for (const sentence of document.sentences.slice(headSentences)) {
    for (const { kind, value } of readDates(document, sentence, null)) {
      const [start, end] = value?.split("/") ?? [];
      if (kind !== "window" || start?.length !== 10 || end?.length !== 10) continue;
      const last = CalendarDay.from(end);
      if (CalendarDay.from(start).daysUntil(last) >= tableMinDays) return last;
    }
  }
  return null;
}
