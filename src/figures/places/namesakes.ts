/** Which of two towns of one name is meant. */

import type { PlaceCode } from "../../model/place.ts";
import { isWithin, placeByCode } from "../../reference/places.ts";
import { speakerById } from "../../reference/speakers.ts";
import type { Document, Sentence } from "../text/document.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { PlaceMention } from "./place-mention.ts";
import { rank } from "./place-order.ts";
import { homeOfSource } from "./source-home.ts";

const placeWords = anyOf("place", "placeAdjective");

/**
 * Whether the first of two namesakes is meant rather than the second. The region named with it tells ("Zolochiv, Lviv region"), then whose
 * head speaks or publishes ("said the Kharkiv governor"); where neither does, the better known one is meant, and of two equals the
 * one whose region the report names. Null: nothing tells, or they are no two towns.
 */
export function isMeant(
  document: Document,
  sentence: Sentence,
  [mention, rival]: readonly [PlaceMention, PlaceMention],
): boolean | null {
  if (rank(mention.code) !== 0 || rank(rival.code) !== 0 || mention.code === rival.code) return null;
  const isWhich = (regions: readonly PlaceCode[]): boolean | null => heldBy(regions, mention, rival);
  const isLesser = placeByCode(mention.code)?.isLesser === true;
  const isRivalLesser = placeByCode(rival.code)?.isLesser === true;
  const told =
    isWhich(regionBeside(document, sentence, mention)) ?? isWhich(regionsOfHeads(document, sentence));
  if (told !== null || isLesser !== isRivalLesser) return told ?? isRivalLesser;
  return isWhich(regionsIn(sentence)) ?? isWhich(document.sentences.flatMap(regionsIn));
}

/** Null: the regions hold both, or neither. */
function heldBy(regions: readonly PlaceCode[], { code }: PlaceMention, rival: PlaceMention): boolean | null {
  const holds = (town: PlaceCode): boolean => regions.some((region) => isWithin(town, region));
  return holds(code) === holds(rival.code) ? null : holds(code);
}

const besideReach = 3;

/** "Полтавка, Роботине Запорізької області", "Zolochiv in the Lviv region": the region right after a town, or after the towns listed with it. */
function regionBeside({ tokens }: Document, { hits }: Sentence, { to }: PlaceMention): readonly PlaceCode[] {
  let end = to;
  for (const hit of hits) {
    if (hit.from < end || (hit.family !== "place" && hit.family !== "placeAdjective")) continue;
    if (hit.from - end > besideReach) return [];
    if (placeByCode(hit.id)?.kind === "region") return isJoined(tokens, end, hit.from) ? [] : [hit.id];
    if (placeByCode(hit.id)?.kind === "town") end = hit.to;
  }
  return [];
}

const joins: ReadonlySet<string> = new Set(["and", "та", "і", "й", "и"]);

/** "Mykolaiv and the Lviv region": beside it, not around it. */
function isJoined(tokens: Document["tokens"], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ norm }) => joins.has(norm));
}

/** The regions of those who speak in the sentence or publish the report: "said the Kharkiv governor", "у Сумській ОВА". */
function regionsOfHeads(document: Document, { hits }: Sentence): readonly PlaceCode[] {
  const named = hits.of.speaker.flatMap((hit) => speakerById(hit.id)?.places ?? []);
  const ofOffices = hits.of.placeAdjective
    .filter((hit) => hits.of.office.some((office) => office.from === hit.to))
    .map((hit) => hit.id);
  return [...named, ...ofOffices, ...homeOfSource(document)];
}

function regionsIn(sentence: Sentence): PlaceCode[] {
  return hitsOfAny(sentence, placeWords)
    .map((hit) => hit.id)
    .filter((code) => placeByCode(code)?.kind === "region");
}
