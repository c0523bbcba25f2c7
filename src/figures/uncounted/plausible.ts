import type { Figure } from "../../model/figure.ts";
import type { CalendarDay } from "../dates/calendar-day.ts";
import type { Claim } from "../claim.ts";
import { measuresLike } from "../things/measure-kinds.ts";

/** No war of these years has so many: such a number is money, a population, or of another century. */
const mostVictims = 3_000_000;
const mostDisplaced = 50_000_000;
const fewestDisplaced = 10;
/** A number without a noun that is so large counts money or shares more often than people. */
const mostBare = 1_000_000;

const ofVictims = measuresLike(/^(?:killed|injured|missing|captured|casualties)$/u);

/** Whether a claim may be true of a war of today. */
export function isPlausible({ measure, number, counted }: Claim): boolean {
  const value = number.low ?? number.high ?? 0;
  // "108.4 million displaced": all over the world; "two men who had fled": whom a story is about.
  if (measure === "displaced" && (value > mostDisplaced || value < fewestDisplaced)) return false;
  if (measure === "customers.without_power") return counted.thing === "customer" || value >= fewestCustomers;
  if (!ofVictims.has(measure)) return true;
  return value <= mostVictims && !(counted.thing === null && value >= mostBare && measure !== "casualties");
}

/** "With no electricity, one shop is still serving the soldiers": so few of anything else are no customers. */
const fewestCustomers = 10;

const historyDays = 730;
/** Where the day of publication is not known: posts of channels are of the years since. */
const channelsSince = "2022-01-01";

/**
 * Whether all that a report tells by number happened years ago: an anniversary or a memoir, no news. `today` is the day of
 * publication; null: unknown.
 */
export function isHistory(figures: readonly Figure[], today: CalendarDay | null): boolean {
  if (figures.length === 0) return false;
  const limit = today?.minus(historyDays).toString() ?? channelsSince;
  return figures.every(
    ({ scope, date }) =>
      date !== null &&
      !date.includes("/") &&
      date < limit.slice(0, date.length) &&
      // "Killed three in 2001": a bare year or month is as long ago.
      (scope === "event" || date.length < 10),
  );
}
