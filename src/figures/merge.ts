import type { Figure } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import { countryOf, isWithin } from "../reference/places.ts";
import { itemAt } from "./text/item-at.ts";

/** A figure and whether the title tells it. */
export interface Told {
  readonly figure: Figure;
  readonly isTitle: boolean;
  /** Whether the words call them captives, not soldiers or people. */
  readonly isCaptive: boolean;
  /** Whether its verb may say that the party gave them back as well as that it got them back. */
  readonly isEitherWay: boolean;
  /** How the side was found. */
  readonly ground: Ground;
  /** The sentence that tells it. */
  readonly sentence: number;
  /** Whether that sentence names a place; else its places are those told before. */
  readonly isPlaced: boolean;
}

/** How a side was found: the words name whose the counted are, else the place does, else it was concluded from the rest. */
export type Ground = "owner" | "place" | "rest";

const groundRank: Readonly<Record<Ground, number>> = { owner: 2, place: 1, rest: 0 };

/** One figure for what is told twice: exact over bound, the body's form over the title's, the speaker's over the outlet's. */
export function mergeFigures(told: readonly Told[]): Figure[] {
  const kept: Told[] = [];
  for (const next of told) {
    const same = kept.findIndex((other) => isSame(other, next));
    const at = same === -1 ? kept.findIndex((other) => isRetold(other, next)) : same;
    const other = itemAt(kept, at);
    if (other === undefined) kept.push(next);
    else kept[at] = merged(other, next);
  }
  return kept.map((one) => one.figure);
}

function isSame(a: Told, b: Told): boolean {
  const one = a.figure;
  const two = b.figure;
  if (one.measure !== two.measure || isListed(a, b)) return false;
  if (
    a.isTitle !== b.isTitle &&
    isRounded(a, b) &&
    agree(one.group, two.group) &&
    agree(one.weapon, two.weapon)
  )
    return true;
  if (isSwapOfBoth(a, b)) return true;
  if (one.scope !== two.scope && (a.isTitle === b.isTitle || !isSameNumber(one, two))) return false;
  if (one.side !== two.side && one.side !== null && two.side !== null) return false;
  // Clashes are nobody's alone; the shelling of one party is another count.
  if (one.side !== two.side && one.measure === "attacks" && a.isTitle === b.isTitle) return false;
  if (one.weapon !== two.weapon && one.weapon !== null && two.weapon !== null) return false;
  // "6 РСЗВ" and "6 одиниць спецтехніки" are two rows of a table of losses.
  if (one.weapon !== two.weapon && one.measure === "equipment.lost" && a.isTitle === b.isTitle) return false;
  if (one.group !== two.group && one.group !== null && two.group !== null) return false;
  if (one.within === true && two.within === true && one.places.join() !== two.places.join()) return false;
  if (a.isTitle !== b.isTitle && isSameNumber(one, two)) return true;
  if (isLeadOf(a, b)) return true;
  if (!agreeInDate(one.date, two.date) || !agreeInPlace(one.places, two.places)) return false;
  if (isSameNumber(one, two)) return true;
  const value = one.low ?? one.high;
  const isBoundOfSame =
    (value !== null && value === (two.low ?? two.high)) ||
    // A title's "up to 13,000" of the body's "between 10,000 and 13,000".
    (a.isTitle !== b.isTitle && one.high !== null && one.high === two.high);
  return isBoundOfSame || (a.isTitle !== b.isTitle && isRounded(a, b));
}

/** Equal, or not told by one of them. */
function agree<T>(one: T | null, two: T | null): boolean {
  return one === two || one === null || two === null;
}

const leadSentences = 2;

/** A lead's "more than 200 missiles and drones" of the 236, or its "nearly 50 tanks" of the 49, that the text goes on to tell, of one speaker at most. */
function isLeadOf(a: Told, b: Told): boolean {
  const one = a.figure;
  const two = b.figure;
  const value = one.low ?? 0;
  const isRound = (one.high === null || one.approx) && value >= roundLow && value % 10 === 0;
  const exact = two.low ?? 0;
  const isOfIt =
    one.high === null
      ? exact > value && exact <= value * overShare
      : exact !== value && Math.abs(exact - value) <= roundingShare * exact;
  return (
    !a.isTitle &&
    a.sentence <= leadSentences &&
    b.sentence > a.sentence &&
    isRound &&
    (one.by === null || one.by.name === two.by?.name) &&
    two.low === two.high &&
    !two.approx &&
    isOfIt &&
    one.date === two.date &&
    agreeInPlace(one.places, two.places)
  );
}

/** A title's "A and B swap 185", of which the body tells whose they are. */
function isSwapOfBoth(title: Told, body: Told): boolean {
  const one = title.figure;
  const two = body.figure;
  return (
    title.isTitle &&
    !body.isTitle &&
    one.side === "both" &&
    /^(?:prisoners|bodies)\./u.test(one.measure) &&
    isSameNumber(one, two) &&
    one.group === two.group
  );
}

/** One sentence tells nothing twice: what only differs in its group or its kind of weapon is another row of its list. */
function isListed(a: Told, b: Told): boolean {
  const isOtherGroup = !a.isTitle && a.figure.group !== b.figure.group && harms.has(a.figure.measure);
  return a.sentence === b.sentence && (a.figure.weapon !== b.figure.weapon || isOtherGroup);
}

const retoldLow = 20;
const harms: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "missing",
  "casualties",
  "displaced",
  "evacuated",
]);

/** A title's number that the body tells with a surer side, or a large one told again without its stretch of time. */
function isRetold(a: Told, b: Told): boolean {
  const one = a.figure;
  const two = b.figure;
  // A title's "80 dead", "up to 13,000" of the body's "at least 80", "between 10,000 and 13,000".
  const isSameBound =
    a.isTitle &&
    !b.isTitle &&
    ((one.high !== null && one.high === two.high) || (one.low !== null && one.low === two.low));
  if (one.measure !== two.measure || !(isSameNumber(one, two) || isSameBound)) return false;
  if (one.group !== two.group && one.group !== null && two.group !== null) return false;
  if (one.scope === "planned" || two.scope === "planned") return false;
  if (a.isTitle && !b.isTitle && harms.has(one.measure)) return true;
  if (isUngroundedEcho(a, b) || isGivenBack(a, b)) return true;
  // "21 were wounded on Monday", and another 21 on Tuesday.
  const isOfOtherDay =
    harms.has(one.measure) &&
    !a.isTitle &&
    one.scope === "event" &&
    two.scope === "event" &&
    !agreeInDate(one.date, two.date);
  const isOneSide = one.side === two.side && one.weapon === two.weapon && !isOfOtherDay;
  return isOneSide && (one.low ?? one.high ?? 0) >= retoldLow && agreeInPlace(one.places, two.places);
}

/** A title's "Росія повернула 1212 тіл" of the 1212 that came to Ukraine, as the body tells: it gave them. */
function isGivenBack(title: Told, body: Told): boolean {
  return title.isTitle && title.isEitherWay && !body.isTitle && body.figure.side !== null;
}

const echoLow = 3;

/** "Wounded four others … The four wounded were taken to hospital": the second time nothing says whose they are. */
function isUngroundedEcho(a: Told, b: Told): boolean {
  const [one, two] = [a.figure, b.figure];
  return (
    harms.has(one.measure) &&
    (one.low ?? one.high ?? 0) >= echoLow &&
    a.ground === "owner" &&
    b.ground === "rest" &&
    agreeInDate(one.date, two.date) &&
    agreeInPlace(one.places, two.places)
  );
}

function isSameNumber(one: Figure, two: Figure): boolean {
  return one.low === two.low && one.high === two.high;
}

const roundingShare = 0.1;
const overShare = 1.2;
const roundLow = 20;
/** A title's plain "90,000" of the body's 90,090. */
const roundThousand = 1000;
const roundShare = 0.01;

/** A title's "nearly 100" or "over 200" of the body's 98 or 215. */
function isRounded(a: Told, b: Told): boolean {
  const title = a.isTitle ? a.figure : b.figure;
  const body = a.isTitle ? b.figure : a.figure;
  const one = title.low ?? title.high;
  const two = body.low ?? body.high;
  if (one === null || two === null) return false;
  const isRound = one % roundThousand === 0 && Math.abs(one - two) <= roundShare * two;
  const isLoose = title.approx || title.low !== title.high || (isRound && body.low === body.high);
  // "More than 100" of a title, of the body's 114.
  if (title.high === null && !title.approx && two >= one && two <= one * overShare && one >= roundLow)
    return true;
  return isLoose && Math.abs(one - two) <= roundingShare * two;
}

function agreeInDate(one: string | null, two: string | null): boolean {
  return one === two || one === null || two === null;
}

function agreeInPlace(one: readonly PlaceCode[], two: readonly PlaceCode[]): boolean {
  if (one.length === 0 || two.length === 0) return true;
  return one.some((a) => two.some((b) => isWithin(a, b) || isWithin(b, a)));
}

/** The body's narrower places over the title's; else the fuller list. */
function betterPlaces(first: Told, second: Told): readonly PlaceCode[] {
  const a = first.figure.places;
  const b = second.figure.places;
  const [one] = a;
  const [two] = b;
  if (one === undefined || two === undefined) return one === undefined ? b : a;
  if (first.isTitle && one !== two && isWithin(two, one)) return b;
  // The title takes its places over from the opening, of which the body's own are some.
  if (
    first.isTitle &&
    !first.isPlaced &&
    !second.isTitle &&
    b.length < a.length &&
    b.every((code) => a.includes(code))
  )
    return b;
  // "Eleven about to fight in Ukraine killed", of whom the body says that it was in Russia.
  if (first.isTitle && !second.isTitle && !agreeInPlace(a, b)) return b;
  // "A blast in Pakistan killed 25. … the 25 in Quetta": a country, and then a place of it.
  if (first.isPlaced && second.isPlaced && isLandOf(a, b)) return b;
  if (first.isPlaced && second.isPlaced && isLandOf(b, a)) return a;
  // "In Ukraine seven were killed. There are dead in three regions. In the past day seven …": told before, not of it.
  if (first.isPlaced && !second.isPlaced) return a;
  return b.length > a.length && !second.isTitle ? b : a;
}

/** Whether the one is a country alone and all the others lie in it. */
function isLandOf(one: readonly PlaceCode[], others: readonly PlaceCode[]): boolean {
  const [land, ...rest] = one;
  return (
    land !== undefined &&
    rest.length === 0 &&
    countryOf(land) === land &&
    others.every((code) => code !== land && isWithin(code, land))
  );
}

/** The better grounded side; of equals the body's over the title's. */
function sideOfBoth(first: Told, second: Told): Figure["side"] {
  const a = first.figure.side;
  const b = second.figure.side;
  const surer = groundRank[second.ground] - groundRank[first.ground];
  const isBodys = isSwapOfBoth(first, second) || surer > 0 || (surer === 0 && first.isTitle && a !== "both");
  return isBodys ? (b ?? a) : (a ?? b);
}

function merged(first: Told, second: Told): Told {
  const a = first.figure;
  const b = second.figure;
  const isFirstExact = a.low === a.high && !a.approx;
  const isSecondExact = b.low === b.high && !b.approx;
  // "More than 50", then "an estimated 58".
  const isEstimated = a.high === null && b.low === b.high && (b.low ?? 0) > (a.low ?? 0);
  const isFirmer = (isSecondExact && !isFirstExact) || isEstimated;
  const lead = (first.isTitle && !second.isTitle) || isFirmer ? b : a;
  const isCaptives = a.measure.startsWith("prisoners") || a.measure.startsWith("hostages");
  const isCaptive = isCaptives && (first.isCaptive || second.isCaptive);
  const group = a.group === b.group ? a.group : isCaptive ? null : (a.group ?? b.group);
  const places = betterPlaces(first, second);
  const isStretch = a.scope !== "event" && b.scope === "event" && !first.isTitle;
  // "Has shot down 300 drones. … 300 so far": the stretch may be told the second time only.
  const isLater = a.scope === "event" && b.scope === "overall" && first.sentence < second.sentence;
  return {
    isTitle: first.isTitle && second.isTitle,
    isCaptive: first.isCaptive || second.isCaptive,
    isEitherWay: first.isEitherWay && second.isEitherWay,
    ground: groundRank[second.ground] > groundRank[first.ground] ? second.ground : first.ground,
    sentence: first.sentence,
    isPlaced: first.isPlaced || second.isPlaced,
    figure: {
      ...lead,
      scope: isStretch ? a.scope : isLater ? b.scope : lead.scope,
      side: sideOfBoth(first, second),
      weapon: a.weapon ?? b.weapon,
      group,
      date: isStretch ? a.date : isLater ? b.date : first.isTitle ? (b.date ?? a.date) : (a.date ?? b.date),
      places,
      by: first.isTitle ? (b.by ?? a.by) : (a.by ?? b.by),
      evidence: isSameNumber(a, b) ? a.evidence : lead.evidence,
      ...(first.isTitle || second.isTitle || a.isTitled === true || b.isTitled === true
        ? { isTitled: true }
        : {}),
    },
  };
}
