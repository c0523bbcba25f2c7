/** Clauses that leave out their verb and noun, which are those of the clause before. */

import type { ThingConcept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { isDash } from "../text/tokens.ts";
import { isPeople } from "../things/people.ts";
import type { Deed } from "./acts.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { partyNames } from "../text/party-names.ts";

const andOrNewClause = anyOf("and", "newClause");

/** "Россия потеряла 112 тысяч солдат, Украина – около восьми тысяч", "Ukraine received 1,245 bodies, and Russia 51": the party whose number stands right after it, or after a dash, the verb and the noun being those of the number before. Undefined: no such clause. */
export function partyOfClause({ document }: Scene, setting: Setting, index: number): Hit | undefined {
  const { tokens, language } = document;
  const number = setting.numbers[index];
  const thing = setting.counted[index]?.thing;
  if (number === undefined || index === 0 || thing === undefined) return undefined;
  // "Israel lost 12 soldiers, Hamas 400 fighters".
  if (thing !== null && (language.freeOrder || !mayBeElided(thing))) return undefined;
  if (language.freeOrder && !isDash(itemAt(tokens, number.start - 1)?.norm)) return undefined;
  const end = language.freeOrder ? number.start - 1 : number.start;
  return hitsOfAny(setting.sentence, partyNames).find(
    (hit) =>
      hit.to === end &&
      (itemAt(tokens, hit.from - 1)?.kind === "mark" || (!language.freeOrder && isAfterAnd(setting, hit))) &&
      !setting.sentence.hits.of.in.some((cue) => cue.to === hit.from),
  );
}

function isAfterAnd({ sentence }: Setting, party: Hit): boolean {
  return hitsOfAny(sentence, andOrNewClause).some((cue) => cue.to === party.from);
}

/** The deed that such a clause shares with the one before it: of people and losses. Null: no such clause, or the number before is of another kind. */
export function clauseDeed(
  scene: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  if (previous?.setting !== setting || !mayBeElided(previous.deed.thing)) return null;
  return partyOfClause(scene, setting, index) === undefined ? null : previous.deed;
}

/** Whether a clause may leave out that it counts this: people, alive or dead. */
export function mayBeElided(thing: ThingConcept): boolean {
  return isPeople(thing) || thing === "body";
}
