import type { Setting } from "../claim.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import { dayOf, isLongAgo, isNear, near, nothing, topicOf } from "./event-words.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOf } from "../text/sentence-hits.ts";

/** An evacuation that is ordered or done. */
export const evacuation: EventRule = ({ setting, claims }) => {
  const told = claims.find((claim) => claim.measure === "evacuated");
  if (told !== undefined)
    return told.scope === "planned"
      ? plannedEvacuation(setting)
      : [{ kind: "evacuation", stage: "done", date: told.date }];
  const topic = topicOf(setting, "evacuation");
  if (topic === null || isLongAgo(setting)) return nothing;
  if (isNear(setting, topic, ["orders"], 6) || isOrderedBefore(setting, topic))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  if (isAnnounced(setting, topic))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting, false) }];
  const isOpen = isNear(setting, topic, ["planned", "negation", "possible", "proposed"], 4);
  const isUnderWay = hitsOf(setting.sentence, "convenes").some(
    (hit) => hit.from >= topic.to && hit.from - topic.to <= near,
  );
  return isUnderWay && !isOpen ? [{ kind: "evacuation", stage: "done", date: dayOf(setting) }] : nothing;
};

const announceReach = 3;

/** "Says it will evacuate civilians": who says so orders it. */
function isAnnounced(setting: Setting, topic: Hit): boolean {
  return (
    hitsOf(setting.sentence, "planned").some(
      (hit) => hit.to <= topic.from && topic.from - hit.to <= announceReach,
    ) &&
    hitsOf(setting.sentence, "says").some((hit) => hit.to <= topic.from) &&
    hitsOf(setting.sentence, "civilians").some(
      (hit) => hit.from >= topic.to && hit.from - topic.to <= announceReach * 2,
    )
  );
}

function plannedEvacuation(setting: Setting): readonly FoundEvent[] {
  const topic = topicOf(setting, "evacuation");
  return topic !== null && isAnnounced(setting, topic)
    ? [{ kind: "evacuation", stage: "ordered", date: dayOf(setting, false) }]
    : nothing;
}

const orderReach = 12;

/** "Ordered residents of three quarters of the city to evacuate". */
function isOrderedBefore(setting: Setting, topic: Hit): boolean {
  return hitsOf(setting.sentence, "orders").some(
    (order) =>
      order.to <= topic.from &&
      topic.from - order.to <= orderReach &&
      hitsOf(setting.sentence, "civilians").some((hit) => hit.from >= order.to && hit.to <= topic.from),
  );
}
