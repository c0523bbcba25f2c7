import type { Concept } from "../../languages/concepts.ts";
import type { EventKind, EventStage } from "../../model/event.ts";
import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import { partyName } from "../../reference/parties.ts";
import { countryOf } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import { areFoes } from "../profile.ts";
import type { Document, Sentence } from "../text/document.ts";
import { dayOf } from "./event-words.ts";
import { attackerIn } from "../sides/attacker-told.ts";
import type { Hit } from "../text/entries.ts";
import { speakerById } from "../../reference/speakers.ts";
import type { AnyOf } from "../text/sentence-hits.ts";
import { anyOf, findAny, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { isPartyName } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

/** A sentence without any of them denies nothing. */
const denying = anyOf("blame", "denial", "delayed", "airDefenceMissile", "airDefence", "airDefenceForce");
const noDenial: readonly Denial[] = [];
const airDefences = anyOf("airDefenceMissile", "airDefence", "airDefenceForce");
const allegationWords = anyOf("allegation");
const andWords = anyOf("and");
const civiliansWords = anyOf("civilians");
const damageTold = anyOf("damage", "destroy", "kill", "hit", "building");
const exchangeTalkWords = anyOf("exchangeTalk");
const missileOrRocket = anyOf("missile", "rocket");
const negationWords = anyOf("negation");

/** What somebody says did not happen. */
export interface Denial {
  readonly kind: EventKind;
  readonly stage: EventStage;
  readonly date: string | null;
  readonly by: Speaker;
  /** Where the denied event is told: it says where and between whom. */
  readonly about: Setting;
  /** Where it happened, if the sentences before tell it. Absent: `about` does. */
  readonly where?: readonly PlaceCode[];
}

/** An event told before, that "Moscow denies this" may be about. */
export interface Antecedent {
  readonly kind: EventKind;
  readonly stage: EventStage;
  readonly date: string | null;
  readonly setting: Setting;
}

interface Deniable {
  readonly kind: EventKind;
  readonly stage: EventStage;
  readonly words: readonly Concept[];
  /** A word of one of these must stand beside it; null: none need. */
  readonly beside: AnyOf | null;
}

/** What can be denied, and the words that tell it. What was captured has a stage of its own (capture-rule.ts). */
const deniables: readonly Deniable[] = [
  { kind: "ceasefire", stage: "violated", words: ["violates"], beside: anyOf("ceasefire") },
  {
    kind: "exchange",
    stage: "done",
    words: ["exchangeTalk"],
    beside: anyOf("swap", "release", "allegation"),
  },
  { kind: "talks", stage: "held", words: ["talks", "call"], beside: anyOf("convenes", "allegation") },
  {
    kind: "strike",
    stage: "done",
    words: ["airStrike", "bombards", "strikes", "strike", "attack", "shelling"],
    beside: null,
  },
  { kind: "aid", stage: "delivered", words: ["aid", "aidPackage"], beside: anyOf("sends", "supply") },
];

const objectReach = 12;
const denierReach = 14;
const nounReach = 3;
const negationReach = 3;
const antecedentReach = 2;

/** What a sentence says that somebody denies. `told`: the events told so far. */
export function readDenials(scene: Scene, setting: Setting, told: readonly Antecedent[]): readonly Denial[] {
  const notDone = notStruck(scene.document, setting);
  if (!hasAny(setting.sentence, denying)) return notDone;
  const found = setting.sentence.hits.of.blame.flatMap(
    (word) => blameOf(scene.document, { setting, word, told }) ?? [],
  );
  found.push(...notDone, ...notPutOff(scene.document, setting), ...laidOnDefence(scene, setting, told));
  for (const word of setting.sentence.hits.of.denial) {
    if (isNegated(setting.sentence, word) || isRefusal(setting.sentence, word)) continue;
    const by = denierOf(setting, word) ?? outletOf(scene.document.report.source.side);
    if (by === null) continue;
    const object =
      objectOf(setting, word.to, endOfObject(setting, word)) ??
      deniedBefore(setting, word) ??
      antecedentOf(setting, word, told);
    if (object !== null) found.push({ ...object, by });
  }
  return found;
}

/** "Ukraine has put nothing off": a delay that the other side told of. */
function notPutOff({ report, sentences }: Document, setting: Setting): readonly Denial[] {
  const { sentence } = setting;
  const word = sentence.hits.of.delayed.find((hit) => isNegated(sentence, hit));
  if (word === undefined || !sentences.some((one) => hasAny(one, exchangeTalkWords))) return [];
  const by = denierOf(setting, word) ?? outletOf(report.source.side);
  return by === null
    ? []
    : [{ kind: "exchange", stage: "delayed", date: dayOf(setting), about: setting, by }];
}

const enemyOrParty = anyOf("enemy", "party");

/** "Наші підрозділи по ринку не били": a side tells of its own forces that they did not strike. Ukrainian and Russian. */
function notStruck({ language, report }: Document, setting: Setting): readonly Denial[] {
  const { sentence, speaker, places, carriedPlaces } = setting;
  if (!language.freeOrder || !sentence.hits.has.strikes || !sentence.hits.has.negation) return noDenial;
  const by = speaker?.side == null ? outletOf(report.source.side) : speaker;
  const isDenied = sentence.hits.of.strikes.some((verb) =>
    sentence.hits.of.negation.some((not) => not.to === verb.from),
  );
  // "Ворог не атакував Харків".
  const isOther = hitsOfAny(sentence, enemyOrParty).some(({ id }) => id !== by?.side);
  if (by === null || !isDenied || isOther || places.length + carriedPlaces.length === 0) return noDenial;
  const where = places.length > 0 ? {} : { where: carriedPlaces };
  return [{ kind: "strike", stage: "done", date: dayOf(setting), about: setting, by, ...where }];
}

const defenceReach = 2;

/** "A house was hit by a missile of Ukraine's air defence", by the word of the other side: it denies that it struck there. */
function laidOnDefence(
  { document, profile }: Scene,
  setting: Setting,
  told: readonly Antecedent[],
): readonly Denial[] {
  const { sentence, speaker } = setting;
  const defences = hitsOfAny(sentence, airDefences);
  if (defences.length === 0) return [];
  const by = speaker ?? outletOf(document.report.source.side);
  const side = by?.side ?? null;
  if (by === null || side === null || !hasAny(sentence, damageTold)) return [];
  const isFoes = defences.some((defence) =>
    sentence.hits.of.party.some(
      (party) =>
        party.to <= defence.from &&
        defence.from - party.to <= defenceReach &&
        areFoes(profile, party.id, side) &&
        // "Downed by Ukraine's air defence".
        findAny(sentence, missileOrRocket, sentence.from, defence.to) !== null,
    ),
  );
  if (!isFoes) return [];
  // One house is no night's attack: it takes the place, here or with the strike told before.
  const placed = [...told, { kind: "strike", setting }].findLast(
    (event) => event.kind === "strike" && event.setting.places.length > 0,
  );
  return placed === undefined
    ? []
    : [{ kind: "strike", stage: "done", date: dayOf(setting), about: placed.setting, by }];
}

/** An outlet that is a side's own speaks for it. */
function outletOf(side: Party | null): Speaker | null {
  return side === null ? null : { name: partyName(side, "en"), side };
}

const subjectReach = 3;
const blamedReach = 4;

interface Blame {
  readonly setting: Setting;
  readonly word: Hit;
  readonly told: readonly Antecedent[];
}

/** "Moscow blames pro-Kyiv forces", of a strike told just before as Russia's own: it denies that it did it. Null: no such thing. */
function blameOf(document: Document, { setting, word, told }: Blame): Denial | null {
  const by = namedBefore(setting, word, subjectReach) ?? denierOf(setting, word);
  if (by === null || !isOtherBlamed(setting, word, by)) return null;
  const strike = objectOf(setting, setting.sentence.from, word.from) ?? lastStrike(setting, told);
  if (strike?.kind !== "strike" || attackerIn(document, strike.about.sentence) !== by.side) return null;
  return { ...strike, by };
}

/** "Pro-Kyiv forces", "Ukraine": a party, or its land's name. */
function isOtherBlamed({ sentence }: Setting, word: Hit, { side }: Speaker): boolean {
  return sentence.hits.some(({ from, family, id }) => {
    if (from < word.to || from - word.to > blamedReach) return false;
    if (family === "party" || family === "metonym") return id !== side;
    return family === "placeAdjective" && countryOf(id) !== side;
  });
}

function lastStrike({ sentence }: Setting, told: readonly Antecedent[]): Omit<Denial, "by"> | null {
  const last = lastOf(
    told,
    ({ kind, setting }) => kind === "strike" && sentence.index - setting.sentence.index <= antecedentReach,
  );
  return last === undefined
    ? null
    : { kind: last.kind, stage: last.stage, date: last.date, about: last.setting };
}

/** "Neither confirmed nor denied". */
function isNegated(sentence: Sentence, word: Hit): boolean {
  return findAny(sentence, negationWords, word.from - negationReach, word.from) !== null;
}

/** "Rejected a cease-fire" refuses what is offered; "rejected the claim" denies it. */
function isRefusal(sentence: Sentence, word: Hit): boolean {
  const isAlsoRefusal = sentence.hits.of.refused.some((hit) => hit.from === word.from);
  return isAlsoRefusal && allegationAfter(sentence, word) === null;
}

function allegationAfter(sentence: Sentence, word: Hit): Hit | null {
  return findAny(sentence, allegationWords, word.to, word.to + nounReach);
}

/** Who is named last before the word, else who speaks. */
function denierOf(setting: Setting, word: Hit): Speaker | null {
  if (setting.voice !== null && setting.voice.to <= word.from && word.from - setting.voice.to <= denierReach)
    return setting.voice.speaker;
  return namedBefore(setting, word, denierReach) ?? setting.speaker;
}

/** The party or speaker named last before a word, at most `reach` tokens away. Null: there is none. */
function namedBefore(setting: Setting, word: Hit, reach: number): Speaker | null {
  for (const hit of setting.sentence.hits.toReversed()) {
    if (hit.to > word.from || word.from - hit.to > reach) continue;
    if (isPartyName(hit)) return { name: partyName(hit.id, "en"), side: hit.id };
    const row = hit.family === "speaker" ? speakerById(hit.id) : null;
    if (row !== null) return { name: row.name, side: row.side };
  }
  return null;
}

/** "Denied it and said troops had …": what is said next is no longer denied. */
function endOfObject(setting: Setting, word: Hit): number {
  const next = setting.sentence.hits.of.says.find((hit) => hit.from >= word.to);
  return Math.min(word.to + objectReach, next?.from ?? Infinity);
}

/** What stands after the word as its object. To aim at civilians is denied of every strike: that is no denial of one. */
function objectOf(setting: Setting, from: number, until: number): Omit<Denial, "by"> | null {
  for (const hit of setting.sentence.hits) {
    if (hit.from < from || hit.to > until) continue;
    const object = deniables.find((one) => (one.words as readonly string[]).includes(hit.id));
    if (object === undefined) continue;
    const isBeside = object.beside === null || findAny(setting.sentence, object.beside, from, until) !== null;
    if (!isBeside || findAny(setting.sentence, civiliansWords, hit.to, hit.to + nounReach) !== null) continue;
    return { kind: object.kind, stage: object.stage, date: dayOf(setting), about: setting };
  }
  return null;
}

/** "Say reports of a missile strike are untrue": the object stands between the word for a claim and the denial. */
function deniedBefore(setting: Setting, word: Hit): Omit<Denial, "by"> | null {
  const claimed = lastOf(
    setting.sentence.hits.of.allegation,
    (hit) => hit.to <= word.from && word.from - hit.to <= objectReach,
  );
  const isAfter = allegationAfter(setting.sentence, word) !== null;
  return claimed === undefined || isAfter ? null : objectOf(setting, claimed.to, word.from);
}

/** "Moscow denies this", "…, which Kyiv denied": the event told last, in this sentence or just before. */
function antecedentOf(setting: Setting, word: Hit, told: readonly Antecedent[]): Omit<Denial, "by"> | null {
  const { sentence } = setting;
  const end = allegationAfter(sentence, word)?.to ?? word.to;
  const isEnd = end >= sentence.to - 1 || findAny(sentence, andWords, end, end + 1) !== null;
  if (!isEnd) return null;
  const last = lastOf(
    told,
    (event) =>
      sentence.index - event.setting.sentence.index <= antecedentReach &&
      (event.kind === "capture" ||
        deniables.some((one) => one.kind === event.kind && one.stage === event.stage)),
  );
  return last === undefined
    ? null
    : {
        kind: last.kind,
        stage: last.kind === "capture" ? "denied" : last.stage,
        date: last.date,
        about: last.setting,
      };
}
