import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

function toldIn(lang: string, text: string) {
  const publishedAt = Date.parse("2025-06-14T12:00:00Z");
  const { figures } = readReport(makeReport({ id: "a", lang, publishedAt, title: "", text }));
  return figures.map((figure) => ({
    by: figure.by?.name ?? null,
    side: figure.by?.side ?? null,
    places: figure.places,
  }));
}

describe("who tells a post", () => {
  it.each([
    [
      "uk",
      "За ніч ворог завдав 12 ударів.\nЗбито 14 дронів.\nРазом до перемоги!\n🇺🇦\n Генеральний штаб ЗС України",
    ],
    ["uk", "Росіяни втратили 1200 військових за добу\nГенштаб ЗСУ"],
    ["uk", "За добу окупанти втратили 1200 військових –\nГенштаб"],
    ["ru", "За ночь сбито 12 дронов противника. Потеряны ещё пять.\n\nГенштаб ВСУ"],
  ])("is the body that signs it: %s, %s", (lang, text) => {
    for (const figure of toldIn(lang, text))
      expect(figure).toMatchObject({ by: "General Staff of Ukraine", side: "UA" });
    expect(toldIn(lang, text)).not.toEqual([]);
  });

  it.each([
    [
      "uk",
      "Окупанти поцілили по 23 населених пунктах, зафіксовано 159 ударів, - Запорізька ОВА\nЩе двоє поранених.",
    ],
    ["uk", "За добу ворог завдав 40 ударів — начальник Запорізької ОВА\nЩе двоє поранених."],
  ])("is the administration after the dash, and happened in its region: %s, %s", (lang, text) => {
    expect(toldIn(lang, text)[0]).toMatchObject({ side: "UA", places: ["UA-23"] });
  });

  it("is nobody who is only thanked or wished well at the end", () => {
    const text = "За ніч збито 12 ворожих дронів.\nПідтримуйте Збройні Сили!\nДякуємо ППО!\nСлава Україні!";
    expect(toldIn("uk", text)).toMatchObject([{ by: null }]);
  });

  it("does not put what is told of a town into the region of the office that tells it", () => {
    const text = "Ворог обстріляв Балаклію. Про це повідомила Харківська ОВА. Двоє цивільних поранені.";
    expect(toldIn("uk", text)).toMatchObject([{ side: "UA", places: ["UA:balakliia"] }]);
  });

  it("is an office of those who hold the town, where its own army is called names", () => {
    const text = "Украинские боевики выпустили по Новой Каховке 15 снарядов, сообщили в экстренных службах.";
    expect(toldIn("ru", text)).toMatchObject([{ side: "RU" }]);
    expect(
      toldIn("ru", "В Харькове погибли двое мирных жителей, сообщила прокуратура. ВСУ отступают."),
    ).toMatchObject([{ side: "UA" }]);
  });

  it("is in a row of a list nobody who speaks in the next row", () => {
    const text =
      "Главное за день\n\n▪️ВСУ потеряли до 150 военнослужащих, следует из сводки Минобороны России;\n\n▪️Войска продвигаются, сообщил Пушилин;\n\n▪️Уничтожено более 25 боевиков ВСУ;\n\n▪️Канцлер намерен встретиться с Зеленским;";
    expect(toldIn("ru", text).map(({ by }) => by)).toEqual(["Russian Ministry of Defence", null]);
  });
});
