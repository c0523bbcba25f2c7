/** The deeds of numbers without a noun: they go on with what the number before counted. */

import type { ThingConcept } from "../../languages/concepts.ts";
import type { Claim, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { countsCaptives } from "./exchange-deeds.ts";
import { partyOfRow } from "../sides/party-row.ts";
import { totalPhrase } from "../scope/total-phrase.ts";
import type { Document } from "../text/document.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/counted.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, findAny, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";
import { itemAt } from "../text/item-at.ts";

const lossOrTollWord = anyOf("loss", "tollWord");
const ofThemOrIncluding = anyOf("ofThem", "including");

/** "67 drones were downed and 23 others lost": more of what the number before counted. */
export function isOfSame(
  setting: Setting,
  index: number,
  counted: Counted,
  earlier: readonly Claim[],
): boolean {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  return (
    previous?.setting === setting &&
    number !== undefined &&
    (weaponThings.has(previous.deed.thing) || previous.measure === "equipment.lost") &&
    setting.sentence.hits.of.another.some(
      (hit) => hit.from === counted.from && hit.to === counted.to && hit.from >= number.to,
    )
  );
}

/** "Lost three tanks, bringing its overall losses to 1,042,730": losses and a toll that are no list's are of people. */
function isSumOfPeople(document: Document, { sentence, numbers }: Setting, index: number): boolean {
  const total = totalPhrase(document, sentence);
  const number = numbers[index];
  if (total === null || number === undefined || total.to > number.start || document.language.freeOrder)
    return false;
  return hitsOfAny(sentence, lossOrTollWord).some((hit) => hit.from >= total.from && hit.to <= total.to);
}

const thoseReach = 2;

/** "537 weapons, including 477 drones and 60 missiles. Of these, 249 were shot down": the whole that the sentence of `last` began with. Null: it is not told so. */
function wholeOfThose(
  { sentence, numbers }: Setting,
  index: number,
  last: Claim,
  earlier: readonly Claim[],
): Claim | null {
  const number = numbers[index];
  const cue = sentence.hits.of.ofThem.find((hit) => hit.from === sentence.from);
  if (cue === undefined || number === undefined || last.setting.sentence === sentence) return null;
  if (index === 0 && number.start - cue.to > thoseReach) return null;
  return earlier.find((claim) => claim.setting === last.setting && claim.deed.thing === "aerial") ?? null;
}

const droppedReach = 3;

/** "780 glide bombs and 400 drones. … It dropped about 3,000 in March": what is dropped is bombs, where some were told of before. */
function isOfDropped({ sentence, numbers }: Setting, index: number, earlier: readonly Claim[]): boolean {
  const number = numbers[index];
  if (number === undefined || !sentence.hits.of.drops.some((hit) => hit.to === number.start)) return false;
  return earlier.some(
    (claim) => claim.deed.thing === "bomb" && sentence.index - claim.setting.sentence.index <= droppedReach,
  );
}

/** So many sentences back a weapon may have been counted. */
const weaponReach = 3;

/** What a number without a noun counts: people, or what the number before it counted. */
export function bareThings(
  document: Document,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): ThingConcept[] {
  if (isSumOfPeople(document, setting, index)) return ["person"];
  const isFar = (claim: Claim): boolean =>
    setting.sentence.index - claim.setting.sentence.index > weaponReach;
  const near = lastOf(earlier, (claim) => weaponThings.has(claim.deed.thing) || isFar(claim));
  const last = near === undefined || isFar(near) ? undefined : near;
  const previous = (last === undefined ? null : wholeOfThose(setting, index, last, earlier)) ?? last;
  const before =
    setting.counted
      .slice(0, index)
      .findLast((counted, at) => counted.thing !== null && !isOneOf(setting, setting.numbers[at]))?.thing ??
    null;
  const things: ThingConcept[] = isOfDropped(setting, index, earlier) ? ["bomb"] : [];
  const beside = earlier.at(-1);
  if (beside?.measure === "equipment.lost" && beside.setting === setting) things.push(beside.deed.thing);
  // "Fourteen hospitals have been bombed and 19 evacuated": buildings, too.
  if (isOfSites(document, setting, index)) return before === null ? [] : [before];
  if (before !== null && before !== "person") things.push(before);
  if (previous !== undefined) things.push(previous.deed.thing);
  return [...things, "person"];
}

const siteThings: ReadonlySet<string> = new Set(["site", "building"]);

/** Whether the number goes on, after "and" with a verb alone, with places that were counted. */
function isOfSites({ language }: Document, { sentence, numbers, counted }: Setting, index: number): boolean {
  const [number, before] = [numbers[index], itemAt(counted, index - 1)];
  if (language.freeOrder || number === undefined || before === undefined) return false;
  return (
    siteThings.has(before.thing ?? "") &&
    sentence.hits.of.and.some((and) => and.to === number.start) &&
    sentence.hits.of.evacuate.some((act) => act.from === number.to)
  );
}

/** "One of the deadliest attacks": nothing is counted that another number could go on with. */
function isOneOf({ sentence }: Setting, number: NumberHit | undefined): boolean {
  return number?.isWeak === true && sentence.hits.of.outOf.some((of) => of.from === number.to);
}

const onReach = 2;

/** "And a further 7,455 on Tuesday", "a further 25 went down over Bryansk", "by Friday that had gone up to 77": more of what was counted right before. */
function isGoneOn(setting: Setting, index: number, previous: Claim): boolean {
  const { sentence, numbers, dates, places } = setting;
  const number = numbers[index];
  const before = previous.setting.sentence;
  if (number === undefined || before.paragraph !== sentence.paragraph || sentence.index - before.index > 1)
    return false;
  const isNext = (mention: { readonly from: number }): boolean =>
    mention.from >= number.to && mention.from - number.to <= onReach;
  const isFurther = sentence.hits.of.goesOn.some(({ to }) => to === number.start);
  if (isFurther) return places.length > 0 || dates.some(isNext);
  // "It had stood at 18" is what it was before.
  const rise = sentence.hits.of.risesTo.find(
    (hit) =>
      hit.to === number.start &&
      hit.to - hit.from > 1 &&
      !sentence.hits.of.toldAt.some((at) => at.from === hit.from && at.to === hit.to),
  );
  if (rise === undefined) return false;
  return sentence.hits.of.thatCount.some((hit) => hit.to <= rise.from && rise.from - hit.to <= onReach);
}

const knownReach = 5;
const toldWords = anyOf("planned", "says", "allegation");

/** "One fewer than the 23 that Moscow had promised", "after the five it claimed the day before": a number known already, of what was counted right before. English. */
export function isKnownOf(
  { tokens, language }: Document,
  setting: Setting,
  index: number,
  previous: Claim,
): boolean {
  const { sentence, numbers, dates } = setting;
  const number = numbers[index];
  if (language.plurals === null || number === undefined) return false;
  const before = previous.setting.sentence;
  if (sentence.index - before.index > 1) return false;
  if (itemAt(tokens, number.start - 1)?.norm !== language.plurals.definite) return false;
  const isRelative =
    tokens[number.to]?.norm === language.plurals.relative ||
    sentence.hits.of.pronoun.some((hit) => hit.from === number.to) ||
    hitsOfAny(sentence, partyNames).some((hit) => hit.from === number.to);
  const verb = hitsOfAny(sentence, toldWords).find(
    (hit) => hit.from > number.to && hit.from - number.to <= knownReach,
  );
  if (!isRelative || verb === undefined) return false;
  // What was claimed before needs its day: else it may be the same number again.
  return (
    verb.id === "planned" || dates.some((date) => date.from >= verb.to && date.from - verb.to <= onReach)
  );
}

/** "of them 270 ...", "and 16 over Belgorod": the deed of the number before, in the same sentence. */
export function inherited(
  document: Document,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  if (previous === undefined || number === undefined) return null;
  if (isGoneOn(setting, index, previous) || isKnownOf(document, setting, index, previous))
    return previous.deed;
  if (previous.setting !== setting) return null;
  // "Killed three and detained 20": another deed.
  if (setting.sentence.hits.of.otherAct.some((hit) => hit.to === number.start || hit.from === number.to))
    return null;
  // "Freed 100 soldiers in exchange for 95 of its own".
  const isForOthers =
    (countsCaptives(previous) || previous.measure === "bodies.returned") &&
    setting.sentence.hits.of.inReturn.some((hit) => hit.to === number.start || hit.to === number.from);
  if (isForOthers) return previous.deed;
  const isListed = setting.places.some(
    (place) =>
      (place.from >= number.to && place.from - number.to <= 4) ||
      (place.isCounted && place.to + 1 === number.start) ||
      (place.isHead &&
        place.from >= previous.number.to &&
        place.to <= number.start &&
        number.start - place.to <= 2),
  );
  const isPart = findAny(setting.sentence, ofThemOrIncluding, number.start - 3, number.start) !== null;
  const isEach = setting.sentence.hits.of.each.some((hit) => hit.to === number.start);
  if (partyOfRow(setting, index) !== null && isPeople(previous.deed.thing))
    return { ...previous.deed, cost: 0 };
  return isListed || isPart || isEach || isOfOtherTime(setting, number) ? previous.deed : null;
}

const timeReach = 3;

/** "31,190 in November and 29,910 in October": a number with nothing but a time of its own goes on with the same deed. */
function isOfOtherTime({ sentence, dates }: Setting, number: NumberHit): boolean {
  const time = dates.find((date) => date.from >= number.to && date.from - number.to <= timeReach);
  return (
    time !== undefined &&
    !sentence.hits.of.from.some((cue) => cue.to === number.start) &&
    (time.from === number.to || hitsOfAny(sentence, timeCues).some((cue) => cue.from === number.to)) &&
    !sentence.hits.of.act.some((act) => act.from >= number.to && act.from - time.to < 1)
  );
}

const timeCues = anyOf("in", "since", "ofThem");
