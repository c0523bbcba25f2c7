import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import { actConcepts } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import type { Question, Span } from "./question.ts";
import { costOf, distanceOf, spanOf } from "./act-cost.ts";
import type { Hit } from "../text/entries.ts";
import { measureOf } from "../things/measure.ts";
import { isHeldBefore } from "./held-before.ts";
import { isNotDowned } from "./not-downed.ts";
import { isNoDoing } from "./no-doing.ts";
import { isOfUnlisted } from "./of-unlisted.ts";
import { isDash } from "../text/tokens.ts";
import { isStateOnly } from "./state-words.ts";
import { lostAs } from "./lost-as.ts";
import { isWeaponsOwn } from "./weapons-own.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const captivityWords = anyOf("captivity", "captive", "hostage", "abduct", "release");
const handsOver = anyOf("bring", "release", "swap");
const inOrOutOfOrFrom = anyOf("in", "outOf", "from");

/** What is done to the counted thing, and the measure that this makes. */
export interface Deed {
  readonly act: Hit | null;
  readonly measure: Measure;
  readonly thing: ThingConcept;
  readonly cost: number;
}

const seizeReach = 4;

const maxCost = 45;

/** The nearest act of the sentence that makes a measure with the counted thing; null: none does. */
export function deedOf(question: Question): Deed | null {
  const acts = question.sentence.hits.of.act;
  if (acts.length === 0) return null;
  const span = spanOf(question);
  const nearest = nearestFirst(span, acts);
  if (nearest.some((hit) => hit.id === "otherAct" && isBeside(question, span, hit) && !question.isGrown))
    return null;
  if (isTakenSite(question, span, nearest)) return null;
  if (isWithoutPower(question, span)) return null;
  let best: Deed | null = null;
  for (const hit of nearest) {
    if (best !== null && distanceOf(span, hit) > best.cost) break;
    const cost = costOf(question, span, hit);
    if (cost > maxCost || (best !== null && cost > best.cost)) continue;
    const deed = makes(question, isStrikeNamed(question, hit) ? { ...hit, id: "launch" } : hit, cost);
    if (deed !== null && (best === null || deed.cost < best.cost)) best = deed;
  }
  return best;
}

/** The acts that are near enough, of equals the earlier first. There are few of them: they are put in order as they come. */
function nearestFirst(span: Span, acts: readonly Hit[]): readonly Hit[] {
  const nearest: Hit[] = [];
  for (const act of acts) {
    const distance = distanceOf(span, act);
    if (distance > maxCost) continue;
    let at = nearest.length;
    nearest.push(act);
    for (
      let before = itemAt(nearest, at - 1);
      at > 0 && before !== undefined;
      before = itemAt(nearest, at - 1)
    ) {
      if (distanceOf(span, before) <= distance) break;
      nearest[at] = before;
      at--;
    }
    nearest[at] = act;
  }
  return nearest;
}

/** Right beside the number with its noun; "расход – одна ракета": a lone dash stands for "is". */
function isBeside({ document }: Question, span: Span, hit: Hit): boolean {
  if (distanceOf(span, hit) === 0) return true;
  return document.language.freeOrder && span.from - hit.to === 1 && isDash(document.tokens[hit.to]?.norm);
}

/** "В результате штурма захвачены семь опорных пунктов": positions that were taken are not struck. */
function isTakenSite(question: Question, span: Span, acts: readonly Hit[]): boolean {
  return (
    question.counted.thing === "site" &&
    !question.counted.things.includes("settlement") &&
    acts.some((act) => act.id === "seize" && isBeside(question, span, act))
  );
}

const powerReach = 2;

/** "Обесточены 457 населенных пунктов": towns left without power were not struck themselves. */
function isWithoutPower(question: Question, span: Span): boolean {
  const { thing } = question.counted;
  const isFree = question.document.language.freeOrder;
  // "500 settlements were left without electricity".
  if (thing !== "site" && thing !== "settlement") return false;
  const reach = isFree ? 0 : powerReach;
  return question.sentence.hits.of.blackout.some((hit) => distanceOf(span, hit) <= reach);
}

function makes(question: Question, hit: Hit, cost: number): Deed | null {
  // "ПВО перехватить не смогла восемь ракет": what was not shot down was launched.
  if (isNotDowned(question, hit)) {
    const { thing } = question.counted;
    const measure = thing === null || !isFlyingThing(question) ? null : measureOf(thing, "launch", false);
    return thing === null || measure === null ? null : { act: hit, measure, thing, cost };
  }
  if (isWeaponsOwn(question, hit)) {
    const { thing } = question.counted;
    const measure = thing === null ? null : measureOf(thing, "hit", false);
    return thing === null || measure === null ? null : { act: hit, measure, thing, cost };
  }
  const harm = hit.id === "loss" ? lostAs(question) : null;
  const act = harm ?? (isFallen(question, hit) ? "launch" : (hit.id as ActConcept));
  if ((act === "hold" || act === "abduct") && isHeldBefore(question, hit)) return null;
  if (act === "seize" && isHeldLand(question, hit)) return null;
  if (act === "eliminate" && isOfUnlisted(question)) return null;
  if (act === "hold" && isStaying(question, hit)) return null;
  // "Окупанти шукають паспорти … приїхали 15 рашистів": nobody misses the enemy.
  if (act === "missing" && question.counted.thing === "militants") return null;
  if (act === "rescue" && isOfRescuers(question, hit)) return null;
  // "Обменять всех тяжелораненых, не менее тысячи человек": in what state those are who come home.
  if (act === "injure" && question.isCaptivity && isSwapToo(question)) return null;
  if (isStateOnly(question, hit)) return null;
  // "Восемь дронов, обошлось без пострадавших": what flies hits nobody by a word for those who suffer.
  if (act === "hit" && isFlyingThing(question) && isSuffered(question, hit)) return null;
  // "Повреждены семь автомобилей, двое пострадали": a word for those who suffer is of people or of buildings.
  if (act === "hit" && question.counted.thing === "vehicle" && isSuffered(question, hit)) return null;
  // "Біля місця прильоту пошкоджені 20 автомобілів": the noun of a strike hits none of those counted.
  if (act === "hit" && question.counted.thing === "vehicle" && isStrikeNoun(question, hit)) return null;
  // "Power cuts have affected nine million people".
  if (act === "suffer" && question.sentence.hits.has.blackout) return null;
  const things = isDropped(question, hit) ? (["bomb"] as const) : thingsOf(question);
  for (const thing of things) {
    // "The second such attack: 20 had died": who died is no attack.
    if (question.counted.thing === null && isIncident(thing) && isHarmAct.has(act)) continue;
    if (thing === "site" && act === "damage" && isDestroyed(question, hit)) continue;
    // "Авіація вдарила по 12 цілях": what is struck, and nothing that flies.
    if (thing === "aerial" && act === "launch" && isAttack(question, hit)) continue;
    // "Вернула тела 51 погибшего военнослужащего".
    if (thing === "body" && act === "kill" && hasAny(question.sentence, handsOver)) continue;
    if (thing === "times" && isNoDoing(question, hit)) continue;
    const measure = measureOf(thing, act, question.isCaptivity);
    // "Jets intercept two bombers near Alaska": what carries people is escorted, not shot down.
    if (measure === "equipment.lost" && isEscorted(question, hit)) continue;
    // "Ворог задіяв 15 одиниць техніки, штурмові групи атакували": who attacks in another clause hit none of them.
    if (measure === "equipment.lost" && act === "hit" && cost > hitReach && isLaunchToo(question, hit))
      continue;
    if (act === "launch" && isDelivered.has(thing) && isSending(question, hit)) continue;
    // "The operation to capture him involved 150 aircraft": arms are seized in so many words.
    if (measure === "equipment.lost" && act === "seize" && cost > seizeReach) continue;
    if (measure !== null)
      return {
        act: hit,
        measure,
        thing,
        cost: cost + precedence(act) + (isLostInFlight(act, measure) ? lostDelay : 0),
      };
  }
  return null;
}

const hitReach = 5;

function isLaunchToo({ document, sentence }: Question, hit: Hit): boolean {
  return document.language.freeOrder && sentence.hits.of.launch.some((other) => other.from === hit.from);
}

function isAttack({ document, sentence }: Question, hit: Hit): boolean {
  return document.language.freeOrder && sentence.hits.of.attack.some((other) => other.from === hit.from);
}

/** "Рятувальники", "спасателей": their name tells of no rescue. */
function isOfRescuers({ sentence }: Question, hit: Hit): boolean {
  return sentence.hits.of.rescuers.some((noun) => noun.from === hit.from);
}

/** "Around 2,000 people remain in the town": who stays somewhere is held only where captivity is told of. */
function isStaying({ document, sentence, counted }: Question, hit: Hit): boolean {
  if (document.language.freeOrder || (counted.thing !== "person" && counted.thing !== "civilians"))
    return false;
  return sentence.hits.of.stays.some((stay) => stay.from === hit.from) && !hasAny(sentence, captivityWords);
}

const shells: ReadonlySet<string> = new Set(["rocket", "shell", "bomb"]);

/** "В городе упало 20 реактивных снарядов": what has no engine left to lose falls where it was sent. */
function isFallen({ sentence, counted }: Question, hit: Hit): boolean {
  return (
    hit.id === "suppress" &&
    counted.thing !== null &&
    shells.has(counted.thing) &&
    sentence.hits.of.falls.some((fall) => fall.from === hit.from)
  );
}

function thingsOf({ counted, bareThings }: Question): readonly ThingConcept[] {
  return counted.thing === null ? bareThings : counted.things;
}

/** "Самолеты атаковали Тегеран, сбросив более ста боеприпасов": what planes drop are bombs. */
function isDropped({ document, sentence, counted }: Question, hit: Hit): boolean {
  return (
    document.language.freeOrder &&
    counted.thing === "shell" &&
    sentence.hits.has.aircraft &&
    sentence.hits.of.drops.some((drop) => drop.from === hit.from)
  );
}

const isHarmAct: ReadonlySet<string> = new Set([
  "kill",
  "injure",
  "missing",
  "displace",
  "evacuate",
  "rescue",
]);

function isIncident(thing: ThingConcept): boolean {
  return thing === "strike" || thing === "assault" || thing === "clash";
}

function isSwapToo({ document, sentence, counted }: Question): boolean {
  return document.language.freeOrder && counted.thing === "person" && sentence.hits.has.swap;
}

function isFlyingThing({ counted }: Question): boolean {
  return counted.thing === "drone" || counted.thing === "missile" || counted.thing === "aerial";
}

function isSuffered({ sentence }: Question, hit: Hit): boolean {
  return sentence.hits.of.suffer.some((other) => other.from === hit.from);
}

function isStrikeNoun({ document, sentence }: Question, hit: Hit): boolean {
  return document.language.freeOrder && sentence.hits.of.strike.some((other) => other.from === hit.from);
}

function isEscorted({ sentence }: Question, hit: Hit): boolean {
  return sentence.hits.of.escorts.some((cue) => cue.from === hit.from && cue.to === hit.to);
}

const isDelivered: ReadonlySet<string> = new Set(["shell", "bomb", "rocket"]);

/** "The strike was far larger: 293 drones": before a colon the noun tells what was sent, not what got through. */
function isStrikeNamed({ document, sentence, numbers, index, counted }: Question, hit: Hit): boolean {
  const number = numbers[index];
  const noun = hit.id === "hit" && sentence.hits.of.strike.some((strike) => strike.from === hit.from);
  if (!noun || number === undefined || counted.thing === null || !weapons.has(counted.thing)) return false;
  for (let at = hit.to; at < number.start; at++) if (document.tokens[at]?.norm === ":") return true;
  return false;
}

const weapons: ReadonlySet<string> = new Set(["drone", "missile", "aerial"]);

/** "10,000 artillery rounds are being sent": a word of sending delivers what is not sent off by itself. */
function isSending(question: Question, hit: Hit): boolean {
  return question.sentence.hits.of.sends.some((give) => give.from === hit.from && give.to === hit.to);
}

/** "Уничтожены четыре пункта управления": a word that is both damage and destruction strikes a site. */
function isDestroyed(question: Question, hit: Hit): boolean {
  return question.sentence.hits.of.destroy.some((other) => other.from === hit.from);
}

/** "51 дрон потерян": lost on the radar before lost in battle. */
function isLostInFlight(act: ActConcept, measure: Measure): boolean {
  return act === "loss" && measure.endsWith(".downed");
}

const lostDelay = 0.1;

/** Of acts on the same word the earlier in the table of concepts wins. */
function precedence(act: ActConcept): number {
  return (order.get(act) ?? -1) / 1000;
}

const order: ReadonlyMap<ActConcept, number> = new Map(actConcepts.map((act, at) => [act, at]));

/** "The occupied region", "in captured towns": what the land is, not what was done. */
function isHeldLand({ document, sentence }: Question, hit: Hit): boolean {
  const { language, tokens } = document;
  if (language.freeOrder || hit.to - hit.from > 1) return false;
  if (itemAt(tokens, hit.from - 1)?.norm === language.plurals?.definite) return true;
  return hitsOfAny(sentence, inOrOutOfOrFrom).some((cue) => cue.family === "cue" && cue.to === hit.from);
}
