/** A time that begins a clause belongs to the number of that clause, where word order is free: "17 вернулись; всего с февраля вернулись 156". */

import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Span } from "../deeds/question.ts";
import type { Document } from "../text/document.ts";

const leadReach = 8;

/** Whether the words of a time are parted from the number before them by a mark, and lead the number that follows them without one. */
export function isOfNextClause(
  document: Document,
  { numbers, counted }: Setting,
  own: NumberHit,
  time: Span,
): boolean {
  if (!document.language.freeOrder || own.to > time.from) return false;
  const next = numbers.findIndex((number) => number.start >= time.to);
  const led = numbers[next];
  if (led === undefined || counted[next]?.isNoise === true || led.start - time.to > leadReach) return false;
  return hasMark(document, own.to, time.from) && !hasMark(document, time.to, led.start);
}

function hasMark({ tokens }: Document, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const norm = tokens[at]?.norm;
    if (norm === "," || norm === ";") return true;
  }
  return false;
}
