import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/counted.ts";
import { genitiveOfMany } from "../things/noun-phrase.ts";
import { itemAt } from "../text/item-at.ts";

/** "Вилучили 51 вибухонебезпечний предмет, знищили – 3": after a verb and a dash, of the things that the number before counts and no list knows. */
export function isElliptic(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  const { tokens, language } = scene.document;
  const dash = itemAt(tokens, number.start - 1)?.norm;
  if (!language.freeOrder || counted.thing !== null || (dash !== "–" && dash !== "-")) return false;
  const index = setting.numbers.indexOf(number);
  const before = itemAt(setting.counted, index - 1);
  const isVerb = setting.sentence.hits.of.act.some((act) => act.to === number.start - 1);
  return isVerb && before !== undefined && before.thing === null;
}

/** "2 знищених «Сонцепьока»": a name that no list knows, after a participle right by the number, is nobody. */
function isOfUnknownName({ document }: Scene, number: NumberHit, counted: Counted): boolean {
  const { tokens, language } = document;
  const [participle, name] = [tokens[number.to], tokens[number.to + 1]];
  return (
    language.freeOrder &&
    counted.thing === null &&
    participle?.kind === "word" &&
    genitiveOfMany.test(participle.norm) &&
    name?.kind === "word" &&
    name.capital
  );
}

/** "В двух комплексах": where something was, of a noun that no list knows. */
const locativePlural = /^.{3,}(?:ах|ях)$/u;

/** "300 бібліотек": a noun that no list knows stands right by the number. */
export function isOfUnknown(scene: Scene, number: NumberHit, counted: Counted): boolean {
  const { genitivePlural } = scene.document.language;
  const noun = scene.document.tokens[number.to];
  if (isOfUnknownName(scene, number, counted)) return true;
  if (counted.thing !== null || genitivePlural === null || noun?.kind !== "word" || noun.capital)
    return false;
  return genitivePlural.test(noun.norm) || locativePlural.test(noun.norm);
}
