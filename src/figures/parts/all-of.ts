import type { ActConcept } from "../../languages/concepts.ts";
import type { Claim } from "../claim.ts";
import { measureOf } from "../things/measure.ts";

const actReach = 4;

/** "20 drones were launched, all of which were shot down": a second figure of the same number. Null: nothing is told of all. */
export function fateOfAll(claim: Claim): Claim | null {
  const { setting, counted, number, deed, measure } = claim;
  const { hits } = setting.sentence;
  if (!setting.sentence.hits.has.allOf) return null;
  if (measure.endsWith(".downed")) return launchOfAll(claim);
  if (!measure.endsWith(".launched")) return null;
  const end = Math.max(counted.to, number.to, deed.act?.to ?? 0);
  const all = setting.sentence.hits.of.allOf.find((hit) => hit.from >= end);
  if (all === undefined || setting.numbers.some((other) => other.from >= end && other.to <= all.from))
    return null;
  for (const act of hits) {
    if (act.family !== "act" || act.to <= all.from + 1 || act.from - all.to > actReach) continue;
    const fate = measureOf(deed.thing, act.id as ActConcept, false);
    if (fate !== null && fate !== measure && fate.startsWith(measure.split(".")[0] ?? ""))
      return { ...claim, measure: fate, deed: { ...deed, act, measure: fate } };
  }
  return null;
}

const launchReach = 2;

/** "Downed all 27 drones launched at the country": so many were launched. Null: it is not told so. */
function launchOfAll(claim: Claim): Claim | null {
  const { setting, counted, number, deed } = claim;
  if (!setting.sentence.hits.of.allOf.some((all) => all.to === number.start)) return null;
  const end = Math.max(counted.to, number.to);
  const act = setting.sentence.hits.of.launch.find((hit) => hit.from >= end && hit.from - end <= launchReach);
  const measure = act === undefined ? null : measureOf(deed.thing, "launch", false);
  return act === undefined || measure === null
    ? null
    : { ...claim, measure, deed: { ...deed, act, measure } };
}
