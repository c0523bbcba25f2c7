/** Whether who tells of captives stands between the two sides, as Qatar does. */

import type { Side } from "../../model/side.ts";
import type { SideQuestion } from "./actors.ts";

/** "The Emirates said 4,641 captives had been released through them": who stands between counts both. */
export function isMediator(question: SideQuestion, side: Side | null): boolean {
  const { foes } = question.scene.profile;
  const spoken = question.by?.side ?? null;
  return (
    question.deed.measure === "prisoners.released" &&
    side !== null &&
    side === spoken &&
    foes.length > 0 &&
    !foes.includes(side)
  );
}

/** "30 hostages for 900 prisoners, Qatar said": hostages told of beside the captives whom they are freed for are not those of who stands between. */
export function isMediatorsWord({ scene, setting, by }: SideQuestion, side: Side): boolean {
  const { foes } = scene.profile;
  return (
    side === by?.side &&
    foes.length > 0 &&
    !foes.some((foe) => foe === side) &&
    setting.counted.some((one) => one.thing === "captive")
  );
}
