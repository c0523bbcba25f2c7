import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import type { Scene } from "../claim.ts";
import { countryOfPlaces } from "../places/country.ts";
import type { PlaceMention } from "../places/place-mention.ts";
import { strikesInTitle } from "./attacker-told.ts";
import { landHolder } from "./under-fire.ts";
import type { Profile } from "../profile.ts";
import { opponentOf } from "../profile.ts";
import type { Document, Sentence } from "../text/document.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

/** The party whose place or people a sentence is about; `near`: the places told last, where it may go on. */
export function localSideOf(
  { document, profile }: Scene,
  sentence: Sentence,
  places: readonly PlaceMention[],
  near: readonly PlaceCode[],
): Party | null {
  const { teller, foes } = profile;
  const codes = places.map((place) => place.code);
  const country = landHolder(document, codes, profile.day);
  // "Боевики ВСУ обстреляли Новую Каховку, сообщили в экстренных службах": who writes so lives with those who hold the town.
  const isScorned = sentence.hits.of.scorn.some((hit) => hit.id === country);
  if (isScorned && country !== null && foes.includes(country) && teller !== null && teller !== country)
    return teller;
  // "Украинские войска ударили по дому в Новой Каховке, сообщили власти": who struck there does not count the hurt.
  if (
    country !== null &&
    places.length > 0 &&
    foes.includes(country) &&
    isStruckBy(document, sentence, country)
  )
    return opponentOf(profile, country);
  const told = country ?? countryOfPlaces(near);
  if (told !== null) return told;
  const guess =
    narrowSide(document, profile) ?? countryOf(profile.places[0] ?? "") ?? document.report.source.side;
  // "Russia bombards power grid. The attack lasted hours, officials said": those of the land that was struck.
  return strikesInTitle(document, guess) ? (opponentOf(profile, guess) ?? guess) : guess;
}

const verbsOfStrike = anyOf("strikes", "bombards");
const nounsOfStrike = anyOf("airStrike", "assault");
const strikerReach = 1;

/** Whether a party stands right before a verb of attack, with a word for its army at most between, or right after the noun for one. */
function isStruckBy({ language }: Document, sentence: Sentence, party: Party): boolean {
  const { hits } = sentence;
  if (!language.freeOrder) return false;
  return hits.of.party.some(
    (hit) =>
      hit.id === party &&
      (hitsOfAny(sentence, verbsOfStrike).some(
        (verb) =>
          verb.from >= hit.to &&
          verb.from - hit.to <= strikerReach &&
          // "Над областью России сбили": shot down over it.
          !hits.of.down.some((down) => down.from === verb.from),
      ) ||
        hitsOfAny(sentence, nounsOfStrike).some((noun) => noun.to === hit.from)),
  );
}

/** "Russia bombs a school in Luhansk, official says": the town or region that is named, before a country that may be who attacked. */
function narrowSide(document: Document, { places }: Profile): Party | null {
  if (document.language.freeOrder) return null;
  const narrow = places.find((code) => countryOf(code) !== null && countryOf(code) !== code);
  return narrow === undefined ? null : countryOf(narrow);
}
