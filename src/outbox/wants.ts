import { kindOf, pointOf } from "../ledger/counts.ts";
import type { Alert } from "../model/alert.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import type { Subscription, Threshold } from "../model/subscription.ts";
import { isWithin, parentOf } from "../reference/places.ts";

/** What chats choose an alert by, found once for all of them. */
interface Traits {
  /** Its places and all that hold them. */
  readonly reach: ReadonlySet<PlaceCode>;
  readonly sides: ReadonlySet<Party>;
  readonly sources: ReadonlySet<string>;
}

const known = new WeakMap<Alert, Traits>();

/** Whether a chat asked for what the alert is about. Thresholds are apart: `meetsThresholds`. */
export function wants(subscription: Subscription, alert: Alert): boolean {
  const { kinds, conflicts, places, sides, sources } = subscription;
  if (kinds === null ? alert.isOnRequest === true : !kinds.includes(alert.kind)) return false;
  // An unknown conflict is a value of its own: it may be none of those that were chosen.
  if (conflicts !== null && (alert.conflict === null || !conflicts.includes(alert.conflict))) return false;
  if (places === null && sides === null && sources === null) return true;
  const traits = traitsOf(alert);
  if (sides !== null && !sides.some((side) => traits.sides.has(side))) return false;
  // A report of no known source is none of those that were chosen; what a chat follows by itself it has chosen.
  if (
    sources !== null &&
    alert.ownerChat === undefined &&
    !sources.some((source) => traits.sources.has(source))
  )
    return false;
  if (places === null) return true;
  return alert.places.length === 0 ? places.withUnknown : places.codes.some((code) => traits.reach.has(code));
}

/** Of the thresholds for the alert's kind one is met, or there are none. */
export function meetsThresholds(thresholds: readonly Threshold[], alert: Alert): boolean {
  const ofKind = thresholds.filter(({ measure }) => concerns(measure, alert));
  return ofKind.length === 0 || ofKind.some((threshold) => isMet(threshold, alert));
}

/** A measure that belongs to no kind by itself (people evacuated, captured) is a condition wherever it is counted. */
function concerns(measure: Threshold["measure"], alert: Alert): boolean {
  const kind = kindOf(measure);
  return kind === null ? alert.figures.some((figure) => figure.measure === measure) : kind === alert.kind;
}

/**
 * By the figures that lead, a part (of one group, weapon or side) as well as the whole, for the whole is at least its part; a
 * number that is only planned counts, one of the whole war does not. A rival's number beside the leading one is no news of its own.
 */
function isMet({ measure, atLeast, place }: Threshold, alert: Alert): boolean {
  if (place !== null && !alert.places.some((code) => isWithin(code, place))) return false;
  if (atLeast === 0) return true;
  return alert.figures.some(
    (figure) =>
      figure.measure === measure &&
      !figure.isRival &&
      figure.scope !== "overall" &&
      (pointOf(figure) ?? 0) >= atLeast,
  );
}

function traitsOf(alert: Alert): Traits {
  const found = known.get(alert);
  if (found !== undefined) return found;
  const traits: Traits = {
    reach: new Set(alert.places.flatMap(withHolders)),
    sides: new Set(alert.attacker === null ? alert.parties : [...alert.parties, alert.attacker]),
    sources: new Set(alert.sources.flatMap(({ sourceId }) => sourceId ?? [])),
  };
  known.set(alert, traits);
  return traits;
}

function withHolders(place: PlaceCode): PlaceCode[] {
  const holders: PlaceCode[] = [];
  for (let at: PlaceCode | null = place; at !== null; at = parentOf(at)) holders.push(at);
  return holders;
}
