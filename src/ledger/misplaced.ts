import type { Development } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Reading } from "../model/reading.ts";
import { tellingNumber } from "./coincidence.ts";
import { isHarm, pointOf } from "./counts.ts";
import { daysBetween } from "./days.ts";
import { matchTopic } from "./match.ts";
import { standingOf } from "./numbers.ts";
import type { MatchContext } from "./same-day.ts";
import { narrowPlaces, relateScenes } from "./scene.ts";
import type { Topic } from "./topic.ts";

/**
 * The topics with numbers put where they stand already: a report that names two towns easily gives one of them the other's ("1.5 million without
 * power, and a strike on Melitopol"). What stands of the other town on that day is the other town's.
 */
export function rehome(topics: readonly Topic[], reading: Reading, context: MatchContext): readonly Topic[] {
  const named = placesIn(reading);
  if (named.size < 2) return topics;
  return topics.flatMap((topic): readonly Topic[] => {
    if (topic.kind !== "strike" || topic.subject !== "place" || topic.figures.length === 0) return [topic];
    const own = matchTopic(topic, context);
    const moved = topic.figures.flatMap((figure) => {
      const home = homeOf(figure, { topic, own, named, context });
      return home === null ? [] : [{ figure, home }];
    });
    if (moved.length === 0) return [topic];
    const figures = topic.figures.filter((figure) => !moved.some((other) => other.figure === figure));
    return [
      { ...topic, figures },
      ...moved.map(({ figure, home }): Topic => ({
        ...topic,
        date: home.date ?? topic.date,
        places: home.places,
        figures: [figure],
        events: [],
      })),
    ];
  });
}

interface Placing {
  readonly topic: Topic;
  readonly own: Development | null;
  readonly named: ReadonlySet<PlaceCode>;
  readonly context: MatchContext;
}

/** The one other place, named in the report, whose number it is. Null: there is none, or it is known of the topic's own place. */
function homeOf(figure: Figure, { topic, own, named, context }: Placing): Development | null {
  const value = pointOf(figure);
  if (value === null || value < tellingNumber || !isHarm(figure.measure)) return null;
  if (own !== null && standingOf(own, figure) === value) return null;
  const day = topic.date ?? context.day;
  const homes = context.developments.filter(
    (other) =>
      other.id !== own?.id &&
      other.kind === "strike" &&
      other.subject === "place" &&
      other.mergedInto === null &&
      other.conflict === topic.conflict &&
      other.date !== null &&
      Math.abs(daysBetween(other.date, day)) <= 1 &&
      standingOf(other, figure) === value &&
      relateScenes(topic.places, other.places) === "apart" &&
      narrowPlaces(other.places).some((place) => named.has(place)),
  );
  return homes.length === 1 ? (homes[0] ?? null) : null;
}

function placesIn({ places, figures, events }: Reading): ReadonlySet<PlaceCode> {
  return new Set([places, ...[...figures, ...events].map((told) => told.places)].flat());
}
