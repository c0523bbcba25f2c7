import { noiseConcepts, type NoiseConcept } from "../../languages/concepts.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { people } from "./people.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const killOrInjure = anyOf("kill", "injure");

/** Units and what is not counted here. */
export const noise: ReadonlySet<string> = new Set<NoiseConcept>(noiseConcepts);

/** Marks that may stand between a number and its noun. */
export function isSoft(norm: string): boolean {
  return (
    norm === "!" ||
    norm === ")" ||
    norm === '"' ||
    norm === "-" ||
    norm === "(" ||
    norm === "'" ||
    norm === "*"
  );
}

/** "109 attack drones": in English the last noun of a row is the head. */
export function isCompound(document: Document, sentence: Sentence, things: readonly Hit[]): boolean {
  if (document.language.freeOrder || !things.some((hit) => attributes.has(hit.id))) return false;
  const end = Math.max(...things.map((hit) => hit.to));
  // "Four missiles strike the city": after a plural the word for a strike is a verb.
  if (
    plural.test(document.tokens[end - 1]?.norm ?? "") &&
    sentence.hits.of.hit.some((hit) => hit.from === end)
  )
    return false;
  // "Took 40 villagers captive": what they became.
  const isPlural = plural.test(document.tokens[end - 1]?.norm ?? "");
  return sentence.hits.of.thing.some(
    (hit) => hit.from === end && !noise.has(hit.id) && !(isPlural && captives.has(hit.id)),
  );
}

const captives: ReadonlySet<string> = new Set(["captive", "hostage"]);
const plural = /[^s]s$/u;

const adjectival = /(?:их|ых|ими|ыми|ий|ый|і|ые|ие|ого|его|ному|ом|ем|ім)$/u;
/** "26 загиблих мирних жителів", "о 31 погибшем мирном жителе": a word for the harmed before the people that they were. */
function isHarmedOf(document: Document, sentence: Sentence, things: readonly Hit[], end: number): boolean {
  const from = Math.min(...things.map((hit) => hit.from));
  return (
    things.every((hit) => hit.id === "person") &&
    hitsOfAny(sentence, killOrInjure).some(
      (act) =>
        act.from === from &&
        // "31 пораненого захисника передали": in what state one of many came home.
        (act.id === "kill" ? adjectival : genitiveOfMany).test(document.tokens[end - 1]?.norm ?? ""),
    ) &&
    sentence.hits.of.thing.some(
      (hit) => hit.from === end && people.has(hit.id) && hit.id !== "person" && hit.id !== "captive",
    )
  );
}

const ofMany = /(?:і|ї|ы|и|их|ых)$/u;
const ofOne = /(?:[ую]|ого|его|ої|ом|ем)$/u;
/** Adjectives made of a noun ("танкової", "артиллерийского"). */
const ofUnit = /(?:[оі]в|ськ|ск|н)(?:ої|ой|ою|ий|ый|ого|ому|ом|ім|а|ая|у|ую|их|ых)$/u;

function isNoiseAt(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.thing.some((hit) => hit.from === at && noise.has(hit.id));
}

/** "28 цивільних об'єктів": what may be a noun of people describes the thing after it. */
export function isAdjective(document: Document, sentence: Sentence, things: readonly Hit[]): boolean {
  if (!document.language.freeOrder) return false;
  const end = Math.max(...things.map((hit) => hit.to));
  const word = document.tokens[end - 1]?.norm ?? "";
  // "7 танкової бригади": a unit of the army after an adjective of what it fights with.
  const isWeapon = things.every((hit) => !noise.has(hit.id) && !people.has(hit.id));
  if (isWeapon && ofUnit.test(word) && isNoiseAt(sentence, end)) return true;
  if (!things.every((hit) => people.has(hit.id)) || !adjectival.test(word)) return false;
  if (isHarmedOf(document, sentence, things, end)) return true;
  // "23 мешканці будинку": what stands in the genitive of one is whose they are.
  const isOfOne = ofMany.test(word) && ofOne.test(document.tokens[end]?.norm ?? "");
  return (
    !isOfOne &&
    sentence.hits.of.thing.some((hit) => hit.from === end && !noise.has(hit.id) && !people.has(hit.id))
  );
}

/** Nouns that describe the noun after them. */
const attributes: ReadonlySet<string> = new Set([
  "strike",
  "assault",
  "drone",
  "missile",
  "rocket",
  "bomb",
  "artillery",
  "military",
  "civilians",
  "site",
  "aircraft",
  "police",
  "militants",
]);

const participles: ReadonlySet<string> = new Set([
  "injure",
  "hit",
  "attack",
  "launch",
  "down",
  "destroy",
  "damage",
  "abduct",
  "release",
  "displace",
  "hold",
]);

/** "Two wounded soldiers", "250 strike drones": the act's word only describes the noun right after it. */
export function isBeforeNoun(document: Document, sentence: Sentence, hits: readonly Hit[]): boolean {
  const acts = hits.filter((hit) => hit.family === "act");
  const end = Math.max(...acts.map((hit) => hit.to));
  // "28 dead hostages".
  if (sentence.hits.of.hostage.some((hit) => hit.from === end)) return true;
  if (isHarmedBefore(document, sentence, acts, end)) return true;
  // "Thirty-one hit targets in six regions": in English it is the verb.
  if (!document.language.freeOrder && acts.some((hit) => hit.id === "hit")) return false;
  if (!acts.some((hit) => participles.has(hit.id))) return false;
  const last = endOfAdjectives(document, sentence, end);
  return sentence.hits.of.thing.some((hit) => hit.from >= end && hit.from <= last && !noise.has(hit.id));
}

/** "192 убитых военных", "26 загиблих мирних жителів": in the genitive the dead are told as what they were. */
function isHarmedBefore(document: Document, sentence: Sentence, acts: readonly Hit[], end: number): boolean {
  return (
    document.language.freeOrder &&
    acts.some((hit) => hit.id === "kill") &&
    genitiveOfMany.test(document.tokens[end - 1]?.norm ?? "") &&
    sentence.hits.of.thing.some((hit) => hit.from === end && people.has(hit.id))
  );
}

const mostAdjectives = 4;

/** "Ударных морских беспилотников", "тяжелораненых и тяжелобольных российских солдат": where the adjectives after a participle end. */
function endOfAdjectives(document: Document, sentence: Sentence, from: number): number {
  if (!document.language.freeOrder) return isOwned(sentence, from) ? from + 1 : from;
  let at = from;
  while (
    at - from < mostAdjectives &&
    (isOwned(sentence, at) || isDescribed(document, sentence, at) || isAnd(sentence, at))
  )
    at++;
  return at;
}

/** "Wounded Ukrainian soldiers": a party between the participle and its noun. */
function isOwned(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.party.some((hit) => hit.from === at && hit.to === at + 1);
}

/** The ending of adjectives and participles in the genitive plural, Ukrainian and Russian: "убитых", "поранених". */
export const genitiveOfMany = /(?:их|ых)$/u;

/** "Ударных морских беспилотников": an adjective of no other meaning between the participle and its noun. */
function isDescribed({ tokens, language }: Document, sentence: Sentence, at: number): boolean {
  if (!language.freeOrder || !genitiveOfMany.test(tokens[at]?.norm ?? "")) return false;
  return !sentence.hits.of.act.some((hit) => hit.from === at);
}

/** Ukrainian and Russian past tenses: they end a noun phrase, participles do not. */
export const finite = /(?:ли|лися|лись|ло|ла|вся)$/u;

/** Participles may stand between a number and its noun ("300 wounded soldiers"). */
export function isAdjectiveLike(document: Document, hits: readonly Hit[], from: number): boolean {
  const { plurals } = document.language;
  const at = hits[0]?.from ?? from;
  if (plurals !== null && at > from && !plurals.adjective.test(itemAt(document.tokens, at - 1)?.norm ?? ""))
    return false;
  return hits.some(
    (hit) =>
      hit.family === "act" &&
      (hit.id === "hold" ||
        hit.id === "damage" ||
        hit.id === "displace" ||
        hit.id === "abduct" ||
        hit.id === "release"),
  );
}

/** "Two Americans and a helicopter": after "and" stands another noun, unless adjectives are joined. */
export function isTurn(document: Document, from: number, at: number, hits: readonly Hit[]): boolean {
  const { plurals } = document.language;
  if (plurals === null || at === from || !hits.some((hit) => hit.id === "and")) return false;
  return !plurals.adjective.test(itemAt(document.tokens, at - 1)?.norm ?? "");
}

/** "48 and 66 years": the unit belongs to both. */
export function isAnd(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.and.some((hit) => hit.from === at);
}

/** "8, 12 and 17 years" in Ukrainian and Russian: the unit belongs to all of the list. */
export function isListOfNoise(document: Document, number: NumberHit): boolean {
  return document.language.freeOrder && document.tokens[number.to]?.norm === ",";
}

/** "29 of 38 drones", "34/44": both numbers count the noun after the second. */
export function isRatio(document: Document, sentence: Sentence, from: number, to: number): boolean {
  if (to - from === 1 && document.tokens[from]?.norm === "/") return true;
  return sentence.hits.of.outOf.some((hit) => hit.from === from && hit.to === to);
}
