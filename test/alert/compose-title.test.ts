import { describe, expect, it } from "vitest";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "../ledger/story.ts";
import { exchangeStory, kharkiv, shown } from "./composing.ts";

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

describe("the title of ground taken and of an evacuation", () => {
  const places = ["UA-14", "UA"];

  it.each([
    ["en", "Territory said to be captured: Donetsk region", "Evacuation ordered: Donetsk region"],
    ["uk", "Заявлено про захоплення території: Донецька область", "Оголошено евакуацію: Донецька область"],
    ["ru", "Заявлено о захвате территории: Донецкая область", "Объявлена эвакуация: Донецкая область"],
  ])("tells where it is in %s, and the line below does not say it again", async (language, taken, left) => {
    const story = await Story.begin({ onRequest: ["capture", "evacuation"] });
    await story.tell({ at: "10:00", events: [event("capture", "claimed", { by: moscowOfficial, places })] });
    await story.tell({ at: "11:00", events: [event("evacuation", "ordered", { by: kyivOfficial, places })] });

    const titles = story.alerts.map((alert) => shown([alert], language).message.title);

    expect(titles).toEqual([taken, left]);
    expect(shown(story.alerts.slice(0, 1), language).text).not.toMatch(/Donetsk|Донец/u);
  });

  it("names the war where no place is known", async () => {
    const story = await Story.begin({ onRequest: ["capture"] });
    await story.tell({ at: "10:00", events: [event("capture", "claimed", { by: moscowOfficial })] });

    expect(shown(story.alerts, "en").message.title).toBe("Territory said to be captured: Russia–Ukraine");
  });
});

describe("an alert's title", () => {
  it.each([
    ["en", "Prisoner exchange: 1,260 to Russia, 1,265 to Ukraine"],
    ["uk", "Обмін полоненими: 1260 – Росії, 1265 – Україні"],
    ["ru", "Обмен пленными: 1260 – России, 1265 – Украине"],
  ])("names both sides alike and groups digits as %s does", async (language, title) => {
    const story = await exchangeStory();

    const { message } = shown(story.alerts, language);

    expect(message.title.replaceAll(/(?<=\d)\s(?=\d)/gu, "")).toBe(title);
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
});
