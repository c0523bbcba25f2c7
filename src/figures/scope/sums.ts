import type { Measure } from "../../measures.ts";
import type { Scene, Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { isOfNextClause } from "../dates/lead-clause.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { gainAfter } from "../parts/gains.ts";
import { isLand, isReturn, isTabledLoss } from "../things/measure-kinds.ts";
import { daysOf } from "./stretches.ts";
import type { Document } from "../text/document.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";

const blows = anyOf("strike", "attack", "airStrike", "explosion", "shelling", "disaster");

/** "танки – 7 991 (+14)": a sum with what the last day added. */
export function isTally(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (isTabledLoss(deed.measure) && gainAfter(scene.document.tokens, number) !== null) return true;
  if (deed.act?.id !== "loss" || setting.sentence.hits.has.pastDay) return false;
  const { tokens } = scene.document;
  const to = Math.min(tokens.length - 2, number.to + tallyReach);
  for (let at = Math.max(0, number.to - tallyReach); at < to; at++)
    if (tokens[at]?.norm === "(" && tokens[at + 1]?.norm === "+" && tokens[at + 2]?.kind === "number")
      return true;
  return false;
}

/** A line without an increase stands near lines with one. */
const tallyReach = 40;

/** Losses told after "from February 24, 2022 to June 13, 2025" are those of that stretch. */
export function isTableOfLosses(setting: Setting, deed: Deed): boolean {
  return (
    setting.carriedWindow?.value != null &&
    isTabledLoss(deed.measure) &&
    daysOf(setting.carriedWindow.value) > longMinDays
  );
}

const longMinDays = 300;

const operationReach = 18;

/** "Since the start of the evacuation": a running sum of a named operation. */
export function hasOperationStart(setting: Setting, number: NumberHit, mention: DateMention | null): boolean {
  const limit =
    mention === null ? operationReach : Math.min(operationReach, Math.abs(number.from - mention.from) - 1);
  return setting.sentence.hits.of.since.some(
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
    !hasAny(sentence, blows)
  );
}

const attackConcepts = anyOf(
  "strike",
  "attack",
  "airStrike",
  "airAttack",
  "explosion",
  "shelling",
  "assault",
  "clash",
);
const auxiliaries = 2;

/** "At least 273 prisoners have been executed": in the perfect, of no attack and no day that is told, so many are those of the war. */
export function isTollSoFar(document: Document, setting: Setting, number: NumberHit, deed: Deed): boolean {
  const { plurals } = document.language;
  const { act, measure } = deed;
  if (plurals === null || act === null || act.from < number.to || (number.low ?? 0) < warTollLow)
    return false;
  if (measure !== "killed" && measure !== "injured") return false;
  if (hasAny(setting.sentence, attackConcepts) || setting.places.length > 0) return false;
  return isInPerfect(document, Math.max(number.to, act.from - auxiliaries), act.from);
}

/** "Have been", "has": whether one stands among the tokens; "had" tells of what was over. */
export function isInPerfect(document: Document, from: number, to: number): boolean {
  const { plurals } = document.language;
  for (let at = from; at < to; at++) {
    const norm = document.tokens[at]?.norm ?? "";
    if (plurals?.perfect.has(norm) === true && norm !== plurals.pastPerfect) return true;
  }
  return false;
}

/** "In all, 6,060 bodies had been returned": in the perfect, of those who come home leg by leg, a sum up to now. */
export function isSumInAll(document: Document, setting: Setting, number: NumberHit, deed: Deed): boolean {
  const { sentence, dates } = setting;
  const { act } = deed;
  if (!isReturn(deed.measure) || act === null || dates.length > 0) return false;
  if (!sentence.hits.of.inAll.some((hit) => hit.to <= number.start && hit.from - sentence.from <= 1))
    return false;
  for (let at = sentence.from; at < act.from; at++)
    if (document.language.plurals?.perfect.has(document.tokens[at]?.norm ?? "") === true) return true;
  return false;
}

/** "16 of the 33 hostages who are to be freed have come home": in the perfect, of a whole that is known, a sum up to now. English. */
export function isSumOfWhole(
  document: Document,
  setting: Setting,
  number: NumberHit,
  { measure }: Deed,
): boolean {
  const { plurals } = document.language;
  const { sentence, numbers } = setting;
  const next = numbers[numbers.indexOf(number) + 1];
  if (plurals === null || next === undefined || !isReturn(measure)) return false;
  if (document.tokens[next.start - 1]?.norm !== plurals.definite) return false;
  if (!sentence.hits.of.outOf.some((of) => of.from === number.to && of.to === next.start)) return false;
  const isPerfectAt = (at: number): boolean => plurals.perfect.has(document.tokens[at]?.norm ?? "");
  return sentence.hits.of.release.some(
    (act) => act.from >= next.to && (isPerfectAt(act.from - 1) || isPerfectAt(act.from - 2)),
  );
}

/** "Has lost over 5,000 soldiers and 16 helicopters": in the perfect, of no day and no battle, the losses of the war. */
export function isLossSoFar(document: Document, setting: Setting, { act, measure }: Deed): boolean {
  const { sentence, dates, places } = setting;
  if (document.language.freeOrder || act?.id !== "loss" || dates.length > 0) return false;
  if (measure !== "casualties" && measure !== "equipment.lost") return false;
  if (places.some((place) => place.isLocated) || hasAny(sentence, attackConcepts)) return false;
  return isInPerfect(document, Math.max(sentence.from, act.from - auxiliaries), act.from);
}

/** "More than 300 drones so far": a sum up to now. */
export function isSumSoFar(document: Document, setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (tolls.has(deed.measure) && !isTollOfWar(setting, number, deed)) return false;
  return setting.sentence.hits.of.soFar.some(
    (hit) =>
      !setting.sentence.hits.of.superlative.some(
        (most) => most.to <= hit.from && hit.from - most.to <= recordReach,
      ) &&
      !isOfNextClause(document, setting, number, hit) &&
      Math.min(Math.abs(hit.from - number.to), Math.abs(number.start - hit.to)) <= sumReach,
  );
}

const operations = anyOf("ceasefire", "agreed", "inStages");

/** "Under the truce Hamas has so far freed 15": the sum of one deal's legs, not of a war. */
export function isSumOfDeal({ sentence }: Setting, number: NumberHit, deed: Deed): boolean {
  if (!isReturn(deed.measure) || !sentence.hits.has.soFar || isStock(number, deed)) return false;
  return hasAny(sentence, operations);
}

/** "Під контролем ЗСУ 28 населених пунктів": land that is held was taken over some time. */
export function isLandHeld({ document }: Scene, setting: Setting, deed: Deed): boolean {
  const isFree = document.language.freeOrder;
  if (!isLand(deed.measure) || !setting.sentence.hits.has.underControl) return false;
  const { act } = deed;
  return isFree || setting.sentence.hits.of.underControl.some((hit) => hit.from === act?.from);
}

/** From how many on a count without a time of its own is that of a war, not of one day. */
const stockLow: Partial<Record<Measure, number>> = {
  killed: 10_000,
  casualties: 10_000,
  injured: 10_000,
  missing: 10_000,
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

/** So many without a time of their own are those of a war. */
export function isStock(number: NumberHit, deed: Deed): boolean {
  const low = stockLow[deed.measure];
  return low !== undefined && (number.low ?? number.high ?? 0) >= low;
}
