/** Who made attacks and strikes that are counted as such. */

import type { Party } from "../../model/side.ts";
import { voiceSide } from "../claim.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, defender } from "./actors.ts";
import { attackerOfReport } from "./attacker-told.ts";
import { occupierSpeaking } from "./seat.ts";
import { underFire } from "./under-fire.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isPartyName } from "../text/party-names.ts";

const inOrByOrFrom = anyOf("in", "by", "from");
const launchOrStrikes = anyOf("launch", "strikes");

/** Who attacked, for attacks that are counted: the doer, else the foe of who repels them, is struck or tells of it. */
export function attackerSide(question: SideQuestion): Party | null {
  const { scene } = question;
  const actor = actorOf(question);
  const own = voiceSide(scene, question.by) ?? defender(question);
  const repels = question.setting.sentence.hits.of.stop.some((hit) => hit.family === "act");
  const repeller = repels ? repellerOf(question) : null;
  if (repeller !== null) return opponentOf(scene.profile, repeller);
  if (repels) return actor !== null && actor !== own ? actor : opponentOf(scene.profile, own);
  const named = agentOf(question);
  if (named !== null) return named;
  const striker = strikerOfEnemy(question);
  if (striker !== null) return striker;
  if (isRecorder(question)) return opponentOf(scene.profile, actor ?? voiceSide(scene, question.by));
  if (actor !== null) return actor;
  const made = ownStrikes(question);
  if (made !== null) return made;
  const target = occupierSpeaking(question.by) ?? underFire(question);
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

const recordReach = 1;

/** "The Energy Ministry has logged 256 attacks": who counts them suffered them. */
function isRecorder({ scene, setting, number }: SideQuestion): boolean {
  return (
    !scene.document.language.freeOrder &&
    setting.sentence.hits.of.records.some(
      (hit) => hit.to <= number.start && number.start - hit.to <= recordReach,
    )
  );
}

const subjectReach = 4;

/** "Четыре атаки отразили подразделения ВС РФ": who repels may stand after the verb. Null: nobody is named there. */
function repellerOf({ scene, setting, deed, number }: SideQuestion): Party | null {
  const { act } = deed;
  if (!scene.document.language.freeOrder || act === null || act.from < number.to) return null;
  const subject = setting.sentence.hits.of.party.find(
    (hit) => hit.from >= act.to && hit.from - act.to <= subjectReach,
  );
  const isParted =
    subject === undefined ||
    hitsOfAny(setting.sentence, inOrByOrFrom).some((cue) => cue.from >= act.to && cue.to <= subject.from);
  return isParted ? null : subject.id;
}

const ownReach = 6;

/** "The Thai army said it had carried out six air strikes": who speaks tells of its own. */
function ownStrikes({ scene, setting, number, by }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || setting.voice === null) return null;
  const isOwn = setting.sentence.hits.of.pronoun.some(
    (hit) =>
      hit.to <= number.start &&
      number.start - hit.to <= ownReach &&
      hitsOfAny(setting.sentence, launchOrStrikes).some(
        (act) => act.from >= hit.to && act.to <= number.start,
      ),
  );
  return isOwn ? (by?.side ?? null) : null;
}

const agentReach = 5;
const nameReach = 1;

/** "78 обстрелов со стороны ВФУ", "40 атак з боку російських військ": the party named after the count as who attacked. */
function agentOf({ scene, setting, counted, number }: SideQuestion): Party | null {
  if (!scene.document.language.freeOrder) return null;
  const to = Math.max(number.to, counted.to);
  const by = setting.sentence.hits.of.by.find((hit) => hit.from >= to && hit.from - to <= agentReach);
  if (by === undefined) return null;
  return (
    setting.sentence.hits.of.party.find((hit) => hit.from >= by.to && hit.from - by.to <= nameReach)?.id ??
    null
  );
}

const aimReach = 14;
const ownerReach = 3;
const ofArmy = anyOf("army", "armySite");

/** "Завдала 12 ударів по районах зосередження противника": at the enemy's own strikes who calls them so. Null: no enemy is aimed at. */
function strikerOfEnemy(question: SideQuestion): Party | null {
  const { scene, setting, counted, number, deed } = question;
  if (deed.thing !== "strike") return null;
  const to = Math.max(number.to, counted.to);
  // The noun may hold its own word of where ("удари по").
  const aim = setting.sentence.hits.of.in.find(
    (hit) => (hit.from >= to && hit.from - to <= 1) || (hit.to === to && hit.from > number.from),
  );
  if (aim === undefined) return null;
  // "Нанесено 30 ударов по позициям ВСУ": whose positions they are.
  const aimed = scene.document.language.freeOrder
    ? setting.sentence.hits.of.party.find((hit) => hit.from > aim.to && hit.from - aim.to <= ownerReach)
    : undefined;
  if (
    aimed !== undefined &&
    hitsOfAny(setting.sentence, ofArmy).some((hit) => hit.to === aimed.from || hit.from === aimed.from)
  )
    return opponentOf(scene.profile, aimed.id);
  // "По районах зосередження особового складу": an army's sites, whose they are said later or not at all.
  const isOfSite = setting.sentence.hits.of.armySite.some((hit) => hit.from === aim.to);
  if (isOfSite && scene.document.language.freeOrder)
    return voiceSide(scene, question.by) ?? defender(question);
  const struck = setting.sentence.hits.of.enemy.find(
    (hit) => hit.from >= aim.to && hit.from - aim.to <= aimReach,
  );
  const isActed = setting.sentence.hits.of.act.some(
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
    (hit) => isPartyName(hit) || hit.id === "enemy" || hit.id === "our",
  );
}
