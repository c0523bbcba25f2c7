import type { Claim, Scene, Setting } from "../claim.ts";
import { isBidden } from "../scope/promises.ts";
import { isAsked } from "./strike-news.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import { dayOf, gapOf, isLongAgo, isNear, near, nothing, topicOf } from "./event-words.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const displaceWords = anyOf("displace");
const notDone = anyOf("sinceWar", "feared", "condition", "refused");
const ordersWords = anyOf("orders");
const peopleMoved = anyOf("civilians", "person", "children", "women", "foreigners", "compatriots");
const clauseWords = anyOf("relativeWord", "clause", "planned");
const peopleBidden = anyOf("civilians", "person", "women", "children");
const notYet = anyOf("planned", "negation", "possible", "proposed");

/** An evacuation that is ordered or done. */
export const evacuation: EventRule = ({ setting, claims, scene }) => {
  const told = claims.find((claim) => claim.measure === "evacuated");
  const named = setting.sentence.hits.of.evacuation[0];
  // "Orders the evacuation of 3,000 children".
  if (
    told !== undefined &&
    named !== undefined &&
    setting.sentence.hits.of.orders.some((hit) => hit.to <= named.from && named.from - hit.to <= 1)
  )
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  // "More than a million have been evacuated since February": a sum of months is no event of today.
  if (told?.scope === "overall" && !scene.document.language.freeOrder) return nothing;
  if (told !== undefined)
    return told.scope === "planned"
      ? plannedEvacuation(setting, told)
      : [{ kind: "evacuation", stage: "done", date: told.date }];
  const topic = topicOf(setting, "evacuation");
  const leaving = topicOf(setting, "leaving");
  if (topic === null && leaving !== null && isToldToLeave(setting, leaving))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  if (topic === null || isLongAgo(setting) || isOfWounded(scene, setting, topic)) return nothing;
  if (isNear(setting, topic, ordersWords, 6) || isOrderedBefore(setting, topic))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  if (isAnnounced(setting, topic))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting, false) }];
  const isOpen = isNear(setting, topic, notYet, 4);
  const isUnderWay = setting.sentence.hits.of.convenes.some(
    (hit) => hit.from >= topic.to && hit.from - topic.to <= near,
  );
  const isDone = isUnderWay || isCarriedOut(scene, setting, topic);
  return isDone && !isOpen ? [{ kind: "evacuation", stage: "done", date: dayOf(setting) }] : nothing;
};

const woundedOrDead = anyOf("injure", "kill", "body");

/** "Швидка, яка евакуювала поранених", «эвакуировали тела»: medics at work, and no people who leave their homes. */
function isOfWounded({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return (
    document.language.freeOrder &&
    hitsOfAny(sentence, woundedOrDead).some((hit) => hit.from === topic.to) &&
    !hitsOfAny(sentence, peopleBidden).some((people) => people.from === topic.to + 1)
  );
}

const carriedReach = 5;

/** "Britain evacuates citizens from Sudan", "an evacuation train rolled into Lviv": people, or what carries them, with the verb. */
function isCarriedOut(scene: Scene, setting: Setting, topic: Hit): boolean {
  const { sentence } = setting;
  if (isAsked(scene, setting) || hasAny(sentence, notDone)) return false;
  const word = sentence.hits.of.carriesOut.find((hit) => hit.from === topic.from);
  // "As she flees to safety".
  if (word === undefined || isNear(setting, topic, displaceWords, 1)) return false;
  if (scene.document.sentences.some((other) => other.isTitle && other.hits.has.disaster)) return false;
  // "An evacuation train" carries people.
  if (word.to - word.from > 1 && sentence.hits.of.evacuate.some((hit) => hit.from === word.from)) return true;
  return hitsOfAny(sentence, peopleMoved).some((people) =>
    // "Led residents to safety"; "a ticket to safety" carries nobody.
    word.to - word.from > 1
      ? people.to <= topic.from && topic.from - people.to <= 1
      : gapOf(people, topic) <= carriedReach,
  );
}

const announceReach = 3;

/** "Says it will evacuate civilians": who says so orders it. */
function isAnnounced(setting: Setting, topic: Hit): boolean {
  return (
    setting.sentence.hits.of.planned.some(
      (hit) => hit.to <= topic.from && topic.from - hit.to <= announceReach,
    ) &&
    setting.sentence.hits.of.says.some((hit) => hit.to <= topic.from) &&
    setting.sentence.hits.of.civilians.some(
      (hit) => hit.from >= topic.to && hit.from - topic.to <= announceReach * 2,
    )
  );
}

function plannedEvacuation(setting: Setting, told: Claim): readonly FoundEvent[] {
  if (isBidden(setting, told.deed)) return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  const topic = topicOf(setting, "evacuation");
  return topic !== null && isAnnounced(setting, topic)
    ? [{ kind: "evacuation", stage: "ordered", date: dayOf(setting, false) }]
    : nothing;
}

const orderReach = 12;

const tellReach = 18;

/** "Tells residents of Gaza City to leave", "told people living around four buildings to get out": who is bidden stands between. */
function isToldToLeave(setting: Setting, leaving: Hit): boolean {
  const { orders, bids } = setting.sentence.hits.of;
  return [...orders, ...bids].some(
    (order) =>
      order.to <= leaving.from &&
      leaving.from - order.to <= tellReach &&
      // "Told the paper that 30,000 people had had to flee", "urged residents to make plans to leave".
      !hitsOfAny(setting.sentence, clauseWords).some(
        (cue) => cue.from >= order.to && cue.from < leaving.from,
      ) &&
      hitsOfAny(setting.sentence, peopleBidden).some((hit) => hit.from >= order.to && hit.to <= leaving.from),
  );
}

/** "Ordered residents of three quarters of the city to evacuate". */
function isOrderedBefore(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.of.orders.some(
    (order) =>
      order.to <= topic.from &&
      topic.from - order.to <= orderReach &&
      setting.sentence.hits.of.civilians.some((hit) => hit.from >= order.to && hit.to <= topic.from),
  );
}
