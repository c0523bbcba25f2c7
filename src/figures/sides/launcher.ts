import type { ActConcept } from "../../languages/concepts.ts";
import type { Party, Side } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import { speakerByName } from "../../reference/speakers.ts";
import type { SideQuestion } from "./actors.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import { actorOf, deedIsActive, defender, possessive } from "./actors.ts";
import { countryOfPlaces } from "../places/country.ts";
import { voiceSide } from "../claim.ts";
import { isFlying } from "../things/measure-kinds.ts";
import { campOf, hasArmedGroup, opponentOf } from "../profile.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies, hitsOfFamily } from "../text/sentence-hits.ts";

/** "Iranian drones" fired by others: a party outside the conflict made the weapon. */
export function isMaker(question: SideQuestion, party: Party): boolean {
  const { foes } = question.scene.profile;
  return isFlying(question.deed.measure) && foes.length > 0 && !foes.includes(party);
}

/** "Russia fired 38 missiles, of which 30 were shot down: three Iskanders": no one shoots down their own in one sentence. */
export function listedLauncher(question: SideQuestion): Side | null {
  const { deed, lastLauncher, isSameSentence } = question;
  if (!isSameSentence || lastLauncher === null || deed.act === null || !isDefending(deed.act.id)) return null;
  return actorOf(question) === lastLauncher ? lastLauncher : null;
}

function isDefending(act: string): boolean {
  return act === "down" || act === "suppress" || act === "stop" || act === "destroy";
}

/** The launcher: who sent what flew, or the foe of who shot it down, was under it, or tells of it. */
export function flyingSide(question: SideQuestion): Side | null {
  return groupOfCamp(question, launchingSide(question));
}

/** "240 rockets crossed the border" from Lebanon: where an armed group of that land is told of, it fired them. */
function groupOfCamp({ scene }: SideQuestion, side: Side | null): Side | null {
  if (side === null || side === "both" || !hasArmedGroup(side) || scene.document.language.freeOrder)
    return side;
  const group = scene.profile.parties.find((party) => party !== side && campOf(party) === side);
  return group ?? side;
}

function launchingSide(question: SideQuestion): Side | null {
  const { scene, deed } = question;
  if (deed.act === null && question.lastLauncher !== null) return question.lastLauncher;
  const act = (deed.act?.id ?? "launch") as ActConcept;
  const isDefence =
    act === "down" || act === "suppress" || act === "stop" || act === "destroy" || act === "eliminate";
  if (act === "loss")
    return (
      actorOf(question) ??
      opponentOf(scene.profile, voiceSide(scene, question.by) ?? scene.profile.teller) ??
      question.lastLoser
    );
  const sender = isDefence ? null : senderOf(question);
  if (sender !== null) return sender;
  const doer = isDefence && !deedIsActive(question) && !hasAgent(question) ? null : actorOf(question);
  const actor = doer !== null && isMaker(question, doer) && !isSubject(question, doer) ? null : doer;
  if (actor !== null) return isDefence ? opponentOf(scene.profile, actor) : actor;
  const { foes } = scene.profile;
  if (isDefence && isOfLauncher(question)) return question.lastLauncher;
  const teller = isDefence ? voiceSide(scene, question.by) : null;
  const country =
    teller !== null && foes.includes(teller)
      ? teller
      : (occupierOf(question) ?? countryOfPlaces(question.places));
  const target = country !== null && foes.length > 0 && !foes.includes(country) ? null : country;
  if (
    target === null &&
    question.lastLauncher !== null &&
    voiceSide(scene, question.by) !== question.lastLauncher
  )
    return question.lastLauncher;
  const told = isDefence
    ? (voiceSide(scene, question.by) ?? scene.profile.teller ?? countryOf(scene.profile.places[0] ?? ""))
    : null;
  const under = target ?? told;
  const voice = isDefence ? null : voiceSide(scene, question.by);
  if (voice !== null && voice !== target && voice === strikerIn(scene.document)) return voice;
  return (
    opponentOf(scene.profile, under ?? voiceSide(scene, question.by)) ??
    attackerOfReport(question) ??
    opponentOf(scene.profile, scene.profile.teller)
  );
}

const strikerReach = 1;
const leads = 2;

/** "США вдарили по Ірану", in the title or the first line, in Ukrainian and Russian: a party right before a verb of attack. Null: none is told so. */
function strikerIn({ sentences, language }: Document): Party | null {
  if (!language.freeOrder) return null;
  for (const sentence of sentences.slice(0, leads)) {
    const striker = hitsOfFamilies(sentence, ["party", "metonym"]).find((party) =>
      hitsOf(sentence, "strikes").some(
        (verb) => verb.from >= party.to && verb.from - party.to < strikerReach,
      ),
    );
    if (striker !== undefined) return striker.id;
  }
  return null;
}

const senderReach = 2;

/** "Was targeted by 50 missiles from Russia": whose weapons, right after them; "by 50 missiles" alone: the foe of who is under them. */
function senderOf(question: SideQuestion): Party | null {
  const { scene, setting, deed, number, counted } = question;
  if (scene.document.language.freeOrder) return null;
  const end = Math.max(counted.to, number.to);
  const from = hitsOfFamilies(setting.sentence, ["party", "metonym"]).find(
    (hit) =>
      hit.from >= end &&
      hit.from - end <= senderReach &&
      hitsOf(setting.sentence, "from").some((cue) => cue.from >= end && cue.to === hit.from),
  );
  if (from !== undefined && scene.profile.foes.includes(from.id)) return from.id;
  const { act } = deed;
  const isBy =
    act !== null &&
    act.to <= number.start &&
    hitsOf(setting.sentence, "by").some(
      (by) => by.to <= number.start && number.start - by.to <= 1 && by.from >= act.to,
    );
  return isBy ? opponentOf(scene.profile, actorOf(question)) : null;
}

/** "Russia sent 472 drones; 385 were stopped, the air force said": no one stops their own, so the air force is the other's. */
function isOfLauncher(question: SideQuestion): boolean {
  const { scene, setting, by, lastLauncher } = question;
  return (
    lastLauncher !== null &&
    setting.voice !== null &&
    voiceSide(scene, by) === lastLauncher &&
    hitsOfFamilies(setting.sentence, ["party", "metonym"]).length === 0
  );
}

const subjectReach = 1;

/** "North Korea has fired 41 missiles": right before the verb, and no adjective of the weapon. */
function isSubject({ deed, setting, scene }: SideQuestion, party: Party): boolean {
  const { act } = deed;
  return (
    act !== null &&
    !scene.document.language.freeOrder &&
    hitsOfFamily(setting.sentence, "party").some(
      (hit) => hit.id === party && hit.to <= act.from && act.from - hit.to <= subjectReach,
    )
  );
}

/** "Shot down by Ukrainian air defences". */
export function hasAgent(question: SideQuestion): boolean {
  const act = question.deed.act;
  return (
    act !== null &&
    hitsOf(question.setting.sentence, "by").some((hit) => hit.from >= act.to && hit.from - act.to <= 2)
  );
}

/** Who attacked, for attacks that are counted: the doer, else the foe of who repels them, is struck or tells of it. */
export function attackerSide(question: SideQuestion): Party | null {
  const { scene } = question;
  const actor = actorOf(question);
  const own = voiceSide(scene, question.by) ?? defender(question);
  const repels = hitsOf(question.setting.sentence, "stop").some((hit) => hit.family === "act");
  if (repels) return actor !== null && actor !== own ? actor : opponentOf(scene.profile, own);
  const named = agentOf(question);
  if (named !== null) return named;
  const striker = strikerOfEnemy(question);
  if (striker !== null) return striker;
  if (actor !== null) return actor;
  const made = ownStrikes(question);
  if (made !== null) return made;
  const target = occupierOf(question) ?? countryOfPlaces(question.places);
  if (question.deed.thing === "strike" && isNamedNowhere(question) && question.lastLauncher !== null) {
    const { lastLauncher } = question;
    if (lastLauncher !== "both") return lastLauncher;
  }
  const told = voiceSide(scene, question.by);
  // "35 strikes, the Trump administration says", in a report of US strikes: who tells of them made them.
  if (
    target === null &&
    told !== null &&
    !scene.document.language.freeOrder &&
    told === attackerOfReport(question)
  )
    return told;
  return opponentOf(scene.profile, target ?? told ?? scene.profile.teller);
}

const ownReach = 6;

/** "The Thai army said it had carried out six air strikes": who speaks tells of its own. */
function ownStrikes({ scene, setting, number, by }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || setting.voice === null) return null;
  const isOwn = hitsOf(setting.sentence, "pronoun").some(
    (hit) =>
      hit.to <= number.start &&
      number.start - hit.to <= ownReach &&
      hitsOfAny(setting.sentence, ["launch", "strikes"]).some(
        (act) => act.from >= hit.to && act.to <= number.start,
      ),
  );
  return isOwn ? (by?.side ?? null) : null;
}

/** A body of one party that speaks of places in the other's land tells of what is fired at those who hold them. Null: no such body. */
function occupierOf({ by }: SideQuestion): Party | null {
  const place = by === null ? undefined : speakerByName(by.name)?.places[0];
  const country = place === undefined ? null : countryOf(place);
  return country === null || by?.side === country ? null : (by?.side ?? null);
}

const agentReach = 5;
const nameReach = 1;

/** "78 обстрелов со стороны ВФУ", "40 атак з боку російських військ": the party named after the count as who attacked. */
function agentOf({ scene, setting, counted, number }: SideQuestion): Party | null {
  if (!scene.document.language.freeOrder) return null;
  const to = Math.max(number.to, counted.to);
  const by = hitsOf(setting.sentence, "by").find((hit) => hit.from >= to && hit.from - to <= agentReach);
  if (by === undefined) return null;
  return (
    hitsOfFamily(setting.sentence, "party").find((hit) => hit.from >= by.to && hit.from - by.to <= nameReach)
      ?.id ?? null
  );
}

const aimReach = 14;

/** "Завдала 12 ударів по районах зосередження противника": at the enemy's own strikes who calls them so. Null: no enemy is aimed at. */
function strikerOfEnemy(question: SideQuestion): Party | null {
  const { scene, setting, counted, number, deed } = question;
  if (!scene.document.language.freeOrder || deed.thing !== "strike") return null;
  const to = Math.max(number.to, counted.to);
  const aim = hitsOf(setting.sentence, "in").find((hit) => hit.from >= to && hit.from - to <= 1);
  if (aim === undefined) return null;
  // "По районах зосередження особового складу": an army's sites, whose they are said later or not at all.
  if (hitsOf(setting.sentence, "armySite").some((hit) => hit.from === aim.to))
    return voiceSide(scene, question.by) ?? defender(question);
  const struck = hitsOf(setting.sentence, "enemy").find(
    (hit) => hit.from >= aim.to && hit.from - aim.to <= aimReach,
  );
  const isActed = hitsOfFamily(setting.sentence, "act").some(
    (act) => act.from >= aim.to && act.to <= (struck?.from ?? 0) && isAttackVerb(act.id),
  );
  if (struck === undefined || isActed) return null;
  return voiceSide(scene, question.by) ?? defender(question);
}

function isAttackVerb(act: string): boolean {
  return act === "attack" || act === "launch" || act === "hit";
}

/** Whether the sentence names no party: it goes on with who struck before. */
function isNamedNowhere(question: SideQuestion): boolean {
  return !question.setting.sentence.hits.some(
    (hit) => hit.family === "party" || hit.family === "metonym" || hit.id === "enemy" || hit.id === "our",
  );
}

const byReach = 4;

/** "An attack by Russian forces", "raids by Israeli forces". */
function isAttackBy(sentence: Sentence, party: Hit): boolean {
  return hitsOf(sentence, "by").some(
    (by) =>
      by.to === party.from &&
      hitsOfAny(sentence, ["strike", "attack", "assault", "airAttack"]).some(
        (act) => act.to <= by.from && by.from - act.to <= byReach,
      ),
  );
}

const wagerReach = 2;

/** "Russia's full-scale invasion", "Israel's war": whose war it is, not where. */
function isWager(document: Document, sentence: Sentence, party: Hit): boolean {
  const token = document.tokens[party.to - 1];
  const isOwner = token !== undefined && possessive.test(document.whole.slice(token.start, token.end));
  return (
    isOwner &&
    !document.language.freeOrder &&
    hitsOf(sentence, "warTime").some((war) => war.from >= party.to && war.from - party.to <= wagerReach)
  );
}

/** Who attacked, as the title or the first lines tell it: a party's adjective before a weapon or a strike. */
export function attackerOfReport(question: SideQuestion): Party | null {
  const { document, profile } = question.scene;
  for (const sentence of document.sentences.slice(0, 4)) {
    const party = attackerIn(document, sentence);
    if (party !== null) return party;
  }
  return profile.foes.length === 2 ? opponentOf(profile, document.language.home) : null;
}

const grounds: ReadonlySet<string> = new Set(["settlement", "building", "regionWord"]);

/** "Ukraine says Russian missiles …": another party begins the words for the attack. */
function isOfOther(sentence: Sentence, party: Hit, attack: Hit): boolean {
  return hitsOfFamily(sentence, "party").some(({ from, id }) => from === attack.from && id !== party.id);
}

/** "A Russian strike": the party begins the words for the attack. */
function isInAttack(sentence: Sentence, party: Hit): boolean {
  return hitsOfAny(sentence, ["airAttack", "airStrike"]).some(
    (attack) => attack.from === party.from && attack.to > party.to,
  );
}

/** Asked for by every claim of a sentence, and by some more than once. */
const attackers = new WeakMap<Sentence, { readonly party: Party | null }>();

/** Who attacked, as a sentence tells it: "a Russian missile", "Israel's war". Null: it does not. */
export function attackerIn(document: Document, sentence: Sentence): Party | null {
  const parties = hitsOfFamily(sentence, "party");
  if (parties.length === 0) return null;
  const known = attackers.get(sentence);
  if (known !== undefined) return known.party;
  const party = attackerOf(document, sentence, parties);
  attackers.set(sentence, { party });
  return party;
}

function attackerOf(document: Document, sentence: Sentence, parties: readonly Hit[]): Party | null {
  for (const hit of parties) {
    if (parties.some((other) => other.from === hit.to)) continue;
    // "A Nigerian village raid": whose village was raided.
    if (sentence.hits.some((other) => grounds.has(other.id) && other.from === hit.to)) continue;
    const isBeforeAttack = sentence.hits.some(
      (other) =>
        other.from >= hit.to &&
        other.from - hit.to <= 1 &&
        !isOfOther(sentence, hit, other) &&
        (other.id === "airAttack" ||
          other.id === "launch" ||
          other.id === "attack" ||
          (other.id === "airStrike" && !document.language.freeOrder) ||
          (other.id === "strike" && other.from === hit.to && !document.language.freeOrder)),
    );
    if (
      isBeforeAttack ||
      isInAttack(sentence, hit) ||
      isWager(document, sentence, hit) ||
      isAttackBy(sentence, hit)
    )
      return hit.id;
  }
  return null;
}
