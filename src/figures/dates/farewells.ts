import type { Sentence } from "../text/document.ts";
import type { DateMention } from "./date-mention.ts";

const farewellReach = 4;

/** "On Thursday the city buried three children whom a missile killed": the day before a word of farewell, or right after it, is not the day on which anybody was killed. */
export function withoutFarewells({ hits }: Sentence, dates: readonly DateMention[]): readonly DateMention[] {
  if (dates.length === 0 || !hits.has.farewell) return dates;
  return dates.filter(
    (date) =>
      !hits.of.farewell.some(
        ({ from, to }) => date.to <= from || (date.from >= to && date.from - to <= farewellReach),
      ),
  );
}
