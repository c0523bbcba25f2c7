import type { Concept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import {
  isAsked,
  isBlastOverTown,
  isFramed,
  isNewsOfStrike,
  isRate,
  isScout,
  isThreatened,
  isVerbOfStrike,
} from "./strike-news.ts";
import { isAirRaid, isAttackWithTrace, isImpact, isPermitted } from "./strike-traces.ts";
import { isBlow } from "./strike-blow.ts";
import { isBlownUp, isByForces, isConducted, isMadeBy, isOfParty, isSiteStruck } from "./strike-makers.ts";
import { isStateAttack } from "./state-attack.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { isFlying } from "../things/measure-kinds.ts";

const noneOfToday = anyOf("exercise", "longAgo", "untrue");
const inOrOutOf = anyOf("in", "outOf");

const weapons = ["drone", "missile", "aerial", "bomb", "rocket", "shell"] as const satisfies Concept[];

const tellers = [
  "bombards",
  "airStrike",
  "assault",
  ...weapons,
  "strikes",
  "hit",
  "shelling",
  "strike",
  "launch",
  "bombard",
  "explosion",
] as const satisfies Concept[];

/** A sentence without any of them tells of no strike by its words. */
export const strikeWords = anyOf(...tellers);

/** The words by one of which alone a strike is told. */
const strikeTellers = anyOf(...tellers, "assails");

const bombardsOrWeapons = anyOf("airStrike", "bombards", ...weapons);
const shellingOrWeapons = anyOf("airStrike", "bombards", "shelling", ...weapons);
const strikesOrWeapons = anyOf("airStrike", "bombards", "strikes", ...weapons);

const weaponWords: ReadonlySet<string> = new Set(weapons);

/** What makes a strike unreal: wished for, feared, denied, possible, or a delivery of arms. */
const unreal = anyOf("negation", "condition", "planned", "proposed", "possible", "give", "supply", "feared");

const verbReach = 7;
const harmReach = 14;
const agentReach = 4;
const unrealReach = 3;
const fearReach = 5;

/** Whether a figure counts an attack from the air or by artillery, or its defence. */
export function isFromAir(claim: Claim): boolean {
  // A scout that is shot down attacked nobody.
  if (claim.weapon === "recon" && claim.scope === "event") return false;
  if (claim.measure === "attacks") {
    // "Two separate attacks" may be of gunmen; it takes a word of the air or of artillery beside them.
    const isOpen = claim.counted.things.includes("assault");
    return claim.deed.thing === "strike" && (!isOpen || hasAny(claim.setting.sentence, shellingOrWeapons));
  }
  if (claim.measure === "sites.hit")
    return claim.deed.act?.id !== "attack" && claim.deed.act !== null
      ? hasAny(claim.setting.sentence, strikesOrWeapons)
      : hasAny(claim.setting.sentence, bombardsOrWeapons);
  return isFlying(claim.measure);
}

/**
 * Whether a sentence tells, without a figure, of an attack from the air or by artillery that took place: a verb that
 * means one by itself ("shelled"), a noun that does with what it did ("air strikes kill"), or a weapon with a verb of attack or
 * defence. Strikes only alluded to, feared or prepared are none.
 */
export function tellsStrike(scene: Scene, setting: Setting, claims: readonly Claim[]): boolean {
  if (hasAny(setting.sentence, noneOfToday)) return false;
  // "We shoot down ten drones every day": a rate tells of no one day.
  if (isRate(scene, setting)) return false;
  if (isAsked(scene, setting)) return false;
  if (setting.sentence.hits.has.sinceWar && !setting.sentence.hits.has.superlative) return false;
  if (countsItsDead(scene, setting, claims)) return true;
  return hitsOfAny(setting.sentence, strikeTellers).some(
    (hit) => isToldBy(scene, setting, hit) || isToldInEnglish(scene, setting, hit),
  );
}

/** Whether one word tells of a strike, in any language. */
function isToldBy(scene: Scene, setting: Setting, hit: Hit): boolean {
  if (isPermitted(setting, hit)) return false;
  // "Неизвестные обстреляли машину": by gunmen.
  const isOfGunmen = scene.document.language.freeOrder && setting.sentence.hits.has.onGround;
  if (hit.id === "bombards") return !isOfGunmen && isReal(setting, hit) && !isDescription(scene, hit);
  if (hit.id === "airStrike")
    return (
      isReal(setting, hit) &&
      (isTold({ scene, setting, noun: hit }, harmReach) ||
        isAftermath(setting, hit) ||
        isFramed(scene, setting, hit))
    );
  if (hit.family === "thing" && isReal(setting, hit) && isAttackWithTrace(scene, setting, hit)) return true;
  if ((hit.id === "assault" || hit.id === "launch") && isReal(setting, hit) && isAirRaid(scene, setting, hit))
    return true;
  if (hit.id === "hit" && isReal(setting, hit) && isImpact(scene, setting, hit)) return true;
  // "Цель была уничтожена": what flew may have attacked nobody.
  const isWeapon =
    weaponWords.has(hit.id) &&
    !isScout(setting, hit) &&
    !(hit.id === "aerial" && scene.document.language.freeOrder);
  // "Угроза беспилотников ведет к задержкам эвакуации раненых".
  const isThreat = scene.document.language.freeOrder && isThreatened(setting, hit);
  if (isWeapon && !isThreat && isTold({ scene, setting, noun: hit }, agentReach)) return true;
  return isBlow(scene, setting, hit) && isReal(setting, hit);
}

/** Whether one word tells of a strike by what stands beside it, in English alone. */
function isToldInEnglish(scene: Scene, setting: Setting, hit: Hit): boolean {
  if (scene.document.language.freeOrder || !isReal(setting, hit)) return false;
  const isVerbOfHit = hit.id === "hit" && hit.family === "act";
  return (
    (isNounOfStrike(hit) && isNewsOfStrike(scene, setting, hit)) ||
    ((hit.id === "bombard" || hit.id === "assails" || isVerbOfHit) && isVerbOfStrike(scene, setting, hit)) ||
    (hit.id === "explosion" && isBlastOverTown(scene, setting, hit)) ||
    (hit.id === "shelling" && isByForces(setting, hit)) ||
    (hit.id === "strike" &&
      (isConducted(setting, hit) || isOfParty(setting, hit) || isMadeBy(setting, hit))) ||
    (isVerbOfHit && isSiteStruck(scene, setting, hit)) ||
    (hit.id === "launch" && isBlownUp(setting, hit)) ||
    (hit.id === "strike" && isStateAttack(scene, setting, hit))
  );
}

/** "The city of Mary, barbarously bombarded and destroyed": a participle after a comma tells how a place is. English. */
function isDescription({ document }: Scene, { from, to }: Hit): boolean {
  const { tokens, language } = document;
  if (language.plurals === null || to - from > 1) return false;
  const at = language.plurals.adverb.test(itemAt(tokens, from - 1)?.norm ?? "") ? from - 2 : from - 1;
  return itemAt(tokens, at)?.norm === ",";
}

function isNounOfStrike({ id, family }: Hit): boolean {
  return id === "airStrike" || (id === "strike" && family === "thing");
}

/** "26 die in Israeli strikes", "43 dead in bombing of a market": people counted as killed or hurt, in the words of a strike that is no mere attack. */
function countsItsDead({ document }: Scene, setting: Setting, claims: readonly Claim[]): boolean {
  const { sentence } = setting;
  if (document.language.freeOrder || !claims.some(countsHurt) || sentence.hits.has.onGround) return false;
  return sentence.hits.some(
    (noun) =>
      isNounOfStrike(noun) &&
      !sentence.hits.of.assault.some((hit) => hit.from === noun.from) &&
      isReal(setting, noun),
  );
}

function countsHurt({ measure, scope }: Claim): boolean {
  return scope === "event" && (measure === "killed" || measure === "injured");
}

interface Noun {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly noun: Hit;
}

/** Whether a verb of attack, or the harm it did, stands by the noun, in the same clause. */
function isTold(question: Noun, reachOfHarm: number): boolean {
  const { scene, setting, noun } = question;
  return setting.sentence.hits.some((hit) => {
    const reach =
      hit.id === "strikes"
        ? verbReach
        : hit.id === "harms"
          ? reachOfHarm
          : // "После падения БПЛА", "обломков от сбитого дрона": of what flies.
            hit.id === "crashes" && noun.id === "drone"
            ? agentReach
            : 0;
    return (
      reach > 0 &&
      gap(hit, noun) <= reach &&
      isReal(setting, hit) &&
      !isParted(scene, hit, noun) &&
      !isMereNoun(scene, setting, hit) &&
      !isAlludedTo(scene, setting, hit, noun)
    );
  });
}

const nounReach = 2;

/** "Drones which play a role in recent attacks": after a word of where attacks are a noun, and told by none. */
function isMereNoun({ document }: Scene, { sentence }: Setting, word: Hit): boolean {
  return (
    !document.language.freeOrder &&
    sentence.hits.of.assault.some((noun) => noun.from === word.from) &&
    sentence.hits.of.in.some(
      (cue) => cue.to <= word.from && word.from - cue.to <= nounReach && cue.to - cue.from === 1,
    )
  );
}

/** "Its role in a deadly air strike": an attack that something else is told of. */
function isAlludedTo({ document }: Scene, { sentence }: Setting, harm: Hit, noun: Hit): boolean {
  return (
    !document.language.freeOrder &&
    harm.to <= noun.from &&
    noun.from - harm.to <= nounReach &&
    hitsOfAny(sentence, inOrOutOf).some((cue) => cue.to === harm.from && cue.to - cue.from === 1)
  );
}

const aftermathReach = 2;

/** "After Israeli air strikes": what follows from them took place; "after years of air strikes" is history. */
function isAftermath(setting: Setting, noun: Hit): boolean {
  // "After Putin's attacks on Ukraine": the war as a whole.
  const isOfLand = setting.sentence.hits.of.place.some((hit) => hit.from >= noun.from && hit.to === noun.to);
  return (
    !isOfLand &&
    setting.sentence.hits.has.aftermath &&
    setting.sentence.hits.of.aftermath.some(
      (hit) => hit.to <= noun.from && noun.from - hit.to <= aftermathReach,
    ) &&
    !setting.sentence.hits.of.duration.some(
      (hit) => hit.to <= noun.from && noun.from - hit.to <= aftermathReach,
    )
  );
}

/** Whether a semicolon stands between. */
function isParted(scene: Scene, a: Hit, b: Hit): boolean {
  for (let at = Math.min(a.to, b.to); at < Math.max(a.from, b.from); at++)
    if (scene.document.tokens[at]?.norm === ";") return true;
  return false;
}

/** How many tokens stand between two hits; Infinity: they overlap. */
function gap(a: Hit, b: Hit): number {
  if (a.to <= b.from) return b.from - a.to;
  return b.to <= a.from ? a.from - b.to : Infinity;
}

function isReal(setting: Setting, hit: Hit): boolean {
  // "A preventative first strike": feared by its own name.
  if (setting.sentence.hits.of.feared.some((cue) => cue.from < hit.from && cue.to >= hit.to)) return false;
  return !hitsOfAny(setting.sentence, unreal).some(
    (cue) =>
      cue.to <= hit.from &&
      (cue.id === "feared"
        ? hit.from - cue.to <= fearReach
        : hit.from - cue.to <= unrealReach && !(cue.id === "give" && hit.id === "airStrike")) &&
      // "Allies to meet as strike kills two": the plan is of another clause.
      !setting.sentence.hits.of.clause.some((word) => word.from >= cue.to && word.to <= hit.from),
  );
}
