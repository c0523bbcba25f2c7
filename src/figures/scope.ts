import type { Measure } from "../measures.ts";
import type { Scope } from "../model/figure.ts";
import type { Deed } from "./acts.ts";
import type { Scene, Setting } from "./claim.ts";
import type { Hit } from "./lexer.ts";
import type { DateMention } from "./date-mention.ts";
import { isBracketed, isTelling } from "./date-mention.ts";
import { isForEqual } from "./each.ts";
import { gainAfter } from "./gains.ts";
import { finite } from "./noun-phrase.ts";
import type { NumberHit } from "./numbers.ts";
import { isOwnDay, isSinceWar, sinceWarOf } from "./war-time.ts";

/** When the counted thing happened, and over what stretch. */
export interface Timing {
  readonly scope: Scope;
  readonly date: string | null;
}

const runningMaxDays = 8;
const plannedReach = 9;
const plannable: ReadonlySet<string> = new Set([
  "prisoners.released",
  "hostages.released",
  "bodies.returned",
  "children.returned",
  "evacuated",
]);

/** The scope and date of one number. */
export function timingOf(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): Timing {
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
  const since = sinceFor(setting, number, mention);
  if (since !== null) return stretchOf(since.value);
  if (mention?.kind === "window" && mention.value !== null && daysOf(mention.value) > runningMaxDays)
    return { scope: "overall", date: mention.value };
  if (mention === null && isTableOfLosses(setting, deed))
    return { scope: "overall", date: setting.carriedWindow };
  if (isSinceWar(setting) && !isOwnDay(setting, number, sinceWarOf(setting)))
    return { scope: "overall", date: today };
  if (isTally(scene, setting, number, deed)) return { scope: "overall", date: mention?.value ?? today };
  const isOfOperation = hasOperationStart(setting, number, mention);
  if (!isOfOperation && isSumSoFar(setting, number, deed) && mention?.kind !== "window")
    return {
      scope: "overall",
      date: mention?.kind === "month" || mention?.kind === "year" ? mention.value : today,
    };
  // Children are brought home one by one over years.
  if (isOfOperation)
    return { scope: deed.measure === "children.returned" ? "overall" : "running", date: today };
  if (mention?.kind === "window" && mention.value === null) return { scope: "running", date: null };
  if (mention?.kind === "window")
    return {
      scope: mention.value === null || daysOf(mention.value) <= runningMaxDays ? "running" : "overall",
      date: mention.value,
    };
  if (mention === null && setting.carriedWindow !== null && scene.document.report.source.side !== null) {
    return {
      scope: daysOf(setting.carriedWindow) <= runningMaxDays ? "running" : "overall",
      date: setting.carriedWindow,
    };
  }
  if (mention === null && isStock(number, deed)) return { scope: "overall", date: today };
  if (mention?.kind === "month" || mention?.kind === "year") return { scope: "overall", date: mention.value };
  if (mention !== null && plannable.has(deed.measure) && isTomorrow(mention, today))
    return { scope: "planned", date: mention.value };
  if (
    scene.document.language.freeOrder &&
    mention?.isPastDay === true &&
    isDayBefore(setting.carriedDay, today)
  )
    return { scope: "event", date: setting.carriedDay };
  return { scope: "event", date: mention?.value ?? setting.carriedDay };
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
  if (deed.act?.id !== "loss" || setting.sentence.hits.some((hit) => hit.id === "pastDay")) return false;
  const { tokens } = scene.document;
  const to = Math.min(tokens.length - 2, number.to + tallyReach);
  for (let at = Math.max(0, number.to - tallyReach); at < to; at++)
    if (tokens[at]?.norm === "(" && tokens[at + 1]?.norm === "+" && tokens[at + 2]?.kind === "number")
      return true;
  return false;
}

/** A line without an increase stands near lines with one. */
const tallyReach = 40;

const ofLosses = /^(?:casualties|equipment\.lost)$|\.downed$/u;

/** Losses told after "from February 24, 2022 to June 13, 2025" are those of that stretch. */
function isTableOfLosses(setting: Setting, deed: Deed): boolean {
  return (
    setting.carriedWindow !== null &&
    ofLosses.test(deed.measure) &&
    daysOf(setting.carriedWindow) > longMinDays
  );
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
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString() === today;
}

const longMinDays = 300;

const operationReach = 18;

/** "Since the start of the evacuation": a running sum of a named operation. */
function hasOperationStart(setting: Setting, number: NumberHit, mention: DateMention | null): boolean {
  const limit =
    mention === null ? operationReach : Math.min(operationReach, Math.abs(number.from - mention.from) - 1);
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "since" && hit.to - hit.from >= 2 && number.from >= hit.to && number.from - hit.to <= limit,
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

/** "More than 300 drones so far": a sum up to now. */
function isSumSoFar(setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (tolls.has(deed.measure)) return false;
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "soFar" &&
      !setting.sentence.hits.some(
        (most) => most.id === "superlative" && most.to <= hit.from && hit.from - most.to <= recordReach,
      ) &&
      Math.min(Math.abs(hit.from - number.to), Math.abs(number.start - hit.to)) <= sumReach,
  );
}

const formulaLow = 1000;

/** "The exchange of 1,000 for 1,000": the name of an operation, its target. */
function isFormula(setting: Setting, number: NumberHit, deed: Deed): boolean {
  return (
    deed.measure === "prisoners.released" &&
    (number.low ?? 0) >= formulaLow &&
    isForEqual(setting, setting.numbers.indexOf(number))
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
  "prisoners.released": 1500,
};

function isStock(number: NumberHit, deed: Deed): boolean {
  const low = stockLow[deed.measure];
  return low !== undefined && (number.low ?? number.high ?? 0) >= low;
}

/** "The heaviest attack since 2022" counts nothing since then. */
function isSuperlative(setting: Setting, mention: DateMention): boolean {
  return setting.sentence.hits.some(
    (hit) => hit.id === "superlative" && hit.from < mention.from && mention.from - hit.from <= 7,
  );
}

function isUnder(heading: Setting, deed: Deed): boolean {
  return (
    heading.sentence.hits.some((hit) => hit === deed.act) || heading.dates.length > 0 || isSinceWar(heading)
  );
}

/** What is told of a day that has not come is promised, in whatever words. */
function isTomorrow({ value }: DateMention, today: string | null): boolean {
  return value !== null && today !== null && (value.split("/")[0] ?? value) > today;
}

/** A day to come; today's only after the number: before it, it is the day of the promise. */
function isAhead(setting: Setting, number: NumberHit, mention: DateMention, today: string | null): boolean {
  if (mention.value === null) return false;
  if (today === null || mention.value > today) return true;
  return mention.value === today && mention.from >= number.to && !isTelling(setting.sentence, mention);
}

function daysOf(value: string | null): number {
  const [start, end] = (value ?? "").split("/");
  if (start === undefined || end === undefined || start.length < 10 || end.length < 10) return Infinity;
  return Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(end)).days + 1;
}

/** A promise, a demand or an agreement governs the act. */
function isPlanned(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (!plannable.has(deed.measure)) return false;
  const act = deed.act;
  // "Про який домовилися: повернулися 120": what has been done is no promise, whatever was agreed before.
  if (act !== null && scene.document.language.freeOrder && isFinitePast(scene, setting, act)) return false;
  const anchor = act === null ? number.from : Math.min(act.from, number.from);
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "planned" &&
      (hit.from <= Math.max(anchor, number.from) || isBetween(setting, hit, number, act)) &&
      !isDoneAfter(scene, setting, { hit, number, act }) &&
      anchor - hit.to <= plannedReach &&
      (act === null || hit.from <= act.from || hit.from < number.from),
  );
}

/** "Повернулися", "освободили", "додому повернулися": the act, or the word beside it that promises nothing itself, is a verb in the past tense. */
function isFinitePast({ document }: Scene, { sentence }: Setting, act: Hit): boolean {
  for (let at = act.from - 1; at <= act.to; at++) {
    const isOfPromise = sentence.hits.some((hit) => hit.id === "planned" && hit.from <= at && at < hit.to);
    if (!isOfPromise && finite.test(document.tokens[at]?.norm ?? "")) return true;
  }
  return false;
}

interface Outlook {
  readonly hit: Hit;
  readonly number: NumberHit;
  readonly act: Hit | null;
}

/** "Of the 33 to be freed, 19 have been released": the promise is of the number before the comma. */
function isDoneAfter(scene: Scene, setting: Setting, { hit, number, act }: Outlook): boolean {
  if (act === null || act.from < number.to || hit.to > number.start || scene.document.language.freeOrder)
    return false;
  const isOfOther = setting.numbers.some((other) => other.to <= hit.from);
  for (let at = hit.to; at < number.start; at++)
    if (isOfOther && scene.document.tokens[at]?.norm === ",") return true;
  return false;
}

/** "Fifty hostages will be freed": the promise stands between the number and its act. */
function isBetween(setting: Setting, hit: Hit, number: NumberHit, act: Hit | null): boolean {
  if (act === null || hit.from < number.to || hit.to > act.from) return false;
  return !setting.numbers.some((other) => other.from >= number.to && other.to <= act.from);
}

/** "Under the agreements reached on September 5": the day of the deal, not that of what was done by it. */
function isOfDeal(setting: Setting, mention: DateMention): boolean {
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "agreed" &&
      hit.to <= mention.from &&
      mention.from - hit.to <= dealReach &&
      !setting.numbers.some((number) => number.from >= hit.to && number.to <= mention.from),
  );
}

const dealReach = 3;

/** "In two days 575 came home: yesterday the youngest": what follows a colon is told of parts. */
function isBeyondColon({ document }: Scene, number: NumberHit, mention: DateMention): boolean {
  for (let at = number.to; at < mention.from; at++) if (document.tokens[at]?.norm === ":") return true;
  return false;
}

interface Anchor {
  readonly number: NumberHit;
  readonly deed: Deed;
}

/** "Of them 1,220 in the past day": the time right after a number is its own. */
const besideNumber = 2;
const ownBonus = 2;

/** The stated time that the number belongs to: the nearest, the day of the telling last. */
function nearestDate(scene: Scene, setting: Setting, anchor: Anchor): DateMention | null {
  let best: { readonly mention: DateMention; readonly cost: number } | null = null;
  const hasDay = setting.dates.some((mention) => mention.kind === "day");
  for (const mention of setting.dates) {
    if (mention.kind === "since") continue;
    const anchors = [anchor.number.from, anchor.deed.act?.from ?? anchor.number.from];
    let cost = Math.min(...anchors.map((at) => Math.abs(at - mention.from)));
    if (isTelling(setting.sentence, mention)) cost += 40;
    if (isOfDeal(setting, mention)) cost += 30;
    if (isBeyondColon(scene, anchor.number, mention)) cost += 12;
    if (isBracketed(scene.document, setting.sentence, mention)) cost += 30;
    if (mention.from >= anchor.number.to && mention.from - anchor.number.to <= besideNumber) cost -= ownBonus;
    if (mention.kind === "night" && hasDay) cost += 20;
    if (mention.kind === "month" || mention.kind === "year") cost += 10;
    if (best === null || cost < best.cost) best = { mention, cost };
  }
  return best?.mention ?? null;
}
