/** Whether a name of a place says where something is, and how it stands in the sentence. */

import { countryOf, placeByCode } from "../../reference/places.ts";
import { isActorLocated } from "./actor-place.ts";
import { hasCueBefore, listReach } from "./place-cues.ts";
import type { PlaceMention } from "./place-mention.ts";
import {
  isAcronymOfNoun,
  isAdjectiveOfRegion,
  isAxisAgain,
  isBlastAt,
  isExcepted,
  isDoer,
  isFlownOff,
  isHomeOf,
  isInSpeaker,
  isNameInQuotes,
  isOfAgreement,
  isOfBorder,
  isOwnAttack,
  isQuarterBefore,
  isQuarterElsewhere,
  isQuarterNamedAfter,
  isRiver,
  isShip,
} from "./place-uses.ts";
import { hasRegionWord, isLocalAdjective } from "./region-words.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsFrom, hitsOfAny } from "../text/sentence-hits.ts";

const longestDateline = 6;

/** The places of a sentence that something came or was taken from. */
export function readOrigins(document: Document, sentence: Sentence): PlaceMention[] {
  if (sentence.hits.of.from.length === 0) return [];
  return (
    sentence.hits
      .filter(
        (hit) =>
          hit.family === "place" ||
          (hit.family === "placeAdjective" && hasRegionWord(document, sentence, hit)),
      )
      .filter((hit) => isOrigin(document, sentence, hit))
      // "From Gaza": the Strip before the city.
      .filter(
        (hit, _, all) => !isAmbiguous(hit) || !all.some((other) => other !== hit && other.from === hit.from),
      )
      .map((hit) => placed(document, sentence, hit, true))
  );
}

function isAmbiguous({ id }: Hit): boolean {
  return placeByCode(id)?.ambiguous !== undefined;
}

interface Named {
  readonly document: Document;
  readonly sentence: Sentence;
  /** It stands where only settlements do. */
  readonly isListed: boolean;
}

/** The mention that the hit of a place makes. Null: it says nothing of where: an origin, an actor, a dateline, a part of another name. */
export function mentionOf({ document, sentence, isListed }: Named, hit: Hit): PlaceMention | null {
  const row = placeByCode(hit.id);
  if (isTopicLabel(document, sentence, hit)) return placed(document, sentence, hit, true);
  if (isQuarterBefore(document, sentence, hit.to) || isOfTelling(document, sentence, hit)) return null;
  if (isOfStage(sentence, hit)) return null;
  if (isAdjectiveOfRegion(document, sentence, hit) || isNameInQuotes(document, sentence, hit)) return null;
  if (row?.kind === "area" && isRiver(sentence, hit)) return placed(document, sentence, hit, true);
  if (row?.kind === "town" && (isRiver(sentence, hit) || isShip(document, sentence, hit))) return null;
  if (isQuarterElsewhere(document, sentence, hit) || isQuarterNamedAfter(document, hit)) return null;
  if (
    isExcepted(sentence, hit) ||
    isFlownOff(sentence, hit) ||
    isDoer(document, sentence, hit) ||
    isInSpeaker(sentence, hit) ||
    isOfBorder(sentence, hit)
  )
    return null;
  if (isOfAgreement(sentence, hit) || isSeat(sentence, hit)) return null;
  if (isOrigin(document, sentence, hit) || isDateline(document, sentence, hit)) return null;
  const holds = (other: Hit): boolean => other.from <= hit.from && other.to >= hit.to;
  const isActor = sentence.hits.of.party.some(holds) || sentence.hits.of.metonym.some(holds);
  const isBlast = isBlastAt(document, sentence, hit);
  const isLocated =
    isAccusative(document, hit) ||
    isBlast ||
    isHomeOf(document, sentence, hit) ||
    isListed ||
    isSufferer(sentence, hit) ||
    isTarget(document, sentence, hit) ||
    opensWhere(document, sentence, hit.to) ||
    (isActor ? isActorLocated(document, sentence, hit) : hasCueBefore(document, sentence, hit, "in"));
  if (!isListed && isCommonWord(sentence, hit) && !hasCueBefore(document, sentence, hit, "in")) return null;
  // "The Black Sea Fleet".
  if (row?.kind === "area" && row.parent === null && !isLocated && !document.language.freeOrder) return null;
  if (isActor && sentence.hits.of.says.some((other) => other.from === hit.to)) return null;
  if (
    isActor &&
    !isBlast &&
    (isAcronymOfNoun(document, sentence, hit) || isOwnAttack(document, sentence, hit))
  )
    return null;
  if (isActor && (!isLocated || ownsPlaceAfter(sentence, hit)) && hit.family === "place") return null;
  if (row?.ambiguous !== undefined && !isLocated && hit.family === "place") {
    const form = document.tokens
      .slice(hit.from, hit.to)
      .map((token) => token.norm)
      .join(" ");
    if (row.ambiguous.includes(form)) return null;
  }
  return placed(document, sentence, hit, isLocated);
}

const targets = anyOf("attack", "hit", "bombards");

/** "Jets targeted Gaza City's school": the object of an attack, in English. */
function isTarget({ language }: Document, sentence: Sentence, place: Hit): boolean {
  return (
    !language.freeOrder &&
    placeByCode(place.id)?.kind === "town" &&
    hitsOfAny(sentence, targets).some((act) => act.family === "act" && act.to === place.from)
  );
}

/** "Kyiv reels from an attack", "a Tehran hospital": a town that it happened to, and not the government that it is said for. */
function isSufferer({ hits }: Sentence, place: Hit): boolean {
  return placeByCode(place.id)?.kind === "town" && hits.of.suffers.some((word) => word.from === place.to);
}

/** "По Харкову", "на Одессу": in Ukrainian and Russian the case of what was aimed at. */
function isAccusative({ language, tokens }: Document, hit: Hit): boolean {
  return language.freeOrder && /[ую]$/u.test(tokens[hit.to - 1]?.norm ?? "");
}

/** "Базирующийся в Лондоне центр": where a body has its seat, in a word of where right after the word for it. */
function isSeat(sentence: Sentence, hit: Hit): boolean {
  return sentence.hits.of.seatedIn.some((seat) =>
    sentence.hits.of.in.some((cue) => cue.to === hit.from && cue.from === seat.to),
  );
}

const stageReach = 8;

/** "Speaking in Vilnius, the president said", "выступил на саммите в Астане и заявил": where someone stood who told of it. */
function isOfStage({ hits }: Sentence, place: Hit): boolean {
  return (
    hits.has.stagesAt &&
    hits.of.stagesAt.some(
      (stage) =>
        stage.to <= place.from &&
        place.from - stage.to <= stageReach &&
        !hits.of.act.some((act) => act.from >= stage.to && act.to <= place.from),
    )
  );
}

/** "Заявили в Дели": where it was said; in Ukrainian and Russian right after the verb. */
function isOfTelling(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (!document.language.freeOrder) return false;
  return sentence.hits.of.in.some(
    (cue) => cue.to === hit.from && sentence.hits.of.says.some((says) => says.to === cue.from),
  );
}

/** "Russia's Kherson rocket attack": a party right before a place of another country. */
function ownsPlaceAfter(sentence: Sentence, hit: Hit): boolean {
  return sentence.hits.of.place.some(
    (other) => other.from === hit.to && (countryOf(other.id) ?? hit.id) !== hit.id,
  );
}

const officeReach = 3;
const deedWords = anyOf("act", "bombards", "strikes");

/** "The army shelled Kupiansk": what an office did to a place makes it none of its own. */
function isDoneBetween(sentence: Sentence, office: Hit, place: Hit): boolean {
  return hitsOfAny(sentence, deedWords).some((deed) => deed.from >= office.to && deed.to <= place.from);
}

function placed(document: Document, sentence: Sentence, hit: Hit, isLocated: boolean): PlaceMention {
  const next = document.tokens[hit.to]?.norm ?? "";
  const isDomain = sentence.hits.of.office.some(
    (other) =>
      (other.to <= hit.from && hit.from - other.to <= officeReach && !isDoneBetween(sentence, other, hit)) ||
      (other.from >= hit.to && other.from - hit.to <= 1 && next !== ","),
  );
  return {
    code: hit.id,
    from: hit.from,
    to: hit.to,
    isLocated,
    isHead: next === "–" || next === "-" || next === ":",
    ...whereClause(document, sentence, hit.to),
    isCounted: next === "(" && document.tokens[hit.to + 1]?.kind === "number",
    isDomain,
    isDirection: isFrontNamed(document, sentence, hit),
    isDistrict:
      hit.family === "placeAdjective" &&
      placeByCode(hit.id)?.kind === "town" &&
      !isLocalAdjective(document, sentence, hit),
  };
}

/** Whether a word for a direction of the front follows, over a list at most. */
function isFrontNamed(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (hit.family === "placeAdjective" && isAxisAgain(document, sentence, hit)) return true;
  if (hit.family !== "placeAdjective")
    return sentence.hits.of.frontWord.some(
      (other) => other.from === hit.to || (other.from > hit.from && other.to === hit.to),
    );
  const noun = sentence.hits.of.regionWord.find((other) => other.from >= hit.to);
  return (
    noun !== undefined &&
    noun.from - hit.to <= listReach &&
    sentence.hits.of.frontWord.some((other) => other.from === noun.from)
  );
}

/** "Додому" is homeward before it is Dodoma: a word of the lexicon is a place only after a word of where. */
function isCommonWord(sentence: Sentence, hit: Hit): boolean {
  return (
    hit.to - hit.from === 1 &&
    hitsFrom(sentence, hit.from).some(
      ({ family, to }) => to >= hit.to && (family === "act" || family === "thing" || family === "cue"),
    )
  );
}

/** "Sudan: attack kills 85". */
function isTopicLabel(document: Document, sentence: Sentence, hit: Hit): boolean {
  return hit.from === sentence.from && document.tokens[hit.to]?.norm === ":";
}

function isOrigin(document: Document, sentence: Sentence, hit: Hit): boolean {
  return hasCueBefore(document, sentence, hit, "from") && !opensWhere(document, sentence, hit.to);
}

function whereClause(
  document: Document,
  sentence: Sentence,
  to: number,
): Pick<PlaceMention, "whereUntil"> | null {
  if (!opensWhere(document, sentence, to)) return null;
  let until = sentence.hits.of.whereWord.find((word) => word.from > to)?.to ?? to;
  while (until < sentence.to && document.tokens[until]?.norm !== ",") until++;
  return { whereUntil: until };
}

/** "Footage from Sumy, where eleven were killed", "Одеська область, де": what follows happened there; a word for the region may stand between. */
function opensWhere({ tokens }: Document, { hits }: Sentence, to: number): boolean {
  if (!hits.has.whereWord) return false;
  const comma = hits.of.regionWord.find((noun) => noun.from === to)?.to ?? to;
  return tokens[comma]?.norm === "," && hits.of.whereWord.some((word) => word.from === comma + 1);
}

const datelineEnds: ReadonlySet<string> = new Set([",", "/", "-", "–", "("]);

/** "KYIV, Jan 2 (Reuters) –", "FRANKFURT -". */
export function isDateline(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (!datelineEnds.has(document.tokens[hit.to]?.norm ?? "")) return false;
  for (let at = sentence.from; at < hit.to; at++) {
    const token = document.tokens[at];
    if (token === undefined || at - sentence.from > longestDateline) return false;
    const raw = document.whole.slice(token.start, token.end);
    if (token.kind === "word" && (raw !== raw.toUpperCase() || raw.length < 3)) return false;
    if (token.kind === "number") return false;
  }
  return true;
}
