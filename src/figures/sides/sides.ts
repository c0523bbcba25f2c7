import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive, defender, resolve } from "./actors.ts";
import type { Party, Side } from "../../model/side.ts";
import { voiceSide } from "../claim.ts";
import type { Setting } from "../claim.ts";
import type { Hit } from "../text/lexer.ts";
import { opponentOf } from "../profile.ts";
import { attackerSide } from "./attacker-side.ts";
import { flyingSide, hasAgent, isMaker, listedLauncher } from "./launcher.ts";
import { partyOfRow } from "./party-row.ts";
import { returnedSide } from "./returned-side.ts";
import { isClaimedLoss, isFlying, isHarm, isLand, isReturn } from "../things/measure-kinds.ts";
import { targetOf } from "./target.ts";
import { victimSide } from "./victim-side.ts";
import { hitsOf, hitsOfAny, hitsOfFamily } from "../text/sentence-hits.ts";
import { hasConcept } from "../text/document.ts";

/** Whether the words name whose the counted people or things are. */
export function hasOwner(question: SideQuestion): boolean {
  return ownerOf(question) !== null;
}

/** Who let captives go or holds them; null: not told. */
export function releaserOf(question: SideQuestion): Party | null {
  return actorOf(question);
}

/** The party that the counted people or things belong to, or that launched them. Null: no way to tell. */
export function sideOf(question: SideQuestion): Side | null {
  const { measure, thing } = question.deed;
  if (thing === "clash") return null;
  const row =
    isHarm(measure) && !question.scene.document.language.freeOrder
      ? partyOfRow(question.setting, question.setting.numbers.indexOf(question.number))
      : null;
  if (row !== null) return row;
  const owner = isLand(measure) ? null : ownerOf(question);
  if (owner !== null) return isReturn(measure) ? heldFor(question, owner) : owner;
  const bereaved = isHarm(measure) ? bereavedOf(question) : null;
  if (bereaved !== null) return bereaved;
  if (isHarm(measure) && question.lastHarmed !== null) return question.lastHarmed;
  const target = isHarm(measure) ? attackedOf(question) : null;
  if (target !== null) return target;
  if (isHarm(measure) && question.setting.places.length === 0 && isEnemyHit(question)) {
    return opponentOf(question.scene.profile, voiceSide(question.scene, question.by) ?? defender(question));
  }
  if (isOfBothSides(question)) return "both";
  const loser =
    lossOwner(question) ?? (isClaimedLoss(measure) && isCeded(question) ? actorOf(question) : null);
  if (loser !== null) return loser;
  if (isLossOfSubject(question))
    return actorOf(question) ?? opponentOf(question.scene.profile, voiceSide(question.scene, question.by));
  if (isTakenAway(question)) return victimSide(question);
  if (isClaimedLoss(measure))
    return (
      // "1,230 Russian casualties, 12 tanks and 34 guns destroyed": what stands before a passive names no doer.
      (isPassive(question) || !deedIsActive(question) ? question.lastLoser : null) ??
      opponentOf(question.scene.profile, destroyerOf(question) ?? voiceSide(question.scene, question.by)) ??
      question.lastLoser ??
      opponentOf(question.scene.profile, narrator(question)) ??
      victimSide(question)
    );
  if (isFlying(measure)) return listedLauncher(question) ?? flyingSide(question);
  if (measure === "attacks") return attackerSide(question);
  if (isLand(measure) && isCeded(question)) return opponentOf(question.scene.profile, actorOf(question));
  if (isLand(measure) && isOccupied(question)) return occupierOf(question);
  if (isLand(measure))
    return (
      holderOf(question) ?? actorOf(question) ?? voiceSide(question.scene, question.by) ?? defender(question)
    );
  if (isReturn(measure)) return returnedSide(question);
  return victimSide(question);
}

function isOccupied({ deed, setting }: SideQuestion): boolean {
  return hitsOf(setting.sentence, "occupies").some((hit) => hit.from === deed.act?.from);
}

/** "Окуповано 505 км²": nobody calls it so of their own army. */
function occupierOf(question: SideQuestion): Party | null {
  const { profile } = question.scene;
  return (
    holderOf(question) ??
    actorOf(question) ??
    opponentOf(profile, voiceSide(question.scene, question.by) ?? profile.teller)
  );
}

const takenFrom: ReadonlySet<string> = new Set(["children", "civilians", "women"]);

/** "Ukraine says 13,000 children have been abducted": who tells of people taken, and of nobody's capture, tells of its own. */
function isTakenAway(question: SideQuestion): boolean {
  return (
    !question.scene.document.language.freeOrder &&
    question.deed.measure === "captured" &&
    takenFrom.has(question.deed.thing) &&
    !deedIsActive(question) &&
    actorOf(question) === null
  );
}

/** "Was driven from 20 villages", "abandoned ten tanks": the subject of the verb lost what is counted. */
function isCeded({ deed, setting }: SideQuestion): boolean {
  const { act } = deed;
  return (
    act !== null &&
    hasConcept(setting.sentence, "cedes") &&
    hitsOf(setting.sentence, "cedes").some((hit) => hit.from < act.to && act.from < hit.to)
  );
}

/** "Ambushed a Pakistani convoy, killing 12": the attacked are the harmed. */
function attackedOf({ scene, setting, deed, number, counted }: SideQuestion): Party | null {
  const { act } = deed;
  if (act === null || act.from > number.from) return null;
  const named = targetOf(setting.sentence, act);
  const isOfFighters =
    !scene.document.language.freeOrder &&
    counted.thing === null &&
    hitsOf(setting.sentence, "militants").some((noun) => isFightersAttacked(setting, noun, act));
  return (
    named ?? (isOfFighters ? (scene.profile.parties.find((party) => party.startsWith("x-")) ?? null) : null)
  );
}

/** "Targeted separatist fighters, killing at least seven": fighters are the object of the attack before the harm. */
function isFightersAttacked({ sentence }: Setting, noun: Hit, harm: Hit): boolean {
  return (
    noun.to <= harm.from &&
    hitsOf(sentence, "assails").some((attack) => attack.to <= noun.from && noun.from - attack.to <= 1) &&
    !hitsOf(sentence, "clause").some((cue) => cue.from >= noun.to && cue.to <= harm.from)
  );
}

const bothReach = 4;

/** "200,000 casualties on all sides". */
function isOfBothSides({ scene, setting, counted, number, deed }: SideQuestion): boolean {
  const end = Math.max(counted.to, number.to);
  return (
    !scene.document.language.freeOrder &&
    (isHarm(deed.measure) || deed.measure === "casualties") &&
    hitsOf(setting.sentence, "both").some(
      (hit) => hit.to - hit.from > 1 && hit.from >= end && hit.from - end <= bothReach,
    )
  );
}

/** "Під контролем ЗСУ перебувають": the party right after the act, in Ukrainian and Russian, holds the land. */
function holderOf(question: SideQuestion): Party | null {
  const { act } = question.deed;
  if (act === null || !question.scene.document.language.freeOrder || deedIsActive(question)) return null;
  const holder = question.setting.sentence.hits.find(
    (hit) =>
      hit.from === act.to && (hit.family === "party" || hit.family === "metonym" || hit.id === "enemy"),
  );
  return holder === undefined ? null : resolve(question, holder);
}

const loserReach = 3;

/** "Потери Украины составляют 17 тысяч убитыми": the party after the word of loss before the number. */
function bereavedOf(question: SideQuestion): Party | null {
  const { hits } = question.setting.sentence;
  const { number, setting } = question;
  const toll = hitsOf(question.setting.sentence, "tollWord").findLast((hit) => hit.to <= number.start);
  const dead =
    toll === undefined
      ? undefined
      : hitsOfFamily(question.setting.sentence, "party").find((hit) => hit.to === toll.from);
  // "The army put its dead at 12".
  const isOwn = hitsOf(question.setting.sentence, "our").some(
    (hit) => hit.to === toll?.to && hit.from < hit.to - 1,
  );
  if (isOwn && !question.scene.document.language.freeOrder) return voiceSide(question.scene, question.by);
  if (
    dead !== undefined &&
    toll !== undefined &&
    !setting.numbers.some((one) => one.from >= toll.to && one.to < number.start)
  )
    return dead.id;
  const loss = hitsOf(question.setting.sentence, "loss").findLast((hit) => hit.to <= number.start);
  if (loss === undefined) return null;
  const owner = hits.find(
    (hit) =>
      (hit.family === "party" || hit.id === "enemy") &&
      hit.from >= loss.to &&
      hit.from - loss.to <= 1 &&
      !hitsOf(question.setting.sentence, "in").some((cue) => cue.to === hit.from) &&
      hit.to <= number.start &&
      !setting.numbers.some((other) => other.from >= loss.to && other.from < hit.from),
  );
  return owner === undefined ? null : resolve(question, owner);
}

/** "Втрати ворога за добу:": the party right after the word of loss, in the sentence or in its heading. */
function lossOwner(question: SideQuestion): Party | null {
  const { deed, setting } = question;
  const act = deed.act;
  if (act?.id !== "loss") return null;
  const told = [setting, setting.heading].find((one) => one?.sentence.hits.includes(act) === true);
  const owner = told?.sentence.hits.find(
    (hit) =>
      hit.from >= act.to &&
      hit.from - act.to <= loserReach &&
      !told.numbers.some((number) => number.from >= act.to && number.from < hit.from) &&
      !hitsOf(told.sentence, "in").some((cue) => cue.to === hit.from) &&
      (hit.family === "party" || hit.family === "metonym" || hit.id === "enemy" || hit.id === "our"),
  );
  const isHeading = told !== setting;
  const isBound = isHeading || !question.scene.document.language.freeOrder;
  const subject = owner ?? (isBound ? loserBefore(told, act) : undefined);
  return subject === undefined ? null : resolve(question, subject);
}

/** "Росія втратила:" over a table: the party right before the verb of its heading. */
function loserBefore(heading: Setting | null | undefined, act: Hit): Hit | undefined {
  return heading?.sentence.hits.findLast(
    (hit) =>
      hit.to <= act.from &&
      act.from - hit.to <= 1 &&
      (hit.family === "party" || hit.family === "metonym" || hit.id === "enemy"),
  );
}

/** "The enemy lost 340", "losses of the Russian army": the subject's own, not its foe's. */
function isLossOfSubject(question: SideQuestion): boolean {
  return (
    isClaimedLoss(question.deed.measure) && question.deed.act?.id === "loss" && actorOf(question) !== null
  );
}

/** Foreigners come home to the party they were taken from: to the one told of before, or the foe of who held them. */
function heldFor(question: SideQuestion, owner: Party): Side {
  const { profile } = question.scene;
  const isOfWar = (side: Side | null): boolean => side !== null && profile.foes.includes(side);
  if (profile.foes.length === 0 || isOfWar(owner)) return owner;
  const { lastReturned } = question;
  const holder = profile.parties.find((party) => party.startsWith("x-")) ?? null;
  if (holder !== null) return opponentOf(profile, holder) ?? owner;
  if (lastReturned !== null && isOfWar(lastReturned)) return lastReturned;
  const side = returnedSide(question);
  return side !== null && isOfWar(side) ? side : owner;
}

const ownerReach = 4;

/** The party named beside the counted noun: "Russian soldiers", "soldiers of Ukraine", "enemy drones", "our people". */
function ownerOf(question: SideQuestion): Party | null {
  const { setting, number, counted, scene } = question;
  let best: { readonly party: Party; readonly cost: number } | null = null;
  for (const hit of setting.sentence.hits) {
    const party = partyOf(question, hit);
    const isOfLabel = hit.to === counted.from || (hit.from === counted.from && hit.to <= counted.to);
    if (party !== null && counted.isLabel && isOfLabel)
      return party === "enemy" || party === "our" ? null : party;
    if (party === null || hit.from < number.to || hit.from >= counted.to + ownerReach) continue;
    if (hit.from > counted.to && !isBound(question, hit)) continue;
    if (hit.from >= counted.to && hit.family === "metonym") continue;
    if (setting.numbers.some((other) => other.from >= number.to && other.from < hit.from)) continue;
    if (
      hit.from >= counted.to &&
      hitsOfAny(setting.sentence, ["by", "in", "from", "says"]).some(
        (cue) => cue.to <= hit.from && cue.from >= counted.to,
      )
    )
      continue;
    const cost = Math.abs(hit.from - counted.from);
    if (best === null || cost < best.cost) best = { party, cost };
  }
  if (best !== null && best.party === "enemy")
    return opponentOf(scene.profile, voiceSide(scene, question.by) ?? defender(question));
  if (best !== null && best.party === "our") return voiceSide(scene, question.by);
  return best?.party ?? null;
}

function partyOf(question: SideQuestion, hit: Hit): Party | null {
  if (hit.family === "party") return isMaker(question, hit.id) ? null : hit.id;
  if (hit.family === "metonym" && hit.to <= question.counted.from) return hit.id;
  const isInNoun = hit.from >= question.counted.from && hit.to <= question.counted.to;
  if (hit.family === "cue" && (hit.id === "enemy" || (hit.id === "our" && !isInNoun))) return hit.id;
  return null;
}

/** After the noun the party must follow it closely: "of Ukraine", "ВСУ", "противника". */
function isBound(question: SideQuestion, hit: Hit): boolean {
  const gap = hit.from - question.counted.to;
  if (gap === 0) return true;
  return (
    gap <= 2 &&
    hitsOf(question.setting.sentence, "outOf").some(
      (cue) => cue.from === question.counted.to && cue.to <= hit.from,
    )
  );
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
  const doer = hitsOfFamily(question.setting.sentence, "party").findLast(
    (hit) => hit.to <= from && instrumental.test(document.tokens[hit.from]?.norm ?? ""),
  );
  return doer !== undefined && profile.foes.includes(doer.id) ? doer.id : null;
}

const byTheTeller: ReadonlySet<string> = new Set(["destroy", "eliminate", "down", "hit", "abduct"]);

/** Who destroys where nobody is named: Ukrainian is written for one party to its war. */
function narrator(question: SideQuestion): Party | null {
  return byTheTeller.has(question.deed.act?.id ?? "") ? question.scene.profile.teller : null;
}

/** "A company of the occupiers was destroyed: twenty were killed": the enemy is what was hit. */
function isEnemyHit(question: SideQuestion): boolean {
  return hitsOf(question.setting.sentence, "enemy").some((hit) =>
    hitsOfAny(question.setting.sentence, ["eliminate", "destroy"]).some(
      (act) => act.to <= hit.from && hit.from - act.to <= 3,
    ),
  );
}
