import type { Claim } from "../model/development.ts";
import { pointOf } from "./counts.ts";

const partGroups: ReadonlySet<Claim["group"]> = new Set([
  "foreigners",
  "women",
  "children",
  "wounded",
  "journalists",
  "medics",
]);

/** Whether a smaller number of a handover is told as one of its kinds of people: five foreigners among ten who came home. */
export function isPartOf(claim: Claim, standing: Claim): boolean {
  const isLess = (pointOf(claim) ?? 0) < (pointOf(standing) ?? 0);
  return isLess && partGroups.has(claim.group) && !partGroups.has(standing.group);
}
