import type { Deed } from "./acts.ts";
import type { Scene, Setting } from "./claim.ts";
import { measureOf } from "./measure.ts";
import { hitsOfAny } from "./sentence-hits.ts";

/** "400,000 killed, wounded", "killed/wounded": both harms of one number, by words with nothing but a mark between. */
export function inOneNumber({ document }: Scene, setting: Setting, deed: Deed): Deed | null {
  const { act } = deed;
  if (act === null || document.language.freeOrder || !/^(?:killed|injured)$/u.test(deed.measure)) return null;
  const mark = document.tokens[act.to]?.norm;
  if (mark !== "," && mark !== "/") return null;
  const other = hitsOfAny(setting.sentence, ["kill", "injure"]).find(
    (hit) => hit.from === act.to + 1 && hit.id !== act.id,
  );
  if (other === undefined || setting.numbers.some((number) => number.start === other.to)) return null;
  const measure = measureOf(deed.thing, "loss", false);
  return measure === null ? null : { ...deed, measure };
}
