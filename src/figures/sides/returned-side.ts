import type { Party, Side } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive, isSource } from "./actors.ts";
import { countryOfPlaces } from "../places/country.ts";
import { voiceSide } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { campOf, hasArmedGroup, opponentOf } from "../profile.ts";
import { isRestOfHostages, prisonersForHostages } from "./hostages-side.ts";
import { isMediator, isMediatorsWord } from "./mediators.ts";
import { ownersOf } from "./ranks.ts";
import { isOwnRecipient, recipients } from "./recipients.ts";
import { sideOfSum } from "./traded-side.ts";
import { isDash } from "../text/tokens.ts";
import { partyNames } from "../text/party-names.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const actOrParty = anyOf("act", "party", "metonym");

/** Whose people, bodies or hostages came home or are held. Null: no way to tell. */
export function returnedSide(question: SideQuestion): Side | null {
  return hostageSide(question, returnSide(question));
}

/** "Handed over to Ukraine", "returned to Russia". */
function recipientOf(question: SideQuestion): Party | null {
  const { scene, setting } = question;
  const to = recipients(scene.document, setting).filter((hit) => !isOfNextNumber(question, hit));
  const own = to.find((hit) => isOwnRecipient(setting, question.number, hit));
  // "6,060 had been returned to Kyiv in exchange for 78": the other party's.
  const isOther = own === undefined && question.lastReturned !== null && isInReturn(question);
  const given = own ?? (isOther ? undefined : (to[0] ?? givenTo(question)));
  return given !== undefined && question.scene.profile.foes.includes(given.id) ? given.id : null;
}

/** "1,212 on Wednesday, back to Russia — 27": a party right before another number says who got that. */
function isOfNextNumber(
  { scene, setting, number }: SideQuestion,
  party: { readonly from: number; readonly to: number },
): boolean {
  return (
    number.to <= party.from &&
    setting.numbers.some(
      (other) =>
        !other.isYear &&
        (other.start === party.to ||
          (other.start === party.to + 1 && isDash(scene.document.tokens[party.to]?.norm))),
    )
  );
}

const citedReach = 1;

/** "According to the Russian side": who is cited receives nothing. */
function isCited({ setting }: SideQuestion, party: Hit): boolean {
  return setting.sentence.hits.of.accordingTo.some(
    (cited) => cited.to <= party.from && party.from - cited.to <= citedReach,
  );
}

/** "From Ukrainian captivity": whose captivity it was. */
function captorOf(question: SideQuestion): Party | null {
  const captor = question.setting.sentence.hits.of.party.find((hit) =>
    question.setting.sentence.hits.of.captivity.some((cue) => cue.from === hit.to),
  );
  return captor?.id ?? null;
}

/** "Передали тысячу тел": whoever speaks so gave them to the other party. */
function isGiving(question: SideQuestion): boolean {
  const from = question.deed.act?.from;
  return (
    (deedIsActive(question) || isImpersonal(question)) &&
    question.setting.sentence.hits.of.delivers.some((hit) => hit.from === from) &&
    !question.setting.sentence.hits.of.receives.some((hit) => hit.from === from)
  );
}

/** "Передано 6000 тел": the form in -но names no doer; whoever speaks so did it. */
function isImpersonal(question: SideQuestion): boolean {
  const { document } = question.scene;
  const { act } = question.deed;
  return (
    question.by !== null &&
    act !== null &&
    document.language.freeOrder &&
    /но$/u.test(document.tokens[act.from]?.norm ?? "")
  );
}

/** "Взамен передали 90": what the other party got for those told before. */
function isInReturn(question: SideQuestion): boolean {
  const { setting, number, counted } = question;
  const noun = Math.max(number.to, counted.to);
  return setting.sentence.hits.of.inReturn.some(
    (hit) =>
      // "Getting 79 bodies in return".
      hit.from === noun ||
      (hit.to <= number.start &&
        !setting.numbers.some((other) => other.from >= hit.to && other.to <= number.start)),
  );
}

/** The first party in the dative right by the act; undefined: none is. */
function givenTo(question: SideQuestion): Hit | undefined {
  const { sentence } = question.setting;
  if (!sentence.hits.has.recipient) return undefined;
  const given = hitsOfAny(sentence, partyNames).filter((hit) => isGivenTo(question, hit));
  const { tokens } = question.scene.document;
  // "РФ передала Киеву": a name that has no cases stands for any.
  return given.find((hit) => dative.test(tokens[hit.to - 1]?.norm ?? "")) ?? given[0];
}

const dative = /[еуюіїм]$/u;

/** "Украине передали тела": a party in the dative right by the act. */
function isGivenTo(question: SideQuestion, hit: Hit): boolean {
  const { act } = question.deed;
  const cue = question.setting.sentence.hits.of.recipient.find(
    (one) => one.from <= hit.from && one.to >= hit.to,
  );
  if (cue === undefined || act === null || isCited(question, hit)) return false;
  if (question.setting.sentence.hits.of.in.some((one) => one.to === cue.from)) return false;
  const isNear = (act.from >= cue.to && act.from - cue.to <= 1) || cue.from === act.to;
  return (isNear || cue.to - cue.from > 1) && !isSource(question.setting, hit);
}

/** "Brings home 189 soldiers and two civilians": a number joined to another by "and" alone is of the same people. */
function isJoined({ setting, number, isSameSentence, lastReturned }: SideQuestion): boolean {
  if (!isSameSentence || lastReturned === null) return false;
  const at = setting.numbers.findLastIndex((other) => other.to <= number.start);
  const before = itemAt(setting.numbers, at);
  const end = Math.max(before?.to ?? 0, itemAt(setting.counted, at)?.to ?? 0);
  return (
    before !== undefined &&
    setting.sentence.hits.of.and.some((hit) => hit.to === number.start) &&
    !hitsOfAny(setting.sentence, actOrParty).some((hit) => hit.from >= end && hit.to <= number.start)
  );
}

/** "Bringing home 175, adding that 22 more had been returned": more of the same people. */
function isMore({ scene, setting, number, counted, isSameSentence, lastReturned }: SideQuestion): boolean {
  return (
    !scene.document.language.freeOrder &&
    isSameSentence &&
    lastReturned !== null &&
    counted.thing === null &&
    setting.sentence.hits.of.another.some((more) => more.from === number.to || more.to === number.start)
  );
}

/** "Russia said it was ready to hand over 6,000 bodies": who speaks gives. */
function givesItself(question: SideQuestion): boolean {
  const { scene, setting, deed } = question;
  const act = deed.act;
  if (scene.document.language.freeOrder || act === null || !deedIsActive(question)) return false;
  return (
    setting.sentence.hits.of.pronoun.some((hit) => hit.to <= act.from && act.from - hit.to <= giveReach) &&
    !setting.sentence.hits.of.receives.some((hit) => hit.from < act.to && act.from < hit.to)
  );
}

const giveReach = 4;

/** Hostages are never those of the armed group that holds them. */
function hostageSide(question: SideQuestion, side: Side | null): Side | null {
  const { deed, scene, setting } = question;
  const { parties } = scene.profile;
  const holder = parties.find((party) => party.startsWith("x-")) ?? parties.find(hasArmedGroup) ?? null;
  if (deed.thing === "hostage" && side?.startsWith("x-") === true) return opponentOf(scene.profile, side);
  // "33 hostages will be freed" in Gaza: of the state that the armed group of that land took them from.
  const land = side ?? countryOfPlaces(question.places) ?? scene.profile.parties.find(hasArmedGroup);
  if (deed.thing === "hostage" && land !== undefined && hasArmedGroup(land))
    return opponentOf(scene.profile, land);
  const isOfHostages = deed.thing === "body" && setting.sentence.hits.has.hostage;
  // The language's home is only a guess, and none in a conflict of others.
  const isUnknown =
    side === null ||
    (side === scene.document.language.home && !scene.profile.foes.includes(side)) ||
    isMediatorsWord(question, side);
  if (isUnknown && (isOfHostages || deed.thing === "hostage" || isRestOfHostages(question)))
    return opponentOf(scene.profile, holder);
  const isForHostages = deed.measure === "prisoners.released" && setting.sentence.hits.has.hostage;
  if (side === null && isForHostages) return holder === null ? null : campOf(holder);
  if (isMediator(question, side)) return "both";
  return deed.measure.startsWith("prisoners") && side !== null && side !== "both" ? campOf(side) : side;
}

/** "Семеро детей вернулись на Украину, четверо – в Россию": the country between the number and the next, or before it. */
function homeOf(question: SideQuestion): Party | null {
  const { setting, number, deed, scene } = question;
  if (!scene.document.language.freeOrder || deed.measure !== "children.returned") return null;
  const until = setting.numbers.find((other) => other.start >= number.to)?.start ?? Infinity;
  const since = lastOf(setting.numbers, (other) => other.to <= number.start)?.to ?? 0;
  const homes = setting.sentence.hits.of.party.filter((hit) =>
    setting.sentence.hits.of.in.some((cue) => cue.to === hit.from),
  );
  const home =
    homes.find((hit) => hit.from >= number.to && hit.to <= until) ??
    lastOf(homes, (hit) => hit.to <= number.start && hit.from >= since);
  return home !== undefined && scene.profile.foes.includes(home.id) ? home.id : null;
}

const ownReach = 2;

/** "Received the bodies of 51 of its own soldiers". */
function isOfOwn({ scene, setting, number }: SideQuestion): boolean {
  return (
    !scene.document.language.freeOrder &&
    setting.sentence.hits.of.our.some((hit) => hit.from >= number.to && hit.from - number.to <= ownReach)
  );
}

/** Whether another verb of handing over, with a number of its own, stands before the number's. */
function isSecondVerb({ setting, deed }: SideQuestion): boolean {
  const { act } = deed;
  return (
    act !== null &&
    setting.sentence.hits.of.delivers.some(
      (hit) =>
        hit.to <= act.from && setting.numbers.some((other) => other.from >= hit.to && other.to <= act.from),
    )
  );
}

/** "Москва получила 292": the party right before an active verb that the number follows, nobody being named whom it gave them to. Null: none. */
function subjectOf({ scene, setting, number, deed }: SideQuestion): Party | null {
  const { act } = deed;
  if (!scene.document.language.freeOrder || act === null || act.to > number.start) return null;
  const { sentence } = setting;
  const given = sentence.hits.of.recipient;
  if (given.some((cue) => cue.from >= act.to && cue.to <= number.start)) return null;
  // "Украине передали".
  const subject = hitsOfAny(sentence, partyNames).find(
    (hit) => hit.to === act.from && !given.some((cue) => cue.to === hit.to),
  );
  return subject !== undefined && scene.profile.foes.includes(subject.id) ? subject.id : null;
}

/** "Released", "held", "handed over", "let them go": who does it has the others' people. */
const givers: ReadonlySet<string> = new Set(["release", "hold", "bring", "goesFree"]);

/** Whose people came home: who received them, or the foe of who let them go. */
function returnSide(question: SideQuestion): Side | null {
  const { scene, setting, deed } = question;
  const actor = actorOf(question);
  const gives = givers.has(deed.act?.id ?? "");
  const { act } = deed;
  const receives =
    act?.id === "backHome" ||
    setting.sentence.hits.of.receives.some((hit) => act === null || (hit.from < act.to && act.from < hit.to));
  const home = homeOf(question);
  if (home !== null) return home;
  const lands = setting.places.filter((place) => place.isLocated && countryOf(place.code) === place.code);
  const destination = lands.find((place) => !isOfNextNumber(question, place))?.code ?? null;
  const captor = captorOf(question);
  if (captor !== null) return opponentOf(scene.profile, captor);
  const owner = ownersOf(question);
  if (owner !== null) return owner;
  const subject = subjectOf(question);
  if (subject !== null && receives) return subject;
  const { delivers, release } = setting.sentence.hits.of;
  const isHandedOver =
    delivers.some((hit) => hit.from === act?.from) && release.some((hit) => hit.from === act?.from);
  if (subject !== null && isHandedOver) return opponentOf(scene.profile, subject);
  // "Handed over 1,212 bodies to Ukraine and got back 27": who gets some is the subject of the second verb.
  const isGottenBack =
    receives && actor !== null && !scene.document.language.freeOrder && isSecondVerb(question);
  if (isGottenBack || (receives && isOfOwn(question))) return actor ?? voiceSide(scene, question.by);
  const recipient = recipientOf(question);
  if (recipient !== null) return recipient;
  if (question.lastReturned !== null && isInReturn(question) && question.lastReturned !== "both")
    return opponentOf(scene.profile, question.lastReturned);
  const forHostages = prisonersForHostages(question);
  if (forHostages !== null) return forHostages;
  if (isJoined(question) || isMore(question)) return question.lastReturned;
  if (actor === null && isGiving(question)) {
    const giver = opponentOf(scene.profile, voiceSide(scene, question.by));
    if (giver !== null) return giver;
  }
  if (actor !== null && receives) return actor;
  if (destination !== null && scene.profile.foes.includes(destination)) return destination;
  // "1,212 were handed over, and back to Russia 27": the first went the other way.
  const back = lands.find((place) => isOfNextNumber(question, place))?.code ?? null;
  if (back !== null && actor === null) return opponentOf(scene.profile, back);
  if (actor !== null && gives) return opponentOf(scene.profile, actor);
  if (actor === null && givesItself(question))
    return opponentOf(scene.profile, voiceSide(scene, question.by));
  return actor ?? voiceSide(scene, question.by) ?? scene.document.language.home ?? sideOfSum(question);
}
