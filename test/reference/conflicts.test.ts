import { describe, expect, it } from "vitest";
import { conflictRows, conflictsAt, conflictsBy } from "../../src/reference/conflicts.ts";
import { partyByCode } from "../../src/reference/parties.ts";
import { placeByCode } from "../../src/reference/places.ts";

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe("conflicts that have ended", () => {
  it("are none that anything can follow or be filed under", () => {
    expect(idsOf(conflictRows())).not.toContain("LK");
    expect(conflictRows().filter(({ until }) => until !== undefined)).toEqual([]);
  });

  it("are told of in reports of their time only", () => {
    expect(idsOf(conflictsBy("2009-05-16"))).toContain("LK");
    expect(idsOf(conflictsBy("2009-05-19"))).not.toContain("LK");
    expect(idsOf(conflictsAt("1980-01-01"))).not.toContain("LK");
    expect(idsOf(conflictsBy(null))).not.toContain("LK");
  });

  it("name parties and places that exist, and end after they began", () => {
    const ended = ["2002-01-01", "2009-01-01", "2011-03-01", "2017-01-01", "2020-01-10", "2008-08-09"]
      .flatMap((day) => conflictsAt(day))
      .filter(({ until }) => until !== undefined);
    expect(ended.filter(({ parties }) => parties.some((party) => partyByCode(party) === null))).toEqual([]);
    expect(ended.filter(({ places }) => places.some((code) => placeByCode(code) === null))).toEqual([]);
    expect(ended.filter(({ since, until }) => (until ?? "") < since)).toEqual([]);
  });
});

it("a conflict that goes on is among those of a day before it began, for who its foes are, but is not fought then", () => {
  expect(idsOf(conflictsAt("2020-01-01"))).toContain("SD");
  expect(idsOf(conflictsBy("2020-01-01"))).not.toContain("SD");
});
