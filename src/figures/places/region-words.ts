import type { PlaceCode } from "../../model/place.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { seatOf } from "./landmarks.ts";
import { hasCueBefore, listReach } from "./place-cues.ts";
import { isAxisAgain } from "./place-uses.ts";
import { isDash } from "../text/tokens.ts";
import { itemAt } from "../text/item-at.ts";

/** Whether the adjective of a place names where something is: "Kharkiv" in "the Kharkiv region", "Запорізька" in "Запорізька ОВА". */
export function namesRegion(document: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    hasRegionWord(document, sentence, hit) ||
    isOfOffice(document, sentence, hit) ||
    isAxisAgain(document, sentence, hit) ||
    isRowLabel(document, sentence, hit) ||
    isLocalAdjective(document, sentence, hit)
  );
}

/**
 * "В белгородской многоэтажке", "по харківському супермаркету": a town told by its adjective, where a building follows; a region in
 * "курской Новоивановки", "в подмосковной деревне". Only of regions and of the towns that they are named after: others are common words.
 */
export function isLocalAdjective({ tokens, language }: Document, { hits }: Sentence, hit: Hit): boolean {
  if (!language.freeOrder || hit.family !== "placeAdjective" || tokens[hit.from]?.capital === true)
    return false;
  const row = placeByCode(hit.id);
  if (row?.kind === "region")
    return (
      hits.of.villageWord.some((noun) => noun.from === hit.to) ||
      hits.of.place.some((town) => town.from === hit.to && tokens[town.from]?.capital === true) ||
      (seatOf(hit.id) === null && isBeforeBuilding(hits, hit))
    );
  const isSeat = row?.kind === "town" && row.parent !== null && seatOf(row.parent) === hit.id;
  return isSeat && isBeforeBuilding(hits, hit);
}

function isBeforeBuilding(hits: Sentence["hits"], { to }: Hit): boolean {
  return hits.of.building.some((noun) => noun.from === to);
}

const labelMarks: ReadonlySet<string> = new Set([":", "–", "-"]);

/** "▪️ Білопільська: шість КАБів", below "Шосткинська громада: …": an adjective alone that begins a row, before its mark. */
function isRowLabel({ tokens, language }: Document, sentence: Sentence, hit: Hit): boolean {
  if (!language.freeOrder || !labelMarks.has(tokens[hit.to]?.norm ?? "")) return false;
  for (let at = sentence.from; at < hit.from; at++) if (tokens[at]?.kind === "word") return false;
  return true;
}

/** "Kharkiv, Sumy and Odesa regions": an adjective counts when its region word follows, over a list at most, or was said before. */
export function hasRegionWord(document: Document, sentence: Sentence, hit: Hit): boolean {
  const word = sentence.hits.of.regionWord.find((other) => other.from >= hit.to);
  if (word !== undefined && word.from - hit.to <= listReach && leadsTo(document, sentence, hit, word))
    return true;
  return isElliptic(document, sentence, hit) || isCutOff(document, sentence, hit);
}

/** Whether nothing but a list stands between an adjective and the region word. */
function leadsTo(document: Document, sentence: Sentence, hit: Hit, word: Hit): boolean {
  for (let at = hit.to; at < word.from; at++) {
    const token = document.tokens[at];
    // "Белгородской (11 БПЛА), Брянской (8 БПЛА) областей".
    if (token?.norm === "(") at = closing(document, at, word.from);
    if (at >= word.from || token?.norm === "(") continue;
    if (token === undefined || (token.kind === "number" && at === hit.to)) return false;
    const isListed =
      token.norm === "," ||
      token.capital ||
      sentence.hits.some((cue) => cue.from === at && (cue.id === "and" || cue.family === "placeAdjective"));
    if (!isListed) return false;
  }
  return true;
}

/** Where the bracket that opens at a token ends; `limit`: it does not. */
function closing(document: Document, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (document.tokens[at]?.norm === ")") return at;
  return limit;
}

/** "Відбито 8 атак на Запорізькому" at the end of a text that is cut off: the word for the region is lost. */
function isCutOff(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (!document.language.freeOrder || sentence.index < document.sentences.length - 1) return false;
  for (let at = hit.to; at < document.tokens.length; at++) {
    const token = document.tokens[at];
    if (
      token?.kind === "word" &&
      !sentence.hits.some((cue) => cue.from <= at && cue.to > at && cue.family !== "topic")
    )
      return false;
    if (token?.norm === ".") return false;
  }
  return itemAt(document.tokens, hit.from - 1)?.norm === "," || hasCueBefore(document, sentence, hit, "in");
}

const ofTown: ReadonlySet<string> = new Set(["Mayor"]);

/** "Запорізька ОВА", "Харківський міський голова": the region or the town that an office is of. */
function isOfOffice({ language }: Document, sentence: Sentence, hit: Hit): boolean {
  if (!language.freeOrder) return false;
  const office = sentence.hits.of.office.find((other) => other.from === hit.to);
  const noun = office === undefined ? undefined : language.speakers[Number(office.id)];
  if (noun?.local !== true) return false;
  return (placeByCode(hit.id)?.kind === "town") === ofTown.has(noun.name);
}

/** "На Харківському напрямку три боєзіткнення, на Куп'янському — шість", "32 над Брянской областью, пять — Смоленской, две — над Тульской": the region word was said before, and no noun follows. */
function isElliptic(document: Document, sentence: Sentence, hit: Hit): boolean {
  const next = document.tokens[hit.to];
  if (!sentence.hits.of.regionWord.some((other) => other.to <= hit.from)) return false;
  if (isDash(next?.norm)) return true;
  // "В Киеве и Полтавской области …; в Полтавской обесточены 100 тысяч".
  const isBeforeDeed =
    sentence.hits.of.act.some((act) => act.from === hit.to) &&
    hasCueBefore(document, sentence, hit, "in") &&
    sentence.hits.of.placeAdjective.some((other) => other.id === hit.id && other.to < hit.from);
  if (isBeforeDeed && document.language.freeOrder) return true;
  const endsItem =
    hit.to >= sentence.to || next?.kind === "mark" || sentence.hits.of.and.some((cue) => cue.from === hit.to);
  return endsItem && document.language.freeOrder && beginsItem(document, sentence, hit);
}

/** "— Смоленской", "над Тульской": after a dash or a word for where. */
function beginsItem(document: Document, sentence: Sentence, hit: Hit): boolean {
  return isDash(itemAt(document.tokens, hit.from - 1)?.norm) || hasCueBefore(document, sentence, hit, "in");
}

/** "Над восемью регионами России": the land whose regions they are. Null: none is named. */
export function landOfRegions({ hits }: Sentence, numbers: readonly NumberHit[]): PlaceCode | null {
  const noun = hits.of.regionWord.find((word) => numbers.some((number) => number.to === word.from));
  const land = hits.of.place.find(
    ({ id, from }) => noun !== undefined && from >= noun.to && from - noun.to <= 1 && countryOf(id) === id,
  );
  return land?.id ?? null;
}

/** "Over nine regions and Crimea": one of many places, told with a number of regions that are not named. */
export function isBesideRegions({ hits }: Sentence, numbers: readonly NumberHit[], from: number): boolean {
  return hits.of.regionWord.some(
    (noun) =>
      numbers.some((number) => number.to === noun.from) &&
      hits.of.and.some((and) => and.from === noun.to && from - and.to <= 1 && from >= and.to),
  );
}

/** "521,000 households in five regions": in more of them than the place that was told before. */
export function isOfManyRegions(sentence: Sentence, numbers: readonly NumberHit[]): boolean {
  return numbers.some(
    (number) =>
      (number.low ?? 0) > 1 &&
      sentence.hits.of.regionWord.some((noun) => noun.from === number.to) &&
      sentence.hits.of.in.some((cue) => cue.to === number.start),
  );
}
