import { describe, expect, it } from "vitest";
import {
  countryOf,
  displayName,
  isWithin,
  parentOf,
  placeByCode,
  placeName,
  placeRows,
  timeZoneOf,
} from "../../src/reference/places.ts";

describe("the hierarchy of places", () => {
  it.each([
    ["UA:kupiansk", "UA-63"],
    ["UA:kupiansk", "UA"],
    ["UA-63", "UA"],
    ["UA", "UA"],
    ["UA:yalta", "UA-43"],
    ["PS:rafah", "PS:gaza-strip"],
    ["SD:el-fasher", "SD:darfur"],
    ["UA:mala-perehonivka", "UA"],
  ])("%s lies in %s", (inner, outer) => {
    expect(isWithin(inner, outer)).toBe(true);
  });

  it.each([
    ["UA-63", "UA:kupiansk"],
    ["UA:kyiv", "UA-32"],
    ["RU:belgorod", "UA"],
    ["UA:donetsk", "RU-ROS"],
  ])("%s does not lie in %s", (inner, outer) => {
    expect(isWithin(inner, outer)).toBe(false);
  });

  it("counts territory by recognised borders", () => {
    expect(countryOf("UA:sevastopol")).toBe("UA");
    expect(countryOf("UA:donetsk")).toBe("UA");
    expect(countryOf("RU:donetsk-rostov")).toBe("RU");
    expect(countryOf("AZ:stepanakert")).toBe("AZ");
  });

  it("gives a sea to no country", () => {
    expect(countryOf("black-sea")).toBeNull();
    expect(parentOf("black-sea")).toBeNull();
  });
});

describe("names", () => {
  it("tells a city from its region", () => {
    expect([placeName("UA:kharkiv"), placeName("UA-63")]).toEqual(["Kharkiv", "Kharkiv"]);
    expect(displayName("UA:kharkiv", "uk")).toBe("Харків");
    expect(displayName("UA-63", "uk")).toBe("Харківська область");
  });

  it("names an unlisted village by its slug", () => {
    expect(placeByCode("UA:mala-perehonivka")).toBeNull();
    expect(placeName("UA:mala-perehonivka")).toBe("Mala Perehonivka");
    expect(displayName("UA:mala-perehonivka", "uk")).toBe("Mala Perehonivka");
  });

  it("falls back to English for a language it has no names in", () => {
    expect(displayName("UA:lviv", "de")).toBe("Lviv");
  });
});

describe("time zones", () => {
  it.each([
    ["UA:kupiansk", "Europe/Kyiv"],
    ["UA:mala-perehonivka", "Europe/Kyiv"],
    ["RU:belgorod", "Europe/Moscow"],
    ["RU:samara", "Europe/Samara"],
    ["IL:haifa", "Asia/Jerusalem"],
    ["PS:khan-yunis", "Asia/Gaza"],
    ["black-sea", "Europe/Kyiv"],
  ])("%s keeps %s", (code, zone) => {
    expect(timeZoneOf(code)).toBe(zone);
  });

  it("is unknown for a code of nowhere", () => {
    expect(timeZoneOf("ZZ:nowhere")).toBeNull();
  });

  it("are all known to the runtime", () => {
    const zones = new Set(placeRows().flatMap((row) => row.zone ?? []));

    for (const zone of zones)
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone }), zone).not.toThrow();
  });
});

/** Which place a surface form belongs to, unambiguous forms only. */
function codesOf(lang: "en" | "uk" | "ru", form: string): string[] {
  return placeRows()
    .filter((row) => row.forms[lang].includes(form))
    .map((row) => row.code);
}

describe("surface forms", () => {
  it.each([
    ["uk", "харкові", "UA:kharkiv"],
    ["uk", "харківській області", "UA-63"],
    ["uk", "харківщині", "UA-63"],
    ["uk", "харківська обл.", "UA-63"],
    ["uk", "куп'янську", "UA:kupiansk"],
    ["uk", "кривому розі", "UA:kryvyi-rih"],
    ["uk", "секторі гази", "PS:gaza-strip"],
    ["ru", "белгородской области", "RU-BEL"],
    ["ru", "краснодарском крае", "RU-KDA"],
    ["ru", "на-дону", null],
    ["ru", "ростове-на-дону", "RU:rostov-on-don"],
    ["ru", "угледаре", "UA:vuhledar"],
    ["ru", "артемовске", "UA:bakhmut"],
    ["en", "artemivsk", "UA:bakhmut"],
    ["en", "kharkov", "UA:kharkiv"],
    ["en", "kharkov region", "UA-63"],
    ["en", "kharkiv oblast", "UA-63"],
    ["en", "dnipro region", "UA-12"],
    ["en", "krasnodar krai", "RU-KDA"],
    ["en", "khan younis", "PS:khan-yunis"],
  ] as const)("in %s, %s is %s", (lang, form, code) => {
    expect(codesOf(lang, form)).toEqual(code === null ? [] : [code]);
  });

  it("keeps the adjective of a region for lists", () => {
    expect(placeByCode("UA-59")?.adjectives?.uk).toContain("сумській");
    expect(placeByCode("RU-BRY")?.adjectives?.ru).toContain("брянской");
  });

  it("marks those that are common words", () => {
    expect(placeByCode("UA:sumy")?.ambiguous).toContain("сумах");
    expect(placeByCode("QA:doha")?.ambiguous).toContain("досі");
    expect(placeByCode("UA:kharkiv")?.ambiguous).toBeUndefined();
  });

  it("marks those that are written in capitals only", () => {
    expect(placeByCode("US")?.acronyms).toContain("us");
    expect(placeByCode("RU")?.acronyms).toContain("рф");
  });
});
