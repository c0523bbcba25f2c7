import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { measureNames } from "../../src/measures.ts";
import type { Alert } from "../../src/model/alert.ts";
import { eventStages } from "../../src/model/event.ts";
import { groups, weapons } from "../../src/model/figure.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "../ledger/story.ts";

const kharkiv = ["UA:kharkiv"];

function shown(
  alerts: readonly Alert[],
  language: string,
  more: { timeZone?: string; isPossibleRepeat?: boolean } = {},
) {
  const message = composeAlert(alerts, { language, timeZone: "UTC", isPossibleRepeat: false, ...more });
  return { message, text: plainText(message) };
}

async function exchangeStory(): Promise<Story> {
  const story = await Story.begin();
  await story.tell({
    at: "10:00",
    figures: [figure("prisoners.released", "UA", 1265, { by: kyivOfficial })],
    events: [event("exchange", "done")],
  });
  await story.tell({
    at: "11:00",
    figures: [
      figure("prisoners.released", "UA", 1260, { by: moscowOfficial }),
      figure("prisoners.released", "RU", 1260, { by: moscowOfficial }),
    ],
    events: [event("exchange", "done")],
  });
  return story;
}

describe("a composed alert", () => {
  it.each([
    ["en", "Prisoner exchange: Russia: 1,260, Ukraine: 1,265"],
    ["uk", "Обмін полоненими: Росія: 1260, Україна: 1265"],
    ["ru", "Обмен пленными: Россия: 1260, Украина: 1265"],
  ])("names both sides alike and groups digits as %s does", async (language, title) => {
    const story = await exchangeStory();

    const { message } = shown(story.alerts, language);

    expect(message.title.replaceAll(/(?<=\d)\s(?=\d)/gu, "")).toBe(title);
  });

  it("stands the other side's number beside the leading one with its speaker", async () => {
    const story = await exchangeStory();

    const { message } = shown(story.alerts, "en");

    const rows = message.blocks.flatMap((block) => (block.kind === "figures" ? block.rows : []));
    expect(rows.filter((row) => row.label === "Prisoners returned, Ukraine")).toEqual([
      {
        label: "Prisoners returned, Ukraine",
        value: "1,265",
        by: "A Ukrainian official, Ukraine",
        isRival: false,
      },
      {
        label: "Prisoners returned, Ukraine",
        value: "1,260",
        by: "A Russian official, Russia",
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

    expect(text).toContain("Updated 09:05: Killed, Ukraine 14 → 16");
  });

  it.each([
    ["uk", 1, "1 загиблий"],
    ["uk", 3, "3 загиблих"],
    ["uk", 21, "21 загиблий"],
    ["ru", 1, "1 погибший"],
    ["ru", 22, "22 погибших"],
    ["en", 1, "1 killed"],
  ])("counts the dead in %s: %i", async (language, value, words) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("killed", "UA", value, { places: kharkiv, by: kyivOfficial })],
      events: [event("strike", "done", { places: kharkiv })],
    });

    expect(shown(story.alerts, language).message.title).toContain(words);
  });

  it.each([
    ["en", "4 March 2031 · Kharkiv"],
    ["uk", "4 березня 2031 р. · Харків"],
    ["ru", "4 марта 2031 г. · Харьков"],
  ])("gives date and place in %s", async (language, line) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("killed", "UA", 2, { places: kharkiv, by: kyivOfficial })],
      events: [event("strike", "done", { places: kharkiv })],
    });

    expect(shown(story.alerts, language).text).toContain(line);
  });

  it("says that a date and a place are not stated", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 5, { date: null, by: kyivOfficial })],
      events: [event("exchange", "done", { date: null })],
    });

    expect(shown(story.alerts, "en").text).toContain("date not stated · place not stated");
  });

  it.each(["en", "uk", "ru"])("keeps bounds and hedges of numbers in %s", async (language) => {
    const story = await Story.begin();
    const salvo = [
      figure("drones.launched", "RU", 400, { high: null, by: kyivOfficial }),
      figure("missiles.launched", "RU", 30, { approx: true, by: kyivOfficial }),
    ];
    await story.tell({ at: "06:00", figures: salvo, events: [event("strike", "done")] });

    const words = {
      en: ["at least 400", "about 30"],
      uk: ["щонайменше 400", "приблизно 30"],
      ru: ["минимум 400", "примерно 30"],
    }[language];

    for (const word of words ?? []) expect(shown(story.alerts, language).message.title).toContain(word);
  });

  it("marks a source that a state controls and a possible repeat", async () => {
    const [alert] = await (await exchangeStory()).alerts.slice(0, 1);
    const marked: Alert = {
      ...(alert as Alert),
      sources: [
        {
          label: "Some agency",
          url: "https://agency.example/1",
          reportId: "r",
          isStateControlled: true,
          side: "RU",
        },
      ],
    };

    const { message, text } = shown([marked], "en", { isPossibleRepeat: true });

    const links = message.blocks.flatMap((block) => (block.kind === "sources" ? block.links : []));
    expect(links.map((link) => link.label)).toEqual(["Some agency (state-controlled)"]);
    expect(text).toContain("may be a repeat");
  });

  it("leads to the development by a button", async () => {
    const { alerts } = await exchangeStory();

    expect(shown(alerts, "uk").message.actions).toEqual([
      { command: "development", argument: alerts[0]?.development, label: "Подробиці й джерела" },
    ]);
  });

  it("refuses to compose nothing", () => {
    expect(() => composeAlert([], { language: "en", timeZone: "UTC", isPossibleRepeat: false })).toThrow(
      RangeError,
    );
  });
});

describe.each([...textLanguages])("the texts of %s", (language) => {
  const texts = textsOf(language);

  it("name every measure, group, weapon and stage", () => {
    const stages = Object.entries(eventStages).flatMap(([kind, list]) =>
      kind === "strike" || kind === "exchange" ? [] : list.map((stage) => `title-${kind}-${stage}`),
    );
    const ids = [
      ...measureNames.map((measure) => `measure-${measure.replaceAll(".", "-")}`),
      ...groups.map((group) => `group-${group}`),
      ...weapons.map((weapon) => `weapon-${weapon}`),
      ...stages,
    ];

    expect(ids.filter((id) => !texts.has(id))).toEqual([]);
  });

  it("are the same texts as in English", () => {
    expect(texts.ids().toSorted()).toEqual(textsOf("en").ids().toSorted());
  });
});
