import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { measureOf } from "../things/measure.ts";
import type { Deed } from "./acts.ts";
import { countsCaptives } from "./exchange-deeds.ts";

const stillReach = 1;

/** "Of the 251 people taken that day 73 are still in Gaza", "59 remain there": how many of those who were taken right before are held yet. English. Null: none were. */
export function stillThereDeed(
  { document }: Scene,
  { sentence, numbers, counted }: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  const number = numbers[index];
  if (document.language.plurals === null || number === undefined || counted[index]?.thing !== null)
    return null;
  if (previous === undefined || !countsCaptives(previous)) return null;
  if (sentence.index - previous.setting.sentence.index > 1) return null;
  if (!sentence.hits.of.still.some((hit) => hit.from >= number.to && hit.from - number.to <= stillReach))
    return null;
  const isOfHostages =
    previous.measure.startsWith("hostages") || document.sentences.some(({ hits }) => hits.has.hostage);
  const thing = isOfHostages ? "hostage" : "captive";
  const measure = measureOf(thing, "hold", true);
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

const verbReach = 3;
const stateActs: ReadonlySet<string> = new Set(["kill", "injure", "missing", "rescue", "release", "bring"]);

/** "Five of the eight died in the town", "eight of the 33 are dead": some of those who are known, and the verb right after. English. Null: the number is not told so. */
export function ofKnownDeed({ document, isExchange }: Scene, setting: Setting, index: number): Deed | null {
  const { plurals } = document.language;
  const [number, whole] = [setting.numbers[index], setting.numbers[index + 1]];
  if (plurals === null || number === undefined || whole === undefined) return null;
  if (document.tokens[whole.start - 1]?.norm !== plurals.definite) return null;
  if (!setting.sentence.hits.of.outOf.some((of) => of.from === number.to && of.to === whole.start))
    return null;
  const own = setting.counted[index + 1]?.thing ?? null;
  const end = Math.max(whole.to, setting.counted[index + 1]?.to ?? 0);
  const thing: ThingConcept = own ?? "person";
  const act = setting.sentence.hits.of.act.find(
    (hit) => hit.from >= end && hit.from - end <= verbReach && stateActs.has(hit.id),
  );
  const measure = act === undefined ? null : measureOf(thing, act.id as ActConcept, isExchange);
  return act === undefined || measure === null ? null : { act, measure, thing, cost: 0 };
}
