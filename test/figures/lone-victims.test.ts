import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { parseReportLine } from "../../src/report/parse.ts";

function read(lang: string, text: string) {
  const source = { name: "Own", side: null };
  const line = { id: "r", lang, publishedAt: "2025-06-10T12:00:00Z", source, url: "", title: "", text };
  return readReport(parseReportLine(JSON.stringify(line)));
}

const dead = (lang: string, text: string): string[] =>
  read(lang, text)
    .figures.filter(({ measure }) => measure === "killed")
    .map(({ side, group, low, places, isLone }) =>
      [side, group ?? "people", low, places.join(), isLone === true ? "lone" : "counted"].join(" "),
    );

describe("a victim told without a number", () => {
  it.each([
    ["en", "A Russian drone killed a woman in Kherson.", "UA women 1 UA:kherson lone"],
    ["en", "A 54-year-old man died in a Russian drone attack on Kherson.", "UA men 1 UA:kherson lone"],
    ["en", "Ukrainian drones hit Shebekino, killing a truck driver.", "RU people 1 RU:shebekino lone"],
    [
      "en",
      "A woman wounded in the Russian strike on Kherson died in hospital.",
      "UA women 1 UA:kherson lone",
    ],
    ["uk", "У лікарні померла жінка, яку поранило під час атаки на Херсон.", "UA women 1 UA:kherson lone"],
    ["uk", "У Дніпровському районі Херсона дрон убив чоловіка.", "UA men 1 UA:kherson lone"],
    ["ru", "В больнице умер мужчина, раненный при обстреле Шебекина.", "RU men 1 RU:shebekino lone"],
    ["uk", "Росіяни обстріляли Нікополь: загинув чоловік, ще троє поранені.", "UA men 1 UA:nikopol lone"],
    ["uk", "Волонтерка загинула внаслідок удару дрона по Бериславу.", "UA people 1 UA:beryslav lone"],
    ["ru", "ВСУ атаковали дроном Шебекино, погиб мирный житель.", "RU civilians 1 RU:shebekino lone"],
    ["ru", "В Херсоне от удара дрона погибла пенсионерка.", "UA women 1 UA:kherson lone"],
    ["ru", "При ударе дрона по Херсону погиб человек.", "UA people 1 UA:kherson lone"],
  ])("is one: %s, %s", (lang, text, expected) => {
    expect(dead(lang, text)).toEqual([expected]);
  });

  it.each([
    ["en", "A man and a woman were killed in a Russian strike on Kherson."],
    ["uk", "Чоловік і жінка загинули внаслідок російського удару по Херсону."],
    ["ru", "Мужчина и женщина погибли при российском обстреле Херсона."],
  ])("is one of each, where two are told: %s", (lang, text) => {
    expect(dead(lang, text).toSorted()).toEqual(["UA men 1 UA:kherson lone", "UA women 1 UA:kherson lone"]);
  });

  it.each([
    ["en", "Mother and toddler killed in a Russian strike on Kherson.", ["children", "women"]],
    ["en", "Russian shelling of Kherson kills a father and his daughter.", ["children", "men"]],
    ["uk", "Росіяни вдарили по Херсону: загинули мати і син.", ["children", "women"]],
    ["ru", "При российском обстреле Херсона погибли отец и сын.", ["children", "men"]],
  ])("is one of each of a family: %s, %s", (lang, text, groups) => {
    expect(dead(lang, text).toSorted()).toEqual(groups.map((group) => `UA ${group} 1 UA:kherson lone`));
  });

  it("is part of the dead that the report counts", () => {
    const text = "Two people were killed in a Russian strike on Kherson. A boy died in hospital.";
    expect(dead("en", text)).toEqual(["UA people 2 UA:kherson counted"]);
  });

  it.each([
    [
      "en",
      "A man was sentenced for killing his neighbour in Kyiv, days after Russian drones struck the city.",
    ],
    ["en", "Russian drones struck Kherson. A doctor said nobody was hurt."],
    ["uk", "Росіяни обстріляли Нікополь. Троє мешканців поранені."],
    ["ru", "При ударе по Херсону погибло несколько человек."],
  ])("is not read from what tells of no victim of the strike: %s, %s", (lang, text) => {
    expect(dead(lang, text)).toEqual([]);
  });

  it("is left out of the written reading", () => {
    const reading = read("en", "A Russian drone killed a woman in Kherson.");
    expect(writeReading("r", reading).figures).toEqual([]);
  });
});

describe("a toll that rises", () => {
  it.each([
    ["uk", "Кількість загиблих у Херсоні після удару зросла до 7."],
    ["ru", "Число погибших при ударе по Херсону возросло до 7."],
    ["en", "The death toll of the strike on Kherson rose to 7."],
  ])("is what it rises to, and no age: %s, %s", (lang, text) => {
    expect(dead(lang, text)).toEqual(["UA people 7 UA:kherson counted"]);
  });
});
