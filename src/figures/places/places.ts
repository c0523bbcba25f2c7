import type { Party } from "../../model/side.ts";
import {
  isAcronymOfNoun,
  isAdjectiveOfRegion,
  isAxisAgain,
  isBlastAt,
  isHomeOf,
  isExcepted,
  isQuarterBefore,
  isQuarterElsewhere,
  isOfAgreement,
  isInSpeaker,
  isNameInQuotes,
  isOfBorder,
  isOwnAttack,
  isRiver,
  isShip,
} from "./place-uses.ts";
import { countryOf, isWithin, placeByCode } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import { hasConcept } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import type { PlaceMention } from "./place-mention.ts";
import { rank } from "./place-order.ts";
import { hasCueBefore, isDayBefore, listReach } from "./place-cues.ts";
import { hasRegionWord, namesRegion } from "./region-words.ts";
import { listedNames } from "./villages.ts";
import { withVillages } from "./village-mentions.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies, hitsOfFamily } from "../text/sentence-hits.ts";

const longestDateline = 6;

/** The places of a sentence where things happen; origins, actors and datelines left out. */
export function readPlaces(document: Document, sentence: Sentence, home: Party | null): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  const names = listedNames(document, sentence);
  for (const hit of sentence.hits) {
    if (hit.family !== "place" && hit.family !== "placeAdjective") continue;
    if (hit.family === "placeAdjective" && !namesRegion(document, sentence, hit)) continue;
    const isListed = names.some((name) => name.from === hit.from && name.to === hit.to);
    const mention = mentionOf({ document, sentence, isListed }, hit);
    if (mention === null) continue;
    const overlap = mentions.findIndex((other) => other.from < mention.to && mention.from < other.to);
    const rival = mentions[overlap];
    if (rival !== undefined && isNearer(mentions, rival, mention)) continue;
    if (rival === undefined) mentions.push(mention);
    else if (
      isNearer(mentions, mention, rival) ||
      isBetter(sentence, mention, rival) ||
      mention.to - mention.from > rival.to - rival.from ||
      (mention.isDirection && mention.code === rival.code) ||
      (hit.family === "placeAdjective" && placeByCode(mention.code)?.kind === "region")
    )
      mentions[overlap] = mention;
  }
  return withVillages({ document, sentence, names, home }, withoutRiver(sentence, mentions));
}

/** "На Херсонському напрямку, на лівобережжі Дніпра": whose bank it is says where only by itself. */
function withoutRiver(sentence: Sentence, mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  if (mentions.length < 2 || !hasConcept(sentence, "riverbank")) return mentions;
  return mentions.filter(
    (place) =>
      placeByCode(place.code)?.kind !== "area" ||
      !hitsOf(sentence, "riverbank").some((bank) => bank.to === place.from),
  );
}

/** "По Дніпру, у Самарі": of two towns of one name the one in the land of the place told before. */
function isNearer(mentions: readonly PlaceMention[], mention: PlaceMention, rival: PlaceMention): boolean {
  const before = mentions.findLast((other) => other.to <= mention.from);
  const country = before === undefined ? null : countryOf(before.code);
  return (
    mention.to - mention.from === rival.to - rival.from &&
    rank(mention.code) === rank(rival.code) &&
    country !== null &&
    countryOf(mention.code) === country &&
    countryOf(rival.code) !== country
  );
}

/** Of two places of one name the better known is meant, and the town before the river or the area that it does not lie in. */
function isBetter(sentence: Sentence, mention: PlaceMention, rival: PlaceMention): boolean {
  if (mention.to - mention.from !== rival.to - rival.from) return false;
  // "Полтавка, Роботине Запорізької області": of namesakes the one in the region that is named after it.
  const region = hitsOfFamily(sentence, "place").find(
    (hit) => hit.from >= mention.to && placeByCode(hit.id)?.kind === "region",
  );
  if (region !== undefined && isWithin(mention.code, region.id) !== isWithin(rival.code, region.id))
    return isWithin(mention.code, region.id);
  if (placeByCode(rival.code)?.ambiguous !== undefined && placeByCode(mention.code)?.ambiguous === undefined)
    return rank(mention.code) === rank(rival.code);
  return rank(mention.code) === 0 && rank(rival.code) === 2 && !isWithin(mention.code, rival.code);
}

/** The places of a sentence that something came or was taken from. */
export function readOrigins(document: Document, sentence: Sentence): PlaceMention[] {
  return sentence.hits
    .filter(
      (hit) =>
        hit.family === "place" || (hit.family === "placeAdjective" && hasRegionWord(document, sentence, hit)),
    )
    .filter((hit) => isOrigin(document, sentence, hit))
    .map((hit) => placed(document, sentence, hit, true));
}

interface Named {
  readonly document: Document;
  readonly sentence: Sentence;
  /** It stands where only settlements do. */
  readonly isListed: boolean;
}

function mentionOf({ document, sentence, isListed }: Named, hit: Hit): PlaceMention | null {
  const row = placeByCode(hit.id);
  if (isTopicLabel(document, sentence, hit)) return placed(document, sentence, hit, true);
  if (isQuarterBefore(document, sentence, hit.to) || isOfTelling(document, sentence, hit)) return null;
  if (isAdjectiveOfRegion(document, sentence, hit) || isNameInQuotes(document, sentence, hit)) return null;
  if (row?.kind === "area" && isRiver(sentence, hit)) return placed(document, sentence, hit, true);
  if (row?.kind === "town" && (isRiver(sentence, hit) || isShip(document, sentence, hit))) return null;
  if (isQuarterElsewhere(document, sentence, hit)) return null;
  if (isExcepted(sentence, hit) || isInSpeaker(sentence, hit) || isOfBorder(sentence, hit)) return null;
  if (isOfAgreement(sentence, hit)) return null;
  if (isOrigin(document, sentence, hit) || isDateline(document, sentence, hit)) return null;
  const isActor = hitsOfFamilies(sentence, ["party", "metonym"]).some(
    (other) => other.from <= hit.from && other.to >= hit.to,
  );
  const isLocated =
    isAccusative(document, hit) ||
    isBlastAt(document, sentence, hit) ||
    isHomeOf(document, sentence, hit) ||
    isListed ||
    (isActor ? isActorLocated(document, sentence, hit) : hasCueBefore(document, sentence, hit, "in"));
  if (!isListed && isCommonWord(sentence, hit) && !hasCueBefore(document, sentence, hit, "in")) return null;
  // "The Black Sea Fleet".
  if (row?.kind === "area" && row.parent === null && !isLocated && !document.language.freeOrder) return null;
  if (isActor && hitsOf(sentence, "says").some((other) => other.from === hit.to)) return null;
  if (isActor && (isAcronymOfNoun(document, sentence, hit) || isOwnAttack(document, sentence, hit)))
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

/** "По Харкову", "на Одессу": in Ukrainian and Russian the case of what was aimed at. */
function isAccusative({ language, tokens }: Document, hit: Hit): boolean {
  return language.freeOrder && /[ую]$/u.test(tokens[hit.to - 1]?.norm ?? "");
}

/** "Заявили в Дели": where it was said; in Ukrainian and Russian right after the verb. */
function isOfTelling(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (!document.language.freeOrder) return false;
  return hitsOf(sentence, "in").some(
    (cue) => cue.to === hit.from && hitsOf(sentence, "says").some((says) => says.to === cue.from),
  );
}

/** "Russia's Kherson rocket attack": a party right before a place of another country. */
function ownsPlaceAfter(sentence: Sentence, hit: Hit): boolean {
  return hitsOfFamily(sentence, "place").some(
    (other) => other.from === hit.to && (countryOf(other.id) ?? hit.id) !== hit.id,
  );
}

const officeReach = 3;

function placed(document: Document, sentence: Sentence, hit: Hit, isLocated: boolean): PlaceMention {
  const next = document.tokens[hit.to]?.norm ?? "";
  const isDomain = hitsOfFamily(sentence, "office").some(
    (other) =>
      (other.to <= hit.from && hit.from - other.to <= officeReach) ||
      (other.from >= hit.to && other.from - hit.to <= 1 && next !== ","),
  );
  return {
    code: hit.id,
    from: hit.from,
    to: hit.to,
    isLocated,
    isHead: next === "–" || next === "-" || next === ":",
    isCounted: next === "(" && document.tokens[hit.to + 1]?.kind === "number",
    isDomain,
    isDirection: isFrontNamed(document, sentence, hit),
    isDistrict: hit.family === "placeAdjective" && placeByCode(hit.id)?.kind === "town",
  };
}

/** Whether a word for a direction of the front follows, over a list at most. */
function isFrontNamed(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (hit.family === "placeAdjective" && isAxisAgain(document, sentence, hit)) return true;
  if (hit.family !== "placeAdjective")
    return hitsOf(sentence, "frontWord").some(
      (other) => other.from === hit.to || (other.from > hit.from && other.to === hit.to),
    );
  const noun = hitsOf(sentence, "regionWord").find((other) => other.from >= hit.to);
  return (
    noun !== undefined &&
    noun.from - hit.to <= listReach &&
    hitsOf(sentence, "frontWord").some((other) => other.from === noun.from)
  );
}

/** A country or capital is a place only right after a word of where, or in a list that begins with one. */
function isActorLocated(document: Document, sentence: Sentence, hit: Hit): boolean {
  let words = 0;
  for (let at = hit.from; at > sentence.from && hit.from - at < listReach; at--) {
    const cue = hitsOfAny(sentence, ["in", "from"]).find(
      (other) => other.to === at && other.family === "cue",
    );
    if (cue !== undefined) return cue.id === "in";
    // "Cities across Ukraine".
    if (at === hit.from && hitsOf(sentence, "nationwide").some((other) => other.to === at)) return true;
    if (at === hit.from && hitsOf(sentence, "displace").some((other) => other.to === at)) return true;
    if (at === hit.from && !document.language.freeOrder && isAttackedAt(sentence, hit)) return true;
    const token = document.tokens[at - 1];
    if (token === undefined || token.kind === "number") return false;
    if (isDayBefore(sentence, at)) return false;
    // "In what Kyiv has called the biggest barrage".
    if (hitsOf(sentence, "clause").some((other) => other.to === at)) return false;
    const isListed =
      token.norm === "," ||
      sentence.hits.some(
        (other) =>
          other.to >= at &&
          other.from < at &&
          (other.id === "and" || other.family === "place" || other.family === "placeAdjective"),
      );
    if (!isListed && ++words > 1) return false;
  }
  return false;
}

/** "Russia attacked Ukraine's grid with 70 missiles": the object of an attack is where it struck. */
function isAttackedAt(sentence: Sentence, hit: Hit): boolean {
  return hitsOfAny(sentence, ["attack", "hit", "seize", "launch"]).some(
    (act) =>
      act.family === "act" &&
      (act.to === hit.from ||
        // "Targeting the capital Kyiv".
        hitsOf(sentence, "capital").some((noun) => noun.to === hit.from && noun.from === act.to)),
  );
}

/** "Додому" is homeward before it is Dodoma: a word of the lexicon is a place only after a word of where. */
function isCommonWord(sentence: Sentence, hit: Hit): boolean {
  return (
    hit.to - hit.from === 1 &&
    hitsOfFamilies(sentence, ["act", "thing", "cue"]).some(
      (other) => other.from === hit.from && other.to >= hit.to,
    )
  );
}

/** "Sudan: attack kills 85". */
function isTopicLabel(document: Document, sentence: Sentence, hit: Hit): boolean {
  return hit.from === sentence.from && document.tokens[hit.to]?.norm === ":";
}

function isOrigin(document: Document, sentence: Sentence, hit: Hit): boolean {
  return hasCueBefore(document, sentence, hit, "from");
}

const datelineEnds: ReadonlySet<string> = new Set([",", "/", "-", "–", "("]);

/** "KYIV, Jan 2 (Reuters) –", "FRANKFURT -". */
function isDateline(document: Document, sentence: Sentence, hit: Hit): boolean {
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

const talksReach = 4;
const meetingReach = 2;

/** Where was talked, met or agreed says nothing of where what follows happened. */
export function isOfTalks(sentence: Sentence, place: PlaceMention): boolean {
  return sentence.hits.some((hit) => {
    if (hit.id === "talks") return place.from >= hit.to && place.from - hit.to <= meetingReach;
    // "Killed in Ukraine as tensions grow amid peace talks": of another clause.
    if (
      hit.from >= place.to &&
      hitsOf(sentence, "clause").some((cue) => cue.from >= place.to && cue.to <= hit.from)
    )
      return false;
    return (
      (hit.id === "negotiation" || hit.id === "agreed") &&
      (place.from >= hit.to ? place.from - hit.to : hit.from - place.to) <= talksReach
    );
  });
}
