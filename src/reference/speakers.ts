import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import type { Forms } from "./forms.ts";
import { lazyIndex, lazyRows } from "./rows.ts";

/**
 * How near to the fact: `authority` counts or holds the thing itself (rescuers, an air force, a
 * regional head), `party` speaks for a party (a president, a ministry of foreign affairs), `mediator` stands
 * between the parties (the UN, the ICRC), `other` has it from elsewhere.
 */
export type SpeakerRank = "authority" | "party" | "mediator" | "other";

/** Someone who asserts figures: a person in an office, or a body. */
export interface SpeakerRow {
  /** A slug, stable. A person who held two offices has one row with the latest. */
  readonly id: string;
  /** The contract's English name. */
  readonly name: string;
  /** The party they speak for; null: mediators, analysts, international bodies. */
  readonly side: Party | null;
  readonly kind: "person" | "body";
  /** Full name and surname in all cases; for bodies all usual names and abbreviations. */
  readonly forms: Forms;
  /** Forms that others share (surnames, first words): they count only after a title or a full mention. */
  readonly ambiguous?: readonly string[];
  /** Forms that are written in capitals only (US, WHO, РФ). */
  readonly acronyms?: readonly string[];
  /** What they speak of: a regional head's region, a mayor's town. */
  readonly places: readonly PlaceCode[];
  readonly rank: SpeakerRank;
  /** Office in English; null for bodies. */
  readonly office: string | null;
  /** First and last day in office, ISO 8601, as exact as the source (`2025-07`); null: not known, or still in office. */
  readonly since: string | null;
  readonly until: string | null;
  /** Where the row's facts are from. */
  readonly source: string;
}

/** All speakers. */
export const speakerRows: () => readonly SpeakerRow[] = lazyRows<SpeakerRow>("data/speakers/speakers.jsonl");

const byId = lazyIndex(speakerRows, (row) => row.id);

/** The row of a speaker's id. Null: not in the table. */
export function speakerById(id: string): SpeakerRow | null {
  return byId().get(id) ?? null;
}

const byName = lazyIndex(speakerRows, (row) => row.name);

/** The row of a contract name. Null: not in the table. */
export function speakerByName(name: string): SpeakerRow | null {
  return byName().get(name) ?? null;
}
