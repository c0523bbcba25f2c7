/** Whether who speaks tells of what they did themselves. */

import type { SideQuestion } from "./actors.ts";
import type { Hit } from "../text/entries.ts";

const conjunctionReach = 2;

/** "«Хезболла» сообщила, что выпустила 60 ракет": nothing but the comma and the conjunction stands between who tells and what is told. */
function isOfSameSubject({ scene, setting }: SideQuestion, act: Hit): boolean {
  const { language, tokens } = scene.document;
  return (
    language.freeOrder &&
    setting.sentence.hits.of.says.some(
      (says) => act.from - says.to === conjunctionReach && tokens[says.to]?.norm === ",",
    )
  );
}

/** "Hamas said it had killed 20", "the army says its forces have cleared a village and killed 30": the speaker tells of its own deed. */
export function saysOwnDeed(question: SideQuestion): boolean {
  const { deed, setting } = question;
  const { act } = deed;
  if (act === null || setting.voice === null) return false;
  const isOfForces = setting.sentence.hits.of.ownForces.some(
    (own) =>
      own.to <= act.from &&
      setting.sentence.hits.of.says.some((says) => says.to <= own.from && own.from - says.to <= 1),
  );
  return (
    isOfForces ||
    isOfSameSubject(question, act) ||
    setting.sentence.hits.of.pronoun.some((hit) => hit.to <= act.from && act.from - hit.to <= 2)
  );
}
