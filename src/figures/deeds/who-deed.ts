/** What was done to people of whom a relative clause tells: "15 children who lost their lives". */

import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import type { Deed } from "./acts.ts";

const verbReach = 4;

interface Told {
  readonly act: Hit;
  readonly measure: Measure;
}

/**
 * The verb of the clause that "who" begins, or the main verb that follows it ("forty who had fled were wounded"). Null: there is no such clause, or
 * the main verb stands before the number ("freed 90 who had been jailed").
 */
export function whoDeed({ document, isExchange }: Scene, setting: Setting, index: number): Deed | null {
  const { sentence, numbers, counted } = setting;
  const [number, own, next] = [numbers[index], counted[index], numbers[index + 1]];
  if (document.language.freeOrder || isExchange || number === undefined || own === undefined) return null;
  const thing: ThingConcept = own.thing ?? "person";
  if (!isPeople(thing) || thing === "captive" || thing === "hostage" || own.isLabel) return null;
  const end = Math.max(number.to, own.to);
  const who = sentence.hits.of.relativeWord.find((hit) => hit.from === end);
  if (who === undefined || document.tokens[end]?.norm === document.language.plurals?.relative) return null;
  const { act: acts, otherAct } = sentence.hits.of;
  const isOf = (hit: Hit): boolean => measureOf(thing, hit.id as ActConcept, false) !== null;
  if (acts.some((hit) => hit.to === number.start && isOf(hit))) return null;
  if (otherAct.some((hit) => hit.to === number.start)) return null;
  const until = next?.start ?? sentence.to;
  const told: Told[] = [];
  for (const act of acts) {
    const measure =
      act.from >= who.to && act.to <= until ? measureOf(thing, act.id as ActConcept, false) : null;
    if (measure !== null && measure !== "customers.without_power") told.push({ act, measure });
  }
  const [first] = told;
  if (first === undefined || first.act.from - who.to > verbReach) return null;
  // The main verb: after the clause, in the passive or the perfect, with no other clause or mark between.
  const main = told.find(
    ({ act }) => act.from >= first.act.to && isFinite({ document, setting }, first.act.to, act),
  );
  const { act, measure } = main ?? first;
  return { act, measure, thing, cost: 0 };
}

function isFinite(
  { document, setting }: { readonly document: Scene["document"]; readonly setting: Setting },
  from: number,
  act: Hit,
): boolean {
  const { plurals } = document.language;
  const before = document.tokens[act.from - 1]?.norm ?? "";
  if (plurals === null || !(plurals.passive.has(before) || plurals.perfect.has(before))) return false;
  if (setting.sentence.hits.of.clause.some((cue) => cue.from >= from && cue.to <= act.from)) return false;
  if (setting.sentence.hits.of.and.some((and) => and.from >= from && and.to <= act.from)) return false;
  for (let at = from; at < act.from; at++) if (document.tokens[at]?.kind === "mark") return false;
  return true;
}
