/** Talks that were held, told by what came of them or after them. */

import { speakerById } from "../../reference/speakers.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { isPartyName } from "../text/party-names.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";

const agreedOrAgreesTo = anyOf("agreed", "agreesTo");

/** Whether what came of the talks, or came after them, shows that they were held. */
export function isKnownHeld(scene: Scene, setting: Setting, topic: Hit): boolean {
  return (
    isPast(setting, topic, scene) || isOverBefore(scene, setting, topic) || hasYielded(setting, topic, scene)
  );
}

const pastReach = 5;

/** "Agreed after two hours of talks", "по итогам переговоров": what two sides agreed on came out of talks that were held. */
function isPast(setting: Setting, topic: Hit, scene: Scene): boolean {
  if (sidesNamed(setting, scene) < 2 || !hasAny(setting.sentence, agreedOrAgreesTo)) return false;
  return setting.sentence.hits.of.outcomeOf.some(
    (hit) => hit.to <= topic.from && topic.from - hit.to <= pastReach,
  );
}

const afterReach = 2;

/** "Immediately after his talks with the UN chief": what something else came after was held. English. */
function isOverBefore({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  if (document.language.freeOrder) return false;
  const { negotiation, call, aftermath, withTool, between } = sentence.hits.of;
  return (
    [...negotiation, ...call].some((hit) => hit.from === topic.from) &&
    [...withTool, ...between].some((cue) => cue.from === topic.to) &&
    aftermath.some((cue) => cue.to <= topic.from && topic.from - cue.to <= afterReach)
  );
}

const yieldReach = 9;

/** "Talks between Russian and Ukrainian negotiators yield little progress": what came of them, in English, told after who talked. */
function hasYielded(setting: Setting, topic: Hit, scene: Scene): boolean {
  const { negotiation, talksYield, planned } = setting.sentence.hits.of;
  if (talksYield.length === 0 || sidesNamed(setting, scene) < 2) return false;
  if (!negotiation.some((hit) => hit.from < topic.to && hit.to > topic.from)) return false;
  return talksYield.some(
    (hit) =>
      hit.from >= topic.to &&
      hit.from - topic.to <= yieldReach &&
      !planned.some((word) => word.to <= hit.from && hit.from - word.to <= 2),
  );
}

/** How many parties stand in the sentence, by name or by who speaks for them; at least one of them fights. */
export function sidesNamed(setting: Setting, scene: Scene): number {
  const sides = new Set<string>();
  for (const hit of setting.sentence.hits) {
    if (isPartyName(hit)) sides.add(hit.id);
    const side = hit.family === "speaker" ? (speakerById(hit.id)?.side ?? null) : null;
    if (side !== null) sides.add(side);
  }
  return scene.profile.foes.some((foe) => sides.has(foe)) ? sides.size : 0;
}
