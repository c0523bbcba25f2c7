/** The nouns of a sentence that stand for a place named before it: "in the city", "жителів області", "тут". */

import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import type { Landmarks } from "./landmarks.ts";
import { capitalOf, passLandmarks, seatOf } from "./landmarks.ts";
import { hasCueBefore } from "./place-cues.ts";
import type { PlaceMention } from "./place-mention.ts";
import { locatedMention } from "./place-mention.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const actOrThing = anyOf("act", "thing");
const placeNouns = anyOf("civilians", "villageWord", "settlement", "border");
const struckVerbs = anyOf("attack", "hit", "launch", "displace", "bombards");

/** What the sentences before leave to such nouns. */
export interface Told {
  readonly landmarks: Landmarks;
  /** Where the story goes on: "here". */
  readonly here: readonly PlaceCode[];
}

const nouns = anyOf(
  "thatTown",
  "thatRegion",
  "thatCountry",
  "thatCapital",
  "thatSeat",
  "thatArea",
  "hereWord",
);

/** Adds what such nouns mean; a sentence without one costs a look-up. */
export function withNameless(
  document: Document,
  sentence: Sentence,
  places: PlaceMention[],
  told: Told,
): PlaceMention[] {
  const found = hitsOfAny(sentence, nouns).filter(
    (noun) => ownerOfCapital(document, sentence, noun) !== null || isNameless(document, sentence, noun),
  );
  if (found.length === 0) return places;
  const meant = found.flatMap((noun) =>
    meantBy(document, sentence, noun, { places, told }).map((code) => mention(code, noun)),
  );
  return [...places, ...meant].toSorted((a, b) => a.from - b.from);
}

function mention(code: PlaceCode, noun: Hit): PlaceMention {
  return { ...locatedMention(code, noun), isNameless: true };
}

/** So many places told before are no "here". */
const fewPlaces = 2;

/** "По районам столицы Ливана", "в ливанской столице": whose capital it is, in Ukrainian and Russian. Null: another noun, or nobody's. */
function ownerOfCapital({ language }: Document, sentence: Sentence, noun: Hit): Party | null {
  if (!language.freeOrder || noun.id !== "thatCapital") return null;
  return sentence.hits.of.party.find((hit) => hit.from === noun.to || hit.to === noun.from)?.id ?? null;
}

interface Around {
  readonly places: readonly PlaceMention[];
  readonly told: Told;
}

function meantBy(
  document: Document,
  sentence: Sentence,
  noun: Hit,
  { places, told }: Around,
): readonly PlaceCode[] {
  const owner = ownerOfCapital(document, sentence, noun);
  const named = owner === null ? null : capitalOf(owner);
  if (named !== null) return [named];
  if (noun.id === "hereWord") {
    const own = places.filter((place) => place.to <= noun.from);
    return own.length > 0 || told.here.length > fewPlaces ? [] : told.here;
  }
  const landmarks = { ...told.landmarks };
  passLandmarks(
    landmarks,
    places.filter((place) => place.to <= noun.from),
  );
  const code = codeOf(document, noun, landmarks);
  return code === null ? [] : [code];
}

function codeOf(document: Document, noun: Hit, { town, region, area, country }: Landmarks): PlaceCode | null {
  switch (noun.id) {
    case "thatTown":
      return town;
    case "thatRegion":
      return region;
    case "thatArea":
      return area;
    case "thatCountry":
      return country;
    case "thatSeat":
      return region === null ? null : seatOf(region);
    default: {
      if (town !== null && town === capitalOf(countryOf(town) ?? "")) return town;
      const state = country ?? document.language.home;
      return state === null ? null : capitalOf(state);
    }
  }
}

/** A noun that says where by itself: no name stands with it, and it is where something happens. */
function isNameless(document: Document, sentence: Sentence, noun: Hit): boolean {
  if (noun.id === "hereWord") return isHere(document, sentence, noun);
  if (isNamed(document, sentence, noun)) return false;
  return isLed(document, sentence, noun);
}

/** "There were 21 hits", "там повідомили": no place. */
function isHere({ tokens, language }: Document, sentence: Sentence, noun: Hit): boolean {
  const isTelling = sentence.hits.of.says.some((says) => says.from === noun.to || says.to === noun.from);
  if (isTelling) return false;
  if (language.freeOrder) return true;
  const next = tokens[noun.to];
  const isLast = next === undefined || noun.to >= sentence.to || next.kind !== "word";
  return (isLast || sentence.hits.of.and.some((and) => and.from === noun.to)) && isAfterDeed(sentence, noun);
}

function isAfterDeed(sentence: Sentence, noun: Hit): boolean {
  return hitsOfAny(sentence, actOrThing).some(
    (hit) => hit.to <= noun.from && noun.from - hit.to <= deedReach,
  );
}

const deedReach = 2;

const possessive = /['’]s$/u;
const adjective = /(?:ої|ій|єї|ой|ей|ого|ому|им|ім|ым|ом|ем)$/u;

/** "Місто Харків", "the city of Kharkiv", "Харківської області", "the city's mayor". */
function isNamed({ tokens, whole, language }: Document, sentence: Sentence, noun: Hit): boolean {
  const [last, next] = [tokens[noun.to - 1], tokens[noun.to]];
  if (last === undefined || possessive.test(whole.slice(last.start, last.end))) return true;
  if (noun.to < sentence.to && next?.kind === "word") {
    if (sentence.hits.of.place.some((place) => place.from === noun.to)) return true;
    if (language.freeOrder && next.capital) return true;
    if (sentence.hits.of.outOf.some((of) => of.from === noun.to)) return true;
    // "The town of Lgov".
    if (sentence.hits.of.in.some((cue) => cue.from < noun.to && cue.to > noun.to)) return true;
  }
  if (!language.freeOrder) return false;
  if (noun.id !== "thatRegion") return false;
  const before = itemAt(tokens, noun.from - 1);
  if (before === undefined || noun.from === sentence.from) return false;
  if (sentence.hits.of.in.some((cue) => cue.to === noun.from)) return false;
  return (
    before.kind === "number" ||
    sentence.hits.of.placeAdjective.some((hit) => hit.to === noun.from) ||
    adjective.test(before.norm)
  );
}

/** After a word of where, as the object of an attack, or as whose people and settlements they are. */
function isLed(document: Document, sentence: Sentence, noun: Hit): boolean {
  if (hasCueBefore(document, sentence, noun, "in")) return true;
  if (sentence.hits.of.against.some((cue) => cue.to === noun.from)) return true;
  const isStruck = (act: Hit): boolean =>
    act.to === noun.from || (document.language.freeOrder && act.from === noun.to);
  if (hitsOfAny(sentence, struckVerbs).some(isStruck)) return true;
  return document.language.freeOrder && hitsOfAny(sentence, placeNouns).some((hit) => hit.to === noun.from);
}
