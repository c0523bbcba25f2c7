import { countryOf } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import { campOf, opponentOf } from "../profile.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { isPartyName, partyNames } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

const clauseOrDenial = anyOf("clause", "denial");
const giveOrSendsOrArrives = anyOf("give", "sends", "arrives");
const notGiven = anyOf("feared", "negation", "denial", "withholds", "condition", "refused");
const outOfOrAftermathOrRelative = anyOf("outOf", "aftermath", "relative");

// How English tells of aid: a verb of giving, what is given, and who fights that gets it.

const giftReach = 9;
const moneyReach = 6;
const recipientReach = 4;
const verbAfterReach = 4;
const unrealReach = 4;
const promiseReach = 6;

const armsOfWar: ReadonlySet<string> = new Set([
  "drone",
  "missile",
  "bomb",
  "rocket",
  "shell",
  "tank",
  "aircraft",
  "artillery",
  "vehicle",
  "airDefence",
  "helicopter",
]);

/** What is given and by which word; null: no aid is told of. */
export interface Gift {
  readonly verb: Hit;
  readonly given: Hit;
}

/** "Pledged $2.8 billion more in military aid", "to send Russia more drones", "first tanks arrive in Ukraine". Null: nothing is given. */
export function giftIn(scene: Scene, setting: Setting): Gift | null {
  const { sentence } = setting;
  for (const verb of hitsOfAny(sentence, giveOrSendsOrArrives)) {
    // "Ships carrying missiles".
    const isCarrier =
      sentence.hits.of.ship.some((ship) => ship.from === verb.from) &&
      !sentence.hits.of.planned.some((will) => will.to === verb.from);
    if (isCarrier || isUnreal(setting, verb)) continue;
    for (const given of sentence.hits) {
      const gift = { verb, given };
      if (given !== verb && isOf(scene, setting, gift) && isGift(scene, setting, gift)) return gift;
    }
  }
  return null;
}

/** Aid by name, or arms and money that go to who fights. */
function isGift(scene: Scene, setting: Setting, gift: Gift): boolean {
  const { verb, given } = gift;
  if (given.id === "aid" || given.id === "aidPackage")
    return hasRecipient(scene, setting, gift) || isFromOutside(scene, setting, gift);
  if (verb.from > given.from || setting.sentence.hits.has.sanctions) return false;
  // "Iran sent drones to Russia": that it once did is no news of today.
  if (!setting.sentence.hits.of.giving.some((hit) => hit.to === verb.to) || isAdmitted(setting, verb))
    return false;
  if (given.family === "thing" && armsOfWar.has(given.id))
    return hasRecipient(scene, setting, gift) || isPromised(scene, setting, gift);
  return given.id === "money" && isForWarring(scene, setting, given);
}

/** "Iran admits supplying drones": done before; "confirms it will send" is to come. */
function isAdmitted({ sentence }: Setting, verb: Hit): boolean {
  return (
    sentence.hits.of.admits.some((hit) => hit.to <= verb.from && verb.from - hit.to <= unrealReach) &&
    !sentence.hits.of.planned.some((hit) => hit.from < verb.to && verb.from - hit.to <= 1)
  );
}

/** "Canada promised billions in military aid", in a report of a war: who gives is no party of it, and nobody else gets it. */
function isFromOutside({ profile }: Scene, { sentence }: Setting, { verb, given }: Gift): boolean {
  if (profile.foes.length === 0) return false;
  const named = hitsOfAny(sentence, partyNames);
  const giver = lastOf(named, (hit) => hit.to <= verb.from);
  const isByFoe = giver !== undefined && profile.foes.includes(giver.id);
  const isForOther = named.some(
    (hit) =>
      hit.from >= given.to &&
      hit.from - given.to <= recipientReach &&
      !profile.foes.includes(hit.id) &&
      !sentence.hits.of.and.some((and) => and.from >= given.to && and.to <= hit.from),
  );
  const isTold = named.length > 0 || sentence.hits.of.speaker.length > 0 || given.id === "aidPackage";
  return isTold && !isByFoe && !isForOther;
}

/** "Britain confirmed that it would send 14 tanks", in a report of a war: a state outside it gives what is to come to nobody else. */
function isPromised(scene: Scene, setting: Setting, gift: Gift): boolean {
  const { sentence } = setting;
  const giver = lastOf(sentence.hits.of.party, (hit) => hit.to <= gift.verb.from);
  return (
    giver !== undefined &&
    gift.verb.from - giver.to <= promiseReach &&
    sentence.hits.of.planned.some((will) => will.from < gift.verb.to && gift.verb.from - will.to <= 1) &&
    isFromOutside(scene, setting, gift)
  );
}

/** Whether a party that fights, or its land, gets it: after "to" or "for", as the object between verb and gift, or as who receives it. */
function hasRecipient({ profile }: Scene, { sentence }: Setting, { verb, given }: Gift): boolean {
  const isArms = given.family === "thing";
  const reach = isArms ? recipientReach : giftReach;
  return sentence.hits.some((hit) => {
    if (!isWarring(profile.foes, hit)) return false;
    const isWithin = hit.from >= given.from && hit.to <= given.to;
    const isObject = hit.from >= verb.to && hit.to <= given.from;
    const isReceiver =
      hit.to <= verb.from &&
      verb.from - hit.to <= 1 &&
      sentence.hits.of.arrives.some((one) => one.from === verb.from);
    const isAfter =
      hit.from >= given.to &&
      hit.from - given.to <= reach &&
      (!isArms || sentence.hits.of.toward.some((cue) => cue.from >= given.to && cue.to <= hit.from));
    return isWithin || isObject || isReceiver || isAfter;
  });
}

function isWarring(foes: readonly string[], hit: Hit): boolean {
  if (isPartyName(hit)) return foes.includes(hit.id);
  return hit.family === "place" && foes.some((foe) => campOf(foe) === countryOf(hit.id));
}

/** "200 million dollars for Ukraine's security". */
function isForWarring({ profile }: Scene, { sentence }: Setting, money: Hit): boolean {
  return sentence.hits.some(
    (hit) => hit.from >= money.to && hit.from - money.to <= moneyReach && isWarring(profile.foes, hit),
  );
}

/** The verb stands before the gift, or after it as its own: "the aid the US pledged" is aid that is known. */
function isOf({ document }: Scene, { sentence }: Setting, { verb, given }: Gift): boolean {
  const { tokens, language } = document;
  const { plurals } = language;
  const isParted = (from: number, to: number): boolean =>
    hitsOfAny(sentence, clauseOrDenial).some((cue) => cue.from >= from && cue.to <= to) ||
    tokens.slice(from, to).some((token) => token.norm === ";");
  if (verb.to <= given.from) return given.from - verb.to <= giftReach && !isParted(verb.to, given.from);
  if (verb.from < given.to || verb.from - given.to > verbAfterReach) return false;
  // "Weapons supplied by", "weapons sent to": known already, unless they arrive or are being sent.
  const isArriving = sentence.hits.of.arrives.some((hit) => hit.from === verb.from);
  const isPassive =
    plurals !== null &&
    plurals.passive.has(itemAt(tokens, verb.from - 1)?.norm ?? "") &&
    !plurals.ongoing.test(tokens[verb.from]?.norm ?? "");
  if (!isArriving && !isPassive) return false;
  return (
    !isParted(given.to, verb.from) &&
    !sentence.hits.some((hit) => hit.to === verb.from && (isNamed(hit) || hit.id === "pronoun"))
  );
}

function isNamed({ family }: Hit): boolean {
  return family === "party" || family === "metonym" || family === "speaker";
}

/** Feared, asked for, weighed or refused; "the importance of delivering aid", "after sending arms" tell of what is known. */
function isUnreal({ sentence }: Setting, verb: Hit): boolean {
  const { proposed, planned } = sentence.hits.of;
  if (hitsOfAny(sentence, outOfOrAftermathOrRelative).some((cue) => cue.to === verb.from)) return true;
  // "Wants the U.S. to give": what is offered, too, is to come.
  const isWished = proposed.some(
    (cue) =>
      cue.to <= verb.from &&
      verb.from - cue.to <= unrealReach &&
      !planned.some((plan) => plan.from === cue.from),
  );
  if (isWished) return true;
  return hitsOfAny(sentence, notGiven).some(
    (cue) => cue.to <= verb.from && verb.from - cue.to <= unrealReach,
  );
}

/** "Russia sent drones into Ukraine" is no gift: who gives fights who gets. */
export function isAgainst({ profile }: Scene, { sentence }: Setting, { verb, given }: Gift): boolean {
  if (sentence.hits.has.aidPackage) return false;
  const giver = hitsOfAny(sentence, partyNames).findLast((hit) => hit.to <= verb.from);
  const foe = giver === undefined ? null : opponentOf(profile, giver.id);
  return (
    foe !== null &&
    profile.foes.includes(giver?.id ?? "") &&
    sentence.hits.some((hit) => hit.from >= given.to && isWarring([foe], hit))
  );
}
