import type { EventStage } from "../../model/event.ts";
import type { Scene, Setting } from "../claim.ts";
import type { EventRule } from "./event-words.ts";
import { dayOf, gapOf, isNear, nothing, topicOf } from "./event-words.ts";
import type { Hit } from "../text/entries.ts";
import { isAsked } from "./strike-news.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const adoptsWords = anyOf("adopts");
const byOrIn = anyOf("by", "in");
const liftsWords = anyOf("lifts");
const longAgoOrCondition = anyOf("longAgo", "condition");
const partyOrMetonymOrSpeaker = anyOf("party", "metonym", "speaker");
const proposedWords = anyOf("proposed");

/** Sanctions that are proposed, adopted or lifted. */
export const sanctions: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "sanctions");
  if (topic === null) return nothing;
  const { freeOrder } = scene.document.language;
  if (!freeOrder && isThreatened(scene, setting, topic))
    return [{ kind: "sanctions", stage: "proposed", date: dayOf(setting, setting.sentence.isTitle) }];
  if (hasAny(setting.sentence, longAgoOrCondition)) return nothing;
  if (!freeOrder && isExpected(setting, topic)) return nothing;
  if (isOpen(setting, freeOrder ? topic : null)) return nothing;
  if (!freeOrder && (isAsked(scene, setting) || isAnswered(setting, topic))) return nothing;
  // "Called for more sanctions and put into effect a decision to impose sanctions on 200": each word tells its own.
  const named = freeOrder ? [topic] : setting.sentence.hits.of.sanctions;
  const stages = new Set(named.map((word) => stageOf(scene, setting, word)));
  const date = dayOf(setting, setting.sentence.isTitle);
  return [...stages].filter((stage) => stage !== null).map((stage) => ({ kind: "sanctions", stage, date }));
};

/** What is told of sanctions by the words around one word for them; null: nothing. */
function stageOf(scene: Scene, setting: Setting, topic: Hit): EventStage | null {
  if (!scene.document.language.freeOrder && isVerb(setting, topic)) return "adopted";
  if (isNear(setting, topic, proposedWords, 7)) return "proposed";
  if (isNear(setting, topic, adoptsWords, 7) && !isImposedBefore(setting, topic)) return "adopted";
  return isNear(setting, topic, liftsWords, 5) ? "lifted" : null;
}

const threatReach = 6;
const voicedReach = 8;

/** "Threatened Russia with new sanctions", "said they would tighten sanctions if …": by those who have the power to. */
function isThreatened({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  if (document.tokens[sentence.to - 1]?.norm === "?") return false;
  const { threatens, withTool, outOf, says, adopts, planned } = sentence.hits.of;
  const isJoined = (from: number): boolean =>
    [...withTool, ...outOf].some((cue) => cue.from >= from && cue.to <= topic.from);
  if (
    threatens.some(
      (verb) => verb.to <= topic.from && topic.from - verb.to <= threatReach && isJoined(verb.to),
    )
  )
    return true;
  return adopts.some(
    (verb) =>
      verb.to <= topic.from &&
      topic.from - verb.to <= threatReach &&
      planned.some(
        (will) =>
          will.to === verb.from &&
          says.some((told) => told.to <= will.from && will.from - told.to <= voicedReach),
      ),
  );
}

const expectedReach = 14;

/** "Are expected to promise arms and impose more sanctions": no day is told, and nothing is done. */
function isExpected({ sentence }: Setting, topic: Hit): boolean {
  return sentence.hits.of.awaited.some((hit) => hit.to <= topic.from && topic.from - hit.to <= expectedReach);
}

const openReach = 5;

/** A word of what may be; "sanctions against" is none. `topic`: the word that it must stand beside ("за поставки деталей для дронов"); null: anywhere. */
function isOpen({ sentence }: Setting, topic: Hit | null): boolean {
  const { possible, against } = sentence.hits.of;
  return possible.some(
    (hit) =>
      !against.some((cue) => cue.from === hit.from) && (topic === null || gapOf(hit, topic) <= openReach),
  );
}

const answerReach = 3;

/** "A plan to fight back against sanctions", "the bite of sanctions": those that are known. */
function isAnswered({ sentence }: Setting, topic: Hit): boolean {
  return sentence.hits.of.noTopic.some((hit) => hit.to <= topic.from && topic.from - hit.to <= answerReach);
}

/** "The UK sanctions Iranian generals": who does it right before the word, whom right after it. */
function isVerb({ sentence }: Setting, topic: Hit): boolean {
  const named = hitsOfAny(sentence, partyOrMetonymOrSpeaker);
  return named.some((hit) => hit.to === topic.from) && named.some((hit) => hit.from === topic.to);
}

/** "The price cap imposed by the G7": a participle right after the noun only describes it. */
function isImposedBefore(setting: Setting, topic: Hit): boolean {
  const words = setting.sentence.hits.of.adopts.filter((hit) => gapOf(hit, topic) <= sanctionsReach);
  return (
    !setting.sentence.isTitle &&
    words.every(
      (hit) =>
        hit.from === topic.to && hitsOfAny(setting.sentence, byOrIn).some((cue) => cue.from === hit.to),
    )
  );
}

const sanctionsReach = 7;
