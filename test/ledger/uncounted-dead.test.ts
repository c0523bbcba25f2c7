import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import type { Alert } from "../../src/model/alert.ts";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";
import { Story, event, figure, kyivOfficial } from "./story.ts";

const publishedAt = Date.parse("2031-03-04T12:00:00Z");

function isDeadlyIn(lang: string, title: string, text = ""): boolean {
  const { events } = readReport(makeReport({ id: "a", lang, publishedAt, title, text }));
  return events.some(({ isDeadly }) => isDeadly === true);
}

const titleIn = (language: string, alert: Alert) =>
  composeAlert([alert], { language, timeZone: "UTC", isPossibleRepeat: false }).title;

const where = { places: ["UA:kharkiv"], date: null, isDeadly: true as const };

describe("dead whom nobody has counted yet", () => {
  it.each([
    ["en", "Deadly Russian drone strike hits a hospital in Kharkiv"],
    ["en", "Russian missile strike on Kharkiv kills several people"],
    ["uk", "Росіяни вдарили по Харкову: є загиблі та поранені"],
    ["ru", "Удар по Белгороду: есть погибшие"],
  ])("are read from a title: %s, %s", (lang, title) => {
    expect(isDeadlyIn(lang, title)).toBe(true);
  });

  it.each([
    ["en", "Russian troops fire deadly cluster munitions at Kharkiv, says a watchdog", ""],
    ["en", "Drones hit Kharkiv", "The strike came a week after a deadly attack on the city."],
    ["en", "Russian missile strike on Kharkiv kills four people", ""],
    ["uk", "Росіяни вдарили по Харкову, загиблих немає", ""],
  ])("are not read where the news is another, or they are counted: %s, %s %s", (lang, title, text) => {
    expect(isDeadlyIn(lang, title, text)).toBe(false);
  });

  it("are news by somebody's word, told without a number", async () => {
    const story = await Story.begin();

    const [alert] = await story.tell({
      at: "07:00",
      events: [event("strike", "done", { ...where, by: kyivOfficial })],
    });

    expect(alert).toMatchObject({ type: "new", isLoud: true, isDeadly: true, figures: [] });
    if (alert === undefined) return;
    expect(["en", "uk", "ru"].map((language) => titleIn(language, alert))).toEqual([
      "Kharkiv: strike, people killed",
      "Харків: удар, є загиблі",
      "Харьков: удар, есть погибшие",
    ]);
  });

  it("ring again with their first number, which the title then gives", async () => {
    const story = await Story.begin();
    const said = { ...where, by: kyivOfficial };
    await story.tell({ at: "07:00", events: [event("strike", "done", said)] });

    const [alert] = await story.tell({
      at: "08:00",
      figures: [figure("killed", "UA", 4, { places: where.places, date: null, by: kyivOfficial })],
      events: [event("strike", "done", { places: where.places, date: null })],
    });

    expect(alert).toMatchObject({ type: "update", isLoud: true });
    expect(alert?.isDeadly).toBeUndefined();
  });

  it("wait where one outlet tells of them without a day and anybody's word", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "07:00", events: [event("strike", "done", where)] })).toEqual([]);
  });
});

describe("one or two dead of a town, told without their day", () => {
  const one = (by: typeof kyivOfficial | null) => ({
    figures: [figure("killed", "UA", 1, { places: ["UA:kharkiv"], date: null, by })],
    events: [event("strike", "done", { places: ["UA:kharkiv"], date: null })],
  });

  it("are another strike's a week later, and the same ones within two days", async () => {
    const story = await Story.begin();
    expect(await story.tell({ at: "2031-03-04T07:00Z", ...one(kyivOfficial) })).toHaveLength(1);
    expect(await story.tell({ at: "2031-03-05T07:00Z", ...one(kyivOfficial) })).toEqual([]);

    expect(await story.tell({ at: "2031-03-11T07:00Z", ...one(kyivOfficial) })).toMatchObject([
      { type: "new" },
    ]);
  });
});
