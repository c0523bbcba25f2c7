import type { Development } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { isNoCoincidence, tellingNumber } from "./coincidence.ts";
import { pointOf } from "./counts.ts";
import { dayMs, daysBetween } from "./days.ts";
import { firstDay } from "./first-day.ts";
import { widestCounts } from "./fold.ts";
import type { Numbers } from "./numbers.ts";
import { numberOf, standingOf } from "./numbers.ts";
import { areNeighbours, relateScenes } from "./scene.ts";
import type { Topic } from "./topic.ts";

/** What a topic is matched against. */
export interface MatchContext {
  readonly developments: readonly Development[];
  /** The report's day. */
  readonly day: string;
  readonly seenAt: number;
  /** Its id. */
  readonly reportId: string;
  /** The outlet that published it. */
  readonly outlet: string;
  /** Developments that an earlier revision of the report supported: they may rest on nothing else. */
  readonly own: ReadonlySet<string>;
}

/** Something told without its day and with numbers of its own is meant to be this fresh, milliseconds. */
export const freshMs = 2 * dayMs;

/** Days without a breach after which another one is news. */
const breachDays = 7;

/** How long ago a thing told without its day may have last been told of, days. */
const quietDays: Readonly<Partial<Record<Topic["kind"], number>>> & { readonly other: number } = {
  exchange: 5,
  strike: 10,
  talks: 3,
  other: 10,
};

/** A strike told of within so many milliseconds of another in one town, one of them without its day, is that one. */
const sameHoursMs = dayMs / 2;

/** Stages that reports date by when they were agreed or by when they take effect: so many days apart are one. */
export const dateSlack: Readonly<Partial<Record<Topic["subject"], number>>> = {
  deal: 4,
  truce: 3,
  start: 1,
  delay: 1,
  offer: 2,
};

/** Whether the topic's day, or what else tells when it was, is the development's. */
export function isSameDay(topic: Topic, development: Development, context: MatchContext): boolean {
  if (topic.date === development.date && topic.date !== null) return true;
  if (topic.date === null || development.date === null) return isRecent(topic, development, context);
  if (topic.subject === "breach" && goesOn(topic, development, context)) return true;
  const slack = dateSlack[topic.subject] ?? 0;
  if (slack > 0 && Math.abs(daysBetween(development.date, topic.date)) <= slack) return true;
  if (isInStretch(topic, development) || isOneOutage(topic, development)) return true;
  if (isSlip(topic, development, context)) return true;
  if (topic.subject !== "place") return false;
  // Some give the day of the strike, others that of their report.
  const isNextDay = Math.abs(daysBetween(development.date, topic.date)) <= 1;
  return (isNextDay && isOneToll(topic, development)) || continuesToll(topic, development, context);
}

/** A power cut lasts: the same number of customers, told again within these days, is the same cut. */
const outageDays = 3;

function isOneOutage(topic: Topic, development: Development): boolean {
  if (topic.date === null || development.date === null || topic.subject !== "place") return false;
  if (Math.abs(daysBetween(development.date, topic.date)) > outageDays) return false;
  const isCut = topic.figures.every(({ measure }) => measure === "customers.without_power");
  return isCut && repeatsNumber(topic, development);
}

/** "Five were injured over the weekend": a strike of one of those days that no number speaks against, or that has the same. */
function isInStretch(topic: Topic, { date, figures }: Development): boolean {
  const { since, subject } = topic;
  if (since === undefined || date === null || subject !== "place") return false;
  if (date < since || date > (topic.date ?? "")) return false;
  return topic.figures.length === 0 || figures.length === 0 || repeatsNumber(topic, { figures });
}

/** A place hit and its dead and injured are one thing even where a weekday and its day of the month disagree. */
const placeSlipDays = 3;

/**
 * Whether the days are one apart (of a place, three) and the numbers the same beyond coincidence, where nothing is known of the topic's own day: one of both reports
 * has the day wrong, or gives the night's end for its start.
 */
function isSlip(topic: Topic, development: Development, context: MatchContext): boolean {
  if (topic.date === null || development.date === null) return false;
  const days = topic.subject === "place" ? placeSlipDays : 1;
  if (Math.abs(daysBetween(development.date, topic.date)) > days) return false;
  return isNoCoincidence(topic.figures, development) && !isDayKnown(topic, context);
}

/** Whether something with numbers is known of the topic's own day that it may be about. */
export function isDayKnown(topic: Topic, { developments }: MatchContext): boolean {
  return developments.some(
    (other) =>
      other.kind === topic.kind &&
      other.subject === topic.subject &&
      other.conflict === topic.conflict &&
      other.date === topic.date &&
      other.figures.length > 0 &&
      (topic.kind !== "strike" ||
        (isSameAttacker(topic, other) && relateScenes(topic.places, other.places) !== "apart")),
  );
}

/** Breaches that are told of day after day are one state of things, until a week passes without any. */
function goesOn(topic: Topic, development: Development, context: MatchContext): boolean {
  const quietMs = context.seenAt - development.lastSeenAt;
  const isTold = development.told !== null;
  return isTold && quietMs <= breachDays * dayMs && (topic.date ?? "") >= (development.date ?? "");
}

function isRecent(topic: Topic, development: Development, context: MatchContext): boolean {
  const days = quietDays[topic.kind] ?? quietDays.other;
  const quietMs = context.seenAt - development.lastSeenAt;
  if (quietMs > days * dayMs) return false;
  // A day that is told for one of them has to be near the time of the other.
  const day = topic.date ?? development.date;
  if (day !== null && Math.abs(daysBetween(day, context.day)) > days) return false;
  if (isAfterFirstWord(topic, development)) return false;
  if (topic.kind !== "strike" && topic.kind !== "exchange") return true;
  if (quietMs <= freshMs ? repeatsNumber(topic, development) : repeatsTelling(topic, development))
    return true;
  if (quietMs > freshMs || isOtherToll(topic, development, context)) return false;
  if (topic.kind === "exchange")
    return contradictsNone(topic, development) || isOfThatDay(topic, development, context);
  // Reports that follow one another for days keep no strike of the first day going.
  const isOfThoseHours =
    quietMs <= sameHoursMs && daysBetween(development.date ?? firstDay(development), context.day) <= 1;
  return isOfThoseHours || growsNumbers(topic, development);
}

/** A toll told without its day grows to no more than so many times what stands: told with its attack, and without one. */
const growth = { withAttack: 6, alone: 3 } as const;
/** Below it any toll may have grown so. */
const smallToll = 15;

/** So many days after a strike its toll grows no more by half: the dead of an attack told as news are another one's. */
const settled = { days: 2, growth: 1.5 } as const;

/** Whether the topic's dead are so many more than those that stand that they are another attack's: told as background, or later than the toll still grew. */
function isOtherToll(topic: Topic, development: Development, { day }: MatchContext): boolean {
  const [value, standing] = [numberOf(topic, "killed"), numberOf(development, "killed")];
  if (topic.kind !== "strike" || value === null || standing === null) return false;
  const isSettled = daysBetween(development.date ?? firstDay(development), day) >= settled.days;
  if (isSettled && topic.events.length > 0 && value >= largeToll && value >= standing * settled.growth)
    return true;
  if (value < smallToll) return false;
  return value > standing * (topic.events.length > 0 ? growth.withAttack : growth.alone);
}

/** Whether a strike's day came only after the development was first told of: nothing is told before it happens. */
function isAfterFirstWord({ kind, date, since }: Topic, development: Development): boolean {
  return kind === "strike" && date !== null && (since ?? date) > firstDay(development);
}

/** Whether an exchange told without its day is of the day on which the development was first told, as that is: two sides exchange once a day. */
function isOfThatDay(topic: Topic, development: Development, { day }: MatchContext): boolean {
  const first = firstDay(development);
  return topic.date === null && first === day && (development.date === null || development.date === first);
}

/** Whether the development has no number yet for anything that the topic counts. */
function contradictsNone(topic: Topic, development: Development): boolean {
  return topic.figures.every((figure) => standingOf(development, figure) === null);
}

/** Whether a number of the topic was claimed of the development before. */
function repeatsNumber(topic: Topic, development: Pick<Development, "figures">): boolean {
  return widestCounts(topic.figures).some((figure) => isClaimed(figure, development));
}

/** Whether it repeats a number that is no handful: one or two dead are told of in the same town every few days. */
function repeatsTelling(topic: Topic, development: Pick<Development, "figures">): boolean {
  return widestCounts(topic.figures).some(
    (figure) => (pointOf(figure) ?? 0) >= tellingNumber && isClaimed(figure, development),
  );
}

function isClaimed(figure: Figure, { figures }: Pick<Development, "figures">): boolean {
  return figures.some(
    (known) =>
      known.measure === figure.measure &&
      known.side === figure.side &&
      known.claims.some((claim) => pointOf(claim) === pointOf(figure)),
  );
}

/**
 * Whether what the topic counts is no less than what stands: an undated toll that grows, or nothing counted at all. The first number for a
 * strike of which nobody told any is another strike's, and so are the first people hurt at a place.
 */
function growsNumbers(topic: Topic, development: Development): boolean {
  if (topic.figures.length > 0 && development.figures.length === 0) return false;
  if (topic.subject === "place" && countsHurt(topic) && !countsHurt(development)) return false;
  return widestCounts(topic.figures).every(
    (figure) => (pointOf(figure) ?? 0) >= (standingOf(development, figure) ?? 0),
  );
}

function countsHurt({ figures }: Numbers): boolean {
  return figures.some(({ measure }) => measure === "killed" || measure === "injured");
}

/** From so many dead on, an equal or larger number at the same place within days is the same toll and no other attack. */
const largeToll = 5;

/**
 * Whether a strike told with a later day than the development's continues its toll: the report names the number that stood
 * before ("rose to nine from three"), or repeats or raises a large toll, as follow-ups do that give their own day.
 */
function continuesToll(topic: Topic, development: Development, context: MatchContext): boolean {
  if (topic.date === null || development.date === null || topic.date < development.date) return false;
  if (!topic.places.some((place) => development.places.includes(place))) return false;
  const days = daysBetween(development.date, topic.date);
  if (days > (quietDays.strike ?? quietDays.other)) return false;
  const isFresh = context.seenAt - development.lastSeenAt <= freshMs;
  // Told on the next day without any number it is the day's follow-up; another attack comes with numbers of its own.
  if (topic.figures.length === 0)
    return isFresh && topic.date === context.day && (numberOf(development, "killed") ?? 0) >= largeToll;
  const tolls = topic.figures.filter((figure) => figure.measure === "killed" && isWholeToll(figure));
  return tolls.some((figure) => {
    const standing = standingOf(development, { ...figure, group: null });
    if (standing === null) return false;
    if (figure.was === standing) return true;
    const value = pointOf(figure) ?? 0;
    return standing >= largeToll && (value === standing || (value > standing && isFresh));
  });
}

/** A toll of all the dead; nobody tells soldiers and civilians of one hit apart before the whole is known. */
function isWholeToll({ group }: Figure): boolean {
  return group === null || group === "civilians" || group === "foreigners";
}

/** So many dead no two neighbouring places have on one day, and how far their counts may differ. */
const massToll = { dead: 20, share: 0.15 } as const;

/** Whether two counts of so many dead are near enough to be one toll that rose or was counted twice. */
export function areNearTolls(a: number, b: number): boolean {
  return Math.min(a, b) >= massToll.dead && Math.abs(a - b) <= massToll.share * Math.max(a, b);
}

/** Whether a mass toll is told of by the name of a village here and of the next town, or of its region, there. */
export function isOneToll(topic: Topic, development: Development): boolean {
  const [a, b] = [numberOf(topic, "killed"), numberOf(development, "killed")];
  if (a === null || b === null || !areNearTolls(a, b)) return false;
  const relation = relateScenes(topic.places, development.places);
  if (relation === "holds" || relation === "within") return true;
  return topic.places.some((place) => development.places.some((other) => areNeighbours(place, other)));
}

/** Whether nobody else is known to have attacked. */
export function isSameAttacker(topic: Topic, development: Development): boolean {
  return topic.attacker === null || development.attacker === null || topic.attacker === development.attacker;
}
