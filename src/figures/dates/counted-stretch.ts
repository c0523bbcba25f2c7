import type { CueConcept } from "../../languages/concepts.ts";
import { fractionOf, numeralAt } from "../numbers/numerals.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { DateContext, DateMention } from "./date-mention.ts";
import { anyOf, hitsOf, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const thisYearOrYearUnit = anyOf("thisYear", "yearUnit");

/** Units of time that may be counted. */
export const stretchUnits = [
  "dayUnit",
  "weekUnit",
  "monthUnit",
  "halfYear",
  "yearUnit",
] as const satisfies readonly CueConcept[];

const unitDays: Partial<Record<CueConcept, number>> = {
  dayUnit: 1,
  weekUnit: 7,
  monthUnit: 30,
  halfYear: 182,
  yearUnit: 365,
} satisfies Record<(typeof stretchUnits)[number], number>;
const longest = 5;

/** "За останні дев'ять місяців", "за неполный месяц": so many units up to the day of the report. Null: the unit measures no such stretch. */
export function countedStretch(context: DateContext, unit: Hit): DateMention | null {
  const { sentence, today } = context;
  const perUnit = unitDays[unit.id as CueConcept];
  if (perUnit === undefined) return null;
  const over = lastOf(sentence.hits.of.over, (hit) => hit.to <= unit.from && unit.from - hit.to <= longest);
  if (over === undefined || sentence.hits.of.apart.some((hit) => hit.from === unit.to)) return null;
  // "За місяць", "за год" are words of their own.
  if (over.to === unit.from && unit.id !== "halfYear") return null;
  const told = unitsTold(context, over.to, unit.from);
  // "За три года войны": as long as the war; "за перші дні війни": a part of it.
  if (told === null || (!told.isFirst && isOfWar(sentence, unit))) return null;
  // "In May each side handed over 1,000 in three days": those of May.
  if (!told.isLast && sentence.hits.of.month.length > 0) return null;
  const days = told.isFirst ? Math.max(told.count * perUnit, 2) : told.count * perUnit;
  // "За один день" tells of some day, not of the report's.
  if (days <= 1) return null;
  const span = { from: over.from, to: unit.to, kind: "window", days } as const;
  const months = told.isFirst && today !== null ? firstMonths(context, unit, { days, today }) : null;
  if (months !== null) return { from: over.from, to: months.to, kind: "year", value: months.value };
  if (today === null || told.isFirst) return { ...span, value: null };
  const month = unit.id === "monthUnit" && told.count === 1 ? calendarMonth(today, told) : null;
  if (month !== null) return { from: span.from, to: span.to, kind: "month", value: month };
  return { ...span, value: `${today.minus(Math.round(days) - 1).toString()}/${today.toString()}` };
}

const daysPerMonth = 30;

/** "За перші шість місяців 2023 року", "за первое полугодие": the months that a year begins with, the report's where none is named. Null: they are no months, or those of something else. */
function firstMonths(
  { document, sentence }: DateContext,
  unit: Hit,
  { days, today }: { readonly days: number; readonly today: CalendarDay },
): { readonly value: string; readonly to: number } | null {
  if (unit.id !== "monthUnit" && unit.id !== "halfYear") return null;
  const next = document.tokens[unit.to];
  const isNamed = /^20\d\d$/u.test(next?.norm ?? "");
  const from = sentence.hits.of.lastOf.some((hit) => hit.from === unit.to) ? unit.to + 1 : unit.to;
  const isYear = hitsOfAny(sentence, thisYearOrYearUnit).some(
    (hit) => hit.from === from || hit.from === unit.to,
  );
  if (!isNamed && !isYear && (next?.kind === "word" || unit.id === "monthUnit")) return null;
  const year = isNamed ? Number(next?.norm) : today.year;
  const last = Math.round(days / daysPerMonth);
  const value = `${year}-01/${year}-${String(last).padStart(2, "0")}`;
  return last > 12 ? null : { value, to: isNamed ? unit.to + 1 : unit.to };
}

const earlyDays = 3;

/** "За неполный месяц" is the one of the report; "за прошедший месяц", told on the first days of a month, the one before. Null: no month of the calendar. */
function calendarMonth(today: CalendarDay, { isPartial }: Units): string | null {
  if (isPartial) return today.yearMonth;
  return today.day <= earlyDays ? today.minus(today.day).yearMonth : null;
}

function isOfWar(sentence: Sentence, unit: Hit): boolean {
  return sentence.hits.of.warTime.some((hit) => hit.from === unit.to);
}

interface Units {
  readonly count: number;
  /** "Неполный": not yet over. */
  readonly isPartial: boolean;
  /** "За перші дні наступу": not up to the day of the report. */
  readonly isFirst: boolean;
  /** "За останні дні": up to it, whatever other days are told. */
  readonly isLast: boolean;
}

/** What stands between the preposition and the unit: a numeral or words of which stretch is meant, and nothing else. Null: something else. */
function unitsTold({ document, sentence }: DateContext, from: number, to: number): Units | null {
  let count = 1;
  let isPartial = false;
  let isFirst = false;
  let isLast = false;
  for (let at = from; at < to;) {
    const words = (concept: CueConcept): boolean => hitsOf(sentence, concept).some((hit) => hit.from === at);
    const numeral = numeralAt(document, sentence, at);
    if (numeral !== null && numeral.to <= to) {
      count = numeral.value;
      at = numeral.to;
      continue;
    }
    const fraction = fractionOf(document.language.numerals, document.tokens[at]?.norm ?? "") ?? 0;
    // "За півтора місяця".
    if (fraction > 1) {
      count = fraction;
      at++;
      continue;
    }
    isPartial ||= words("partly");
    isFirst ||= words("first");
    isLast ||= words("partly") || words("lastOf");
    if (!words("partly") && !words("first") && !words("lastOf")) return null;
    at++;
  }
  return { count, isPartial, isFirst, isLast };
}
