import type { Claim, Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOf, hitsOfFamilies } from "../text/sentence-hits.ts";
import { isPeople } from "../things/people.ts";
import type { Deed } from "./acts.ts";
import { isDash } from "../text/tokens.ts";

/** "Россия потеряла 112 тысяч солдат, Украина – около восьми тысяч": the party whose number stands after a dash, the verb and the noun being those of the number before. Undefined: no such clause. */
export function partyOfClause({ document }: Scene, setting: Setting, index: number): Hit | undefined {
  const { tokens, language } = document;
  const number = setting.numbers[index];
  if (!language.freeOrder || number === undefined || index === 0) return undefined;
  if (setting.counted[index]?.thing !== null || !isDash(tokens[number.start - 1]?.norm)) return undefined;
  return hitsOfFamilies(setting.sentence, ["party", "metonym"]).find(
    (hit) =>
      hit.to === number.start - 1 &&
      tokens[hit.from - 1]?.kind === "mark" &&
      !hitsOf(setting.sentence, "in").some((cue) => cue.to === hit.from),
  );
}

/** The deed that such a clause shares with the one before it: of people and losses. Null: no such clause, or the number before is of another kind. */
export function clauseDeed(
  scene: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  if (previous?.setting !== setting || !isPeople(previous.deed.thing)) return null;
  return partyOfClause(scene, setting, index) === undefined ? null : previous.deed;
}
