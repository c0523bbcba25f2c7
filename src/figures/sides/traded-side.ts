/** Whose captives are traded where no party is named beside them: rebels for soldiers, or the sum of an exchange. */

import type { Party, Side } from "../../model/side.ts";
import { opponentOf, rebelsOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";

/** "Trading 222 rebels for 146 servicemen": the first are the armed group's, the others its foe's. Null: one kind alone is told, or no such group. */
export function tradedSide({ scene, setting, deed, counted }: SideQuestion): Party | null {
  if (deed.measure !== "prisoners.released" || scene.document.language.freeOrder) return null;
  const isRebel = counted.things.includes("militants");
  if (!isRebel && counted.group !== "military") return null;
  const isBoth =
    setting.counted.some(({ things }) => things.includes("militants")) &&
    setting.counted.some(({ group }) => group === "military");
  const rebels = isBoth ? rebelsOf(scene.profile) : null;
  return isRebel ? rebels : opponentOf(scene.profile, rebels);
}

const swapLeads = 2;

/** "1,056 detainees have been flown home in two days": of an exchange between two that the opening tells of, where no side is named. Null: of no exchange. */
export function sideOfSum({ scene, deed, counted }: SideQuestion): Side | null {
  if (deed.measure !== "prisoners.released" || counted.group !== null || scene.profile.foes.length < 2)
    return null;
  const isSwap = scene.document.sentences
    .slice(0, swapLeads)
    .some(({ hits }) => hits.of.swap.length > 0 && hits.of.exchangeTalk.length > 0);
  return isSwap ? "both" : null;
}
