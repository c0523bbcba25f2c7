import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import type { Names } from "./forms.ts";
import { isWithin } from "./places.ts";
import { lazyRows } from "./rows.ts";

/** An armed conflict that developments are told of. */
export interface ConflictRow {
  readonly id: string;
  readonly name: Names;
  /** Its sides: two of them named together are this conflict. */
  readonly parties: readonly Party[];
  /** Where it is fought; the first ones by themselves tell it. */
  readonly places: readonly PlaceCode[];
  /** Year or day that it began, ISO 8601. */
  readonly since: string;
}

/** All conflicts, more telling ones first. */
export const conflictRows: () => readonly ConflictRow[] = lazyRows<ConflictRow>("data/conflicts.jsonl");

/** What a report or development is about. */
export interface ConflictClues {
  readonly parties: readonly Party[];
  readonly places: readonly PlaceCode[];
}

interface Weighed {
  readonly id: string;
  readonly weight: number;
  readonly clues: number;
}

const partyWeight = 2;
const placeWeight = 1;

/**
 * The id of the conflict that parties and places belong to. Two of its parties, or a party and a
 * place, or places alone that no other conflict is fought in, tell it. Null: unknown, or as much one as another.
 */
export function conflictOf(clues: ConflictClues): string | null {
  const weighed = conflictRows()
    .map((row) => weigh(row, clues))
    .filter((row) => row.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const [best, second] = weighed;
  if (best === undefined) return null;
  return second !== undefined && second.weight === best.weight ? null : best.id;
}

function weigh(row: ConflictRow, clues: ConflictClues): Weighed {
  const parties = new Set(clues.parties.filter((party) => row.parties.includes(party)));
  const places = new Set(row.places.filter((place) => clues.places.some((code) => isWithin(code, place))));
  const weight = parties.size * partyWeight + places.size * placeWeight;
  return { id: row.id, weight, clues: parties.size + places.size };
}
