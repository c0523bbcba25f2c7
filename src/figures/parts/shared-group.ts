import type { Group } from "../../model/figure.ts";
import { comparedWith } from "./compared.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { partyOfClause } from "../deeds/elliptic-clause.ts";
import { totalPhrase } from "../scope/total-phrase.ts";
import { lastOf } from "../text/last-of.ts";

const isWide: ReadonlySet<Group> = new Set<Group>(["civilians", "military"]);
const shared: ReadonlySet<Group> = new Set<Group>([...isWide, "rescuers", "medics", "journalists", "police"]);

/** "One civilian was killed and three injured": the group goes on over "and". */
export function sharedGroup(
  scene: Scene,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Group | null {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  if (
    previous === undefined ||
    number === undefined ||
    previous.setting !== setting ||
    (setting.counted[index]?.thing !== null && !isOfMore(setting, index))
  )
    return null;
  const compared = comparedWith(scene.document, setting, index, earlier);
  if (compared !== null) return compared.claim.group;
  if (partyOfClause(scene, setting, index) !== undefined) return previous.group;
  if (isTotalOf(scene, setting, number.start, previous))
    return (lastOf(earlier, (claim) => claim.setting === setting && !claim.isWithin) ?? previous).group;
  if (previous.index !== index - 1) return null;
  // "15 children who lost their lives and 113 who were wounded".
  if (!scene.document.language.freeOrder && isWho(setting, number.to)) return previous.group;
  if (previous.group === null || !shared.has(previous.group)) return null;
  // "91 of its rescuers have been killed and 340 injured": of the same service, where the words say whose.
  if (!isWide.has(previous.group) && !setting.sentence.hits.has.our) return null;
  for (let at = previous.number.to; at < number.start; at++)
    if (scene.document.tokens[at]?.kind === "mark") return null;
  return previous.group;
}

function isWho({ sentence }: Setting, at: number): boolean {
  return sentence.hits.of.relativeWord.some((word) => word.from === at);
}

/** "300 soldiers were killed and 2,700 others wounded": more of the same people. */
function isOfMore({ sentence, counted }: Setting, index: number): boolean {
  return sentence.hits.of.another.some(
    (hit) => hit.from === counted[index]?.from && hit.to === counted[index]?.to,
  );
}

/** "Killed 55 journalists, raising the total to 257": the total is of those told before it. */
function isTotalOf({ document }: Scene, { sentence }: Setting, at: number, previous: Claim): boolean {
  const total = totalPhrase(document, sentence);
  return total !== null && total.from >= previous.number.to && total.to <= at;
}
