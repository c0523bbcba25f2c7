import { describe, expect, it } from "vitest";
import { daysBefore, daysOf, lengthOf } from "../../../../adapters/store/sqlite/days.ts";

describe("daysOf", () => {
  it.each([
    ["2025-05-24", "2025-05-24", "2025-05-24"],
    ["2025-05-23/2025-05-24", "2025-05-23", "2025-05-24"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2022", "2022-01-01", "2022-12-31"],
    ["2022-02/2025", "2022-02-01", "2025-12-31"],
    ["2025-04-30/2025-05", "2025-04-30", "2025-05-31"],
  ])("reads %s", (date, first, last) => {
    expect(daysOf(date)).toEqual({ first, last });
  });

  it.each([
    "",
    "24 May",
    "2025-13",
    "2025-02-30",
    "2025-5-4",
    "2025-05-24T12:00",
    "2025-05-01/2025-05-02/2025-05-03",
  ])("refuses %j", (date) => {
    expect(() => daysOf(date)).toThrow(expect.objectContaining({ code: "bad-date" }));
  });
});

it("counts days across months and leap days", () => {
  expect(lengthOf({ first: "2024-02-27", last: "2024-03-01" })).toBe(3);
  expect(daysBefore("2024-03-01", 1)).toBe("2024-02-29");
});
