/** Who launched what flew: drones, missiles, shells. */

import type { ActConcept } from "../../languages/concepts.ts";
import type { Party, Side } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import { voiceSide } from "../claim.ts";
import { underFire } from "./under-fire.ts";
import { campOf, gunnersOf, hasArmedGroup, opponentOf } from "../profile.ts";
import { campOfOrigin, originOf } from "./origin.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive } from "./actors.ts";
import { saysOwnDeed } from "./own-deed.ts";
import { attackerOfReport, strikesInTitle } from "./attacker-told.ts";
import { ownerOfArms } from "./arms.ts";
import { occupierSpeaking } from "./seat.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document, Sentence } from "../text/document.ts";
import { isFlying } from "../things/measure-kinds.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

const verbsOfStrike = anyOf("strikes", "bombards");

/** "Iranian drones" fired by others: a party outside the conflict made the weapon. */
export function isMaker(question: SideQuestion, party: Party): boolean {
  const { foes } = question.scene.profile;
  return isFlying(question.deed.measure) && foes.length > 0 && !foes.includes(party);
}

/** "Russia fired 38 missiles, of which 30 were shot down: three Iskanders": no one shoots down their own in one sentence. */
export function listedLauncher(question: SideQuestion): Side | null {
  const { deed, lastLauncher, isSameSentence } = question;
  if (!isSameSentence || lastLauncher === null || deed.act === null || !isDefending(deed.act.id)) return null;
  return actorOf(question) === lastLauncher ? lastLauncher : null;
}

function isDefending(act: string): boolean {
  return act === "down" || act === "suppress" || act === "stop" || act === "destroy";
}

/** The launcher: who sent what flew, or the foe of who shot it down, was under it, or tells of it. */
export function flyingSide(question: SideQuestion): Side | null {
  return groupOfCamp(question, launchingSide(question));
}

/** "240 rockets crossed the border" from Lebanon: where an armed group of that land is told of, it fired them. */
function groupOfCamp({ scene }: SideQuestion, side: Side | null): Side | null {
  if (side === null || side === "both" || !hasArmedGroup(side) || scene.document.language.freeOrder)
    return side;
  const group = scene.profile.parties.find((party) => party !== side && campOf(party) === side);
  // "3,100 rockets were fired toward Israel" from Gaza: no group is told of, and the land itself has none but its own.
  return group ?? gunnersOf(side) ?? side;
}

function launchingSide(question: SideQuestion): Side | null {
  const { scene, setting, deed } = question;
  if (deed.act === null && question.lastLauncher !== null) return question.lastLauncher;
  const owner = ownerOfArms(question);
  if (owner !== null) return owner;
  const act = (deed.act?.id ?? "launch") as ActConcept;
  const isDefence =
    act === "down" || act === "suppress" || act === "stop" || act === "destroy" || act === "eliminate";
  // A verb of losing may be one of destroying as well.
  const isLoss =
    deed.act !== null && setting.sentence.hits.of.loss.some((hit) => hit.from === deed.act?.from);
  if (isLoss)
    return (
      actorOf(question) ??
      opponentOf(scene.profile, voiceSide(scene, question.by) ?? scene.profile.teller) ??
      question.lastLoser
    );
  const sender = isDefence ? null : senderOf(question);
  if (sender !== null) return sender;
  const struck = isDefence ? null : ownerOfStruckLand(question);
  if (struck !== null) return opponentOf(scene.profile, struck);
  // "Россия поразила объекты Украины с использованием ста ракет": who struck, not whose was struck.
  const striker =
    isDefence || deedIsActive(question) ? null : strikerBefore(question.setting.sentence, question.number);
  if (striker !== null && scene.document.language.freeOrder) return striker;
  const doer = isDefence && !deedIsActive(question) && !hasAgent(question) ? null : actorOf(question);
  const actor = doer !== null && isMaker(question, doer) && !isSubject(question, doer) ? null : doer;
  if (actor !== null)
    return isDefence || isSeen(question) ? foeOfDefender(question, actor) : foeIfDefends(question, actor);
  const { foes } = scene.profile;
  if (isDefence && isOfLauncher(question)) return question.lastLauncher;
  if (!isDefence && isGoingOn(question)) return question.lastLauncher;
  const teller = isDefence ? voiceSide(scene, question.by) : null;
  // "«Хезболла» сообщила, что выпустила 60 ракет по базе Израиля".
  const self = scene.document.language.freeOrder && !isDefence ? voiceSide(scene, question.by) : null;
  // "Путин заявил, что Россия нанесла удар с применением 90 ракет".
  if (self !== null && self === strikerBefore(question.setting.sentence, question.number)) return self;
  if (self !== null && foes.includes(self) && deedIsActive(question) && saysOwnDeed(question)) return self;
  const country =
    teller !== null && foes.includes(teller)
      ? teller
      : (occupierSpeaking(question.by) ?? underFire(question));
  const target = country !== null && foes.length > 0 && !foes.includes(country) ? null : country;
  if (
    target === null &&
    question.lastLauncher !== null &&
    voiceSide(scene, question.by) !== question.lastLauncher
  )
    return question.lastLauncher;
  const told = isDefence
    ? (voiceSide(scene, question.by) ?? scene.profile.teller ?? countryOf(scene.profile.places[0] ?? ""))
    : null;
  const under = target ?? told;
  const voice = isDefence ? null : voiceSide(scene, question.by);
  if (voice !== null && voice !== target && voice === strikerIn(scene.document)) return voice;
  // "Israel launches strikes. The attack involved 330 bombs, Israeli officials said".
  if (voice !== null && target === null && strikesInTitle(scene.document, voice)) return voice;
  return (
    opponentOf(scene.profile, under ?? voiceSide(scene, question.by)) ??
    attackerOfReport(question) ??
    opponentOf(scene.profile, scene.profile.teller)
  );
}

const seesWords = anyOf("findsBodies", "says");

/** "Повітряні сили виявили 12 ракет", «ПВО зафиксировала 20 целей»: in Ukrainian and Russian who sees what flies defends against it. */
function isSeen({ scene, setting, number, deed }: SideQuestion): boolean {
  const { sentence } = setting;
  const { act } = deed;
  if (!scene.document.language.freeOrder || act === null) return false;
  return hitsOfAny(sentence, seesWords).some(
    (sees) =>
      sees.from === act.from ||
      // "Виявили 12 ракет, запущених з моря": the participle behind the number only describes them.
      (sees.id === "findsBodies" &&
        sees.to <= number.start &&
        number.start - sees.to <= 1 &&
        act.from >= number.to),
  );
}

/** "Хуситы атаковали два судна, корабли коалиции сбили 15 беспилотников": who struck, and whose foe is not known, did not shoot down. */
function foeOfDefender({ scene }: SideQuestion, actor: Party): Party | null {
  return opponentOf(scene.profile, actor) ?? (actor === strikerIn(scene.document) ? actor : null);
}

/** "Ukraine's air defences stopped 16 of the 36 launched": whose air defence it was is whom it was launched at, in English; who else acts launched it. */
function foeIfDefends({ scene, setting }: SideQuestion, actor: Party): Party | null {
  const { party: parties, airDefenceAtWork } = setting.sentence.hits.of;
  const isDefender =
    !scene.document.language.freeOrder &&
    parties.some(
      (hit) =>
        hit.id === actor && airDefenceAtWork.some((word) => word.from >= hit.to && word.from - hit.to <= 1),
    );
  return isDefender ? opponentOf(scene.profile, actor) : actor;
}

/** "115 rockets crossed into Israel. Over the weekend, 320 had been fired": a sentence that names nobody and no place goes on with the same. */
function isGoingOn({ scene, setting, lastLauncher, isSameParagraph }: SideQuestion): boolean {
  return (
    !scene.document.language.freeOrder &&
    lastLauncher !== null &&
    isSameParagraph &&
    setting.voice === null &&
    setting.places.length === 0 &&
    setting.origins.length === 0 &&
    hitsOfAny(setting.sentence, partyNames).length === 0
  );
}

const strikerReach = 1;
const leads = 2;

/** Whom a sentence names right before a verb of attack, before a number. Null: nobody. */
function strikerBefore(sentence: Sentence, number: NumberHit): Party | null {
  const striker = hitsOfAny(sentence, partyNames).find((party) =>
    hitsOfAny(sentence, verbsOfStrike).some((verb) => verb.from === party.to && verb.to <= number.start),
  );
  return striker?.id ?? null;
}

/** "США вдарили по Ірану", in the title or the first line, in Ukrainian and Russian: a party right before a verb of attack. Null: none is told so. */
function strikerIn({ sentences, language }: Document): Party | null {
  if (!language.freeOrder) return null;
  for (const sentence of sentences.slice(0, leads)) {
    const striker = hitsOfAny(sentence, partyNames).find((party) =>
      sentence.hits.of.strikes.some((verb) => verb.from >= party.to && verb.from - party.to < strikerReach),
    );
    if (striker !== undefined) return striker.id;
  }
  return null;
}

const senderReach = 2;

/** "Was targeted by 50 missiles from Russia": whose weapons, right after them; "by 50 missiles" alone: the foe of who is under them. */
function senderOf(question: SideQuestion): Party | null {
  const { scene, setting, deed, number, counted } = question;
  if (scene.document.language.freeOrder) return campOfOrigin(question);
  const end = Math.max(counted.to, number.to);
  const from = hitsOfAny(setting.sentence, partyNames).find(
    (hit) =>
      hit.from >= end &&
      hit.from - end <= senderReach &&
      setting.sentence.hits.of.from.some((cue) => cue.from >= end && cue.to === hit.from),
  );
  if (from !== undefined && scene.profile.foes.includes(from.id)) return from.id;
  const origin = originOf(question);
  if (origin !== null) return origin;
  const { act } = deed;
  const isBy =
    act !== null &&
    act.to <= number.start &&
    setting.sentence.hits.of.by.some(
      (by) => by.to <= number.start && number.start - by.to <= 1 && by.from >= act.to,
    );
  return isBy ? opponentOf(scene.profile, actorOf(question)) : null;
}

const landWords = anyOf("regionWord", "settlement", "soil");

/** "Российские регионы атаковали 90 дронов", in Ukrainian and Russian: the land before a verb of attack is its object where weapons in the genitive follow. */
function ownerOfStruckLand({ scene, setting, deed, number, counted }: SideQuestion): Party | null {
  const { act } = deed;
  const { document } = scene;
  if (!document.language.freeOrder || act === null || act.to > number.start || counted.to <= number.to)
    return null;
  if (!genitiveWeapon.test(document.tokens[counted.to - 1]?.norm ?? "")) return null;
  const { sentence } = setting;
  const owner = lastOf(sentence.hits.of.party, (party) => party.to <= act.from);
  if (owner === undefined || act.from - owner.to > struckReach) return null;
  return hitsOfAny(sentence, landWords).some((land) => land.from === owner.to) ? owner.id : null;
}

const struckReach = 3;
/** The genitive plural of what flies: "дронов", "ракет", "беспилотників"; the instrumental has none of these endings. */
const genitiveWeapon = /(?:[оеєії]в|ракет|бомб)$/u;

/** "Russia sent 472 drones; 385 were stopped, the air force said": no one stops their own, so the air force is the other's. */
function isOfLauncher(question: SideQuestion): boolean {
  const { scene, setting, by, lastLauncher } = question;
  return (
    lastLauncher !== null &&
    setting.voice !== null &&
    voiceSide(scene, by) === lastLauncher &&
    hitsOfAny(setting.sentence, partyNames).length === 0
  );
}

const subjectReach = 1;

/** "North Korea has fired 41 missiles": right before the verb, and no adjective of the weapon. */
function isSubject({ deed, setting, scene }: SideQuestion, party: Party): boolean {
  const { act } = deed;
  return (
    act !== null &&
    !scene.document.language.freeOrder &&
    setting.sentence.hits.of.party.some(
      (hit) => hit.id === party && hit.to <= act.from && act.from - hit.to <= subjectReach,
    )
  );
}

/** "Shot down by Ukrainian air defences". */
export function hasAgent(question: SideQuestion): boolean {
  const act = question.deed.act;
  return (
    act !== null &&
    question.setting.sentence.hits.of.by.some((hit) => hit.from >= act.to && hit.from - act.to <= 2)
  );
}
