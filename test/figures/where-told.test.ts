import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

interface Post {
  readonly lang?: string;
  readonly side?: string;
  readonly text: string;
}

function toldIn({ lang = "ru", side, text }: Post): string[] {
  const report = makeReport({
    id: "a",
    lang,
    publishedAt: Date.parse("2025-06-14T12:00:00Z"),
    title: "",
    text,
  });
  const source = { ...report.source, side: side ?? null };
  const { figures } = writeReading("a", readReport({ ...report, source }));
  return figures.map(
    (figure) => `${figure.side} ${figure.measure} ${figure.low} ${figure.places.join(", ")}`,
  );
}

describe("where a post's counts happened", () => {
  it("is each row's own axis, where only the first row says the word", () => {
    const text =
      "На донецком направлении противник совершил 51 обстрел.\nНа горловском 15 обстрелов.\nНа ясиноватском 8 обстрелов.";
    expect(toldIn({ side: "RU", text })).toEqual(
      ["UA attacks 51 Donetsk", "UA attacks 15 Horlivka", "UA attacks 8 Yasynuvata"].map((line) =>
        expect.stringContaining(line.slice(3)),
      ),
    );
  });

  it("is every region of a list with its own number in brackets", () => {
    const text =
      "Средствами ПВО уничтожено 58 БПЛА над территориями Белгородской (11), Брянской (8) и Курской (39) областей.";
    expect(toldIn({ side: "RU", text })).toEqual([
      "UA drones.downed 58 Belgorod, Bryansk, Kursk",
      "UA drones.downed 11 Belgorod",
      "UA drones.downed 8 Bryansk",
      "UA drones.downed 39 Kursk",
    ]);
  });

  it("is the axis where an army goes on about what flew there", () => {
    const text = "На Южно-Донецком направлении отражены ракетные атаки. Сбиты 3 ракеты противника.";
    expect(toldIn({ side: "RU", text })).toEqual(["UA missiles.downed 3 Donetsk"]);
  });

  it("is the place after the last of a row of counts, also after another axis", () => {
    const text =
      "На Лиманском направлении идут бои.\n\nУничтожено 13 танков, две БМП, шесть бронемашин противника в районе Нескучного.";
    expect(toldIn({ side: "RU", text }).map((line) => line.split(" ").at(-1))).toEqual([
      "Neskuchne",
      "Neskuchne",
      "Neskuchne",
    ]);
  });

  it("is the land of the office that tells it, and its foe fired", () => {
    const text =
      "Зафиксировано 24 обстрела, сообщило Представительство ДНР в СЦКК.\nВыпущено 86 единиц боеприпасов.";
    expect(toldIn({ text })).toEqual(["UA attacks 24 Donetsk", "UA shells.fired 86 Donetsk"]);
  });

  it("is no name in quotation marks, no town of a river's name and no village that an axis is not named after", () => {
    const text =
      "На лівобережжі Дніпра батальйон «Одеса» відбив 3 атаки ворога. На Таврійському напрямку за ніч 162 обстріли.";
    expect(toldIn({ lang: "uk", text })).toEqual(["RU attacks 3 Dnieper", "RU attacks 162 "]);
  });

  it("names who attacked after the count", () => {
    const text = "За сутки в области 12 обстрелов со стороны ВСУ, сообщил губернатор Гладков.";
    expect(toldIn({ text })).toEqual(["UA attacks 12 Belgorod"]);
  });

  it("is the towns of quarters, over lines that break where bold type begins", () => {
    const text =
      "Ранения получили 15 жителей в\n \nПетровском\n, \nКировском\n районах Донецка, \nСветлодарске\n, \nКалининском\n районе Горловки.";
    expect(toldIn({ side: "RU", text })).toEqual(["UA injured 15 Donetsk, Svitlodarsk, Horlivka"]);
  });

  it("keeps a range together over a line", () => {
    const text = "С начала войны российские военные потеряли от\n189 500 до 223 000 человек.";
    expect(toldIn({ text })).toEqual(["RU casualties 189500 "]);
  });

  it("is the settlements that the next sentence names", () => {
    const text =
      "Обстріляно 20 населених пунктів. Серед них – Невське, Кремінна, Стара Балка Луганської області.";
    expect(toldIn({ lang: "uk", text })).toEqual(["UA sites.hit 20 Nevske, Kreminna, Stara Balka, Luhansk"]);
  });

  it("is not counted where a noun that no list knows is", () => {
    expect(toldIn({ text: "ВСУ потеряли город Мелитополь. Есть 2 пути контратаки." })).toEqual([]);
  });
});

describe("where a title's dead are, which names no place", () => {
  const placesOf = (title: string, text: string) =>
    writeReading("a", readReport(makeReport({ id: "a", lang: "en", title, text }))).figures.map(
      ({ low, places }) => [low, places],
    );

  it("is not where armies stand, nor where somebody answers", () => {
    const fronts =
      "Battles go on along the front line west of the city of Donetsk, held by Russia since 2014.";
    const capital = "In Juba the president appealed for calm.";
    expect(placesOf("Live: Ukraine calls for help after ten die in latest mass strikes", fronts)).toEqual([
      [10, []],
    ]);
    expect(placesOf("At least 57 killed in South Sudan violence", capital)).toEqual([[57, ["South Sudan"]]]);
  });

  it("is where the first sentences tell of the attack", () => {
    const text =
      "The mayor of Kharkiv said a missile had hit a block of flats.\n\nThe strike on Kharkiv came at night.";
    expect(placesOf("Ten killed in Russian strike on Ukraine, mayor says", text)).toEqual([
      [10, ["Kharkiv"]],
    ]);
  });
});
