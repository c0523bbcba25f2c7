import type { ConflictEvent } from "./event.ts";
import type { Figure } from "./figure.ts";
import type { PlaceCode } from "./place.ts";
import type { Party } from "./side.ts";

/** What a cease-fire is about: all of the fighting, power plants and grids, a sea, or some hours (a holiday, an evacuation). */
export type TruceLimit = "general" | "energy" | "sea" | "hours";

/** A conflict event with what the ledger needs to place it, beyond the contract's fields. */
export interface ReadEvent extends ConflictEvent {
  /** Where it happened, most specific first; [] if none is stated. */
  readonly places: readonly PlaceCode[];
  /** The parties it is between, or attacker first; [] if none is stated. */
  readonly parties: readonly Party[];
  /** Of a strike: who launched it, where the text names them; they may have struck ground that is theirs by recognised borders. Absent or null: not told. */
  readonly attacker?: Party | null;
  /** True: an attack of which the text leaves open whether it came from the air or by artillery: for the ledger only, the written reading leaves it out. */
  readonly isOpen?: true;
  /** True: a strike that killed people of whom the report counts none: for the ledger only. */
  readonly isDeadly?: true;
  /** True: a cease-fire that is agreed on and has yet to begin: the ledger waits for its start. */
  readonly isPromised?: true;
  /** True: an exchange that the text calls another or the second one: for the ledger only. */
  readonly isAnother?: true;
  /** Of a cease-fire: what it is limited to, where the text says so. Absent or null: not told. */
  readonly limit?: TruceLimit | null;
}

/** What a report asserts. The same report always gives the same reading. */
export interface Reading {
  readonly figures: readonly Figure[];
  readonly events: readonly ReadEvent[];
  /** Parties and places that the whole report is about, by how often it names them, most often first. */
  readonly parties: readonly Party[];
  readonly places: readonly PlaceCode[];
  /** True: the opening tells of the past day ("за добу"), so that what is dated with the report's day may be of the day before: for the ledger only. */
  readonly isOfPastDay?: true;
  /** The language it was read in (BCP-47 primary tag); null: none of those known. */
  readonly lang: string | null;
}
