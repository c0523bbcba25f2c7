import type { Development } from "../model/development.ts";
import { deadOf, numberOf } from "./numbers.ts";
import type { MatchContext } from "./same-day.ts";
import { isTown, narrowPlaces, relateScenes } from "./scene.ts";
import type { Topic } from "./topic.ts";

/** So many places with dead of their own make a region's number a sum. */
const summands = 2;

/**
 * Whether a region's dead and injured are the sum of what is known of its towns: told of the past day ("за добу на Херсонщині загинули 3"), where a town of
 * it was hit on one of both days; or of a day, with as many dead as several of its towns have together. Sums open no development: a reader was told of each.
 */
export function isSumOfTowns(topic: Topic, { developments }: MatchContext): boolean {
  const { kind, subject, date, since, conflict } = topic;
  if (kind !== "strike" || subject !== "place" || date === null) return false;
  const scene = narrowPlaces(topic.places);
  if (scene.length === 0 || scene.some(isTown) || topic.figures.length === 0) return false;
  const hurt = developments.filter(
    (other) =>
      other.kind === "strike" &&
      other.subject === "place" &&
      other.conflict === conflict &&
      other.mergedInto === null &&
      other.date !== null &&
      other.date >= (since ?? date) &&
      other.date <= date &&
      relateScenes(topic.places, other.places) === "holds" &&
      countsHurt(other),
  );
  if (since !== undefined) return hurt.length > 0;
  const [all, dead] = [deadOf(topic), hurt.map((other) => deadOf(other) ?? 0).filter((some) => some > 0)];
  return all !== null && dead.length >= summands && all === dead.reduce((sum, some) => sum + some, 0);
}

function countsHurt(development: Development): boolean {
  return (numberOf(development, "killed") ?? 0) > 0 || (numberOf(development, "injured") ?? 0) > 0;
}
