import type { Side } from "../../model/side.ts";
import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Document } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isOwnRecipient, recipients } from "../sides/recipients.ts";
import { anyOf, findAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { partyNames } from "../text/party-names.ts";

const bothWords = anyOf("both");
const swapOrExchangeTalk = anyOf("swap", "exchangeTalk");
const togetherWords = anyOf("together");

const shared: ReadonlySet<string> = new Set([
  "prisoners.released",
  "prisoners.held",
  "bodies.returned",
  "hostages.released",
  "killed",
  "injured",
  "casualties",
]);
const eachReach = 8;

/**
 * The sides of a number that two parties share: each of them ("each", "1,000 for 1,000", "both
 * released 390"), or `both` together. Null: it belongs to one side.
 */
export function sharedSides(
  scene: Scene,
  setting: Setting,
  index: number,
  deed: Deed,
): readonly Side[] | null {
  if (!shared.has(deed.measure)) return null;
  const number = setting.numbers[index];
  if (number === undefined) return null;
  const { sentence } = setting;
  const isExchange = deed.measure.startsWith("prisoners") || deed.measure.startsWith("bodies");
  if (!isExchange && !isTold(setting, number.start, number.to, isExchange)) return null;
  const pair = pairOf(scene, setting);
  if (pair === null) return null;
  const isHandedTo =
    isExchange &&
    recipients(scene.document, setting).some((recipient) => isOwnRecipient(setting, number, recipient));
  if (isHandedTo && !isTold(setting, number.start, number.to, isExchange)) return null;
  if (
    findAny(sentence, togetherWords, number.start - 4, number.to + 5) !== null &&
    isExchange &&
    (namesBoth(setting, pair) || isSumOfTwo(scene, number.low))
  )
    return ["both"];
  if (isExchange && isSplit(setting, index)) return ["both"];
  if (!isExchange || isTold(setting, number.start, number.to, isExchange)) return pair;
  if (isForEqual(setting, index)) return pair;
  if (deed.act === null) return null;
  // "Стороны обменялись телами: Киев получил 212": of one, whatever both did.
  const { from } = deed.act;
  if (scene.document.language.freeOrder && hitsOfAny(sentence, partyNames).some((party) => party.to === from))
    return null;
  const both = findAny(sentence, bothWords, sentence.from, from + 1);
  if (both !== null && (deed.act.id === "release" || deed.act.id === "bring")) return pair;
  const isSwap = sentence.hits.of.swap.some((hit) => hit.from === deed.act?.from);
  if (isSwap && isTwiceTold(scene, number.low)) return ["both"];
  const isUnspoken = setting.speaker === null && scene.document.report.source.side === null;
  if (isSwap && isUnspoken && hitsOfAny(sentence, partyNames).length === 0) return ["both"];
  if (!isSwap && isFreedInSwap(setting, index, deed) && namesBoth(setting, pair)) return ["both"];
  if (!isSwap || !(namesBoth(setting, pair) || both !== null)) return null;
  return isEachBySum(scene, number.low) ? pair : ["both"];
}

/** "A swap between Russia and Ukraine in which 206 captives were freed": no one is said to free them. */
function isFreedInSwap(setting: Setting, index: number, deed: Deed): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    deed.act?.id === "release" &&
    deed.act.from >= number.to &&
    hitsOfAny(setting.sentence, swapOrExchangeTalk).some((hit) => hit.to <= number.start)
  );
}

/** "190 captives: 95 from each side": the next number is half of it and told of each. */
function isSplit(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  const next = setting.numbers[index + 1];
  if (number?.low === undefined || number.low === null || next?.low !== number.low / 2) return false;
  return isTold(setting, next.start, next.to, true);
}

/** "Each", "on either side" near the number; the one-word distributive of uk and ru right before it, and only of captives. */
function isTold(setting: Setting, start: number, to: number, isExchange: boolean): boolean {
  return setting.sentence.hits.of.each.some((hit) => {
    if (hit.from < start - eachReach || hit.to > to + eachReach) return false;
    if (setting.numbers.some((other) => isParting(other, { start, to }, hit))) return false;
    return (
      hit.to - hit.from > 1 ||
      (hit.to - hit.from === 1 &&
        (isDistributive(setting, hit.from, start) ? isExchange && hit.to === start : true))
    );
  });
}

/** Another number stands between: the word is that number's. */
function isParting(
  other: NumberHit,
  own: { readonly start: number; readonly to: number },
  each: Hit,
): boolean {
  return each.from >= own.to
    ? other.from >= own.to && other.to <= each.to
    : other.from >= each.to && other.to <= own.start;
}

/** A short word before a number ("по 205"), not "each". */
function isDistributive(setting: Setting, at: number, start: number): boolean {
  return at !== start && setting.sentence.hits.of.in.some((hit) => hit.from === at);
}

function pairOf(scene: Scene, setting: Setting): readonly [Side, Side] | null {
  const named = [...new Set(setting.sentence.hits.of.party.map((hit) => hit.id))].filter((party) =>
    scene.profile.foes.includes(party),
  );
  const [one, two] = named.length >= 2 ? named : scene.profile.foes;
  return one === undefined || two === undefined ? null : [one, two];
}

function namesBoth(setting: Setting, pair: readonly [Side, Side]): boolean {
  return pair.every((party) => hitsOfAny(setting.sentence, partyNames).some((hit) => hit.id === party));
}

/** "1,000 for 1,000": two equal numbers with one word between. */
export function isForEqual(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  return [itemAt(setting.numbers, index - 1), setting.numbers[index + 1]].some(
    (other) =>
      other !== undefined &&
      number !== undefined &&
      other.low === number.low &&
      other.low !== null &&
      Math.max(other.from - number.to, number.from - other.to) <= 4,
  );
}

/** The number is two others of the report together, or twice one: a total over both sides. */
function isSumOfTwo(scene: Scene, value: number | null): boolean {
  if (value === null) return false;
  const values = numbersIn(scene);
  return [...values].some((one) => one > 2 && one < value && values.has(value - one));
}

const smallestTotal = 10;

/** "280 captives were exchanged" where 140 stands in the report: both sides' together. */
function isTwiceTold(scene: Scene, value: number | null): boolean {
  return value !== null && value >= smallestTotal && numbersIn(scene).has(value / 2);
}

/** Another number of the report is this one and a third together: then it is told of each side. */
function isEachBySum(scene: Scene, value: number | null): boolean {
  if (value === null) return false;
  const values = numbersIn(scene);
  for (const other of values) if (other > 9 && other !== value && values.has(other + value)) return true;
  return false;
}

/** The numbers of the last report in figures: each claim of an exchange asks for them. */
let lastNumbers: { readonly document: Document; readonly values: ReadonlySet<number> } | null = null;

function numbersIn({ document }: Scene): ReadonlySet<number> {
  if (lastNumbers?.document === document) return lastNumbers.values;
  const values = new Set<number>();
  for (const token of document.tokens) {
    if (token.kind === "number" && /^[\d,.]+$/.test(token.norm))
      values.add(Number(token.norm.replace(/\D/g, "")));
  }
  lastNumbers = { document, values };
  return values;
}
