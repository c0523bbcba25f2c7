import type { Party } from "../model/side.ts";
import { conflictsBy, frozenConflicts } from "../reference/conflicts.ts";
import { isWithin, placeByCode } from "../reference/places.ts";
import type { Document, Sentence } from "./text/document.ts";
import type { Hit } from "./text/entries.ts";
import type { Profile } from "./profile.ts";
import { dayOf } from "./profile.ts";
import { tellsOfDisaster } from "./of-conflict.ts";
import { attackOrFighters, namesFoe, noWarOfToday, tellsWarAbroad } from "./war-abroad.ts";
import { speakerById } from "../reference/speakers.ts";
import { anyOf, hasAny, hitsOfAny } from "./text/sentence-hits.ts";
import { itemAt } from "./text/item-at.ts";

const attackTold = anyOf("strikes", "harms", "bombards", "explosion");
const killOrInjure = anyOf("kill", "injure");
const noAttackOfToday = anyOf("disaster", "court", "past", "hypothetical", "exercise", "supply");
const noScores = anyOf("exchangeTalk", "ratio", "loss");
const otherTopics = anyOf(
  "aid",
  "aidPackage",
  "sanctions",
  "ceasefire",
  "negotiation",
  "negotiators",
  "capture",
);
const talksOrCall = anyOf("talks", "call");
const violence = anyOf("attack", "evacuate", "displace", "blackout", "kill");
const yearUnitOrApart = anyOf("yearUnit", "apart");

const headSentences = 6;

/**
 * Whether the report is about an armed conflict. Words of war are weighed against words of what
 * only sounds like it: strikes of unions, swaps of shares, films, courts, disasters, anniversaries.
 */
export function isAboutConflict(document: Document, profile: Profile): boolean {
  let war = 0;
  let unlike = 0;
  let isPast = false;
  for (const sentence of document.sentences) {
    const weight = sentence.isTitle ? 2 : sentence.index < headSentences ? 1 : 0.5;
    for (const hit of sentence.hits.of.topic) {
      if (isWarWord(hit)) war += weight;
      else if (hit.id === "unlike" && !isOfName(sentence, hit)) unlike += weight * 1.5;
      else if (hit.id === "past" && sentence.index < headSentences) isPast = true;
    }
  }
  if (profile.foes.length > 0 && foesNamed(document, profile) > 1) war += 2;
  if (document.report.source.side !== null) war += 1;
  if (isViolentInConflict(document, profile, unlike === 0)) war += 1.5;
  if (profile.foes.length > 0 && (hasPolicy(document) || tellsOfTalks(document, profile))) war += 1;
  const isAttack = tellsVictims(document, profile) || tellsWarAbroad(document, profile);
  if (isAttack || tellsOfAir(document, profile)) war += 2;
  const isTruce = isOfTruceNow(document, profile);
  if (document.sentences.slice(0, isAttack || isTruce ? 1 : 2).some((sentence) => sentence.hits.has.exercise))
    unlike += 8;
  if (document.sentences.some((sentence) => sentence.isTitle && sentence.hits.has.court)) unlike += 4;
  if (tellsOfDisaster(document)) unlike += disasterWeight;
  if (hasYear(document, oldYear, 2)) unlike += 2;
  if (isOfOldCentury(document) || isOfYearsAgo(document)) return false;
  if (tellsScore(document)) unlike += scoreWeight;
  const isHistory = isPast || hasYear(document, yearOfWorldWar, headSentences);
  if (isHistory && unlike > 0 && !isTruce) return false;
  if (isFrozenOnly(document, profile)) return false;
  if (war === 0 || isOfMereDrones(document, profile)) return false;
  return war > unlike;
}

const truceTold = anyOf("proposed", "refused", "declaresTruce");

/** "Moscow proposes a truce with Kyiv for the anniversary": a cease-fire between two who fight today, whatever day it is for. */
function isOfTruceNow({ sentences, language }: Document, { foes, parties }: Profile): boolean {
  const [first] = sentences;
  return (
    first?.hits.has.ceasefire === true &&
    (language.freeOrder ? first.isTitle : hasAny(first, truceTold)) &&
    parties.filter((party) => foes.includes(party)).length > 1
  );
}

/** "The European Union": a word of a name is none of its own. */
function isOfName(sentence: Sentence, word: Hit): boolean {
  return sentence.hits.of.speaker.some((name) => name.from <= word.from && name.to >= word.to);
}

/** How many parties of the conflict are named, by name or by who leads them ("Putin's strikes"). */
function foesNamed({ sentences, language }: Document, profile: Profile): number {
  const named = new Set(profile.parties.filter((party) => profile.foes.includes(party)));
  if (named.size > 1 || language.freeOrder) return named.size;
  for (const { hits } of sentences.slice(0, headSentences))
    for (const hit of hits.of.speaker) {
      const row = speakerById(hit.id);
      if (row !== null && row.side !== null && row.rank === "party" && profile.foes.includes(row.side))
        named.add(row.side);
    }
  return named.size;
}

const fromAir = anyOf("airStrike", "bombards");

/**
 * Whether the title, or where it is about something else one of the first sentences, tells of people killed or hurt in an attack, of a party or
 * place of a conflict that is fought. In Russia, where schools and clubs are attacked too, it takes an attack from the air.
 */
function tellsVictims(document: Document, profile: Profile): boolean {
  if (document.language.freeOrder || profile.foes.length === 0) return false;
  const [first] = profile.parties;
  const words = first === "RU" ? fromAir : attackOrFighters;
  return document.sentences
    .slice(0, 3)
    .some(
      (sentence) =>
        !hasAny(sentence, noWarOfToday) &&
        hitsOfAny(sentence, killOrInjure).some((hit) => hit.family === "act") &&
        hasAny(sentence, words) &&
        namesFoe(sentence, profile.foes),
    );
}

/** "Hospital in El Obeid hit by drone": a weapon that flies with what it did, or blasts and air defence, where a conflict is fought. */
function tellsOfAir({ sentences, language }: Document, { foes }: Profile): boolean {
  if (language.freeOrder || foes.length === 0) return false;
  return sentences
    .slice(0, 2)
    .some(
      (sentence) =>
        !hasAny(sentence, noAttackOfToday) &&
        (sentence.hits.has.airAttack || sentence.hits.has.airDefenceForce) &&
        hasAny(sentence, attackTold) &&
        namesFoe(sentence, foes),
    );
}

const shotDown = anyOf("down", "suppress");
const disasterWeight = 4;

const flying: ReadonlySet<string> = new Set(["drone", "missile", "rocket", "bomb"]);

/** Drones on sale, a rocket's flight: no party is named, and nothing of war but what flies, of which none is shot down. */
function isOfMereDrones({ sentences, report, language }: Document, profile: Profile): boolean {
  if (profile.parties.length > 0 || report.source.side !== null) return false;
  const isShotDown = sentences
    .slice(0, 2)
    .some((sentence) => hitsOfAny(sentence, shotDown).some((hit) => hit.family === "act"));
  if (language.freeOrder && isShotDown) return false;
  return !sentences.some((sentence) =>
    sentence.hits.of.topic.some(
      (hit) =>
        isWarWord(hit) &&
        !sentence.hits.some(
          (thing) => flying.has(thing.id) && thing.from === hit.from && thing.to === hit.to,
        ),
    ),
  );
}

/** Words of war, strikes, and exchanges named in full. */
function isWarWord(hit: Hit): boolean {
  return (
    hit.id === "war" ||
    hit.id === "airStrike" ||
    hit.id === "bombards" ||
    (hit.id === "exchangeTalk" && hit.to - hit.from > 1)
  );
}

/** Whether two parties of a conflict that nobody fights are named, and none of one that is fought. */
function isFrozenOnly(document: Document, profile: Profile): boolean {
  const isNamed = (party: Party): boolean => profile.parties.includes(party);
  const isOfNoOther = !profile.foes.some(isNamed);
  return (
    frozenConflicts().some(
      (row) =>
        // "Taiwan fires at drones": one of them is enough where nobody who fights is named.
        row.parties.every(isNamed) || (isOfNoOther && row.parties.some(isNamed)),
    ) && !conflictsBy(dayOf(document)).some((row) => row.parties.filter(isNamed).length > 1)
  );
}

const oldYear = /^19\d\d$/u;
const yearOfWorldWar = /^19(?:1[4-8]|39|4[0-5])$/u;

const centuriesAgo = /^1[0-8]\d\d$/u;

/** "У війні 1787–1791 років": a year of another century, named so in the opening, tells of history. */
function isOfOldCentury({ sentences, tokens }: Document): boolean {
  return sentences.slice(0, 2).some((sentence) =>
    sentence.hits.of.duration.some(
      (hit) =>
        itemAt(tokens, hit.from - 1)?.kind === "number" &&
        // "1000 дней войны".
        sentence.hits.of.yearUnit.some((year) => year.from === hit.from) &&
        centuriesAgo.test(itemAt(tokens, hit.from - 1)?.norm ?? ""),
    ),
  );
}

const longPastYears = 10;

/** "81 год назад была снята блокада": a title that looks back so far tells of history. */
function isOfYearsAgo(document: Document): boolean {
  const [title] = document.sentences;
  if (title?.isTitle !== true || !hasAny(title, yearUnitOrApart)) return false;
  return title.hits.of.yearUnit.some(
    (unit) =>
      Number(itemAt(document.tokens, unit.from - 1)?.norm) >= longPastYears &&
      title.hits.of.apart.some((ago) => ago.from === unit.to),
  );
}

const score = /(?<!\d)(\d{1,3}):(\d{1,3})(?![\d:])/gu;
const clock = /^(?:[01]?\d|2[0-3]):[0-5]\d$/u;
const scoreWeight = 6;

/** "«Прометей» знищив суперника: 104:71": two numbers around a colon that are no time of day. An exchange or losses may be told so too. */
function tellsScore({ report, sentences }: Document): boolean {
  if (!report.title.includes(":")) return false;
  const isScore = [...report.title.matchAll(score)].some(([text]) => !clock.test(text));
  return isScore && sentences[0] !== undefined && !hasAny(sentences[0], noScores);
}

const yearDigits = 4;

/** Whether the first sentences name such a year: history, not news. */
function hasYear(document: Document, year: RegExp, sentences: number): boolean {
  return document.sentences.slice(0, sentences).some(({ from, to }) => {
    for (let at = from; at < to; at++) {
      const token = document.tokens[at];
      if (token?.kind === "number" && token.norm.length === yearDigits && year.test(token.norm)) return true;
    }
    return false;
  });
}

/** Parties whose whole land is at war: who is killed there without another cause was killed by it. */
const embattled: ReadonlySet<string> = new Set(["UA", "PS"]);

/** Places attacked or left where a conflict is fought; people killed too, where nothing tells of another cause. */
function isViolentInConflict(document: Document, profile: Profile, isUnexplained: boolean): boolean {
  const opening = document.sentences.slice(0, headSentences);
  if (!opening.some((sentence) => hasAny(sentence, violence))) return false;
  const isNarrow =
    profile.places.some((code) => placeByCode(code)?.kind !== "country" && !isWithin(code, "RU")) ||
    (!document.language.freeOrder && embattled.has(profile.parties[0] ?? ""));
  const isBesideRussia = !document.language.freeOrder || profile.places.some((code) => !isWithin(code, "RU"));
  const isThere = profile.places.some((code) =>
    conflictsBy(dayOf(document)).some((row) => row.places.some((place) => isWithin(code, place))),
  );
  return (
    isThere &&
    opening.some((sentence) =>
      sentence.hits.of.act.some(
        (hit) =>
          hit.id === "attack" ||
          // "A warehouse burns near Moscow, fifty are evacuated": in Russia, where little is at war, it may be any fire.
          (isBesideRussia && (hit.id === "evacuate" || hit.id === "displace")) ||
          // "Darkness after energy facilities were hit".
          (hit.id === "blackout" && isUnexplained && isNarrow && tellsHit(document)) ||
          (hit.id === "kill" && isUnexplained && isNarrow),
      ),
    )
  );
}

function tellsHit({ sentences, language }: Document): boolean {
  return (
    !language.freeOrder &&
    sentences.slice(0, 3).some((sentence) => sentence.hits.has.hit || sentence.hits.has.strike)
  );
}

/** "Blinken meets Zelensky in Kyiv": who leads a land at war, and another's envoy. */
function tellsOfTalks({ sentences, language }: Document, { foes }: Profile): boolean {
  if (language.freeOrder || !foes.some((foe) => embattled.has(foe))) return false;
  return sentences.slice(0, 2).some((sentence) => {
    if (!hasAny(sentence, talksOrCall)) return false;
    const sides = new Set(sentence.hits.of.speaker.flatMap(({ id }) => speakerById(id)?.side ?? []));
    return sides.size > 1 && [...sides].some((side) => embattled.has(side));
  });
}

/** Aid, sanctions, a cease-fire, talks or land taken in title or opening. */
function hasPolicy(document: Document): boolean {
  return document.sentences
    .slice(0, 3)
    .some((sentence) => hitsOfAny(sentence, otherTopics).some((hit) => hit.family === "topic"));
}
