import type { EventKind } from "../model/event.ts";
import type { Span } from "../model/figure.ts";
import type { Subject } from "../model/development.ts";
import type { Measure } from "../measures.ts";

/** People and bodies that come home, by what an exchange hands over. */
const handed: Readonly<Partial<Record<Measure, Subject>>> = {
  "prisoners.released": "captives",
  "hostages.released": "captives",
  "bodies.returned": "bodies",
  "children.returned": "children",
};

/** Dead, injured and what a hit did at one place. */
const harm: ReadonlySet<Measure> = new Set<Measure>([
  "killed",
  "injured",
  "missing",
  "rescued",
  "buildings.damaged",
  "customers.without_power",
  "sites.hit",
]);

/** What is counted over a front or a day, not at a place. */
const front: ReadonlySet<Measure> = new Set<Measure>([
  "casualties",
  "equipment.lost",
  "attacks",
  "shells.fired",
]);

/** What an exchange hands over when it is counted by this measure; null: it is none of an exchange. */
export function handedOver(measure: Measure): Subject | null {
  return handed[measure] ?? null;
}

/** Whether it is a count of what a hit did to people and property. */
export function isHarm(measure: Measure): boolean {
  return harm.has(measure);
}

/** Whether it counts drones, missiles and the like, launched or stopped. */
export function isSalvo(measure: Measure): boolean {
  return /^(?:drones|missiles|weapons|bombs|rockets)\./u.test(measure);
}

/** Whether it counts what a front or a day cost. */
export function isFront(measure: Measure): boolean {
  return front.has(measure);
}

/** The kind of development that a measure is told of; null: it makes none and joins none. */
export function kindOf(measure: Measure): EventKind | null {
  if (handedOver(measure) !== null) return "exchange";
  if (isHarm(measure) || isSalvo(measure) || isFront(measure)) return "strike";
  return measure === "settlements.captured" || measure === "area.captured" ? "capture" : null;
}

/** One number for a span: exact, else its lower bound, else its upper. Null: no number at all. */
export function pointOf(span: Span): number | null {
  return span.low ?? span.high;
}

/** Whether it is one number without a bound or a hedge. */
export function isExact(claim: Span & { readonly approx: boolean }): boolean {
  return claim.low !== null && claim.low === claim.high && !claim.approx;
}

/** Whether two spans can both be true; a null bound is open, and a hedged number gives by a tenth. */
export function agree(a: Hedged, b: Hedged): boolean {
  return lowOf(a) <= highOf(b) && lowOf(b) <= highOf(a);
}

type Hedged = Span & { readonly approx?: boolean };

/** How far a hedged number gives, as a share of it. */
const give = 0.1;

function lowOf({ low, approx }: Hedged): number {
  if (low === null) return -Infinity;
  return approx === true ? low * (1 - give) : low;
}

function highOf({ high, approx }: Hedged): number {
  if (high === null) return Infinity;
  return approx === true ? high * (1 + give) : high;
}
