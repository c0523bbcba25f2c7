import type { Scene, Setting } from "../claim.ts";
import { CalendarDay } from "../dates/calendar-day.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { nearestDate } from "../dates/nearest-date.ts";
import { dayOfWhen } from "../dates/since-when.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isAhead, isFormula, isPlanned, isTomorrow, plannable } from "./promises.ts";
import { timeOfCampaign } from "./campaign.ts";
import type { Timing } from "./stretches.ts";
import {
  daysOf,
  inSeries,
  isOfBefore,
  lastWeekOf,
  runningMaxDays,
  stretchOf,
  weekBefore,
  windowOf,
} from "./stretches.ts";
import {
  hasOperationStart,
  isLandHeld,
  isLossSoFar,
  isStock,
  isSumInAll,
  isSumOfDeal,
  isSumOfWhole,
  isSumSoFar,
  isTableOfLosses,
  isTally,
  isTollSoFar,
} from "./sums.ts";
import type { TotalPhrase } from "./total-phrase.ts";
import { totalPhrase } from "./total-phrase.ts";
import { isOfOneIncident } from "./one-incident.ts";
import { isLately, lastSuch } from "./ranks.ts";
import { isSinceHeld, sinceFor } from "./since.ts";
import { isDoneByWar, isOverWholeTime, isOwnDay, isSinceWar, sinceWarOf } from "./war-time.ts";
import { isLand, isTabledLoss, measuresLike } from "../things/measure-kinds.ts";
import { indexed } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

/** The scope and date of one number. */
export function timingOf(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): Timing {
  const total = totalPhrase(scene.document, setting.sentence);
  if (total !== null && number.to <= total.from)
    return timingOf(scene, upTo(setting, total.from), number, deed);
  if (
    isSumInAll(scene.document, setting, number, deed) ||
    isSumOfWhole(scene.document, setting, number, deed)
  )
    return { scope: "running", date: scene.today?.toString() ?? null };
  if (isBeyondMonth(setting, number)) return { scope: "overall", date: scene.today?.toString() ?? null };
  const timing = ownTiming(scene, ofSum(setting, number, total), number, deed);
  const isSum =
    (total !== null && number.from - total.to <= totalReach) ||
    (setting.sentence.hits.has.inStages && !isOfOneStage(setting, number));
  return isSum && timing.scope === "event" && plannable.has(deed.measure)
    ? { scope: "running", date: null }
    : timing;
}

const togetherReach = 1;

/** "У 2024-му повернули 1358, а загалом — 3956": after the number of a month or a year the sum of all is told. */
function isBeyondMonth({ sentence, numbers, dates }: Setting, number: NumberHit): boolean {
  const all = sentence.hits.of.together.find(
    (hit) => hit.to <= number.start && number.start - hit.to <= togetherReach,
  );
  return (
    all !== undefined &&
    dates.length > 0 &&
    dates.every(({ kind, to }) => (kind === "month" || kind === "year") && to <= all.from) &&
    numbers.some(({ to }) => to <= all.from && to > (dates.at(-1)?.to ?? 0))
  );
}

const totalReach = 12;
const ownDayReach = 2;

/** "In five deliveries: 1,212 on 11 June": with a day right after it a number is of one of them. */
function isOfOneStage({ sentence, dates }: Setting, number: NumberHit): boolean {
  return (
    sentence.hits.of.inStages.some((stages) => stages.to <= number.start) &&
    dates.some(
      (date) => date.kind === "day" && date.from >= number.to && date.from - number.to <= ownDayReach,
    )
  );
}

/** "950 were killed in a day, pushing the toll to 71,200": the day before the words of a sum is not the sum's. */
function ofSum(setting: Setting, number: NumberHit, total: TotalPhrase | null): Setting {
  const from = total?.from ?? tollBefore(setting, number);
  if (from === null || from >= number.start) return setting;
  const dates = setting.dates.filter((date) => date.from >= from);
  if (dates.length === setting.dates.length) return setting;
  const hits = setting.sentence.hits.filter((hit) => hit.id !== "pastDay" || hit.from > from);
  return { ...setting, dates, sentence: { ...setting.sentence, hits: indexed(hits) } };
}

/** Where a word of a toll stands that the number is the first after, and another number before. Null: none does. */
function tollBefore(setting: Setting, number: NumberHit): number | null {
  const toll = lastOf(setting.sentence.hits.of.tollWord, (hit) => hit.to <= number.start);
  if (toll === undefined || !setting.numbers.some((one) => one.to <= toll.from)) return null;
  return setting.numbers.some((one) => one.from >= toll.to && one.to <= number.start) ? null : toll.from;
}

/** The part of a setting before "bringing the total since October to …": what stands after tells of the total alone. */
function upTo(setting: Setting, end: number): Setting {
  const { sentence } = setting;
  return {
    ...setting,
    sentence: { ...sentence, to: end, hits: indexed(sentence.hits.filter((hit) => hit.to <= end)) },
    dates: setting.dates.filter((mention) => mention.to <= end),
  };
}

function ownTiming(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): Timing {
  if (
    setting.heading !== null &&
    setting.dates.length === 0 &&
    setting.heading.heading === null &&
    (deed.act !== null || setting.heading.dates.length > 0) &&
    isUnder(scene, setting.heading, number, deed)
  ) {
    return timingOf(scene, { ...setting.heading, numbers: setting.numbers }, number, deed);
  }
  const mention = nearestDate(scene, setting, { number, deed });
  const today = scene.today?.toString() ?? null;
  if (isFormula(setting, number, deed) && mention?.kind !== "window") return { scope: "planned", date: null };
  if (isPlanned(scene, setting, number, deed))
    return {
      scope: "planned",
      date: mention !== null && isAhead(setting, number, mention, today) ? mention.value : null,
    };
  if (held.has(deed.measure))
    return { scope: "overall", date: mention?.kind === "since" ? mention.value : today };
  const week = lastWeekOf(scene, setting, number, deed);
  if (week !== null) return { scope: "running", date: week };
  const last = lastSuch(scene, setting, number) ?? dayOfWhen(scene.document, setting, number);
  if (last !== null) return { scope: "event", date: last };
  const told = sinceFor(scene.document, setting, number, mention);
  const since = told !== null && isSinceHeld(setting, deed, told) ? null : told;
  // "Two have been missing since Thursday": gone on that day.
  if (since !== null && deed.measure === "missing" && !scene.document.language.freeOrder)
    return { scope: "event", date: since.value?.split("/")[0] ?? null };
  if (since !== null) return stretchOf(since.value);
  if (mention?.kind === "window" && mention.value !== null && daysOf(mention.value) > runningMaxDays)
    return { scope: "overall", date: mention.value };
  if (mention === null && isTableOfLosses(setting, deed))
    return { scope: "overall", date: setting.carriedWindow?.value ?? null };
  const begun = sinceWarOf(setting);
  // "In the eight days since the invasion": a stretch of its own.
  const isOfDays = mention?.kind === "window" && mention.to === begun?.from;
  if (isSinceWar(scene.document, setting, number) && !isOfDays && !isOwnDay(setting, number, begun))
    return { scope: "overall", date: today };
  if (isHarmOrFlight.has(deed.measure) && isOverWholeTime(scene.document, setting, number))
    return { scope: "overall", date: today };
  const fought = timeOfCampaign(scene.document, setting, { number, deed, mention });
  if (fought !== null) return fought;
  if (isTally(scene, setting, number, deed)) return { scope: "overall", date: mention?.value ?? today };
  if (isLandHeld(scene, setting, deed)) return { scope: "overall", date: today };
  if (isLossSoFar(scene.document, setting, deed)) return { scope: "overall", date: today };
  const isOfOperation = hasOperationStart(setting, number, mention);
  if (!isOfOperation && isSumSoFar(scene.document, setting, number, deed) && mention?.kind !== "window")
    return isSumOfDeal(setting, number, deed)
      ? { scope: "running", date: today }
      : {
          scope: "overall",
          date: mention?.kind === "month" || mention?.kind === "year" ? mention.value : today,
        };
  // Children are brought home one by one over years.
  if (isOfOperation)
    return { scope: deed.measure === "children.returned" ? "overall" : "running", date: today };
  return statedTiming(scene, setting, { number, deed, mention });
}

interface Stated {
  readonly number: NumberHit;
  readonly deed: Deed;
  readonly mention: DateMention | null;
}

/** By the time that stands nearest, where no other word tells the scope. */
function statedTiming(scene: Scene, setting: Setting, { number, deed, mention }: Stated): Timing {
  const today = scene.today?.toString() ?? null;
  // "Killed over the weekend": one attack on one of the two days; what comes in series was counted over both.
  if (mention?.isWeekend === true && !inSeries.has(deed.measure))
    return { scope: "event", date: mention.value };
  // "Three are still missing after the looting on 27-28 January".
  if (mention?.kind === "window" && deed.measure === "missing" && setting.sentence.hits.has.still)
    return { scope: "event", date: today };
  if (mention?.kind === "window") return windowOf(mention);
  const isSummary =
    scene.document.report.source.side !== null ||
    // "За тиждень звільнено сім сіл. Площа становить 90 км²": land is taken over the same time.
    (scene.document.language.freeOrder && isLand(deed.measure)) ||
    setting.sentence.hits.has.sameStretch ||
    (isOfTable(scene, setting) && !isOfBefore(setting, deed) && isTabledLoss(deed.measure));
  // "Clashes last week left 48 dead": some day of that week.
  if (mention === null && scene.today !== null && setting.sentence.hits.has.lastWeek)
    return { scope: "event", date: weekBefore(scene.today) };
  // "Since 27 September 1,221 have died. In that time …".
  const since = setting.sentence.hits.has.sameStretch ? (setting.carriedSince?.value ?? null) : null;
  if (mention === null && since !== null) return stretchOf(since);
  if (mention === null && setting.carriedWindow !== null && isSummary) return windowOf(setting.carriedWindow);
  if (mention === null && isLately(setting)) return { scope: "overall", date: null };
  if (isDoneByWar(scene.document, setting, deed, mention))
    return { scope: "overall", date: setting.carriedSince?.value ?? today };
  // "80 have been killed in five days of attacks. Some 11,000 have fled": of the same days.
  const before = scene.document.language.freeOrder ? null : stretchBefore(setting);
  if (mention === null && before !== null && isHarmOrFlight.has(deed.measure)) return windowOf(before);
  if (mention === null && setting.reportMonth !== null && isHarmOrFlight.has(deed.measure))
    return { scope: "overall", date: setting.reportMonth };
  const isUndated = mention === null || (mention.kind === "day" && mention.value === today);
  if (isUndated && isTollSoFar(scene.document, setting, number, deed))
    return { scope: "overall", date: today };
  if (mention === null && isStock(number, deed) && !setting.sentence.hits.has.inReturn)
    return { scope: "overall", date: today };
  if (mention?.kind === "month" || mention?.kind === "year")
    return {
      scope: isOfOneIncident(scene.document, setting.sentence, mention) ? "event" : "overall",
      date: mention.value,
    };
  if (mention === null && isNow(setting, number, deed)) return { scope: "event", date: today };
  if (mention !== null && plannable.has(deed.measure) && isTomorrow(mention, today))
    return { scope: "planned", date: mention.value };
  if (
    scene.document.language.freeOrder &&
    mention?.isPastDay === true &&
    isDayBefore(setting.carriedDay, today)
  )
    return { scope: "event", date: setting.carriedDay };
  // "16 died in Kyiv, and January 1 was declared a day of mourning": nothing is done on a day to come.
  const isToCome = mention?.kind === "day" && isTomorrow(mention, today);
  return { scope: "event", date: (isToCome ? null : mention?.value) ?? setting.carriedDay };
}

const held = measuresLike(/\.held$/u);
const isHarmOrFlight = measuresLike(/^(?:killed|injured|displaced|evacuated)$/u);

/** The stretch of a few days that the sentence right before tells; null: it tells none. */
function stretchBefore({ carriedWindow, windowIn, sentence }: Setting): DateMention | null {
  if (windowIn !== sentence.index - 1 || daysOf(carriedWindow?.value ?? null) > runningMaxDays) return null;
  return carriedWindow;
}

/** A row under a heading, or that heading. */
function isOfTable(scene: Scene, { heading, sentence }: Setting): boolean {
  return heading !== null || scene.document.tokens[sentence.to - 1]?.norm === ":";
}

/** "4 million are without power", "22 are still missing": told without a day it is so on the day of the report. */
function isNow({ sentence, carriedDay }: Setting, number: NumberHit, { measure, act }: Deed): boolean {
  // "Strikes cut power to 270,000 homes" was some time before.
  if (measure === "customers.without_power")
    return carriedDay === null && act !== null && act.from >= number.to;
  return measure === "missing" && sentence.hits.has.still;
}

/** "On January 27 two were killed. Another eleven were wounded in the past day": the day told of is the last one whole. */
function isDayBefore(day: string | null, today: string | null): boolean {
  if (day?.length !== 10 || today === null) return false;
  return CalendarDay.from(day).plus(1).toString() === today;
}

function isUnder({ document }: Scene, heading: Setting, number: NumberHit, deed: Deed): boolean {
  return (
    heading.sentence.hits.some((hit) => hit === deed.act) ||
    heading.dates.length > 0 ||
    isSinceWar(document, heading, number)
  );
}
