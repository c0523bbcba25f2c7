import { describe, expect, it } from "vitest";
import type { Measure } from "../../src/measures.ts";
import type { Alert } from "../../src/model/alert.ts";
import { Story, event, figure, kyivOfficial } from "../ledger/story.ts";
import { exchangeStory, kharkiv, shown } from "./composing.ts";

describe("an alert with numbers", () => {
  it("stands the other side's number beside the leading one with its speaker", async () => {
    const story = await exchangeStory();

    const { message } = shown(story.alerts, "en");

    const rows = message.blocks.flatMap((block) => (block.kind === "figures" ? block.rows : []));
    expect(rows.filter((row) => row.label === "Prisoners returned to Ukraine")).toEqual([
      {
        label: "Prisoners returned to Ukraine",
        value: "1,265",
        by: "A Ukrainian official",
        isRival: false,
      },
      {
        label: "Prisoners returned to Ukraine",
        value: "1,260",
        by: "A Russian official",
        isRival: true,
      },
    ]);
  });

  it("says when a number changed, in the hours of the chat", async () => {
    const story = await Story.begin();
    const toll = (value: number) => figure("killed", "UA", value, { places: kharkiv, by: kyivOfficial });
    await story.tell({
      at: "06:00",
      figures: [toll(14)],
      events: [event("strike", "done", { places: kharkiv })],
    });
    await story.tell({
      at: "07:05",
      figures: [toll(16)],
      events: [event("strike", "done", { places: kharkiv })],
    });

    const { text } = shown(story.alerts, "en", { timeZone: "Europe/Kyiv" });

    expect(text).toContain("Updated 09:05: Killed 14 → 16");
  });

  it.each([
    ["en", "Prisoners returned to Ukraine: 5 (A Ukrainian official)"],
    ["uk", "Україні повернуто полонених: 5 (A Ukrainian official, Україна)"],
    ["ru", "Украине возвращено пленных: 5 (A Ukrainian official, Украина)"],
  ])("tells in %s to whom people came home and who says so", async (language, row) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 5, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });

    expect(shown(story.alerts, language).text.split("\n")).toContain(row);
  });

  it.each([
    ["en", "Prisoners to be returned to Ukraine: 1,000 (A Ukrainian official)"],
    ["uk", "Україні мають повернути полонених: 1000 (A Ukrainian official, Україна)"],
    ["ru", "Украине должны вернуть пленных: 1000 (A Ukrainian official, Украина)"],
  ])("tells in %s what was promised as a promise", async (language, row) => {
    const story = await Story.begin();
    const promised = (side: string) =>
      figure("prisoners.released", side, 1000, { scope: "planned", by: kyivOfficial });
    await story.tell({
      at: "06:00",
      figures: [promised("UA"), promised("RU")],
      events: [event("exchange", "agreed", { by: kyivOfficial })],
    });

    expect(
      shown(story.alerts, language)
        .text.replaceAll(/(?<=\d)\s(?=\d)/gu, "")
        .split("\n"),
    ).toContain(row);
  });

  it.each([
    ["en", "Prisoners to be returned: 1,000"],
    ["uk", "Мають повернути полонених: 1000"],
    ["ru", "Должны вернуть пленных: 1000"],
  ])("tells in %s of a promise without a side as one", async (language, row) => {
    const [alert] = (await exchangeStory()).alerts;
    const promise = { ...figure("prisoners.released", null, 1000, { scope: "planned" }), isRival: false };
    const deal: Alert = { ...(alert as Alert), subject: "deal", stage: "agreed", figures: [promise] };

    const { text } = shown([deal], language);

    expect(text.replaceAll(/(?<=\d)[^\S\n](?=\d)/gu, "").split("\n")).toContain(row);
  });

  it.each([
    ["en", "Ukrainian Air Force"],
    ["uk", "Повітряні сили ЗСУ"],
    ["ru", "Воздушные силы ВСУ"],
  ])("names in %s the body whose own channel speaks, however it spells itself", async (language, name) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      outlet: "Повітряні сили ЗС України",
      outletSide: "UA",
      figures: [figure("drones.launched", "RU", 300)],
      events: [event("strike", "done")],
    });

    expect(shown(story.alerts, language).text).toContain(`(${name})`);
  });

  it.each([
    ["en", "Missiles: 13 launched (cruise: 9, ballistic: 4), 4 stopped (A Ukrainian official)"],
    ["uk", "Ракети: запущено 13 (крилаті: 9, балістичні: 4), зупинено 4 (A Ukrainian official, Україна)"],
    [
      "ru",
      "Ракеты: запущено 13 (крылатые: 9, баллистические: 4), остановлено 4 (A Ukrainian official, Украина)",
    ],
  ])("puts a salvo of one speaker into one line in %s, its parts in brackets", async (language, row) => {
    const story = await Story.begin();
    const by = { by: kyivOfficial };
    await story.tell({
      at: "06:00",
      figures: [
        figure("drones.launched", "RU", 810, by),
        figure("missiles.launched", "RU", 13, by),
        figure("missiles.launched", "RU", 9, { ...by, weapon: "cruise", within: true }),
        figure("missiles.launched", "RU", 4, { ...by, weapon: "ballistic", within: true }),
        figure("missiles.stopped", "RU", 4, by),
        figure("missiles.downed", "RU", 4, by),
      ],
      events: [event("strike", "done")],
    });

    expect(shown(story.alerts, language).text.split("\n")).toContain(row);
  });

  it("fits a phone's screen however many numbers are known, the dead first", async () => {
    const story = await Story.begin();
    const at = { places: kharkiv, by: kyivOfficial };
    const counts = [
      "sites.hit",
      "rescued",
      "buildings.damaged",
      "missing",
      "customers.without_power",
      "injured",
      "killed",
    ];
    await story.tell({
      at: "06:00",
      figures: counts.flatMap((measure, index) => [
        figure(measure as Measure, "UA", 20 + index, at),
        figure(measure as Measure, "UA", 2 + index, { ...at, group: "children", within: true }),
      ]),
      events: [event("strike", "done", { places: kharkiv })],
    });

    const { message, text } = shown(story.alerts, "en");

    const rows = message.blocks.flatMap((block) => (block.kind === "figures" ? block.rows : []));
    expect(rows[0]).toMatchObject({ label: "Killed", value: "26 (children: 8)" });
    expect(rows[1]).toMatchObject({ label: "Injured", value: "25 (children: 7)" });
    expect(text.split("\n").length).toBeLessThanOrEqual(8);
    expect(text).not.toContain("Rescued");
  });

  it("leaves the other side's dead out of a place's strike", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [
        figure("killed", "UA", 2, { places: kharkiv, by: kyivOfficial }),
        figure("killed", "RU", 3, { places: kharkiv, by: kyivOfficial }),
      ],
      events: [event("strike", "done", { places: kharkiv })],
    });

    expect(story.alerts.flatMap((alert) => alert.figures.map((known) => known.side))).toEqual(["UA"]);
  });
});
