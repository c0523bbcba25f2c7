import type { Development } from "../model/development.ts";
import { offsetMsAt } from "../figures/dates/zone-offset.ts";
import { timeZoneOf } from "../reference/places.ts";
import { dayOf } from "./days.ts";
import { countryOfScene } from "./scene.ts";
import { partiesOf } from "./sides.ts";

/**
 * The calendar day, where it happened, on which a development was first told of, ISO 8601: nothing happens on a later day than that, and what
 * nobody dates is known by it.
 */
export function firstDay(development: Development): string {
  const published = development.figures.flatMap(({ claims }) =>
    claims.map(({ publishedAt, seenAt }) => publishedAt ?? seenAt),
  );
  const at = Math.min(development.firstSeenAt, ...published);
  return dayOf(at + offsetMsAt(zoneOf(development), at));
}

/** The zone of where it happened, else of the land that the war is fought over. */
function zoneOf({ places, conflict, kind }: Development): string {
  const ground = kind === "strike" || kind === "capture" ? countryOfScene(places) : null;
  return timeZoneOf(ground ?? partiesOf(conflict)[0] ?? "") ?? "UTC";
}
