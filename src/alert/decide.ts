import type { Alert, AlertChange } from "../model/alert.ts";
import type { Development, Operation } from "../model/development.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import type { Report } from "../model/report.ts";
import { isConfirmed, isHeld, standingPart } from "../ledger/ruling.ts";
import { alertOf, withTold } from "./alert-of.ts";
import { askedOf, needsApproval } from "./approval.ts";
import { isLikelyMisread } from "./kin.ts";
import { movesOf } from "./material.ts";
import { isNews } from "./news.ts";
import type { TellingPolicy } from "./policy.ts";
import { countOrigins, hasAnyWord, isBorneOut, isConfirmedByBothSides } from "./shown.ts";

export interface DecideRequest {
  /** The states before the change; what the change made is not among them. */
  readonly before: readonly Development[];
  readonly change: LedgerChange;
  /** Every operation that the change's developments belong to. */
  readonly operations: readonly Operation[];
  readonly report: Report;
  readonly now: number;
  readonly policy: TellingPolicy;
}

/** Alerts to tell, and the change with what was told and what is held written into it. */
export interface Decision {
  readonly alerts: readonly Alert[];
  readonly change: LedgerChange;
}

/**
 * What is told of a change. A development not told before is `new` where the policy wants it told; one told before is an
 * `update` or a `correction` when it moved. A backfilled report is never told. Pure.
 */
export function decide(request: DecideRequest): Decision {
  if (request.report.isBackfill) return { alerts: [], change: request.change };
  const alerts: Alert[] = [];
  const changed = new Set(request.change.developments.map(({ id }) => id));
  const others = [...request.before.filter(({ id }) => !changed.has(id)), ...request.change.developments];
  const developments = request.change.developments.map((after) => {
    const before = request.before.find((development) => development.id === after.id) ?? null;
    const told = tell(before, after, { ...request, others });
    if (told.alert !== null) alerts.push(told.alert);
    return told.development;
  });
  const newFirst = alerts.toSorted((a, b) => Number(b.type === "new") - Number(a.type === "new"));
  return { alerts: newFirst, change: { ...request.change, developments } };
}

/** When something is told, and by which policy. */
type ReleaseRules = Pick<DecideRequest, "now" | "policy">;

/**
 * Held developments whose time has come: each is told as it stands now, but where nobody approved it and the policy then drops it. `due`:
 * as the store lists them.
 */
export function release(
  due: readonly Development[],
  operations: readonly Operation[],
  when: ReleaseRules,
): { readonly alerts: readonly Alert[]; readonly change: LedgerChange } {
  const told = due.map((development) => releaseOne(development, operations, when));
  return {
    alerts: told.flatMap(({ alert }) => alert ?? []),
    change: {
      cause: { kind: "hold" },
      at: when.now,
      developments: told.map(({ development }) => development),
      operations: [],
    },
  };
}

function releaseOne(development: Development, operations: readonly Operation[], when: ReleaseRules): Telling {
  const { approval } = development;
  const isDropped = approval?.state === "waiting" && approval.atTimeout === "drop";
  if (isDropped)
    return {
      development: { ...development, holdUntil: null, approval: { ...approval, state: "dropped" } },
      alert: null,
    };
  const isUpdate = development.told !== null && approval?.state === "waiting";
  if ((development.told !== null && !isUpdate) || development.reports.length === 0)
    return { development: { ...development, holdUntil: null }, alert: null };
  const granted: Development =
    approval === undefined ? development : { ...development, approval: { ...approval, state: "granted" } };
  return isUpdate ? heldUpdate(granted, operations, when) : firstNews(granted, operations, when);
}

/** An update whose wait is over, with all that moved meanwhile. */
function heldUpdate(
  development: Development,
  operations: readonly Operation[],
  { now, policy }: ReleaseRules,
): Telling {
  const shown = standingPart(development);
  const { told } = development;
  if (told === null) return firstNews(development, operations, { now, policy });
  const moves = movesOf({ before: development, after: shown, told }, policy);
  const isLoud = moves.material.length > 0;
  if (!isLoud && moves.silent.length === 0)
    return { development: { ...development, holdUntil: null }, alert: null };
  const alert = alertOf(development, {
    type: moves.isCorrection ? "correction" : "update",
    isLoud,
    changes: changesOf(moves),
    reports: [],
    operations,
    now,
    policy,
  });
  return { development: withTold(development, alert), alert };
}

/** What is told of one development, and the development with that written into it. */
export interface Telling {
  readonly development: Development;
  readonly alert: Alert | null;
}

/** `others`: the states after the change, of all that is near. */
interface Deciding extends DecideRequest {
  readonly others: readonly Development[];
}

function tell(before: Development | null, after: Development, request: Deciding): Telling {
  const { report, operations, now, policy } = request;
  if (isHeld(after)) return { development: after, alert: null };
  if (after.told === null) return tellFirst(after, request);
  const shown = standingPart(after);
  const moves = movesOf({ before, after: shown, told: after.told }, policy);
  const isLoud = moves.material.length > 0;
  const isConfirmedNow = isConfirmedByBothSides(shown) !== after.told.isConfirmedByBothSides;
  const about = askedOf(after, moves.material, policy);
  if (about !== "") return askAgain(after, about, { now, policy });
  if (!isLoud && moves.silent.length === 0 && !isConfirmedNow && !isSeconded(before, shown))
    return { development: after, alert: null };
  const type = moves.isCorrection ? "correction" : "update";
  const changes = changesOf(moves);
  const alert = alertOf(after, { type, isLoud, changes, reports: [report.id], operations, now, policy });
  return { development: withTold(after, alert), alert };
}

/** Whether what rested on one origin rests on two now: "one source so far" is not to stay. */
function isSeconded(before: Development | null, shown: Development): boolean {
  return before !== null && !isBorneOut(standingPart(before)) && isBorneOut(shown);
}

/** All that moved, what rings first; a change of a number that rings is told once. */
export function changesOf({
  material,
  silent,
}: Pick<ReturnType<typeof movesOf>, "material" | "silent">): readonly AlertChange[] {
  const isAmong = (change: AlertChange) =>
    change.kind === "figure" && material.some((other) => other.kind === "figure" && other.to === change.to);
  return [...material, ...silent.filter((change) => !isAmong(change))];
}

/** First news where the policy or a reviewer wants it told, at once or after its wait for a second origin or an approval. */
export function tellFirst(
  after: Development,
  {
    operations,
    now,
    policy,
    others = [],
  }: Pick<DecideRequest, "operations" | "now" | "policy"> & Partial<Pick<Deciding, "others">>,
): Telling {
  const shown = standingPart(after);
  const isSure = isConfirmed(after) && (shown.stages.length > 0 || shown.figures.length > 0);
  if (!isSure && (!isNews(shown, now, policy) || isLikelyMisread(shown, others)))
    return { development: { ...after, holdUntil: null }, alert: null };
  if (isSure) return firstNews(after, operations, { now, policy });
  if (needsApproval(shown, policy)) return askFirst(after, { now, policy });
  const waits = policy.holdMs > 0 && !hasAnyWord(shown) && countOrigins(shown) < 2;
  if (after.holdUntil !== null && waits) return { development: after, alert: null };
  if (waits) return { development: { ...after, holdUntil: now + policy.holdMs }, alert: null };
  return firstNews(after, operations, { now, policy });
}

/** Waits for an approval; one that was refused or not given in time is not asked for again. */
function askFirst(after: Development, { now, policy }: Pick<DecideRequest, "now" | "policy">): Telling {
  const { approval } = after;
  if (policy.approval === null || approval !== undefined) return { development: after, alert: null };
  const { waitMs, atTimeout } = policy.approval;
  return {
    development: { ...after, holdUntil: now + waitMs, approval: { state: "waiting", atTimeout } },
    alert: null,
  };
}

/**
 * An update waits for an approval of its numbers, and everything later with it, for any message would show them. What was refused is not asked for
 * again while it stands: the message stays as it was.
 */
function askAgain(
  after: Development,
  about: string,
  { now, policy }: Pick<DecideRequest, "now" | "policy">,
): Telling {
  if (policy.approval === null) return { development: after, alert: null };
  const { waitMs, atTimeout } = policy.approval;
  const known = after.approval;
  if (known?.state === "dropped" && known.about === about) return { development: after, alert: null };
  const isWaiting = known?.state === "waiting" && after.holdUntil !== null;
  return {
    development: {
      ...after,
      holdUntil: isWaiting ? after.holdUntil : now + waitMs,
      approval: { state: "waiting", atTimeout, about },
    },
    alert: null,
  };
}

function firstNews(
  development: Development,
  operations: readonly Operation[],
  { now, policy }: ReleaseRules,
): Telling {
  const alert = alertOf(development, {
    type: "new",
    isLoud: true,
    changes: [],
    reports: standingPart(development).reports,
    operations,
    now,
    policy,
  });
  return { development: withTold(development, alert), alert };
}
