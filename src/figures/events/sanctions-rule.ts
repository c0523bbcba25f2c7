import type { Setting } from "../claim.ts";
import type { EventRule } from "./event-words.ts";
import { dayOf, gapOf, isNear, nothing, topicOf } from "./event-words.ts";
import { hasConcept } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOf, hitsOfAny } from "../text/sentence-hits.ts";

/** Sanctions that are proposed, adopted or lifted. */
export const sanctions: EventRule = ({ setting }) => {
  const topic = topicOf(setting, "sanctions");
  if (topic === null || hasConcept(setting.sentence, "longAgo", "condition", "possible")) return nothing;
  if (isNear(setting, topic, ["proposed"], 7))
    return [{ kind: "sanctions", stage: "proposed", date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["adopts"], 7) && !isImposedBefore(setting, topic))
    return [{ kind: "sanctions", stage: "adopted", date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["lifts"], 5))
    return [{ kind: "sanctions", stage: "lifted", date: dayOf(setting, false) }];
  return nothing;
};

/** "The price cap imposed by the G7": a participle right after the noun only describes it. */
function isImposedBefore(setting: Setting, topic: Hit): boolean {
  const words = hitsOf(setting.sentence, "adopts").filter((hit) => gapOf(hit, topic) <= sanctionsReach);
  return (
    !setting.sentence.isTitle &&
    words.every(
      (hit) =>
        hit.from === topic.to && hitsOfAny(setting.sentence, ["by", "in"]).some((cue) => cue.from === hit.to),
    )
  );
}

const sanctionsReach = 7;
