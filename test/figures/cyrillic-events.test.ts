import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

const publishedAt = Date.parse("2024-11-26T10:00:00Z");

/** The events of a post of 26 November 2024 without a title; what it tells is invented. */
const eventsOf = (lang: string, text: string): string[] =>
  readReport(makeReport({ id: "a", lang, publishedAt, title: "", text })).events.map(
    ({ kind, stage }) => `${kind} ${stage}`,
  );

describe("what only sounds like an event, in Ukrainian and Russian", () => {
  it.each([
    ["ru", "США заблокировали проект резолюции об освобождении заложников в секторе Газа."],
    ["ru", "Россияне вошли в Волчанск? Каково положение ВСУ под Угледаром?"],
    ["uk", "Росіяни захопили Вовчанськ? Що відбувається на фронті?"],
    ["ru", "В Дагестане неизвестные обстреляли машину, ранены двое полицейских."],
    [
      "ru",
      "Байден впервые разрешил Украине использовать дальнобойные ракеты для ударов по территории России.",
    ],
    ["ru", "В НАТО заявили о необходимости нанесения превентивных ударов по России в случае конфликта."],
    ["uk", "Президент США дозволив Україні бити ракетами ATACMS по території Росії, пише видання."],
    ["ru", "В Москве задержан таксист, который обстрелял автобус из пневматического пистолета."],
    ["ru", "В Рязани мужчина избил соседа и ударил его ножом, сообщили в СК России."],
    ["ru", "После атаки ВСУ под Работино российские десантники отошли на запасные позиции."],
  ])("%s: %s", (lang, text) => {
    expect(eventsOf(lang, text)).toEqual([]);
  });

  it("is no aid where something was put at risk", () => {
    expect(
      eventsOf("ru", "Российские беспилотники, упавшие в Молдове, поставили под угрозу жизни людей."),
    ).not.toContain("aid delivered");
  });
});

describe("a strike told by what it left, in Ukrainian and Russian", () => {
  it.each([
    ["ru", "После удара ATACMS по аэродрому под Курском двое военных получили легкие ранения."],
    ["ru", "Подстанция повреждена в Запорожской области после атаки ВСУ."],
    ["uk", "Після атаки росіян пошкоджено підстанцію на Полтавщині."],
    ["ru", "Подтверждено, что ВСУ наносили удары ракетами ATACMS по Курской области."],
    ["uk", "Росіяни завдавали ударів ракетами по портах Одещини."],
  ])("%s: %s", (lang, text) => {
    expect(eventsOf(lang, text)).toEqual(["strike done"]);
  });
});

describe("who tells of an attack", () => {
  it("is not whose drones are told of", () => {
    const { events } = readReport(
      makeReport({
        id: "a",
        lang: "ru",
        publishedAt,
        title: "",
        text: "Губернатор Брянской области сообщил о массированной атаке беспилотников ВСУ на регион.",
      }),
    );
    expect(events.map(({ by }) => by?.side)).toEqual(["RU"]);
  });
});
