import type { Claim, Scene, Setting } from "../claim.ts";
import { isPeople } from "../things/people.ts";
import type { Deed } from "./acts.ts";
import { lastOf } from "../text/last-of.ts";

/** "Загинула людина, ще четверо в лікарні": beside the dead, those who are in hospital are the wounded. Null: it is not told so, or they are some of the wounded told before. */
export function hospitalDeed(
  scene: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  const { sentence, numbers, counted } = setting;
  const number = numbers[index];
  if (!scene.document.language.freeOrder) return takenInDeed(setting, index);
  if (number === undefined || counted[index]?.thing !== null) return null;
  const isThere = sentence.hits.of.conditionOf.some((hit) => hit.from === number.to);
  const isBesideDead = sentence.hits.of.kill.some((hit) => hit.to <= number.start);
  const isOfWounded = previous?.setting.sentence === sentence && previous.measure === "injured";
  return isThere && isBesideDead && !isOfWounded
    ? { act: null, measure: "injured", thing: "person", cost: 0 }
    : null;
}

const takenReach = 2;

/** "Hospitals have treated 2,880 people", "the clinic received 3,600 patients": they were hurt. Null: others are counted, or nobody was taken in. */
function takenInDeed({ sentence, numbers, counted }: Setting, index: number): Deed | null {
  const [number, noun] = [numbers[index], counted[index]];
  if (number === undefined || noun === undefined || !sentence.hits.has.takesIn) return null;
  if (noun.thing !== null && !isPeople(noun.thing)) return null;
  const { takesIn, injure, hospital, body } = sentence.hits.of;
  const verb = lastOf(takesIn, (hit) => hit.to <= number.start);
  if (verb === undefined || number.start - verb.to > takenReach) return null;
  const isThere = hospital.some((hit) => hit.to <= verb.from);
  const isKilled = body.some((hit) => hit.from >= verb.to && hit.from < noun.to);
  const isHurt = noun.thing !== null || injure.some((hit) => hit.from === number.to);
  return isThere && !isKilled && isHurt
    ? { act: verb, measure: "injured", thing: noun.thing ?? "person", cost: 0 }
    : null;
}
