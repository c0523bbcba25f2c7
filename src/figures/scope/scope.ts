import type { Measure } from "../../measures.ts";
import type { Scope } from "../../model/figure.ts";
import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { hasConcept } from "../text/document.ts";
import { isTelling } from "../dates/date-mention.ts";
import { gainAfter } from "../parts/gains.ts";
import { nearestDate } from "../dates/nearest-date.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { plannable, isFormula, isTomorrow, isAhead, isPlanned } from "./promises.ts";
import { isOwnDay, isSinceWar, sinceWarOf } from "./war-time.ts";
import { hitsOf, indexed } from "../text/sentence-hits.ts";
import { CalendarDay } from "../dates/calendar-day.ts";

/** When the counted thing happened, and over what stretch. */
export interface Timing {
  readonly scope: Scope;
  readonly date: string | null;
}

const runningMaxDays = 8;

/** The scope and date of one number. */
export function timingOf(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): Timing {
  const total = hitsOf(setting.sentence, "bringsTotal")[0];
  if (total !== undefined && number.to <= total.from)
    return timingOf(scene, upTo(setting, total.from), number, deed);
  const timing = ownTiming(scene, ofToll(setting, number), number, deed);
  const isSum =
    (total !== undefined && number.from - total.to <= totalReach) || hasConcept(setting.sentence, "inStages");
  return isSum && timing.scope === "event" && plannable.has(deed.measure)
    ? { scope: "running", date: null }
    : timing;
}

const totalReach = 12;

/** "950 were killed in a day, pushing the toll to 71,200": the day before the other number is not the toll's. */
function ofToll(setting: Setting, number: NumberHit): Setting {
  if (!hasConcept(setting.sentence, "tollWord")) return setting;
  const { hits } = setting.sentence;
  const toll = hitsOf(setting.sentence, "tollWord").findLast((hit) => hit.to <= number.start);
  const other = toll === undefined ? undefined : setting.numbers.find((one) => one.to <= toll.from);
  if (toll === undefined || other === undefined) return setting;
  if (setting.numbers.some((one) => one.from >= toll.to && one.to <= number.start)) return setting;
  const dates = setting.dates.filter((date) => date.from >= toll.from);
  return dates.length === setting.dates.length
    ? setting
    : {
        ...setting,
        dates,
        sentence: {
          ...setting.sentence,
          hits: indexed(hits.filter((hit) => hit.id !== "pastDay" || hit.from > toll.from)),
        },
      };
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
    isUnder(setting.heading, deed)
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
  if (deed.measure.endsWith(".held"))
    return { scope: "overall", date: mention?.kind === "since" ? mention.value : today };
  const week = lastWeekOf(scene, setting, number, deed);
  if (week !== null) return { scope: "running", date: week };
  const since = sinceFor(setting, number, mention);
  if (since !== null) return stretchOf(since.value);
  if (mention?.kind === "window" && mention.value !== null && daysOf(mention.value) > runningMaxDays)
    return { scope: "overall", date: mention.value };
  if (mention === null && isTableOfLosses(setting, deed))
    return { scope: "overall", date: setting.carriedWindow?.value ?? null };
  if (isSinceWar(setting) && !isOwnDay(setting, number, sinceWarOf(setting)))
    return { scope: "overall", date: today };
  if (isTally(scene, setting, number, deed)) return { scope: "overall", date: mention?.value ?? today };
  if (isLandHeld(setting, deed)) return { scope: "overall", date: today };
  const isOfOperation = hasOperationStart(setting, number, mention);
  if (!isOfOperation && isSumSoFar(setting, number, deed) && mention?.kind !== "window")
    return {
      scope: "overall",
      date: mention?.kind === "month" || mention?.kind === "year" ? mention.value : today,
    };
  // Children are brought home one by one over years.
  if (isOfOperation)
    return { scope: deed.measure === "children.returned" ? "overall" : "running", date: today };
  return statedTiming(scene, setting, { number, deed, mention });
}

const weekReach = 3;
const inSeries = /^attacks$|\.(?:launched|downed|stopped|suppressed|hit|fired)$/u;

/** "Struck the town 258 times last week": what is counted one by one was counted over that whole week; Monday to Sunday. */
function lastWeekOf(
  { document, today }: Scene,
  { sentence }: Setting,
  number: NumberHit,
  deed: Deed,
): string | null {
  if (document.language.freeOrder || today === null || !inSeries.test(deed.measure)) return null;
  const isThen = hitsOf(sentence, "lastWeek").some(
    (hit) => hit.from >= number.to && hit.from - number.to <= weekReach,
  );
  return isThen ? weekBefore(today) : null;
}

/** Monday to Sunday of the week before that of a day. */
function weekBefore(today: CalendarDay): string {
  const sunday = today.minus(today.dayOfWeek);
  return `${sunday.minus(6).toString()}/${sunday.toString()}`;
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
  if (mention?.isWeekend === true && !inSeries.test(deed.measure))
    return { scope: "event", date: mention.value };
  if (mention?.kind === "window") return windowOf(mention);
  const isSummary =
    scene.document.report.source.side !== null ||
    // "За тиждень звільнено сім сіл. Площа становить 90 км²": land is taken over the same time.
    (scene.document.language.freeOrder && ofLand.test(deed.measure)) ||
    hasConcept(setting.sentence, "sameStretch") ||
    (isOfTable(scene, setting) && ofLosses.test(deed.measure));
  // "Clashes last week left 48 dead": some day of that week.
  if (mention === null && scene.today !== null && hasConcept(setting.sentence, "lastWeek"))
    return { scope: "event", date: weekBefore(scene.today) };
  if (mention === null && setting.carriedWindow !== null && isSummary) return windowOf(setting.carriedWindow);
  if (mention === null && isStock(number, deed) && !hasConcept(setting.sentence, "inReturn"))
    return { scope: "overall", date: today };
  if (mention?.kind === "month" || mention?.kind === "year") return { scope: "overall", date: mention.value };
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

/** A row under a heading, or that heading. */
function isOfTable(scene: Scene, { heading, sentence }: Setting): boolean {
  return heading !== null || scene.document.tokens[sentence.to - 1]?.norm === ":";
}

/** "4 million are without power", "22 are still missing": told without a day it is so on the day of the report. */
function isNow({ sentence, carriedDay }: Setting, number: NumberHit, { measure, act }: Deed): boolean {
  // "Strikes cut power to 270,000 homes" was some time before.
  if (measure === "customers.without_power")
    return carriedDay === null && act !== null && act.from >= number.to;
  return measure === "missing" && hasConcept(sentence, "still");
}

const sinceNumberReach = 14;

/** The stretch "since …" that the number was counted over; null: none, or a day of its own is nearer. */
function sinceFor(setting: Setting, number: NumberHit, mention: DateMention | null): DateMention | null {
  const since = setting.dates.find((date) => date.kind === "since" && !isSuperlative(setting, date)) ?? null;
  if (since === null || isOwnDay(setting, number, since)) return null;
  const isOnly =
    mention === null ||
    mention.kind === "since" ||
    isTelling(setting.sentence, mention) ||
    Math.abs(since.from - number.from) < sinceNumberReach;
  return isOnly ? since : null;
}

/** "танки – 7 991 (+14)": a sum with what the last day added. */
function isTally(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (ofLosses.test(deed.measure) && gainAfter(scene.document.tokens, number) !== null) return true;
  if (deed.act?.id !== "loss" || hasConcept(setting.sentence, "pastDay")) return false;
  const { tokens } = scene.document;
  const to = Math.min(tokens.length - 2, number.to + tallyReach);
  for (let at = Math.max(0, number.to - tallyReach); at < to; at++)
    if (tokens[at]?.norm === "(" && tokens[at + 1]?.norm === "+" && tokens[at + 2]?.kind === "number")
      return true;
  return false;
}

/** A line without an increase stands near lines with one. */
const tallyReach = 40;

const ofLand = /^(?:area|settlements)\.captured$/u;

const ofLosses = /^(?:casualties|equipment\.lost)$|\.downed$/u;

/** Losses told after "from February 24, 2022 to June 13, 2025" are those of that stretch. */
function isTableOfLosses(setting: Setting, deed: Deed): boolean {
  return (
    setting.carriedWindow?.value != null &&
    ofLosses.test(deed.measure) &&
    daysOf(setting.carriedWindow.value) > longMinDays
  );
}

/** A stretch of a report that has no day is told without its days. */
function windowOf({ value }: DateMention): Timing {
  return value === null ? { scope: "running", date: null } : stretchOf(value);
}

/** A stretch up to the day of the report; of one day it is that day. */
function stretchOf(value: string | null): Timing {
  const days = daysOf(value);
  if (days === 1) return { scope: "event", date: value?.split("/")[0] ?? null };
  return { scope: days <= runningMaxDays ? "running" : "overall", date: value };
}

/** "On January 27 two were killed. Another eleven were wounded in the past day": the day told of is the last one whole. */
function isDayBefore(day: string | null, today: string | null): boolean {
  if (day?.length !== 10 || today === null) return false;
  return CalendarDay.from(day).plus(1).toString() === today;
}

const longMinDays = 300;

const operationReach = 18;

/** "Since the start of the evacuation": a running sum of a named operation. */
function hasOperationStart(setting: Setting, number: NumberHit, mention: DateMention | null): boolean {
  const limit =
    mention === null ? operationReach : Math.min(operationReach, Math.abs(number.from - mention.from) - 1);
  return hitsOf(setting.sentence, "since").some(
    (hit) => hit.to - hit.from >= 2 && number.from >= hit.to && number.from - hit.to <= limit,
  );
}

const sumReach = 12;

/** "The largest number so far" ranks one event; it sums nothing. */
const recordReach = 3;

/** What is counted anew while one event goes on: "so far" then says that it may still grow. */
const tolls: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "missing",
  "rescued",
  "evacuated",
  "sites.hit",
  "buildings.damaged",
]);

const warTollLow = 100;

/** "437 children killed so far": so many, of no attack that is named, are those of the war. */
function isTollOfWar({ sentence, dates }: Setting, number: NumberHit, deed: Deed): boolean {
  return (
    (deed.measure === "killed" || deed.measure === "injured") &&
    (number.low ?? 0) >= warTollLow &&
    dates.length === 0 &&
    !hasConcept(sentence, "strike", "attack", "airStrike", "explosion", "shelling", "disaster")
  );
}

/** "More than 300 drones so far": a sum up to now. */
function isSumSoFar(setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (tolls.has(deed.measure) && !isTollOfWar(setting, number, deed)) return false;
  return hitsOf(setting.sentence, "soFar").some(
    (hit) =>
      !hitsOf(setting.sentence, "superlative").some(
        (most) => most.to <= hit.from && hit.from - most.to <= recordReach,
      ) && Math.min(Math.abs(hit.from - number.to), Math.abs(number.start - hit.to)) <= sumReach,
  );
}

/** "Під контролем ЗСУ 28 населених пунктів": land that is held was taken over some time. */
function isLandHeld(setting: Setting, deed: Deed): boolean {
  return (
    /^(?:settlements|area)\.captured$/u.test(deed.measure) && hasConcept(setting.sentence, "underControl")
  );
}

/** From how many on a count without a time of its own is that of a war, not of one day. */
const stockLow: Partial<Record<Measure, number>> = {
  killed: 10_000,
  casualties: 10_000,
  injured: 10_000,
  displaced: 10_000,
  attacks: 8000,
  "missiles.launched": 1000,
  "missiles.downed": 500,
  "drones.launched": 8000,
  "drones.downed": 1500,
  "weapons.launched": 2000,
  "equipment.lost": 300,
  captured: 2000,
  "settlements.captured": 300,
  "area.captured": 3000,
  "children.returned": 300,
  "bodies.returned": 3000,
  "prisoners.released": 1500,
};

function isStock(number: NumberHit, deed: Deed): boolean {
  const low = stockLow[deed.measure];
  return low !== undefined && (number.low ?? number.high ?? 0) >= low;
}

const rankReach = 7;
/** "The latest in a spate of attacks in the occupied territory this year". */
const latestReach = 12;

/** "The heaviest attack since 2022" counts nothing since then. */
function isSuperlative(setting: Setting, mention: DateMention): boolean {
  return hitsOf(setting.sentence, "superlative").some(
    (hit) =>
      hit.from < mention.from && mention.from - hit.from <= (hit.to - hit.from > 1 ? latestReach : rankReach),
  );
}

function isUnder(heading: Setting, deed: Deed): boolean {
  return (
    heading.sentence.hits.some((hit) => hit === deed.act) || heading.dates.length > 0 || isSinceWar(heading)
  );
}

function daysOf(value: string | null): number {
  const [start, end] = (value ?? "").split("/");
  if (start === undefined || end === undefined || start.length < 10 || end.length < 10) return Infinity;
  return CalendarDay.from(start).daysUntil(CalendarDay.from(end)) + 1;
}
