import { describe, expect, it } from "vitest";
import type { DigestTime, QuietHours } from "../../src/model/subscription.ts";
import { digestAfter, digestUpTo } from "../../src/outbox/digest-time.ts";
import { isQuiet, quietUntil } from "../../src/outbox/quiet.ts";

/**
 * Two years of digests and quiet hours on the clock of every IANA zone. What a zone's clock shows is taken from Temporal for each
 * moment anew; the code under test remembers stretches of time.
 */
const zones = Intl.supportedValuesOf("timeZone");
const beginAt = Date.UTC(2026, 0, 1);
const endAt = Date.UTC(2028, 0, 1);
const firstDay = Temporal.PlainDate.from("2026-01-01");
const minuteMs = 60_000;
const dayMs = 86_400_000;

const clockOf = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** `HH:MM`. */
const handsOf = ({ hour, minute }: Temporal.ZonedDateTime): string =>
  `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;

/** Hours at which clocks are changed somewhere, round ones, and half ones. */
const hours = ["00:00", "00:30", "01:30", "02:00", "02:30", "03:15", "09:00", "12:00", "23:30", "23:59"];
const hourFor = (index: number): string => hours[index % hours.length] ?? "09:00";

/** The moments at which the zone's clock is changed within the two years. */
function changesOf(zone: string): number[] {
  const found: number[] = [];
  for (
    let at = clockOf(zone, beginAt).getTimeZoneTransition("next");
    at !== null;
    at = at.getTimeZoneTransition("next")
  ) {
    if (at.epochMilliseconds >= endAt) break;
    found.push(at.epochMilliseconds);
  }
  return found;
}

/** Whether the clock shows the day and the hour, or that hour is not on this day's clock at all. `day`: its midnight in UTC. */
function isAtItsHour({ at: hour }: DigestTime, zone: string, at: number, day: number): boolean {
  const shown = clockOf(zone, at);
  const date = new Date(day);
  if (shown.day !== date.getUTCDate() || shown.month !== date.getUTCMonth() + 1) return false;
  return (
    handsOf(shown) === hour ||
    handsOf(shown.toPlainDate().toPlainDateTime(hour).toZonedDateTime(zone)) !== hour
  );
}

describe("digests on every zone's clock", () => {
  it("come exactly once a local day, at their hour or when it has been skipped", { timeout: 60_000 }, () => {
    const faults: string[] = [];
    for (const [index, zone] of zones.entries()) {
      const digest: DigestTime = { every: "day", weekday: 1, at: hourFor(index) };
      const changes = changesOf(zone);
      const isNearChange = (at: number): boolean =>
        changes.some((change) => Math.abs(change - at) < 3 * dayMs);
      let day = beginAt;
      let moment = digestAfter(digest, zone, firstDay.toZonedDateTime(zone).epochMilliseconds - 1);
      let isFirst = true;
      while (moment.at < endAt) {
        // While the clock is not changed a day has 24 hours, so that what holds on one of its days holds on all.
        const isLookedAt = isFirst || isNearChange(moment.at);
        if (isLookedAt && !isAtItsHour(digest, zone, moment.at, day))
          faults.push(`${zone} ${digest.at}: ${clockOf(zone, moment.at).toString()}`);
        const isKeyed = moment.key === `digest:${new Date(day).toISOString().slice(0, 10)}`;
        const next = digestAfter(digest, zone, moment.at);
        const isRegular = isNearChange(moment.at) || next.at - moment.at === dayMs;
        if (!isKeyed || !isRegular) faults.push(`${zone} ${digest.at}: ${moment.key}, then ${next.key}`);
        isFirst = false;
        day += dayMs;
        moment = next;
      }
    }

    expect(faults.slice(0, 10)).toEqual([]);
  });

  it("of an hour that comes twice come the first time, and of one that is skipped a little later", () => {
    const at = (zone: string, hour: string, after: string): string => {
      const moment = digestAfter({ every: "day", weekday: 1, at: hour }, zone, Date.parse(after));
      return `${new Date(moment.at).toISOString()} ${moment.key}`;
    };

    // Kyiv puts its clock back on 25 October 2026 at 04:00 and on on 29 March 2026 at 03:00.
    expect(at("Europe/Kyiv", "03:30", "2026-10-24T12:00:00Z")).toBe(
      "2026-10-25T00:30:00.000Z digest:2026-10-25",
    );
    expect(at("Europe/Kyiv", "03:30", "2026-10-25T00:30:00Z")).toBe(
      "2026-10-26T01:30:00.000Z digest:2026-10-26",
    );
    expect(at("Europe/Kyiv", "03:30", "2026-03-28T12:00:00Z")).toBe(
      "2026-03-29T01:30:00.000Z digest:2026-03-29",
    );
    // Lebanon's clock is put on at midnight: 00:30 is skipped, and the day has its digest all the same.
    expect(at("Asia/Beirut", "00:30", "2026-03-28T12:00:00Z")).toBe(
      "2026-03-28T22:30:00.000Z digest:2026-03-29",
    );
    // In Scoresbysund the skipped hour is the last of the day, which is not left without.
    expect(at("America/Scoresbysund", "23:30", "2026-03-28T12:00:00Z")).toBe(
      "2026-03-29T00:30:00.000Z digest:2026-03-28",
    );
    // India is half an hour off, Nepal a quarter.
    expect(at("Asia/Kolkata", "09:00", "2026-01-01T00:00:00Z")).toBe(
      "2026-01-01T03:30:00.000Z digest:2026-01-01",
    );
    expect(at("Asia/Kathmandu", "00:00", "2026-01-01T00:00:00Z")).toBe(
      "2026-01-01T18:15:00.000Z digest:2026-01-02",
    );
  });

  it("come exactly once a week where that is asked for", { timeout: 60_000 }, () => {
    const faults: string[] = [];
    for (const [index, zone] of zones.entries()) {
      const digest: DigestTime = { every: "week", weekday: (index % 7) + 1, at: hourFor(index) };
      let moment = digestAfter(digest, zone, beginAt);
      while (moment.at < endAt) {
        const next = digestAfter(digest, zone, moment.at);
        const [one, other] = [clockOf(zone, moment.at).toPlainDate(), clockOf(zone, next.at).toPlainDate()];
        if (one.dayOfWeek !== digest.weekday || one.until(other).days !== 7 || next.key === moment.key)
          faults.push(`${zone} ${one.toString()} ${moment.key}, then ${other.toString()} ${next.key}`);
        moment = next;
      }
    }

    expect(faults).toEqual([]);
  });

  it(
    "after a time without any are the last one that was due, and the next comes after it",
    { timeout: 60_000 },
    () => {
      const faults: string[] = [];
      for (const [index, zone] of zones.entries()) {
        for (const every of ["day", "week"] as const) {
          const digest: DigestTime = { every, weekday: (index % 7) + 1, at: hourFor(index) };
          for (let at = beginAt + index * 1_234_567; at < endAt; at += 19 * dayMs + 7_654_321) {
            const last = digestUpTo(digest, zone, at);
            const next = digestAfter(digest, zone, at);
            const following = digestAfter(digest, zone, last.at);
            if (last.at > at || next.at <= at || following.at !== next.at || following.key !== next.key)
              faults.push(`${zone} at ${new Date(at).toISOString()}: ${last.key}, ${next.key}`);
          }
        }
      }

      expect(faults).toEqual([]);
    },
  );
});

describe("quiet hours on every zone's clock", () => {
  const plans: QuietHours[] = [
    { from: "22:00", to: "07:00", except: [] },
    { from: "00:00", to: "06:30", except: [] },
    { from: "13:15", to: "13:16", except: [] },
    { from: "23:59", to: "00:01", except: [] },
    { from: "02:30", to: "03:30", except: [] },
  ];

  /** What the two clock hands say, without any reckoning in minutes. */
  function isWithin({ from, to }: QuietHours, time: string): boolean {
    return from < to ? from <= time && time < to : from <= time || time < to;
  }

  /** Moments all over the two years, and every minute around each change of the clock. */
  function* momentsOf(zone: string, index: number): Generator<number> {
    for (let at = beginAt + index * 7_919; at < endAt; at += 173 * 60 * minuteMs + 61_000) yield at;
    for (const change of changesOf(zone))
      for (let at = change - 65 * minuteMs; at <= change + 65 * minuteMs; at += minuteMs) yield at - 1;
  }

  it("are those in which the clock shows a time within them", { timeout: 60_000 }, () => {
    const faults: string[] = [];
    for (const [index, zone] of zones.entries()) {
      for (const at of momentsOf(zone, index)) {
        const time = handsOf(clockOf(zone, at));
        for (const plan of plans)
          if (isQuiet(plan, zone, at) !== isWithin(plan, time))
            faults.push(`${zone} ${time}: ${plan.from}-${plan.to}`);
      }
    }

    expect(faults.slice(0, 10)).toEqual([]);
  });

  it("end at the first moment at which the clock shows none of them", { timeout: 120_000 }, () => {
    const faults: string[] = [];
    for (const [index, zone] of zones.entries()) {
      let count = 0;
      for (const at of momentsOf(zone, index)) {
        // Each third is enough: all minutes around a change are looked at in other zones.
        if ((count += 1) % 3 > 0) continue;
        for (const plan of plans) {
          const until = quietUntil(plan, zone, at);
          const isRight =
            until === null
              ? !isQuiet(plan, zone, at)
              : until > at &&
                !isQuiet(plan, zone, until) &&
                isQuiet(plan, zone, until - 1) &&
                isQuiet(plan, zone, Math.floor((at + until) / 2));
          if (!isRight)
            faults.push(`${zone} ${new Date(at).toISOString()}: ${plan.from}-${plan.to}, ${until}`);
        }
      }
    }

    expect(faults.slice(0, 10)).toEqual([]);
  });

  it("begin and end to the minute", () => {
    const plan: QuietHours = { from: "22:00", to: "07:00", except: [] };
    const at = (time: string) => isQuiet(plan, "Asia/Kolkata", Date.parse(`2026-06-01T${time}+05:30`));

    expect([at("21:59:59"), at("22:00:00"), at("06:59:59"), at("07:00:00")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("of equal ends are the whole day", () => {
    const plan: QuietHours = { from: "08:00", to: "08:00", except: [] };

    for (let hour = 0; hour < 24; hour += 1)
      expect(isQuiet(plan, "Europe/Kyiv", beginAt + hour * 3_600_000)).toBe(true);
    expect(quietUntil(plan, "Europe/Kyiv", beginAt)).toBeNull();
  });
});
