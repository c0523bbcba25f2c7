import type { Lexicon } from "../language.ts";

const pastStem = /[аеиіуяю]л\*(?=,|$)/gu;

/**
 * Adds the masculine to every past stem of a lexicon: "випустил*" holds випустила, випустило and
 * випустили, not "випустив".
 */
export function withMasculinePast(lexicon: Lexicon): Lexicon {
  const entries = Object.entries(lexicon).map(([concept, forms]) => {
    const masculine = forms
      .split(",")
      .map((form) => form.trim())
      .filter((form) => form.search(pastStem) >= 0)
      .map((form) => form.replace(pastStem, (stem) => `${stem.slice(0, 1)}в`));
    return [concept, [forms, ...masculine].join(", ")];
  });
  return Object.fromEntries(entries) as Lexicon;
}
