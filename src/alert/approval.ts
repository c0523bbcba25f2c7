import type { Development } from "../model/development.ts";
import { measures } from "../measures.ts";
import type { TellingPolicy } from "./policy.ts";
import { isShown } from "./policy.ts";
import { countOrigins } from "./shown.ts";

/** Whether a person has to look at a development before it is told as news. Never once somebody granted it. */
export function needsApproval(development: Development, { approval }: TellingPolicy): boolean {
  if (approval === null || development.approval?.state === "granted") return false;
  return (
    approval.kinds.includes(development.kind) ||
    (approval.fromPeople !== null && mostPeople(development) >= approval.fromPeople) ||
    (approval.singleStateOrigin && isOneStatesWord(development))
  );
}

/** The largest number of people that it would tell. */
function mostPeople(development: Development): number {
  const counts = development.figures.filter(
    (figure) => measures[figure.measure].class === "people" && isShown(development, figure),
  );
  return Math.max(0, ...counts.map(({ best }) => best ?? 0));
}

/** Whether all of it rests on one origin, heard through outlets that a state controls only. */
function isOneStatesWord(development: Development): boolean {
  const claims = [...development.figures.flatMap((figure) => figure.claims), ...development.stages];
  return countOrigins(development) < 2 && claims.every(({ isStateControlled }) => isStateControlled);
}
