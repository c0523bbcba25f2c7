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
    ["uk", "20 травня авіабомба вбила в Харкові сімох людей. Тижнем раніше там загинули троє.", "2024-05-13"],
    ["ru", "20 мая авиабомба убила в Харькове семерых. За неделю до этого там погибли трое.", "2024-05-13"],
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

/** With the kind of weapon; without scope and day. */
const told = (lang: string, title: string, text: string): string[] =>
  read(lang, title, text).map(({ measure, side, weapon, low }) =>
    [measure, side, ...(weapon === null ? [] : [weapon]), low].join(" "),
  );

describe("rows of an article or a post that tell no verb", () => {
  const title = "ВСУ атаковали Белгородскую область";

  it.each([
    [
      "В Краснояружском районе — 11 боеприпасов и 14 беспилотников; ранен житель.",
      ["shells.fired UA 11", "drones.launched UA 14"],
    ],
    ["Шебекинский округ: более 30 снарядов, обошлось без жертв.", ["shells.fired UA 30"]],
  ])("tell what was launched: %s", (text, figures) => {
    expect(told("ru", title, text)).toEqual(figures);
  });

  it.each([
    ["Краматорськ: 3 «шахеди», пошкоджено 12 будинків.", ["drones.launched RU 3", "buildings.damaged UA 12"]],
    ["Краматорськ: мінометний обстріл, 12 мін.", ["shells.fired RU 12"]],
    ["Краматорськ: 11 влучань FPV-дронів.", ["drones.hit RU fpv 11"]],
  ])("tell it in Ukrainian: %s", (text, figures) => {
    expect(told("uk", "Росіяни обстріляли Донеччину", text)).toEqual(figures);
  });
});

describe("what became of weapons in Ukrainian and Russian", () => {
  it.each([
    [
      "uk",
      "З Ірану по Ізраїлю запустили ще три ракети, усі збито.",
      ["missiles.launched IR 3", "missiles.downed IR 3"],
    ],
    [
      "ru",
      "По Одессе запущены две ракеты РФ — обе перехвачены.",
      ["missiles.launched RU 2", "missiles.downed RU 2"],
    ],
    [
      "ru",
      "Воздушные силы Украины сбили все 27 «Шахедов», запущенных ночью.",
      ["drones.downed RU 27", "drones.launched RU 27"],
    ],
    ["ru", "Восемь ракет РФ ПВО Украины перехватить не смогла.", ["missiles.launched RU 8"]],
    ["uk", "По Києву Росія випустила 9 ракет, п'ять із них не збито.", ["missiles.launched RU 9"]],
  ])("is told: %s, %s", (lang, text, figures) => {
    expect(told(lang, "", text)).toEqual(figures);
  });

  it("is of the whole war where the sum before is", () => {
    const text = "Всего за войну Иран выпустил по Израилю 550 ракет. До цели дошла 31 ракета.";

    expect(dated("ru", "", text)).toEqual([
      "missiles.launched IR 550 overall 2024-05-24",
      "missiles.hit IR 31 overall 2024-05-24",
    ]);
  });

  it("is a bomb if planes dropped it", () => {
    const text = "Израильские самолёты атаковали Тегеран, сбросив более ста боеприпасов.";

    expect(told("ru", "", text)).toEqual(["bombs.launched IL 100"]);
  });
});

describe("people in Ukrainian and Russian articles", () => {
  it.each([
    ["uk", "Поранених, за оновленою інформацією, 94.", "injured UA 94"],
    ["uk", "Загиблих уже 12.", "killed UA 12"],
    ["uk", "На зв'язок не виходять 22 мешканці.", "missing UA 22"],
    ["uk", "Від удару дістали ушкоджень 46 людей.", "injured UA 46"],
    ["ru", "Водитель погиб, трое пассажиров доставлены в больницу.", "injured UA 3"],
    ["ru", "Из соседнего дома вывели восемь человек.", "evacuated UA 8"],
    ["uk", "Окупанти вбили ще п'ятьох: двоє братів їхали в автівці.", "killed UA 5"],
  ])("are counted by what happened to them: %s, %s", (lang, text, figure) => {
    expect(told(lang, lang === "uk" ? "Удар РФ по Одесі" : "Удар РФ по Одессе", text)).toContain(figure);
  });

  it("are no figure where they only were in what was struck", () => {
    const text = "Ракета РФ влучила в школу в Сумах, де перебувало близько 60 дітей; поранено сімох учнів.";

    expect(told("uk", "", text)).toEqual(["injured UA 7"]);
  });

  it("who come home are not of the stretch that the next clause begins with", () => {
    const text = "Из плена возвращены 17 россиян; всего с февраля вернулись 156 россиян.";

    expect(dated("ru", "Обмен пленными", text)).toEqual([
      "prisoners.released RU 17 event ",
      "prisoners.released RU 156 overall 2024-02/2024-05-24",
    ]);
  });
});

describe("a sum with its growth between number and noun", () => {
  it("counts the noun behind the bracket", () => {
    const text = "За войну уничтожено 8117 (+9) танков и 11 692 (+44) БПЛА оккупантов.";

    expect(told("ru", "", text)).toEqual([
      "equipment.lost RU tank 8117",
      "equipment.lost RU tank 9",
      "drones.downed RU 11692",
      "drones.downed RU 44",
    ]);
  });
});

describe("people and bodies that go both ways in Ukrainian and Russian", () => {
  it.each([
    ["ru", "Стороны обменялись телами: Киев получил 212 тел, Москва — 45.", 212, 45],
    ["ru", "Киеву передано 1000 тел погибших, Москва получила 31.", 1000, 31],
    ["uk", "Того ж дня повернуто тіла 212 загиблих захисників; росіяни отримали 45.", 212, 45],
  ])("are of who got them: %s, %s", (lang, text, ukrainian, russian) => {
    expect(told(lang, "", text)).toEqual([
      `bodies.returned UA ${ukrainian}`,
      `bodies.returned RU ${russian}`,
    ]);
  });

  it.each([
    ["ru", "В Ливане погибли 400 человек; с израильской стороны — 14 военных.", "killed IL 14"],
    ["uk", "У Лівані загинули 400 людей, з ізраїльського боку — 14 військових.", "killed IL 14"],
    [
      "ru",
      "При обстреле погибли 192 азербайджанских военных и 200 человек с армянской стороны.",
      "killed AM 200",
    ],
  ])("are the dead of the side that is named: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toContain(figure);
  });
});

describe("in Ukrainian and Russian articles", () => {
  it.each([
    ["uk", "У Покровську лишаються 7 тисяч людей, серед них 30 дітей; евакуйовано 540 людей."],
    [
      "ru",
      "В Покровске живут 12 тысяч человек, в том числе 55 детей, которых обязаны вывезти; эвакуировали 540.",
    ],
  ])("those who live somewhere are no figure, nor is a part of them: %s, %s", (lang, text) => {
    expect(told(lang, "Евакуація під обстрілами РФ", text)).toEqual(["evacuated UA 540"]);
  });

  it.each([
    ["ru", "По Бериславу было 12 прилетов планирующих бомб.", "bombs.launched RU 12"],
    ["uk", "По Бериславу 3 прильоти «шахедів».", "drones.hit RU 3"],
    ["ru", "Россия сбила все цели. Украина заявляла о 40 запущенных дронах.", "drones.launched UA 40"],
    ["ru", "По Киеву Россия выпустила 9 ракет.", "missiles.launched RU 9"],
  ])("what flew is counted, and by who sent it: %s, %s", (lang, text, figure) => {
    expect(told(lang, "", text)).toContain(figure);
  });

  it("light that is back is no light cut", () => {
    const text = "Після удару РФ енергетики відновили світло 12 тисячам родин, ще 8 тисяч без струму.";

    expect(told("uk", "", text)).toEqual(["customers.without_power UA 8000"]);
  });
});
