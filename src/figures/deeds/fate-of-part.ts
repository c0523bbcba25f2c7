import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import type { Document } from "../text/document.ts";
import type { Setting } from "../claim.ts";
import { measureOf } from "../things/measure.ts";

const fates: ReadonlySet<string> = new Set(["down", "suppress", "stop", "hit"]);
const fateReach = 4;
const partReach = 7;

/**
 * "Three Kinzhals, one of which was intercepted", "six Iskanders, of which one was shot down": what a part of was downed was launched. Null:
 * no part of the number has a fate of its own.
 */
export function launchedOfDowned(document: Document, setting: Setting, index: number): Deed | null {
  const [number, next] = [setting.numbers[index], setting.numbers[index + 1]];
  const counted = setting.counted[index];
  if (document.language.freeOrder || number === undefined || next === undefined || counted === undefined)
    return null;
  const thing = counted.things.find((one) => weaponThings.has(one)) ?? null;
  if (thing === null) return null;
  const part = setting.sentence.hits.of.ofThem.find(
    (hit) => hit.from === next.to || (hit.to === next.start && hit.from >= number.to),
  );
  if (part === undefined || next.start - counted.to > partReach) return null;
  // "428 were stopped: 402 drones, 239 of them shot down": the list is of what was stopped.
  for (let at = setting.sentence.from; at < number.start; at++)
    if (document.tokens[at]?.norm === ":") return null;
  const end = Math.max(part.to, next.to);
  const isDowned = setting.sentence.hits.of.act.some(
    (act) => fates.has(act.id) && act.from >= end && act.from - end <= fateReach,
  );
  const measure = isDowned ? measureOf(thing, "launch", false) : null;
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}
