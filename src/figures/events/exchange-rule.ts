import type { EventStage } from "../../model/event.ts";
import type { Scene, Setting } from "../claim.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import { dayOf, gapOf, isLongAgo, isNear, nothing, pastDayOf, topicOf } from "./event-words.ts";
import { tellsOfExchange } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { AnyOf } from "../text/sentence-hits.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { measuresLike } from "../things/measure-kinds.ts";

const exchanged = measuresLike(/^(?:prisoners|hostages)\.released|^bodies\.returned/u);
const agreedWords = anyOf("agreed");
const cancelledWords = anyOf("cancelled");
const delayedWords = anyOf("delayed");
const openWords = anyOf("planned", "proposed", "condition", "negation", "possible");
const outOfOrInOrFrom = anyOf("outOf", "in", "from");
const plannedWords = anyOf("planned");
const swapOrRelease = anyOf("swap", "release");
const swapOrWarCaptive = anyOf("swap", "warCaptive");

/** Prisoners, hostages or bodies that are exchanged: done, agreed, announced, delayed or called off. */
export const exchange: EventRule = ({ setting, claims, scene }) => {
  const topic = topicOf(setting, "exchangeTalk");
  const back = claims.filter((claim) => exchanged.has(claim.measure));
  if (topic === null && back.length === 0) return nothing;
  const found = (stage: EventStage, date: string | null): FoundEvent => ({ kind: "exchange", stage, date });
  const done = back.filter((claim) => claim.scope === "event");
  // "An exchange of 192 for 192, planned for that day, was called off".
  if (topic !== null && done.length > 0 && isCalledOff(scene, setting, topic))
    return [found("cancelled", dayOf(setting))];
  if (done.length > 0)
    return [...new Set(done.map((claim) => claim.date))].map((date) => found("done", date));
  const isOfKnown = !scene.document.language.freeOrder && isUnderDeal(setting);
  const isDeal = back.some((claim) => claim.scope === "planned") && tellsDeal(setting) && !isOfKnown;
  if (topic === null && isDeal && !isLongAgo(setting)) return [found("agreed", pastDayOf(scene, setting))];
  if (topic === null || isLongAgo(setting) || isConditional(scene, setting, topic)) return nothing;
  // "Recovered bodies from a block that collapsed": bodies alone are no exchange.
  if (tellsOfExchange(setting.sentence) || scene.isExchange) {
    if (isTurned(scene, setting, cancelledWords)) return [found("cancelled", dayOf(setting))];
    if (isTurned(scene, setting, delayedWords)) return [found("delayed", dayOf(setting))];
  }
  const planned = back.filter((claim) => claim.scope === "planned");
  // "A prisoner who signed up for the army": no exchange of prisoners.
  const isOfExchange = scene.isExchange || planned.length > 0 || topic.to - topic.from > 1;
  const isAgreed = isOfExchange && isNear(setting, topic, agreedWords, exchangeReach);
  const isClose = planned.length > 0 || isNear(setting, topic, agreedWords, 4);
  if (
    isOfExchange &&
    !isOfKnown &&
    ((isAgreed && isClose && !isKnownDeal(scene, setting, topic)) || isAgreedTo(scene, setting, topic))
  )
    return [found("agreed", pastDayOf(scene, setting))];
  const ahead = planned.find((claim) => claim.date !== null);
  if (ahead !== undefined) return [found("announced", ahead.date)];
  // "Hamas is set to free three more under the deal": what is to come of what was agreed before.
  if (planned.length > 0 && isOfKnown && setting.sentence.isTitle) return [found("announced", null)];
  const toCome = dayOf(setting, false);
  const isToCome = toCome !== null && scene.today !== null && toCome > scene.today.toString();
  // "The next exchange is to take place on Thursday".
  const isSet =
    isToCome && isNear(setting, topic, plannedWords, exchangeReach) && tellsOfExchange(setting.sentence);
  if (isSet && isOfExchange && !scene.document.language.freeOrder) return [found("announced", toCome)];
  if (!scene.isExchange || back.length > 0 || setting.sentence.index >= 3) return nothing;
  const acts = hasAny(setting.sentence, swapOrRelease);
  const isOpen = hasAny(setting.sentence, openWords);
  if (!acts || isOpen || isOfChildren(setting) || isMerelyNamed(scene, setting)) return nothing;
  const day = dayOf(setting);
  const isAhead = day !== null && scene.today !== null && day > scene.today.toString();
  return [found(isAhead ? "announced" : "done", day)];
};

const verbalNoun = /(?:ени|ань|ен|анн|енн)(?:е|я|и|ю|ем|ям|і)$/u;

/** "Резолюция об освобождении заложников": the deed as a noun alone, which nobody has done, in Ukrainian and Russian. */
function isMerelyNamed({ document }: Scene, { sentence }: Setting): boolean {
  return (
    document.language.freeOrder &&
    hitsOfAny(sentence, swapOrRelease).every(
      (hit) => hit.id === "release" && verbalNoun.test(document.tokens[hit.from]?.norm ?? ""),
    )
  );
}

const conditionReach = 14;

/** "Якщо не погодяться на перемир'я і обмін полоненими": in Ukrainian and Russian the words of a condition may stand far before. */
function isConditional({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return (
    document.language.freeOrder &&
    sentence.hits.of.condition.some((hit) => hit.to <= topic.from && topic.from - hit.to <= conditionReach)
  );
}

/** "Ще шістнадцятеро дітей — удома": brought home, for nobody in return. */
function isOfChildren({ sentence }: Setting): boolean {
  return sentence.hits.has.children && !hasAny(sentence, swapOrWarCaptive);
}

/** "The implementation of a landmark hostage deal": the deal is in the noun itself, and nobody agrees on it here. */
function isKnownDeal({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  if (document.language.freeOrder || sentence.isTitle) return false;
  return sentence.hits.of.agreed.every(
    (hit) => gapOf(hit, topic) > exchangeReach || (hit.from >= topic.from && hit.to <= topic.to),
  );
}

const agreeReach = 2;

/** "Agree to swap 1,000 prisoners each". */
function isAgreedTo({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return (
    !document.language.freeOrder &&
    sentence.hits.of.agreesTo.some((hit) => hit.to <= topic.from && topic.from - hit.to <= agreeReach) &&
    sentence.hits.of.planned.some((hit) => hit.to >= topic.from && hit.from < topic.to)
  );
}

const exchangeReach = 12;
const turnReach = 6;
const calledOffReach = 16;

/** Whether some word of an exchange stands by one of `turn`: it was called off, or put off. */
function isTurned(scene: Scene, setting: Setting, turn: AnyOf): boolean {
  return setting.sentence.hits.of.exchangeTalk.some(
    (topic) => isNear(setting, topic, turn, turnReach) || isOff(scene, setting, topic, turn),
  );
}

function isCalledOff(scene: Scene, setting: Setting, topic: Hit): boolean {
  return isOff(scene, setting, topic, cancelledWords);
}

/** "The swap of 1,212 bodies, planned for Saturday, had been put off": verbs of two words, which stand for nothing else. */
function isOff({ document }: Scene, { sentence }: Setting, topic: Hit, turn: AnyOf): boolean {
  return (
    !document.language.freeOrder &&
    hitsOfAny(sentence, turn).some(
      (hit) => hit.to - hit.from > 1 && hit.from >= topic.to && hit.from - topic.to <= calledOffReach,
    )
  );
}

const dealReach = 4;

/** "Under the ceasefire deal", "as part of the truce agreement": every word of a deal is of one that is known, and no verb tells that it was reached. English. */
function isUnderDeal({ sentence }: Setting): boolean {
  const { agreed, agreesTo, underDeal } = sentence.hits.of;
  return (
    agreesTo.length === 0 &&
    agreed.length > 0 &&
    agreed.every((hit) => underDeal.some((under) => under.to <= hit.from && hit.from - under.to <= dealReach))
  );
}

/** "The first phase of the deal", "in a deal": a deal that is known already is not told of. */
function tellsDeal(setting: Setting): boolean {
  return setting.sentence.hits.of.agreed.some(
    (hit) =>
      !hitsOfAny(setting.sentence, outOfOrInOrFrom).some(
        (cue) => cue.to <= hit.from && hit.from - cue.to <= 1,
      ),
  );
}
