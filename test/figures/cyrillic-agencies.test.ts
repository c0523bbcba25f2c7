import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { placeName } from "../../src/reference/places.ts";
import { makeReport } from "../contract/store/documents.ts";

interface Item {
  readonly lang: string;
  readonly at?: string;
  readonly side?: string;
  readonly title?: string;
  readonly text: string;
}

/** A short agency report of 24 May 2024, unless another day is given; outlets and what they tell are invented. */
const read = ({ lang, at = "2024-05-24T15:00:00Z", side, title = "", text }: Item) =>
  readReport(
    makeReport({
      id: "a",
      lang,
      publishedAt: Date.parse(at),
      source: { name: "Вестник", side: side ?? null },
      title,
      text,
    }),
  );

describe("a disaster or an accident in a land at war", () => {
  it.each<Item>([
    {
      lang: "ru",
      side: "RU",
      title: "В Башкирии опрокинулся автобус, есть пострадавшие",
      text: "Двенадцать человек пострадали, двое погибли. На место выехали 30 спасателей и восемь единиц техники, сообщили в МЧС.",
    },
    {
      lang: "ru",
      side: "RU",
      title: "",
      text: "Шесть человек погибли при взрыве бытового газа в Астрахани. Из дома эвакуировали 60 жильцов, разрушены девять квартир.",
    },
    {
      lang: "ru",
      side: "RU",
      title: "Шторм в Крыму повредил 18 домов",
      text: "Без света остались 7 тыс. абонентов, травмы получили двое. За сутки деревья повредили 12 машин.",
    },
    {
      lang: "ru",
      side: "RU",
      title: "На шахте в Кузбассе погибли пять человек",
      text: "Ещё десять ранены, на поверхность вывели 95 горняков.",
    },
    {
      lang: "ru",
      title: "Над рекой столкнулись самолет и военный вертолет",
      text: "На борту были 64 человека и трое военных. Все погибли, подняли 40 тел.",
    },
    {
      lang: "ru",
      side: "RU",
      title: "Робот-сапер показал себя на полигоне",
      text: "Прототип за смену обнаружил 112 из 115 учебных мин, рассказал собеседник в войсках.",
    },
    {
      lang: "uk",
      title: "На трасі зіткнулися автобус і бензовоз",
      text: "Загинули 14 людей, одна жінка у лікарні. На місці працюють 40 рятувальників.",
    },
    {
      lang: "uk",
      side: "UA",
      title: "Негода на Одещині",
      text: "Через сильний вітер без світла лишилися 14 тисяч абонентів, пошкоджено дахи 35 будинків, травмовано двох людей.",
    },
    {
      lang: "uk",
      title: "На шахті у Краматорську стався обвал",
      text: "Під завалами лишилися троє гірників, 40 вивели на поверхню, двоє травмовані.",
    },
  ])("is no news of it: $lang, $title $text", (item) => {
    expect(read(item)).toMatchObject({ figures: [], events: [] });
  });

  it("does not hide the dead of an attack told beside it", () => {
    const { figures } = read({
      lang: "ru",
      side: "RU",
      title: "Белгород под обстрелом в непогоду",
      text: "Несмотря на шторм, ВСУ обстреляли Белгород: погибли два человека, сообщил губернатор.",
    });

    expect(figures).toMatchObject([{ measure: "killed", side: "RU", low: 2 }]);
  });
});

describe("an event that agencies tell without a figure", () => {
  it.each<readonly [lang: string, at: string, text: string, event: string]>([
    ["ru", "2025-09-24", "Одесса подверглась массированной атаке дронов, сообщил мэр.", "strike done"],
    ["uk", "2025-09-24", "Суми потрапили під удар «шахедів», повідомив мер.", "strike done"],
    ["uk", "2025-05-10", "Індія та Пакистан уранці обмінялися ударами по авіабазах.", "strike done"],
    ["ru", "2025-05-10", "Ночью Индия и Пакистан обменялись ударами.", "strike done"],
    ["ru", "2025-10-09", "Израиль и ХАМАС подписали соглашение о мире.", "ceasefire agreed"],
    ["ru", "2024-06-02", "Израиль отмёл саму идею прекращения войны с ХАМАС.", "ceasefire rejected"],
    [
      "ru",
      "2024-11-27",
      "Перемирие между Израилем и «Хезболлой» вступило в силу утром 27 ноября.",
      "ceasefire started",
    ],
    ["ru", "2024-12-08", "Сирийские повстанцы заявили о взятии Дамаска.", "capture claimed"],
    ["ru", "2024-12-01", "Боевики сирийской оппозиции вошли в Алеппо.", "capture claimed"],
    ["uk", "2021-08-15", "Бойовики «Талібану» увійшли до Кабула.", "capture claimed"],
    [
      "ru",
      "2024-09-11",
      "Британия внесла в чёрный список ещё десять танкеров, перевозящих нефть для войны России против Украины.",
      "sanctions adopted",
    ],
    [
      "uk",
      "2025-10-23",
      "США запровадили обмеження проти російських нафтових компаній через війну в Україні.",
      "sanctions adopted",
    ],
    ["uk", "2025-05-10", "Військові Індії та Пакистану знову поспілкуються 12 травня.", "talks scheduled"],
    ["ru", "2025-05-28", "Делегации России и Украины встретятся в Стамбуле 2 июня.", "talks scheduled"],
    [
      "ru",
      "2015-02-12",
      "Киев и ополченцы обязались освободить всех заложников по принципу «всех на всех».",
      "exchange agreed",
    ],
  ])("is read in %s, %s: %s", (lang, at, text, event) => {
    const { events } = read({ lang, at: `${at}T18:00:00Z`, text });

    expect(events.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual([event]);
  });

  it.each([
    ["ru", "2025-10-12", "В сектор Газа вошли 100 грузовиков с мукой, сообщили в ХАМАС."],
    ["ru", "2023-06-12", "Люди живут в районах, которые подвергаются обстрелам ВСУ."],
  ])("is none where lorries go in, or shelling is a habit: %s, %s: %s", (lang, at, text) => {
    const { events } = read({ lang, at: `${at}T18:00:00Z`, text });

    expect(events.filter(({ kind }) => kind === "capture" || kind === "strike")).toEqual([]);
  });

  it("is two where one claims a town and the other denies it in one sentence", () => {
    const { events } = read({
      lang: "uk",
      at: "2025-11-20T21:00:00Z",
      text: "Росія заявила про захоплення Куп'янська, у Генштабі ЗСУ це заперечують.",
    });

    expect(events.map(({ stage }) => stage)).toEqual(["claimed", "denied"]);
  });

  it("is dated by the day on which the paper takes force", () => {
    const { events } = read({
      lang: "uk",
      at: "2020-11-10T06:00:00Z",
      title: "Вірменія та Азербайджан домовилися про припинення вогню",
      text: "Документ набув чинності опівночі 10 листопада.",
    });

    expect(events).toMatchObject([
      { kind: "ceasefire", stage: "agreed" },
      { kind: "ceasefire", stage: "started", date: "2020-11-10" },
    ]);
  });
});

describe("a figure in a short agency report", () => {
  const figuresOf = (item: Item): string[] =>
    read(item).figures.map(
      ({ measure, side, low, high, scope }) => `${measure} ${side} ${low}..${high} ${scope}`,
    );

  it.each<readonly [lang: string, text: string, figure: string]>([
    [
      "ru",
      "ПВО отразила атаку более чем 40 беспилотников ВСУ на Ростов.",
      "drones.stopped UA 40..null event",
    ],
    ["ru", "Над Курской областью отражена атака 12 украинских БПЛА.", "drones.stopped UA 12..12 event"],
    ["uk", "Сили ППО відбили атаку 20 «шахедів» на Миколаївщині.", "drones.stopped RU 20..20 event"],
    ["ru", "В Воронеже сбиты и подавлены средствами РЭБ пять БПЛА ВСУ.", "drones.stopped UA 5..5 event"],
    ["uk", "Збито й подавлено засобами РЕБ дев'ять російських дронів.", "drones.stopped RU 9..9 event"],
    ["ru", "Всего с начала операции уничтожено 3139 танков ВСУ.", "equipment.lost UA 3139..3139 overall"],
    ["ru", "Индийские военные говорят минимум о семи погибших при обстреле.", "killed IN 7..null event"],
    ["ru", "Не менее 60 афганцев погибли при взрывах у аэропорта Кабула.", "killed AF 60..null event"],
    ["ru", "Израиль ударил по Ирану: там погибли 78 иранцев.", "killed IR 78..78 event"],
    [
      "ru",
      "По данным израильской армии, с территории Ирана запущено 140 ракет.",
      "missiles.launched IR 140..140 event",
    ],
    [
      "uk",
      "Армія Ізраїлю повідомила, що з території Ірану запущено 180 ракет.",
      "missiles.launched IR 180..180 event",
    ],
    [
      "ru",
      "ЦАХАЛ утверждает, что ликвидирован один из главарей «Хезболлы», а вместе с ним 10 командиров.",
      "killed x-hezbollah 10..10 event",
    ],
    ["ru", "Бои в Судане: там убиты 30 мирных жителей, ранены десятки.", "killed SD 30..30 event"],
    ["ru", "Взрывы в Ливане: по данным минздрава Ливана, погибли 12 человек.", "killed LB 12..12 event"],
    ["ru", "Минобороны Азербайджана сообщило о 50 погибших военнослужащих.", "killed AZ 50..50 event"],
    [
      "uk",
      "«Хезболла» заявила, що випустила 60 ракет по ізраїльській базі.",
      "missiles.launched x-hezbollah 60..60 event",
    ],
    ["uk", "ХАМАС випустив 24 ізраїльських заручників.", "hostages.released IL 24..24 event"],
    ["ru", "Дроны СБУ атаковали два танкера в Чёрном море.", "equipment.lost null 2..2 event"],
    [
      "ru",
      "ХАМАС за трое суток отпустит 20 живых израильских заложников.",
      "hostages.released IL 20..20 planned",
    ],
  ])("is read in %s: %s", (lang, text, figure) => {
    expect(figuresOf({ lang, at: "2025-06-14T15:00:00Z", text })).toEqual([figure]);
  });

  it.each([
    ["ru", "Взрыв в Газе: сотни погибших и две взаимоисключающие версии."],
    ["ru", "При обстреле Шебекина ВСУ повреждены семь автомобилей, есть пострадавшие."],
  ])("is none where versions of it, or cars, are counted: %s, %s", (lang, text) => {
    expect(figuresOf({ lang, at: "2025-06-14T15:00:00Z", text })).toEqual([]);
  });
});

describe("a body that is usually one's own", () => {
  it.each([
    ["ru", "Минобороны Судана сообщило, что в Хартуме при обстреле убиты 30 мирных жителей.", "SD"],
    ["uk", "За даними ліванського МОЗ, внаслідок ударів Ізраїлю загинули 24 людини.", "LB"],
    ["ru", "Минобороны сообщило, что над Курской областью сбиты 12 украинских дронов.", "RU"],
  ])("is another's where its land stands beside it: %s, %s", (lang, text, side) => {
    const [figure] = read({ lang, at: "2025-06-14T15:00:00Z", text }).figures;

    expect(figure?.by?.side).toBe(side);
  });
});

describe("where a short report tells that it happened", () => {
  it.each([
    ["ru", "По южному пригороду Бейрута нанесён удар, погибли 14 человек.", ["Beirut"]],
    ["ru", "По Шебекинскому округу ВСУ нанесли 11 ударов.", ["Shebekino"]],
    ["uk", "У Нікопольському районі внаслідок обстрілу поранено трьох людей.", ["Nikopol"]],
  ])("is read in %s: %s", (lang, text, places) => {
    const [figure] = read({ lang, text }).figures;

    expect(figure?.places.map((code) => placeName(code))).toEqual(places);
  });
});

describe("the day of an agency's dateline", () => {
  it.each([
    [
      "ru",
      "ХАРТУМ, 23 мая - Вестник. При ударе по рынку погибли 12 человек, сообщил минздрав.",
      "2024-05-23",
    ],
    [
      "ru",
      "БЕЙРУТ, 30 апр - Вестник. При ударе по рынку погибли 12 человек, сообщил минздрав.",
      "2024-04-30",
    ],
    ["ru", "ДАМАСК, 28 февр. /Вестник/. Ракета попала в рынок, погибли 12 человек.", "2024-02-28"],
    ["uk", "ХАРТУМ, 30 квіт – Вісник. Ракета влучила в ринок, загинули 12 людей.", "2024-04-30"],
    ["uk", "БЕЙРУТ. 3 трав. 2024 р. Ракета влучила в ринок, загинули 12 людей.", "2024-05-03"],
  ])("is read where its month is shortened (%s: %s)", (lang, text, date) => {
    expect(read({ lang, text }).figures).toMatchObject([{ measure: "killed", low: 12, date }]);
  });

  it.each([
    ["uk", "Батальйон «Карпатська Січ» збив 12 російських дронів над Харковом."],
    ["ru", "По словам капитана Мар, сбиты 12 украинских дронов над Курском."],
  ])("is no month where no day stands by it (%s: %s)", (lang, text) => {
    expect(read({ lang, text }).figures).toMatchObject([{ measure: "drones.downed", low: 12, date: null }]);
  });
});
