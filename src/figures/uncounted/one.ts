/** When "one" is a count, and when only a word. */

import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "../deeds/acts.ts";
import { weaponThings } from "../deeds/bare-deeds.ts";
import { isRow } from "../parts/shares.ts";
import { isPartyRow } from "../sides/party-row.ts";
import { isPeople } from "../things/people.ts";
import { isPartWithAct, isVictim } from "./uncounted.ts";

/** Whether "one" without a noun counts somebody: a victim, a part with a fate of its own, a row of a list. */
export function isOneTold(
  scene: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    (isRow(scene.document, { setting, number, previous }) ||
      isVictim(setting, number) ||
      isPartWithAct(scene, setting, number) ||
      isPartyRow(scene, setting, index, previous) ||
      isOneOver(scene, setting, index, previous))
  );
}

/** "Один уничтожен над Курской областью и один над Белгородской": one more of what flew, over a place of its own. */
function isOneOver(
  { document }: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): boolean {
  const number = setting.numbers[index];
  if (!document.language.freeOrder || number === undefined || previous?.setting !== setting) return false;
  const dash = document.tokens[number.to]?.norm;
  const to = dash === "–" || dash === "-" ? number.to + 1 : number.to;
  return weaponThings.has(previous.deed.thing) && setting.sentence.hits.of.in.some((hit) => hit.from === to);
}

/** "One" of incidents, or of people far from their deed, is no count. */
export function isWeaklyTold(setting: Setting, index: number, deed: Deed): boolean {
  const isIncident = deed.measure === "attacks" || deed.measure === "sites.hit" || deed.measure === "rescued";
  const isWeak = isIncident || (deed.cost > weakReach && isPeople(deed.thing));
  return isWeak && !isListedIncident(setting, index);
}

/** "One missile strike and 77 air strikes": "one" counts in a list of such. */
function isListedIncident(setting: Setting, index: number): boolean {
  const [own, next] = [setting.counted[index], setting.counted[index + 1]];
  return own?.thing === "strike" && next?.thing === "strike" && setting.numbers[index + 1]?.isWeak === false;
}

/** How far from its act "one" is still a count. */
const weakReach = 14;
