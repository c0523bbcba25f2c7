import type { Development } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import type { Party, Side } from "../model/side.ts";
import { pointOf } from "./counts.ts";
import { daysBetween } from "./days.ts";
import { firstDay } from "./first-day.ts";
import { deadOf } from "./numbers.ts";
import type { MatchContext } from "./same-day.ts";
import { freshMs, isSameAttacker } from "./same-day.ts";
import { countryOfScene } from "./scene.ts";
import { campOf, campsOf } from "./sides.ts";
import type { Topic } from "./topic.ts";

/**
 * "32 of our citizens were killed in the raid": the dead of a third state, told with no more than the country, are among those of its one strike of
 * the same days that killed as many; and whoever tells them again, or in whose name they are told, tells of that strike. Null: the topic tells none,
 * or there is no such strike, or more than one.
 */
export function strikeWithGuests(topic: Topic, context: MatchContext): Development | null {
  const guests = topic.figures.filter(
    (figure) => figure.measure === "killed" && guestOf(figure, topic) !== null,
  );
  if (guests.length === 0) return null;
  const ground = countryOfScene(topic.places);
  if (topic.subject !== "night" && guests.every(({ side }) => side !== ground)) return null;
  const isOnly = topic.figures.every(
    (figure) => figure.side !== null && figure.side === guestOf(figure, topic),
  );
  const dead = isOnly ? deadOf(topic) : null;
  const fits = context.developments.filter((other) => {
    if (other.kind !== "strike" || other.subject !== "place" || other.mergedInto !== null) return false;
    if (other.conflict !== topic.conflict || !isSameAttacker(topic, other)) return false;
    const day = other.date ?? firstDay(other);
    if (Math.abs(daysBetween(day, topic.date ?? context.day)) > guestDays) return false;
    if (context.seenAt - other.lastSeenAt > freshMs) return false;
    if (guests.some((figure) => guestOf(figure, topic) === countryOfScene(other.places))) return false;
    if (dead !== null && (deadOf(other) ?? 0) >= dead) return true;
    return guests.some((figure) => isStanding(figure, guestOf(figure, topic), other));
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** States count their dead abroad within so many days. */
const guestDays = 2;

/** The state, no party to the war, whose people a figure counts, or in whose name it is told. Null: there is none. */
function guestOf({ side, by }: Figure, { conflict }: Topic): Party | null {
  const isThird = (party: Side | null | undefined): party is Party =>
    party != null && party !== "both" && !campsOf(conflict).includes(campOf(party));
  if (isThird(side)) return side;
  return isThird(by?.side) ? by.side : null;
}

function isStanding(figure: Figure, guest: Party | null, { figures }: Development): boolean {
  const value = pointOf(figure);
  return figures.some(
    ({ measure, side, best }) => measure === figure.measure && side === guest && best === value,
  );
}
