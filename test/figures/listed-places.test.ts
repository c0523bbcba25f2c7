import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

function placesOf(lang: string, text: string): readonly string[] {
  const report = makeReport({
    id: "a",
    lang,
    publishedAt: Date.parse("2025-06-14T12:00:00Z"),
    title: "",
    text,
  });
  return writeReading("a", readReport(report)).figures[0]?.places ?? [];
}

describe("villages that no table holds", () => {
  it.each([
    [
      "uk",
      "Окупанти вдарили по Нікополю, Малій Лепетисі, Сагах, Козачих Лагерях та Підстепному: загинули двоє цивільних.",
      ["Nikopol", "Mala Lepetykha", "Sahy", "Kozachi Laheri", "Pidstepne"],
    ],
    [
      "uk",
      "Ворог атакував 12 безпілотниками Нову Криницю, Новодарівку, Новоданилівку, Роботине й Малу Токмачку.",
      ["Nova Krynytsia", "Novodarivka", "Novodanylivka", "Robotyne", "Mala Tokmachka"],
    ],
    [
      "ru",
      "По Горловке, Сагам, Казачьим Лагерям, Старой Балке выпущено 40 снарядов.",
      ["Horlivka", "Sahy", "Kazachy Lahery", "Stara Balka"],
    ],
  ])("are settlements where they are listed with towns: %s, %s", (lang, text, places) => {
    expect(placesOf(lang, text)).toEqual(places);
  });

  it("stand right after a point of the compass", () => {
    expect(
      placesOf("uk", "Відбито 6 атак противника західніше Калинового та південніше Роботиного."),
    ).toEqual(["Kalynove", "Robotyne"]);
  });

  it("are no people who are named after towns", () => {
    expect(
      placesOf("uk", "У Києві, Одесі та Львові Олена Коваль і Петро Бойко нарахували 12 загиблих."),
    ).toEqual(["Kyiv", "Odesa", "Lviv"]);
  });
});
