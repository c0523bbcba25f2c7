import type { Claim, FigureKey } from "../model/development.ts";
import { isExact, isHarm, pointOf } from "./counts.ts";
import type { Setting } from "./nearness.ts";
import { nearnessOf } from "./nearness.ts";

/** The claims heard of a figure. */
export interface Hearing {
  readonly key: FigureKey;
  readonly heard: readonly Claim[];
  readonly setting: Setting;
}

/**
 * Whether the report gives the standing number too: then this one is a rumour that it denies, a part or the story so far, and it waits for a
 * report that tells it alone or says what it replaces.
 */
export function isBesideStanding(claim: Claim, standing: Claim, { key, heard, setting }: Hearing): boolean {
  const value = pointOf(standing);
  if (claim.was !== null || pointOf(claim) === value || claim.reportId === standing.reportId) return false;
  let isTold = false;
  for (const other of heard) {
    if (other === claim) isTold = true;
    if (other.reportId !== claim.reportId || pointOf(other) !== value) continue;
    if (isTold && isNewerAbove(claim, other, { key, heard, setting })) continue;
    if (!isTold || nearnessOf(other, key, setting) >= nearnessOf(claim, key, setting)) return true;
  }
  return false;
}

/** "13:12 — the mayor says three are dead. 12:44 — two are dead, prosecutors say": a live page, whose newest line stands above, by another authority. */
function isNewerAbove(claim: Claim, below: Claim, { key, setting }: Hearing): boolean {
  return (
    isHarm(key.measure) &&
    isExact(claim) &&
    (pointOf(claim) ?? 0) > (pointOf(below) ?? 0) &&
    claim.by !== null &&
    below.by !== null &&
    claim.by.name !== below.by.name &&
    nearnessOf(claim, key, setting) === 2
  );
}
