import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function read(lang: string, text: string, title = "") {
  return readReport(
    makeReport({ id: "a", lang, title, text, publishedAt: Date.parse("2024-11-14T14:00:00Z") }),
  );
}

describe("a truce that somebody may propose or break", () => {
  it.each([
    [
      "en",
      "Washington could propose a cease-fire between Russia and Ukraine next month, a newspaper writes.",
    ],
    ["en", "Diplomats doubt that a cease-fire which the president may offer would end the war in Ukraine."],
    ["en", "Russia might violate any cease-fire in Ukraine within days, a former general warned."],
    [
      "uk",
      "Дипломати побоюються, що перемир'я, яке президент США може запропонувати, лише зупинить війну Росії проти України.",
    ],
    ["uk", "Експерт вважає, що Росія може порушити перемир'я з Україною будь-якої миті."],
    ["ru", "Эксперт считает, что Россия может нарушить перемирие с Украиной в любой момент."],
  ])("is none: %s, %s", (lang, text) => {
    expect(read(lang, text).events.filter(({ kind }) => kind === "ceasefire")).toEqual([]);
  });

  it.each([
    ["en", "The Kremlin is not ready for a cease-fire with Ukraine, an analyst said."],
    [
      "uk",
      "Росія може не погодитися на перемир'я з Україною, бо Кремль не буде готовий до завершення війни.",
    ],
  ])("is none where a side is not ready for it: %s, %s", (lang, text) => {
    expect(read(lang, text).events.filter(({ kind }) => kind === "ceasefire")).toEqual([]);
  });

  it("is one where it is proposed, though something may follow", () => {
    const [event] = read("en", "Ukraine proposed a cease-fire to Russia, and talks may follow.").events;
    expect(event).toMatchObject({ kind: "ceasefire", stage: "proposed" });
  });
});

describe("the day of a burial", () => {
  it.each([
    ["en", "Hundreds gathered in Kryvyi Rih on Wednesday to bury three children killed by a missile strike."],
    ["uk", "У середу, 13 листопада, у Кривому Розі попрощалися з трьома дітьми, яких убив ракетний удар."],
    ["ru", "В Кривом Роге 13 ноября простились с тремя детьми, погибшими при ракетном ударе."],
    ["uk", "У Дніпрі 13 листопада оголошено день жалоби за трьома загиблими під час ракетного удару."],
  ])("is not that of the strike: %s, %s", (lang, text) => {
    const { figures, events } = read(lang, text);
    const told = figures.map(({ low, date }) => [low, date]);
    expect(told).toEqual([[3, null]]);
    expect(events.filter(({ date }) => date !== null)).toEqual([]);
  });

  it("leaves the day of the strike as it is", () => {
    const text = "On Monday a missile killed nine people in Kryvyi Rih. The dead were buried on Wednesday.";
    expect(read("en", text).figures).toMatchObject([{ low: 9, date: "2024-11-11" }]);
  });
});

describe("the dead of a fire that nobody set in the war", () => {
  it.each([
    [
      "uk",
      "Четверо дітей загинули через пожежу під Сумами",
      "У селі під час пожежі загинули п'ятеро людей. Про це повідомило управління ДСНС. Ще одна дитина постраждала.",
    ],
    [
      "ru",
      "При пожаре под Харьковом погибли четверо детей",
      "Загорелся частный дом в поселке. Спасатели нашли тела пяти погибших.",
    ],
  ])("are no news of it: %s, %s", (lang, title, text) => {
    expect(read(lang, text, title).figures).toEqual([]);
  });

  it("are where it followed an attack", () => {
    const text = "Внаслідок удару по Сумах спалахнула пожежа, загинули п'ятеро людей.";
    expect(read("uk", text).figures).toMatchObject([{ measure: "killed", low: 5 }]);
  });
});

describe("what a reader is invited to", () => {
  it("makes a report of sport none of the war, nor a season a number of captives", () => {
    const text =
      "Перед сезоном 2021/22 форвард у рамках тристороннього обміну опинився в іншому клубі. Термінові та важливі повідомлення про війну Росії проти України читайте на каналі в Telegram.";
    expect(read("uk", text, "Форвард не врятував команду від поразки")).toMatchObject({
      figures: [],
      events: [],
    });
  });

  it.each([
    ["uk", "Двоє людей поранені внаслідок обстрілу Херсона. Читайте також: удар по Дніпру, 40 загиблих."],
    ["ru", "Два человека ранены при обстреле Херсона. Читайте также: удар по Днепру, 40 погибших."],
    ["en", "Two people were wounded by shelling in Kherson. Read also: strike on Dnipro kills 40."],
  ])("is no part of what is told: %s, %s", (lang, text) => {
    expect(read(lang, text).figures.map(({ measure, low }) => [measure, low])).toEqual([["injured", 2]]);
  });
});

describe("places of which most is told, below a sum over the war", () => {
  it.each([
    [
      "uk",
      "З початку повномасштабної війни загинули 589 дітей. Найбільше постраждало дітей у таких областях: Донецькій - 598, Харківській - 459.",
    ],
    [
      "ru",
      "С начала полномасштабной войны погибли 589 детей. Больше всего пострадало детей в Донецкой области - 598, Харьковской - 459.",
    ],
  ])("are parts of a sum over the war: %s", (lang, text) => {
    expect(read(lang, text).figures.map(({ low, group, scope }) => [low, group, scope])).toEqual([
      [589, "children", "overall"],
      [598, "children", "overall"],
      [459, "children", "overall"],
    ]);
  });
});

describe("who held an office once", () => {
  it.each([
    ["en", "Russia had violated the cease-fire, a former Ukrainian foreign minister said."],
    ["uk", "Росіяни порушили перемир'я, заявив колишній міністр закордонних справ України."],
    ["ru", "Бывший глава МИД Украины заявил, что Россия нарушила перемирие."],
  ])("speaks for no party: %s, %s", (lang, text) => {
    expect(read(lang, text).events).toMatchObject([
      { kind: "ceasefire", by: { name: "former official", side: null } },
    ]);
  });
});

it("what goes on without electricity is no customer", () => {
  const text =
    "Despite the shelling, and with no electricity, one snack shop is still serving the soldiers in Bakhmut, Ukraine.";
  expect(read("en", text).figures).toEqual([]);
});
