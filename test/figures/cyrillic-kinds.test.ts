import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

const publishedAt = Date.parse("2024-05-24T10:00:00Z");

/** A post of 24 May 2024 without a title; what it tells is invented. */
const read = (lang: string, text: string) =>
  readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));

const figuresOf = (lang: string, text: string): string[] =>
  read(lang, text).figures.map(({ measure, side, low }) => `${measure} ${side} ${low}`);

const eventsOf = (lang: string, text: string): string[] =>
  read(lang, text).events.map(({ kind, stage }) => `${kind} ${stage}`);

describe("a number in Ukrainian and Russian", () => {
  it.each([
    ["uk", "Наші воїни відбили 8х атак противника в районі Роботиного.", "attacks RU 8"],
    ["ru", "За неделю российские войска нанесли 31 групповой удар по аэродромам Украины.", "attacks RU 31"],
    ["ru", "Уничтожено 3 ед. бронетехники оккупантов.", "equipment.lost RU 3"],
    ["uk", "За місяць знищено автотехніку окупантів (555).", "equipment.lost RU 555"],
    ["uk", "Повітряні сили збили більшість ракет (18 із 22).", "missiles.launched RU 22"],
    ["ru", "Генштаб ВСУ: не сбит ни один из российских «Кинжалов» из четырёх.", "missiles.launched RU 4"],
    ["ru", "Из двенадцати ракет сбиты семь, сообщили Воздушные силы Украины.", "missiles.launched RU 12"],
    [
      "ru",
      "Один беспилотник ВСУ сбит над Курской областью и один над Брянской областью.",
      "drones.downed UA 1",
    ],
    ["uk", "Хлопці обнулили 15 окупантів під Бахмутом.", "killed RU 15"],
  ])("is read in whatever form it comes: %s, %s", (lang, text, figure) => {
    expect(figuresOf(lang, text)).toContain(figure);
  });

  it.each([
    ["uk", "Збито дрони росіян, 2/3 танкових запасів окупантів знищено."],
    ["uk", "Росіяни били по Донеччині: авіаудари, «КАБ – 250», артилерія."],
    ["ru", "Над Авдеевкой упал российский Ми - 8, сбит Су - 34."],
    ["uk", "Волонтери передали бригаді ЗСУ дві евакуаційні машини."],
    ["uk", "Раніше повідомлялося про двадцятьох жертв удару по Сумах."],
    ["uk", "Росія та Іран домовилися про поставку 1750 БПЛА для війни проти України."],
    ["ru", "В Москве опровергают, что незаконно вывезены 19 546 украинских детей."],
  ])("counts nothing where it names, shares, supplies or recalls: %s, %s", (lang, text) => {
    expect(figuresOf(lang, text)).toEqual([]);
  });
});

describe("those who came home", () => {
  it("are no figures by their branch where the total is told", () => {
    const text = "З полону повернулися 100 військових ЗСУ. Удома 60 прикордонників і 40 нацгвардійців.";

    expect(figuresOf("uk", text)).toEqual(["prisoners.released UA 100"]);
  });

  it("are counted where the other side only tells of them", () => {
    const text = "Україна та Росія обмінялися полоненими. Міноборони РФ повідомило про 95 військових.";

    expect(figuresOf("uk", text)).toContain("prisoners.released RU 95");
  });
});

describe("the hurt", () => {
  it("are not counted again by the state that some are in", () => {
    const text = "Унаслідок удару по Харкову поранено 40 людей, 12 з них госпіталізовані.";

    expect(figuresOf("uk", text)).toEqual(["injured UA 40"]);
  });

  it("are told together with the dead by one number where the words join them", () => {
    const text = "Погибли или исчезли от 124 до 131 тысячи украинских военных.";

    expect(figuresOf("ru", text)).toEqual(["casualties UA 124000"]);
  });
});

describe("who speaks", () => {
  it("is the ministry of the party that a pronoun takes up", () => {
    const text = "Росія втрату сіл не визнає; її Міноборони заявило, що за добу противник утратив 340 осіб.";

    expect(read("uk", text).figures[0]?.by?.side).toBe("RU");
  });

  it("in one row of a list does not in the next", () => {
    const text =
      "• Командувач Повітряних сил Олещук визнав удар по Генічеську;\n• Україна повернула тіла 51 загиблого військового.";

    expect(read("uk", text).figures[0]?.by).toBeNull();
  });
});

describe("an event in Ukrainian and Russian", () => {
  it.each([
    [
      "uk",
      "Німеччина надасть Україні військову допомогу, сказав канцлер після зустрічі із Зеленським.",
      "aid announced",
    ],
    ["ru", "Байден объявил о передаче Украине 31 танка Abrams.", "aid announced"],
    ["ru", "Умеров предложил России провести следующую встречу 20 июня.", "talks proposed"],
    ["ru", "ЧВК «Вагнер» взяли Артёмовск.", "capture claimed"],
    [
      "uk",
      "Губернатор Курської області визнав, що під контролем ЗСУ 28 населених пунктів.",
      "capture confirmed",
    ],
    ["uk", "Атака «Шахедів» на житлові райони Києва триває вже третю годину.", "strike done"],
  ])("is read by what is done: %s, %s", (lang, text, event) => {
    expect(eventsOf(lang, text)).toContain(event);
  });

  it("of the day before, told to compare, is no second strike", () => {
    const text = "За сутки ВСУ нанесли 67 ударов по Донецку. В предыдущие сутки зафиксировано 35 обстрелов.";

    expect(eventsOf("ru", text)).toEqual(["strike done"]);
  });

  it.each([
    ["uk", "Росія та Україна домовилися припинити удари по енергетиці на 30 днів.", "energy"],
    ["ru", "Владимир Путин объявил пасхальное перемирие на Украине.", "hours"],
    ["uk", "Україна погодилася на повне припинення вогню на 30 днів.", "general"],
    ["en", "Ukraine and Russia agreed to a maritime truce in the Black Sea.", "sea"],
  ])("of a cease-fire says what it is limited to: %s, %s", (lang, text, limit) => {
    expect(read(lang, text).events[0]?.limit).toBe(limit);
  });
});

describe("a place", () => {
  it("is the one of its name in the land of the place before it", () => {
    const { figures } = read("uk", "Унаслідок удару по Дніпру загинуло 15 людей, у Самарі — ще двоє.");

    expect(figures.at(-1)).toMatchObject({ side: "UA", places: ["UA:samar"] });
  });

  it("after the dead and the hurt is that of both", () => {
    const { figures } = read(
      "uk",
      "Троє людей загинули, восьмеро поранені у Краматорську внаслідок обстрілів.",
    );

    expect(figures.map(({ places }) => places)).toEqual([["UA:kramatorsk"], ["UA:kramatorsk"]]);
  });

  it("that is left out is none, nor is the one joined to it", () => {
    const text = "Жертви Росії на Донеччині (без урахування Маріуполя і Волновахи): 2956 загиблих.";

    expect(read("uk", text).figures[0]?.places).toEqual(["UA-14"]);
  });
});

describe("what a report tells first", () => {
  it("did not happen on the day of the one before it", () => {
    const text =
      "Україні передали тіла 1 245 полеглих. Попередня передача відбулася 20 травня: тоді повернули 909 тіл.";

    expect(read("uk", text).figures.map(({ date }) => date)).toEqual([null, "2024-05-20"]);
  });
});

describe("whose people they are", () => {
  it("is the other party's for those who are let go beside hostages", () => {
    const text = "В рамках перемирия в Газе Израиль и ХАМАС освободят 3 заложников и 95 заключенных.";

    expect(figuresOf("ru", text)).toEqual(["hostages.released IL 3", "prisoners.released PS 95"]);
  });

  it("is the land's, whoever's official tells of it", () => {
    const text = "Над Крымом сбиты дроны ВСУ. По данным Сергея Аксенова, пострадали трое.";

    expect(figuresOf("ru", text)).toEqual(["injured UA 3"]);
  });
});

describe("bodies that go both ways", () => {
  it.each([
    ["ru", "Украине передали 1212 тел в среду и 1200 в четверг, обратно в Россию — 27."],
    ["ru", "Украине вернули 1212 тел в среду и 1200 в четверг, в Россию – 27."],
  ])("are each whose they go to: %s, %s", (lang, text) => {
    expect(figuresOf(lang, text)).toEqual([
      "bodies.returned UA 1212",
      "bodies.returned UA 1200",
      "bodies.returned RU 27",
    ]);
  });
});
