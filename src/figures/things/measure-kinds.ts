import type { Measure } from "../../measures.ts";
import { measureNames } from "../../measures.ts";

/** The measures whose names have a form: rules ask for every number, and a set tells sooner than a pattern. */
export function measuresLike(form: RegExp): ReadonlySet<Measure> {
  return new Set(measureNames.filter((measure) => form.test(measure)));
}

/** Whether it counts losses that one side claims of the other. */
export function isClaimedLoss(measure: Measure): boolean {
  return measure === "casualties" || measure === "equipment.lost" || measure === "captured";
}

/** Whether it counts losses as their tables tell them: a sum, and beside it what the last day added. */
export function isTabledLoss(measure: Measure): boolean {
  return tabled.has(measure);
}

const tabled = measuresLike(/^(?:casualties|equipment\.lost)$|\.downed$/u);

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
  return flying.has(measure);
}

const flying = measuresLike(/^(?:drones|missiles|weapons|bombs|rockets|shells)\./u);

/** Whether it counts people or bodies that come home. */
export function isReturn(measure: Measure): boolean {
  return returned.has(measure);
}

const returned = measuresLike(/\.(?:released|returned|held)$/u);

/** Whether it counts people or bodies that have come home. */
export function isHomecoming(measure: Measure): boolean {
  return homecoming.has(measure);
}

const homecoming = measuresLike(/\.(?:released|returned)$/u);
