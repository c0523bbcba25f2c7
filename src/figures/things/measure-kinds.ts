import type { Measure } from "../../measures.ts";

/** Whether it counts losses that one side claims of the other. */
export function isClaimedLoss(measure: Measure): boolean {
  return measure === "casualties" || measure === "equipment.lost" || measure === "captured";
}

/** Whether it counts losses as their tables tell them: a sum, and beside it what the last day added. */
export function isTabledLoss(measure: Measure): boolean {
  return measure === "casualties" || measure === "equipment.lost" || measure.endsWith(".downed");
}

/** Whether it counts land taken. */
export function isLand(measure: Measure): boolean {
  return measure === "settlements.captured" || measure === "area.captured";
}

/** Whether the measure counts what was done to people or buildings. */
export function isHarm(measure: Measure): boolean {
  return measure === "killed" || measure === "injured" || isClaimedLoss(measure);
}

/** Whether it counts what flies, for either side. */
export function isFlying(measure: Measure): boolean {
  return /^(?:drones|missiles|weapons|bombs|rockets|shells)\./.test(measure);
}

/** Whether it counts people or bodies that come home. */
export function isReturn(measure: Measure): boolean {
  return measure.endsWith(".released") || measure.endsWith(".returned") || measure.endsWith(".held");
}
