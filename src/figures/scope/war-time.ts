import { placeByCode } from "../../reference/places.ts";
import type { Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { isOfNextClause } from "../dates/lead-clause.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Deed } from "../deeds/acts.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const warTimeOrSinceWar = anyOf("warTime", "sinceWar");

/** "Загальні втрати за добу": the day stands by the name of the table. */
const dayReach = 3;

const stretchReach = 4;

/** "In three years of war", "a month of fighting": as long as the war. */
function isOfWarTime(setting: Setting): boolean {
  const isWarAt = (at: number): boolean => setting.sentence.hits.of.warTime.some((hit) => hit.from === at);
  return setting.sentence.hits.of.duration.some(
    (unit) =>
      // "In two days of war": a stretch of its own.
      !setting.dates.some(({ kind, from, to }) => kind === "window" && from < unit.to && unit.from < to) &&
      // "After three years of war" tells when, not over what.
      setting.sentence.hits.of.in.some((cue) => cue.to <= unit.from && unit.from - cue.to <= stretchReach) &&
      (isWarAt(unit.to) ||
        setting.sentence.hits.of.outOf.some((of) => of.from === unit.to && isWarAt(of.to))),
  );
}

/** Where "since the war began" stands; null: it is told in other words. */
export function sinceWarOf(setting: Setting): Hit | null {
  return setting.sentence.hits.of.sinceWar[0] ?? null;
}

const lengthReach = 1;

/** "The 34-day war killed 1,100", "after 50 days in which 2,100 died": counted over a stretch that is told by its length alone. */
export function isOverWholeTime(
  { language, tokens }: Document,
  { sentence }: Setting,
  number: NumberHit,
): boolean {
  if (language.freeOrder) return false;
  const { warTime, longTime, duration, relativeWord, ceasefire } = sentence.hits.of;
  const isWar = (at: number): boolean =>
    warTime.some(
      (war) =>
        war.from >= at && war.from - at <= lengthReach && !ceasefire.some((truce) => truce.from === war.from),
    );
  if (longTime.some((time) => isWar(time.to))) return true;
  return duration.some((unit) => {
    const isJoined = itemAt(tokens, unit.from - 1)?.norm === "-";
    const count = itemAt(tokens, unit.from - (isJoined ? 2 : 1));
    if (count?.kind !== "number" || Number(count.norm) <= runningDays) return false;
    // "After 50 days in which".
    const which = relativeWord.some((word) => word.from === unit.to + 1);
    return isJoined ? isWar(unit.to) : which && unit.to < number.from;
  });
}

const runningDays = 7;

const rightAfter = 1;

/** "1,310 troops over the past day, bringing its total since 2022 to …": a day stands between the number and the stretch. */
export function isOwnDay(
  setting: Setting,
  number: NumberHit,
  stretch: { readonly from: number } | null,
): boolean {
  if (stretch === null) return false;
  if (isPartOfDay(setting, number, stretch)) return true;
  // "С 24 февраля около миллиона, из них 1220 – за прошедшие сутки".
  const isRightAfter = (hit: Hit): boolean =>
    hit.from >= number.to && hit.from - number.to <= rightAfter && stretch.from < number.from;
  return setting.sentence.hits.of.pastDay.some(
    (hit) =>
      isRightAfter(hit) ||
      (hit.from >= number.to &&
        hit.to <= stretch.from &&
        setting.numbers.some((other) => other.from > number.from)),
  );
}

const partWords = anyOf("ofThem", "including");
const dayOfPartReach = 3;

/** "535,000 since the invasion, 1,200 of them on Saturday", "of whom 870 fell in the past day": a part with a day of its own. */
function isPartOfDay(
  { sentence, dates }: Setting,
  number: NumberHit,
  stretch: { readonly from: number },
): boolean {
  if (stretch.from >= number.start) return false;
  const of = hitsOfAny(sentence, partWords).find(
    (hit) =>
      (hit.id === "ofThem" && hit.from === number.to) ||
      (hit.to <= number.start && number.start - hit.to <= 1),
  );
  if (of === undefined) return false;
  const end = Math.max(of.to, number.to);
  const isNext = ({ from }: { readonly from: number }): boolean =>
    from >= end && from - end <= dayOfPartReach;
  return sentence.hits.of.pastDay.some(isNext) || dates.some((date) => date.kind === "day" && isNext(date));
}

const sinceReach = 5;

/** "Since Russia's invasion", "since the war in Gaza": a word of war that begins what is since. */
function isSinceWord(setting: Setting): boolean {
  return setting.sentence.hits.of.since.some(
    (since) =>
      since.to - since.from === 1 &&
      // "Від", "с": they say from where as well.
      !setting.sentence.hits.of.from.some((from) => from.from === since.from) &&
      setting.sentence.hits.of.warTime.some(
        (war) => war.from >= since.to && war.from - since.to <= sinceReach,
      ) &&
      !setting.dates.some((date) => date.from >= since.to && date.from - since.to <= sinceReach),
  );
}

/** Whether what the number counts was counted since a war began. */
export function isSinceWar(document: Document, setting: Setting, number: NumberHit): boolean {
  if (!hasAny(setting.sentence, warTimeOrSinceWar)) return false;
  const isRecord = setting.sentence.hits.has.superlative;
  if (!isRecord && (isOfWarTime(setting) || isSinceWord(setting))) return true;
  return setting.sentence.hits.of.sinceWar.some(
    (hit) =>
      !isSmallTotal(setting, hit) &&
      !isOfNextClause(document, setting, number, hit) &&
      !setting.sentence.hits.of.pastDay.some(
        (cue) =>
          (cue.from >= hit.to && cue.from - hit.to <= dayReach) ||
          cue.to === hit.from ||
          isOfDayInWar(setting, number, { cue, hit }),
      ) &&
      !setting.sentence.hits.of.superlative.some((cue) => cue.from < hit.from && hit.from - cue.from <= 7),
  );
}

/** No war's losses are so few. */
const fewLosses = 1000;

/** "Загальні втрати противника складають 10 осіб, 5 човнів і танк": a total of losses without a time, of numbers that no war adds up to. */
function isSmallTotal({ sentence, numbers, dates }: Setting, hit: Hit): boolean {
  const isOfLosses = sentence.hits.of.loss.some((loss) => loss.from < hit.to && hit.from < loss.to);
  return isOfLosses && dates.length === 0 && numbers.every(({ low, high }) => (low ?? high ?? 0) < fewLosses);
}

/** "За добу армія втратила у війні 900 солдатів": the day stands before the war, and no number between them. */
function isOfDayInWar(
  { numbers }: Setting,
  number: NumberHit,
  { cue, hit }: { readonly cue: Hit; readonly hit: Hit },
): boolean {
  return (
    cue.to <= hit.from &&
    hit.to <= number.start &&
    !numbers.some((one) => one.from >= cue.to && one.to <= hit.from)
  );
}

const asideReach = 24;

/** "The war has killed 14,000": a war, or fighting since a day told before, that has done so has done so all along. */
export function isDoneByWar(
  document: Document,
  setting: Setting,
  { act }: Deed,
  mention: DateMention | null,
): boolean {
  if (act === null) return false;
  const { sentence } = setting;
  if (document.language.freeOrder) return isSubjectOf(document, sentence, act);
  if (mention === null && isInWarOf(document, sentence, act)) return true;
  const cues = setting.carriedSince === null ? sentence.hits.of.wholeWar : sentence.hits.of.warTime;
  return cues.some((war) => {
    const perfect = perfectOf(document, sentence, war);
    return perfect !== null && perfect < act.from && (mention === null || mention.to <= perfect);
  });
}

const auxiliaries = 2;
const warReach = 3;

/** "330 children have been killed in the fighting in Sudan": in the perfect, in the war of a whole country. English. */
function isInWarOf({ tokens, language }: Document, { hits }: Sentence, act: Hit): boolean {
  const { plurals } = language;
  if (plurals === null) return false;
  let isPerfect = false;
  for (let at = Math.max(0, act.from - auxiliaries); at < act.from; at++) {
    const norm = tokens[at]?.norm ?? "";
    isPerfect ||= plurals.perfect.has(norm) && norm !== plurals.pastPerfect;
  }
  if (!isPerfect) return false;
  return hits.of.warTime.some(
    (war) =>
      war.from >= act.to &&
      war.from - act.to <= warReach &&
      itemAt(tokens, war.from - 1)?.norm === plurals.definite &&
      hits.of.in.some((cue) => cue.from === war.to) &&
      hits.of.place.some((place) => place.from === war.to + 1 && placeByCode(place.id)?.kind === "country"),
  );
}

const subjectReach = 4;

/** "Война в Судане унесла жизни": the war itself, in the nominative, is who did it, and its verb follows in the same clause. */
function isSubjectOf({ tokens }: Document, sentence: Sentence, act: Hit): boolean {
  const war = lastOf(sentence.hits.of.wholeWar, (hit) => hit.to <= act.from);
  if (war === undefined || act.id !== "kill" || act.from - war.to > subjectReach) return false;
  for (let at = war.to; at < act.from; at++) if (tokens[at]?.kind !== "word") return false;
  return true;
}

/** Where the "has" stands whose subject is "the war"; right after it, or after an aside between commas. Null: it is no such subject. */
function perfectOf({ tokens, language }: Document, sentence: Sentence, war: Hit): number | null {
  const { plurals } = language;
  if (plurals === null || itemAt(tokens, war.from - 1)?.norm !== plurals.definite) return null;
  const isPerfect = (at: number): boolean => plurals.perfect.has(tokens[at]?.norm ?? "");
  if (isPerfect(war.to)) return war.to;
  // "The war, which enters its third year on Tuesday, has killed".
  if (war.from - sentence.from > 1) return null;
  for (let at = war.to; at < Math.min(sentence.to, war.to + asideReach); at++)
    if (tokens[at]?.norm === "," && isPerfect(at + 1)) return at + 1;
  return null;
}
