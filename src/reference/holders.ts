import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import { countryOf, parentOf } from "./places.ts";
import { lazyRows } from "./rows.ts";

/** A place that another party than its country holds, or has held. Front lines are left out: what lies on one is held by nobody for long. */
export interface HolderRow {
  readonly place: PlaceCode;
  readonly party: Party;
  /** Since the first of its days, as precise as it is given: month or day, ISO 8601. */
  readonly since: string;
  /** Its last day; absent: it is held still. */
  readonly until?: string;
}

/** All of them, as they stand in data/holders.jsonl. */
export const holderRows = lazyRows<HolderRow>("data/holders.jsonl");

/** Of a report whose day is not known no more is known than that it may be of any year since 2014. */
const heldLong = "2022";

/**
 * Who held the first place that lies in a country, on a day (ISO 8601): what falls there is fired at who holds it, and its offices are theirs. `day` null: it is
 * not known, and only who held it before 2022, and holds it still, counts beside its country. Null: no place lies in a country.
 */
export function holderOf(codes: readonly PlaceCode[], day: string | null): Party | null {
  for (const code of codes) {
    const party = occupierOf(code, day) ?? countryOf(code);
    if (party !== null) return party;
  }
  return null;
}

function occupierOf(code: PlaceCode, day: string | null): Party | null {
  rowsOf ??= Map.groupBy(holderRows(), ({ place }) => place);
  for (let at: PlaceCode | null = code; at !== null; at = parentOf(at)) {
    const row = rowsOf.get(at)?.find((held) => isHeld(held, day));
    if (row !== undefined) return row.party;
  }
  return null;
}

let rowsOf: ReadonlyMap<PlaceCode, readonly HolderRow[]> | null = null;

function isHeld({ since, until }: HolderRow, day: string | null): boolean {
  if (day === null) return since < heldLong && until === undefined;
  return since <= day && (until === undefined || day <= until);
}
