import type { Caller } from "./flood.ts";

/** A call to one chat, by when it was or is to be made. */
export interface Counted {
  readonly at: number;
  /** `kept`: no call, but the end of the time in which an alert is expected. */
  readonly by: Caller | "kept";
  readonly isEdit: boolean;
}

/** Calls, and how many of them there may be in any stretch of time. */
export interface Limited {
  readonly calls: readonly Pick<Counted, "at">[];
  readonly max: number;
  readonly perMs: number;
}

/** The first moment from `from` on at which one more call keeps within all limits, in every stretch of time around it. */
export function firstRoom(limits: readonly Limited[], from: number): number {
  let at = from;
  for (;;) {
    const next = Math.max(...limits.map((limit) => roomFrom(limit, at)), at);
    if (next === at) return at;
    at = next;
  }
}

/** `at` where one more call keeps within the limit then; else a later moment to look at. */
function roomFrom({ calls, max, perMs }: Limited, at: number): number {
  const place = placeFor(calls, at);
  const times = calls.map((call) => call.at);
  times.splice(place, 0, at);
  for (let first = Math.max(0, place - max); first <= place; first += 1) {
    const [opening, closing] = [times[first], times[first + max]];
    if (opening === undefined || closing === undefined || closing - opening >= perMs) continue;
    // Too many in one window: when its first one has left it, or behind the next one that is to come.
    return first < place ? opening + perMs : (times[place + 1] ?? at);
  }
  return at;
}

const placeFor = (calls: Limited["calls"], at: number): number =>
  calls.findLastIndex((call) => call.at <= at) + 1;

/** Puts a call among the others, behind those of the same moment. */
export function insert(calls: Counted[], call: Counted): void {
  calls.splice(placeFor(calls, call.at), 0, call);
}
