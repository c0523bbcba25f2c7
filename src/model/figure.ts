import type { Measure } from "../measures.ts";
import type { PlaceCode } from "./place.ts";
import type { Side } from "./side.ts";
import type { Speaker } from "./speaker.ts";

/** When the count is of that group only. */
export const groups = [
  "civilians",
  "children",
  "women",
  "men",
  "military",
  "police",
  "rescuers",
  "medics",
  "journalists",
  "foreigners",
  "wounded",
] as const;
export type Group = (typeof groups)[number];

/** Kinds of missiles, drones and equipment that a count can be limited to. */
export const weapons = [
  "ballistic",
  "cruise",
  "hypersonic",
  "air-defence",
  "anti-ship",
  "fpv",
  "recon",
  "decoy",
  "naval",
  "tank",
  "aircraft",
  "artillery",
  "vehicle",
  "ship",
  "helicopter",
] as const;
export type Weapon = (typeof weapons)[number];

/**
 * `event`: this incident, leg, day or night. `running`: the sum so far of legs of one named
 * operation, or a window of two to seven days. `overall`: a longer stretch, and a stock.
 * `planned`: agreed, promised, demanded, expected, not yet done.
 */
export const scopes = ["event", "running", "overall", "planned"] as const;
export type Scope = (typeof scopes)[number];

/** Head counts, pieces or square kilometres. An open bound is null ("at least 14": 14, null). */
export interface Span {
  readonly low: number | null;
  readonly high: number | null;
}

/** What tells one number of a development from another. */
export type FigureKey = Pick<Figure, "measure" | "side" | "group" | "weapon" | "scope">;

/** A number that a report asserts. Source of every field's meaning: the reading contract. */
export interface Figure extends Span {
  readonly measure: Measure;
  readonly side: Side | null;
  readonly group: Group | null;
  readonly weapon: Weapon | null;
  readonly approx: boolean;
  readonly scope: Scope;
  /** ISO 8601 day, month (`2022-04`), year or `START/END`; null: the text gives no way to tell. */
  readonly date: string | null;
  /** Most specific first; [] if none is stated. */
  readonly places: readonly PlaceCode[];
  /** Null: the outlet's own voice. */
  readonly by: Speaker | null;
  /** A substring of title or text, at most 240 characters, containing the number. */
  readonly evidence: string;
  /** The number that this one replaces, if the report says so. */
  readonly was?: number;
  /** One victim told without a number ("killed a woman"): for the ledger only, the written reading leaves it out. */
  readonly isLone?: true;
  /** The title tells it too, while the evidence is the text's: for the ledger only, the written reading leaves it out. */
  readonly isTitled?: true;
  /** True: dead who were told as "eliminated", as none but their foe tells of it: for the ledger only, the written reading leaves it out. */
  readonly isElimination?: true;
  /** Part of a larger figure of the report. */
  readonly within?: boolean;
  /** For people released: in the exchange itself or beside it. */
  readonly channel?: "exchange" | "outside";
  /** Further speakers of the same number. */
  readonly alsoBy?: readonly Speaker[];
}
