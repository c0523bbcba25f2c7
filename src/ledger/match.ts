import type { Development } from "../model/development.ts";
import { isSalvo, pointOf } from "./counts.ts";
import { dayOf, daysBetween } from "./days.ts";
import { strikeWithGuests } from "./guests.ts";
import type { Numbers } from "./numbers.ts";
import { deadOf, numberOf, standingOf } from "./numbers.ts";
import type { MatchContext } from "./same-day.ts";
import { areNearTolls, dateSlack, freshMs, isOneToll, isSameAttacker, isSameDay } from "./same-day.ts";
import { relateScenes } from "./scene.ts";
import { isManySided, isOpponent } from "./sides.ts";
import type { Topic } from "./topic.ts";
import { isOneTruce } from "./topic.ts";

/**
 * The development that a topic is about: place and day decide, then who did it, and numbers only between several. Null: none
 * of them. Rules 1 to 4 of the policy.
 */
export function matchTopic(topic: Topic, context: MatchContext): Development | null {
  const guests = strikeWithGuests(topic, context);
  if (guests !== null) return guests;
  const fits = context.developments.filter(
    (development) =>
      isSameThing(topic, development, context) ||
      facesOf(development).some((face) => isSameThing(topic, face, context)),
  );
  if (fits.length === 0) return tollElsewhere(topic, context);
  if (fits.length === 1) return fits[0] ?? null;
  const score = (development: Development) =>
    scoreFit(topic, development) + (context.own.has(development.id) ? ownScore : 0);
  return fits.toSorted((a, b) => score(b) - score(a) || b.lastSeenAt - a.lastSeenAt)[0] ?? null;
}

/**
 * Dead told of once with their town and once without: of the same day or the next, by the same attacker, with the same number, or one near it where they
 * are many. Null: there is no such development. Of several, the one that most reports tell.
 */
function tollElsewhere(topic: Topic, context: MatchContext): Development | null {
  const dead = deadOf(topic);
  if (dead === null || !isToll(topic)) return null;
  const fits = context.developments.filter(
    (other) =>
      other.subject !== topic.subject &&
      isToll(other) &&
      other.mergedInto === null &&
      other.conflict === topic.conflict &&
      isSameAttacker(topic, other) &&
      isSameToll(dead, deadOf(other)) &&
      !areFoes(topic, other) &&
      context.seenAt - other.lastSeenAt <= freshMs &&
      (topic.date === null || other.date === null || Math.abs(daysBetween(other.date, topic.date)) <= 1),
  );
  // Several towns with that number are most often one, told by the base, by its region and by who speaks of it.
  return (
    fits.toSorted((a, b) => b.reports.length - a.reports.length || b.lastSeenAt - a.lastSeenAt)[0] ?? null
  );
}

function isSameToll(dead: number, other: number | null): boolean {
  return other !== null && (other === dead || areNearTolls(dead, other));
}

/**
 * Whether the dead of one are all of a side that fights the other's. In a war of many sides a country's dead may be those of a group on its ground:
 * a report that names no side tells where they died.
 */
function areFoes(topic: Topic, other: Development): boolean {
  if (isManySided(topic.conflict)) return false;
  const sides = ({ figures }: Numbers) =>
    figures.flatMap(({ measure, side }) => (measure === "killed" ? [side === "both" ? null : side] : []));
  const [left, right] = [sides(topic), sides(other)];
  return left.every((a) => right.every((b) => isOpponent(topic.conflict, a, b)));
}

/** A place hit, or a night that nobody tells drones or missiles of. */
function isToll({ subject, figures }: Pick<Topic, "subject"> & Numbers): boolean {
  return subject === "place" || (subject === "night" && !figures.some(({ measure }) => isSalvo(measure)));
}

/** A revision goes back to what the report supported, wherever a review has put it. */
const ownScore = 10;

/** A development as those were known that were merged into it. */
function facesOf(development: Development): readonly Development[] {
  return (development.faces ?? noFaces).map((face) => ({ ...development, ...face, id: development.id }));
}

const noFaces: NonNullable<Development["faces"]> = [];

function isSameThing(topic: Topic, development: Development, context: MatchContext): boolean {
  if (development.mergedInto !== null) return false;
  if (development.reports.length === 0 && !context.own.has(development.id)) return false;
  if (topic.kind !== development.kind || topic.conflict !== development.conflict) return false;
  if (!isSameSubject(topic, development) || !isOneTruce(topic, development)) return false;
  if (topic.subject === "deal") return isSameDeal(topic, development);
  if (topic.subject === "truce" && wasTurnedDown(topic, development, context)) return false;
  if (!isSameDay(topic, development, context) || isAnotherLeg(topic, development, context)) return false;
  if (topic.kind === "strike") return isSameStrike(topic, development, context);
  return true;
}

/** "Both signed a truce", days after one side accepted an offer and the other turned it down: what both agreed on since is another truce. */
function wasTurnedDown(
  { date, parties, conflict }: Topic,
  known: Development,
  context: MatchContext,
): boolean {
  const agreed = known.date;
  if (date === null || agreed === null || date <= agreed) return false;
  if (!parties.some((party) => parties.some((other) => isOpponent(conflict, party, other)))) return false;
  return context.developments.some(
    (offer) =>
      offer.subject === "offer" &&
      offer.stage === "rejected" &&
      offer.conflict === conflict &&
      offer.date !== null &&
      offer.stages.some(
        ({ stage, date: day, seenAt }) =>
          stage === "rejected" && (day ?? dayOf(seenAt)) >= agreed && (day ?? dayOf(seenAt)) < date,
      ),
  );
}

/** Two legs of one day differ by this share of the larger number at least; less is the same leg counted again. */
const legShare = 0.1;

/**
 * "A second swap of the day": whether a report that tells of another exchange has another number than the one known of that day, which it neither
 * repeats nor adds up to the day's sum.
 */
function isAnotherLeg({ events, figures }: Topic, development: Development, { own }: MatchContext): boolean {
  if (own.has(development.id) || !events.some(({ isAnother }) => isAnother === true)) return false;
  const pairs = figures.flatMap((figure) => {
    const [value, known] = [pointOf(figure), standingOf(development, figure)];
    return value === null || known === null ? [] : [{ value, known }];
  });
  const values = new Set(pairs.map(({ value }) => value));
  return (
    pairs.length > 0 &&
    pairs.every(
      ({ value, known }) =>
        Math.abs(value - known) >= legShare * Math.max(value, known) && !values.has(value + known),
    )
  );
}

/** A handover told without a number is any handover of its day. */
function isSameSubject(topic: Topic, development: Development): boolean {
  if (topic.subject === development.subject) return true;
  const handovers = ["captives", "bodies", "children"];
  return (
    topic.figures.length === 0 && handovers.includes(topic.subject) && handovers.includes(development.subject)
  );
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
  if (isSameDead(topic, development)) return true;
  // A region's number smaller than its town's is about the town; a larger one may be about more than it.
  const isAlone = !context.developments.some(
    (other) =>
      other.id !== development.id &&
      other.date === development.date &&
      relateScenes(topic.places, other.places) === relation,
  );
  const [outer, inner] = relation === "holds" ? [topic, development] : [development, topic];
  return isAlone && (isOlderWord(development, context) || canBeWhole(outer, inner));
}

/** So few dead may be those of two strikes of a day in one region. */
const fewDead = 2;

/** "Three killed in Saratov region", where three were killed in one of its towns, or in several by name: it is one of those. */
function isSameDead(topic: Topic, development: Development): boolean {
  const dead = deadOf(topic);
  return dead !== null && dead > fewDead && dead === deadOf(development);
}

/** Whether the report's outlet counted there before: what it tells later of the wider or the narrower place goes on with that. A region and its town in one report are two. */
function isOlderWord({ figures }: Development, { outlet, reportId }: MatchContext): boolean {
  const claims = figures.flatMap((figure) => figure.claims);
  return (
    claims.some((claim) => claim.outlet.name === outlet) &&
    !claims.some((claim) => claim.reportId === reportId)
  );
}

/** Whether the wider scene's numbers are no larger than the narrower one's, so that both can be one thing. */
function canBeWhole(outer: Numbers, inner: Numbers): boolean {
  for (const measure of ["killed", "injured", "customers.without_power"] as const) {
    const [wide, narrow] = [numberOf(outer, measure), numberOf(inner, measure)];
    if (wide !== null && narrow !== null && wide > narrow) return false;
  }
  return true;
}

/** Equal numbers and an exact day count for most between several candidates. */
function scoreFit(topic: Topic, development: Development): number {
  const equal = topic.figures.filter((figure) => standingOf(development, figure) === pointOf(figure)).length;
  const isExactDay = topic.date !== null && topic.date === development.date;
  const isSameScene = relateScenes(topic.places, development.places) === "same";
  return (isExactDay ? 4 : 0) + (isSameScene ? 2 : 0) + Math.min(equal, 3);
}
