import type { SettlementName } from "../language.ts";
import { rewrite } from "../rewrite.ts";
import type { Ending } from "../rewrite.ts";

/** Endings of settlements in other cases and what they are in the nominative; the first that fits. */
const endings: readonly Ending[] = [
  [/([сц]ьк|[нвртлмзчшщ])ого$/u, "$1е"],
  [/([сц]ьк|[нвртлмзчшщ])ому$/u, "$1е"],
  [/([сц]ьк|н|в)им$/u, "$1е"],
  [/([іїоєе]в)ці$/u, "$1ка"],
  [/(в|[аеиіїоуюя]нь?|[ктлршчйь])(?:ки|ку|кою)$/u, "$1ка"],
  [/(?:иці|ицю|ицею)$/u, "иця"],
  [/([сц]ьк)(?:у|ом|ові|а)$/u, "$1"],
  [/и(?:сі|хи|ху|хою)$/u, "иха"],
  [/(?:ами?|ах)$/u, "и"],
  [/(?:ями?|ях)$/u, "і"],
];

/** The first word of a name of two is an adjective more often than not. */
const ofAdjective: readonly Ending[] = [
  [/ьої$/u, "я"],
  [/(?:ої|ій|у|ою)$/u, "а"],
  [/и[хм]$/u, "і"],
];

/** Names in the nominative, as far as endings tell. */
export const settlement: SettlementName = (words, { isNominative }) => {
  const last = words.length - 1;
  const nominative = isNominative
    ? words
    : words.map((word, at) => rewrite(word, at < last ? [...ofAdjective, ...endings] : endings));
  return { name: nominative.join(" "), standard: "uk" };
};
