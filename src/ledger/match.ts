import type { Development } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { isSalvo, pointOf } from "./counts.ts";
import { dayMs, daysBetween } from "./days.ts";
import { areNeighbours, relateScenes } from "./scene.ts";
import type { Topic } from "./topic.ts";

/** What a topic is matched against. */
export interface MatchContext {
  readonly developments: readonly Development[];
  /** The report's day. */
  readonly day: string;
  readonly seenAt: number;
  /** The outlet that published it. */
  readonly outlet: string;
  /** Developments that an earlier revision of the report supported: they may rest on nothing else. */
  readonly own: ReadonlySet<string>;
}

/** Days without a breach after which another one is news. */
const breachDays = 7;

/** How long ago a thing told without its day may have last been told of, days. */
const quietDays = { exchange: 5, strike: 10, other: 10 };

/** Something told without its day and with numbers of its own is meant to be this fresh, milliseconds. */
const freshMs = 2 * dayMs;

/** A strike told of within so many milliseconds of another in one town, one of them without its day, is that one. */
const sameHoursMs = dayMs / 2;

/** Stages that reports date by when they were agreed or by when they take effect: so many days apart are one. */
const dateSlack: Readonly<Partial<Record<Topic["subject"], number>>> = {
  deal: 4,
  truce: 3,
  start: 1,
  delay: 1,
  offer: 2,
};

/**
 * The development that a topic is about: place and day decide, then who did it, and numbers only between several. Null: none
 * of them. Rules 1 to 4 of the policy.
 */
export function matchTopic(topic: Topic, context: MatchContext): Development | null {
  const fits = context.developments.filter((development) =>
    facesOf(development).some((face) => isSameThing(topic, face, context)),
  );
  if (fits.length === 0) return tollElsewhere(topic, context);
  if (fits.length === 1) return fits[0] ?? null;
  const score = (development: Development) =>
    scoreFit(topic, development) + (context.own.has(development.id) ? ownScore : 0);
  return fits.toSorted((a, b) => score(b) - score(a) || b.lastSeenAt - a.lastSeenAt)[0] ?? null;
}

/**
 * Dead told of once with their town and once without: of the same day or the next, by the same attacker, with the same number. Null: there is no
 * such development, or more than one.
 */
function tollElsewhere(topic: Topic, context: MatchContext): Development | null {
  const dead = numberOf(topic, "killed");
  if (dead === null || !isToll(topic)) return null;
  const fits = context.developments.filter(
    (other) =>
      other.subject !== topic.subject &&
      isToll(other) &&
      other.mergedInto === null &&
      other.conflict === topic.conflict &&
      isSameAttacker(topic, other) &&
      numberOf(other, "killed") === dead &&
      context.seenAt - other.lastSeenAt <= freshMs &&
      (topic.date === null || other.date === null || Math.abs(daysBetween(other.date, topic.date)) <= 1),
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** A place hit, or a night that nobody tells drones or missiles of. */
function isToll({ subject, figures }: Pick<Topic, "subject"> & Numbers): boolean {
  return subject === "place" || (subject === "night" && !figures.some(({ measure }) => isSalvo(measure)));
}

/** A revision goes back to what the report supported, wherever a review has put it. */
const ownScore = 10;

/** A development as it is known, and as those were that were merged into it. */
function facesOf(development: Development): readonly Development[] {
  return [
    development,
    ...(development.faces ?? []).map((face) => ({ ...development, ...face, id: development.id })),
  ];
}

function isSameThing(topic: Topic, development: Development, context: MatchContext): boolean {
  if (development.mergedInto !== null) return false;
  if (development.reports.length === 0 && !context.own.has(development.id)) return false;
  if (topic.kind !== development.kind || topic.conflict !== development.conflict) return false;
  if (!isSameSubject(topic, development)) return false;
  if (topic.subject === "deal") return isSameDeal(topic, development);
  if (!isSameDay(topic, development, context)) return false;
  if (topic.kind === "strike") return isSameStrike(topic, development, context);
  return true;
}

/** A handover told without a number is any handover of its day. */
function isSameSubject(topic: Topic, development: Development): boolean {
  if (topic.subject === development.subject) return true;
  const handovers = ["captives", "bodies", "children"];
  return (
    topic.figures.length === 0 && handovers.includes(topic.subject) && handovers.includes(development.subject)
  );
}

function isSameDay(topic: Topic, development: Development, context: MatchContext): boolean {
  if (topic.date === development.date && topic.date !== null) return true;
  if (topic.date === null || development.date === null) return isRecent(topic, development, context);
  if (topic.subject === "breach" && goesOn(topic, development, context)) return true;
  const slack = dateSlack[topic.subject] ?? 0;
  if (slack > 0 && Math.abs(daysBetween(development.date, topic.date)) <= slack) return true;
  if (topic.subject !== "place") return false;
  // Some give the day of the strike, others that of their report.
  const isNextDay = Math.abs(daysBetween(development.date, topic.date)) <= 1;
  return (isNextDay && isOneToll(topic, development)) || continuesToll(topic, development, context);
}

/** Breaches that are told of day after day are one state of things, until a week passes without any. */
function goesOn(topic: Topic, development: Development, context: MatchContext): boolean {
  const quietMs = context.seenAt - development.lastSeenAt;
  const isTold = development.told !== null;
  return isTold && quietMs <= breachDays * dayMs && (topic.date ?? "") >= (development.date ?? "");
}

function isRecent(topic: Topic, development: Development, context: MatchContext): boolean {
  const days = topic.kind === "strike" || topic.kind === "exchange" ? quietDays[topic.kind] : quietDays.other;
  const quietMs = context.seenAt - development.lastSeenAt;
  if (quietMs > days * dayMs) return false;
  // A day that is told for one of them has to be near the time of the other.
  const day = topic.date ?? development.date;
  if (day !== null && Math.abs(daysBetween(day, context.day)) > days) return false;
  if (topic.kind !== "strike" && topic.kind !== "exchange") return true;
  if (repeatsNumber(topic, development)) return true;
  if (quietMs > freshMs) return false;
  if (topic.kind === "exchange") return contradictsNone(topic, development);
  return quietMs <= sameHoursMs || growsNumbers(topic, development);
}

/** Whether the development has no number yet for anything that the topic counts. */
function contradictsNone(topic: Topic, development: Development): boolean {
  return topic.figures.every((figure) => standingOf(development, figure) === null);
}

/** Whether a number of the topic was claimed of the development before. */
function repeatsNumber(topic: Topic, development: Development): boolean {
  return topic.figures.some((figure) =>
    development.figures.some(
      (known) =>
        known.measure === figure.measure &&
        known.side === figure.side &&
        known.claims.some((claim) => pointOf(claim) === pointOf(figure)),
    ),
  );
}

/** Whether what the topic counts is no less than what stands: an undated toll that grows, or nothing counted at all. */
function growsNumbers(topic: Topic, development: Development): boolean {
  return topic.figures.every((figure) => (pointOf(figure) ?? 0) >= (standingOf(development, figure) ?? 0));
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
  if (days > quietDays.strike) return false;
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

/** A deal is known again by its numbers; one told without any is the newest, and with other ones the one made within days. */
function isSameDeal(topic: Topic, development: Development): boolean {
  const promised = topic.figures.filter((figure) => standingOf(development, figure) !== null);
  if (promised.some((figure) => standingOf(development, figure) === pointOf(figure))) return true;
  const isMade = topic.figures.length > 0 && topic.events.some((event) => event.stage === "agreed");
  if (!isMade || topic.date === null || development.date === null) return !isMade || promised.length === 0;
  return Math.abs(daysBetween(development.date, topic.date)) <= (dateSlack.deal ?? 0);
}

function isSameStrike(topic: Topic, development: Development, context: MatchContext): boolean {
  if (topic.subject === "night" || topic.subject === "front") return isSameAttacker(topic, development);
  const relation = relateScenes(topic.places, development.places);
  if (relation === "same" || isOneToll(topic, development)) return true;
  if (relation !== "holds" && relation !== "within") return false;
  // A region's number smaller than its town's is about the town; a larger one may be about more than it.
  const isAlone = !context.developments.some(
    (other) =>
      other.id !== development.id &&
      other.date === development.date &&
      relateScenes(topic.places, other.places) === relation,
  );
  const [outer, inner] = relation === "holds" ? [topic, development] : [development, topic];
  return isAlone && (isSameOutlet(development, context.outlet) || canBeWhole(outer, inner));
}

/** So many dead no two neighbouring places have on one day, and how far their counts may differ. */
const massToll = { dead: 20, share: 0.15 } as const;

/** Whether a mass toll is told of by the name of a village here and of the next town there. */
function isOneToll(topic: Topic, development: Development): boolean {
  const [a, b] = [numberOf(topic, "killed"), numberOf(development, "killed")];
  if (a === null || b === null || Math.min(a, b) < massToll.dead) return false;
  if (Math.abs(a - b) > massToll.share * Math.max(a, b)) return false;
  return topic.places.some((place) => development.places.some((other) => areNeighbours(place, other)));
}

function isSameAttacker(topic: Topic, development: Development): boolean {
  return topic.attacker === null || development.attacker === null || topic.attacker === development.attacker;
}

function isSameOutlet(development: Development, outlet: string): boolean {
  return development.figures.some((figure) => figure.claims.some((claim) => claim.outlet.name === outlet));
}

type Numbers = Pick<Topic, "figures"> | Pick<Development, "figures">;

/** Whether the wider scene's numbers are no larger than the narrower one's, so that both can be one thing. */
function canBeWhole(outer: Numbers, inner: Numbers): boolean {
  for (const measure of ["killed", "injured", "customers.without_power"] as const) {
    const [wide, narrow] = [numberOf(outer, measure), numberOf(inner, measure)];
    if (wide !== null && narrow !== null && wide > narrow) return false;
  }
  return true;
}

function numberOf(numbers: Numbers, measure: Figure["measure"]): number | null {
  const values = numbers.figures
    .filter((figure) => figure.measure === measure && figure.group === null)
    .map((figure) => ("best" in figure ? figure.best : pointOf(figure)))
    .filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

/** The standing number that a figure would be a claim about. Null: there is none. */
export function standingOf(development: Development, figure: Figure): number | null {
  const same = development.figures.filter(
    (known) => known.measure === figure.measure && known.side === figure.side && known.scope === figure.scope,
  );
  return (
    (same.find((known) => known.group === figure.group) ?? same.find((known) => known.group === null))
      ?.best ?? null
  );
}

/** Equal numbers and an exact day count for most between several candidates. */
function scoreFit(topic: Topic, development: Development): number {
  const equal = topic.figures.filter((figure) => standingOf(development, figure) === pointOf(figure)).length;
  const isExactDay = topic.date !== null && topic.date === development.date;
  const isSameScene = relateScenes(topic.places, development.places) === "same";
  return (isExactDay ? 4 : 0) + (isSameScene ? 2 : 0) + Math.min(equal, 3);
}
