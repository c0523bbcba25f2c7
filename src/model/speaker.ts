import type { Party } from "./side.ts";

/** Who asserts something: the innermost speaker, not the relay. */
export interface Speaker {
  /** The English name; unknown names are transliterated (docs/reading.md). */
  readonly name: string;
  /** The party they speak for; null for mediators, analysts and international bodies. */
  readonly side: Party | null;
}
