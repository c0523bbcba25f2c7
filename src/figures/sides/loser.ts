/** Whose losses are counted: who lost, or the foe of who destroyed. */

import type { Party, Side } from "../../model/side.ts";
import type { Setting } from "../claim.ts";
import { voiceSide } from "../claim.ts";
import { countryOfPlaces } from "../places/country.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive, resolve } from "./actors.ts";
import { saysOwnDeed } from "./own-deed.ts";
import { hasAgent } from "./launcher.ts";
import type { Hit } from "../text/entries.ts";
import { isClaimedLoss, isHarm } from "../things/measure-kinds.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { isPartyName, partyNames } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

const whereWords = anyOf("in", "from", "toward", "outOf");

/** "Was driven from 20 villages", "abandoned ten tanks": the subject of the verb lost what is counted. */
export function isCeded({ deed, setting }: SideQuestion): boolean {
  const { act } = deed;
  return (
    act !== null &&
    setting.sentence.hits.has.cedes &&
    setting.sentence.hits.of.cedes.some((hit) => hit.from < act.to && act.from < hit.to)
  );
}

const loserReach = 3;

/** Words before a party that is not the one who lost: "in Ukraine", "у війні з Україною", "в боях против Украины". */
const besideLoss = anyOf("in", "from", "against");

/** "Потери Украины составляют 17 тысяч убитыми": the party after the word of loss before the number. */
export function bereavedOf(question: SideQuestion): Party | null {
  const { hits } = question.setting.sentence;
  const { number, setting } = question;
  const toll = lastOf(question.setting.sentence.hits.of.tollWord, (hit) => hit.to <= number.start);
  const dead =
    toll === undefined
      ? undefined
      : question.setting.sentence.hits.of.party.find(
          (hit) =>
            hit.to === toll.from ||
            // "Ukraine's war dead at 13,000".
            setting.sentence.hits.of.wholeWar.some((war) => war.from === hit.to && war.to === toll.from),
        );
  // "The army put its dead at 12".
  const isOwn = question.setting.sentence.hits.of.our.some(
    (hit) => hit.to === toll?.to && hit.from < hit.to - 1,
  );
  if (isOwn && !question.scene.document.language.freeOrder) return voiceSide(question.scene, question.by);
  if (
    dead !== undefined &&
    toll !== undefined &&
    !setting.numbers.some((one) => one.from >= toll.to && one.to < number.start)
  )
    return dead.id;
  const loss = lastOf(question.setting.sentence.hits.of.loss, (hit) => hit.to <= number.start);
  if (loss === undefined) return lossesTold(question);
  const owner = hits.find(
    (hit) =>
      (hit.family === "party" || hit.id === "enemy") &&
      hit.from >= loss.to &&
      hit.from - loss.to <= 1 &&
      !question.setting.sentence.hits.of.in.some((cue) => cue.to === hit.from) &&
      hit.to <= number.start &&
      !setting.numbers.some((other) => other.from >= loss.to && other.from < hit.from),
  );
  return owner === undefined ? null : resolve(question, owner);
}

/** "Втрати ворога за добу:": the party right after the word of loss, in the sentence or in its heading. */
export function lossOwner(question: SideQuestion): Party | null {
  const { deed, setting } = question;
  const act = deed.act;
  if (act?.id !== "loss") return null;
  // "He had lost four relatives": who lost them is no party.
  const isKin = deed.measure === "killed" && !question.scene.document.language.freeOrder;
  if (isKin && isOfPronoun(question, act)) return null;
  if (isOfPronoun(question, act)) {
    // "They lost 63 tanks, Kyiv says": who speaks after the pronoun is not meant by it.
    const isOfTeller = saysOwnDeed(question) && (setting.voice?.from ?? Infinity) < act.from;
    return isOfTeller ? voiceSide(question.scene, question.by) : subjectBefore(question);
  }
  const told = [setting, setting.heading].find((one) => one?.sentence.hits.includes(act) === true);
  const owner = told?.sentence.hits.find(
    (hit) =>
      hit.from >= act.to &&
      hit.from - act.to <= loserReach &&
      // "17 тисяч втрат, ЗСУ – три тисячі": behind a comma another begins.
      !question.scene.document.tokens.slice(act.to, hit.from).some(({ norm }) => norm === ",") &&
      !told.numbers.some((number) => number.from >= act.to && number.from < hit.from) &&
      !hitsOfAny(told.sentence, besideLoss).some((cue) => cue.to === hit.from) &&
      (isPartyName(hit) || hit.id === "enemy" || hit.id === "our"),
  );
  const isHeading = told !== setting;
  const isBound = isHeading || !question.scene.document.language.freeOrder;
  const subject = owner ?? (isBound ? loserBefore(told, act) : undefined);
  return subject === undefined ? null : resolve(question, subject);
}

const auxiliaryReach = 1;

/** "They have lost 63 tanks": a pronoun is the subject of the verb. */
function isOfPronoun({ scene, setting }: SideQuestion, act: Hit): boolean {
  return (
    !scene.document.language.freeOrder &&
    setting.sentence.hits.of.pronoun.some((hit) => hit.to <= act.from && act.from - hit.to <= auxiliaryReach)
  );
}

/** The party that the sentence before tells of first; null: it names none of the war. */
function subjectBefore({ scene, setting }: SideQuestion): Party | null {
  const before = itemAt(scene.document.sentences, setting.sentence.index - 1);
  if (before === undefined) return null;
  const subject = hitsOfAny(before, partyNames).find(
    (hit) => !hitsOfAny(before, whereWords).some((cue) => cue.to === hit.from),
  );
  return subject !== undefined && scene.profile.foes.includes(subject.id) ? subject.id : null;
}

/** "Росія втратила:" over a table: the party right before the verb of its heading. */
function loserBefore(heading: Setting | null | undefined, act: Hit): Hit | undefined {
  return heading?.sentence.hits.findLast(
    (hit) => hit.to <= act.from && act.from - hit.to <= 1 && (isPartyName(hit) || hit.id === "enemy"),
  );
}

/** "Armenia and Azerbaijan have lost 211 soldiers": two foes are the subject of the verb. */
export function isLossOfTwo({ scene, setting, deed }: SideQuestion): boolean {
  const { act } = deed;
  const { foes } = scene.profile;
  if (scene.document.language.freeOrder || act?.id !== "loss") return false;
  const parties = hitsOfAny(setting.sentence, partyNames);
  return setting.sentence.hits.of.and.some((and) => {
    const one = parties.find((hit) => hit.to === and.from);
    const two = parties.find((hit) => hit.from === and.to);
    if (one === undefined || two === undefined || one.id === two.id) return false;
    return two.to <= act.from && act.from - two.to <= 1 && foes.includes(one.id) && foes.includes(two.id);
  });
}

/** "The enemy lost 340", "losses of the Russian army": the subject's own, not its foe's. */
export function isLossOfSubject(question: SideQuestion): boolean {
  const isLoss = isClaimedLoss(question.deed.measure)
    ? question.deed.act?.id === "loss"
    : isHarm(question.deed.measure) && isLostAsDead(question);
  return isLoss && actorOf(question) !== null;
}

/** "80 тысяч погибших: что известно о потерях России": whose losses a heading is about, in Ukrainian and Russian. Null: it does not tell. */
function lossesTold({ scene, setting, number }: SideQuestion): Party | null {
  if (!scene.document.language.freeOrder) return null;
  const { loss, party } = setting.sentence.hits.of;
  const noun = loss.find(
    (hit) => hit.from >= number.to && !verb.test(scene.document.tokens[hit.from]?.norm ?? ""),
  );
  if (noun === undefined || setting.numbers.some((one) => one.from >= number.to && one.to <= noun.from))
    return null;
  return party.find((hit) => hit.from === noun.to)?.id ?? null;
}

const asDeadReach = 2;
const verb = /(?:л|ла|ло|ли|в|вши|ши)$/u;

/** "ВСУ потеряли убитыми 150 человек": the dead of who lost them, in Ukrainian and Russian. */
function isLostAsDead({ scene, setting, number }: SideQuestion): boolean {
  const { tokens, language } = scene.document;
  return (
    language.freeOrder &&
    setting.sentence.hits.of.loss.some(
      (hit) =>
        hit.to <= number.start &&
        number.start - hit.to <= asDeadReach &&
        verb.test(tokens[hit.from]?.norm ?? ""),
    )
  );
}

/** Whose things were destroyed or captured: those of whom the number before is of, else of the foe of who did it or tells of it. Null: nothing tells. */
export function destroyedSide(question: SideQuestion): Side | null {
  const { profile } = question.scene;
  const attackers = attackersOf(question);
  if (attackers !== null) return attackers;
  const named = troopsNamed(question) ?? struckBefore(question);
  if (named !== null) return named;
  return (
    // "1,230 Russian casualties, 12 tanks and 34 guns destroyed": what stands before a passive names no doer.
    (isPassive(question) || !deedIsActive(question) ? question.lastLoser : null) ??
    opponentOf(profile, destroyerOf(question) ?? voiceSide(question.scene, question.by)) ??
    question.lastLoser ??
    opponentOf(profile, narrator(question))
  );
}

/** "An assault near Pokrovsk cost the attackers seven vehicles": those who fight the land where it happened. Null: none are the object of the act. */
function attackersOf({ scene, setting, deed, places }: SideQuestion): Party | null {
  const { act } = deed;
  const isTold =
    act?.id === "loss" &&
    setting.sentence.hits.of.attackers.some((hit) => hit.from >= act.to && hit.from - act.to <= 1);
  return isTold ? opponentOf(scene.profile, countryOfPlaces(places)) : null;
}

/** "1,523 Russian soldiers a day, and total casualties have passed 700,000": the only party whose troops the sentence names. */
function troopsNamed({ scene, setting, deed, counted }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || deed.measure !== "casualties" || counted.thing !== null)
    return null;
  if (deed.act?.id !== "loss") return null;
  const owners = setting.sentence.hits.of.party.filter((hit) =>
    setting.sentence.hits.of.military.some((noun) => noun.from === hit.to),
  );
  const [first] = owners;
  return first !== undefined && owners.every(({ id }) => id === first.id) ? first.id : null;
}

/** "Attacked 200 positions of the government and destroyed 23 tanks", "inflicted 2,900 casualties on the Ukrainians and destroyed 21 guns": "and" joins what was done to the same foe. Null: another is named, or nobody. */
function struckBefore({ scene, setting, number, deed, lastStruck }: SideQuestion): Side | null {
  const { act } = deed;
  if (scene.document.language.freeOrder || act === null || lastStruck === null) return null;
  const isJoined = setting.sentence.hits.of.and.some((and) => and.to === act.from);
  const isNamed = setting.sentence.hits.of.party.some((hit) => hit.from >= act.to);
  return isJoined && act.to <= number.start && !isNamed ? lastStruck : null;
}

/** "Two tanks were destroyed": the words before the act name no doer. */
function isPassive(question: SideQuestion): boolean {
  return question.scene.document.language.freeOrder && !deedIsActive(question) && !hasAgent(question);
}

const instrumental = /(?:ими|ами|ями|ім|им|ым|ом|ем|ою|ею|ой)$/u;

/** Who destroyed or captured: the subject of the verb; before a passive only a party in the instrumental. */
function destroyerOf(question: SideQuestion): Party | null {
  if (!isPassive(question)) return actorOf(question);
  const { document, profile } = question.scene;
  const from = question.deed.act?.from ?? question.number.from;
  const doer = lastOf(
    question.setting.sentence.hits.of.party,
    (hit) => hit.to <= from && instrumental.test(document.tokens[hit.from]?.norm ?? ""),
  );
  return doer !== undefined && profile.foes.includes(doer.id) ? doer.id : null;
}

const byTheTeller: ReadonlySet<string> = new Set(["destroy", "eliminate", "down", "hit", "abduct"]);

/** Who destroys where nobody is named: Ukrainian is written for one party to its war. */
function narrator(question: SideQuestion): Party | null {
  return byTheTeller.has(question.deed.act?.id ?? "") ? question.scene.profile.teller : null;
}
