import type { PlaceCode } from "../../model/place.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import { speakerById } from "../../reference/speakers.ts";
import type { Document } from "../text/document.ts";
import { documentOf } from "../text/document.ts";

/** Where a body that publishes for a party holds office, told by its name: "Запорізька ОВА", "Поліція Сумщини", "Начальник Нікопольської РВА". []: it tells no region and no town. */
export function homeOfSource(document: Document): readonly PlaceCode[] {
  if (document.report.source.side === null || !document.language.freeOrder) return [];
  if (last?.document !== document) last = { document, home: homeInName(document) };
  return last.home;
}

/** The last answer: a report is asked for it by its sentences and by its namesakes. */
let last: { readonly document: Document; readonly home: readonly PlaceCode[] } | null = null;

function homeInName({ report, language }: Document): readonly PlaceCode[] {
  const name = documentOf({ ...report, title: "", text: report.source.name }, language);
  const [sentence] = name.sentences;
  if (sentence === undefined) return [];
  for (const hit of sentence.hits) {
    const own = hit.family === "speaker" ? speakerById(hit.id)?.places : undefined;
    if (own !== undefined && own.length > 0) return own;
  }
  const places = sentence.hits.filter(
    (hit) => (hit.family === "place" || hit.family === "placeAdjective") && countryOf(hit.id) !== hit.id,
  );
  const ofTown = sentence.hits.has.ofTown;
  const [best] = places.toSorted((a, b) => cost(a.id, ofTown) - cost(b.id, ofTown) || b.to - a.to);
  return best === undefined ? [] : [best.id];
}

/** "Одеська міська рада" is the town's, "Одеська прокуратура" the region's. */
function cost(code: PlaceCode, ofTown: boolean): number {
  return Number((placeByCode(code)?.kind === "town") !== ofTown);
}
