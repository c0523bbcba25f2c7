import type { Deed } from "../deeds/acts.ts";
import { isAge } from "./ages.ts";
import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isIncident } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import type { Counted } from "../things/counted.ts";
import { isAround } from "./around.ts";
import { isAdjective, isNamedAnyway } from "./noun-only.ts";
import { isFormer } from "./former.ts";
import { isElliptic, isOfUnknown } from "./unknown-noun.ts";
import { isKnownWhole, isShareOf } from "./shares.ts";
import { isTeller } from "./tellers.ts";
import { isOfWounded } from "./wounded.ts";
import { isRate } from "./rates.ts";
import { isOfMeans, isUntrue } from "./untrue.ts";
import { isOfWhole } from "./wholes.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const attackKinds = anyOf("attack", "airStrike", "shelling", "explosion");
const killOrInjure = anyOf("kill", "injure");

const beside = 3;

/** "The exchange between the two men": people known already, of whom no act stands near. */
export function isTheTwo(scene: Scene, number: NumberHit, deed: Deed): boolean {
  const { language, tokens } = scene.document;
  const isDefinite = itemAt(tokens, number.start - 1)?.norm === language.plurals?.definite;
  return isDefinite && number.low === 2 && isPeople(deed.thing) && deed.cost > beside;
}

/** "36 of the Ukrainians were wounded": the state that captives came home in is no harm of this day. */
export function isCondition(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): boolean {
  return (
    scene.isExchange &&
    (deed.measure === "injured" || deed.measure === "prisoners.held") &&
    // "Two of the 15 people injured in the city were children": told of an attack.
    !isOfCounted(setting, number) &&
    setting.sentence.hits.of.outOf.some((hit) => hit.from === number.to) &&
    !hasAny(setting.sentence, attackKinds)
  );
}

/** "Two of the 15": the whole has a number of its own. */
function isOfCounted({ sentence, numbers }: Setting, number: NumberHit): boolean {
  const next = numbers[numbers.indexOf(number) + 1];
  return sentence.hits.of.outOf.some((of) => of.from === number.to && of.to === next?.start);
}

/** "Killing one and wounding five": harm right beside the number. */
export function isVictim(setting: Setting, number: NumberHit): boolean {
  return hitsOfAny(setting.sentence, killOrInjure).some(
    (hit) => hit.to === number.start || hit.from === number.to,
  );
}

const inPlaces: ReadonlySet<string> = new Set([
  "aircraft",
  "helicopter",
  "tank",
  "vehicle",
  "ship",
  "artillery",
  "airDefence",
]);

/** "22 drones over eight regions": a number of places where something was, not what was struck. */
export function isWhereabouts({ document }: Scene, setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (deed.thing !== "site" && deed.thing !== "settlement") return false;
  if (deed.measure === "buildings.damaged" && isDistrict(setting, number)) return true;
  const isStruck = deed.measure === "sites.hit" && (deed.act?.id === "hit" || deed.act?.id === "attack");
  // "На чотирьох аеродромах уражено 41 літак": something else was struck there.
  const isOfOthers = setting.counted.some(
    (one, at) => one.thing !== null && inPlaces.has(one.thing) && setting.numbers[at] !== number,
  );
  // "Evacuations in two districts after a dam was struck".
  const isOtherClause = setting.sentence.hits.of.clause.some(
    (hit) => hit.from >= number.to && hit.to <= (deed.act?.from ?? 0),
  );
  if (
    !document.language.freeOrder &&
    (isAfterPlace(setting, number) || isWhereTargets(setting, number, deed))
  )
    return true;
  // "С двух аэродромов поднялись бомбардировщики": where something set out.
  if (document.language.freeOrder && setting.sentence.hits.of.from.some((hit) => hit.to === number.start))
    return true;
  if (isStruck && !isOfOthers && !isOtherClause) return false;
  return setting.sentence.hits.of.in.some(
    (hit) =>
      (hit.to === number.start || hit.to === number.from) &&
      !setting.sentence.hits.of.about.some((about) => about.from === hit.from) &&
      // "Повреждения по 17 адресам": right after what was done to them.
      !(hit.from === deed.act?.to && deed.measure === "buildings.damaged") &&
      !(isStruck && hit.from === deed.act?.from) &&
      // "Ураження по 2 районах і 3 засобах ППО": "по" tells at what it was aimed.
      !(
        isStruck &&
        hit.from === deed.act?.to &&
        setting.sentence.hits.of.each.some((at) => at.from === hit.from)
      ),
  );
}

/** "На перетині двох районів міста": districts and regions are no buildings. */
function isDistrict({ sentence, numbers, counted }: Setting, number: NumberHit): boolean {
  const noun = counted[numbers.indexOf(number)];
  return noun !== undefined && sentence.hits.of.regionWord.some((word) => word.from === noun.from);
}

const targetNouns = anyOf("site", "building");

/** "Hit targets in six regions": the verb has its object, and the number says where. */
function isWhereTargets({ sentence }: Setting, number: NumberHit, { act }: Deed): boolean {
  return (
    act !== null &&
    act.to <= number.start &&
    sentence.hits.of.in.some((cue) => cue.to === number.start) &&
    hitsOfAny(sentence, targetNouns).some((noun) => noun.from >= act.from && noun.to < number.start)
  );
}

/** "Lost power in Kyiv and nine regions": joined to a place that a word of where stands before. */
function isAfterPlace({ sentence, places }: Setting, number: NumberHit): boolean {
  const and = sentence.hits.of.and.find((hit) => hit.to === number.start);
  const place = and === undefined ? undefined : places.find((one) => one.to === and.from);
  // "Captured the town of Kurakhove and three villages": the words name a place, they say nowhere.
  return (
    place !== undefined &&
    sentence.hits.of.in.some(
      (cue) => cue.to === place.from && !sentence.hits.of.settlement.some((town) => town.from === cue.from),
    )
  );
}

/** "Shot dead by two gunmen": who did it is counted, not who suffered it. */
export function isAgent(setting: Setting, number: NumberHit, deed: Deed): boolean {
  return (
    isPeople(deed.thing) &&
    deed.act !== null &&
    deed.act.to <= number.start &&
    setting.sentence.hits.of.by.some((hit) => hit.to === number.start)
  );
}

/** "27 times the speed of sound", "three times as much oil": a multiple. */
function isMultiple({ sentence }: Setting, counted: Counted): boolean {
  return counted.thing === "times" && sentence.hits.of.multiple.some((hit) => hit.from === counted.to);
}

const objectReach = 3;

/** "Два воина уничтожили российскую группу": in Ukrainian and Russian a subject stands before the verb whose object follows. */
export function isDoer(scene: Scene, setting: Setting, told: Told): boolean {
  const { number, counted, deed } = told;
  const { tokens, language } = scene.document;
  const { hits } = setting.sentence;
  const { act } = deed;
  if (!language.freeOrder || act === null || !isPeople(deed.thing)) return false;
  // "Два воина ВСУ уничтожили": whose they are may stand between.
  const isNamed = setting.sentence.hits.of.party.some(
    (hit) => hit.from === counted.to && hit.to === act.from,
  );
  if (act.from !== counted.to && !isNamed) return false;
  if (!setting.sentence.hits.of.slays.some((hit) => hit.from === act.from)) return false;
  if (!setting.sentence.hits.of.fewDoers.some((hit) => hit.from === number.from && hit.to === number.to))
    return false;
  // "2 бійців знищили" may be those who died; "троє бійців знищили" are not.
  const isDigit = tokens[number.from]?.kind === "number";
  if (isDigit && language.genitivePlural?.test(tokens[counted.to - 1]?.norm ?? "") === true) return false;
  return hits.some(
    (hit) =>
      hit.from >= act.to &&
      hit.from - act.to <= objectReach &&
      (hit.family === "party" || hit.id === "enemy" || hit.family === "thing"),
  );
}

interface Told {
  readonly number: NumberHit;
  readonly counted: Counted;
  readonly deed: Deed;
}

/** "The 2020 clashes", "2028 contenders": a year, not a count. */
function isYearOnly(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  if (!number.isYear) return false;
  // "У 2014–2015 люди виїжджали": a year right after a word of where.
  if (scene.document.language.freeOrder && setting.sentence.hits.of.in.some((hit) => hit.to === number.from))
    return true;
  if (counted.thing === null || counted.from - number.to > 1 || isIncident(counted.thing)) return true;
  return !setting.sentence.hits.of.thing.some((hit) => hit.from === counted.from);
}

/** "The city of 3 million", "World War Three": how many live there, or a word of the name. */
function isOfName(setting: Setting, number: NumberHit): boolean {
  const { past, in: where, settlement } = setting.sentence.hits.of;
  return (
    past.some((hit) => hit.to === number.start && hit.to - hit.from > 1) ||
    where.some(
      (hit) =>
        hit.to === number.start && hit.to - hit.from > 1 && settlement.some((town) => town.from === hit.from),
    )
  );
}

const fateReach = 3;

/** "Three Kinzhals, one of which was intercepted", "six, of which one was downed": one of those counted before, with a deed of its own. */
export function isPartWithAct(
  { document }: Scene,
  { sentence, numbers }: Setting,
  number: NumberHit,
): boolean {
  if (document.language.freeOrder || numbers[0] === number) return false;
  const cue = sentence.hits.of.ofThem.find((hit) => hit.from === number.to || hit.to === number.start);
  if (cue === undefined) return false;
  const end = Math.max(cue.to, number.to);
  return sentence.hits.of.act.some((act) => act.from >= end && act.from - end <= fateReach);
}

/** "One of", "day 285", "no one", "200 each day". */
function isUncounted(scene: Scene, setting: Setting, number: NumberHit): boolean {
  // "One of the dead"; "at least one of the civilians was killed" counts.
  const isHedged = !scene.document.language.freeOrder && number.start < number.from;
  if (number.isWeak && !isHedged && !isPartWithAct(scene, setting, number))
    if (setting.sentence.hits.of.outOf.some((hit) => hit.from === number.to)) return true;
  if (setting.sentence.hits.of.negation.some((hit) => hit.to === number.start)) return true;
  if (!scene.document.language.freeOrder && isOfName(setting, number)) return true;
  return isRate(scene, setting, number);
}

/** "П'ять життів забрав обстріл". */
function isOfLives({ sentence }: Setting, number: NumberHit): boolean {
  return sentence.hits.of.lives.some((hit) => hit.from === number.to);
}

/** "Какая армия готова отбить две тысячи дронов?": a number that is only asked, in Ukrainian and Russian. */
function isAskedFor({ document }: Scene, { sentence }: Setting, number: NumberHit): boolean {
  if (!document.language.freeOrder) return false;
  for (let at = number.to; at < sentence.to; at++) if (document.tokens[at]?.norm === "?") return true;
  return false;
}

/** Whether the number is no count of ours whatever is told of it: a year, an age, a share, a rate, a multiple, or of those who tell. */
export function isNoCount(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  return (
    isYearOnly(scene, setting, number, counted) ||
    (isOfUnknown(scene, number, counted) && !isOfLives(setting, number)) ||
    isAge(scene, setting, number, counted) ||
    isUncounted(scene, setting, number) ||
    isUntrue(setting, number) ||
    isOfMeans(setting, number, counted) ||
    isFormer(scene.document, setting, number, counted) ||
    isOfWounded(scene.document, setting, number, counted) ||
    isElliptic(scene, setting, number, counted) ||
    isTeller(scene, setting, number, counted) ||
    // "According to two hospitals".
    (!scene.document.language.freeOrder &&
      counted.thing !== null &&
      setting.sentence.hits.of.accordingTo.some((cue) => cue.to === number.start)) ||
    isShareOf(scene, setting, number) ||
    setting.sentence.hits.has.ratio ||
    isOfWhole(scene, setting, number, counted) ||
    isKnownWhole(scene, setting, number, counted) ||
    isAround(scene, setting, number, counted) ||
    isMultiple(setting, counted) ||
    isNamedAnyway(scene, setting, number, counted) ||
    isAdjective(scene, number, counted) ||
    isAskedFor(scene, setting, number)
  );
}
