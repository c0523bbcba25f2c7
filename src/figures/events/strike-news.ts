import { placeByCode } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { Hits } from "../text/sentence-hits.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { isPartyName } from "../text/party-names.ts";

const airAttackWords = anyOf("airStrike", "drone", "missile", "airDefenceAtWork", "explosion");
const airWar = anyOf("missile", "drone", "rocket", "aircraft", "airStrike", "airDefenceAtWork");
const assaultOrIncident = anyOf("assault", "incident");
const dayWords = anyOf("yesterday", "newYearsDay", "christmasDay", "night");
const disasterOrMilitants = anyOf("disaster", "militants");
const linkWords = anyOf("by", "from", "toward", "outOf", "and");

// How English tells of a strike by a noun alone ("after the overnight attack", "residents flee shelling"), and by a verb between who struck and what.

const freshReach = 3;
const fledReach = 4;
const framedReach = 1;
const blameReach = 9;
const aimReach = 3;
const subjectReach = 2;

/** Whether an English noun for an attack from the air or by artillery is news by what stands around it. */
export function isNewsOfStrike(scene: Scene, setting: Setting, noun: Hit): boolean {
  if (scene.document.language.freeOrder || isGroundAttack(scene, setting, noun)) return false;
  // "A Russian attack plan".
  if (setting.sentence.hits.of.planned.some((hit) => hit.from === noun.to)) return false;
  return (
    (!isOfTroops(setting.sentence, noun) && isFresh(setting, noun)) ||
    isFled(setting, noun) ||
    isAccusation(setting, noun) ||
    isHeadline(setting, noun)
  );
}

/** "Attacks", "raids", "the bombing", without a word of the air: "a new wave of attacks" may be of anybody. */
function isOfTroops(sentence: Sentence, noun: Hit): boolean {
  return (
    noun.family !== "topic" && hitsOfAny(sentence, assaultOrIncident).some((hit) => hit.from === noun.from)
  );
}

/** "Під обстрілами", "наслідки обстрілів": how people live, not what has happened. */
const several = /(?:ами|ями|ах|ях|ів|ов|ев)$/u;

/** "Після удару по будинку", "последствия обстрела Донецка": in Ukrainian and Russian a word before the noun tells that it took place, at a place that is told. */
export function isFramed({ document }: Scene, setting: Setting, noun: Hit): boolean {
  const { sentence, places, carriedPlaces } = setting;
  if (!document.language.freeOrder) return false;
  // "Після іранського ракетного удару": whose it was tells enough.
  const isOfParty = sentence.hits.of.party.some((party) => party.to === noun.from);
  if (!isOfParty && places.length + carriedPlaces.length === 0) return false;
  if (several.test(document.tokens[noun.to - 1]?.norm ?? "")) return false;
  const { fresh, explains } = sentence.hits.of;
  return fresh.some(
    (hit) =>
      hit.from < noun.to &&
      noun.from - hit.to <= framedReach &&
      // "Під час обстрілу": what to do in one.
      !explains.some((one) => one.from <= hit.from && one.to >= hit.to),
  );
}

/** "The attack", "the bombing" may be of gunmen or of a planted bomb: it takes strikes or what flies in its sentence or the title. */
function isGroundAttack({ document }: Scene, { sentence }: Setting, noun: Hit): boolean {
  if (!isOfTroops(sentence, noun)) return false;
  const isOfAir = (other: Sentence): boolean =>
    hasAny(other, airAttackWords) ||
    other.hits.of.strike.some(
      (hit) => !hitsOfAny(other, assaultOrIncident).some((one) => one.from === hit.from),
    );
  return !isOfAir(sentence) && !document.sentences.some((other) => other.isTitle && isOfAir(other));
}

/** "Overnight strikes", "the latest barrage", "Sunday's shelling": what has just been, told as known. */
function isFresh({ sentence }: Setting, noun: Hit): boolean {
  const isBefore = (hit: Hit): boolean =>
    hit.from < noun.to && hit.from >= noun.from - freshReach && hit.to <= noun.to;
  return (
    sentence.hits.of.fresh.some(isBefore) ||
    sentence.hits.of.weekday.some((hit) => isBefore(hit) && hit.to <= noun.from) ||
    hitsOfAny(sentence, dayWords).some(isBefore)
  );
}

/** "Families flee Sumy shelling". */
function isFled({ sentence }: Setting, noun: Hit): boolean {
  return sentence.hits.of.displace.some((hit) => hit.to <= noun.from && noun.from - hit.to <= fledReach);
}

/** "Moscow accuses Kyiv of a drone attack": the claim of one that took place. */
function isAccusation({ sentence }: Setting, noun: Hit): boolean {
  return isBlamed(sentence, noun) && (noun.id !== "strike" || isAimed(sentence.hits, noun));
}

function isBlamed(sentence: Sentence, word: Hit): boolean {
  return sentence.hits.of.blame.some((hit) => hit.to <= word.from && word.from - hit.to <= blameReach);
}

/** "Drone strike on Kyiv", "Kherson shelling": a title's noun with its aim. */
function isHeadline({ sentence }: Setting, noun: Hit): boolean {
  return sentence.isTitle && noun.family === "topic" && isAimed(sentence.hits, noun);
}

/** "Could Israel attack Iran?", "How drones hit refineries": a title that asks or explains. */
export function isAsked({ document }: Scene, { sentence }: Setting): boolean {
  return (
    !document.language.freeOrder &&
    sentence.isTitle &&
    (document.tokens[sentence.to - 1]?.norm === "?" ||
      sentence.hits.of.explains.some((hit) => hit.from === sentence.from))
  );
}

function isAimed(hits: Hits, noun: Hit): boolean {
  // "Kherson shelling": a country before the noun is whose strike it is.
  const isOfTown = hits.of.place.some(
    (hit) => hit.to === noun.from && placeByCode(hit.id)?.kind !== "country",
  );
  return (
    isOfTown ||
    hits.some(
      (hit) =>
        (hit.family === "place" || (hit.family === "thing" && aims.has(hit.id))) &&
        hit.from >= noun.to &&
        hit.from - noun.to <= aimReach,
    )
  );
}

const aims: ReadonlySet<string> = new Set(["site", "building", "settlement", "ship", "militants"]);
const grounds: ReadonlySet<string> = new Set(["grid", "armySite", "soil"]);

/** "Jets bomb camps inside Pakistan", "Russian forces again pound Kharkiv": who struck right before the verb, what was struck after it. */
export function isVerbOfStrike({ document }: Scene, { sentence }: Setting, verb: Hit): boolean {
  if (document.language.freeOrder || sentence.hits.of.noTopic.some((hit) => hit.from === verb.from))
    return false;
  // "The West hits Russia with sanctions".
  if (sentence.hits.has.sanctions) return false;
  const isAttack = isAttackOnly(sentence, verb);
  if (isAttack ? !isWithWeapon(sentence, verb) : verb.id !== "bombard" && !isHit(sentence, verb))
    return false;
  // "Accuse each other of shelling a prison".
  if (isBlamed(sentence, verb) && sentence.hits.of.outOf.some((of) => of.to === verb.from)) return true;
  const subject = sentence.hits.some(
    (hit) =>
      hit.to <= verb.from &&
      verb.from - hit.to <= (hit.id === "army" || isAttack ? subjectReach : 0) &&
      (isMaker(hit) || isFlying(hit)) &&
      !isCut(document.tokens, hit.to, verb.from),
  );
  return (
    subject &&
    sentence.hits.some(
      (hit) =>
        hit.from >= verb.to &&
        hit.from - verb.to <= aimReach &&
        (hit.family === "place" || hit.family === "party" || aims.has(hit.id) || grounds.has(hit.id)) &&
        !isCut(document.tokens, verb.to, hit.from) &&
        !hitsOfAny(sentence, linkWords).some((cue) => cue.from >= verb.to && cue.to <= hit.from),
    )
  );
}

/** "Attacks", "targeted": verbs that are said of troops, too. */
export function isAttackOnly(sentence: Sentence, verb: Hit): boolean {
  if (sentence.hits.of.assault.some((hit) => hit.from === verb.from)) return true;
  return (
    sentence.hits.of.attack.some((hit) => hit.from === verb.from) &&
    !sentence.hits.of.bombard.some((hit) => hit.from === verb.from)
  );
}

/** "Raided", "stormed" and "overran" are said of troops. */
function isHit(sentence: Sentence, verb: Hit): boolean {
  return sentence.hits.of.hit.some((hit) => hit.from === verb.from);
}

const weaponReach = 8;

/** "Attacks the port with naval drones". */
function isWithWeapon(sentence: Sentence, verb: Hit): boolean {
  return sentence.hits.of.withTool.some(
    (cue) =>
      cue.from >= verb.to &&
      cue.from - verb.to <= weaponReach &&
      sentence.hits.some(
        (hit) =>
          hit.from >= cue.to && hit.from - cue.to <= aimReach && (isFlying(hit) || hit.id === "artillery"),
      ),
  );
}

function isMaker(hit: Hit): boolean {
  return isPartyName(hit) || hit.id === "army";
}

const flying: ReadonlySet<string> = new Set(["drone", "missile", "rocket", "bomb", "shell", "aircraft"]);

function isFlying(hit: Hit): boolean {
  return hit.family === "thing" && flying.has(hit.id);
}

function isCut(tokens: Scene["document"]["tokens"], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^[,;:–—-]$/u.test(tokens[at]?.norm ?? "")) return true;
  return false;
}

const openingSentences = 3;

/** "Explosions rock Kyiv", "blasts heard in Odesa": several, at a place at war, in an opening that tells of the air. */
export function isBlastOverTown(
  { document, profile }: Scene,
  { sentence, places }: Setting,
  blast: Hit,
): boolean {
  if (document.language.freeOrder || document.tokens[blast.to - 1]?.norm.endsWith("s") !== true) return false;
  if (sentence.index >= openingSentences || places.length === 0 || profile.foes.length === 0) return false;
  if (hasAny(sentence, disasterOrMilitants)) return false;
  const { incident, airDefenceAtWork, party } = sentence.hits.of;
  // "An air raid siren" is no raid.
  if (incident.some((hit) => !airDefenceAtWork.some((alarm) => alarm.from <= hit.from && alarm.to >= hit.to)))
    return false;
  // "Blasts Russian tanks": a verb.
  if (party.some((hit) => hit.from === blast.to)) return false;
  return document.sentences.slice(0, openingSentences).some((other) => hasAny(other, airWar));
}

const threats = anyOf("possible", "feared");

/** "Сбили разведывательный БпЛА «Лелека»": a scout attacks nobody. */
export function isScout({ sentence }: Setting, weapon: Hit): boolean {
  return sentence.hits.of.recon.some((kind) => kind.to >= weapon.from && kind.from < weapon.to);
}

/** "Угроза беспилотников": the word for a threat right before the weapon. */
export function isThreatened({ sentence }: Setting, weapon: Hit): boolean {
  return hitsOfAny(sentence, threats).some((cue) => cue.to === weapon.from);
}

const rateReach = 7;

/** "We shoot down ten drones every day". */
export function isRate({ document }: Scene, { sentence, numbers, dates }: Setting): boolean {
  // "Ворог щодня обстрілює місто", and no day of it.
  if (document.language.freeOrder) return sentence.hits.has.rate && dates.length === 0;
  return (
    numbers.length > 0 &&
    sentence.hits.of.rate.some((hit) =>
      numbers.some((number) => hit.from >= number.to && hit.from - number.to <= rateReach),
    )
  );
}
