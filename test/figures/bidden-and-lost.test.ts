import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

function read(text: string, lang = "en", title = "") {
  const source = { name: "Own", side: null };
  const line = { id: "r", lang, publishedAt: "2026-01-05T15:00:00Z", source, url: "", title, text };
  return readReport(parseReportLine(JSON.stringify(line)));
}

/** The figures of a text, as `measure side number scope`. */
function told(text: string, lang = "en", title = ""): string[] {
  return read(text, lang, title).figures.map(({ measure, side, low, high, scope }) =>
    [measure, side, low ?? high, scope].join(" "),
  );
}

describe("people who are told to leave", () => {
  it.each([
    ["en", "Up to 70,000 residents of Kherson have been told to flee their homes.", "UA 70000"],
    ["en", "Some 200,000 people in southern Lebanon were told to leave their homes.", "LB 200000"],
    ["en", "Israel has ordered more than 100,000 Palestinians to leave Rafah.", "PS 100000"],
    ["en", "The army ordered 30,000 residents of Bint Jbeil to evacuate on Monday.", "LB 30000"],
    ["uk", "Влада наказала евакуювати 3000 мешканців Куп'янська.", "UA 3000"],
    ["ru", "Власти приказали эвакуировать 3000 жителей Купянска.", "UA 3000"],
  ])("have not left yet: %s %s", (lang, text, figure) => {
    expect(told(text, lang)).toEqual([`evacuated ${figure} planned`]);
    expect(read(text, lang).events.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual([
      "evacuation ordered",
    ]);
  });

  it("who had to leave has left", () => {
    const text = "About 30,000 people had to leave their homes in Khan Younis because of the fighting.";
    expect(told(text)).toEqual(["evacuated PS 30000 event"]);
  });
});

describe("whose the lost are", () => {
  it.each([
    "Russia has lost two more of its generals in Ukraine, Kyiv says.",
    "Kyiv said Russia had lost two of its generals in the Kherson region.",
  ])("they are those of who lost them, whoever tells it: %s", (text) => {
    expect(read(text).figures.map(({ side, low }) => `${side} ${low}`)).toEqual(["RU 2"]);
  });

  it("who lost men of its own tells of them itself", () => {
    const title = "Ukraine says it has killed 900 Russian troops and lost 130 of its own";
    expect(read("", "en", title).figures.map(({ side, low }) => `${side} ${low}`)).toEqual([
      "RU 900",
      "UA 130",
    ]);
  });

  it.each([
    "Around 40,000 civilians have died in the war, the US military says.",
    "A general at the head of the US military also says around 40,000 civilians have died in the war.",
  ])("a war is named after a land, and who tells of it is no party to it: %s", (text) => {
    expect(told(text, "en", "Ukraine war: US estimates losses")).toEqual(["killed UA 40000 overall"]);
  });
});

describe("the worst attack of a time", () => {
  it("is one attack", () => {
    const text =
      "The strikes on Kharkiv killed a total of 30 civilians in one of the bloodiest attacks in recent weeks.";
    expect(told(text)).toEqual(["killed UA 30 event"]);
  });

  it("what is told of recent weeks is no attack of one day", () => {
    expect(told("Strikes on Kharkiv have killed 30 civilians in recent weeks.")).toEqual([
      "killed UA 30 overall",
    ]);
  });
});
