import type { SideQuestion } from "./actors.ts";
import { actorOf, countryOfPlaces, deedIsActive, defender, isVoice, resolve } from "./actors.ts";
import type { ActConcept, ThingConcept } from "../languages/concepts.ts";
import type { Measure } from "../measures.ts";
import type { Party, Side } from "../model/side.ts";
import { countryOf } from "../reference/places.ts";
import { voiceSide } from "./claim.ts";
import type { Setting } from "./claim.ts";
import type { Hit } from "./lexer.ts";
import { isPeople } from "./things.ts";
import { opponentOf } from "./profile.ts";
import { returnedSide } from "./returned-side.ts";

/** Whether the words name whose the counted people or things are. */
export function hasOwner(question: SideQuestion): boolean {
  return ownerOf(question) !== null;
}

/** Who let captives go or holds them; null: not told. */
export function releaserOf(question: SideQuestion): Party | null {
  return actorOf(question);
}

/** The party that the counted people or things belong to, or that launched them. Null: no way to tell. */
export function sideOf(question: SideQuestion): Side | null {
  const { measure, thing } = question.deed;
  if (thing === "clash") return null;
  const owner = isLand(measure) ? null : ownerOf(question);
  if (owner !== null) return isReturn(measure) ? heldFor(question, owner) : owner;
  if (isHarm(measure) && question.lastHarmed !== null) return question.lastHarmed;
  if (isHarm(measure) && question.setting.places.length === 0 && isEnemyHit(question)) {
    return opponentOf(question.scene.profile, voiceSide(question.scene, question.by) ?? defender(question));
  }
  const loser = lossOwner(question);
  if (loser !== null) return loser;
  if (isLossOfSubject(question))
    return actorOf(question) ?? opponentOf(question.scene.profile, voiceSide(question.scene, question.by));
  if (isClaimedLoss(measure))
    return (
      (isPassive(question) ? question.lastLoser : null) ??
      opponentOf(question.scene.profile, destroyerOf(question) ?? voiceSide(question.scene, question.by)) ??
      question.lastLoser ??
      opponentOf(question.scene.profile, narrator(question)) ??
      victimSide(question)
    );
  if (isFlying(measure)) return listedLauncher(question) ?? flyingSide(question);
  if (measure === "attacks") return attackerSide(question);
  if (isLand(measure))
    return (
      holderOf(question) ?? actorOf(question) ?? voiceSide(question.scene, question.by) ?? defender(question)
    );
  if (isReturn(measure)) return returnedSide(question);
  return victimSide(question);
}

function isClaimedLoss(measure: Measure): boolean {
  return measure === "casualties" || measure === "equipment.lost" || measure === "captured";
}

function isLand(measure: Measure): boolean {
  return measure === "settlements.captured" || measure === "area.captured";
}

function isHarm(measure: Measure): boolean {
  return measure === "killed" || measure === "injured" || isClaimedLoss(measure);
}

/** "Під контролем ЗСУ перебувають": the party right after the act, in Ukrainian and Russian, holds the land. */
function holderOf(question: SideQuestion): Party | null {
  const { act } = question.deed;
  if (act === null || !question.scene.document.language.freeOrder || deedIsActive(question)) return null;
  const holder = question.setting.sentence.hits.find(
    (hit) =>
      hit.from === act.to && (hit.family === "party" || hit.family === "metonym" || hit.id === "enemy"),
  );
  return holder === undefined ? null : resolve(question, holder);
}

const loserReach = 3;

/** "Втрати ворога за добу:": the party right after the word of loss, in the sentence or in its heading. */
function lossOwner(question: SideQuestion): Party | null {
  const { deed, setting } = question;
  const act = deed.act;
  if (act?.id !== "loss") return null;
  const told = [setting, setting.heading].find((one) => one?.sentence.hits.includes(act) === true);
  const owner = told?.sentence.hits.find(
    (hit) =>
      hit.from >= act.to &&
      hit.from - act.to <= loserReach &&
      !told.numbers.some((number) => number.from >= act.to && number.from < hit.from) &&
      (hit.family === "party" || hit.family === "metonym" || hit.id === "enemy" || hit.id === "our"),
  );
  const subject = owner ?? (told === setting ? undefined : loserBefore(told, act));
  return subject === undefined ? null : resolve(question, subject);
}

/** "Росія втратила:" over a table: the party right before the verb of its heading. */
function loserBefore(heading: Setting | null | undefined, act: Hit): Hit | undefined {
  return heading?.sentence.hits.findLast(
    (hit) =>
      hit.to <= act.from &&
      act.from - hit.to <= 1 &&
      (hit.family === "party" || hit.family === "metonym" || hit.id === "enemy"),
  );
}

/** "The enemy lost 340", "losses of the Russian army": the subject's own, not its foe's. */
function isLossOfSubject(question: SideQuestion): boolean {
  return (
    isClaimedLoss(question.deed.measure) && question.deed.act?.id === "loss" && actorOf(question) !== null
  );
}

function isFlying(measure: Measure): boolean {
  return /^(?:drones|missiles|weapons|bombs|rockets|shells)\./.test(measure);
}

function isReturn(measure: Measure): boolean {
  return measure.endsWith(".released") || measure.endsWith(".returned") || measure.endsWith(".held");
}

/** Foreigners come home to the party they were taken from: to the one told of before, or the foe of who held them. */
function heldFor(question: SideQuestion, owner: Party): Side {
  const { profile } = question.scene;
  const isOfWar = (side: Side | null): boolean => side !== null && profile.foes.includes(side);
  if (profile.foes.length === 0 || isOfWar(owner)) return owner;
  const { lastReturned } = question;
  const holder = profile.parties.find((party) => party.startsWith("x-")) ?? null;
  if (holder !== null) return opponentOf(profile, holder) ?? owner;
  if (lastReturned !== null && isOfWar(lastReturned)) return lastReturned;
  const side = returnedSide(question);
  return side !== null && isOfWar(side) ? side : owner;
}

const ownerReach = 4;

/** The party named beside the counted noun: "Russian soldiers", "soldiers of Ukraine", "enemy drones", "our people". */
function ownerOf(question: SideQuestion): Party | null {
  const { setting, number, counted, scene } = question;
  let best: { readonly party: Party; readonly cost: number } | null = null;
  for (const hit of setting.sentence.hits) {
    const party = partyOf(question, hit);
    if (party !== null && counted.isLabel && hit.to === counted.from)
      return party === "enemy" || party === "our" ? null : party;
    if (party === null || hit.from < number.to || hit.from >= counted.to + ownerReach) continue;
    if (hit.from > counted.to && !isBound(question, hit)) continue;
    if (hit.from >= counted.to && hit.family === "metonym") continue;
    if (setting.numbers.some((other) => other.from >= number.to && other.from < hit.from)) continue;
    if (
      hit.from >= counted.to &&
      setting.sentence.hits.some(
        (cue) =>
          (cue.id === "by" || cue.id === "in" || cue.id === "from" || cue.id === "says") &&
          cue.to <= hit.from &&
          cue.from >= counted.to,
      )
    )
      continue;
    const cost = Math.abs(hit.from - counted.from);
    if (best === null || cost < best.cost) best = { party, cost };
  }
  if (best !== null && best.party === "enemy")
    return opponentOf(scene.profile, voiceSide(scene, question.by) ?? defender(question));
  if (best !== null && best.party === "our") return voiceSide(scene, question.by);
  return best?.party ?? null;
}

function partyOf(question: SideQuestion, hit: Hit): Party | null {
  if (hit.family === "party") return isMaker(question, hit.id) ? null : hit.id;
  if (hit.family === "metonym" && hit.to <= question.counted.from) return hit.id;
  const isInNoun = hit.from >= question.counted.from && hit.to <= question.counted.to;
  if (hit.family === "cue" && (hit.id === "enemy" || (hit.id === "our" && !isInNoun))) return hit.id;
  return null;
}

/** "Iranian drones" fired by others: a party outside the conflict made the weapon. */
function isMaker(question: SideQuestion, party: Party): boolean {
  const { foes } = question.scene.profile;
  return isFlying(question.deed.measure) && foes.length > 0 && !foes.includes(party);
}

/** After the noun the party must follow it closely: "of Ukraine", "ВСУ", "противника". */
function isBound(question: SideQuestion, hit: Hit): boolean {
  const gap = hit.from - question.counted.to;
  if (gap === 0) return true;
  return (
    gap <= 2 &&
    question.setting.sentence.hits.some(
      (cue) => cue.id === "outOf" && cue.from === question.counted.to && cue.to <= hit.from,
    )
  );
}

/** "Two tanks were destroyed": the words before the act name no doer. */
function isPassive(question: SideQuestion): boolean {
  return question.scene.document.language.freeOrder && !deedIsActive(question) && !hasAgent(question);
}

const instrumental = /(?:ими|ами|ями|ім|им|ым|ом|ем|ою|ею|ой)$/u;

/** Who destroyed or captured: the subject of the verb; before a passive only a party in the instrumental. */
function destroyerOf(question: SideQuestion): Party | null {
  if (!isPassive(question)) return actorOf(question);
  const { document, profile } = question.scene;
  const from = question.deed.act?.from ?? question.number.from;
  const doer = question.setting.sentence.hits.findLast(
    (hit) =>
      hit.to <= from && hit.family === "party" && instrumental.test(document.tokens[hit.from]?.norm ?? ""),
  );
  return doer !== undefined && profile.foes.includes(doer.id) ? doer.id : null;
}

const byTheTeller: ReadonlySet<string> = new Set(["destroy", "eliminate", "down", "hit", "abduct"]);

/** Who destroys where nobody is named: Ukrainian is written for one party to its war. */
function narrator(question: SideQuestion): Party | null {
  return byTheTeller.has(question.deed.act?.id ?? "") ? question.scene.profile.teller : null;
}

/** Whose sites were struck: the foe of who struck them; an army's own kind of sites are the foe's of who tells of it. */
function struckSide(question: SideQuestion): Party | null {
  const { scene, setting, number } = question;
  const actor = deedIsActive(question) ? actorOf(question) : null;
  const isArmys = setting.sentence.hits.some(
    (hit) => hit.id === "armySite" && hit.from >= number.to && hit.from - number.to <= siteReach,
  );
  if (!isArmys && countryOfPlaces(question.places) !== null) return null;
  const isUnnamed = !setting.sentence.hits.some((hit) => hit.family === "party" || hit.family === "metonym");
  const { lastLauncher } = question;
  // "Hits were recorded at 22 locations": those of the launched weapons told before.
  if (!isArmys && isUnnamed && lastLauncher !== null && lastLauncher !== "both")
    return opponentOf(scene.profile, lastLauncher);
  const striker = actor ?? (isArmys ? (voiceSide(scene, question.by) ?? scene.profile.teller) : null);
  return opponentOf(scene.profile, striker);
}

const siteReach = 3;
const peopleReach = 5;

/** "Потери среди украинских военных в 15 тысяч", "of Russian troops 300": people named with their party before the number. */
function namedPeople(question: SideQuestion): Party | null {
  const { scene, setting, number, counted } = question;
  if (!scene.document.language.freeOrder || counted.isLabel) return null;
  const { hits } = setting.sentence;
  const named = hits.findLast(
    (hit) =>
      hit.family === "party" &&
      hit.to < number.start &&
      number.start - hit.to <= peopleReach &&
      hits.some(
        (thing) => thing.family === "thing" && thing.from === hit.to && isPeople(thing.id as ThingConcept),
      ) &&
      !setting.numbers.some((other) => other.from >= hit.to && other.to <= number.start),
  );
  return named !== undefined && scene.profile.foes.includes(named.id) && !deedIsActive(question)
    ? named.id
    : null;
}

/** "Russia fired 38 missiles, of which 30 were shot down: three Iskanders": no one shoots down their own in one sentence. */
function listedLauncher(question: SideQuestion): Side | null {
  const { deed, lastLauncher, isSameSentence } = question;
  if (!isSameSentence || lastLauncher === null || deed.act === null || !isDefending(deed.act.id)) return null;
  return actorOf(question) === lastLauncher ? lastLauncher : null;
}

function isDefending(act: string): boolean {
  return act === "down" || act === "suppress" || act === "stop" || act === "destroy";
}

/** The launcher: who sent what flew, or the foe of who shot it down, was under it, or tells of it. */
function flyingSide(question: SideQuestion): Side | null {
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
  const doer = isDefence && !deedIsActive(question) && !hasAgent(question) ? null : actorOf(question);
  const actor = doer !== null && isMaker(question, doer) ? null : doer;
  if (actor !== null) return isDefence ? opponentOf(scene.profile, actor) : actor;
  const { foes } = scene.profile;
  if (isDefence && isOfLauncher(question)) return question.lastLauncher;
  const teller = isDefence ? voiceSide(scene, question.by) : null;
  const country = teller !== null && foes.includes(teller) ? teller : countryOfPlaces(question.places);
  const target = country !== null && foes.length > 0 && !foes.includes(country) ? null : country;
  if (
    target === null &&
    question.lastLauncher !== null &&
    voiceSide(scene, question.by) !== question.lastLauncher
  )
    return question.lastLauncher;
  const told = isDefence ? (voiceSide(scene, question.by) ?? countryOf(scene.profile.places[0] ?? "")) : null;
  const under = target ?? told;
  return (
    opponentOf(scene.profile, under ?? voiceSide(scene, question.by)) ??
    attackerOfReport(question) ??
    opponentOf(scene.profile, scene.profile.teller)
  );
}

/** "Russia sent 472 drones; 385 were stopped, the air force said": no one stops their own, so the air force is the other's. */
function isOfLauncher(question: SideQuestion): boolean {
  const { scene, setting, by, lastLauncher } = question;
  return (
    lastLauncher !== null &&
    setting.voice !== null &&
    voiceSide(scene, by) === lastLauncher &&
    !setting.sentence.hits.some((hit) => hit.family === "party" || hit.family === "metonym")
  );
}

/** "Shot down by Ukrainian air defences". */
function hasAgent(question: SideQuestion): boolean {
  const act = question.deed.act;
  return (
    act !== null &&
    question.setting.sentence.hits.some(
      (hit) => hit.id === "by" && hit.from >= act.to && hit.from - act.to <= 2,
    )
  );
}

function attackerSide(question: SideQuestion): Party | null {
  const { scene } = question;
  const actor = actorOf(question);
  const own = voiceSide(scene, question.by) ?? defender(question);
  const repels = question.setting.sentence.hits.some((hit) => hit.family === "act" && hit.id === "stop");
  if (repels) return actor !== null && actor !== own ? actor : opponentOf(scene.profile, own);
  if (actor !== null) return actor;
  const target = countryOfPlaces(question.places);
  if (question.deed.thing === "strike" && isNamedNowhere(question) && question.lastLauncher !== null) {
    const { lastLauncher } = question;
    if (lastLauncher !== "both") return lastLauncher;
  }
  return opponentOf(scene.profile, target ?? voiceSide(scene, question.by) ?? scene.profile.teller);
}

/** Whether the sentence names no party: it goes on with who struck before. */
function isNamedNowhere(question: SideQuestion): boolean {
  return !question.setting.sentence.hits.some(
    (hit) => hit.family === "party" || hit.family === "metonym" || hit.id === "enemy" || hit.id === "our",
  );
}

/** People and buildings: the country of the place, else the foe of who attacked, else the country that the report is about. */
function victimSide(question: SideQuestion): Side | null {
  const { scene, setting } = question;
  if (question.places.length === 0 && setting.voice === null && isBetweenFoes(question)) return "both";
  const militant =
    question.deed.thing === "militants"
      ? scene.profile.parties.find((party) => party.startsWith("x-"))
      : undefined;
  if (militant !== undefined) return militant;
  const spoken = question.by?.side ?? null;
  if (spoken !== null && deedIsActive(question) && saysOwnDeed(question))
    return opponentOf(scene.profile, spoken);
  const isHere = setting.voice !== null || setting.places.length === 0;
  if (spoken !== null && isHere && question.counted.group === "military" && !deedIsActive(question))
    return spoken;
  const struck = question.deed.measure === "sites.hit" ? struckSide(question) : null;
  if (struck !== null) return struck;
  if (isHarm(question.deed.measure) && deedIsActive(question) && question.lastLoser !== null)
    return question.lastLoser;
  const named = isHarm(question.deed.measure) ? namedPeople(question) : null;
  if (named !== null) return named;
  const stated = question.setting.places.length > 0 ? question.places : [];
  const voice = setting.voice?.speaker.side ?? null;
  const own =
    countryOfPlaces(stated) ??
    (voice !== null && (scene.profile.foes.length === 0 || scene.profile.foes.includes(voice))
      ? voice
      : null) ??
    countryOfPlaces([...question.places, ...setting.carriedPlaces]);
  if (own !== null) return own;
  const actor = actorOf(question);
  if (actor !== null && opponentOf(scene.profile, actor) !== null) return opponentOf(scene.profile, actor);
  const attacker = attackerOfReport(question);
  if (scene.document.language.home !== null && scene.profile.teller !== null) return scene.profile.teller;
  const where = scene.profile.places.find((code) => code !== attacker);
  if (where !== undefined) return countryOf(where);
  return (
    scene.profile.teller ??
    voiceSide(scene, question.by) ??
    opponentOf(scene.profile, attacker) ??
    (scene.profile.parties.length === 1 ? (scene.profile.parties[0] ?? null) : null)
  );
}

/** "A company of the occupiers was destroyed: twenty were killed": the enemy is what was hit. */
function isEnemyHit(question: SideQuestion): boolean {
  const { hits } = question.setting.sentence;
  return hits.some(
    (hit) =>
      hit.id === "enemy" &&
      hits.some(
        (act) =>
          (act.id === "eliminate" || act.id === "destroy") && act.to <= hit.from && hit.from - act.to <= 3,
      ),
  );
}

/** "Hamas said it had killed 20": the speaker tells of its own deed. */
function saysOwnDeed(question: SideQuestion): boolean {
  const act = question.deed.act;
  return (
    act !== null &&
    question.setting.voice !== null &&
    question.setting.sentence.hits.some(
      (hit) => hit.id === "pronoun" && hit.to <= act.from && act.from - hit.to <= 2,
    )
  );
}

/** "Azerbaijan-Armenia fighting leaves 99 dead": two foes named side by side. */
function isBetweenFoes(question: SideQuestion): boolean {
  const { scene, setting } = question;
  const parties = setting.sentence.hits.filter((hit) => hit.family === "party" && !isVoice(setting, hit));
  return parties.some((hit, at) => {
    const next = parties[at + 1];
    return (
      next !== undefined &&
      next.id !== hit.id &&
      next.from - hit.to <= 1 &&
      scene.profile.foes.includes(hit.id) &&
      scene.profile.foes.includes(next.id)
    );
  });
}

/** Who attacked, as the title or the first lines tell it: a party's adjective before a weapon or a strike. */
function attackerOfReport(question: SideQuestion): Party | null {
  const { document, profile } = question.scene;
  for (const sentence of document.sentences.slice(0, 4)) {
    for (const hit of sentence.hits) {
      if (hit.family !== "party") continue;
      if (sentence.hits.some((other) => other.family === "party" && other.from === hit.to)) continue;
      if (
        sentence.hits.some(
          (other) =>
            other.from >= hit.to &&
            other.from - hit.to <= 1 &&
            (other.id === "airAttack" || other.id === "launch" || other.id === "attack"),
        )
      )
        return hit.id;
    }
  }
  return profile.foes.length === 2 ? opponentOf(profile, document.language.home) : null;
}
