import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CalendarDay } from "../../src/figures/dates/calendar-day.ts";
import { offsetMsAt } from "../../src/figures/dates/zone-offset.ts";

const parts = fc.record({
  year: fc.integer({ min: 1, max: 9998 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});

describe("a day of the calendar", () => {
  it("is what Temporal has for the same parts, and none where it refuses them", () => {
    fc.assert(
      fc.property(parts, (own) => {
        expect(CalendarDay.of(own)?.toString() ?? null).toBe(temporalDay(own)?.toString() ?? null);
      }),
    );
  });

  it("counts days, years and days of a month as Temporal does", () => {
    const steps = fc.record({
      days: fc.integer({ min: 0, max: 4000 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(parts, steps, (own, { days, day }) => {
        const [ours, theirs] = [CalendarDay.of(own), temporalDay(own)];
        if (ours === null || theirs === null) return;

        expect(ours.dayOfWeek).toBe(theirs.dayOfWeek);
        expect(ours.daysUntil(ours.plus(days))).toBe(days);
        expect(ours.plus(days).minus(days).toString()).toBe(theirs.toString());
        expect(ours.inYear(own.year + 1).toString()).toBe(theirs.add({ years: 1 }).toString());
        expect(ours.onDay(day).toString()).toBe(theirs.with({ day }).toString());
      }),
    );
  });

  it.each(["2025-13-01", "2025-02-30", "2025-02", "24.05.2025", ""])("is not read from %j", (text) => {
    expect(() => CalendarDay.from(text)).toThrow(RangeError);
  });

  it.each(["UTC", "Europe/Kyiv", "America/New_York", "Asia/Kolkata"])("is that of clocks in %s", (zone) => {
    const instant = fc.integer({ min: Date.UTC(2014, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(instant, (at) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
        expect(CalendarDay.at(at, offsetMsAt(zone, at)).toString()).toBe(theirs.toString());
      }),
    );
  });

  it("changes its offset at the very instant of the change of clocks", () => {
    const change = Date.UTC(2025, 2, 30, 1);
    const hourMs = 3_600_000;

    expect(offsetMsAt("Europe/Kyiv", change - 1)).toBe(2 * hourMs);
    expect(offsetMsAt("Europe/Kyiv", change)).toBe(3 * hourMs);
    expect(offsetMsAt("Europe/Kyiv", change - 1)).toBe(2 * hourMs);
  });
});

function temporalDay(own: { year: number; month: number; day: number }): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(own, { overflow: "reject" });
  } catch {
    return null;
  }
}
