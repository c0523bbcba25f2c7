import type { ActConcept } from "../../languages/concepts.ts";
import type { Setting } from "../claim.ts";
import { measureOf } from "../things/measure.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const fatesOfWeapons = anyOf("down", "suppress", "stop", "hit");

const actReach = 2;
/** Two wholes and two parts. */
const rowLength = 4;

/**
 * "Of 122 missiles and 36 drones the air force shot down 87 and 27": two wholes after "of", which were launched, and two bare numbers, to
 * whose wholes the act was done in the same order. Null: the number is in no such row of four.
 */
export function pairedPartDeed(setting: Setting, index: number): Deed | null {
  if (setting.numbers.length < rowLength) return null;
  for (let first = Math.max(0, index - 3); first <= index; first++) {
    const row = rowAt(setting, first);
    if (row === null) continue;
    const at = index - first;
    const thing = row.things[at % 2];
    const measure = thing === undefined ? null : measureOf(thing, at < 2 ? "launch" : row.act, false);
    return measure === null || thing === undefined
      ? null
      : { act: at < 2 ? null : row.hit, measure, thing, cost: 0 };
  }
  return null;
}

function rowAt({ sentence, numbers, counted }: Setting, first: number) {
  const [one, two, part, other] = numbers.slice(first, first + rowLength);
  if (one === undefined || two === undefined || part === undefined || other === undefined) return null;
  if (!sentence.hits.of.outOf.some((of) => of.to === one.start)) return null;
  const things = counted.slice(first, first + 2).flatMap(({ thing }) => thing ?? []);
  if (things.length < 2 || !things.every((thing) => weaponThings.has(thing))) return null;
  if (counted[first + 2]?.thing !== null || counted[first + 3]?.thing !== null) return null;
  const isJoined = (end: number, start: number): boolean =>
    sentence.hits.of.and.some((and) => and.from === end && and.to === start);
  if (!isJoined(counted[first]?.to ?? -1, two.start) || !isJoined(part.to, other.start)) return null;
  const hit = hitsOfAny(sentence, fatesOfWeapons).find(
    (act) =>
      act.family === "act" &&
      act.from >= two.to &&
      Math.max(part.start - act.to, act.from - other.to) <= actReach,
  );
  return hit === undefined ? null : { things, hit, act: hit.id as ActConcept };
}
