import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

const publishedAt = Date.parse("2024-05-24T10:00:00Z");

/** The figures of an article of 24 May 2024; what it tells is invented. */
const read = (lang: string, title: string, text: string) =>
  readReport(makeReport({ id: "a", lang, publishedAt, title, text })).figures;

const told = (lang: string, title: string, text: string): string[] =>
  read(lang, title, text).map(({ measure, side, low }) => `${measure} ${side} ${low}`);

const dated = (lang: string, title: string, text: string): string[] =>
  read(lang, title, text).map(({ measure, low, scope, date }) => [measure, low, scope, date].join(" "));

describe("losses told as killed or wounded", () => {
  it.each([
    ["uk", "Українська армія втратила під Авдіївкою сімох бійців убитими.", "killed UA 7"],
    ["ru", "Украинские силы потеряли десять военных убитыми, заявили в Киеве.", "killed UA 10"],
  ])("are the own dead of who lost them: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toEqual([figure]);
  });
});

describe("a time told by the sentence before", () => {
  it.each([
    ["ru", "С 1 апреля Россия потеряла 300 танков. За это время Украина лишилась 40 танков."],
    ["uk", "Від 1 квітня Росія втратила 300 танків. За цей час Україна втратила 40 танків."],
  ])("is that of the sum beside it: %s, %s", (lang, text) => {
    expect(dated(lang, "", text)).toContain("equipment.lost 40 overall 2024-04-01/2024-05-24");
  });

  it("began before it is told", () => {
    const text = "Від 7 жовтня в Газі загинули 35 тисяч палестинців.";

    expect(dated("uk", "Удари по Газі", text)).toEqual(["killed 35000 overall 2023-10-07/2024-05-24"]);
  });
});

describe("in Ukrainian and Russian", () => {
  it.each([
    ["uk", "Під Харковом від удару загинуло двоє, ще троє в лікарні.", "injured UA 3"],
    ["uk", "Від авіабомби двоє людей загинули, семеро зазнали травм.", "injured UA 7"],
    ["ru", "За ноябрь из приграничья вывезли 312 жителей; накануне уехали ещё 17.", "evacuated UA 17"],
    ["ru", "Воздушные силы насчитали 29 российских ракет.", "missiles.launched RU 29"],
    ["ru", "Воздушные силы насчитали 15 сбитых российских дронов.", "drones.downed RU 15"],
    ["uk", "Збито або приглушено 156 російських дронів.", "drones.stopped RU 156"],
  ])("an act is told in whatever words: %s, %s", (lang, text, figure) => {
    expect(told(lang, lang === "uk" ? "Удар РФ по Харкову" : "Удар РФ по Харькову", text)).toContain(figure);
  });

  it.each([
    ["ru", "К одиннадцати утра спасатели извлекли тела семи человек.", ["killed UA 7"]],
    ["uk", "Сторони передали одна одній тіла: Україна отримала 100 тіл.", ["bodies.returned UA 100"]],
    ["ru", "139 человек провели в плену больше трёх лет.", []],
  ])("no hour, pair or time in captivity is counted: %s, %s", (lang, text, figures) => {
    expect(told(lang, lang === "uk" ? "Україна й Росія" : "Удар РФ по Харькову", text)).toEqual(figures);
  });

  it("a body's seat is not where something happened", () => {
    const text = "Базирующийся в Лондоне центр подсчитал, что в Сирии от ударов погибли 1630 человек.";

    expect(told("ru", "Бои в Сирии", text)).toEqual(["killed SY 1630"]);
  });
});

describe("how many there were, of whom some were harmed", () => {
  it.each([
    ["ru", "Из находившихся в автобусе 67 человек погибли 38. Удар пришёлся по Херсону.", "killed UA 38"],
    ["ru", "Из 67 человек, ехавших в автобусе, ранены 12. Удар пришёлся по Херсону.", "injured UA 12"],
    ["uk", "З 67 людей, що їхали автобусом, загинули 38. Росіяни вдарили по Херсону.", "killed UA 38"],
    ["uk", "Із 30 пасажирів поїзда поранено шістьох: росіяни вдарили дроном по Сумщині.", "injured UA 6"],
  ])("is no number of the harmed: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toEqual([figure]);
  });

  it.each([
    ["ru", "Из 67 погибших при ударе по Херсону 38 — дети.", "killed UA 67"],
    ["uk", "З 67 людей, які загинули під час удару по Херсону, 38 – діти.", "killed UA 67"],
  ])("is one where the harm is that of the whole: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toContain(figure);
  });
});

describe("the dead of a number that ends in one", () => {
  it.each([
    ["ru", "Хартум говорит о 31 погибшем мирном жителе и 168 раненых."],
    ["uk", "Хартум говорить про 31 загиблого мирного жителя та 168 поранених."],
  ])("are told as what they were: %s, %s", (lang, text) => {
    expect(read(lang, "", text)).toMatchObject([
      { measure: "killed", group: "civilians", low: 31 },
      { measure: "injured", group: null, low: 168 },
    ]);
  });
});

describe("a land before the verb whose weapons follow it in the genitive", () => {
  it.each([
    ["ru", "Украинские города ночью атаковали 90 беспилотников.", "drones.launched RU 90"],
    ["ru", "Украинские области за ночь атаковали 12 ракет.", "missiles.launched RU 12"],
    ["uk", "Українські міста атакували 90 дронів.", "drones.launched RU 90"],
    ["uk", "Російські окупанти атакували 90 дронами українські міста.", "drones.launched RU 90"],
    ["ru", "Российские войска запустили по Харькову 90 дронов.", "drones.launched RU 90"],
    ["ru", "Российские области ночью атаковали 70 беспилотников.", "drones.launched UA 70"],
    ["uk", "Російські області вночі атакували 70 безпілотників.", "drones.launched UA 70"],
    ["ru", "Ночью российские регионы атаковали более 300 дронов.", "drones.launched UA 300"],
    ["uk", "Уночі російські регіони атакували понад три сотні дронів.", "drones.launched UA 300"],
  ])("is what they flew at: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toEqual([figure]);
  });
});

describe("a number of the harmed before what harmed them", () => {
  it.each([
    ["uk", "У Харкові загинули 12 під час обстрілу.", "killed UA 12"],
    ["uk", "У Харкові поранено 12 унаслідок обстрілу.", "injured UA 12"],
    ["ru", "В Харькове погибли 12 во время обстрела.", "killed UA 12"],
  ])("counts no attacks: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toEqual([figure]);
  });
});
