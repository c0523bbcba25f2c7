import type { KindConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import type { Weapon } from "../../model/figure.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "./counted.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const andOrIncludingOrOfThem = anyOf("and", "including", "ofThem");

const ofEquipment: Partial<Record<ThingConcept, Weapon>> = {
  tank: "tank",
  aircraft: "aircraft",
  artillery: "artillery",
  vehicle: "vehicle",
  ship: "ship",
  helicopter: "helicopter",
  airDefence: "air-defence",
};
const ofMissiles: readonly (readonly [KindConcept, Weapon])[] = [
  ["hypersonic", "hypersonic"],
  ["ballistic", "ballistic"],
  ["cruise", "cruise"],
  ["airDefenceMissile", "air-defence"],
  ["antiShip", "anti-ship"],
];
const ofDrones: readonly (readonly [KindConcept, Weapon])[] = [
  ["naval", "naval"],
  ["decoy", "decoy"],
  ["recon", "recon"],
  ["fpv", "fpv"],
];

const kindReach = 4;
/** In a line of a table the kind stands before its noun ("крилаті ракети – 9"). */
const labelReach = 2;

/** Which kind of missile, drone or equipment the number is limited to. Null: all kinds, or none told. */
export function weaponOf(
  sentence: Sentence,
  number: NumberHit,
  counted: Counted,
  claim: {
    readonly measure: Measure;
    readonly thing: ThingConcept;
    readonly until: number;
    readonly document: Document;
  },
): Weapon | null {
  if (claim.measure === "equipment.lost") return ofEquipment[claim.thing] ?? null;
  const table = claim.measure.startsWith("missiles.")
    ? ofMissiles
    : claim.measure.startsWith("drones.")
      ? ofDrones
      : null;
  const kinds = sentence.hits.of.kind;
  if (table === null || kinds.length === 0) return null;
  for (const [kind, weapon] of table) {
    const isNear = kinds.some(
      (hit) =>
        hit.id === kind &&
        hit.from >= Math.min(number.from, counted.from) - (counted.isLabel ? labelReach : 0) &&
        hit.to <= Math.max(counted.to, Math.min(counted.to + kindReach, claim.until)) &&
        isOwn(sentence, counted, hit.from) &&
        !(kind === "decoy" && isListed(claim.document, counted, hit.from)),
    );
    if (isNear) return weapon;
  }
  return null;
}

/** "Of the types Shahed, Gerbera and others": a decoy named among others is not all that was counted. */
function isListed({ tokens }: Document, counted: Counted, at: number): boolean {
  for (let comma = counted.to; comma < at; comma++) if (tokens[comma]?.norm === ",") return true;
  return false;
}

/** A kind after the noun belongs to it only up to the next conjunction or noun. */
function isOwn(sentence: Sentence, counted: Counted, at: number): boolean {
  if (at < counted.to) return true;
  return !hitsOfAny(sentence, andOrIncludingOrOfThem).some((hit) => hit.from >= counted.to && hit.from < at);
}
