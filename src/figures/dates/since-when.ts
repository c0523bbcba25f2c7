import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import { lastOf } from "../text/last-of.ts";

/** "7 октября 2023 года, когда". */
const clauseReach = 2;
const leadReach = 2;

/** "54,000 have died since October 7, 2023, when militants killed 1,200": the numbers of the clause are of the day itself. Null: no such clause leads the number. */
export function dayOfWhen(
  { tokens }: Document,
  { sentence, dates }: Setting,
  number: NumberHit,
): string | null {
  if (!sentence.hits.has.whenThen) return null;
  const since = lastOf(dates, (date) => date.kind === "since" && date.to <= number.start);
  if (since === undefined || dates.some((date) => date.from >= since.to && date.to <= number.start))
    return null;
  const cue = sentence.hits.of.whenThen.find(
    ({ from, to }) => from >= since.to && to <= number.start && from - since.to <= clauseReach,
  );
  if (cue === undefined) return null;
  // "Since October 7, when militants killed 1,200, 54,000 have died": what the time leads goes on after the clause.
  if (since.from - sentence.from <= leadReach)
    for (let at = cue.to; at < number.start; at++) if (tokens[at]?.norm === ",") return null;
  const [start = "", end] = since.value?.split("/") ?? [];
  return end === undefined ? null : start;
}
