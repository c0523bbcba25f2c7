/** Time in which a zone's clock is not changed. Epoch milliseconds; the end is not within. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

/** The last stretch asked for, by zone: a fan-out asks for a hundred thousand chats, and Temporal's look-ups take ten microseconds. */
const stretches = new Map<string, Stretch>();

/** What is added to UTC on the zone's clock, milliseconds. `timeZone`: IANA name. Throws RangeError for a zone that is not known. */
export function offsetAt(timeZone: string, at: number): number {
  return stretchAt(timeZone, at).offsetMs;
}

/** When the zone's clock is changed the next time after `at`, epoch milliseconds; Infinity: never. */
export function clockChangeAfter(timeZone: string, at: number): number {
  return stretchAt(timeZone, at).to;
}

/**
 * When a local time of a day is, epoch milliseconds. One that comes twice is the first; one that is skipped comes as much later as the
 * clock is put on, or as much sooner where it would be the next day by then.
 */
export function instantOf(timeZone: string, date: Temporal.PlainDate, minute: number): number {
  const local = Date.UTC(date.year, date.month - 1, date.day) + minute * minuteMs;
  const { from, to, offsetMs } = stretchAt(timeZone, local);
  const at = local - offsetMs;
  // A clock is changed by less than a day: so far from a change there is nothing to decide.
  if (from < at - dayMs && at + dayMs < to) return at;
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  const later = date.toZonedDateTime({ timeZone, plainTime: time });
  if (later.toPlainDate().equals(date)) return later.epochMilliseconds;
  return date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: "earlier" })
    .epochMilliseconds;
}

/** The day and the minute of the day that the zone's clock shows. */
export function localTime(
  timeZone: string,
  at: number,
): { readonly date: Temporal.PlainDate; readonly minute: number } {
  const local = new Date(at + offsetAt(timeZone, at));
  return {
    date: new Temporal.PlainDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

function stretchAt(timeZone: string, at: number): Stretch {
  const known = stretches.get(timeZone);
  if (known !== undefined && known.from <= at && at < known.to) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone);
  const next = zoned.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
  // The one before the next moment is the one that was at or before this moment.
  const previous =
    zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity;
  const found = { from: previous, to: next, offsetMs: zoned.offsetNanoseconds / 1e6 };
  stretches.set(timeZone, found);
  return found;
}
