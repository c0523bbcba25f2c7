import type { EventKind } from "../../../src/model/event.ts";
import type { NearQuery } from "../../../src/ports/ledger-store.ts";
import { daysBefore } from "./days.ts";
import { byNumber, type Found } from "./found.ts";

/**
 * Developments of at most so many days are found by their first day alone, in a window that begins
 * this much earlier; longer ones are few and found by their last. So the search stays as fast with
 * years of days behind and before the window.
 */
export const longDays = 7;

/** Windows that are kept: what feeds bring is of a few days, kinds and wars at a time. */
const maxWindows = 16;

/** The columns of a development that are searched for what is near. */
export interface SearchedColumns {
  readonly kind: EventKind;
  readonly conflict: string | null;
  /** Null: it has no days. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly isLong: boolean;
  readonly lastSeenAt: number;
  readonly mergedInto: string | null;
}

/** A development as a commit wrote it. */
export interface WrittenRow extends Found, SearchedColumns {
  /** False: it was written before with the same columns, but for when it was seen. */
  readonly isMoved: boolean;
}

/** A development in a window. */
export interface NearRow extends Found {
  /** Of one without days, when it was last seen; null: it has days. */
  readonly seenAt: number | null;
}

interface Window {
  readonly query: NearQuery;
  /** The earliest first day of a short one that may reach into it: reckoned once, and not with every commit. */
  readonly shortFrom: string;
  /** The ledger's version that `rows` are of. */
  version: number;
  /** In the order of their numbers. */
  readonly rows: NearRow[];
}

/**
 * What was found near reports, by kinds, days and conflicts, carried on from commit to commit: reports come many to a day, and most change one
 * development of it. A window counts for the ledger's version that it was read or carried on to, so that another process's commit ends it; a
 * new process begins with none.
 */
export class NearWindows {
  readonly #windows = new Map<string, Window>();

  /** In the order of their numbers. Null: it is to be read. */
  find(query: NearQuery, version: number): readonly NearRow[] | null {
    const window = this.#windows.get(keyOf(query));
    if (window === undefined || window.version !== version) return null;
    const since = query.seenSince;
    if (since < window.query.seenSince) return null;
    return window.rows.filter(({ seenAt }) => seenAt === null || seenAt >= since);
  }

  /** Keeps what was read. */
  keep(query: NearQuery, version: number, rows: readonly NearRow[]): void {
    const key = keyOf(query);
    // The one kept first goes first.
    this.#windows.delete(key);
    const shortFrom = daysBefore(query.fromDate, longDays);
    this.#windows.set(key, { query, shortFrom, version, rows: [...rows] });
    for (const oldest of this.#windows.keys()) {
      if (this.#windows.size <= maxWindows) return;
      this.#windows.delete(oldest);
    }
  }

  /** A commit that was decided on version `before` wrote these. Only once its transaction has been committed. */
  carryOn(before: number, version: number, written: readonly WrittenRow[]): void {
    for (const window of this.#windows.values()) {
      if (window.version !== before) continue;
      window.version = version;
      for (const row of written) put(window, row);
    }
  }
}

function put(window: Window, written: WrittenRow): void {
  const { rows } = window;
  const { id, version, firstDay, lastSeenAt, isMoved } = written;
  const isIn = isNear(written, window);
  // It was not in it before: most windows are of other days, and are not gone through.
  if (!isIn && !isMoved && firstDay !== null) return;
  const at = placeOf(written, rows);
  const isKnown = rows[at]?.id === id;
  if (isIn) rows.splice(at, isKnown ? 1 : 0, { id, version, seenAt: firstDay === null ? lastSeenAt : null });
  else if (isKnown) rows.splice(at, 1);
}

/** Where a row stands, or would stand: each commit looks for its own in every window. */
function placeOf(row: Found, rows: readonly NearRow[]): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = rows[middle];
    if (other !== undefined && byNumber(other, row) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** As the statements of near.ts find them. */
function isNear(columns: SearchedColumns, { query, shortFrom }: Window): boolean {
  const { kind, conflict, firstDay, lastDay, isLong, lastSeenAt, mergedInto } = columns;
  const { conflicts, fromDate, toDate } = query;
  if (mergedInto !== null || !query.kinds.includes(kind)) return false;
  if (conflicts !== null && !conflicts.includes(conflict)) return false;
  if (firstDay === null || lastDay === null) return lastSeenAt >= query.seenSince;
  if (lastDay < fromDate || firstDay > toDate) return false;
  return isLong || firstDay >= shortFrom;
}

/** What a window is found by; when things without a day were seen is looked at row by row. */
function keyOf({ kinds, fromDate, toDate, conflicts }: NearQuery): string {
  return `${kinds.join()} ${fromDate} ${toDate} ${JSON.stringify(conflicts)}`;
}
