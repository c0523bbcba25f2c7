/** Numbers of an earlier month or year that a sentence sets beside its own: "564 in July, up from 556 in June". */

import type { Claim, Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Document } from "../text/document.ts";
import { hitsOf } from "../text/sentence-hits.ts";

/** "Against 1,450 in the whole of 2024". */
const timeReach = 5;
/** "Against barely 300", "than the 28 killed there". */
const cueReach = 2;

/** What a number is compared with, and the month or year that it is of. */
export interface Compared {
  readonly claim: Claim;
  readonly time: DateMention;
}

/**
 * The claim that a number without a noun is compared with: it counts the same of another month or year. Null: it is not compared, or
 * states no such time.
 */
export function comparedWith(
  document: Document,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Compared | null {
  const counted = setting.counted[index];
  if (document.language.freeOrder || counted === undefined || counted.thing !== null) return null;
  const told = earlier.filter((claim) => claim.setting === setting);
  if (told.length === 0) return null;
  const bracket = bracketOf(document, setting, index);
  const claim = bracket === null ? told.at(-1) : told[bracket.at];
  const time = bracket?.time ?? (isCompared(setting, index) ? timeOf(setting, index) : null);
  return claim === undefined || time === null ? null : { claim, time };
}

function isCompared(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  if (number === undefined) return false;
  const { sentence } = setting;
  if (
    hitsOf(sentence, "comparedTo").some((cue) => cue.to <= number.start && number.start - cue.to <= cueReach)
  )
    return true;
  // "Up from 556 in June and 449 in May".
  const isJoined = hitsOf(sentence, "and").some((and) => and.to === number.start);
  return isJoined && timeOf(setting, index - 1) !== null && isCompared(setting, index - 1);
}

/** The month or year that stands right after the number; null: none. */
function timeOf({ numbers, dates }: Setting, index: number): DateMention | null {
  const number = numbers[index];
  const until = numbers[index + 1]?.start ?? Infinity;
  if (number === undefined) return null;
  return (
    dates.find(
      (date) =>
        isLong(date) && date.from >= number.to && date.from - number.to <= timeReach && date.from <= until,
    ) ?? null
  );
}

function isLong({ kind }: DateMention): boolean {
  return kind === "month" || kind === "year";
}

interface Bracket {
  /** Which number of the bracket it is, from 0. */
  readonly at: number;
  readonly time: DateMention;
}

/** "A similar level to August (208 and 832)": a bracket right after a month or a year that holds the number. Null: none does. */
function bracketOf(
  { tokens }: Document,
  { sentence, numbers, dates }: Setting,
  index: number,
): Bracket | null {
  const number = numbers[index];
  if (number === undefined) return null;
  let open = number.start - 1;
  while (open > sentence.from && tokens[open]?.norm !== "(" && tokens[open]?.norm !== ")") open--;
  if (tokens[open]?.norm !== "(") return null;
  const time = dates.find((date) => isLong(date) && date.to === open);
  if (time === undefined) return null;
  return { at: numbers.slice(0, index).filter((one) => one.from > open).length, time };
}
