/** As what people were lost: an army's losses are killed and injured in one number, unless the words say more. */

import type { NumberHit } from "../numbers/numbers.ts";
import type { Sentence } from "../text/document.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { Question } from "./question.ts";

const killOrInjure = anyOf("kill", "injure");
const instrumental = /(?:ими|ыми)$/u;

/** "Армія втратила сімох бійців убитими", "потеряв убитыми 23 солдата": as what they were lost. Null: it is not told. */
export function lostAs({ document, sentence, numbers, index, counted }: Question): "kill" | "injure" | null {
  const number = numbers[index];
  if (number === undefined) return null;
  if (!document.language.freeOrder) return isOfKin(sentence, number) ? "kill" : null;
  const end = Math.max(counted.to, number.to);
  const own = hitsOfAny(sentence, killOrInjure).find(
    (hit) =>
      (hit.from === end || hit.to === number.start) &&
      instrumental.test(document.tokens[hit.to - 1]?.norm ?? ""),
  );
  return own === undefined ? null : own.id === "kill" ? "kill" : "injure";
}

const kinReach = 2;

/** "Lost 12 members of his family", "France has lost 12 citizens": they are no army's losses. */
function isOfKin({ hits }: Sentence, number: NumberHit): boolean {
  return hits.of.kin.some((kin) => kin.from >= number.to && kin.from - number.to < kinReach);
}
