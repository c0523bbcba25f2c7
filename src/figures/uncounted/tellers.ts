/** People who tell, and are not told of: "two officials said". */

import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import type { Counted } from "../things/counted.ts";
import { isPeople } from "../things/people.ts";

const saysOrRecounts = anyOf("says", "recounts");

/** "Three generals have told". */
const tellerReach = 1;

/** "Two officials told the agency", "one resident said": who tells is counted, not what happened to them. */
export function isTeller(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  if (isAttribution(scene, setting, number, counted)) return true;
  const reach = scene.document.language.freeOrder ? 0 : tellerReach;
  return (
    counted.thing !== null &&
    isPeople(counted.thing) &&
    !counted.isLabel &&
    hitsOfAny(setting.sentence, saysOrRecounts).some(
      (says) =>
        says.from >= counted.to &&
        says.from - counted.to <= reach &&
        !isOfOtherClause(scene, setting, counted.to, says),
    ) &&
    // "Two soldiers reported missing".
    !setting.sentence.hits.of.act.some((act) => act.from === counted.to + 1)
  );
}

/** "Killed ten people, say officials", "50 people are said to have died": they are told of, they do not tell. */
function isOfOtherClause({ document }: Scene, { sentence }: Setting, from: number, says: Hit): boolean {
  const between = document.tokens[from]?.norm ?? "";
  const isPassive = document.language.plurals?.passive.has(between) === true;
  // "Officers they say were killed".
  const isOfThem = sentence.hits.of.pronoun.some((hit) => hit.from === from);
  return says.from > from && (isPassive || isOfThem || (between === "," && !document.language.freeOrder));
}

const attributionReach = 10;

/** "Fourteen have died, two people in the Gulf with knowledge of the matter said": a clause that closes the sentence and of whom nothing but telling is told. */
function isAttribution(
  { document }: Scene,
  { sentence }: Setting,
  number: NumberHit,
  counted: Counted,
): boolean {
  const { tokens, language } = document;
  if (language.freeOrder || counted.thing === null || !isPeople(counted.thing)) return false;
  if (number.start === sentence.from || itemAt(tokens, number.start - 1)?.norm !== ",") return false;
  const says = sentence.hits.of.says.find((hit) => hit.from >= counted.to);
  if (says === undefined || says.from - counted.to > attributionReach) return false;
  if (sentence.hits.of.act.some((act) => act.from >= counted.to && act.from < sentence.to)) return false;
  for (let at = counted.to; at < says.from; at++) if (tokens[at]?.kind !== "word") return false;
  return true;
}
