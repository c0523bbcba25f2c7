import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

interface Told {
  readonly lang?: string;
  readonly title?: string;
  readonly text: string;
  /** Wednesday noon, 2025-06-18, where none is given. */
  readonly at?: string;
}

/** "measure low places" of every figure of a report. */
function placesIn({ lang = "en", title = "", text, at = "2025-06-18T12:00:00Z" }: Told): string[] {
  const report = makeReport({ id: "a", lang, publishedAt: Date.parse(at), title, text });
  return writeReading("a", readReport(report)).figures.map((figure) =>
    `${figure.measure} ${figure.low} ${figure.places.join(", ")}`.trim(),
  );
}

describe("whose land it was", () => {
  it.each([
    ["en", "Three servicemen were killed at a Russian air base by a drone.", "killed 3 Russia"],
    ["en", "Ukraine attacked four Russian airfields with 117 drones.", "drones.launched 117 Russia"],
    ["en", "A missile killed two farmers in a Polish village on Tuesday.", "killed 2 Poland"],
    ["en", "Missiles hit Ukrainian cities and killed nine people.", "killed 9 Ukraine"],
    ["en", "Poland said that a Russian missile had killed two people inside its borders.", "killed 2 Poland"],
    ["uk", "Через удари по українських містах загинули дев'ятеро людей.", "killed 9 Ukraine"],
    ["uk", "Унаслідок удару по російському аеродрому загинули троє військових.", "killed 3 Russia"],
    ["ru", "В результате ударов по украинским городам погибли девять человек.", "killed 9 Ukraine"],
    ["ru", "При ударе беспилотника по российскому аэродрому погибли трое военных.", "killed 3 Russia"],
  ])("%s: %s", (lang, text, told) => {
    expect(placesIn({ lang, text })).toContain(told);
  });

  it.each([
    "Drones flew in from Russian territory and killed three people in Sumy.",
    "The strikes on boats off South American cities killed three people.",
  ])("is not told by where it came from, nor by a longer name: %s", (text) => {
    expect(placesIn({ text }).join()).not.toMatch(/Russia|United States/u);
  });

  it("holds for the next sentence, after places of another land", () => {
    const text =
      "The delegations met in Istanbul. Ukrainian drones attacked four Russian air bases. Seven people were killed and eleven were wounded.";
    expect(placesIn({ text })).toEqual(expect.arrayContaining(["killed 7 Russia", "injured 11 Russia"]));
  });
});

describe("what an opening counts in the air", () => {
  it("was over the town that the headline says was attacked", () => {
    expect(
      placesIn({
        title: "Russian drones attack Odesa",
        text: "Ukraine said that it had shot down 20 of 35 drones launched by Russia.",
      }),
    ).toEqual(["drones.downed 20 Odesa", "drones.launched 35 Odesa"]);
  });
});

describe("towns of the region that a post is about", () => {
  it.each([
    [
      "uk",
      "Ворог завдав 90 обстрілів по 26 населених пунктах Запорізької області.\n71 удар припав по Гуляйполю та Степногірську.",
      "attacks 71 Huliaipole, Stepnohirsk, Zaporizhzhia",
    ],
    [
      "ru",
      "За сутки по территории Белгородской области ВСУ выпустили 94 боеприпаса.\nВ Шебекинском округе выпущено 58 боеприпасов.",
      "shells.fired 58 Shebekino, Belgorod",
    ],
    [
      "ru",
      "За сутки по территории Курской области выпущено 40 снарядов.\nВ Судже ранены двое жителей.",
      "injured 2 Sudzha, Kursk",
    ],
    [
      "uk",
      "За добу на Харківщині загинули троє людей.\nУ Куп'янську поранено п'ятьох цивільних.",
      "injured 5 Kupiansk, Kharkiv",
    ],
  ])("lie in it: %s", (lang, text, told) => {
    expect(placesIn({ lang, text })).toContain(told);
  });

  it.each([
    [
      "uk",
      "Удар по Дніпру: загинули двоє людей.\nНа Дніпропетровщині оголошено жалобу.\nУ Дніпрі поранено 19 людей.",
    ],
    ["uk", "За добу обстріляно Сумську й Харківську області.\nУ Куп'янську поранено п'ятьох цивільних."],
  ])("stand alone where a town or two regions are told first: %s", (lang, text) => {
    expect(placesIn({ lang, text }).at(-1)?.split(", ")).toHaveLength(1);
  });
});

describe("rivers, ships and names that only speak", () => {
  it.each([
    ["ru", "На правом берегу реки Днепр ВСУ потеряли до 30 военнослужащих.", "casualties null Dnieper"],
    ["ru", "Уничтожено до 20 военнослужащих ВСУ на берегу Днепра.", "casualties null Dnieper"],
    ["uk", "На лівобережжі Дніпра відбито 4 атаки росіян.", "attacks 4 Dnieper"],
    ["uk", "На Херсонському напрямку, на лівобережжі Дніпра відбито 4 атаки росіян.", "attacks 4 Kherson"],
    ["uk", "У Дніпрі внаслідок удару загинули двоє людей.", "killed 2 Dnipro"],
    [
      "en",
      "Missiles struck cities across Ukraine, killing three people in what Kyiv has called the biggest barrage.",
      "killed 3 Ukraine",
    ],
    ["en", "One person was killed after the Moskva, a Russian cruiser, was hit by missiles.", "killed 1"],
  ])("%s: %s", (lang, text, told) => {
    expect(placesIn({ lang, text })).toContain(told);
  });
});

describe("settlements that are listed after their count", () => {
  it.each([
    [
      "ВСУ 67 раз открыли огонь. Под огнем оказались районы пяти населенных пунктов: Горловка (Никитовский район), Ясиноватский район, Донецк (Кировский район), Макеевка.",
      "sites.hit 5 Horlivka, Yasynuvata, Donetsk, Makiivka",
    ],
    [
      "ВСУ 67 раз открыли огонь. Под огнем оказались районы пяти населенных пунктов\n: Светлодарск, Горловка, Макеевка.",
      "sites.hit 5 Svitlodarsk, Horlivka, Makiivka",
    ],
  ])("are all told, districts among them: %s", (text, told) => {
    expect(placesIn({ lang: "ru", text })).toContain(told);
  });
});
