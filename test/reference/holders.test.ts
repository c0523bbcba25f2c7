import { expect, it } from "vitest";
import { partyByCode } from "../../src/reference/parties.ts";
import { holderOf, holderRows } from "../../src/reference/holders.ts";
import { countryOf, placeByCode } from "../../src/reference/places.ts";

it.each([
  ["UA:mariupol", "2022-03-16", "UA"],
  ["UA:mariupol", "2024-05-01", "RU"],
  ["UA:kherson", "2022-02-20", "UA"],
  ["UA:kherson", "2022-07-11", "RU"],
  ["UA:kherson", "2022-12-24", "UA"],
  ["UA:donetsk", "2014-01-10", "UA"],
  ["UA:donetsk", "2021-10-26", "RU"],
  // Of an unknown day only what was held long before is held.
  ["UA:donetsk", null, "RU"],
  ["UA:mariupol", null, "UA"],
  ["UA:kherson", null, "UA"],
  ["RU:belgorod", "2024-05-01", "RU"],
])("%s was held on %s by %s", (place, day, party) => {
  expect(holderOf([place], day)).toBe(party);
});

it("a town is held with its region", () => {
  const inCrimea = holderRows().some(({ place }) => place === "UA:feodosiya");
  expect([inCrimea, holderOf(["UA:feodosiya"], "2023-12-26")]).toEqual([false, "RU"]);
});

it("every row names a place and another party than its country, from one day to a later one, and no place is held twice", () => {
  const rows = holderRows();

  expect(rows.filter(({ place }) => placeByCode(place) === null)).toEqual([]);
  expect(
    rows.filter(({ party, place }) => partyByCode(party) === null || countryOf(place) === party),
  ).toEqual([]);
  expect(
    rows.filter(({ since, until }) => !/^\d{4}-\d{2}(?:-\d{2})?$/u.test(since) || (until ?? "9999") < since),
  ).toEqual([]);
  expect(new Set(rows.map(({ place }) => place)).size).toBe(rows.length);
});
