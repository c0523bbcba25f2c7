/** Numbers told of an exchange, or of those held for one. */

import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { tellsOfExchange } from "../text/document.ts";
import type { Counted } from "../things/counted.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import { measuresLike } from "../things/measure-kinds.ts";
import { itemAt } from "../text/item-at.ts";

const releaseOrBring = anyOf("release", "bring");

/** Whether who is let go was a captive: the report or the sentence is of an exchange, or the numbers before counted captives. */
export function isOfCaptivity(
  scene: Scene,
  setting: Setting,
  counted: Counted,
  earlier: readonly Claim[],
): boolean {
  return (
    scene.isExchange ||
    tellsOfExchange(setting.sentence) ||
    (!scene.document.language.freeOrder &&
      (setting.sentence.hits.has.warCaptive || isAfterExchange(scene, setting))) ||
    (counted.thing === "military" && setting.sentence.hits.has.swap) ||
    isHeldByFoe(scene, setting) ||
    isAmongCaptives(setting, earlier)
  );
}

/** "The two sides held two exchanges. The first freed 150": of the sentence right before. */
function isAfterExchange({ document }: Scene, { sentence }: Setting): boolean {
  const before = itemAt(document.sentences, sentence.index - 1);
  return (
    before !== undefined &&
    before.paragraph === sentence.paragraph &&
    hasAny(sentence, releaseOrBring) &&
    tellsOfExchange(before)
  );
}

/** "16,000 civilians are still held by Russia", "soldiers held by Thailand": by who fights those whose they are, and not sentenced. */
function isHeldByFoe({ document, profile }: Scene, { sentence }: Setting): boolean {
  if (document.language.freeOrder || sentence.hits.has.court) return false;
  return sentence.hits.of.heldBy.some((held) =>
    hitsOfAny(sentence, partyNames).some((hit) => hit.from === held.to && profile.foes.includes(hit.id)),
  );
}

/** A number of something else may stand between. */
const fewBack = 2;

const captives = measuresLike(/^(?:captured|(?:hostages|prisoners)\.)/u);

/** Whether a claim counts people who are held, or who come home from it. */
export function countsCaptives(claim: Claim): boolean {
  return captives.has(claim.measure);
}

/** "Of the 251 people abducted 148 have been freed": those who were told of as captives. */
function isAmongCaptives(setting: Setting, earlier: readonly Claim[]): boolean {
  const isBack = setting.numbers.length === 1 && hasAny(setting.sentence, releaseOrBring);
  const previous = earlier.slice(isBack ? -fewBack : -1).findLast(countsCaptives);
  return previous !== undefined && setting.sentence.index - previous.setting.sentence.index <= 1;
}

/** "Міноборони РФ заявило про 270 військовослужбовців і 120 цивільних": in news of an exchange, those that a body tells of came home. */
export function toldDeed(scene: Scene, setting: Setting, index: number): Deed | null {
  const [number, thing] = [setting.numbers[index], setting.counted[index]?.thing ?? null];
  if (!scene.isExchange || !scene.document.language.freeOrder || number === undefined) return null;
  if (thing === null || !isPeople(thing)) return null;
  const first = setting.numbers[0];
  const isTold = setting.sentence.hits.of.says.some(
    (hit) => first !== undefined && hit.to <= first.start && first.start - hit.to === 1,
  );
  const measure = isTold && index <= 1 ? measureOf(thing, "release", true) : null;
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

const travelReach = 3;
const harms = anyOf("kill", "injure");

/** "Planes took 250 Houthis to Sanaa", "16 Saudis left for Riyadh": in news of an exchange, people who travel come home. */
export function travelDeed(scene: Scene, setting: Setting, index: number): Deed | null {
  const [number, counted] = [setting.numbers[index], setting.counted[index]];
  const thing = counted?.thing ?? null;
  if (!scene.isExchange || scene.document.language.freeOrder) return null;
  if (number === undefined || counted === undefined || thing === null || !isPeople(thing)) return null;
  const { sentence } = setting;
  if (number.isWeak || hasAny(sentence, harms)) return null;
  const end = Math.max(counted.to, number.to);
  const isOnWay = sentence.hits.of.travels.some(
    (verb) =>
      (verb.to <= number.start && number.start - verb.to <= travelReach) ||
      (verb.from >= end && verb.from - end <= travelReach),
  );
  const measure = isOnWay ? measureOf(thing === "militants" ? "captive" : thing, "release", true) : null;
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}
