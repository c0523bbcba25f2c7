/** Times that only say over what an attack ranks: "the heaviest since 2022", "one of the bloodiest in recent weeks". */

import type { Scene, Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import { lastOf } from "../text/last-of.ts";

const rankReach = 9;
/** "The latest in a spate of attacks in the occupied territory this year". */
const latestReach = 12;

/** "In recent weeks", unless it says of what length of time an attack was the worst: "one of the bloodiest in recent weeks". */
export function isLately({ sentence }: Setting): boolean {
  return sentence.hits.of.lately.some(
    (hit) =>
      !sentence.hits.of.superlative.some((rank) => rank.to <= hit.from && hit.from - rank.to <= rankReach),
  );
}

/** "The heaviest attack since 2022" counts nothing since then. */
export function isSuperlative(setting: Setting, mention: DateMention): boolean {
  // "The deadliest attack since a missile hit a theatre in August": up to the word for since.
  const since = lastOf(setting.sentence.hits.of.since, (hit) => hit.from <= mention.from);
  const from = Math.min(since?.from ?? mention.from, mention.from);
  return setting.sentence.hits.of.superlative.some(
    (hit) => hit.from < from && from - hit.from <= (hit.to - hit.from > 1 ? latestReach : rankReach),
  );
}

/** "The deadliest attack since an air raid in April 2023 that killed more than 160": when the attack was that the number after it tells of. */
export function lastSuch({ document }: Scene, setting: Setting, number: NumberHit): string | null {
  if (document.language.freeOrder) return null;
  const since = setting.dates.find((date) => date.kind === "since" && isSuperlative(setting, date));
  if (since === undefined || since.to > number.start) return null;
  const isOfIt = setting.sentence.hits.of.clause.some(
    (cue) => cue.from >= since.to && cue.to <= number.start && cue.from - since.to <= 1,
  );
  // "The deadliest year since 2022, with 2,514 killed": of the year that is the deadliest.
  const isOfOther = setting.sentence.hits.of.withTool.some((cue) => cue.from === since.to + 1);
  const next = document.tokens[since.to]?.norm;
  const isThat = next === document.language.plurals?.relative || (next === "," && !isOfOther);
  return isOfIt || isThat ? (since.value?.split("/")[0] ?? null) : null;
}

/** "The second this month", "the third since May": the time that an ordinal counts over. */
export function isRankedBefore({ tokens, language }: Document, { from }: DateMention): boolean {
  const { ordinals } = language.numerals;
  if (ordinals === undefined) return false;
  return [from - 1, from - 2].some((at) => (ordinals[tokens[at]?.norm ?? ""] ?? 0) > 0);
}
