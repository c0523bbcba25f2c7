/** What the title of a report, or the first sentence that stands for it, says of where its story is. */

import type { PlaceCode } from "../../model/place.ts";
import { placeByCode } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { PlaceMention } from "./place-mention.ts";

/** A long post without a title whose first paragraph is one sentence: it stands for the title. */
export function isHeadline({ report, language, sentences }: Document, { paragraph }: Sentence): boolean {
  return (
    language.freeOrder &&
    report.title === "" &&
    sentences.length > longPost &&
    sentences[1] !== undefined &&
    sentences[1].paragraph !== paragraph
  );
}

/** A post of more sentences has a headline. */
const longPost = 10;

/** "Turkey strikes in Iraq, Syria after a bombing in Istanbul": a title's places before a clause of time, where it has any. */
export function titleClause({ hits }: Sentence, places: readonly PlaceMention[]): readonly PlaceMention[] {
  const clause = hits.of.clause.find((word) => places.some((place) => place.to <= word.from));
  return clause === undefined ? places : places.filter((place) => place.to <= clause.from);
}

/** "Сумщина: за день 74 обстріли, у Шостці поранено трьох": a title that begins with its region is about it, and about no town that it goes on with. Null: it does not. */
export function titleRegion(
  sentence: Sentence,
  places: readonly PlaceMention[],
): readonly PlaceCode[] | null {
  const [label] = places;
  const isRegion = label !== undefined && placeByCode(label.code)?.kind === "region";
  return isRegion && label.isHead && label.from === sentence.from ? [label.code] : null;
}
