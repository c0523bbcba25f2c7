import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

const publishedAt = Date.parse("2024-05-24T10:00:00Z");

/** A post of 24 May 2024 without a title; what it tells is invented. */
const read = (lang: string, text: string) =>
  readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));

const figuresOf = (lang: string, text: string): string[] =>
  read(lang, text).figures.map(({ measure, side, low }) => `${measure} ${side} ${low}`);

describe("what is no count in Ukrainian and Russian", () => {
  it.each([
    ["ru", "Почётное звание присвоено 215 отдельному бомбардировочному авиационному полку ВКС России."],
    ["ru", "Разведка вскрыла перемещение личного состава ВСУ на машинах 14 воздушно-десантной"],
    ["uk", "Атаки росіян відбила 31 окрема механізована бригада, а також 17 аеромобільна."],
    ["ru", "Украинский дрон уничтожен, расход – две ракеты."],
    ["uk", "На один російський шахед витратили три ракети."],
    ["ru", "На комплексе установлены две пушки, он защищает российскую базу от беспилотников ВСУ."],
  ])("is the number of a unit, what was spent, or what arms consist of: %s, %s", (lang, text) => {
    expect(figuresOf(lang, text)).toEqual([]);
  });
});

describe("harm that may be", () => {
  it.each([
    ["ru", "Под обстрелом ВСУ могут погибнуть до 5 тысяч человек, предупредили в Москве."],
    ["uk", "Бойовики ХАМАС погрожують убити 10 ізраїльських заручників."],
  ])("is no figure: %s, %s", (lang, text) => {
    expect(figuresOf(lang, text)).toEqual([]);
  });

  it("is one where it may have happened", () => {
    expect(figuresOf("ru", "При ударе ВСУ могли погибнуть не менее 12 российских солдат.")).toEqual([
      "killed RU 12",
    ]);
  });
});

describe("people who were taken", () => {
  it("are of the party that their name tells, wherever they were brought", () => {
    const text = "Среди израильтян, похищенных в сектор Газа боевиками, по меньшей мере, два ребёнка.";

    expect(read("ru", text).figures).toEqual([
      expect.objectContaining({ measure: "captured", side: "IL", group: "children", low: 2, high: null }),
    ]);
  });
});

describe("a group that was destroyed", () => {
  it.each([
    ["ru", "Двое бойцов ВСУ уничтожили российскую штурмовую группу из 11 человек.", ["killed RU 11"]],
    ["uk", "Троє наших бійців знищили ворожу ДРГ у складі 12 осіб.", ["killed RU 12"]],
    ["ru", "ФСБ ликвидировала украинскую ДРГ численностью 7 человек в Брянской области.", ["killed UA 7"]],
    ["uk", "Під Роботиним знищено колону росіян із 20 вантажівок.", ["equipment.lost RU 20"]],
  ])("is of the party that its noun names: %s, %s", (lang, text, figures) => {
    expect(figuresOf(lang, text)).toEqual(figures);
  });
});

describe("a stretch told by its length", () => {
  it.each([
    ["uk", "За 9 місяців Росія випустила по Харкову 400 бомб.", "overall", "2023-08-29/2024-05-24"],
    ["uk", "За останні 10 днів збито 400 російських дронів.", "overall", "2024-05-15/2024-05-24"],
    ["uk", "За перший тиждень наступу знищено 30 російських танків.", "running", null],
    [
      "ru",
      "За последние полтора месяца над Курской областью сбиты 90 украинских дронов.",
      "overall",
      "2024-04-10/2024-05-24",
    ],
    ["ru", "За полгода уничтожено 300 танков ВСУ.", "overall", "2023-11-25/2024-05-24"],
    ["ru", "За неполный месяц сдались в плен более 40 военных ВСУ.", "overall", "2024-05"],
  ])("bounds what it counts: %s, %s", (lang, text, scope, date) => {
    expect(read(lang, text).figures).toEqual([expect.objectContaining({ scope, date })]);
  });

  it("is one over all also where nobody knows when it was told", () => {
    const text = "За чотири місяці збито 400 російських дронів.";
    const { figures } = readReport(makeReport({ id: "a", lang: "uk", publishedAt: null, title: "", text }));

    expect(figures).toEqual([expect.objectContaining({ scope: "overall", date: null })]);
  });

  it("is the month just over on the first days of the next", () => {
    const text = "За прошедший месяц российские ПВО сбили 37 самолётов ВСУ.";
    const report = makeReport({
      id: "a",
      lang: "ru",
      publishedAt: Date.parse("2024-05-02T08:00:00Z"),
      title: "",
      text,
    });

    expect(readReport(report).figures).toEqual([
      expect.objectContaining({ scope: "overall", date: "2024-04" }),
    ]);
  });
});

describe("a body of a region or a town", () => {
  const placesOf = (name: string, text: string) =>
    readReport(
      makeReport({ id: "a", lang: "uk", publishedAt, title: "", text, source: { name, side: "UA" } }),
    ).figures.map(({ places }) => places);

  it.each([
    ["Запорізька ОВА", "Ворог завдав 96 авіаударів.", ["UA-23"]],
    ["Начальник Нікопольської РВА", "Поранено п'ятьох цивільних, агресор бив 14 разів.", ["UA:nikopol"]],
    ["Поліція Сумщини", "Від початку року загинули 40 цивільних.", ["UA-59"]],
    ["Херсонська ОВА", "Двоє людей загинули у Бериславі.", ["UA:beryslav"]],
    ["Генеральний штаб ЗСУ", "Ворог завдав 96 авіаударів.", []],
  ])("tells of its own where it names no place: %s, %s", (name, text, places) => {
    expect(placesOf(name, text)[0]).toEqual(places);
  });
});

describe("a summary of an army", () => {
  const summary = (title: string, text: string) =>
    readReport(
      makeReport({
        id: "a",
        lang: "ru",
        publishedAt,
        title,
        text,
        source: { name: "Минобороны России", side: "RU" },
      }),
    ).figures;

  it("is of the day that stands in brackets over it", () => {
    const [figure] = summary("Сводка (по состоянию на 23 мая 2024 г.)", "ВСУ потеряли до 45 военнослужащих.");

    expect(figure?.date).toBe("2024-05-23");
  });

  it("tells of no place of another group of forces, nor of a village that one took", () => {
    const text =
      "Подразделения группировки «Север» на Харьковском направлении продвинулись. ВСУ потеряли 45 военнослужащих.\n\n" +
      "Группировка «Запад» отразила шесть контратак. Уничтожены 12 танков ВСУ.\n\n" +
      "Подразделения группировки «Юг» освободили Часов Яр. Противник потерял 225 военнослужащих.";

    expect(summary("", text).map(({ places }) => places)).toEqual([["UA-63"], [], [], []]);
  });
});

describe("the dead and the hurt", () => {
  it.each([
    ["uk", "13 людей загинули і 19 поранені після удару росіян по Сумах.", ["killed UA 13", "injured UA 19"]],
    ["ru", "После удара ВСУ сообщили о 12 убитых военных и 50 раненых.", ["killed UA 12", "injured UA 50"]],
    ["uk", "Росіяни вдарили по Сумах, 23 мешканці будинку постраждали.", ["injured UA 23"]],
    ["uk", "Після удару росіян по Сумах працюють 84 рятувальники.", []],
    ["ru", "После удара по Киеву 14 человек спасатели вывели по лестницам.", ["rescued UA 14"]],
    [
      "ru",
      "Россия потеряла 112 тысяч солдат, Украина — восемь тысяч.",
      ["casualties RU 112000", "casualties UA 8000"],
    ],
  ])("are told apart from others: %s, %s", (lang, text, figures) => {
    expect(figuresOf(lang, text)).toEqual(figures);
  });

  it("are the people that the words after them name", () => {
    const { figures } = read("uk", "Після удару росіян по Сумах — 26 загиблих мирних жителів.");

    expect(figures).toEqual([expect.objectContaining({ measure: "killed", group: "civilians" })]);
  });
});

describe("attacks that were repelled", () => {
  it.each([
    ["uk", "Дев'ять атак українські воїни відбили.", ["attacks RU 9"]],
    ["ru", "Четыре атаки отразили подразделения ВС РФ.", ["attacks UA 4"]],
    [
      "uk",
      "На Лиманському напрямку загарбники 19 разів намагалися вклинитися в оборону ЗСУ.",
      ["attacks RU 19"],
    ],
  ])("are those of the foe of who repelled them, wherever it stands: %s, %s", (lang, text, figures) => {
    expect(figuresOf(lang, text)).toEqual(figures);
  });
});

describe("what stands in other words", () => {
  it.each([
    ["uk", "Рятувальники дістали з-під плит сімнадцять тіл після удару росіян.", ["killed UA 17"]],
    ["ru", "После удара ВСУ по Белгороду с 16 сотрудниками нет связи.", ["missing RU 16"]],
    [
      "ru",
      "Украина сбила 79 российских дронов, 35 пропали с радаров.",
      ["drones.downed RU 79", "drones.suppressed RU 35"],
    ],
    [
      "ru",
      "При обстреле ВСУ Донецка огонь охватил три дома, эвакуированы 12 жильцов.",
      ["buildings.damaged UA 3", "evacuated UA 12"],
    ],
    ["uk", "Авіація ЗСУ вдарила по 12 цілях окупантів.", ["sites.hit RU 12"]],
    [
      "uk",
      "Росіяни вдарили по Одесі: 75 жертв, 6 загинули, 69 поранено.",
      ["casualties UA 75", "killed UA 6", "injured UA 69"],
    ],
    ["ru", "Украина контролирует сто сёл Курской области.", ["settlements.captured UA 100"]],
  ])("is counted as what it is: %s, %s", (lang, text, figures) => {
    expect(figuresOf(lang, text)).toEqual(figures);
  });

  it("is fired at who holds the town", () => {
    expect(figuresOf("uk", "По заводу в Севастополі завдали удару десятьма ракетами.")).toEqual([
      "missiles.launched UA 10",
    ]);
  });

  it("is the land's own people where an armed group tells of them", () => {
    const text = "США ударили по Йемену: убиты 74 человека, сообщил минздрав хуситов.";

    expect(figuresOf("ru", text)).toEqual(["killed YE 74"]);
  });
});

describe("what is no news of a war", () => {
  it.each([
    ["uk", "«Метеор» знищив суперника: 104:71", "Гості завдали 16 ударів, захисники відбили п'ять атак."],
    [
      "ru",
      "«Метеор» разгромил соседей 3:0",
      "Атака хозяев нанесла 12 ударов, гости потеряли двух защитников.",
    ],
    [
      "ru",
      "81 год назад была снята блокада города",
      "По городу выпустили 150 тысяч снарядов, умерли 600 тысяч человек.",
    ],
    ["uk", "30 років тому почалася війна в горах", "Тоді загинули п'ять тисяч військових."],
    [
      "ru",
      "Взрыв цен: масло подорожало",
      "Производители потеряли 25 тысяч тонн, ассоциация атакует регулятора.",
    ],
  ])("gives no figures and no events: %s, %s", (lang, title, text) => {
    const { figures, events } = readReport(makeReport({ id: "a", lang, publishedAt, title, text }));

    expect([...figures, ...events]).toEqual([]);
  });

  it("is not told by a time of day in the title", () => {
    const report = makeReport({
      id: "a",
      lang: "uk",
      publishedAt,
      title: "10:55. У Сумах уже 14 загиблих",
      text: "Росіяни вдарили по Сумах, загинули 14 людей.",
    });

    expect(readReport(report).figures).toHaveLength(1);
  });
});

describe("who speaks", () => {
  const speakersOf = (lang: string, text: string) =>
    read(lang, text).figures.map(({ by }) => by?.side ?? null);

  it("in a later part of a sentence tells of no more than that part", () => {
    const text =
      "Иран выпустил по Израилю 80 ракет; первая волна, по оценке ЦАХАЛа, насчитывала 40 ракет. В городе погибли шесть человек.";

    expect(speakersOf("ru", text)).toEqual([null, "IL", null]);
  });

  it("of one party's drones counts none over the other's land", () => {
    const text =
      "Дві російські ракети влучили в будинок у Києві. Міноборони РФ нарахувало 102 збиті українські дрони.";

    expect(speakersOf("uk", text)).toEqual([null, "RU"]);
  });
});

describe("rows of a region's post", () => {
  const text =
    "Упродовж доби росіяни 74 рази обстріляли прикордоння.\n\n▪️ Шосткинська громада: сім «шахедів».\n\n" +
    "▪️ Білопільська: ворог скинув шість КАБів.\n\nЗагалом — 90 БПЛА, жертв немає.";
  const { figures } = readReport(
    makeReport({
      id: "a",
      lang: "uk",
      publishedAt,
      title: "Сумщина: 74 обстріли, у Шостці поранено трьох",
      text,
    }),
  );

  it.each([
    ["attacks", 74, ["UA-59"]],
    ["drones.launched", 7, ["UA:shostka", "UA-59"]],
    ["bombs.launched", 6, ["UA:bilopillia", "UA-59"]],
  ])("are of the place that their label names: %s %d", (measure, low, places) => {
    expect(figures).toContainEqual(expect.objectContaining({ measure, low, places }));
  });

  it("end with a total that has no verb, and with no victims", () => {
    expect(figures).toContainEqual(expect.objectContaining({ measure: "drones.launched", low: 90 }));
    expect(figures.filter(({ measure }) => measure === "killed")).toEqual([]);
  });
});
