import type { Speaker } from "../../model/speaker.ts";
import type { Setting } from "../claim.ts";
import { holderOf } from "../../reference/holders.ts";
import { dayOf } from "../profile.ts";
import type { Document } from "../text/document.ts";

/** Whether a sentence counts what flies. */
export function countsFlying({ counted }: Setting): boolean {
  return counted.some(({ thing }) => thing === "drone" || thing === "missile" || thing === "aerial");
}

/** Whether a body that counts what flies may count it where a sentence tells of it: over its own party's land, or where none is named. */
export function isOverOwnLand(
  document: Document,
  { places, carriedPlaces }: Setting,
  { side }: Speaker,
): boolean {
  const land = holderOf([...places.map(({ code }) => code), ...carriedPlaces], dayOf(document));
  return land === null || land === side;
}
