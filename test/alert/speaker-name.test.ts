import { expect, it } from "vitest";
import { speakerName } from "../../src/alert/speaker-name.ts";
import { speakerRows } from "../../src/reference/speakers.ts";

/** The English name of the speaker whose first form in a language is this one. */
const nameOf = (form: string, language: "uk" | "ru"): string => {
  const row = speakerRows().find(({ forms }) => forms[language][0] === form);
  if (row === undefined) throw new Error(`nobody is called ${form}`);
  return row.name;
};

it.each([
  ["uk", "міністерство охорони здоров'я гази", "Міністерство охорони здоров'я Гази"],
  ["ru", "министерство здравоохранения газы", "Министерство здравоохранения Газы"],
  ["uk", "мзс саудівської аравії", "МЗС Саудівської Аравії"],
  ["ru", "мид оаэ", "МИД ОАЭ"],
  ["ru", "минобороны беларуси", "Минобороны Беларуси"],
  ["ru", "чвк вагнера", "ЧВК Вагнера"],
  [
    "uk",
    "уповноважений верховної ради україни з прав людини",
    "Уповноважений Верховної Ради України з прав людини",
  ],
  ["uk", "представництво днр в сцкк", "Представництво ДНР в СЦКК"],
  ["uk", "ізраїльська армія", "Ізраїльська армія"],
  ["uk", "сирійські демократичні сили", "Сирійські демократичні сили"],
  ["ru", "служба внешней разведки рф", "Служба внешней разведки РФ"],
  ["uk", "комітет опору ель-фашира", "Комітет опору Ель-Фашира"],
  ["ru", "оперштаб краснодарского края", "Оперштаб Краснодарского края"],
  ["uk", "моз ізраїлю", "МОЗ Ізраїлю"],
  ["uk", "нато", "НАТО"],
  ["uk", "повітряні сили зсу", "Повітряні сили ЗСУ"],
] as const)("a body's name has its capitals (%s: %s)", (language, form, written) => {
  expect(speakerName(nameOf(form, language), language)).toBe(written);
});
