import type { Document, Sentence } from "../text/document.ts";
import type { CalendarDay } from "./calendar-day.ts";

/** A time that the text states. */
export interface DateMention {
  readonly from: number;
  readonly to: number;
  readonly kind: "day" | "night" | "window" | "month" | "year" | "since";
  /** ISO 8601 day, month, year or START/END (of months for half a year); null: it cannot be told without the day of publication. */
  readonly value: string | null;
  /** It only says that it was in the last day and night ("за добу"). */
  readonly isPastDay?: boolean | undefined;
  /** How many days a stretch is long, also where it cannot be told when it was. */
  readonly days?: number | undefined;
  /** It says Saturday and Sunday: what happened once happened on one of them. */
  readonly isWeekend?: boolean | undefined;
  /** It is the length of a fight up to now ("four days of clashes"). */
  readonly isFought?: boolean | undefined;
}

/** The same time with every field there is: all objects of one shape, as rules ask for their fields at each number. */
export function inOneShape(mention: DateMention): DateMention {
  const { from, to, kind, value, isPastDay, days, isWeekend, isFought } = mention;
  return { from, to, kind, value, isPastDay, days, isWeekend, isFought };
}

/** What the time of a word is told from. */
export interface DateContext {
  readonly document: Document;
  readonly sentence: Sentence;
  /** The day of publication in the place's own time; null: unknown. */
  readonly today: CalendarDay | null;
  /** Whether the sentence tells of plans: then a day may be ahead. */
  readonly isPlanned: boolean;
}

/** The day of the telling: "said on Monday", "повідомили 20 листопада". */
export function isTelling(sentence: Sentence, mention: DateMention): boolean {
  const isTold = sentence.hits.of.says.some((hit) => {
    // "Said this week": the word for saying may hold the first one of the time.
    if (hit.from < mention.from && hit.to > mention.from) return true;
    const gap = mention.from >= hit.to ? mention.from - hit.to : hit.from - mention.to;
    return gap >= 0 && gap <= (mention.from >= hit.to ? tellingReach : 0);
  });
  return (
    isTold ||
    // "The toll rose to 27 on Tuesday": the day that the number was told.
    sentence.hits.of.risesTo.some(
      (hit) => hit.to - hit.from > 1 && mention.from >= hit.to && mention.from - hit.to <= growthReach,
    )
  );
}

const tellingReach = 2;
const growthReach = 4;

/** "Задержаны после 7 октября", "после того, как Байден в воскресенье разрешил": the day is not that of the deed. */
export function isAfterDay({ tokens }: Document, sentence: Sentence, mention: DateMention): boolean {
  return sentence.hits.of.afterDay.some(
    (hit) => hit.to === mention.from || (hit.to < mention.from && isClauseUpTo(tokens, hit.to, mention.from)),
  );
}

const clauseMarks = 1;

/** "Того, как администрация", "того, як у": a clause that begins there and still goes on. */
function isClauseUpTo(tokens: Document["tokens"], from: number, to: number): boolean {
  if (tokens[from]?.norm !== "того") return false;
  let marks = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.kind === "mark") marks++;
  return marks <= clauseMarks;
}

/** Whether the mention stands in brackets. */
export function isBracketed(document: Document, sentence: Sentence, mention: DateMention): boolean {
  for (let at = mention.from - 1; at >= sentence.from; at--) {
    const norm = document.tokens[at]?.norm;
    if (norm === ")") return false;
    if (norm === "(") return true;
  }
  return false;
}

/** A day of a month in digits; null: none. */
export function dayNumber(
  token: { readonly kind: string; readonly norm: string } | undefined,
): number | null {
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.norm)) return null;
  const day = Number(token.norm);
  return day >= 1 && day <= 31 ? day : null;
}
