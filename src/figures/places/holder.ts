import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf, parentOf } from "../../reference/places.ts";

/** Land that another party than its country has held since 2014: what falls there is fired at who holds it, and its offices are theirs. */
const held: Readonly<Record<PlaceCode, Party>> = {
  "UA-43": "RU",
  "UA-40": "RU",
  "UA:donetsk": "RU",
  "UA:makiivka": "RU",
  "UA:horlivka": "RU",
  "UA:yenakiieve": "RU",
  "UA:luhansk": "RU",
};

/** Who holds the first place that lies in a country; null: none does. */
export function holderOf(codes: readonly PlaceCode[]): Party | null {
  for (const code of codes) {
    const party = held[code] ?? held[parentOf(code) ?? ""] ?? countryOf(code);
    if (party !== null) return party;
  }
  return null;
}
