/** Whose the counted people or things are: which rule tells it, by what is counted. */

import type { Party, Side } from "../../model/side.ts";
import type { Setting } from "../claim.ts";
import { voiceSide } from "../claim.ts";
import { namedSide } from "./on-whose-side.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive, defender } from "./actors.ts";
import { attackerSide } from "./attacker-side.ts";
import { landSide } from "./land-side.ts";
import { flyingSide, listedLauncher } from "./launcher.ts";
import { bereavedOf, destroyedSide, isCeded, isLossOfSubject, isLossOfTwo, lossOwner } from "./loser.ts";
import { ownPeople } from "./own-people.ts";
import { ownerOf } from "./owner.ts";
import { partyOfRow } from "./party-row.ts";
import { returnedSide } from "./returned-side.ts";
import { takenFrom } from "./taken-side.ts";
import { targetOf } from "./target.ts";
import { victimSide } from "./victim-side.ts";
import type { Hit } from "../text/entries.ts";
import { isClaimedLoss, isFlying, isHarm, isLand, isReturn } from "../things/measure-kinds.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const eliminateOrDestroy = anyOf("eliminate", "destroy");

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
  const people = isHarm(measure) || measure === "captured" ? ownPeople(question) : null;
  if (people !== null) return people;
  const bereaved = isHarm(measure) ? bereavedOf(question) : null;
  if (bereaved !== null) return bereaved;
  const named = isHarm(measure) ? namedSide(question) : null;
  if (named !== null) return named;
  if (isHarm(measure) && question.lastHarmed !== null) return question.lastHarmed;
  const target = isHarm(measure) ? attackedOf(question) : null;
  if (target !== null) return target;
  if (isHarm(measure) && question.setting.places.length === 0 && isEnemyHit(question)) {
    return opponentOf(question.scene.profile, voiceSide(question.scene, question.by) ?? defender(question));
  }
  const taken = takenFrom(question);
  if (taken !== null) return taken;
  if (isOfBothSides(question) || isLossOfTwo(question)) return "both";
  const loser =
    lossOwner(question) ?? (isClaimedLoss(measure) && isCeded(question) ? actorOf(question) : null);
  if (loser !== null) return loser;
  if (isLossOfSubject(question))
    return actorOf(question) ?? opponentOf(question.scene.profile, voiceSide(question.scene, question.by));
  if (isTakenAway(question)) return victimSide(question);
  // "Neutralised 70 terrorists in strikes": whose fighters they are is told as of those who were killed.
  const isOfFighters = thing === "militants" && !question.scene.document.language.freeOrder;
  if (isClaimedLoss(measure) && isOfFighters && question.deed.act?.id !== "loss") return victimSide(question);
  if (isClaimedLoss(measure)) return destroyedSide(question) ?? ofOthers(question, victimSide(question));
  if (isFlying(measure)) return listedLauncher(question) ?? flyingSide(question);
  if (measure === "attacks") return attackerSide(question);
  if (isLand(measure)) return landSide(question);
  // "Rescued four hostages": whose they are, whoever freed them.
  if (isReturn(measure) || (thing === "hostage" && measure === "rescued")) return returnedSide(question);
  return victimSide(question);
}

/** "Сирийские войска уничтожили восемь пикапов": nobody claims to have destroyed their own, whoever the land is of. */
function ofOthers(question: SideQuestion, victim: Side | null): Side | null {
  return victim !== null && deedIsActive(question) && actorOf(question) === victim ? null : victim;
}

const takenPeople: ReadonlySet<string> = new Set(["children", "civilians", "women"]);

/** "Ukraine says 13,000 children have been abducted": who tells of people taken, and of nobody's capture, tells of its own. */
function isTakenAway(question: SideQuestion): boolean {
  return (
    !question.scene.document.language.freeOrder &&
    question.deed.measure === "captured" &&
    takenPeople.has(question.deed.thing) &&
    !deedIsActive(question) &&
    actorOf(question) === null
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
    setting.sentence.hits.of.militants.some((noun) => isFightersAttacked(setting, noun, act));
  return (
    named ?? (isOfFighters ? (scene.profile.parties.find((party) => party.startsWith("x-")) ?? null) : null)
  );
}

/** "Targeted separatist fighters, killing at least seven": fighters are the object of the attack before the harm. */
function isFightersAttacked({ sentence }: Setting, noun: Hit, harm: Hit): boolean {
  return (
    noun.to <= harm.from &&
    sentence.hits.of.assails.some((attack) => attack.to <= noun.from && noun.from - attack.to <= 1) &&
    !sentence.hits.of.clause.some((cue) => cue.from >= noun.to && cue.to <= harm.from)
  );
}

const bothReach = 4;

/** "200,000 casualties on all sides". */
function isOfBothSides({ setting, counted, number, deed }: SideQuestion): boolean {
  const end = Math.max(counted.to, number.to);
  return (
    (isHarm(deed.measure) || deed.measure === "casualties") &&
    setting.sentence.hits.of.both.some(
      (hit) => hit.to - hit.from > 1 && hit.from >= end && hit.from - end <= bothReach,
    )
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

/** "A company of the occupiers was destroyed: twenty were killed": the enemy is what was hit. */
function isEnemyHit(question: SideQuestion): boolean {
  return question.setting.sentence.hits.of.enemy.some((hit) =>
    hitsOfAny(question.setting.sentence, eliminateOrDestroy).some(
      (act) => act.to <= hit.from && hit.from - act.to <= 3,
    ),
  );
}
