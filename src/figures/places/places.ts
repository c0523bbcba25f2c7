/** The places that a sentence names as where things happen, one of those that share words. */

import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf, isWithin, placeByCode } from "../../reference/places.ts";
import { mentionOf } from "./named-place.ts";
import type { ListedName, PlaceMention } from "./place-mention.ts";
import { rank } from "./place-order.ts";
import { isMeant } from "./namesakes.ts";
import { namesRegion } from "./region-words.ts";
import { seasOf } from "./seas.ts";
import { withVillages } from "./village-mentions.ts";
import { listedNames } from "./villages.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const placeOrPlaceAdjective = anyOf("place", "placeAdjective");
const negotiationOrAgreed = anyOf("negotiation", "agreed");

/** The places of a sentence where things happen; origins, actors and datelines left out. */
export function readPlaces(
  document: Document,
  sentence: Sentence,
  { home, story }: { readonly home: Party | null; readonly story: Party | null },
): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  const names = listedNames(document, sentence);
  for (const hit of hitsOfAny(sentence, placeOrPlaceAdjective)) {
    if (hit.family === "placeAdjective" && !namesRegion(document, sentence, hit)) continue;
    const isListed = names.length > 0 && isAmong(names, hit);
    const mention = mentionOf({ document, sentence, isListed }, hit);
    if (mention === null || isLandNear(sentence, mention)) continue;
    const overlap = overlapWith(mentions, mention);
    const rival = itemAt(mentions, overlap);
    if (rival !== undefined && isNearer(mentions, rival, mention)) continue;
    if (rival === undefined) mentions.push(mention);
    else if (
      isNearer(mentions, mention, rival) ||
      isBetter(document, sentence, mention, rival) ||
      mention.to - mention.from > rival.to - rival.from ||
      (mention.isDirection && mention.code === rival.code) ||
      (hit.family === "placeAdjective" && placeByCode(mention.code)?.kind === "region")
    )
      mentions[overlap] = mention;
  }
  const stated = withSeas(document, sentence, withoutRiver(sentence, mentions));
  const abroad = namesakesAbroad(document, stated, { names, story });
  if (abroad.length === 0) return withVillages({ document, sentence, names, home, abroad }, stated);
  const lone = abroad.filter((place) => !isIn(names, place));
  const all = [...names, ...lone.map(({ from, to }) => ({ from, to, isNominative: false }))];
  const near = stated.filter((place) => !abroad.includes(place));
  return withVillages({ document, sentence, names: all, home, abroad }, near);
}

/**
 * "В районе сёл Новоивановка и Плёхово", "бои за Орловку", in a story of the Kursk region: villages whose names a table has in the
 * neighbouring land alone are others, of the land that the story is in; where the sentence, or for a single one the report, names a
 * region or a greater town of that other land, they are its own.
 */
function namesakesAbroad(
  document: Document,
  mentions: readonly PlaceMention[],
  { names, story }: { readonly names: readonly ListedName[]; readonly story: Party | null },
): readonly PlaceMention[] {
  const land = neighbours[story ?? ""] ?? neighbours[mostListed(mentions, names) ?? ""];
  if (land === undefined || mentions.length === 0) return [];
  const others = mentions.filter(({ code }) => countryOf(code) === land);
  if (others.length === 0 || !others.every(({ code }) => isSmall(code))) return [];
  if (others.every((place) => isIn(names, place))) return others;
  const isOfLand = document.sentences.some((sentence) =>
    hitsOfAny(sentence, placeOrPlaceAdjective).some(
      ({ id }) => countryOf(id) === land && id !== land && !isSmall(id),
    ),
  );
  return isOfLand ? [] : others;
}

/** The land that more than half of a list of villages lie in, by the table. Null: there is no list of three, or no such land. */
function mostListed(mentions: readonly PlaceMention[], names: readonly ListedName[]): Party | null {
  if (names.length < shortestList) return null;
  const lands = mentions.filter((place) => isIn(names, place)).map(({ code }) => countryOf(code));
  return lands.find((land) => lands.filter((other) => other === land).length * 2 > lands.length) ?? null;
}

const shortestList = 3;

/** A town that no district or axis of the front is named after. */
function isSmall(code: PlaceCode): boolean {
  const row = placeByCode(code);
  return row?.kind === "town" && row.adjectives === undefined;
}

function isIn(names: readonly ListedName[], { from, to }: PlaceMention): boolean {
  return names.some((name) => name.from === from && name.to === to);
}

/** Lands on the two sides of a front, whose villages share names. */
const neighbours: Readonly<Record<Party, Party>> = { RU: "UA" };

/** Seas that share a noun, before a town of one of their words. */
function withSeas(
  document: Document,
  sentence: Sentence,
  mentions: readonly PlaceMention[],
): readonly PlaceMention[] {
  if (!sentence.hits.has.seas) return mentions;
  const seas = seasOf(document, sentence);
  const others = mentions.filter((place) => !seas.some((sea) => place.from < sea.to && sea.from < place.to));
  return [...others, ...seas].toSorted((a, b) => a.from - b.from);
}

/** "A Russian region near Ukraine", "on the border with Belarus": nothing is near a country that is in it. */
function isLandNear(sentence: Sentence, { code, from }: PlaceMention): boolean {
  return countryOf(code) === code && sentence.hits.of.besideLand.some((cue) => cue.to === from);
}

function isAmong(names: readonly ListedName[], { from, to }: Hit): boolean {
  return names.some((name) => name.from === from && name.to === to);
}

/** Which of the mentions shares words with this one; -1: none does. */
function overlapWith(mentions: readonly PlaceMention[], { from, to }: PlaceMention): number {
  return mentions.findIndex((other) => other.from < to && from < other.to);
}

/** "На Херсонському напрямку, на лівобережжі Дніпра": whose bank it is says where only by itself. */
function withoutRiver(sentence: Sentence, mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  if (mentions.length < 2 || !sentence.hits.has.riverbank) return mentions;
  return mentions.filter(
    (place) =>
      placeByCode(place.code)?.kind !== "area" ||
      !sentence.hits.of.riverbank.some((bank) => bank.to === place.from),
  );
}

/** "По Дніпру, у Самарі": of two towns of one name the one in the land of the place told before. */
function isNearer(mentions: readonly PlaceMention[], mention: PlaceMention, rival: PlaceMention): boolean {
  const before = lastOf(mentions, (other) => other.to <= mention.from);
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
function isBetter(
  document: Document,
  sentence: Sentence,
  mention: PlaceMention,
  rival: PlaceMention,
): boolean {
  if (mention.to - mention.from !== rival.to - rival.from) return false;
  const isNamesake = isMeant(document, sentence, [mention, rival]);
  if (isNamesake !== null) return isNamesake;
  if (placeByCode(rival.code)?.ambiguous !== undefined && placeByCode(mention.code)?.ambiguous === undefined)
    return rank(mention.code) === rank(rival.code);
  return rank(mention.code) === 0 && rank(rival.code) === 2 && !isWithin(mention.code, rival.code);
}

const talksReach = 4;
const meetingReach = 2;

/** Where was talked, met or agreed says nothing of where what follows happened. */
export function isOfTalks(sentence: Sentence, place: PlaceMention): boolean {
  const isMet = sentence.hits.of.talks.some(
    (hit) => place.from >= hit.to && place.from - hit.to <= meetingReach,
  );
  return (
    isMet ||
    hitsOfAny(sentence, negotiationOrAgreed).some(
      (hit) =>
        (place.from >= hit.to ? place.from - hit.to : hit.from - place.to) <= talksReach &&
        // "Killed in Ukraine as tensions grow amid peace talks": of another clause.
        !(
          hit.from >= place.to &&
          sentence.hits.of.clause.some((cue) => cue.from >= place.to && cue.to <= hit.from)
        ),
    )
  );
}
