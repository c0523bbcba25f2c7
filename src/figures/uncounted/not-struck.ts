/** Machines, buildings and sites to which nothing was done: with what somebody came, what is built, what was only shut or opened. English. */

import type { Setting } from "../claim.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";

const wordReach = 2;

/** "Captured him with 150 aircraft", "approved 126 housing units", "the shutdown of four nuclear plants". */
export function isNotStruck(
  { language }: Document,
  { sentence }: Setting,
  number: NumberHit,
  { measure }: Deed,
): boolean {
  if (language.freeOrder) return false;
  const { withTool, builds, shutsOrOpens } = sentence.hits.of;
  const isBefore = (hit: Hit): boolean => hit.to <= number.start && number.start - hit.to <= wordReach;
  if (measure === "equipment.lost") return withTool.some((hit) => hit.to === number.start);
  if (measure === "buildings.damaged") return builds.some(isBefore);
  return measure === "sites.hit" && shutsOrOpens.some(isBefore);
}
