/** The party that fires from the land that something came from. */

import type { Party } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import { campOf } from "../profile.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { SideQuestion } from "./actors.ts";

const landAdjectives = anyOf("placeAdjective", "party");

/** "С территории Ирана запущено 180 ракет", "из сектора Газа": of the land that they came from; its armed group where one fights for it. */
export function campOfOrigin({ scene, setting }: SideQuestion): Party | null {
  const { foes } = scene.profile;
  const { sentence, origins } = setting;
  // "С ливанской территории".
  const adjective = hitsOfAny(sentence, landAdjectives).find(
    (hit) =>
      sentence.hits.of.from.some((cue) => cue.to === hit.from) &&
      sentence.hits.of.soil.some((soil) => soil.from === hit.to),
  );
  const code = origins[0]?.code ?? adjective?.id ?? null;
  const land = code === null ? null : countryOf(code);
  if (land === null || !sentence.hits.has.launch) return null;
  const group = foes.find((party) => party !== land && campOf(party) === land);
  const isNamed = group !== undefined && scene.profile.parties.includes(group);
  if (isNamed) return group;
  return foes.includes(land) && group === undefined ? land : (group ?? null);
}

const originReach = 3;

/** "Were launched from Lebanon toward Haifa": of the land they came from, if a party to the war fights for it. */
export function originOf({ scene, setting, deed, number, counted }: SideQuestion): Party | null {
  const end = Math.max(counted.to, number.to, deed.act?.to ?? 0);
  const place = setting.origins.find((one) => one.from >= end && one.from - end <= originReach);
  const land = place === undefined ? null : countryOf(place.code);
  if (land === null) return null;
  const { foes } = scene.profile;
  const isOfGroup = foes.some((party) => party !== land && campOf(party) === land);
  // "From Yemen": of a land whose armed group is no camp of the state's own, the group fired.
  const isOfState = foes.includes(land) && !foes.some((party) => party.startsWith("x-"));
  return isOfGroup || isOfState ? land : null;
}
