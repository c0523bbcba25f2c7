import { conflictsBy } from "../../reference/conflicts.ts";
import { countryOf } from "../../reference/places.ts";
import type { Document } from "../text/document.ts";
import { isPartyName } from "../text/party-names.ts";
import { CalendarDay } from "./calendar-day.ts";
import type { DateContext } from "./date-mention.ts";

/** Of a day of the last weeks the report tells as news. */
const newsDays = 31;

/**
 * "The attack of October 7", told in another year: the day that the war broke out which the report is about. `day` and `month`: as
 * they are told, without a year. Null: no war of its parties or its land began on such a day, or the last such day is news.
 */
export function outbreakDay(
  { document, today }: DateContext,
  { day, month }: { readonly day: number; readonly month: number },
): CalendarDay | null {
  if (today === null) return null;
  const dayOfYear = `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  for (const { since, outbreak = since, parties } of conflictsBy(today.toString())) {
    if (!outbreak.endsWith(dayOfYear)) continue;
    const began = CalendarDay.from(outbreak);
    const sinceLast = began.inYear(today.year).daysUntil(today);
    if (began.daysUntil(today) <= newsDays || (sinceLast >= 0 && sinceLast <= newsDays)) continue;
    if (isNamed(document, parties)) return began;
  }
  return null;
}

function isNamed({ sentences }: Document, parties: readonly string[]): boolean {
  return sentences.some(({ hits }) =>
    hits.some((hit) => {
      const land = hit.family === "place" ? countryOf(hit.id) : null;
      return (isPartyName(hit) && parties.includes(hit.id)) || (land !== null && parties.includes(land));
    }),
  );
}
