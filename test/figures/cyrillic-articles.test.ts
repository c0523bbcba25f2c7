import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

const publishedAt = Date.parse("2024-05-24T10:00:00Z");

/** The figures of an article of 24 May 2024; what it tells is invented. */
const read = (lang: string, title: string, text: string) =>
  readReport(makeReport({ id: "a", lang, publishedAt, title, text })).figures;

const dated = (lang: string, title: string, text: string): string[] =>
  read(lang, title, text).map(({ measure, side, low, scope, date }) =>
    [measure, side, low, scope, date].join(" "),
  );

describe("the dead and the wounded told by one noun each", () => {
  it.each([
    ["ru", "Организация здравоохранения сообщила о 843 убитых и 5112 раненых в Гоме."],
    ["ru", "Власти Ирана оценили потери от удара в 843 убитых и 5112 раненых."],
    ["uk", "Індійська влада каже про 843 убитих і 5112 поранених унаслідок обстрілу."],
  ])("are counted apart: %s, %s", (lang, text) => {
    const figures = read(lang, "", text).map(({ measure, low }) => `${measure} ${low}`);

    expect(figures).toEqual(["killed 843", "injured 5112"]);
  });

  it("are counted apart where bodies are told", () => {
    const figures = read("uk", "Удар по Газі", "До лікарні привезли 34 тіла та понад сотню поранених.");

    expect(figures.map(({ measure, low }) => `${measure} ${low}`)).toEqual(["killed 34", "injured 100"]);
  });
});

describe("a time in Ukrainian and Russian", () => {
  it.each([
    ["uk", "20 травня авіабомба вбила в Харкові сімох людей. Днем раніше там загинули троє.", "2024-05-19"],
    ["ru", "20 мая авиабомба убила в Харькове семерых. За два дня до этого там погибли трое.", "2024-05-18"],
    ["uk", "20 травня авіабомба вбила в Харкові сімох людей. Наступного дня загинули троє.", "2024-05-21"],
    ["ru", "20 мая авиабомба убила в Харькове семерых. В тот же день погибли трое в Изюме.", "2024-05-20"],
  ])("is told by another day: %s, %s", (lang, text, date) => {
    expect(dated(lang, "Удар по Харькову", text)).toContain(`killed UA 3 event ${date}`);
  });

  it.each([
    ["uk", "За вихідні обстріли вбили на Донеччині п'ятьох.", "killed UA 5 running 2024-05-18/2024-05-19"],
    [
      "uk",
      "22 і 23 травня обстріли вбили на Донеччині п'ятьох.",
      "killed UA 5 running 2024-05-22/2024-05-23",
    ],
    [
      "ru",
      "На прошлой неделе при ударе по Одессе погибли пять человек.",
      "killed UA 5 event 2024-05-13/2024-05-19",
    ],
    ["ru", "За последние месяцы в Одессе от ударов погибли пять человек.", "killed UA 5 overall "],
    [
      "uk",
      "За перші шість місяців 2023 року в Одесі загинули п'ятеро.",
      "killed UA 5 overall 2023-01/2023-06",
    ],
    ["ru", "За первые три месяца этого года в Одессе погибли пятеро.", "killed UA 5 overall 2024-01/2024-03"],
    ["ru", "Война в Украине унесла жизни 9 тысяч человек.", "killed UA 9000 overall 2024-05-24"],
  ])("tells over what something was counted: %s, %s", (lang, text, figure) => {
    expect(dated(lang, "Удары по Украине", text)).toContain(figure);
  });

  it.each([
    ["ru", "В апреле армия РФ заняла в Украине 240 кв. км; в марте было 180, а за весь прошлый год — 460."],
    [
      "uk",
      "У квітні армія РФ зайняла в Україні 240 кв. км; у березні було 180, а за весь минулий рік — 460.",
    ],
  ])("with nothing but a number goes on with what was counted: %s, %s", (lang, text) => {
    expect(dated(lang, "", text)).toEqual([
      "area.captured RU 240 overall 2024-04",
      "area.captured RU 180 overall 2024-03",
      "area.captured RU 460 overall 2023",
    ]);
  });

  it.each([
    ["uk", "17 травня Росія випустила по Україні 120 ракет, 19-го — ще 90."],
    ["ru", "17 мая Россия выпустила по Украине 120 ракет, 19 мая — ещё 90."],
  ])("leads its own number only: %s, %s", (lang, text) => {
    expect(dated(lang, "", text)).toEqual([
      "missiles.launched RU 120 event 2024-05-17",
      "missiles.launched RU 90 event 2024-05-19",
    ]);
  });

  it("stands by what a number is compared with", () => {
    const text = "У квітні Росія запустила по Україні 1200 шахедів проти 950 у березні.";

    expect(dated("uk", "", text)).toContain("drones.launched RU 950 overall 2024-03");
  });
});

describe("lives", () => {
  it.each([
    ["ru", "Удар по Полтаве стоил жизни пяти жителям."],
    ["uk", "Обстріл Полтави коштував життя п'ятьом людям."],
    ["uk", "П'ять життів забрав обстріл Полтави."],
  ])("are the dead: %s, %s", (lang, text) => {
    expect(read(lang, "", text).map(({ measure, low }) => `${measure} ${low}`)).toContain("killed 5");
  });
});
