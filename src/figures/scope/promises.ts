import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { isTelling } from "../dates/date-mention.ts";
import { isForEqual } from "../parts/each.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { finite } from "../things/noun-phrase.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { lastOf } from "../text/last-of.ts";
import { itemAt } from "../text/item-at.ts";

const handing = anyOf("bring", "release", "delivers", "receives", "swap");
const plannedOrBody = anyOf("planned", "body");
const plannedReach = 9;

/** Measures of what is often announced before it is done. */
export const plannable: ReadonlySet<string> = new Set([
  "prisoners.released",
  "hostages.released",
  "bodies.returned",
  "children.returned",
  "evacuated",
  "displaced",
]);

const formulaLow = 1000;

/** "The exchange of 1,000 for 1,000": the name of an operation, its target. */
export function isFormula(setting: Setting, number: NumberHit, deed: Deed): boolean {
  return (
    deed.measure === "prisoners.released" &&
    (number.low ?? 0) >= formulaLow &&
    isForEqual(setting, setting.numbers.indexOf(number))
  );
}

/** What is told of a day that has not come is promised, in whatever words. */
export function isTomorrow({ value }: DateMention, today: string | null): boolean {
  if (value === null || today === null) return false;
  const end = value.indexOf("/");
  return (end < 0 ? value : value.slice(0, end)) > today;
}

const expectedReach = 1;

/** A day to come; today's only after the number: before it, it is the day of the promise. */
export function isAhead(
  setting: Setting,
  number: NumberHit,
  mention: DateMention,
  today: string | null,
): boolean {
  if (mention.value === null) return false;
  if (today === null || mention.value > today) return true;
  if (mention.value !== today || isTelling(setting.sentence, mention)) return false;
  // "On Thursday is expected to free three", told on that day.
  const isExpected = setting.sentence.hits.of.awaited.some(
    (hit) => hit.from >= mention.to && hit.from - mention.to <= expectedReach && hit.to <= number.start,
  );
  return mention.from >= number.to || isExpected;
}

/** A promise, a demand or an agreement governs the act. */
export function isPlanned(scene: Scene, setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (!plannable.has(deed.measure)) return false;
  const act = deed.act;
  if (isBidden(setting, deed)) return true;
  if (isAheadAfter(scene, setting, number, act) || isPromisedInReturn(scene, setting, number)) return true;
  if (isTermOfDeal(scene, setting, deed)) return true;
  // "Про який домовилися: повернулися 120": what has been done is no promise, whatever was agreed before.
  if (act !== null && scene.document.language.freeOrder && isFinitePast(scene, setting, act)) return false;
  // "Thirty-three were freed in the first phase of the deal": done before the word for what is to come.
  const isDone = act !== null && !scene.document.language.freeOrder && isPassive(scene, act);
  const anchor = act === null ? number.from : Math.min(act.from, number.from);
  return setting.sentence.hits.of.planned.some(
    (hit) =>
      (hit.from <= Math.max(anchor, number.from) ||
        isBetween(setting, hit, number, act) ||
        isOfKnown(scene, setting, number, hit)) &&
      !(isDone && act !== null && hit.from >= act.to) &&
      !isDoneAfter(scene, setting, { hit, number, act }) &&
      anchor - hit.to <= plannedReach &&
      (act === null ||
        hit.from <= act.from ||
        hit.from < number.from ||
        isOfKnown(scene, setting, number, hit)),
  );
}

const returnReach = 7;
const promiseReach = 24;

/** "Is expected to free three hostages in exchange for Israel's release of 110 prisoners": what is given for what is promised. English. */
function isPromisedInReturn({ document }: Scene, { sentence }: Setting, number: NumberHit): boolean {
  if (document.language.freeOrder || !sentence.hits.has.inReturn) return false;
  const { inReturn, planned, clause } = sentence.hits.of;
  const turn = lastOf(inReturn, (hit) => hit.to <= number.start && number.start - hit.to <= returnReach);
  if (turn === undefined) return false;
  return planned.some(
    (hit) =>
      hit.to <= turn.from &&
      turn.from - hit.to <= promiseReach &&
      !clause.some((cue) => cue.from >= hit.to && cue.to <= turn.from),
  );
}

/** "They agreed on an exchange. Separately — 1,000 bodies": a sentence without a verb of handing over, right after that of the agreement. Ukrainian and Russian. */
function isTermOfDeal({ document }: Scene, { sentence }: Setting, { measure }: Deed): boolean {
  if (!document.language.freeOrder || measure !== "bodies.returned") return false;
  if (hasAny(sentence, handing) || sentence.index === 0) return false;
  return itemAt(document.sentences, sentence.index - 1)?.hits.has.agreesTo === true;
}

const aheadReach = 14;

/** "The swap of 1,000 prisoners could begin next week", "an exchange of 1,200 on each side was agreed": a noun of exchange, of whose number the verb after it tells that it is to come. English. */
function isAheadAfter({ document }: Scene, setting: Setting, number: NumberHit, act: Hit | null): boolean {
  const { sentence, numbers } = setting;
  const { plurals } = document.language;
  if (plurals === null || act === null || act.to > number.start) return false;
  const { swap, outOf, planned, agreed, clause } = sentence.hits.of;
  if (!swap.some((noun) => noun.from === act.from)) return false;
  const isPair = isForEqual(setting, numbers.indexOf(number));
  if (!isPair && !outOf.some((of) => of.to === number.start)) return false;
  return planned.some(
    (hit) =>
      hit.from >= number.to &&
      hit.from - number.to <= aheadReach &&
      (isPassive({ document }, hit) || !agreed.some((other) => other.from === hit.from)) &&
      !clause.some((cue) => cue.from >= number.to && cue.to <= hit.from) &&
      !numbers.some(
        (other) => other.from >= number.to && other.to <= hit.from && !(isPair && other.low === number.low),
      ),
  );
}

const knownReach = 5;

/** "The 23 that Moscow had promised": the word for a promise in the clause about a known number. English. */
function isOfKnown({ document }: Scene, { numbers }: Setting, number: NumberHit, hit: Hit): boolean {
  const { plurals } = document.language;
  return (
    plurals !== null &&
    hit.from > number.to &&
    hit.from - number.to <= knownReach &&
    itemAt(document.tokens, number.start - 1)?.norm === plurals.definite &&
    document.tokens[number.to]?.norm === plurals.relative &&
    !numbers.some((other) => other.from >= number.to && other.to <= hit.from)
  );
}

/** "Were freed". */
function isPassive({ document }: Pick<Scene, "document">, act: Hit): boolean {
  return document.language.plurals?.passive.has(itemAt(document.tokens, act.from - 1)?.norm ?? "") === true;
}

const bidReach = 12;

/** "70,000 residents were told to flee", "ordered 3,000 people to leave": whoever is bidden to has not done it. */
export function isBidden({ sentence }: Setting, { measure, act }: Deed): boolean {
  if (measure !== "evacuated" || act === null) return false;
  return sentence.hits.of.bids.some(
    (bid) =>
      (bid.from <= act.from && act.from - bid.to <= 1) ||
      (bid.to <= act.from && act.from - bid.to <= bidReach && isInfinitive(sentence, act)),
  );
}

/** "To leave", "to evacuate". */
function isInfinitive({ hits }: Sentence, act: Hit): boolean {
  return (
    hits.of.leaving.some((leaving) => leaving.from === act.from || leaving.to === act.from + 1) ||
    hits.of.toward.some((to) => to.to === act.from)
  );
}

/** "Повернулися", "освободили", "додому повернулися": the act, or the word beside it that promises nothing itself, is a verb in the past tense. */
function isFinitePast({ document }: Scene, { sentence }: Setting, act: Hit): boolean {
  for (let at = act.from - 1; at <= act.to; at++) {
    // "Тіла" ends as verbs do.
    const isNoVerb = hitsOfAny(sentence, plannedOrBody).some((hit) => hit.from <= at && at < hit.to);
    if (!isNoVerb && finite.test(document.tokens[at]?.norm ?? "")) return true;
  }
  return false;
}

interface Outlook {
  readonly hit: Hit;
  readonly number: NumberHit;
  readonly act: Hit | null;
}

/** "Of the 33 to be freed, 19 have been released": the promise is of the number before the comma. */
function isDoneAfter(scene: Scene, setting: Setting, { hit, number, act }: Outlook): boolean {
  if (act === null || act.from < number.to || hit.to > number.start || scene.document.language.freeOrder)
    return false;
  const isOfOther = setting.numbers.some((other) => other.to <= hit.from);
  for (let at = hit.to; at < number.start; at++)
    if (isOfOther && scene.document.tokens[at]?.norm === ",") return true;
  return false;
}

/** "Fifty hostages will be freed": the promise stands between the number and its act. */
function isBetween(setting: Setting, hit: Hit, number: NumberHit, act: Hit | null): boolean {
  // "Обменяют по тысяче пленных": the verb itself is in the future.
  if (act !== null && hit.from === act.from && hit.to === act.to) return true;
  if (act === null || hit.from < number.to || hit.to > act.from) return false;
  return !setting.numbers.some((other) => other.from >= number.to && other.to <= act.from);
}
