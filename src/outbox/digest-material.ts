import type { Alert } from "../model/alert.ts";
import type { ToldFigure } from "../model/development.ts";
import type { Measure } from "../measures.ts";
import type { Subscription } from "../model/subscription.ts";
import { isSalvo } from "../ledger/counts.ts";
import { isWithin } from "../reference/places.ts";
import { meetsThresholds, wants } from "./wants.ts";

/** A development with what was told of it in the time of a digest. */
export interface Story {
  readonly newest: Alert;
  /** Of that time, oldest first, at least one. */
  readonly alerts: readonly Alert[];
  /** It was first told in that time. */
  readonly isNew: boolean;
  /** Something of it was to notify. */
  readonly isLoud: boolean;
}

/** What a chat wants to read of the alerts of a time (oldest first), what notifies first, else the latest first. */
export function storiesFor(alerts: readonly Alert[], subscription: Subscription): readonly Story[] {
  const byDevelopment = Map.groupBy(alerts, ({ development }) => development);
  return [...byDevelopment.values()]
    .flatMap((own): readonly Story[] => {
      const newest = own.at(-1);
      // What was merged away is told with the development that it became part of.
      if (newest === undefined || newest.mergedInto !== undefined) return [];
      if (subscription.mutedDevelopments.includes(newest.development)) return [];
      if (!wants(subscription, newest) || !meetsThresholds(subscription.thresholds, newest)) return [];
      const isLoud = own.some((alert) => alert.isLoud);
      return [{ newest, alerts: own, isNew: own[0]?.revision === 1, isLoud }];
    })
    .toSorted(byWeight);
}

/** What notifies first, else the latest first. */
export function byWeight(a: Pick<Story, "isLoud" | "newest">, b: Pick<Story, "isLoud" | "newest">): number {
  return Number(b.isLoud) - Number(a.isLoud) || b.newest.at - a.newest.at;
}

/** The newest alert of each operation that went on in that time, with how far it has come. */
export function operationsOf(stories: readonly Story[]): readonly Alert[] {
  const newest = new Map<string, Alert>();
  for (const { newest: alert } of stories) {
    for (const { operation } of alert.progress) {
      const known = newest.get(operation);
      if (known === undefined || (known.seq ?? 0) < (alert.seq ?? 0)) newest.set(operation, alert);
    }
  }
  return [...new Set(newest.values())];
}

/** Nights of air attack that are new, by which party attacked (null: not known). */
export function newNights(stories: readonly Story[]): ReadonlyMap<string | null, readonly Alert[]> {
  const nights = stories.filter(({ isNew, newest }) => isNew && newest.subject === "night");
  return Map.groupBy(
    nights.map(({ newest }) => newest),
    ({ attacker }) => attacker,
  );
}

/** Places hit that are new. One that lies in another of the same day is counted there. */
export function newPlaces(stories: readonly Story[]): readonly Alert[] {
  const hit = stories
    .filter(({ isNew, newest }) => isNew && newest.subject === "place" && newest.kind === "strike")
    .map(({ newest }) => newest);
  return hit.filter((alert) => !hit.some((other) => other !== alert && holds(other, alert)));
}

function holds(outer: Alert, inner: Alert): boolean {
  const [around] = outer.places;
  const [place] = inner.places;
  return (
    around !== undefined &&
    place !== undefined &&
    around !== place &&
    outer.date === inner.date &&
    isWithin(place, around)
  );
}

/** An alert with one number of a measure: the greatest of those told of different sides, which may be the same people. */
export function withOnly(measure: Measure, alert: Alert): Alert {
  const own = alert.figures.filter((figure) => figure.measure === measure && isLeading(figure));
  const [greatest] = own.toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0));
  if (greatest === undefined) return { ...alert, figures: [] };
  return { ...alert, figures: [{ ...greatest, side: null, high: own.length > 1 ? null : greatest.high }] };
}

/** One number for all, of the thing itself: not a rival's, not a part, not planned. */
function isLeading({ isRival, group, weapon, scope }: ToldFigure): boolean {
  return !isRival && group === null && weapon === null && scope === "event";
}

/**
 * The leading numbers of several developments added up, one a measure and side. What has no lower bound cannot be added, and where a
 * development lacks a number that the others of its thing have, the sum is "at least". It is one speaker's where all of them are.
 */
export function addUp(
  alerts: readonly Alert[],
  measures: (measure: Measure) => boolean,
): readonly ToldFigure[] {
  const figures = alerts.flatMap((alert) =>
    alert.figures.filter((figure) => measures(figure.measure) && isLeading(figure)),
  );
  const groups = [...Map.groupBy(figures, ({ measure, side }) => `${measure} ${side}`).values()];
  return groups.flatMap((same): readonly ToldFigure[] => {
    const [first] = same;
    const lows = same.flatMap(({ low }) => low ?? []);
    if (first === undefined || lows.length === 0) return [];
    const sum = lows.reduce((total, low) => total + low, 0);
    const isWhole = same.every(({ low, high }) => low !== null && low === high);
    const isOfAll = !isSalvo(first.measure) || countedIn(first.measure, alerts) === same.length;
    const low = sum;
    const high = isWhole && isOfAll ? sum : null;
    const by = same.every((figure) => figure.by?.name === first.by?.name) ? first.by : null;
    const isReviewed = same.every((figure) => figure.isReviewed === true);
    const approx = same.some((figure) => figure.approx);
    return [{ ...first, low, high, approx, by, isReviewed, isRival: false }];
  });
}

/** In how many of the alerts its thing (drones, missiles) is counted at all. */
function countedIn(measure: Measure, alerts: readonly Alert[]): number {
  const thing = measure.slice(0, measure.indexOf(".") + 1);
  return alerts.filter(({ figures }) => figures.some((figure) => figure.measure.startsWith(thing))).length;
}
