import { countryOfPlaces } from "../places/country.ts";
import type { PlaceCode } from "../../model/place.ts";
import type { Party, Side } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import { voiceSide } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { opponentOf } from "../profile.ts";
import { speakerById } from "../../reference/speakers.ts";
import { isDateline } from "../places/named-place.ts";
import { leads } from "./leaders.ts";
import { isCountedOwner, isMembership, isOfOthers, isOfVersion } from "./no-actor.ts";
import { isGiven } from "./recipients.ts";
import { isTarget } from "./target.ts";
import type { Counted } from "../things/counted.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isPartyName } from "../text/party-names.ts";

const partyWords = anyOf("party", "metonym", "enemy", "our", "speaker");
const andOrClause = anyOf("and", "clause");
const inOrFrom = anyOf("in", "from");
const killOrInjure = anyOf("kill", "injure");
const seizeOrHoldOrInstalledBy = anyOf("seize", "hold", "installedBy");
const settlementOrRegionWordOrSite = anyOf("settlement", "regionWord", "site");

/** What the side of a figure is told from. */
export interface SideQuestion {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly number: NumberHit;
  readonly counted: Counted;
  readonly deed: Deed;
  readonly places: readonly PlaceCode[];
  /** The places told before, where the counted thing may have happened; [] for what is told of another day. */
  readonly carried: readonly PlaceCode[];
  readonly by: Speaker | null;
  /** Who launched what the figures before it count; null: nothing before it flew. */
  readonly lastLauncher: Side | null;
  /** Whether the figure before was told in this paragraph. */
  readonly isSameParagraph: boolean;
  /** Whether that was told in this very sentence. */
  readonly isSameSentence: boolean;
  /** Whose losses the figure before it in the sentence counts; null: it counts none. */
  readonly lastLoser: Side | null;
  /** Who took the land that was counted last; null: none was. */
  readonly lastTaker: Side | null;
  /** Whose sites or losses the figure right before it in the sentence counts; null: it counts none. */
  readonly lastStruck: Side | null;
  /** Whose people or bodies the figure before it counts as come home; null: it counts none. */
  readonly lastReturned: Side | null;
  /** Whose hostages the figure before it counts; null: none does, or not near. */
  readonly lastHostages: Side | null;
  /** Whose people the figure before it counts that fled or were evacuated; null: none does. */
  readonly lastFled: Side | null;
  /** Whose people were harmed in the title and the opening, and in the harm told last: the report is about them; null: not one party's. */
  readonly subject: Side | null;
  /** Whether those were soldiers: civilians and refugees are no more told of so. */
  readonly isSubjectArmy: boolean;
  /** Whose people the number right before this bare one counts ("and another three wounded"); null: none. */
  readonly lastHarmed: Side | null;
}

/** The party whose deed it is: named as the subject before the act, or with "by" after it. */
export function actorOf(question: SideQuestion): Party | null {
  if (last?.question !== question) last = { question, actor: findActor(question) };
  return last.actor;
}

/** The last answer: most rules of one claim ask for it. */
let last: { readonly question: SideQuestion; readonly actor: Party | null } | null = null;

function findActor(question: SideQuestion): Party | null {
  const { setting, deed } = question;
  const { document } = question.scene;
  const act = deed.act;
  const limit = act === null ? question.number.from : act.from;
  const agents = setting.sentence.hits.of.by;
  let before: Hit | null = null;
  for (const hit of hitsOfAny(setting.sentence, partyWords)) {
    if (!isParty(hit)) continue;
    const isBy = act !== null && agents.length > 0 && isAgent(question, agents, hit);
    if (isBy) return resolve(question, hit);
    if (
      hit.to <= limit &&
      !isTarget(setting.sentence, hit) &&
      !(isVoice(setting, hit) && !isBeforeAside(question, hit)) &&
      !isLocated(question, hit) &&
      !isOfWhere(question, hit) &&
      !isOfOthers(document, setting.sentence, hit) &&
      !isCited(question, hit) &&
      !isOfVersion(document, hit, limit) &&
      !isMembership(document, setting.sentence, hit) &&
      !isAddressee(question, hit) &&
      !isCountedOwner(document, setting, hit) &&
      !isHolder(question, hit) &&
      !(before !== null && (isOwnerOnly(question, hit) || isHarmed(question, hit))) &&
      !isSource(setting, hit) &&
      // "BEIRUT (AP) – …": where it was written.
      !(hit.family === "metonym" && isDateline(question.scene.document, setting.sentence, hit))
    )
      before = hit;
  }
  return before === null ? null : resolve(question, before);
}

/** Whether a party stands after "by" that follows the act: "were killed by Russian forces". */
function isAgent({ deed, number }: SideQuestion, agents: readonly Hit[], party: Hit): boolean {
  const { act } = deed;
  return (
    act !== null &&
    agents.some(
      (cue) =>
        cue.to <= party.from &&
        party.from - cue.to <= 2 &&
        cue.from >= act.to &&
        cue.from - act.to <= 5 &&
        !(number.from >= act.to && number.to <= cue.from),
    )
  );
}

/** The party that a hit stands for: itself, whom a speaker speaks for, or the one that "the enemy" and "our" mean here. Null: no way to tell. */
export function resolve(question: SideQuestion, hit: Hit): Party | null {
  const own = voiceSide(question.scene, question.by) ?? defender(question);
  if (hit.id === "enemy") return opponentOf(question.scene.profile, own);
  if (hit.id === "our") return ownerOfSky(question, hit) ?? own;
  return hit.family === "speaker" ? (speakerById(hit.id)?.side ?? null) : hit.id;
}

/** "Над Підмосков'ям сили ППО збили 25 дронів": who defends a land from the air, where nobody speaks for it. Null: another word for one's own, or no land of a party at war. */
function ownerOfSky({ scene, setting, by }: SideQuestion, hit: Hit): Party | null {
  const { airDefence } = setting.sentence.hits.of;
  if (setting.places.length === 0 || voiceSide(scene, by) !== null) return null;
  if (!airDefence.some((force) => force.from >= hit.from && force.to <= hit.to)) return null;
  const land = countryOfPlaces(setting.places.map(({ code }) => code));
  return land !== null && scene.profile.foes.includes(land) ? land : null;
}

/** Who says "enemy" where neither speaker nor outlet has a side: the party that the wording is of, else the one most named. */
export function defender(question: SideQuestion): Party | null {
  const { profile } = question.scene;
  return profile.teller ?? profile.foes[0] ?? null;
}

/** Whether a hit is part of the words that name who speaks. */
export function isVoice(setting: Setting, hit: Hit): boolean {
  return setting.voice !== null && hit.from >= setting.voice.from - 2 && hit.to <= setting.voice.to + 1;
}

/** "Росія, за його словами, втратила 350 тисяч": in Ukrainian and Russian a subject that a comma parts from who says so. */
function isBeforeAside({ scene, setting }: SideQuestion, hit: Hit): boolean {
  const { document } = scene;
  const from = setting.voice?.from ?? 0;
  return document.language.freeOrder && hit.to <= from && document.tokens[hit.to]?.norm === ",";
}

/** "according to Ukrainian estimates": named as a source, not as who acts. */
function isCited({ scene, setting }: SideQuestion, hit: Hit): boolean {
  const { tokens } = scene.document;
  return setting.sentence.hits.of.accordingTo.some(
    (cue) =>
      cue.to <= hit.from &&
      hit.from - cue.to <= 3 &&
      // "За оцінками розвідки, росіяни втратили 315 тисяч": behind its comma the clause begins.
      !tokens.slice(cue.to, hit.from).some(({ norm }) => norm === ","),
  );
}

/** "Russian-held territory": whose hands the land is in, not who acts. */
export function isHolder({ scene, setting }: SideQuestion, hit: Hit): boolean {
  if (scene.document.tokens[hit.from]?.norm.includes("-") !== true) return false;
  return hitsOfAny(setting.sentence, seizeOrHoldOrInstalledBy).some(
    (held) => held.from === hit.from && held.to === hit.to,
  );
}

const harmedReach = 8;

/** "Shot dead a 23-year-old Palestinian and wounded five others": the object of an earlier harm, not who acts. */
function isHarmed({ scene, setting }: SideQuestion, hit: Hit): boolean {
  const { sentence } = setting;
  if (scene.document.language.freeOrder) return false;
  return hitsOfAny(sentence, killOrInjure).some(
    (act) =>
      act.to <= hit.from &&
      hit.from - act.to <= harmedReach &&
      !hitsOfAny(sentence, andOrClause).some((cue) => cue.from >= act.to && cue.to <= hit.from),
  );
}

const forcesReach = 3;

/** "Answered Putin's strikes by seizing": whose the strikes are, not who acts, unless it is their army. */
function isOwnerOnly({ scene, setting }: SideQuestion, hit: Hit): boolean {
  const { document } = scene;
  const token = document.tokens[hit.to - 1];
  if (document.language.freeOrder || token === undefined) return false;
  if (!possessive.test(document.whole.slice(token.start, token.end))) return false;
  return !setting.sentence.hits.of.army.some(
    (noun) => noun.from >= hit.to && noun.from - hit.to <= forcesReach,
  );
}

/** The end of an English possessive: "Putin's", "rebels'". */
export const possessive = /['’]s?$/u;

/** "Sent aid to Ukraine after", "gave Ukraine the bodies of": to whom, not who acts. */
function isAddressee({ scene, setting }: SideQuestion, hit: Hit): boolean {
  return (
    !scene.document.language.freeOrder &&
    (setting.sentence.hits.of.toward.some((cue) => cue.to === hit.from) ||
      isGiven(scene.document, setting, hit))
  );
}

/** "Brought back from Russia": where from, not who acts. */
export function isSource(setting: Setting, hit: Hit): boolean {
  return setting.sentence.hits.of.from.some((cue) => cue.to === hit.from);
}

/** "Officials in Kyiv said 76 missiles had been fired": where they are, not who acts. */
function isOfWhere({ scene, setting }: SideQuestion, hit: Hit): boolean {
  if (scene.document.language.freeOrder || (hit.family !== "party" && hit.family !== "metonym")) return false;
  return setting.sentence.hits.of.in.some((cue) => cue.to === hit.from && cue.to - cue.from === 1);
}

/** "Росія", "Украина": the nominative, which stands after no word of where and is no object. */
const nominativeLand = /(?:ія|ия|україна|украина)$/u;

function isLocated(question: SideQuestion, hit: Hit): boolean {
  const { scene, setting } = question;
  const { language, tokens } = scene.document;
  // "У 2024 році Росія втратила": a word of where before another noun than the land.
  const isSubject = language.freeOrder && nominativeLand.test(tokens[hit.from]?.norm ?? "");
  const isThere = setting.places.some((place) => place.isLocated && place.from === hit.from);
  return (isThere && !isSubject) || isOfPlace(question, hit);
}

/** "In the Russian region of Belgorod", "near the Israeli city": the adjective of a place; in English of towns in any case. */
function isOfPlace({ scene, setting }: SideQuestion, hit: Hit): boolean {
  const isOfTown =
    !scene.document.language.freeOrder &&
    setting.sentence.hits.of.settlement.some((noun) => noun.from === hit.to);
  if (isOfTown) return true;
  return (
    hitsOfAny(setting.sentence, settlementOrRegionWordOrSite).some((noun) => noun.from === hit.to) &&
    hitsOfAny(setting.sentence, inOrFrom).some((cue) => cue.to <= hit.from && hit.from - cue.to <= 2)
  );
}

/** A party, a person who stands for one ("Putin unleashed"), or a word for one's own or the other side. */
function isParty(hit: Hit): boolean {
  if (isPartyName(hit) || hit.id === "enemy" || hit.id === "our") return true;
  return hit.family === "speaker" && leads(hit);
}

/** Ukrainian and Russian finite and adverbial verbs; what is left are participles and impersonal forms ("збито"). */
const activeForm = /(?:в|ла|(?<!бе)ли|л|ють|уть|ують|ет|ют|ит|ят|ять|є|ти|ть|ши|чи|сь|ся)$/u;

/** The act stands before its number: "hit 170 targets", not "15 regions were hit", "обстрелу подверглись". */
export function deedIsActive(question: SideQuestion): boolean {
  const act = question.deed.act;
  if (act === null) return false;
  const { tokens, language } = question.scene.document;
  const isUndergone = question.setting.sentence.hits.of.undergoes.some((hit) => hit.from === act.from);
  if (language.freeOrder) return activeForm.test(tokens[act.from]?.norm ?? "") && !isUndergone;
  // "Reported the deaths of eight": a noun does nothing.
  const isNoun = question.setting.sentence.hits.of.outOf.some((of) => of.from === act.to);
  return act.from < question.number.from && !isNoun;
}
