import type { Party } from "../model/side.ts";
import type { Forms, FormLanguage, Names } from "./forms.ts";
import { lazyIndex, lazyRows } from "./rows.ts";

/** A state or a non-state party of a conflict. */
export interface PartyRow {
  readonly party: Party;
  readonly name: Names;
  /** The party's names, its people and its adjectives in all cases (Ukrainian, українські, русских). */
  readonly forms: Forms;
  /** Forms that are written in capitals only (US, WHO, РФ). */
  readonly acronyms?: readonly string[];
  /** Places said for a government (Moscow, the Kremlin, Київ), in all cases. */
  readonly metonyms: Forms;
}

/** All parties: every state, then the non-state ones. */
export const partyRows: () => readonly PartyRow[] = lazyRows<PartyRow>("data/parties/parties.jsonl");

const byParty = lazyIndex(partyRows, (row) => row.party);

/** Null: not in the table. */
export function partyByCode(party: Party): PartyRow | null {
  return byParty().get(party) ?? null;
}

/** A party's name to show; English for other languages, the code itself for an unknown party. */
export function partyName(party: Party, lang: string): string {
  const names = partyByCode(party)?.name;
  return names === undefined ? party : (names[lang as FormLanguage] ?? names.en);
}
