import type { Party } from "../model/side.ts";
import { placeByCode } from "../reference/places.ts";
import type { Document, Sentence } from "./document.ts";
import { hasConcept } from "./document.ts";
import type { Hit } from "./lexer.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies, hitsOfFamily } from "./sentence-hits.ts";

/** Words between whose land it is and its noun: "Russian long-range air bases". */
const describedReach = 2;
const originReach = 3;

/**
 * The country that a sentence tells of by nothing but whose land something happened on: "four Russian air bases",
 * "українських міст", "inside its borders". Null: it tells none, or what came from there.
 */
export function soilOf(document: Document, sentence: Sentence): Party | null {
  const home = homeSoilOf(document, sentence);
  if (home !== null) return home;
  if (!hasConcept(sentence, "soil", "nationwide")) return null;
  for (const noun of hitsOfAny(sentence, ["soil", "nationwide"])) {
    const owner = hitsOfFamily(sentence, "party").find(
      (hit) =>
        // "Ukrainian cities" is one word for the whole country.
        (hit.from === noun.from && hit.to < noun.to) ||
        (hit.to <= noun.from &&
          noun.from - hit.to <= describedReach &&
          isDescribed(document, sentence, hit.to, noun)),
    );
    if (owner === undefined || placeByCode(owner.id)?.kind !== "country") continue;
    if (!isFrom(sentence, owner) && !isOfLongerName(document, sentence, owner)) return owner.id;
  }
  return null;
}

/** "Poland says a missile killed two inside its borders". */
function homeSoilOf({ language }: Document, sentence: Sentence): Party | null {
  const soil = hitsOf(sentence, "homeSoil")[0];
  if (soil === undefined || language.freeOrder) return null;
  const subject = hitsOfFamily(sentence, "party")[0];
  return subject !== undefined && subject.to <= soil.from && placeByCode(subject.id)?.kind === "country"
    ? subject.id
    : null;
}

/** Nothing but words that describe the noun stands between: no mark, no deed, no word of where. */
function isDescribed({ tokens }: Document, sentence: Sentence, from: number, noun: Hit): boolean {
  for (let at = from; at < noun.from; at++) if (tokens[at]?.kind !== "word") return false;
  return !hitsOfFamilies(sentence, ["act", "cue", "thing", "place"]).some(
    (hit) => hit.from >= from && hit.from < noun.from,
  );
}

function isFrom(sentence: Sentence, owner: Hit): boolean {
  return hitsOfAny(sentence, ["from", "by"]).some(
    (cue) => cue.to <= owner.from && owner.from - cue.to <= originReach,
  );
}

/** "South American": a word of a longer name. */
function isOfLongerName({ tokens }: Document, sentence: Sentence, owner: Hit): boolean {
  return !sentence.isTitle && owner.from - 1 > sentence.from && tokens[owner.from - 1]?.capital === true;
}
