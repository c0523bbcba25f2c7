/** A time over which the clocks of a zone stay as they are; instants in epoch milliseconds. */
interface Stretch {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly offsetMs: number;
}

/** The last stretch asked for of each zone of the gazetteer: reports come by the day, and Temporal takes three microseconds. */
const stretches = new Map<string, Stretch>();

/** How far the clocks of an IANA time zone are ahead of UTC at an instant. Throws RangeError for an unknown zone. */
export function offsetMsAt(zone: string, at: number): number {
  const known = stretches.get(zone);
  if (known !== undefined && known.startsAt <= at && at < known.endsAt) return known.offsetMs;
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // A change at this very instant begins the stretch.
  const before = moment.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const found: Stretch = {
    startsAt: before?.epochMilliseconds ?? -Infinity,
    endsAt: moment.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity,
    offsetMs: moment.offsetNanoseconds / 1_000_000,
  };
  stretches.set(zone, found);
  return found.offsetMs;
}
