import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";

/** What texts are called, and which values each of them shows. */
function valuesOf(language: string, file: string): ReadonlyMap<string, string> {
  const source = readFileSync(new URL(`../../src/languages/${language}/${file}`, import.meta.url), "utf8");
  const texts = source.split(/^(?=[a-z][\w-]* =)/mu).filter((part) => /^[a-z][\w-]* =/u.test(part));
  return new Map(
    texts.map((text) => {
      const names = [...text.matchAll(/\$([a-zA-Z]+)/gu)].map(([, name]) => name ?? "");
      return [text.slice(0, text.indexOf(" ")), [...new Set(names)].toSorted().join(" ")];
    }),
  );
}

describe.each(["commands.ftl", "command-names.ftl", "settings.ftl"])("the texts of %s", (file) => {
  it.each(["uk", "ru"])("are all there in %s, with the same values", (language) => {
    const english = valuesOf("en", file);
    const other = valuesOf(language, file);

    expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    const different = [...english].filter(([id, values]) => {
      const own = other.get(id) ?? "";
      // A plural form may say its number in words: "one more".
      return values.replace("count", "").trim() !== own.replace("count", "").trim();
    });
    expect(different).toEqual([]);
  });

  it.each(textLanguages)("can be read in %s with any number", (language) => {
    const texts = textsOf(language);
    const values = valuesOf(language, file);

    for (const [id, names] of values) {
      const given = Object.fromEntries(names.split(" ").map((name) => [name, name === "count" ? 5 : "x"]));
      for (const count of [0, 1, 2, 5, 21, 1_000])
        expect(texts.text(id, "count" in given ? { ...given, count } : given)).not.toMatch(/[{}]|\$/u);
    }
  });
});
