import type { Party, Side } from "../model/side.ts";
import { conflictRows } from "../reference/conflicts.ts";

/** Non-state parties whose people are counted under a state or territory. */
const camps: Readonly<Record<Party, Party>> = {
  "x-hamas": "PS",
  "x-islamic-jihad": "PS",
  "x-hezbollah": "LB",
  "x-houthis": "YE",
};

/** The state or territory that a party fights for; itself for all others. */
export function campOf(party: Party): Party {
  return camps[party] ?? party;
}

/** Whether two parties stand on one side. Null (unknown) stands on nobody's. */
export function isSameCamp(a: Party | null, b: Party | null): boolean {
  return a !== null && b !== null && campOf(a) === campOf(b);
}

/** The parties of a conflict. [] for the unknown one. */
export function partiesOf(conflict: string | null): readonly Party[] {
  return conflictRows().find((row) => row.id === conflict)?.parties ?? [];
}

/** The camps of a conflict, each once. [] for the unknown one. */
export function campsOf(conflict: string | null): readonly Party[] {
  const known = campsBy.get(conflict);
  if (known !== undefined) return known;
  const found = [...new Set(partiesOf(conflict).map(campOf))];
  campsBy.set(conflict, found);
  return found;
}

/** Whether more than two camps fight it, so that one side does not tell the other. */
export function isManySided(conflict: string | null): boolean {
  return campsOf(conflict).length > 2;
}

/** By conflict: every claim that is weighed asks. */
const campsBy = new Map<string | null, readonly Party[]>();

/** Whether `party` fights against `side` in that conflict. False where one of them is no party to it. */
export function isOpponent(conflict: string | null, party: Party | null, side: Side | null): boolean {
  if (party === null || side === null || side === "both" || isSameCamp(party, side)) return false;
  const both = campsOf(conflict);
  return both.includes(campOf(party)) && both.includes(campOf(side));
}

/** The one party that a side fights in a conflict of two camps. Null: none, or more than one. */
export function opponentOf(conflict: string | null, side: Party): Party | null {
  const [both, own] = [campsOf(conflict), campOf(side)];
  if (both.length !== 2 || !both.includes(own)) return null;
  return both.find((camp) => camp !== own) ?? null;
}
