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

/** "measure low scope date" of every figure of a report. */
function daysIn({ lang = "en", title = "", text, at = "2025-06-18T12:00:00Z" }: Told): string[] {
  const report = makeReport({ id: "a", lang, publishedAt: Date.parse(at), title, text });
  return writeReading("a", readReport(report)).figures.map(
    (figure) => `${figure.measure} ${figure.low} ${figure.scope} ${figure.date}`,
  );
}

describe("when it was", () => {
  it.each([
    ["en", "Two days ago a strike killed nine people in Sumy.", "killed 9 event 2025-06-16"],
    ["uk", "Позавчора внаслідок обстрілу Херсона загинули двоє людей.", "killed 2 event 2025-06-16"],
    ["ru", "Три дня назад при обстреле Херсона погибли двое.", "killed 2 event 2025-06-15"],
    ["uk", "У ніч з 16 на 17 червня в Харкові загинули двоє людей.", "killed 2 event 2025-06-17"],
    ["ru", "В ночь с 16 на 17 июня в Харькове погибли двое.", "killed 2 event 2025-06-17"],
    [
      "en",
      "An evacuation from Sumy took place on Tuesday after airstrikes killed 21 people the night before.",
      "killed 21 event 2025-06-17",
    ],
    ["en", "Clashes in Darfur last week left 48 people dead.", "killed 48 event 2025-06-09/2025-06-15"],
    [
      "en",
      "About 300 civilians were killed on October 2 in the attack on Kherson.",
      "killed 300 event 2024-10-02",
    ],
  ])("%s: %s", (lang, text, told) => {
    expect(daysIn({ lang, text })).toContain(told);
  });

  it("is one day only, whatever the days of its night are", () => {
    expect(daysIn({ lang: "ru", text: "В ночь с 16 на 17 июня в Харькове погибли двое." })).toHaveLength(1);
  });

  it("is the end alone where a month says when the war began, and from the month where it is all that is told", () => {
    const war =
      "102,600 soldiers have died since Russia launched its invasion in February 2022, Ukraine says.";
    const month = "At least 437 children have been killed since February, Ukraine says.";
    expect(daysIn({ text: war })).toEqual(["killed 102600 overall 2025-06-18"]);
    expect(daysIn({ text: month })).toEqual(["killed 437 overall 2025-02/2025-06-18"]);
  });

  it.each([
    ["Some 4.5 million people are without power after Russian strikes.", "2025-06-18"],
    ["Russian strikes cut power to 270,000 homes in Kyiv.", "null"],
    [
      "A Russian strike on a house in Kharkiv killed nine people on Monday. Twelve people are still missing.",
      "2025-06-18",
    ],
  ])("is the report's day for what is so now: %s", (text, date) => {
    expect(daysIn({ text }).at(-1)).toMatch(new RegExp(`${date}$`, "u"));
  });

  it.each([
    ["Russia launched 200 drones at Ukraine as the new year began.", "2026-01-01T13:00:00Z"],
    ["A drone strike killed 24 people in Kherson during New Year celebrations.", "2026-01-02T09:00:00Z"],
  ])("is New Year's Day: %s", (text, at) => {
    expect(daysIn({ text, at })[0]).toMatch(/event 2026-01-01$/u);
  });

  it("is the day of the attack for the same night, a day of mourning between", () => {
    const text =
      "Drones struck Kyiv on Monday night and killed 23 people. The city mourned on Wednesday. In Odesa, which was attacked the same night, two people died.";
    expect(daysIn({ text }).at(-1)).toBe("killed 2 event 2025-06-16");
  });

  it("is the day that has just ended, within the first hour of the next", () => {
    const text = "Ukrainian troops took 20 settlements in 24 hours in the Kharkiv region.";
    expect(daysIn({ text, at: "2025-06-18T21:30:00Z" })).toEqual([
      "settlements.captured 20 event 2025-06-18",
    ]);
  });
});

/** "measure low speaker side" of every figure of a report. */
function voicesIn({ lang = "en", title = "", text, at = "2025-06-18T12:00:00Z" }: Told): string[] {
  const report = makeReport({ id: "a", lang, publishedAt: Date.parse(at), title, text });
  return writeReading("a", readReport(report)).figures.map(
    ({ measure, low, by }) => `${measure} ${low} ${by?.name ?? null} ${by?.side ?? null}`,
  );
}

describe("who tells it", () => {
  it.each([
    ["Two people died in Odesa, the prosecutor's office said.", "killed 2 Ukrainian prosecutors UA"],
    ["Two people died in Odesa, the prosecutor’s office said.", "killed 2 Ukrainian prosecutors UA"],
    [
      "Twelve soldiers were killed when a missile hit a camp near Dnipro, the land forces said.",
      "killed 12 Ukrainian Land Forces UA",
    ],
    ["More than 150 women were killed in Goma, a U.N. official has said.", "killed 150 United Nations null"],
    ["Nine people were killed in a strike on Sumy, according to their relatives.", "killed 9 relatives null"],
    [
      "The U.S. ambassador to Israel said two U.S. citizens were injured in an attack in Jerusalem.",
      "injured 2 American ambassador US",
    ],
    [
      "Russia sent 472 drones against Ukraine; 385 of the drones were shot down, the air force said.",
      "drones.downed 385 Ukrainian Air Force UA",
    ],
    [
      "Two people were killed in Kharkiv, rescuers said. In Sumy three people were killed, the service said.",
      "killed 3 Ukrainian rescuers UA",
    ],
  ])("is named: %s", (text, told) => {
    expect(voicesIn({ text })).toContain(told);
  });

  it.each([
    "The president of France says the missile that killed two people in Poland was not Russian.",
    "Poland says a missile killing two people near Lublin was fired from Ukraine.",
    "NATO said the drone that injured three farmers in Romania was of Russian make.",
  ])("is nobody where the victims are only what is spoken about: %s", (text) => {
    expect(voicesIn({ text })[0]).toMatch(/null null$/u);
  });
});

describe("settlements that no table holds, in English", () => {
  it.each([
    ["Three drones struck a cafe in the resort town of Khorlyk in Ukraine, killing 24 people.", "Khorlyk"],
    ["Fighting in Sudan killed 114 people in the villages of Zuruqa and Kernoima.", "Zuruqa, Kernoima"],
    [
      "Shelling of the village of Nova Xyzivka in Ukraine's Kherson region killed two people.",
      "Nova Xyzivka, Kherson",
    ],
    ["A gunman killed two people in the town of Beit Xyz in Israel.", "Beit Xyz"],
    ["A strike killed two people in the city of Sumy.", "Sumy"],
  ])("are named after their noun: %s", (text, places) => {
    expect(
      placesIn({ text })
        .at(-1)
        ?.replace(/^\S+ \d+ /u, ""),
    ).toBe(places);
  });
});

describe("what is told before", () => {
  it.each([
    [
      "en",
      "Missiles hit Kharkiv overnight. By noon 521,000 households in five regions were without electricity.",
    ],
    ["uk", "Вночі завдано удару по Харкову. Без світла 52 тисячі споживачів у п'яти областях."],
    ["ru", "Ночью нанесен удар по Харькову. Без света остались 52 тысячи потребителей в пяти областях."],
  ])("is not where it was, if it was in several regions: %s", (lang, text) => {
    expect(placesIn({ lang, text }).at(-1)).toMatch(/^customers\.without_power \d+$/u);
  });

  it("does not outdo what the same number is told of by name", () => {
    const text =
      "За добу війська РФ в Україні убили сімох цивільних. Є загиблі й поранені на Донеччині, Харківщині й Херсонщині. Внаслідок обстрілів за добу загинули семеро цивільних.";
    expect(placesIn({ lang: "uk", text })).toEqual(["killed 7 Ukraine"]);
  });

  it("is another axis than the one that a row names by its adjective alone", () => {
    const text =
      "На донецком направлении противник совершил 30 обстрелов.\nНа волновахском 2 обстрела из артиллерии.";
    expect(placesIn({ lang: "ru", text })).toEqual(["attacks 30 Donetsk", "attacks 2 Volnovakha"]);
  });
});

describe("who tells of an exchange", () => {
  function tellersOf(text: string): (string | null)[] {
    const report = makeReport({
      id: "a",
      lang: "en",
      publishedAt: Date.parse("2025-06-18T12:00:00Z"),
      title: "",
      text,
    });
    return writeReading("a", readReport(report))
      .events.filter(({ kind }) => kind === "exchange")
      .map(({ by }) => by?.name ?? null);
  }

  it.each([
    "Russia and Ukraine exchanged 175 prisoners of war each on Wednesday. The Russian Defence Ministry said that 175 of its servicemen had come home.",
    "The Russian Defence Ministry said 175 of its prisoners of war were freed on Wednesday. Ukraine said that 175 of its captives were freed, too.",
  ])("is nobody where the outlet or both sides tell it: %s", (text) => {
    expect(tellersOf(text)).toEqual([null]);
  });

  it("is who tells it alone", () => {
    const text = "Ukraine brought home 49 prisoners of war on Wednesday, President Volodymyr Zelenskyy said.";
    expect(tellersOf(text)).toEqual(["Volodymyr Zelenskyy"]);
  });
});
