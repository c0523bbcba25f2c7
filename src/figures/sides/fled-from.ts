/** Which land those are of who left it: not the one where they are now. */

import type { Party, Side } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import { countryOfPlaces } from "../places/country.ts";
import { opponentOf } from "../profile.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { SideQuestion } from "./actors.ts";

const leaves: ReadonlySet<string> = new Set(["displaced", "evacuated"]);
const named = anyOf("place", "party");
const whither = anyOf("toward", "intoLand");
const assailsOrSinceWar = anyOf("assails", "sinceWar");

/** "Evacuated from Ukraine into Russia", "had crossed into Armenia by Thursday": the land before, or that of those counted before, of which no more is said. */
export function landLeft(question: SideQuestion): Side | null {
  const { scene, setting, deed } = question;
  if (scene.document.language.freeOrder || !leaves.has(deed.measure)) return null;
  const { sentence, places, origins } = setting;
  const before = question.lastFled;
  const lands = hitsOfAny(sentence, named);
  const reached = lands.find(
    ({ id, from }) => countryOf(id) === id && hitsOfAny(sentence, whither).some((to) => to.to === from),
  )?.id;
  if (reached === undefined) return lands.length > 0 || places.length > 0 ? null : before;
  const origin = [...origins, ...places].find(({ code }) => (countryOf(code) ?? reached) !== reached);
  if (origin !== undefined) return countryOf(origin.code);
  if (before !== null && before !== reached) return before;
  return deed.measure === "displaced" ? opponentOf(scene.profile, reached) : null;
}

/** "12 million Ukrainians have left for Europe", "settled in Edinburgh": who fled is of the land of the war, not of where they are now. */
export function fledFrom({ scene, setting, places }: SideQuestion): Party | null {
  const { foes, places: named } = scene.profile;
  const country = countryOfPlaces(places);
  if (scene.document.language.freeOrder || foes.length === 0) return null;
  if (country !== null && scene.profile.wars.some((row) => row.parties.includes(country))) return null;
  const invaded = setting.sentence.hits.of.party.find(
    (hit) =>
      foes.includes(hit.id) &&
      hitsOfAny(setting.sentence, assailsOrSinceWar).some((act) => act.to === hit.from),
  );
  // "Since the Russian invasion": from the land of who was invaded.
  const invader = setting.sentence.hits.of.party.find((hit) =>
    setting.sentence.hits.of.sinceWar.some((war) => war.from < hit.from && hit.to < war.to),
  );
  if (invaded === undefined && invader !== undefined && places.length === 0)
    return opponentOf(scene.profile, invader.id);
  const home = named.map((code) => countryOf(code)).find((party) => party !== null && foes.includes(party));
  return invaded?.id ?? (places.length > 0 || invaded !== undefined ? (home ?? null) : null);
}
