/** The party that stands beside the counted noun. */

import type { Party } from "../../model/side.ts";
import { voiceSide } from "../claim.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { defender, isVoice, resolve } from "./actors.ts";
import { isMaker } from "./launcher.ts";
import { antecedentOf, subjectSince } from "./own-people.ts";
import { targetOf } from "./target.ts";
import { unitOwner } from "./unit-owner.ts";
import type { Hit } from "../text/entries.ts";
import { isReturn } from "../things/measure-kinds.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

const owners = anyOf("party", "metonym", "enemy", "our");
const leadWords = anyOf("by", "in", "from", "says");

/** Whether the words name whose the counted people or things are. */
export function hasOwner(question: SideQuestion): boolean {
  return ownerOf(question) !== null;
}

const ownerReach = 4;

/** The party named beside the counted noun: "Russian soldiers", "soldiers of Ukraine", "enemy drones", "our people". */
export function ownerOf(question: SideQuestion): Party | null {
  if (last?.question !== question) last = { question, owner: findOwner(question) };
  return last.owner;
}

/** The last answer: a claim asks for it four times. */
let last: { readonly question: SideQuestion; readonly owner: Party | null } | null = null;

function findOwner(question: SideQuestion): Party | null {
  const { setting, number, counted, scene } = question;
  const unit = unitOwner(question);
  if (unit !== undefined) return resolve(question, unit);
  let best: { readonly party: Party; readonly cost: number } | null = null;
  for (const hit of hitsOfAny(setting.sentence, owners)) {
    const isOfLabel =
      counted.isLabel && (hit.to === counted.from || (hit.from === counted.from && hit.to <= counted.to));
    const isNear = hit.from >= number.to && hit.from < counted.to + ownerReach;
    const party = isOfLabel || isNear ? partyOf(question, hit) : null;
    if (party === null) continue;
    if (isEthnic(question, hit)) continue;
    if (isOfLabel) return party === "enemy" || party === "our" ? null : party;
    if (hit.from >= counted.to && !isBound(question, hit)) continue;
    if (hit.from >= counted.to && (hit.family === "metonym" || isSubject(question, hit))) continue;
    if (isParted(question, hit)) continue;
    const cost = Math.abs(hit.from - counted.from);
    if (best === null || cost < best.cost) best = { party, cost };
  }
  best ??= ownerOfBoth(question) ?? ownerOfUnit(question);
  if (best !== null && best.party === "enemy")
    return opponentOf(scene.profile, voiceSide(scene, question.by) ?? defender(question));
  if (best !== null && best.party === "our")
    return (
      loserNamed(question) ??
      sayerBefore(question) ??
      attackedBefore(question) ??
      subjectSince(question) ??
      subjectOfReturn(question) ??
      voiceSide(scene, question.by) ??
      antecedentOf(question)
    );
  return best?.party ?? null;
}

/** "До 80 человек личного состава и до 8 единиц техники ВСУ": the party after the second of two nouns that "and" joins is that of both. */
function ownerOfBoth(question: SideQuestion): { readonly party: Party; readonly cost: number } | null {
  const { scene, setting, counted, number } = question;
  const at = setting.numbers.indexOf(number) + 1;
  const [next, noun] = [setting.numbers[at], setting.counted[at]];
  if (!scene.document.language.freeOrder || next === undefined || noun === undefined) return null;
  const end = Math.max(counted.to, number.to);
  const { hits } = setting.sentence;
  const isJoined = hits.of.and.some((and) => and.from === end && and.to === next.start);
  const hit = hitsOfAny(setting.sentence, owners).find(
    (one) => one.from === noun.to && one.family !== "metonym",
  );
  if (!isJoined || hit === undefined || noun.to <= next.to || isSubject(question, hit)) return null;
  const party = partyOf(question, hit);
  return party === null ? null : { party, cost: noun.to - end };
}

const chain = 3;

/** "10 бойцов подразделения ССО ГУР Украины": the party that ends the name of their unit, in Ukrainian and Russian. */
function ownerOfUnit(question: SideQuestion): { readonly party: Party; readonly cost: number } | null {
  const { scene, setting, counted } = question;
  const { language, tokens } = scene.document;
  if (!language.freeOrder) return null;
  const unit = setting.sentence.hits.of.other.find((hit) => hit.from === counted.to);
  if (unit === undefined) return null;
  const hit = setting.sentence.hits.of.party.find(
    (one) => one.from >= unit.to && one.from - unit.to <= chain,
  );
  if (hit === undefined || isSubject(question, hit)) return null;
  for (let at = unit.to; at < hit.from; at++) if (tokens[at]?.capital !== true) return null;
  const party = partyOf(question, hit);
  return party === null ? null : { party, cost: hit.from - counted.to };
}

/** "Ethnic Armenians": a people, of whatever state. */
function isEthnic({ setting }: SideQuestion, { from }: Hit): boolean {
  return setting.sentence.hits.of.ethnic.some((hit) => hit.to === from);
}

const loserReach = 1;

/** "Kyiv says Russia has lost two of its generals": "its" is of who lost them. Null: nobody is named right before the verb. */
function loserNamed({ scene, setting, number }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder) return null;
  const verb = lastOf(setting.sentence.hits.of.loses, (hit) => hit.to <= number.start);
  if (verb === undefined || number.start - verb.to > 1) return null;
  const loser = hitsOfAny(setting.sentence, partyNames).findLast((hit) => hit.to <= verb.from);
  return loser !== undefined && verb.from - loser.to <= loserReach ? loser.id : null;
}

/** "Russia handed over 900 to Ukraine and got back 19 of its own, officials said": the party that the sentence begins with, unless it speaks. */
function subjectOfReturn(question: SideQuestion): Party | null {
  const { scene, setting, deed } = question;
  if (scene.document.language.freeOrder || !isReturn(deed.measure)) return null;
  const { sentence } = setting;
  const first = hitsOfAny(sentence, partyNames).find((hit) => hit.from - sentence.from <= 1);
  return first === undefined || isVoice(setting, first) ? null : first.id;
}

/** "India said one had died, and Egypt said 27 of its soldiers were held": "its" is of who says so right before. */
function sayerBefore({ scene, setting, number }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder) return null;
  const { says } = setting.sentence.hits.of;
  const said = says.find((hit) => hit.to <= number.start && number.start - hit.to <= loserReach);
  if (said === undefined) return null;
  return hitsOfAny(setting.sentence, partyNames).find((hit) => hit.to === said.from)?.id ?? null;
}

/** "Attacked a base of the Syrian Democratic Forces and killed six of its fighters": "its" is of who was attacked. */
function attackedBefore({ scene, setting, deed }: SideQuestion): Party | null {
  const { act } = deed;
  return scene.document.language.freeOrder || act === null ? null : targetOf(setting.sentence, act);
}

/** Whether another number, or after the noun a word of who, where or telling, stands before the party. */
function isParted({ setting, number, counted }: SideQuestion, party: Hit): boolean {
  if (setting.numbers.some((other) => other.from >= number.to && other.from < party.from)) return true;
  return (
    party.from >= counted.to &&
    hitsOfAny(setting.sentence, leadWords).some((cue) => cue.to <= party.from && cue.from >= counted.to)
  );
}

function partyOf(question: SideQuestion, hit: Hit): Party | null {
  if (hit.family === "party") return isMaker(question, hit.id) ? null : hit.id;
  if (hit.family === "metonym" && hit.to <= question.counted.from) return hit.id;
  const isInNoun = hit.from >= question.counted.from && hit.to <= question.counted.to;
  if (hit.family === "cue" && (hit.id === "enemy" || (hit.id === "our" && !isInNoun))) return hit.id;
  return null;
}

const nominative = /(?:ськ|цьк|ск|цк)(?:і|ий|ие|ая)$/u;

/** "Дев'ять атак українські воїни відбили": an adjective in the nominative after the noun begins another one. */
function isSubject({ scene }: SideQuestion, hit: Hit): boolean {
  const { language, tokens } = scene.document;
  return language.freeOrder && nominative.test(tokens[hit.to - 1]?.norm ?? "");
}

/** After the noun the party must follow it closely: "of Ukraine", "ВСУ", "противника". */
function isBound(question: SideQuestion, hit: Hit): boolean {
  const gap = hit.from - question.counted.to;
  // "The three hostages Hamas plans to release": who does it, in English; "20,000 Russian dead" has no noun.
  const isBare = question.counted.to <= question.number.to;
  if (gap === 0) return isBare || hit.family === "cue" || question.scene.document.language.freeOrder;
  return (
    gap <= 2 &&
    question.setting.sentence.hits.of.outOf.some(
      (cue) => cue.from === question.counted.to && cue.to <= hit.from,
    )
  );
}
