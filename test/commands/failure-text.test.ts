import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { failureText, wordedFailures } from "../../src/commands/failure-text.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";

describe("why a source failed", () => {
  it.each(textLanguages)("has words in %s for every code, and for any status", (language) => {
    const say = (code: string): string =>
      failureText((key, args) => textsOf(language).text(key, args), { code, text: "English" });

    for (const code of [...wordedFailures, "http-418", "http-520"]) {
      expect(say(code)).toMatch(/\S/u);
      expect(say(code)).not.toBe("English");
    }
    expect(say("http-520")).toContain("HTTP 520");
    expect(say("a-new-code")).toBe("English");
  });

  it("has words for every code that docs/sources.md lists", () => {
    const docs = readFileSync(new URL("../../docs/sources.md", import.meta.url), "utf8");
    const table = docs.slice(docs.indexOf("### Fault codes"), docs.indexOf("## Reading feeds"));
    const listed = [...table.matchAll(/^\|(.*?)\|/gmu)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([a-z-]+)`/gu)].map(([, code]) => code),
    );

    expect(listed.length).toBeGreaterThan(15);
    // Called off by us: it is never a state of a source.
    expect(listed.filter((code) => code !== "aborted" && !wordedFailures.has(code ?? ""))).toEqual([]);
  });
});
