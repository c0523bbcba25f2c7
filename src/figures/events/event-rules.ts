import type { Concept } from "../../languages/concepts.ts";
import type { EventStage } from "../../model/event.ts";
import { aid } from "./aid-rule.ts";
import { capture } from "./capture-rule.ts";
import type { Scene, Setting } from "../claim.ts";
import { isTelling } from "../dates/date-mention.ts";
import { hasConcept, tellsOfExchange } from "../text/document.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import { dayOf, gapOf, isLongAgo, isMerelyPossible, isNear, near, nothing, topicOf } from "./event-words.ts";
import type { Hit } from "../text/lexer.ts";
import { isFromAir, tellsStrike } from "./strike-rule.ts";
import { talks } from "./talks-rule.ts";
import { hitsOf, hitsOfAny } from "../text/sentence-hits.ts";

const strike: EventRule = ({ scene, setting, claims }) => {
  const told =
    claims.find((claim) => claim.scope === "event" && isFromAir(claim)) ??
    claims.find((claim) => claim.scope === "running" && isFromAir(claim));
  // "В предыдущие сутки зафиксировано 35 обстрелов": told only to compare.
  if (told?.measure === "attacks" && scene.document.language.freeOrder && isOfDayBefore(setting))
    return nothing;
  if (told !== undefined) return [{ kind: "strike", stage: "done", date: told.date }];
  if (isInPassing(scene, setting)) return nothing;
  // "14,000 have been killed by bombardment": a sum of many days tells of no one strike.
  const isSum = claims.length > 0 && claims.every((claim) => claim.scope === "overall");
  if (isSum && !scene.document.language.freeOrder) return nothing;
  return tellsStrike(scene, setting)
    ? [{ kind: "strike", stage: "done", date: dayOfStrike(scene, setting) }]
    : nothing;
};

function isOfDayBefore({ sentence }: Setting): boolean {
  return sentence.index > 0 && hasConcept(sentence, "nightBefore");
}

/** "Rose on Tuesday to 41 in Monday's barrage": of two days that of the strike, never that of the telling. */
function dayOfStrike(scene: Scene, setting: Setting): string | null {
  const { sentence, dates, carriedDay } = setting;
  const days = dates.filter((date) => date.kind === "day" || date.kind === "window" || date.kind === "night");
  if (scene.document.language.freeOrder || days.length === 0) return dayOf(setting);
  const told = days.filter((date) => !isTelling(sentence, date));
  const [strike] = hitsOfAny(sentence, ["airStrike", "bombards", "airAttack", "strike"]);
  if (strike === undefined) return told[0]?.value ?? carriedDay;
  const nearest = told.toSorted((a, b) => Math.abs(a.from - strike.from) - Math.abs(b.from - strike.from))[0];
  return nearest === undefined ? carriedDay : nearest.value;
}

const openingSentences = 6;

/** "Поки росіяни бомбили міста, компанія заробляла": far into a post a strike without a number, a place or a day is only alluded to. */
function isInPassing({ document }: Scene, { sentence, places, dates }: Setting): boolean {
  return (
    document.language.freeOrder &&
    sentence.index >= openingSentences &&
    places.length === 0 &&
    dates.length === 0
  );
}

const exchange: EventRule = ({ setting, claims, scene }) => {
  const back = claims.filter((claim) =>
    /^(?:prisoners|hostages)\.released|^bodies\.returned/.test(claim.measure),
  );
  const found = (stage: EventStage, date: string | null): FoundEvent => ({ kind: "exchange", stage, date });
  const done = back.filter((claim) => claim.scope === "event");
  const named = topicOf(setting, "exchangeTalk");
  // "An exchange of 192 for 192, planned for that day, was called off".
  if (named !== null && done.length > 0 && isCalledOff(scene, setting, named))
    return [found("cancelled", dayOf(setting))];
  if (done.length > 0)
    return [...new Set(done.map((claim) => claim.date))].map((date) => found("done", date));
  const topic = topicOf(setting, "exchangeTalk");
  const isDeal = back.some((claim) => claim.scope === "planned") && tellsDeal(setting);
  if (topic === null && isDeal && !isLongAgo(setting)) return [found("agreed", pastDayOf(scene, setting))];
  if (topic === null || isLongAgo(setting)) return nothing;
  // "Recovered bodies from a block that collapsed": bodies alone are no exchange.
  if (tellsOfExchange(setting.sentence) || scene.isExchange) {
    if (isNear(setting, topic, ["cancelled"], 6)) return [found("cancelled", dayOf(setting))];
    if (isNear(setting, topic, ["delayed"], 6)) return [found("delayed", dayOf(setting))];
  }
  const planned = back.filter((claim) => claim.scope === "planned");
  // "A prisoner who signed up for the army": no exchange of prisoners.
  const isOfExchange = scene.isExchange || planned.length > 0 || topic.to - topic.from > 1;
  const isAgreed = isOfExchange && isNear(setting, topic, ["agreed"], exchangeReach);
  if (isAgreed && (planned.length > 0 || isNear(setting, topic, ["agreed"], 4)))
    return [found("agreed", pastDayOf(scene, setting))];
  const ahead = planned.find((claim) => claim.date !== null);
  if (ahead !== undefined) return [found("announced", ahead.date)];
  const toCome = dayOf(setting, false);
  const isToCome = toCome !== null && scene.today !== null && toCome > scene.today.toString();
  // "The next exchange is to take place on Thursday".
  const isSet =
    isToCome && isNear(setting, topic, ["planned"], exchangeReach) && tellsOfExchange(setting.sentence);
  if (isSet && isOfExchange && !scene.document.language.freeOrder) return [found("announced", toCome)];
  if (!scene.isExchange || back.length > 0 || setting.sentence.index >= 3) return nothing;
  const acts = hasConcept(setting.sentence, "swap", "release");
  const isOpen = hasConcept(setting.sentence, "planned", "proposed", "condition", "negation", "possible");
  if (!acts || isOpen || isOfChildren(setting)) return nothing;
  const day = dayOf(setting);
  const isAhead = day !== null && scene.today !== null && day > scene.today.toString();
  return [found(isAhead ? "announced" : "done", day)];
};

/** "Ще шістнадцятеро дітей — удома": brought home, for nobody in return. */
function isOfChildren({ sentence }: Setting): boolean {
  return hasConcept(sentence, "children") && !hasConcept(sentence, "swap", "warCaptive");
}

const exchangeReach = 12;
const calledOffReach = 16;

function isCalledOff(scene: Scene, { sentence }: Setting, topic: Hit): boolean {
  return (
    !scene.document.language.freeOrder &&
    hitsOf(sentence, "cancelled").some(
      (hit) => hit.to - hit.from > 1 && hit.from >= topic.to && hit.from - topic.to <= calledOffReach,
    )
  );
}

/** "The first phase of the deal", "in a deal": a deal that is known already is not told of. */
function tellsDeal(setting: Setting): boolean {
  return hitsOf(setting.sentence, "agreed").some(
    (hit) =>
      !hitsOfAny(setting.sentence, ["outOf", "in", "from"]).some(
        (cue) => cue.to <= hit.from && hit.from - cue.to <= 1,
      ),
  );
}

const ceasefire: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "ceasefire");
  const found = (stage: EventStage, date = pastDayOf(scene, setting)): FoundEvent[] => [
    { kind: "ceasefire", stage, date },
  ];
  if (topic === null && isHaltOfStrikes(scene, setting)) return found("started", dayOf(setting, false));
  if (topic === null)
    return hasConcept(setting.sentence, "violates") &&
      hasConcept(setting.sentence, "both") &&
      isAbout(scene, "ceasefire")
      ? found("violated", dayOf(setting))
      : nothing;
  if (hitsOf(setting.sentence, "talks").some((hit) => hit.from === topic.to)) return nothing;
  if (isLongAgo(setting) || isSince(setting, topic)) return nothing;
  // "No cease-fire was reached".
  if (hitsOf(setting.sentence, "negation").some((hit) => hit.to === topic.from)) return nothing;
  const isAgreed =
    isNear(setting, topic, ["agreesTo"], ceasefireReach) &&
    !isMerelyPossible(setting, topic) &&
    !isAgreedBefore(scene, setting, topic);
  // "Agree on a swap but stay far apart on a truce".
  const isApart = hitsOf(setting.sentence, "noTopic").some(
    (hit) =>
      hit.to <= topic.from &&
      topic.from - hit.to <= noTopicReach &&
      // "The cabinet approved the truce".
      !hitsOf(setting.sentence, "agreesTo").some(
        (agrees) => agrees.from >= hit.to && agrees.to <= topic.from,
      ),
  );
  if (isApart || (!isAgreed && isNear(setting, topic, ["noTopic"], noTopicReach))) return nothing;
  // "Об отказе от ударов": the word for refusing is the truce's own.
  const isRefused = hitsOf(setting.sentence, "refused").some(
    (hit) => gapOf(hit, topic) <= ceasefireReach && !(hit.from >= topic.from && hit.to <= topic.to),
  );
  if (isRefused && isAgreed && isOfTwo(scene, setting)) return [...found("agreed"), ...found("rejected")];
  if (isRefused) return found("rejected");
  if (isNear(setting, topic, ["violates"], 10)) return found("violated", dayOf(setting));
  const isProposed =
    isNear(setting, topic, ["proposed"], ceasefireReach) && !isAsideAlone(scene, setting, topic);
  if (isAgreed && (!isProposed || comesFirst(setting, "agreesTo", "proposed"))) return found("agreed");
  if (isProposed) return found("proposed");
  if (isNear(setting, topic, ["planned", "possible"], 4)) return nothing;
  // "Talks ended without agreement on a cease-fire": it is the talks that ended.
  if (isNear(setting, topic, ["failed"], 5)) return nothing;
  if (isNear(setting, topic, ["collapses"], 5)) return found("ended", dayOf(setting));
  if (isNear(setting, topic, ["resumed"], 5)) return found("started", dayOf(setting));
  return nothing;
};

/** "Hamas accepted the truce, while Israel rejected it": one word for each, and another clause between. */
function isOfTwo({ document }: Scene, { sentence }: Setting): boolean {
  if (document.language.freeOrder) return false;
  const [agrees] = hitsOf(sentence, "agreesTo");
  const [refuses] = hitsOf(sentence, "refused");
  if (agrees === undefined || refuses === undefined) return false;
  const [first, last] = agrees.from < refuses.from ? [agrees, refuses] : [refuses, agrees];
  return hitsOf(sentence, "clause").some((cue) => cue.from >= first.to && cue.to <= last.from);
}

/** The stated day, unless it is still to come: "agreed on a truce from Thursday" was agreed before. */
function pastDayOf(scene: Scene, setting: Setting): string | null {
  const day = dayOf(setting, false);
  return day !== null && scene.today !== null && day > scene.today.toString() ? null : day;
}

const haltReach = 9;

/** "Удары по объектам энергетики прекращены": a side tells of its own strikes that it has stopped them. */
function isHaltOfStrikes({ document }: Scene, { sentence, speaker }: Setting): boolean {
  const isOwnWord = document.report.source.side !== null || speaker?.side != null;
  if (!isOwnWord || !hasConcept(sentence, "haltsFire") || hasConcept(sentence, "negation")) return false;
  return hitsOf(sentence, "haltsFire").some((halt) =>
    hitsOf(sentence, "strike").some((strike) => strike.to <= halt.from && halt.from - strike.to <= haltReach),
  );
}

const participleReach = 2;

/** "The cease-fire brokered by the president", "a truce, agreed in March, expired": a participle right after the noun only describes it. */
function isAgreedBefore(scene: Scene, setting: Setting, topic: Hit): boolean {
  if (scene.document.language.freeOrder || setting.sentence.isTitle) return false;
  const words = hitsOf(setting.sentence, "agreesTo").filter((hit) => gapOf(hit, topic) <= ceasefireReach);
  return words.every(
    (hit) =>
      hit.from >= topic.to &&
      hit.from - topic.to <= participleReach &&
      hitsOfAny(setting.sentence, ["by", "in"]).some((cue) => cue.from === hit.to),
  );
}

const ceasefireReach = 9;
/** "Far apart on a truce", "no progress towards a cease-fire". */
const noTopicReach = 3;
const sinceReach = 3;

/** "Since the cease-fire began", "under the cease-fire": it tells from when or why, not what happened. */
function isSince(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) =>
      (hit.id === "since" && hit.to <= topic.from && topic.from - hit.to <= sinceReach) ||
      // "Under a cease-fire": the word for a bound, which it is not here.
      (hit.id === "atMost" && hit.to <= topic.from && topic.from - hit.to <= 1),
  );
}

/** "Demanded pressure on Israel, calling the cease-fire …": every word of a proposal stands before another clause. */
function isAsideAlone(scene: Scene, setting: Setting, topic: Hit): boolean {
  if (scene.document.language.freeOrder) return false;
  const words = hitsOf(setting.sentence, "proposed").filter((hit) => gapOf(hit, topic) <= ceasefireReach);
  return words.every((hit) => {
    for (let at = hit.to; at < topic.from; at++) if (scene.document.tokens[at]?.norm === ",") return true;
    return false;
  });
}

/** "Accepted a proposal" is agreed, "proposed what was agreed" is not. */
function comesFirst(setting: Setting, one: Concept, other: Concept): boolean {
  return setting.sentence.hits.find((hit) => hit.id === one || hit.id === other)?.id === one;
}

/** Whether title or opening hold a word of the concept. */
function isAbout(scene: Scene, concept: Concept): boolean {
  return scene.document.sentences.slice(0, 4).some((sentence) => hasConcept(sentence, concept));
}

const sanctions: EventRule = ({ setting }) => {
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

const evacuation: EventRule = ({ setting, claims }) => {
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

/** All rules; each looks at one sentence. */
export const eventRules: readonly EventRule[] = [
  exchange,
  ceasefire,
  talks,
  sanctions,
  strike,
  capture,
  evacuation,
  aid,
];
