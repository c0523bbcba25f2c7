import type { SettlementName } from "../language.ts";
import { rewrite } from "../rewrite.ts";
import type { Ending } from "../rewrite.ts";

/** Endings of settlements in other cases and what they are in the nominative; the first that fits. */
const endings: readonly Ending[] = [
  [/([сц]к|[нвртлмзчшщ])ого$/u, "$1ое"],
  [/([сц]к|[нвртлмзчшщ])ому?$/u, "$1ое"],
  [/(в|[аеиоуюя]нь?|[ктлршчйь])(?:ки|ке|ку|кой)$/u, "$1ка"],
  [/(?:ице|ицы|ицу|ицей)$/u, "ица"],
  [/([сц]к)(?:у|ом|е|а)$/u, "$1"],
  [/их(?:е|и|у|ой)$/u, "иха"],
  [/([гкхжчшщ])(?:ами?|ах)$/u, "$1и"],
  [/(?:ами?|ах)$/u, "ы"],
  [/(?:ями?|ях)$/u, "и"],
];

/** The first word of a name of two is an adjective more often than not. */
const ofAdjective: readonly Ending[] = [
  [/(?:ой|ую)$/u, "ая"],
  [/ей$/u, "яя"],
  [/ы[хм]$/u, "ые"],
  [/ьи[хм]$/u, "ьи"],
  [/и[хм]$/u, "ие"],
];

/** "Новую Сорочину": after such an adjective a noun in the accusative. */
const afterFeminine: readonly Ending[] = [
  [/у$/u, "а"],
  [/ю$/u, "я"],
];

function lastEndings(words: readonly string[]): readonly Ending[] {
  return words.length > 1 && /ую$/u.test(words.at(-2) ?? "") ? [...endings, ...afterFeminine] : endings;
}

/** Names in Ukraine are told by their Ukrainian form: what ending and letters tell of it, in this order. */
const ukrainianised: readonly Ending[] = [
  [/^И/u, "І"],
  [/^Под/u, "Під"],
  [/[ое]вка$/u, "івка"],
  [/ое$/u, "е"],
  [/ее$/u, "є"],
  [/ая$/u, "а"],
  [/яя$/u, "я"],
  [/ые$/u, "і"],
  [/([ое]в|ин)о$/u, "$1е"],
  [/ы/gu, "и"],
  [/э/gu, "е"],
  [/ё/gu, "йо"],
  [/ъ/gu, "'"],
];

/** Names in the nominative, as far as endings tell; those of Ukraine as Ukrainian writes them. */
export const settlement: SettlementName = (words, { isNominative, country }) => {
  const last = words.length - 1;
  const nominative = isNominative
    ? words
    : words.map((word, at) => rewrite(word, at < last ? [...ofAdjective, ...endings] : lastEndings(words)));
  if (country !== "UA") return { name: nominative.join(" "), standard: "ru" };
  const names = nominative.map((word) =>
    ukrainianised.reduce((done, rule) => done.replace(rule[0], rule[1]), word),
  );
  return { name: names.join(" "), standard: "uk" };
};
