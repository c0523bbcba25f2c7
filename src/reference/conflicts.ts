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
  /** The day that the fighting of now broke out, where reports tell it without its year ("the attack of October 7"); ISO 8601. */
  readonly outbreak?: string;
  /** Last day that it was fought; absent: it goes on. */
  readonly until?: string;
  /** Not ended, but nobody fights: tests and threats are told of it, no developments. */
  readonly isFrozen?: boolean;
}

const everyRow = lazyRows<ConflictRow>("data/conflicts.jsonl");

/** The conflicts that go on, more telling ones first. */
export function conflictRows(): readonly ConflictRow[] {
  current ??= everyRow().filter((row) => row.until === undefined);
  return current;
}

let current: readonly ConflictRow[] | null = null;

/** Those that go on and those that had not ended by a day; those that go on where the day is not known. For who fights whom in a report of that day. */
export function conflictsAt(date: string | null): readonly ConflictRow[] {
  return keptOf(openAt, date, () => everyRow().filter((row) => isOpenAt(row, date)));
}

function isOpenAt({ since, until }: ConflictRow, date: string | null): boolean {
  return until === undefined || (date !== null && since <= date && date <= until);
}

function isFoughtBy({ isFrozen, since }: ConflictRow, date: string | null): boolean {
  return isFrozen !== true && (date === null || since <= date);
}

/** The conflicts that were fought by a day; all that go on where the day is not known. */
export function conflictsBy(date: string | null): readonly ConflictRow[] {
  return keptOf(foughtBy, date, () => conflictsAt(date).filter((row) => isFoughtBy(row, date)));
}

/** Those of the conflicts fought by a day that one of the parties fights in, in the order of the table. */
export function conflictsOf(
  parties: ReadonlyMap<Party, unknown>,
  date: string | null,
): readonly ConflictRow[] {
  const rows = everyRow();
  numbersOf ??= numbersByParty(rows);
  const numbers: number[] = [];
  for (const party of parties.keys())
    for (const number of numbersOf.get(party) ?? []) if (!numbers.includes(number)) numbers.push(number);
  if (numbers.length > 1) numbers.sort((a, b) => a - b);
  const found: ConflictRow[] = [];
  for (const number of numbers) {
    const row = rows[number];
    if (row !== undefined && isOpenAt(row, date) && isFoughtBy(row, date)) found.push(row);
  }
  return found;
}

/** In which of the rows each party fights. */
function numbersByParty(rows: readonly ConflictRow[]): ReadonlyMap<Party, readonly number[]> {
  const numbers = new Map<Party, number[]>();
  for (const [number, row] of rows.entries())
    for (const party of row.parties) {
      const own = numbers.get(party) ?? [];
      own.push(number);
      numbers.set(party, own);
    }
  return numbers;
}

let numbersOf: ReadonlyMap<Party, readonly number[]> | null = null;

/** The conflicts that go on and are fought, more telling ones first: of a frozen one no developments are told. */
export function foughtConflicts(): readonly ConflictRow[] {
  fought ??= conflictRows().filter((row) => row.isFrozen !== true);
  return fought;
}

let fought: readonly ConflictRow[] | null = null;

/** The conflicts that have not ended but that nobody fights. */
export function frozenConflicts(): readonly ConflictRow[] {
  frozen ??= conflictRows().filter((row) => row.isFrozen === true);
  return frozen;
}

let frozen: readonly ConflictRow[] | null = null;

/** By day: reports come by the day, and of each more days than one are asked for. */
const openAt = new Map<string, readonly ConflictRow[]>();
const foughtBy = new Map<string, readonly ConflictRow[]>();
const mostDays = 64;

function keptOf(
  days: Map<string, readonly ConflictRow[]>,
  date: string | null,
  rowsOf: () => readonly ConflictRow[],
): readonly ConflictRow[] {
  const key = date ?? "";
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= mostDays) days.clear();
  const rows = rowsOf();
  days.set(key, rows);
  return rows;
}

/** What a report or development is about. */
export interface ConflictClues {
  readonly parties: readonly Party[];
  readonly places: readonly PlaceCode[];
}

interface Weighed {
  readonly id: string;
  readonly weight: number;
  readonly parties: number;
}

/** A party that fights in one conflict only tells more than one that fights in several. */
const soleWeight = 2;
const sharedWeight = 1;

/**
 * The id of the conflict that parties and places belong to. A party of several conflicts counts one,
 * a party of one only two, a place one; of equals the one with more of its parties named, then, where two are
 * named, the earlier row. Null: unknown, or as much one as another.
 */
export function conflictOf(clues: ConflictClues): string | null {
  const key = `${clues.parties.join()} ${clues.places.join()}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const conflict = weighAll(clues);
  if (found.size >= maxFound) found.clear();
  found.set(key, conflict);
  return conflict;
}

/** By clues: each thing that a report tells asks, mostly for the same few. */
const found = new Map<string, string | null>();
const maxFound = 2_000;

function weighAll(clues: ConflictClues): string | null {
  const weighed = conflictRows()
    .map((row) => weigh(row, clues))
    .filter((row) => row.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || b.parties - a.parties);
  const [best, second] = weighed;
  if (best === undefined) return null;
  const isTied = second?.weight === best.weight && second.parties === best.parties;
  return isTied && best.parties < 2 ? null : best.id;
}

function weigh(row: ConflictRow, clues: ConflictClues): Weighed {
  const parties = row.parties.filter((party) => clues.parties.includes(party));
  const places = row.places.filter((place) => clues.places.some((code) => isWithin(code, place)));
  const ofParties = parties.map((party) => (conflictCount().get(party) === 1 ? soleWeight : sharedWeight));
  const weight = ofParties.reduce((sum, one) => sum + one, places.length);
  return { id: row.id, weight, parties: parties.length };
}

let counts: ReadonlyMap<Party, number> | null = null;

/** In how many conflicts each party fights. */
function conflictCount(): ReadonlyMap<Party, number> {
  if (counts !== null) return counts;
  const built = new Map<Party, number>();
  for (const party of conflictRows().flatMap((row) => row.parties)) {
    built.set(party, (built.get(party) ?? 0) + 1);
  }
  counts = built;
  return built;
}
