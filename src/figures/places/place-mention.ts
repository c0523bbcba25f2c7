import type { PlaceCode } from "../../model/place.ts";

/** A place that the text states as where something is. */
export interface PlaceMention {
  readonly code: PlaceCode;
  readonly from: number;
  readonly to: number;
  /** Named with a word of where ("in", "над"), not as an actor or an owner. */
  readonly isLocated: boolean;
  /** Heads what follows: a dash or a colon stands after it. */
  readonly isHead: boolean;
  /** A number of its own follows in brackets: "Брянской (8 БПЛА)". */
  readonly isCounted: boolean;
  /** Names an office: "governor of the Sumy region". */
  readonly isDomain: boolean;
  /** Names a part of the front by a town: "on the Kupiansk axis". */
  readonly isDirection: boolean;
  /** Names a district or a community by its seat: "of the Kupiansk district". */
  readonly isDistrict: boolean;
  /** Begins a clause of its own: of the number that follows it there, never of the one before. */
  readonly opens?: boolean;
  /** The token after a clause that tells what happened there: "Odesa, where two were hurt,". */
  readonly whereUntil?: number;
  /** Stands in a list with the place before it. */
  readonly isJoined?: boolean;
  /** Meant by a noun alone: "in the region". */
  readonly isNameless?: boolean;
}

/** A place that is told with a word of where, and nothing more of it. */
export function locatedMention(
  code: PlaceCode,
  { from, to }: Pick<PlaceMention, "from" | "to">,
): PlaceMention {
  return {
    code,
    from,
    to,
    isLocated: true,
    isHead: false,
    isCounted: false,
    isDomain: false,
    isDirection: false,
    isDistrict: false,
  };
}

/** A name that stands where only settlements are named: after "села", in a list of them, before their region. */
export interface ListedName {
  readonly from: number;
  readonly to: number;
  /** The words are in the nominative as they are: "населених пунктів Степове, Лобкове". */
  readonly isNominative: boolean;
  /** Told by a word of where alone: its country is that of the places of its sentence, or not known. */
  readonly isAlone?: boolean;
}
