import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** Who tells each figure of a report of 21 November 2024, with the party they speak for, in the order of the text. */
function tellersOf(lang: string, text: string): readonly string[] {
  const publishedAt = Date.parse("2024-11-21T05:40:00Z");
  const { figures } = readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));
  return figures.map(({ measure, low, by }) => `${measure} ${low} ${by?.side ?? "-"}`);
}

describe("who is named by a surname alone", () => {
  it.each([
    [
      "ru",
      "Губернатор Ростовской области Иван Прохожий сообщил о пожаре после атаки украинских дронов.\n\nРанее Прохожий писал, что над областью сбили три беспилотника.",
      "drones.downed 3 RU",
    ],
    [
      "uk",
      "Мер Сум Іван Перехожий повідомив про удар по місту. За даними Перехожого, поранено 68 людей.",
      "injured 68 UA",
    ],
    [
      "en",
      "Governor John Passerby said a drone had hit a market in Kherson in Ukraine.\n\nTwelve people were wounded, Passerby added.",
      "injured 12 UA",
    ],
  ])("is who was named with an office before (%s)", (lang, text, told) => {
    expect(tellersOf(lang, text)).toContain(told);
  });

  it("is a head whose surname is a word, too, right after a word of telling", () => {
    expect(tellersOf("ru", "При обстреле Новой Каховки ранены семь человек, сообщил Сальдо")).toEqual([
      "injured 7 RU",
    ]);
  });
});

describe("who told a statement, a list or a part, in Ukrainian and Russian", () => {
  it.each([
    [
      "a statement that nobody is named beside is theirs who spoke last",
      "11 ракет сбили над Курском, заявили в Минобороны.\n\n«Осколками ранены двое военных», — говорится в сообщении.",
      ["missiles.downed 11 RU", "injured 2 RU"],
    ],
    [
      "what a body tells by the way is told by it",
      "Воздушные силы ВСУ подвели итог ночной атаки на Украину, заявив об уничтожении 40 беспилотников.",
      ["drones.downed 40 UA"],
    ],
    [
      "remarks in a list are theirs who spoke above it",
      "Киев может стать целью, заявил Владимир Путин\n\nДругие заявления на саммите:\n\n— Россия ночью нанесла удар по Украине 90 ракетами;\n\n— поражено 17 военных объектов.",
      ["missiles.launched 90 RU", "sites.hit 17 RU"],
    ],
    [
      "the owner of a body may stand before the colon",
      "ВВС Украины: сегодня были сбиты 35 «Шахедов».",
      ["drones.downed 35 UA"],
    ],
    [
      "parts that come up to a total are told by who told it",
      "34 беспилотника уничтожены за ночь над Россией, сообщили в Минобороны\n\n20 сбили над Курской областью, 11 — над Брянской.",
      ["drones.downed 34 RU", "drones.downed 20 RU", "drones.downed 11 RU"],
    ],
    [
      "who is named after a dash at the end tells all of the paragraph",
      "За двое суток ВСУ потеряли около 600 человек. Потери с начала вторжения — 27 500 человек, — сообщили в Минобороны РФ.",
      ["casualties 600 RU", "casualties 27500 RU"],
    ],
    [
      "data that cite nobody are those of the next sentence",
      "В Сумах обстрел. По последним данным, погибли 11 человек. Ранены более 80, сообщает полиция Украины.",
      ["killed 11 UA", "injured 80 UA"],
    ],
    [
      "an adjective of a party is of the body behind it",
      "При российском ударе по Сумам ранены 12 человек, сообщили украинские независимые СМИ.",
      ["injured 12 -"],
    ],
    [
      "who struck there has no governor there",
      "После атаки ВСУ в Запорожской области обесточено свыше 20 тысяч абонентов, сообщил губернатор",
      ["customers.without_power 20000 RU"],
    ],
    [
      "a label names the source of all that is told around it",
      "Ночью сбиты восемь беспилотников над Одессой. Источник: пресс-служба Воздушных сил Украины. Детали: днем сбиты еще две ракеты.",
      ["drones.downed 8 UA", "missiles.downed 2 UA"],
    ],
    [
      "officials of a region that drones were shot down over are its own",
      "Над Калужской областью России сбили восемь украинских дронов — власти",
      ["drones.downed 8 RU"],
    ],
  ])("%s", (_, text, told) => {
    expect(tellersOf("ru", text)).toEqual(told);
  });
});

describe("who is no party, in English", () => {
  it.each([
    ["a body that no table holds", "Acme Monitor said 12 people were killed in Sumy."],
    ["somebody without a name", "A neighbour said 12 people were killed in Sumy."],
    ["a body whose name holds a land's", "The Ukraine Doctors' Network said 12 people were killed in Sumy."],
  ])("is %s", (_, text) => {
    const told = tellersOf("en", `Ukraine's army said two people were wounded in Kherson by drones. ${text}`);
    expect(told).toEqual(["injured 2 UA", "killed 12 -"]);
  });
});

describe("what somebody spoke after, in English", () => {
  it.each([
    "Twelve people were killed in Kharkiv, while the mayor said the city would rebuild its market soon. Another 40 were wounded.",
    "Twelve people were killed in Kharkiv, but officials say they expect more attacks in the weeks to come. Another 40 were wounded.",
  ])("ends with the clause that tells it: %s", (text) => {
    expect(tellersOf("en", text)).toEqual(["killed 12 -", "injured 40 -"]);
  });

  it("is nobody's word but the outlet's", () => {
    const text =
      "Ukraine's president was speaking in Kyiv after the release of 20 Ukrainian prisoners of war.";
    expect(tellersOf("en", text)).toEqual(["prisoners.released 20 -"]);
  });
});
