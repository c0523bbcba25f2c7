import type { Concept } from "../languages/concepts.ts";
import type { Claim, Setting } from "./claim.ts";
import { hasConcept } from "./document.ts";
import type { Hit } from "./lexer.ts";

const weaponWords: ReadonlySet<string> = new Set([
  "drone",
  "missile",
  "aerial",
  "bomb",
  "rocket",
  "shell",
] satisfies Concept[]);

/** What makes a strike unreal: wished for, feared, denied, possible, or a delivery of arms. */
const unreal: ReadonlySet<string> = new Set([
  "negation",
  "condition",
  "planned",
  "proposed",
  "possible",
  "give",
  "supply",
] satisfies Concept[]);

const verbReach = 7;
const harmReach = 14;
const agentReach = 4;
const unrealReach = 3;

/** Whether a figure counts an attack from the air or by artillery, or its defence. */
export function isFromAir(claim: Claim): boolean {
  if (claim.measure === "attacks") return claim.deed.thing === "strike";
  if (claim.measure === "sites.hit") return true;
  return /^(?:drones|missiles|weapons|bombs|rockets|shells)\./.test(claim.measure);
}

/**
 * Whether a sentence tells, without a figure, of an attack from the air or by artillery that took place: a verb that
 * means one by itself ("shelled"), a noun that does with what it did ("air strikes kill"), or a weapon with a verb of attack or
 * defence. Strikes only alluded to, feared or prepared are none.
 */
export function tellsStrike(setting: Setting): boolean {
  const { hits } = setting.sentence;
  if (hasConcept(setting.sentence, "exercise")) return false;
  return hits.some(
    (hit) =>
      (hit.id === "bombards" && isReal(setting, hit)) ||
      (hit.id === "airAttack" && isReal(setting, hit) && (hasVerb(setting, hit) || hasHarm(setting, hit))) ||
      (weaponWords.has(hit.id) && (hasVerb(setting, hit) || isAgent(setting, hit))),
  );
}

function hasVerb(setting: Setting, noun: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) => hit.id === "strikes" && gap(hit, noun) <= verbReach && isReal(setting, hit),
  );
}

function hasHarm(setting: Setting, noun: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) => hit.id === "harms" && gap(hit, noun) <= harmReach && isReal(setting, hit),
  );
}

/** "Missile kills two", "killed by a drone": harm right beside the weapon. */
function isAgent(setting: Setting, weapon: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) => hit.id === "harms" && gap(hit, weapon) <= agentReach && isReal(setting, hit),
  );
}

/** How many tokens stand between two hits; Infinity: they overlap. */
function gap(a: Hit, b: Hit): number {
  if (a.to <= b.from) return b.from - a.to;
  return b.to <= a.from ? a.from - b.to : Infinity;
}

function isReal(setting: Setting, hit: Hit): boolean {
  return !setting.sentence.hits.some(
    (cue) => unreal.has(cue.id) && cue.to <= hit.from && hit.from - cue.to <= unrealReach,
  );
}
