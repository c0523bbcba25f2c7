/** Whose people are told of beside hostages. */

import type { Side } from "../../model/side.ts";
import { campOf, opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";

/** "Seventy-three remain in Gaza": the rest of the hostages told of before. */
export function isRestOfHostages({ scene, deed }: SideQuestion): boolean {
  return (
    deed.measure === "prisoners.held" &&
    deed.thing === "person" &&
    scene.document.sentences.slice(0, openingSentences).some((sentence) => sentence.hits.has.hostage)
  );
}

const openingSentences = 3;

/** "Освободят 3 заложников и 95 заключенных": those who are let go for the hostages are the other party's. */
export function prisonersForHostages({
  scene,
  setting,
  counted,
  deed,
  lastReturned,
}: SideQuestion): Side | null {
  if (deed.measure !== "prisoners.released" || counted.thing !== "captive") return null;
  if (lastReturned === null || lastReturned === "both") return null;
  if (!setting.counted.some((one) => one.thing === "hostage")) return null;
  const other = opponentOf(scene.profile, lastReturned);
  return other === null ? null : campOf(other);
}
