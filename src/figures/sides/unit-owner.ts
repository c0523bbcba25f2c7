/** The party whose unit the counted people or things made up: "a Russian assault group of nine". */

import type { Hit } from "../text/entries.ts";
import type { SideQuestion } from "./actors.ts";
import { lastOf } from "../text/last-of.ts";

const nounReach = 4;
const adjectiveReach = 2;

/** "Російську штурмову групу з 9 бійців", "колона ВСУ из 12 машин": the hit that names whose the group right before the number is; undefined: no such group. */
export function unitOwner({ setting, number, scene }: SideQuestion): Hit | undefined {
  const { sentence } = setting;
  if (!scene.document.language.freeOrder) return undefined;
  const link = sentence.hits.of.consistsOf.find((hit) => hit.to === number.start);
  if (link === undefined) return undefined;
  const unit = lastOf(
    sentence.hits.of.other,
    (hit) => hit.to <= link.from && link.from - hit.to <= nounReach,
  );
  if (unit === undefined) return undefined;
  return lastOf(
    sentence.hits,
    (hit) =>
      (hit.family === "party" || hit.id === "enemy") &&
      hit.to <= link.from &&
      unit.from - hit.to <= adjectiveReach &&
      !sentence.hits.of.act.some((act) => act.from >= hit.to && act.to <= unit.from),
  );
}
