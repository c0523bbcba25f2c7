import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/languages/detect.ts";
import { languages } from "../../src/languages/registry.ts";

describe("the registry of languages", () => {
  it("holds exactly the language folders", () => {
    const folders = readdirSync(new URL("../../src/languages", import.meta.url), {
      withFileTypes: true,
    }).filter((entry) => entry.isDirectory());

    expect(languages.map((language) => language.tag).toSorted()).toEqual(
      folders.map((folder) => folder.name).toSorted(),
    );
  });

  it.each(languages.map((language) => [language.tag, language] as const))(
    "%s names twelve months and seven days, and writes its forms in lower case",
    (_, language) => {
      expect(language.calendar.months).toHaveLength(12);
      expect(language.calendar.weekdays).toHaveLength(7);
      for (const forms of Object.values(language.lexicon)) expect(forms).toBe(forms.toLowerCase());
    },
  );

  it.each(
    languages
      .filter(({ officeNames }) => officeNames !== null)
      .map((language) => [language.tag, language] as const),
  )("%s has a name for every office of every language, and for no other", (_, { officeNames }) => {
    const patterns = new Set(languages.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
    expect(Object.keys(officeNames ?? {}).toSorted()).toEqual([...patterns].toSorted());
  });

  it.each([
    ["en", "Russia and Ukraine swapped prisoners on Saturday"],
    ["uk", "Унаслідок атаки на місто є поранені"],
    ["ru", "Были сбиты беспилотники, сообщил мэр"],
  ])("tells %s by its letters and words", (tag, text) => {
    expect(detectLanguage(text)?.tag).toBe(tag);
  });

  it("tells no language of a text in none of them", () => {
    expect(detectLanguage("漢字だけの文")).toBeNull();
  });
});
