import type { Party } from "../model/side.ts";
import { partyByCode, partyName, partyRows } from "../reference/parties.ts";
import { lazyIndex } from "../reference/rows.ts";
import { languageByTag, languages } from "./registry.ts";

/** An office or body that speaks without a name: its English pattern ("% police") and whose it is; null: nobody's or not told. */
interface Office {
  readonly pattern: string;
  readonly side: Party | null;
}

/** The English name of a party's office: "% Ministry" takes the adjective, "General Staff of %" the name; null: without an owner. */
export function officeName(pattern: string, side: Party | null): string {
  if (!pattern.includes("of %")) return pattern.replace("%", side === null ? "" : adjectiveOf(side)).trim();
  return side === null ? pattern.replace(" of %", "") : pattern.replace("%", partyName(side, "en"));
}

const offices = lazyIndex(
  (): readonly Office[] => {
    const patterns = new Set(languages.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
    const owned = [...patterns].filter((pattern) => pattern.includes("%"));
    const sides = partyRows().map(({ party }) => party);
    return [
      ...owned.flatMap((pattern) => sides.map((side) => ({ pattern, side }))),
      ...[...patterns].map((pattern) => ({ pattern, side: null })),
    ];
  },
  ({ pattern, side }) => officeName(pattern, side),
);

/** The office of an English name ("Russian police"). Null: the name is none of ours. */
export function officeByName(name: string): Office | null {
  return offices().get(name) ?? null;
}

/** What a language calls an office, without its owner; null: the English name is its own, or the office is not known. */
export function localOfficeName(name: string, tag: string): string | null {
  const names = languageByTag(tag)?.officeNames ?? null;
  const office = officeByName(name);
  return names === null || office === null ? null : (names[office.pattern] ?? null);
}

const demonym = /(?:ian|ean|an|ish|ese|i|ch)$/u;

const adjectives = new Map<Party, string>();

/** "Russian" of RU; the party's name where no adjective is known. */
function adjectiveOf(party: Party): string {
  const known = adjectives.get(party) ?? newAdjective(party);
  adjectives.set(party, known);
  return known;
}

function newAdjective(party: Party): string {
  const form = partyByCode(party)?.forms.en.find((word) => demonym.test(word) && !word.includes(" "));
  return form === undefined ? partyName(party, "en") : `${form[0]?.toUpperCase()}${form.slice(1)}`;
}
