import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Deed } from "./acts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { measureOf } from "../things/measure.ts";
import type { Counted } from "../things/counted.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const hitOrAttack = anyOf("hit", "attack");
const hostageOrCaptive = anyOf("hostage", "captive");
const hospitalOrInjure = anyOf("hospital", "injure");
const seizeOrHold = anyOf("seize", "hold");

/** What flies, and remains: one number of them goes on with the act of another. */
export const weaponThings: ReadonlySet<ThingConcept> = new Set([
  "body",
  "drone",
  "missile",
  "aerial",
  "bomb",
  "rocket",
  "shell",
]);

const stillReach = 4;

/** "There are still 58 hostages in Gaza": held, without a verb that says so. */
export function stillHeld(setting: Setting, index: number, counted: Counted): Deed | null {
  const number = setting.numbers[index];
  if (number === undefined || counted.thing !== "hostage") return null;
  const isStill = setting.sentence.hits.of.still.some(
    (hit) =>
      (hit.to <= number.start && number.start - hit.to <= stillReach) ||
      (hit.from >= counted.to && hit.from - counted.to <= stillReach),
  );
  const measure = isStill ? measureOf("hostage", "hold", true) : null;
  return measure === null ? null : { act: null, measure, thing: "hostage", cost: 0 };
}

const toolActs: ReadonlySet<string> = new Set(["hit", "attack", "damage", "destroy"]);
const toolReach = 10;

/** "Hit 41 aircraft with 117 drones": what was used for it was launched. */
export function toolDeed(setting: Setting, index: number): Deed | null {
  const number = setting.numbers[index];
  const thing = setting.counted[index]?.thing ?? null;
  if (number === undefined || thing === null || !weaponThings.has(thing)) return null;
  const { hits } = setting.sentence;
  const tool = lastOf(setting.sentence.hits.of.withTool, (hit) => hit.to <= number.start);
  const isListed =
    tool !== undefined &&
    setting.numbers.slice(0, index).every((other, at) => other.from < tool.to || isToolAt(setting, at)) &&
    (tool.to === number.start || isContinued(setting, index));
  if (!isListed) return null;
  const act = lastOf(
    hits,
    (hit) => toolActs.has(hit.id) && hit.to < tool.from && tool.from - hit.to <= toolReach,
  );
  const measure = act === undefined ? null : measureOf(thing, "launch", false);
  if (act === undefined || measure === null) return null;
  // "Struck" is a word of destroying, too: here it is the attack.
  const strike = hitsOfAny(setting.sentence, hitOrAttack).find((hit) => hit.from === act.from);
  return { act: strike ?? act, measure, thing, cost: 0 };
}

function isToolAt(setting: Setting, index: number): boolean {
  const thing = setting.counted[index]?.thing ?? null;
  return thing !== null && weaponThings.has(thing);
}

/** "With 14 bombs and 30 missiles": the number goes on right after the one before it. */
function isContinued(setting: Setting, index: number): boolean {
  const before = itemAt(setting.counted, index - 1);
  const number = setting.numbers[index];
  return (
    before !== undefined &&
    number !== undefined &&
    isToolAt(setting, index - 1) &&
    number.start - before.to <= 2
  );
}

/** "25 shells in three shellings", "a mortar shelling, 12 mines": what flies, told beside strikes, was launched in them. */
export function besideStrikes({ document }: Scene, setting: Setting, index: number): Deed | null {
  const [number, thing] = [setting.numbers[index], setting.counted[index]?.thing ?? null];
  if (number === undefined || thing === null || !weaponThings.has(thing)) return null;
  const isMarked = document.language.freeOrder && itemAt(document.tokens, number.start - 1)?.kind === "mark";
  const isBeside =
    setting.counted.some((one) => one.thing === "strike") ||
    (isMarked && setting.sentence.hits.of.strike.some((noun) => noun.to === number.start - 1));
  if (!isBeside) return null;
  const measure = measureOf(thing, "launch", false);
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

/** "Russians shell the region 87 times": what is counted by times is the verb of the attack. */
export function timesDeed({ document }: Scene, setting: Setting, index: number): Deed | null {
  const number = setting.numbers[index];
  if (document.language.freeOrder || number === undefined || setting.counted[index]?.thing !== "times")
    return null;
  const isOfAttack = setting.sentence.hits.of.bombard.some(
    (verb) => verb.to <= number.start && number.start - verb.to <= toolReach,
  );
  return isOfAttack ? { act: null, measure: "attacks", thing: "times", cost: 0 } : null;
}

/** Strikes, assaults and clashes are counted whatever is told of them. */
export function incidentDeed(counted: Counted): Deed | null {
  if (counted.thing !== "strike" && counted.thing !== "assault" && counted.thing !== "clash") return null;
  return { act: null, measure: "attacks", thing: counted.thing, cost: 0 };
}

const findReach = 6;

/** "Investigators have found 432 bodies of civilians": the dead of whom nobody hands over the remains. */
export function foundBodies({ document }: Scene, setting: Setting, index: number): Deed | null {
  const [number, counted] = [setting.numbers[index], setting.counted[index]];
  if (number === undefined || counted?.thing !== "body") return null;
  const isFound = setting.sentence.hits.of.findsBodies.some(
    (hit) =>
      (hit.to <= number.start && number.start - hit.to <= (document.language.freeOrder ? findReach : 1)) ||
      (hit.from >= counted.to && hit.from - counted.to <= findReach),
  );
  // "A grave with 1,100 bodies was found" does not tell how they died.
  const isPeopleAt = (at: number): boolean =>
    setting.sentence.hits.of.thing.some(
      (noun) => noun.from === at && noun.id !== "body" && isPeople(noun.id as ThingConcept),
    );
  const isOfPeople =
    (document.language.freeOrder && isPeopleAt(Math.max(counted.to, number.to))) ||
    setting.sentence.hits.of.outOf.some((of) => of.from === counted.to && isPeopleAt(of.to));
  // "900 bodies were brought to hospitals": of a war, and not of those who are handed over.
  const isInMorgue = !document.language.freeOrder && hasAny(setting.sentence, hospitalOrInjure);
  const isToldKilled = isOfPeople || isInMorgue || setting.sentence.hits.of.kill.length > 0;
  return isFound && isToldKilled ? { act: null, measure: "killed", thing: "body", cost: 0 } : null;
}

const verbReach = 2;
const leadReach = 1;
/** "24 drones and all three missiles". */
const determiners = 1;

/** "Four missiles and 50 drones were shot down", "21 drones and five missiles hit": the act after the last of a pair is both's. */
export function joinedDeed(setting: Setting, index: number): Deed | null {
  const [own, next] = [setting.counted[index], setting.counted[index + 1]];
  const [number, other] = [setting.numbers[index], setting.numbers[index + 1]];
  if (own === undefined || next === undefined || number === undefined || other === undefined) return null;
  if (own.thing !== null && isPeople(own.thing)) return harmOfPair(setting, index);
  if (own.thing === null || !isToolAt(setting, index) || !isToolAt(setting, index + 1)) return null;
  const { hits } = setting.sentence;
  const isJoined =
    other.start - own.to <= 1 + determiners &&
    setting.sentence.hits.of.and.some((hit) => hit.from === own.to && other.start - hit.to <= determiners);
  const isLed = setting.sentence.hits.of.act.some(
    (hit) => hit.to <= number.start && number.start - hit.to <= leadReach,
  );
  if (!isJoined || isLed) return null;
  for (const hit of hits) {
    if (hit.family !== "act" || hit.from < next.to || hit.from - next.to > verbReach) continue;
    const measure = measureOf(own.thing, hit.id as ActConcept, false);
    if (measure !== null) return { act: hit, measure, thing: own.thing, cost: 0 };
  }
  return null;
}

const harmNouns = anyOf("kill", "injure");

/** "Eight civilian and five military deaths": two adjectives of one noun, which is the harm. English nouns alone end so. */
function harmOfPair({ sentence, numbers, counted }: Setting, index: number): Deed | null {
  const [own, next, other] = [counted[index], counted[index + 1], numbers[index + 1]];
  if (own === undefined || next === undefined || other === undefined || own.thing === null) return null;
  if (next.thing === null || !isPeople(next.thing)) return null;
  if (!sentence.hits.of.and.some((and) => and.from === own.to && and.to === other.start)) return null;
  const noun = hitsOfAny(sentence, harmNouns).find(
    (hit) => hit.family === "act" && hit.to === next.to && hit.from > next.from,
  );
  const measure = noun === undefined ? null : measureOf(own.thing, noun.id as ActConcept, false);
  return noun === undefined || measure === null ? null : { act: noun, measure, thing: own.thing, cost: 0 };
}

/** "-690 окупантів", "+810 орків" at the head of a line: losses of those who are called the enemy. */
export function tallyDeed({ document }: Scene, setting: Setting, index: number): Deed | null {
  const number = setting.numbers[index];
  if (number === undefined || setting.counted[index]?.thing !== "militants") return null;
  const sign = itemAt(document.tokens, number.start - 1);
  const isSigned = sign?.norm === "-" || sign?.norm === "–" || sign?.norm === "+";
  const before = itemAt(document.tokens, number.start - 2);
  const isHead = number.start - 1 === setting.sentence.from || before?.kind === "break";
  return isSigned && isHead && document.language.freeOrder
    ? { act: null, measure: "casualties", thing: "militants", cost: 0 }
    : null;
}

/** "Hits by five missiles and 31 drones", where the act stands before the first: what "and" joins to it has the same act, unless one of its own follows. */
export function pairedDeed(setting: Setting, index: number, previous: Claim | undefined): Deed | null {
  const [number, own] = [setting.numbers[index], setting.counted[index]];
  const act = previous?.deed.act ?? null;
  if (
    number === undefined ||
    own === undefined ||
    own.thing === null ||
    previous === undefined ||
    act === null
  )
    return null;
  if (previous.setting !== setting || previous.index !== index - 1 || !isToolAt(setting, index)) return null;
  if (!isToolAt(setting, index - 1) || act.to > previous.number.start) return null;
  const isJoined =
    number.start - previous.counted.to <= 1 &&
    setting.sentence.hits.of.and.some((hit) => hit.to === number.start);
  const hasOwn = setting.sentence.hits.of.act.some(
    (hit) => hit.id !== "launch" && hit.from >= own.to && hit.from - own.to <= verbReach,
  );
  const measure = isJoined && !hasOwn ? measureOf(own.thing, act.id as ActConcept, false) : null;
  return measure === null ? null : { act, measure, thing: own.thing, cost: 0 };
}

const livesReach = 2;
/** "24 aid workers' lives". */
const ownersReach = 2;

/** "Claimed at least 18 lives", "four lives were lost". */
export function livesDeed({ sentence, counted }: Setting, index: number): Deed | null {
  const own = counted[index];
  if (
    own === undefined ||
    !sentence.hits.of.lives.some((hit) => hit.from >= own.from && hit.from - own.to <= ownersReach)
  )
    return null;
  const act = sentence.hits.of.takesLives.find(
    (hit) =>
      (hit.to <= own.from && own.from - hit.to <= livesReach * 2) ||
      (hit.from >= own.to && hit.from - own.to <= livesReach),
  );
  const measure = act === undefined ? null : measureOf("person", "kill", false);
  return act === undefined || measure === null ? null : { act, measure, thing: "person", cost: 0 };
}

/** "Taking 440 people hostage", "holding 20 sailors captive": the noun after the people tells what was done by the verb before the number. */
export function hostageDeed({ document }: Scene, setting: Setting, index: number): Deed | null {
  const [number, counted] = [setting.numbers[index], setting.counted[index]];
  if (document.language.freeOrder || number === undefined || counted === undefined) return null;
  const end = Math.max(counted.to, number.to);
  const isTaken = hitsOfAny(setting.sentence, hostageOrCaptive).some((hit) => hit.from === end);
  if (!isTaken) return null;
  const act = hitsOfAny(setting.sentence, seizeOrHold).find((hit) => hit.to === number.start);
  if (act === undefined) return null;
  const measure =
    act.id === "hold" ? measureOf("hostage", "hold", true) : measureOf("person", "abduct", false);
  return measure === null ? null : { act, measure, thing: "person", cost: 0 };
}
