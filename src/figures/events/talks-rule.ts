import type { Concept } from "../../languages/concepts.ts";
import { isTelling } from "../dates/date-mention.ts";
import type { EventStage } from "../../model/event.ts";
import type { Scene, Setting } from "../claim.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import { dayOf, gapOf, isHeld, isLongAgo, isNear, nothing, topicOf } from "./event-words.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { speakerById } from "../../reference/speakers.ts";
import { isAsked } from "./strike-news.ts";
import { isKnownHeld, sidesNamed } from "./talks-outcome.ts";
import type { AnyOf } from "../text/sentence-hits.ts";
import { anyOf, hasAny, hitsOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isPartyName } from "../text/party-names.ts";

const agreedWords = anyOf("agreed");
const cancelledWords = anyOf("cancelled");
const failedWords = anyOf("failed");
const negationOrPossible = anyOf("negation", "possible");
const negationWords = anyOf("negation");
const negotiationOrCall = anyOf("negotiation", "call");
const plannedWords = anyOf("planned");
const proposedWords = anyOf("proposed");

/** Talks between parties, or about them: offered, set for a day, held, failed, called off. */
export const talks: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "talks") ?? topicOf(setting, "call") ?? hostingIn(scene, setting);
  if (topic === null || isLongAgo(setting) || isOfCouncil(setting, topic)) return nothing;
  if (isPurpose(scene, setting, topic)) return nothing;
  if (isOfOtherAffairs(setting, topic) || isAsked(scene, setting) || isCourtesy(scene, setting, topic))
    return nothing;
  const ahead = scene.document.language.freeOrder ? null : dayAhead(scene, setting, topic);
  const day = ahead ?? dayOf(setting, false);
  const found = (stage: EventStage): FoundEvent[] => [{ kind: "talks", stage, date: day }];
  if (isAfter(setting, topic, cancelledWords, 16)) return found("cancelled");
  if (isNear(setting, topic, failedWords, 12)) return found("failed");
  const today = scene.today?.toString() ?? null;
  // "Hosting advisers this weekend", told on its Saturday, is under way.
  const isUnderWay =
    day !== null &&
    today !== null &&
    day.slice(0, today.length) <= today &&
    !isNear(setting, topic, plannedWords, plannedReach);
  if (day !== null && today !== null && day > today && !isUnderWay)
    return isOffered(scene, setting, topic)
      ? found("proposed")
      : [...found("scheduled"), ...(isOfferedBesides(scene, setting, topic) ? [offered] : [])];
  if (day !== null && day === today && isLaterToday(scene, setting, topic)) return found("scheduled");
  // "Allies to meet in Paris": a title that announces a meeting needs no day.
  if (
    day === null &&
    setting.sentence.isTitle &&
    isToMeet(setting, topic) &&
    // "Repeats its offer to host talks".
    !isReadyTo(setting, topic) &&
    !scene.document.language.freeOrder
  )
    return found("scheduled");
  const isOfFoes =
    setting.sentence.hits.has.negotiation ||
    sidesNamed(setting, scene) > 1 ||
    isOfThem(scene, setting, topic);
  if (!isOfFoes) return nothing;
  // What was agreed at a meeting of a day gone by shows that it was held.
  const isOver = day !== null && today !== null && day <= today;
  const isUnagreed =
    !scene.document.language.freeOrder && isNear(setting, topic, negationWords, unagreedReach);
  if (isOver && isNear(setting, topic, agreedWords) && !isUnagreed) return found("held");
  if (isKnownHeld(scene, setting, topic)) return found("held");
  const isProposed = isProposedBefore(setting, topic, scene) && !isNear(setting, topic, negationWords, 4);
  const isOfPeace =
    setting.sentence.hits.has.negotiation ||
    scene.profile.foes.every((foe) => setting.sentence.hits.some((hit) => hit.id === foe));
  if (isProposed && isOfPeace) return setting.sentence.hits.has.condition ? nothing : found("proposed");
  const isOpen =
    isNear(setting, topic, negationOrPossible, openReach) ||
    setting.sentence.hits.of.planned.some(
      (hit) =>
        gapOf(hit, topic) <= openReach &&
        // "Met in Riyadh to discuss Ukraine": what for.
        (scene.document.language.freeOrder || hit.from < topic.from || hit.to - hit.from === 1),
    );
  // "Замміністра зустрівся з послом": a courtesy, unless it is called talks.
  if (setting.sentence.hits.has.envoy && !setting.sentence.hits.has.negotiation) return nothing;
  const isOfTwo = day !== null || sidesNamed(setting, scene) > 1 || setting.sentence.hits.has.negotiators;
  const isPaired = isOfThem(scene, setting, topic) || !lacksPartner(setting, topic, scene);
  if (!isOpen && isHeld(setting, topic) && isOfTwo && isPaired) return found("held");
  return nothing;
};

/** "Позиції для переговорів", «условия для переговоров»: what something else is for, in Ukrainian and Russian. */
function isPurpose({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return document.language.freeOrder && sentence.hits.of.possible.some((hit) => hit.to === topic.from);
}

const hostReach = 3;

/** "Hosted the leaders of both neighbours": who brings two together. Null: nobody does. */
function hostingIn({ document }: Scene, { sentence }: Setting): Hit | null {
  if (document.language.freeOrder) return null;
  const { hosts, negotiators } = sentence.hits.of;
  return (
    hosts.find((host) =>
      negotiators.some((guest) => guest.from >= host.to && guest.from - host.to <= hostReach),
    ) ?? null
  );
}

/** "Signed on Saturday a text under which talks are to begin no later than 8 August": a day ahead that is told after the talks. Null: none is. */
function dayAhead({ today }: Scene, { sentence, dates }: Setting, topic: Hit): string | null {
  if (today === null) return null;
  const date = dates.find((one) => one.kind === "day" && one.from >= topic.to && !isTelling(sentence, one));
  return date?.value != null && date.value > today.toString() ? date.value : null;
}

/** "The two sides met", "the leaders met for three hours": those of whom the report tells, right before the verb. */
function isOfThem({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return !document.language.freeOrder && sentence.hits.of.negotiators.some((hit) => hit.to === topic.from);
}

/** "Will meet", "to meet": the word for what is to come right before the verb, or in it. */
function isToMeet(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.of.planned.some(
    (hit) =>
      (hit.to <= topic.from && topic.from - hit.to <= 1) || (hit.from < topic.from && hit.to >= topic.to),
  );
}

const offered: FoundEvent = { kind: "talks", stage: "proposed", date: null };

/** "Призвали к переговорам; встреча намечена на субботу": an offer, and another meeting that is set. */
function isOfferedBesides(scene: Scene, setting: Setting, topic: Hit): boolean {
  return (
    scene.document.language.freeOrder &&
    setting.sentence.hits.of.negotiation.some((hit) => hit.from === topic.from) &&
    isProposedBefore(setting, topic, scene)
  );
}

/** "Предложил провести следующую встречу 20 июня": a day that is offered is not set. */
function isOffered(scene: Scene, setting: Setting, topic: Hit): boolean {
  const { document } = scene;
  if (!isProposedBefore(setting, topic, scene)) return false;
  // "To meet in Paris on Monday": set, whatever else is proposed.
  if (!document.language.freeOrder)
    return setting.sentence.hits.has.talks && (!isToMeet(setting, topic) || isReadyTo(setting, topic));
  const day = setting.dates.find((date) => date.from >= topic.to);
  // "Призвали к переговорам; встреча намечена на субботу": of another clause.
  for (let at = topic.to; at < (day?.from ?? 0); at++) if (document.tokens[at]?.norm === ";") return false;
  return true;
}

const openReach = 3;
const affairsReach = 8;

/** "Talks on a nuclear treaty", "negotiations on a price cap": of no war. */
function isOfOtherAffairs({ sentence }: Setting, topic: Hit): boolean {
  return sentence.hits.of.otherAffairs.some((hit) => gapOf(hit, topic) <= affairsReach);
}

const metReach = 2;
const met = anyOf("women", "men", "children", "civilians", "military", "medics", "journalists");

/** "Meets wounded soldiers", "met mothers": no talks. */
function isCourtesy({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  if (document.language.freeOrder || !sentence.hits.of.convenes.some((hit) => hit.from === topic.from))
    return false;
  return (
    hitsOfAny(sentence, met).some((hit) => hit.from >= topic.to && hit.from - topic.to <= metReach) ||
    isFulfilled(sentence, topic) ||
    sentence.hits.of.noTopic.some((hit) => hit.from >= topic.to && hit.from - topic.to <= 1)
  );
}

const fulfilledReach = 6;

/** "To meet Ukraine's urgent air defence requirements": what is met is no one. */
function isFulfilled({ hits }: Sentence, topic: Hit): boolean {
  return hits.of.isMet.some(
    (noun) =>
      noun.from >= topic.to &&
      noun.from - topic.to <= fulfilledReach &&
      ![...hits.of.toward, ...hits.of.in, ...hits.of.withTool].some(
        (cue) => cue.from >= topic.to && cue.to <= noun.from,
      ),
  );
}

const readyReach = 7;

/** "Ready to meet", "proposed to meet": the offer right before the verb. */
function isReadyTo({ sentence }: Setting, topic: Hit): boolean {
  return sentence.hits.of.proposed.some(
    (hit) =>
      hit.to <= topic.from &&
      topic.from - hit.to <= readyReach &&
      !sentence.hits.of.planned.some((set) => set.from === hit.from),
  );
}

/** "The Security Council is to meet": a body of its own, no talks. */
function isOfCouncil(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.of.noTopic.some(
    (hit) =>
      (hit.to <= topic.from && topic.from - hit.to <= plannedReach) ||
      // "Was met with scorn".
      (hit.from <= topic.from && hit.to >= topic.to),
  );
}

const plannedReach = 4;
/** "The place of the next round of talks had not been agreed". */
const unagreedReach = 3;
const laterReach = 6;

/** "Talks are to begin on Monday", told on Monday. */
function isLaterToday(scene: Scene, setting: Setting, topic: Hit): boolean {
  const today = scene.today?.toString() ?? null;
  if (isToMeet(setting, topic))
    return setting.dates.some(
      (date) => date.value === today && date.from >= topic.to && !isTelling(setting.sentence, date),
    );
  if (isNear(setting, topic, negationWords, laterReach)) return false;
  if (isDueFor(scene, setting, topic)) return true;
  return setting.dates.some(
    (date) =>
      date.value === today &&
      date.from >= topic.to &&
      date.from - topic.to <= laterReach &&
      // "In a call on Tuesday he agreed": what stands after the day is another clause.
      setting.sentence.hits.of.planned.some(
        (hit) =>
          gapOf(hit, topic) <= plannedReach && (scene.document.language.freeOrder || hit.from < date.from),
      ),
  );
}

/** "Due in Florida on Sunday for talks", told on that Sunday. English. */
function isDueFor({ document, today }: Scene, { sentence, dates }: Setting, topic: Hit): boolean {
  if (document.language.freeOrder || today === null) return false;
  return dates.some(
    (date) =>
      date.value === today.toString() &&
      date.to <= topic.from &&
      topic.from - date.to <= 1 &&
      sentence.hits.of.planned.some((hit) => hit.to <= date.from && date.from - hit.to <= plannedReach),
  );
}

const proposedReach = 5;
/** In English the verb stands first: "urges Russia and Ukraine to return to the negotiating table". */
const urgedReach = 7;

/** Where the order of words tells, what is proposed follows the verb: "talks on a plan" propose nothing. */
function isProposedBefore(setting: Setting, topic: Hit, scene: Scene): boolean {
  if (scene.document.language.freeOrder) return isNear(setting, topic, proposedWords, proposedReach);
  return setting.sentence.hits.of.proposed.some(
    (hit) =>
      hit.to <= topic.from &&
      topic.from - hit.to <= (hasAt(setting, "possible", hit) ? proposedReach : urgedReach),
  );
}

function hasAt({ sentence }: Setting, concept: Concept, at: Hit): boolean {
  return hitsOf(sentence, concept).some((hit) => hit.from === at.from);
}

const subjectReach = 12;
const partnerReach = 6;

/** "Spoke with oil companies": a verb of meeting tells of talks only with two sides beside it. */
function lacksPartner(setting: Setting, topic: Hit, scene: Scene): boolean {
  const { hits } = setting.sentence;
  const isVerb = setting.sentence.hits.of.convenes.some((hit) => hit.from === topic.from);
  if (!isVerb || scene.document.language.freeOrder || hasAny(setting.sentence, negotiationOrCall))
    return false;
  const sides = new Set<string>();
  for (const hit of hits) {
    if (hit.from < topic.from - subjectReach || hit.from > topic.to + partnerReach) continue;
    if (isPartyName(hit)) sides.add(hit.id);
    const side = hit.family === "speaker" ? (speakerById(hit.id)?.side ?? null) : null;
    if (side !== null) sides.add(side);
  }
  return sides.size < 2;
}

/** Whether a word of `stage` follows the topic's within reach, or stands near before it. */
function isAfter(setting: Setting, topic: Hit, stage: AnyOf, reach: number): boolean {
  return (
    isNear(setting, topic, stage, 6) ||
    hitsOfAny(setting.sentence, stage).some((hit) => hit.from >= topic.to && hit.from - topic.to <= reach)
  );
}
