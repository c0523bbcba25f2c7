/** Verbs of two words around what they count: "took five prisoner", "led 60 civilians to safety", "told 2,000 residents to leave". */

import type { CueConcept, ThingConcept, TopicConcept } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import type { Deed } from "./acts.ts";
import { anyOf, hitsOf, hitsOfAny } from "../text/sentence-hits.ts";

const lands = anyOf("settlement", "regionWord", "border", "place");

interface SplitVerb {
  readonly verb: CueConcept;
  readonly particle: CueConcept | TopicConcept;
  /** Null: what it is of captives, hostages, children or bodies that come home. */
  readonly measure: Measure | null;
}

const splitVerbs: readonly SplitVerb[] = [
  { verb: "takesAway", particle: "asPrisoner", measure: "captured" },
  { verb: "takesAway", particle: "toSafety", measure: "evacuated" },
  { verb: "fetches", particle: "backHome", measure: null },
  { verb: "lets", particle: "goesFree", measure: null },
  { verb: "bids", particle: "leaving", measure: "evacuated" },
];

const particleReach = 8;

/** The deed of such a verb, whose act is its particle. Null: none stands around the number. */
export function splitVerbDeed({ isExchange }: Scene, setting: Setting, index: number): Deed | null {
  const { sentence, numbers, counted } = setting;
  const [number, own] = [numbers[index], counted[index]];
  if (number === undefined || own === undefined) return null;
  const named: ThingConcept = own.thing ?? "person";
  if (!isPeople(named) && named !== "body") return null;
  const thing = named === "captive" ? "person" : named;
  const end = Math.max(number.to, own.to);
  // "Had taken 594 prisoners".
  const takes = sentence.hits.of.takesAway.find((hit) => hit.to === number.start);
  if (takes !== undefined && named === "captive" && !isExchange)
    return { act: takes, measure: "captured", thing, cost: 0 };
  for (const { verb, particle, measure: told } of splitVerbs) {
    // "Gets 195 of its own back".
    const until = end + (own.thing === null && told !== null ? 0 : particleReach);
    if (!hitsOf(sentence, verb).some((hit) => hit.to === number.start)) continue;
    const measure =
      told ?? measureOf(own.thing ?? "captive", "release", isExchange || sentence.hits.has.exchangeTalk);
    if (measure === null || (told !== null && named === "body")) continue;
    const act = hitsOf(sentence, particle).find((hit) => hit.from >= number.to && hit.from <= until);
    if (act === undefined || (particle === "toSafety" && !isOfLand(setting, act))) continue;
    // "Took 118 people, including 20 children, out of the town": parts may stand between, "took 12 hills and five prisoners" is another deed.
    const isParted = numbers.some((other) => other.from >= number.to && other.to <= act.from);
    if (!isParted || measure === "evacuated") return { act, measure, thing, cost: 0 };
  }
  return null;
}

const landReach = 6;

/** "To safety", "out of the border strip in Sumy region", and not "out of a car". */
function isOfLand({ sentence }: Setting, particle: Hit): boolean {
  if (sentence.hits.of.safety.some((hit) => hit.to === particle.to)) return true;
  // What stands after "out of" is no place where anything was, so it is none of the sentence's places.
  return hitsOfAny(sentence, lands).some(
    ({ from }) => from >= particle.to && from - particle.to <= landReach,
  );
}

const placeReach = 3;

/** "Flew 897 people to Cyprus", "brought 187 people of 25 nations to Jeddah": people whom others carry to a town or a land. Null: nobody carries them there. */
export function carriedDeed(setting: Setting, index: number): Deed | null {
  const { sentence, numbers, counted } = setting;
  const [number, own] = [numbers[index], counted[index]];
  if (number === undefined || own === undefined || own.thing === null || !isPeople(own.thing)) return null;
  if (own.thing === "captive" || own.thing === "hostage" || own.thing === "military") return null;
  if (!sentence.hits.of.carriesAway.some((verb) => verb.to === number.start)) return null;
  const end = Math.max(number.to, own.to);
  const act = sentence.hits.of.toward.find(
    (to) =>
      to.from >= end &&
      to.from - end <= particleReach &&
      sentence.hits.of.place.some((place) => place.from >= to.to && place.from - to.to <= placeReach),
  );
  return act === undefined ? null : { act, measure: "evacuated", thing: own.thing, cost: 0 };
}
