/** Sums of a fight of some days that a report's opening tells of: "for a third day", "in four days of clashes". English. */

import { placeByCode } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import { CalendarDay } from "../dates/calendar-day.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { isTelling } from "../dates/date-mention.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document, Sentence } from "../text/document.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { measuresLike } from "../things/measure-kinds.ts";
import { hasOneIncident } from "./one-incident.ts";
import type { Timing } from "./stretches.ts";
import { stretchOf } from "./stretches.ts";

const openingSentences = 8;
const longestDays = 60;
const fights = anyOf("fightingWord", "airAttack", "airStrike", "clash", "strike");

/** The fight of some days up to now that the opening tells of first, by the times of its sentences; null: none. */
export function campaignOf(
  { document, today }: Scene,
  dates: readonly (readonly DateMention[])[],
): DateMention | null {
  if (document.language.freeOrder || today === null) return null;
  for (const sentence of document.sentences.slice(0, openingSentences)) {
    const campaign = campaignIn(document, sentence, dates[sentence.index] ?? [], today);
    if (campaign !== null) return campaign;
  }
  return null;
}

function campaignIn(
  document: Document,
  sentence: Sentence,
  dates: readonly DateMention[],
  today: CalendarDay,
): DateMention | null {
  const isUpToNow = (date: DateMention): boolean => date.value?.endsWith(`/${today.toString()}`) === true;
  const told = dates.find(
    (date) =>
      isUpToNow(date) &&
      (date.isFought === true ||
        isLengthOfFight(sentence, date) ||
        (date.kind === "since" && isBegun(sentence, date))) &&
      (date.days ?? 0) <= longestDays,
  );
  if (told !== undefined) return told;
  const nth = sentence.hits.of.nthDay[0];
  if (nth === undefined || !hasAny(sentence, fights)) return null;
  const { ordinals } = document.language.numerals;
  const days = ordinals?.[document.tokens[nth.from]?.norm ?? ""] ?? 0;
  const isOfOther = sentence.hits.of.outOf.some((of) => of.from === nth.to) && !isOfFight(sentence, nth.to);
  if (days < 2 || isOfOther) return null;
  const value = `${today.minus(days - 1).toString()}/${today.toString()}`;
  return { from: nth.from, to: nth.to, kind: "window", value, days };
}

/** "In four days of strikes". */
function isLengthOfFight(sentence: Sentence, { kind, to }: DateMention): boolean {
  return kind === "window" && sentence.hits.of.outOf.some((of) => of.from === to) && isOfFight(sentence, to);
}

const fightReach = 3;

function isOfFight(sentence: Sentence, of: number): boolean {
  const { hits } = sentence;
  return hitsOfAny(sentence, fights).some(
    (hit) =>
      hit.from > of &&
      hit.from - of <= fightReach &&
      !hits.of.ceasefire.some((truce) => truce.from === hit.from),
  );
}

/** "Since clashes erupted on Thursday": the beginning of a fight, of no other thing. */
function isBegun({ hits }: Sentence, date: DateMention): boolean {
  return hits.of.fightingWord.some((hit) => hit.from < date.to && date.from - hit.to <= beginReach);
}

const beginReach = 5;

/** What comes one by one: a sum of it up to a day grows with every day. */
const oneByOne = measuresLike(
  /^(?:equipment\.lost|captured|area\.captured|settlements\.captured|attacks|sites\.hit)$|\.(?:launched|downed|stopped|suppressed|fired|returned|released)$/u,
);
const harms = measuresLike(/^(?:killed|injured|displaced|evacuated)$/u);
const massAttacks = anyOf("fightingWord", "clash");
const reach = 3;

/** "20 have died so far", "it had hit more than 170 targets", "by Friday the count had reached 77": the sum of the fight up to now, or to that day. Null: it is of one blow or one day. */
export function timeOfCampaign(
  document: Document,
  setting: Setting,
  { number, deed, mention: nearest }: { number: NumberHit; deed: Deed; mention: DateMention | null },
): Timing | null {
  const { sentence, campaign } = setting;
  if (document.language.freeOrder || (campaign === null && nearest?.kind !== "day")) return null;
  const mention = nearest !== null && isOfLater(setting, number, nearest) ? null : nearest;
  const isUpTo = mention?.kind === "day" && isByDay(document, sentence, number, mention);
  if (campaign === null && !isUpTo) return null;
  const isSummed = oneByOne.has(deed.measure);
  if (!isSummed && !harms.has(deed.measure)) return null;
  const isKept = isCounted(setting, number);
  // "Shelled each other on Sunday as the number of dead climbed to 34": the day is not that of all the dead.
  const isOfToday =
    isKept && mention?.kind === "day" && campaign?.value?.endsWith(`/${mention.value}`) === true;
  if (mention !== null && !isUpTo && !isOfToday && !isTelling(sentence, mention)) return null;
  const isSaid = sentence.hits.has.soFar || isKept || isUpTo;
  // "On the night to May 7 nine sites were struck. More than 100 had died": of the day told before.
  if (!isSaid && isOfDayBefore(setting)) return null;
  if (!sentence.hits.has.soFar && !isKept && !isDoneUpToNow(document, sentence, number, deed)) return null;
  if (hasOneIncident(document, sentence) || isOfTown(setting)) return null;
  if (isUpTo) {
    const isFlight = deed.measure === "displaced" || deed.measure === "evacuated";
    const isOfMany = isSummed || campaign !== null || (!isFlight && hasAny(sentence, massAttacks));
    return isOfMany ? { scope: "running", date: mention.value } : null;
  }
  return campaign === null ? null : stretchOf(campaign.value);
}

/** "Had destroyed 120 launchers and killed nine scientists on the first day and four officers on Sunday": a day beyond two other numbers is theirs. */
function isOfLater({ numbers }: Setting, number: NumberHit, mention: DateMention): boolean {
  return numbers.filter((one) => one.from >= number.to && one.to <= mention.from).length > 1;
}

/** "By Friday", "by early Monday"; "destroyed 12; by Friday the count had grown" is of the later number. */
function isByDay({ tokens }: Document, { hits }: Sentence, number: NumberHit, mention: DateMention): boolean {
  if (!hits.of.by.some((by) => mention.from >= by.to && mention.from - by.to <= 1)) return false;
  for (let at = number.to; at < mention.from; at++) if (tokens[at]?.norm === ";") return false;
  return true;
}

/** Whether the verb is a perfect, also one that is reported ("said it had hit"). */
function isDoneUpToNow(document: Document, sentence: Sentence, number: NumberHit, { act }: Deed): boolean {
  const { plurals } = document.language;
  const isOwn = act !== null && act.from >= sentence.from && act.to <= sentence.to;
  const end = isOwn ? (act.from >= number.to ? act.from : Math.min(act.from, number.start)) : number.start;
  const from = isOwn && act.from >= number.to ? Math.max(number.to, end - reach) : end - reach;
  for (let at = Math.max(sentence.from, from); at < end; at++)
    if (plurals?.perfect.has(document.tokens[at]?.norm ?? "") === true) return true;
  return false;
}

/** Whether the day that is carried on is one of the fight's before its last two. */
function isOfDayBefore({ carriedDay, campaign }: Setting): boolean {
  const end = campaign?.value?.split("/")[1];
  if (carriedDay?.length !== 10 || end === undefined) return false;
  return CalendarDay.from(carriedDay).daysUntil(CalendarDay.from(end)) > 1;
}

const countReach = 4;

/** "The monitor counted 238 dead", "the toll climbed to 34": what somebody keeps count of. */
function isCounted({ sentence, numbers }: Setting, number: NumberHit): boolean {
  const { tally, toldAt, tollWord, countWord } = sentence.hits.of;
  if (tally.some((hit) => hit.to <= number.start && !numbers.some((one) => one.to <= hit.from))) return true;
  return toldAt.some(
    (at) =>
      at.to === number.start &&
      [...tollWord, ...countWord].some((hit) => hit.to <= at.from && at.from - hit.to <= countReach),
  );
}

/** What is told of a town is of what happened there. */
function isOfTown({ places }: Setting): boolean {
  return places.some(({ code }) => placeByCode(code)?.kind === "town");
}
