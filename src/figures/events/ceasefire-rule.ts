import type { Concept } from "../../languages/concepts.ts";
import type { EventStage } from "../../model/event.ts";
import type { Scene, Setting } from "../claim.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import {
  dayOf,
  gapOf,
  isLongAgo,
  isMerelyPossible,
  isNear,
  nothing,
  pastDayOf,
  topicOf,
} from "./event-words.ts";
import type { Hit } from "../text/entries.ts";
import { isAsked } from "./strike-news.ts";
import { isOneSided, tellsStart, tookEffect } from "./truce-start.ts";
import type { AnyOf } from "../text/sentence-hits.ts";
import { anyOf, hitsOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import { itemAt } from "../text/item-at.ts";

const byOrIn = anyOf("by", "in");
const collapsesWords = anyOf("collapses");
const failedWords = anyOf("failed");
const noTopicWords = anyOf("noTopic");
const plannedOrPossible = anyOf("planned", "possible");
const proposedWords = anyOf("proposed");
const resumedWords = anyOf("resumed");
const violatesWords = anyOf("violates");

/** A truce: agreed, proposed, rejected, begun, broken or over. */
export const ceasefire: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "ceasefire");
  const found = (stage: EventStage, date = pastDayOf(scene, setting)): FoundEvent[] => [
    { kind: "ceasefire", stage, date },
  ];
  if (topic === null) return unnamed(scene, setting);
  if (setting.sentence.hits.of.talks.some((hit) => hit.from === topic.to)) return nothing;
  if (isLongAgo(setting) || isSince(setting, topic)) return nothing;
  if (isAsked(scene, setting)) return nothing;
  if (isOffTheTable(scene, setting, topic)) return found("rejected");
  // "No cease-fire was reached".
  if (setting.sentence.hits.of.negation.some((hit) => hit.to === topic.from)) return nothing;
  // "The army declares the end of the truce".
  const isOver = setting.sentence.hits.of.collapses.some(
    (hit) => hit.to <= topic.from && topic.from - hit.to <= endReach && hit.to - hit.from > 1,
  );
  if (isOver && (scene.document.language.freeOrder || setting.sentence.hits.has.agreesTo))
    return found("ended", dayOf(setting));
  if (isDeclaredOver(scene, setting, topic)) return found("ended", dayOf(setting));
  const isAgreed =
    setting.sentence.hits.of.agreesTo.some(
      (hit) => gapOf(hit, topic) <= ceasefireReach && !isMerelyAim(scene, setting, hit),
    ) &&
    !isMerelyPossible(setting, topic) &&
    !isAgreedBefore(scene, setting, topic);
  // "Agree on a swap but stay far apart on a truce".
  const isApart = setting.sentence.hits.of.noTopic.some(
    (hit) =>
      hit.to <= topic.from &&
      topic.from - hit.to <= noTopicReach &&
      // "The cabinet approved the truce".
      !setting.sentence.hits.of.agreesTo.some((agrees) => agrees.from >= hit.to && agrees.to <= topic.from),
  );
  if (isApart || (!isAgreed && isNear(setting, topic, noTopicWords, noTopicReach))) return nothing;
  // "Об отказе от ударов": the word for refusing is the truce's own.
  const isRefused = setting.sentence.hits.of.refused.some(
    (hit) => gapOf(hit, topic) <= ceasefireReach && !(hit.from >= topic.from && hit.to <= topic.to),
  );
  if (isRefused && isAgreed && isOfTwo(scene, setting)) return [...found("agreed"), ...found("rejected")];
  if (isRefused) return found("rejected");
  if (isTold(setting, topic, violatesWords, 10)) return violated(scene, setting, topic);
  if (isOneSided(scene, setting, topic)) return declared(setting, topic);
  const isProposed =
    isTold(setting, topic, proposedWords, ceasefireReach) && !isAsideAlone(scene, setting, topic);
  if (isAgreed && (!isProposed || comesFirst(setting, "agreesTo", "proposed")))
    return tellsStart(setting, topic)
      ? [
          ...found("agreed"),
          { kind: "ceasefire", stage: "started", date: dayOf(setting, false), isPromised: true },
        ]
      : found("agreed");
  if (isProposed) return found("proposed");
  if (isNear(setting, topic, plannedOrPossible, 4)) return nothing;
  // "Talks ended without agreement on a cease-fire": it is the talks that ended.
  if (isNear(setting, topic, failedWords, 5)) return nothing;
  if (isNear(setting, topic, collapsesWords, 5)) return found("ended", dayOf(setting));
  if (isNear(setting, topic, resumedWords, isOfManyWords(setting) ? forceReach : 5))
    return found("started", dayOf(setting));
  return nothing;
};

const unreadyReach = 1;

/** "The president may propose a truce", «може порушити перемир'я»: a verb right after a word of what may be tells of nothing that was done, nor does that word. */
function isTold(setting: Setting, topic: Hit, words: AnyOf, reach: number): boolean {
  const { mayBe, negation } = setting.sentence.hits.of;
  return hitsOfAny(setting.sentence, words).some(
    (verb) =>
      gapOf(verb, topic) <= reach &&
      !mayBe.some((may) => may.from === verb.from || may.to === verb.from) &&
      // "Is not ready for a truce", «не буде готовий до завершення війни».
      !negation.some((no) => no.to <= verb.from && verb.from - no.to <= unreadyReach),
  );
}

/** What is told of a truce that the sentence does not name. */
function unnamed(scene: Scene, setting: Setting): readonly FoundEvent[] {
  const { hits } = setting.sentence;
  if (isHaltOfStrikes(scene, setting) || isInForce(scene, setting))
    return [{ kind: "ceasefire", stage: "started", date: dayOf(setting, false) }];
  const isBroken =
    hits.has.violates && (hits.has.both || isAccusation(scene, setting)) && isAbout(scene, "ceasefire");
  return isBroken ? [{ kind: "ceasefire", stage: "violated", date: dayOf(setting) }] : nothing;
}

/** Broken, and begun where the same sentence tells that it took effect. */
function violated({ document }: Scene, setting: Setting, topic: Hit): readonly FoundEvent[] {
  const date = dayOf(setting);
  const broken: FoundEvent = { kind: "ceasefire", stage: "violated", date };
  const isBegun = !document.language.freeOrder && tookEffect(setting, topic);
  return isBegun ? [{ ...broken, stage: "started" }, broken] : [broken];
}

/** Declared by one side, and answered by an offer: "announced a truce of 30 hours; Kyiv offered to extend it". */
function declared(setting: Setting, topic: Hit): readonly FoundEvent[] {
  const started: FoundEvent = { kind: "ceasefire", stage: "started", date: dayOf(setting) };
  const isAnswered = setting.sentence.hits.of.proposed.some((hit) => hit.from >= topic.to);
  return isAnswered ? [started, { ...started, stage: "proposed", date: null }] : [started];
}

/** "Hamas accepted the truce, while Israel rejected it": one word for each, and another clause between. */
function isOfTwo({ document }: Scene, { sentence }: Setting): boolean {
  if (document.language.freeOrder) return false;
  const [agrees] = sentence.hits.of.agreesTo;
  const [refuses] = sentence.hits.of.refused;
  if (agrees === undefined || refuses === undefined) return false;
  const [first, last] = agrees.from < refuses.from ? [agrees, refuses] : [refuses, agrees];
  return sentence.hits.of.clause.some((cue) => cue.from >= first.to && cue.to <= last.from);
}

/** "Delhi accuses Islamabad of breaches": of one side by the other, in a report of a truce. */
function isAccusation({ document, profile }: Scene, { sentence }: Setting): boolean {
  if (document.language.freeOrder) return false;
  const named = new Set(hitsOfAny(sentence, partyNames).map(({ id }) => id));
  return profile.foes.filter((foe) => named.has(foe)).length > 1 && sentence.hits.has.says;
}

/** "Efforts to reach a truce": an infinitive of which no other word says that it is done. */
function isMerelyAim({ document }: Scene, { sentence }: Setting, word: Hit): boolean {
  return !document.language.freeOrder && sentence.hits.of.toward.some((to) => to.to === word.from);
}

/** "The rebels declare the truce over": what is over something, as a holiday, is another word. English. */
function isDeclaredOver({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  const { language, tokens } = document;
  const next = topic.to + 1 < sentence.to ? tokens[topic.to + 1] : undefined;
  return (
    !language.freeOrder &&
    tokens[topic.to]?.norm === "over" &&
    topic.to < sentence.to &&
    (next === undefined || next.kind !== "word") &&
    sentence.hits.of.declaresTruce.some((hit) => hit.to <= topic.from)
  );
}

const endReach = 1;
const tableReach = 2;

/** "No Christmas cease-fire on the cards". */
function isOffTheTable({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return (
    !document.language.freeOrder &&
    sentence.hits.of.negation.some((hit) => hit.to <= topic.from && topic.from - hit.to <= tableReach) &&
    sentence.hits.of.proposed.some((hit) => hit.from >= topic.to && hit.from - topic.to <= tableReach)
  );
}

const forceReach = 10;

/** "Перемирие между Израилем и «Хезболлой» вступило в силу": a verb of more than one word means nothing else, whoever stands between. */
function isOfManyWords({ sentence }: Setting): boolean {
  return sentence.hits.of.resumed.some((hit) => hit.to - hit.from > 1);
}

/** "Документ набув чинності о 00:00 10 листопада": a paper that takes force in a report of a truce, on a day that is told. */
function isInForce(scene: Scene, setting: Setting): boolean {
  return (
    scene.document.language.freeOrder &&
    isOfManyWords(setting) &&
    setting.sentence.index > 0 &&
    setting.sentence.index < headSentences &&
    dayOf(setting, false) !== null &&
    !setting.sentence.hits.has.sanctions &&
    isAbout(scene, "ceasefire")
  );
}

const haltReach = 9;

/** "Удары по объектам энергетики прекращены": a side tells of its own strikes that it has stopped them. */
function isHaltOfStrikes({ document }: Scene, { sentence, speaker }: Setting): boolean {
  const isOwnWord = document.report.source.side !== null || speaker?.side != null;
  if (!isOwnWord || !sentence.hits.has.haltsFire || sentence.hits.has.negation) return false;
  const { haltsFire, strike, afterDay, aftermath } = sentence.hits.of;
  const isCause = (noun: Hit): boolean =>
    [...afterDay, ...aftermath].some((cue) => cue.to <= noun.from && noun.from - cue.to <= 1);
  return haltsFire.some(
    (halt) =>
      // "После ударов было прекращено электроснабжение": what else was halted stands after the verb.
      !haltedNoun.test(document.tokens[halt.to]?.norm ?? "") &&
      strike.some((noun) => noun.to <= halt.from && halt.from - noun.to <= haltReach && !isCause(noun)),
  );
}

const haltedNoun = /(?:ние|ння)$/u;

const participleReach = 2;

/** "The cease-fire brokered by the president", "a truce, agreed in March, expired": a participle right after the noun only describes it. */
function isAgreedBefore(scene: Scene, setting: Setting, topic: Hit): boolean {
  if (scene.document.language.freeOrder || setting.sentence.isTitle) return false;
  const words = setting.sentence.hits.of.agreesTo.filter((hit) => gapOf(hit, topic) <= ceasefireReach);
  const { plurals } = scene.document.language;
  return words.every(
    (hit) =>
      hit.from >= topic.to &&
      hit.from - topic.to <= participleReach &&
      // "A truce had been reached in the city" is news.
      plurals?.passive.has(itemAt(scene.document.tokens, hit.from - 1)?.norm ?? "") !== true &&
      hitsOfAny(setting.sentence, byOrIn).some((cue) => cue.from === hit.to),
  );
}

const headSentences = 4;
const ceasefireReach = 9;
/** "Far apart on a truce", "no progress towards a cease-fire". */
const noTopicReach = 3;
const sinceReach = 3;
const underReach = 2;

/** "Since the cease-fire began", "under the cease-fire": it tells from when or why, not what happened. */
function isSince(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) =>
      (hit.id === "since" && hit.to <= topic.from && topic.from - hit.to <= sinceReach) ||
      // "Under a cease-fire", "as part of the Gaza truce": by what was agreed before.
      (hit.id === "underDeal" && hit.to <= topic.from && topic.from - hit.to <= underReach) ||
      // The word for a bound, which it is not here.
      (hit.id === "atMost" && hit.to <= topic.from && topic.from - hit.to <= 1),
  );
}

/** "Demanded pressure on Israel, calling the cease-fire …": every word of a proposal stands before another clause. */
function isAsideAlone(scene: Scene, setting: Setting, topic: Hit): boolean {
  if (scene.document.language.freeOrder) return false;
  const words = setting.sentence.hits.of.proposed.filter((hit) => gapOf(hit, topic) <= ceasefireReach);
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
  return scene.document.sentences
    .slice(0, headSentences)
    .some((sentence) => hitsOf(sentence, concept).length > 0);
}
