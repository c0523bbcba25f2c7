/** Whose captives are traded where words alone part them: rebels for soldiers. */

import type { Party } from "../../model/side.ts";
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
