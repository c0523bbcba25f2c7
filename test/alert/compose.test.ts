import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Measure } from "../../src/measures.ts";
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

describe("the title of a cease-fire", () => {
  it.each([
    ["en", "Cease-fire agreed (energy sites): Russia–Ukraine"],
    ["uk", "Домовлено про припинення вогню (об'єкти енергетики): Росія – Україна"],
    ["ru", "Согласовано прекращение огня (объекты энергетики): Россия – Украина"],
  ])("names what it is limited to in %s", async (language, title) => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      events: [event("ceasefire", "agreed", { by: moscowOfficial, limit: "energy" })],
    });

    expect(shown(story.alerts, language).message.title).toBe(title);
  });

  it("names nothing where all of the fighting ends", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      events: [event("ceasefire", "agreed", { by: moscowOfficial, limit: "general" })],
    });

    expect(shown(story.alerts, "en").message.title).toBe("Cease-fire agreed: Russia–Ukraine");
  });
});

describe("a composed alert", () => {
  it.each([
    ["en", "Russian governor", "Ukrainian police"],
    ["uk", "губернатор, Росія", "поліція, Україна"],
    ["ru", "губернатор, Россия", "полиция, Украина"],
  ])(
    "calls an office that speaks without a name as %s does, and whose it is",
    async (language, governor, police) => {
      const story = await Story.begin();
      await story.tell({
        at: "10:00",
        figures: [
          figure("killed", "UA", 4, { by: { name: "Ukrainian police", side: "UA" }, places: kharkiv }),
          figure("killed", "UA", 6, { by: { name: "Russian governor", side: "RU" }, places: kharkiv }),
        ],
        events: [event("strike", "done", { places: kharkiv })],
      });

      const { text } = shown(story.alerts, language);

      expect(text).toContain(governor);
      expect(text).toContain(police);
    },
  );

  it.each([
    ["en", "Prisoner exchange: 1,260 to Russia, 1,265 to Ukraine"],
    ["uk", "Обмін полоненими: 1260 – Росії, 1265 – Україні"],
    ["ru", "Обмен пленными: 1260 – России, 1265 – Украине"],
  ])("names both sides alike and groups digits as %s does", async (language, title) => {
    const story = await exchangeStory();

    const { message } = shown(story.alerts, language);

    expect(message.title.replaceAll(/(?<=\d)\s(?=\d)/gu, "")).toBe(title);
  });

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
    ["en", "4 March 2031 · Istanbul"],
    ["uk", "4 березня 2031 р. · Стамбул"],
    ["ru", "4 марта 2031 г. · Стамбул"],
  ])("gives date and place in %s", async (language, line) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 5, { by: kyivOfficial })],
      events: [event("exchange", "done", { places: ["TR:istanbul"] })],
    });

    expect(shown(story.alerts, language).text).toContain(line);
  });

  it.each([
    ["en", ["UA:odesa", "UA-51"], "Odesa: strike", "4 March 2031"],
    ["en", ["UA-51"], "Odesa region: strike", "4 March 2031"],
    ["uk", ["UA-51"], "Одеська область: удар", "4 березня 2031 р."],
    ["en", ["UA:synelnykove", "UA-12"], "Synelnykove: strike", "4 March 2031 · Dnipropetrovsk region"],
    ["ru", ["UA:synelnykove", "UA-12"], "Синельниково: удар", "4 марта 2031 г. · Днепропетровская область"],
  ])("names a place once: in %s, %j is %j", async (language, places, title, line) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("killed", "UA", 2, { places, by: kyivOfficial })],
      events: [event("strike", "done", { places })],
    });

    const { message, text } = shown(story.alerts, language);

    expect(message.title).toContain(title);
    expect(text.split("\n")[0]).toBe(line);
  });

  it("says that the day is not stated where it would be taken for today, and nothing of the place", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 5, { date: null, by: kyivOfficial })],
      events: [event("exchange", "done", { date: null })],
    });

    expect(shown(story.alerts, "en").text).toMatch(/^Date not stated; first reported 4 March 2031\n/u);
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

  it("names the town once it is known that a region's strike hit it", async () => {
    const story = await Story.begin();
    for (const [at, places] of [
      ["06:00", ["UA-51"]],
      ["07:00", ["UA:odesa"]],
    ] as const) {
      const dead = figure("killed", "UA", at === "06:00" ? 2 : 3, { places, by: kyivOfficial });
      await story.tell({ at, figures: [dead], events: [event("strike", "done", { places })] });
    }

    expect(story.alerts.map((alert) => shown([alert], "en").message.title)).toEqual([
      "Odesa region: strike, 2 killed",
      "Odesa: strike, 3 killed",
    ]);
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

  it.each([
    ["uk", 21, "21 дрон"],
    ["uk", 103, "103 дрони"],
    ["ru", 121, "121 беспилотник"],
    ["ru", 111, "111 беспилотников"],
    ["en", 101, "101 drones"],
  ])("counts drones in %s: %i", async (language, value, words) => {
    const story = await Story.begin();
    const figures = [figure("drones.launched", "RU", value), figure("missiles.launched", "RU", 90)];
    await story.tell({ at: "06:00", figures, events: [event("strike", "done", { by: kyivOfficial })] });

    expect(shown(story.alerts, language).message.title).toMatch(new RegExp(`${words}(?!\\p{L})`, "u"));
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
    const [alert] = (await exchangeStory()).alerts;
    const marked: Alert = {
      ...(alert as Alert),
      sources: [
        {
          label: "Some agency",
          url: "https://agency.example/1",
          reportId: "r",
          sourceId: null,
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

  it("leads to its sources, the reasons and a mute by buttons", async () => {
    const { alerts } = await exchangeStory();
    const argument = alerts[0]?.development;

    expect(shown(alerts, "uk").message.actions).toEqual([
      { command: "development", argument, label: "Подробиці й джерела" },
      { command: "why", argument, label: "Чому" },
      { command: "mute", argument, label: "Вимкнути" },
    ]);
  });

  it("leads to a chart where one says more than the numbers", async () => {
    const story = await Story.begin();
    const alerts = await story.tell({
      at: "10:00",
      figures: [figure("killed", "UA", 5, { places: kharkiv, by: kyivOfficial })],
      events: [event("strike", "done", { places: kharkiv })],
    });

    expect(shown(alerts, "en").message.actions).toContainEqual({
      command: "chart",
      argument: alerts[0]?.development,
      label: "Chart",
    });
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
