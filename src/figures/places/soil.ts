import type { Party } from "../../model/side.ts";
import { placeByCode } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const fromOrBy = anyOf("from", "by");
const namedElsewhere = anyOf("act", "cue", "thing", "place");
const soilOrNationwide = anyOf("soil", "nationwide");

/** Words between whose land it is and its noun: "Russian long-range air bases". */
const describedReach = 2;
const originReach = 3;

/** A country that is told by whose land something happened on. */
export interface Soil {
  readonly party: Party;
  readonly from: number;
}

/**
 * The countries that a sentence tells of by whose land something happened on: "four Russian air bases",
 * "українських міст", "inside its borders"; not what came from there.
 */
export function readSoils(document: Document, sentence: Sentence): readonly Soil[] {
  const home = homeSoilOf(document, sentence);
  const soils = home === null ? [] : [home];
  if (!hasAny(sentence, soilOrNationwide)) return soils;
  for (const noun of hitsOfAny(sentence, soilOrNationwide)) {
    const owner = ownerOf(document, sentence, noun) ?? ownerAfter(document, sentence, noun);
    if (owner === undefined || placeByCode(owner.id)?.kind !== "country") continue;
    if (isFrom(sentence, owner) || isOfLongerName(document, sentence, owner)) continue;
    // "Russian-held territory" is the land of another.
    if (document.tokens[owner.from]?.norm.includes("-") === true) continue;
    soils.push({ party: owner.id, from: owner.from });
  }
  return soils;
}

/** Of several lands the one told nearest to a token; null: none is told. */
export function nearestSoil(soils: readonly Soil[], at: number): Party | null {
  return soils.toSorted((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at))[0]?.party ?? null;
}

/** The party right before the noun; "Ukrainian cities" is one word for the whole country. */
function ownerOf(document: Document, sentence: Sentence, noun: Hit): Hit | undefined {
  return sentence.hits.of.party.find(
    (hit) =>
      (hit.from === noun.from && hit.to < noun.to) ||
      (hit.to <= noun.from &&
        noun.from - hit.to <= describedReach &&
        isDescribed(document, sentence, hit.to, noun)),
  );
}

/** "Военных объектов Украины": in Ukrainian and Russian whose land it is stands after the noun, too. */
function ownerAfter({ language }: Document, sentence: Sentence, noun: Hit): Hit | undefined {
  return language.freeOrder ? sentence.hits.of.party.find((hit) => hit.from === noun.to) : undefined;
}

/** "Poland says a missile killed two inside its borders". */
function homeSoilOf({ language }: Document, sentence: Sentence): Soil | null {
  const soil = sentence.hits.of.homeSoil[0];
  if (soil === undefined || language.freeOrder) return null;
  const subject = sentence.hits.of.party[0];
  return subject !== undefined && subject.to <= soil.from && placeByCode(subject.id)?.kind === "country"
    ? { party: subject.id, from: soil.from }
    : null;
}

/** Nothing but words that describe the noun stands between: no mark, no deed, no word of where. */
function isDescribed({ tokens }: Document, sentence: Sentence, from: number, noun: Hit): boolean {
  for (let at = from; at < noun.from; at++) if (tokens[at]?.kind !== "word") return false;
  return !hitsOfAny(sentence, namedElsewhere).some((hit) => hit.from >= from && hit.from < noun.from);
}

function isFrom(sentence: Sentence, owner: Hit): boolean {
  return hitsOfAny(sentence, fromOrBy).some(
    (cue) => cue.to <= owner.from && owner.from - cue.to <= originReach,
  );
}

/** "South American": a word of a longer name. */
function isOfLongerName({ tokens }: Document, sentence: Sentence, owner: Hit): boolean {
  return (
    !sentence.isTitle && owner.from - 1 > sentence.from && itemAt(tokens, owner.from - 1)?.capital === true
  );
}
