import type { PlaceCode } from "../../model/place.ts";
import type { Language } from "../../languages/language.ts";
import { placeRows } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { PlaceMention } from "./place-mention.ts";
import { locatedMention } from "./place-mention.ts";

/** "Азовского и Черного морей", "the Black and Azov seas": the seas that share one noun. [] where none do. */
export function seasOf(document: Document, sentence: Sentence): PlaceMention[] {
  return sentence.hits.of.seas.flatMap((noun) => {
    const seas: PlaceMention[] = [];
    for (let at = noun.from - 1; at >= sentence.from; at--) {
      const norm = document.tokens[at]?.norm ?? "";
      const code = seasByAdjective(document.language).get(norm);
      if (code !== undefined) seas.unshift(locatedMention(code, { from: at, to: at + 1 }));
      else if (norm !== "," && !sentence.hits.of.and.some((hit) => hit.from === at)) break;
    }
    return seas.length > 1 ? seas : [];
  });
}

const isSea = /(?:^|-)sea(?:-|$)/u;

const byTag = new Map<string, ReadonlyMap<string, PlaceCode>>();

/** The seas of the gazetteer by the first of the two words of their names. */
function seasByAdjective({ tag, plurals }: Language): ReadonlyMap<string, PlaceCode> {
  const known = byTag.get(tag);
  if (known !== undefined) return known;
  const seas = new Map<string, PlaceCode>();
  for (const { code, kind, parent, forms } of placeRows()) {
    if (kind !== "area" || parent !== null || !isSea.test(code)) continue;
    if (tag !== "en" && tag !== "uk" && tag !== "ru") continue;
    for (const form of forms[tag]) {
      const [adjective, noun, ...others] = form.split(" ");
      if (adjective === undefined || noun === undefined || others.length > 0) continue;
      // "The Caribbean".
      if (adjective !== plurals?.definite) seas.set(adjective, code);
    }
  }
  byTag.set(tag, seas);
  return seas;
}
