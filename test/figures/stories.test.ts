import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { placeByCode } from "../../src/reference/places.ts";
import { parseReportLine } from "../../src/report/parse.ts";

interface Told {
  readonly title?: string;
  readonly text: string;
  readonly source?: { readonly name: string; readonly side: string | null };
  readonly lang?: string;
}

function reading({ title = "", text, source = { name: "Own", side: null }, lang = "uk" }: Told) {
  const publishedAt = "2025-03-10T10:00:00Z";
  return readReport(
    parseReportLine(JSON.stringify({ id: "r", lang, publishedAt, source, url: "", title, text })),
  );
}

describe("posts of a town's own bodies", () => {
  const source = { name: "Міський голова Полтави", side: "UA" };

  it("takes a district that is named after a capital for a district of the town", () => {
    const { figures } = reading({
      text: "Окупанти б'ють по Київському району. Відомо про чотирьох постраждалих.",
      source,
    });
    expect(figures.map(({ measure, places }) => [measure, places])).toEqual([["injured", ["UA:poltava"]]]);
  });

  it("goes on with the town that an army shelled, and not with its region", () => {
    const { figures } = reading({
      title: "Обстріл Вовчанська",
      text: "Армія РФ обстріляла Вовчанськ на Харківщині. Двоє людей поранені.",
    });
    expect(figures.map(({ places }) => places[0])).toEqual(["UA:vovchansk"]);
  });
});

describe("a side that says that it did not strike", () => {
  const source = { name: "Сили оборони півдня", side: "UA" };

  it("denies a strike at the place told of before", () => {
    const { events } = reading({
      text: "Щодо повідомлень окупаційної влади про нібито удар по школі в Скадовську. Українські підрозділи по школі не били, заявив речник.",
      source,
    });
    expect(events).toMatchObject([
      { kind: "strike", isDenial: true, by: { side: "UA" }, places: ["UA:skadovsk"] },
    ]);
  });

  it("denies nothing of what the enemy left undone", () => {
    const { events } = reading({
      text: "Сьогодні ворог не атакував Харків. Вчора був удар по Сумах.",
      source,
    });
    expect(events.filter(({ isDenial }) => isDenial)).toEqual([]);
  });
});

describe("where an exchange was agreed on", () => {
  it("is no party of the war that the freed came from", () => {
    const { figures } = reading({
      text: "Додому повернулися 140 наших захисників. Це перша група за домовленостями в Абу-Дабі.",
      source: { name: "Центр повернення", side: "UA" },
    });
    expect(figures).toMatchObject([{ measure: "prisoners.released", side: "UA", low: 140 }]);
  });
});

describe("a quarter of Gaza City", () => {
  it("is of the city, by whichever of both a strike is told", () => {
    const told = reading({
      lang: "en",
      title: "Strike on Shujaiya kills nine",
      text: "An Israeli air strike on Shujaiya in Gaza City killed nine people on Monday, medics said.",
    });
    expect(told.figures.every(({ places }) => places.some((code) => townOf(code) === "PS:gaza"))).toBe(true);
  });
});

function townOf(code: string): string {
  return placeByCode(code)?.kind === "area" ? (placeByCode(code)?.parent ?? code) : code;
}

it("a poll about a truce proposes none", () => {
  const { events } = reading({
    lang: "en",
    title: "Poll: most Israelis want Gaza truce extended",
    text: "Sixty percent of Israelis would extend the truce in Gaza, a survey of 812 adults found.",
  });
  expect(events).toEqual([]);
});
