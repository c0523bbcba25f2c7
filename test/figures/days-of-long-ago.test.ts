import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** What a report of Sunday, 25 May 2025, counts, and when. */
function datedOf(text: string, lang = "en"): readonly string[] {
  const publishedAt = Date.parse("2025-05-25T08:00:00Z");
  const { figures } = readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));
  return figures.map(({ measure, low, scope, date }) => `${measure} ${low} ${scope} ${date}`);
}

const raid = "An air raid on a camp in Gaza killed twelve people, medics said.";

describe("a day of long ago", () => {
  it.each([
    `${raid}\n\nThe assault on southern Israel on 7 October 2023 killed 1,200 people.`,
    `${raid}\n\nIsrael's campaign is its answer to the October 7 attack by Hamas, in which 1,200 people were killed.`,
  ])("is not the day of the news above it: %s", (text) => {
    expect(datedOf(text)).toEqual(["killed 12 event null", "killed 1200 event 2023-10-07"]);
  });

  it("ends with the paragraph that tells it", () => {
    const text = `Five people were killed by shelling in Kherson.\n\nOn 12 March 2022 a shell hit a shop there.\n\nTwo residents of Kherson are missing.`;
    expect(datedOf(text)).toEqual(["killed 5 event null", "missing 2 event null"]);
  });

  it.each([
    [
      "en",
      "More than 54,000 people have been killed in Gaza since 7 October 2023, when Hamas killed 1,200 people in Israel.",
    ],
    [
      "ru",
      "С 7 октября 2023 года, когда боевики ХАМАС убили 1200 израильтян, в секторе Газа погибли 54 тысячи человек.",
    ],
  ])("is that of the clause that tells what happened on it (%s)", (lang, text) => {
    expect(datedOf(text, lang).toSorted()).toEqual([
      "killed 1200 event 2023-10-07",
      "killed 54000 overall 2023-10-07/2025-05-25",
    ]);
  });

  it("is the day that the war of the report broke out, told without its year", () => {
    expect(
      datedOf("Since October 7 some 54,000 Palestinians have been killed in Gaza by Israeli strikes."),
    ).toEqual(["killed 54000 overall 2023-10-07/2025-05-25"]);
  });

  it("is no day of another strike that the report tells first", () => {
    const publishedAt = Date.parse("2025-04-24T08:00:00Z");
    const text =
      "Russian missiles struck Kyiv, killing five people.\n\nOn July 8, 2024, a missile hit a hospital there and 33 people died.";
    const { events } = readReport(makeReport({ id: "a", lang: "en", publishedAt, title: "", text }));
    expect(events.map(({ kind, date }) => `${kind} ${date}`)).toEqual(["strike null", "strike 2024-07-08"]);
  });
});

describe("a time that is told roughly, or by another", () => {
  it.each([
    "Some 9,400 soldiers have been killed in the ten-month war in Sudan, the army said.",
    "In nearly two years of fighting in Sudan 9,400 soldiers have been killed, the army said.",
  ])("is up to the day of the report: %s", (text) => {
    expect(datedOf(text)).toEqual(["killed 9400 overall 2025-05-25"]);
  });

  it("leads no report where it is told by a day of its own", () => {
    const text =
      "Seven people were killed by shelling in Kherson. Two days earlier three were killed by drones in Kherson.";
    expect(datedOf(text)[0]).toBe("killed 7 event null");
  });

  it.each([
    ["uk", "У квітні обстріли забрали життя 41 жителя Херсона, а всього — 212."],
    ["ru", "В апреле при обстрелах погиб 41 житель Херсона, а всего — 212."],
  ])("is not that of the sum of all that is told after a month (%s)", (lang, text) => {
    expect(datedOf(text, lang)).toEqual(["killed 41 overall 2025-04", "killed 212 overall 2025-05-25"]);
  });

  it("is that of the telling for a strike of which nothing else is dated", () => {
    const publishedAt = Date.parse("2025-05-25T08:00:00Z");
    const text = "Iran's army said on Saturday that its forces had struck air bases in Israel with missiles.";
    const { events } = readReport(makeReport({ id: "a", lang: "en", publishedAt, title: "", text }));
    expect(events.map(({ kind, date }) => `${kind} ${date}`)).toEqual(["strike 2025-05-24"]);
  });
});

describe("a day that stands with another deed", () => {
  it("is not the day of what people spoke out after", () => {
    const text = "Ministers voiced outrage on Friday after shelling of a market in Kherson killed 20 people.";
    expect(datedOf(text)).toEqual(["killed 20 event null"]);
  });

  it("is the day of what was done on it before another deed", () => {
    const text = "Twenty people were killed on Friday after drones hit a market in Kherson.";
    expect(datedOf(text)).toEqual(["killed 20 event 2025-05-23"]);
  });

  it("is told of a deed to come on the day of the report itself", () => {
    expect(datedOf("Hamas on Sunday is expected to free three Israeli hostages.")).toEqual([
      "hostages.released 3 planned 2025-05-25",
    ]);
  });

  it.each([
    ["en", "At least 57 people were killed earlier this month in shelling of a station in Kherson."],
    ["uk", "На початку місяця росіяни обстріляли вокзал у Херсоні, загинули 57 людей."],
  ])("may be told by the beginning of its month (%s)", (lang, text) => {
    expect(datedOf(text, lang)).toEqual(["killed 57 event 2025-05"]);
  });
});

describe("a day that a clause or another row tells", () => {
  it("is that of the clause alone", () => {
    const text =
      "Twelve drones were shot down over the Belgorod region of Russia overnight, where a strike killed 15 people on Friday.";
    expect(datedOf(text)).toEqual(["drones.downed 12 event 2025-05-25", "killed 15 event 2025-05-23"]);
  });

  it("is no day of the next row of a digest, nor is that of its heading", () => {
    const text =
      "Главное к утру воскресенья\n\n🔻22 мая в Херсоне погибли двое жителей.\n\n🔻При ударе дрона по Сумам ранены трое.";
    expect(datedOf(text, "ru")).toEqual(["killed 2 event 2025-05-22", "injured 3 event null"]);
  });
});

describe("a day of another deed or stage", () => {
  it("is ahead where it tells whose stage is planned", () => {
    const text =
      "Ukraine and Russia exchanged prisoners on Saturday. Monday's stage should bring back 300 Ukrainian prisoners of war.";
    expect(datedOf(text)).toEqual(["prisoners.released 300 planned 2025-05-26"]);
  });

  it("is that of its participle alone", () => {
    const text = "Боевики, захватившие 22 мая город Эль-Фашер в Судане, убили 46 жителей.";
    expect(datedOf(text, "ru")).toEqual(["killed 46 event null"]);
  });

  it("is no stretch that a deed is the ninth of", () => {
    const text =
      "Some 80,000 households in Kharkiv were without power on Saturday, said the company, which was attacked for the ninth time since March.";
    expect(datedOf(text)).toEqual(["customers.without_power 80000 event 2025-05-24"]);
  });
});
