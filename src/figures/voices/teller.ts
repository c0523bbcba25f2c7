import type { Speaker } from "../../model/speaker.ts";
import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Sentence } from "../text/document.ts";
import { isPeople } from "../things/people.ts";
import { isFlying } from "../things/measure-kinds.ts";
import { isQuoteMark } from "../text/tokens.ts";
import { isMereDenial } from "./telling-cues.ts";
import type { Voice } from "./voice.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const killOrInjure = anyOf("kill", "injure");
const strikeWords = anyOf("missile", "drone", "rocket", "strike", "explosion");

/** The speaker of the part of the sentence, between semicolons, that holds the number; else of the parts before it. */
export function speakerOf(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): Speaker | null {
  // An air force counts what flies; who was hurt is told by others, unless it speaks in this very sentence.
  const isOfAir = setting.voice === null && setting.speaker?.name.endsWith("Air Force") === true;
  if (isOfAir && isPeople(deed.thing)) return null;
  const own = lastOf(setting.voices, (part) => part.from <= number.from && part.voice !== null);
  if (isMereDenial(setting.sentence)) return null;
  if (own?.voice === undefined && isOfNextClause(scene, setting, number)) return null;
  if (isPresupposed(scene, setting, number) || isOfAftermath(scene, setting, number)) return null;
  return own?.voice?.speaker ?? tellerOfRest(setting, number, deed) ?? setting.speaker;
}

/** "Атакував 143 дронами; збито 121 із них, повідомили Повітряні сили": who tells what became of a salvo tells its size. Null: a later part of the sentence counts none of it. */
function tellerOfRest({ voices, sentence }: Setting, number: NumberHit, deed: Deed): Speaker | null {
  if (!isFlying(deed.measure)) return null;
  const later = voices.find((part) => part.from > number.from && part.voice !== null);
  const isOfThem = later !== undefined && sentence.hits.of.ofThem.some((hit) => hit.from >= later.from);
  return isOfThem ? (later.voice?.speaker ?? null) : null;
}

const clauseReach = 3;

/** "Strikes killed ten, as the president said he was preparing for a long war": who speaks in a later clause tells only that. */
function isOfNextClause({ document }: Scene, { sentence, voice }: Setting, number: NumberHit): boolean {
  if (voice === null || voice.from < number.to) return false;
  // "Ten dead in Kherson; ‘We will endure,’ the president says".
  for (let at = number.to; at < voice.from; at++)
    if (document.tokens[at]?.norm === ";" && isQuoteMark(document.tokens[at + 1]?.norm)) return true;
  return isOfLaterClause(sentence, voice, number.to);
}

/** Whether who speaks does so in a clause that begins after token `from`, and tells no more than it. */
export function isOfLaterClause({ hits, to }: Sentence, voice: Voice, from: number): boolean {
  const clause = lastOf(hits.of.clause, (hit) => hit.from >= from && hit.to <= voice.from);
  if (clause === undefined || voice.from - clause.to > clauseReach) return false;
  const says = hits.of.says.find((hit) => hit.from >= voice.to);
  // "…, as the mayor said.": the whole is theirs.
  return says !== undefined && to - says.to > clauseReach;
}

const saidReach = 3;

/** "The president was speaking after the release of 20 hostages": what somebody spoke after is told by the outlet. */
function isOfAftermath({ document }: Scene, { sentence, voice }: Setting, number: NumberHit): boolean {
  if (document.language.freeOrder || voice === null || !sentence.hits.has.aftermath) return false;
  const says = sentence.hits.of.says.findLast((hit) => hit.from >= voice.to && hit.to <= number.start);
  const after = sentence.hits.of.aftermath.findLast((hit) => hit.to <= number.start);
  if (says === undefined || after === undefined || after.from - says.to <= saidReach) return false;
  for (let at = says.to; at < number.start; at++) {
    const norm = document.tokens[at]?.norm;
    if (norm === "," || norm === document.language.plurals?.relative) return false;
  }
  // "Said two had died after a missile hit five houses": what is told after a deed is told with it.
  return !sentence.hits.of.act.some(
    (act) => act.from >= says.to && act.to <= after.from && act.id !== "hold",
  );
}

const nounReach = 2;
const copulaReach = 8;

/** "The president says the missile that killed two was not Russian": what is told is said of the missile, not that it killed. */
function isPresupposed({ document }: Scene, { sentence, voice }: Setting, number: NumberHit): boolean {
  const { language, tokens } = document;
  if (voice === null || language.plurals === null || voice.from > number.from) return false;
  const act = hitsOfAny(sentence, killOrInjure).findLast(
    (hit) => hit.to <= number.start && number.start - hit.to <= 1,
  );
  const isOfWeapon =
    act !== undefined &&
    hitsOfAny(sentence, strikeWords).some(
      (hit) => hit.to <= act.from && act.from - hit.to <= nounReach && hit.from > voice.to,
    );
  if (!isOfWeapon) return false;
  for (let at = number.to; at < sentence.to && at - number.to <= copulaReach; at++) {
    const token = tokens[at];
    if (token?.kind !== "word") return false;
    if (language.plurals.passive.has(token.norm)) return true;
  }
  return false;
}
