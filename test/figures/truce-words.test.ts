import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

interface Item {
  readonly lang: string;
  readonly title?: string;
  readonly text: string;
  readonly side?: string;
}

function events({ lang, title = "", text, side }: Item): string[] {
  const source = { name: "Own", side: side ?? null };
  const line = { id: "r", lang, publishedAt: "2025-06-10T12:00:00Z", source, url: "", title, text };
  return readReport(parseReportLine(JSON.stringify(line))).events.map(({ kind, stage, by }) =>
    [kind, stage, by?.name ?? "-"].join(" "),
  );
}

describe("cease-fires in other words than that", () => {
  it("have begun, where a side tells that its strikes have stopped", () => {
    const text = "С 00.00 мск 10 июня удары по объектам энергетики Украины прекращены на 30 суток.";
    expect(events({ lang: "ru", side: "RU", text })).toEqual(["ceasefire started -"]);
    const own = "З опівночі удари по енергетиці Росії припинено на 30 днів.";
    expect(events({ lang: "uk", side: "UA", text: own })).toEqual(["ceasefire started -"]);
  });

  it("have not, where strikes do not stop", () => {
    const text = "Удары по объектам энергетики Украины не прекращаются.";
    expect(events({ lang: "ru", side: "UA", text })).toEqual([]);
  });

  it("are broken as what was agreed on strikes", () => {
    const text = "Украина нарушила договоренность об отказе от ударов по энергетике.";
    expect(events({ lang: "ru", side: "RU", text })).toEqual(["ceasefire violated -"]);
  });

  it.each([
    ["started", "Gaza: cease-fire holds overnight after days of fighting"],
    ["started", "Calm in Gaza as truce takes hold"],
    ["started", "Truce in Karabakh survives first night"],
    ["violated", "Hours into Karabakh truce, each side accuses the other of breaking it"],
  ])("have %s: %s", (stage, title) => {
    expect(events({ lang: "en", title, text: "" })).toEqual([`ceasefire ${stage} -`]);
  });

  it.each(["Will the truce in Sudan hold?", "Residents hope that truce in Gaza holds"])(
    "have not, where that is hoped or asked: %s",
    (title) => {
      expect(events({ lang: "en", title, text: "" })).toEqual([]);
    },
  );

  it("are not agreed on by who stays far apart on them", () => {
    const title = "Kyiv, Moscow agree on record prisoner swap but stay far apart on truce";
    expect(events({ lang: "en", title, text: "" })).toEqual(["exchange agreed -"]);
  });

  it("are broken by the word of who says so, whoever speaks after a semicolon", () => {
    const text =
      "Hamas called it a violation of the cease-fire; the Israeli army said that it had fired at armed men.";
    expect(events({ lang: "en", text })).toEqual(["ceasefire violated Hamas"]);
  });

  it("are approved by the one party that did", () => {
    const text = "Israel's security cabinet on Tuesday approved the cease-fire with Hamas.";
    expect(events({ lang: "en", text })).toEqual(["ceasefire agreed Israel"]);
  });
});

describe("talks", () => {
  it.each<Item>([
    {
      lang: "en",
      text: "Russia and Ukraine agreed to swap 100 prisoners each after two hours of talks in Ankara.",
    },
    {
      lang: "ru",
      text: "Россия и Украина договорились обменять по 100 пленных по итогам переговоров в Анкаре.",
    },
    {
      lang: "uk",
      text: "Україна і Росія домовилися обміняти по 100 полонених за підсумками переговорів в Анкарі.",
    },
  ])("were held, where two sides agreed on something after them: $text", (item) => {
    expect(events(item)).toContain("talks held -");
  });
});

describe("who tells", () => {
  it("is the outlet's own ministry where nobody's is named", () => {
    const title = "Минобороны: дом в Киеве разрушен ракетой украинской ПВО";
    expect(events({ lang: "ru", side: "RU", title, text: "" })).toEqual([
      "strike done Russian Ministry of Defence",
    ]);
  });
});
