import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
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
