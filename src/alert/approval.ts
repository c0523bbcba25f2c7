import type { AlertChange } from "../model/alert.ts";
import type { Development, ToldFigure } from "../model/development.ts";
import { measures } from "../measures.ts";
import { pointOf } from "../ledger/counts.ts";
import { isSameKey } from "../ledger/ruling.ts";
import type { ApprovalPolicy, TellingPolicy } from "./policy.ts";
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

/**
 * The numbers of an update that a person has to look at before they are told, as one key: people from the policy's number on where fewer were
 * told, and what rests on one state's word only. "": none, or they were approved.
 */
export function askedOf(
  development: Development,
  changes: readonly AlertChange[],
  { approval }: TellingPolicy,
): string {
  if (approval === null) return "";
  const asked = changes.flatMap((change) =>
    change.kind === "figure" && change.to !== null && isAsked(development, change.from, change.to, approval)
      ? [`${change.to.measure} ${change.to.side ?? "-"} ${pointOf(change.to) ?? ""}`]
      : [],
  );
  const about = asked.toSorted().join(", ");
  const { state, about: approved } = development.approval ?? {};
  return state === "granted" && approved === about ? "" : about;
}

function isAsked(
  { figures }: Development,
  from: ToldFigure | null,
  to: ToldFigure,
  { fromPeople, singleStateOrigin }: ApprovalPolicy,
): boolean {
  const [was, is] = [from === null ? 0 : (pointOf(from) ?? 0), pointOf(to) ?? 0];
  const isPeople = measures[to.measure].class === "people";
  if (isPeople && fromPeople !== null && is >= fromPeople && was < fromPeople) return true;
  if (!singleStateOrigin) return false;
  const claims = figures
    .filter((figure) => isSameKey(figure, to))
    .flatMap((figure) => figure.claims.filter((claim) => pointOf(claim) === is));
  const origins = new Set(claims.map(({ origin }) => origin));
  return origins.size === 1 && claims.every(({ isStateControlled }) => isStateControlled);
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
