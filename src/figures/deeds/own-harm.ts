/** Participles and nouns of harm that stand with their own number: "610 убитых", "13 загинули і 19 поранені". */

import type { Question, Span } from "./question.ts";
import type { Hit } from "../text/entries.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const killOrInjure = anyOf("kill", "injure");

/** "Оценил потери в 610 убитых и 4746 раненых": the noun itself tells what was done to each. */
export function isOfItsHarm({ document, sentence, counted }: Question, span: Span): boolean {
  return (
    document.language.freeOrder &&
    hitsOfAny(sentence, killOrInjure).some((own) => own.from >= span.from && own.to <= counted.to)
  );
}

const predicate = /[іыо]$/u;

/** "13 загинули і 19 поранені": in the nominative the participle is the verb. */
export function isPredicate({ document }: Question, hit: Hit): boolean {
  return document.language.freeOrder && predicate.test(document.tokens[hit.to - 1]?.norm ?? "");
}

/** "192 убитых военных": between the number and its people the participle tells what was done. */
export function isOfHarmed({ document, counted, numbers, index }: Question, hit: Hit): boolean {
  return (
    document.language.freeOrder &&
    isPeople(counted.thing) &&
    counted.thing !== "captive" &&
    hit.from === numbers[index]?.to &&
    hit.to <= counted.from
  );
}

/** "Про двох загиблих дітей і поранення": what "and" joins to people whose own harm stands before them is the harm of others. */
export function isHarmOfOthers(question: Question, hit: Hit): boolean {
  const { document, sentence, counted } = question;
  if (!document.language.freeOrder || (hit.id !== "injure" && hit.id !== "kill")) return false;
  return (
    sentence.hits.of.and.some((and) => and.from === counted.to && and.to === hit.from) &&
    sentence.hits.of[hit.id === "injure" ? "kill" : "injure"].some((own) => isOfHarmed(question, own))
  );
}
