import type { Concept } from "../languages/concepts.ts";
import type { EventKind, EventStage } from "../model/event.ts";
import type { Claim, Scene, Setting } from "./claim.ts";
import { placeByCode } from "../reference/places.ts";
import { speakerById } from "./speakers.ts";
import { findConcept, hasConcept } from "./document.ts";
import type { Hit } from "./lexer.ts";
import { isFromAir, tellsStrike } from "./strike-rule.ts";

/** One sentence, with the figures it gave. */
export interface EventQuestion {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly claims: readonly Claim[];
}

/** An event that a rule finds in a sentence. */
export interface FoundEvent {
  readonly kind: EventKind;
  readonly stage: EventStage;
  readonly date: string | null;
}

type EventRule = (question: EventQuestion) => readonly FoundEvent[];

const nothing: readonly FoundEvent[] = [];
const near = 8;

/** Whether a word of `stage` stands within reach of the topic's word. */
function isNear(setting: Setting, topic: Hit, stage: readonly Concept[], reach = near): boolean {
  return setting.sentence.hits.some(
    (hit) =>
      (stage as readonly string[]).includes(hit.id) &&
      Math.min(Math.abs(hit.from - topic.to), Math.abs(topic.from - hit.to)) <= reach,
  );
}

function topicOf(setting: Setting, concept: Concept): Hit | null {
  const topic = findConcept(setting.sentence, [concept]);
  return topic !== null &&
    setting.sentence.hits.some(
      (hit) => hit.id === "condition" && hit.to <= topic.from && topic.from - hit.to <= 4,
    )
    ? null
    : topic;
}

/** The day or the month that the sentence states, else the day carried from before. */
function dayOf(setting: Setting, carries = true): string | null {
  const stated =
    setting.dates.find((date) => date.kind === "day" || date.kind === "window" || date.kind === "night") ??
    setting.dates.find((date) => date.kind === "month" || date.kind === "year");
  return stated?.value ?? (carries ? setting.carriedDay : null);
}

const strike: EventRule = ({ scene, setting, claims }) => {
  const told =
    claims.find((claim) => claim.scope === "event" && isFromAir(claim)) ??
    claims.find((claim) => claim.scope === "running" && isFromAir(claim));
  if (told !== undefined) return [{ kind: "strike", stage: "done", date: told.date }];
  return tellsStrike(scene, setting) ? [{ kind: "strike", stage: "done", date: dayOf(setting) }] : nothing;
};

const exchange: EventRule = ({ setting, claims, scene }) => {
  const back = claims.filter((claim) =>
    /^(?:prisoners|hostages)\.released|^bodies\.returned/.test(claim.measure),
  );
  const found = (stage: EventStage, date: string | null): FoundEvent => ({ kind: "exchange", stage, date });
  const done = back.filter((claim) => claim.scope === "event");
  if (done.length > 0)
    return [...new Set(done.map((claim) => claim.date))].map((date) => found("done", date));
  const topic = topicOf(setting, "exchangeTalk");
  if (topic === null || hasConcept(setting.sentence, "longAgo")) return nothing;
  if (isNear(setting, topic, ["cancelled"], 6)) return [found("cancelled", dayOf(setting))];
  if (isNear(setting, topic, ["delayed"], 6)) return [found("delayed", dayOf(setting))];
  const planned = back.filter((claim) => claim.scope === "planned");
  const isAgreed = isNear(setting, topic, ["agreed"], exchangeReach);
  if (isAgreed && (planned.length > 0 || isNear(setting, topic, ["agreed"], 4)))
    return [found("agreed", dayOf(setting, false))];
  const ahead = planned.find((claim) => claim.date !== null);
  if (ahead !== undefined) return [found("announced", ahead.date)];
  if (!scene.isExchange || back.length > 0 || setting.sentence.index >= 3) return nothing;
  const acts = setting.sentence.hits.some((hit) => hit.id === "swap" || hit.id === "release");
  const isOpen = hasConcept(setting.sentence, "planned", "proposed", "condition", "negation", "possible");
  return acts && !isOpen ? [found("done", dayOf(setting))] : nothing;
};

const exchangeReach = 12;

const ceasefire: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "ceasefire");
  const found = (stage: EventStage, date = dayOf(setting, false)): FoundEvent[] => [
    { kind: "ceasefire", stage, date },
  ];
  if (topic === null)
    return hasConcept(setting.sentence, "violates") &&
      hasConcept(setting.sentence, "both") &&
      isAbout(scene, "ceasefire")
      ? found("violated", dayOf(setting))
      : nothing;
  if (setting.sentence.hits.some((hit) => hit.id === "talks" && hit.from === topic.to)) return nothing;
  if (hasConcept(setting.sentence, "longAgo")) return nothing;
  if (isNear(setting, topic, ["refused"], 7)) return found("rejected");
  if (isNear(setting, topic, ["violates"], 10)) return found("violated", dayOf(setting));
  const isAgreed =
    isNear(setting, topic, ["agreesTo"], ceasefireReach) && !isMerelyPossible(setting, topic);
  const isProposed = isNear(setting, topic, ["proposed"], ceasefireReach);
  if (isAgreed && (!isProposed || comesFirst(setting, "agreesTo", "proposed"))) return found("agreed");
  if (isProposed) return found("proposed");
  if (isNear(setting, topic, ["planned", "possible"], 4)) return nothing;
  if (isNear(setting, topic, ["collapses"], 5)) return found("ended");
  if (isNear(setting, topic, ["resumed"], 5)) return found("started");
  return nothing;
};

const ceasefireReach = 9;

/** "Accepted a proposal" is agreed, "proposed what was agreed" is not. */
function comesFirst(setting: Setting, one: Concept, other: Concept): boolean {
  return setting.sentence.hits.find((hit) => hit.id === one || hit.id === other)?.id === one;
}

/** Whether title or opening hold a word of the concept. */
function isAbout(scene: Scene, concept: Concept): boolean {
  return scene.document.sentences.slice(0, 4).some((sentence) => hasConcept(sentence, concept));
}

const talks: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "talks") ?? topicOf(setting, "call");
  if (topic === null || hasConcept(setting.sentence, "longAgo")) return nothing;
  const day = dayOf(setting, false);
  const found = (stage: EventStage): FoundEvent[] => [{ kind: "talks", stage, date: day }];
  if (isAfter(setting, topic, ["cancelled"], 16)) return found("cancelled");
  if (isNear(setting, topic, ["failed"], 12)) return found("failed");
  const today = scene.today?.toString() ?? null;
  if (day !== null && today !== null && day > today) return found("scheduled");
  const isOfFoes = hasConcept(setting.sentence, "negotiation") || sidesNamed(setting, scene) > 1;
  if (!isOfFoes) return nothing;
  const isProposed = isNear(setting, topic, ["proposed"], 5) && !isNear(setting, topic, ["negation"], 4);
  const isOfPeace =
    hasConcept(setting.sentence, "negotiation") ||
    scene.profile.foes.every((foe) => setting.sentence.hits.some((hit) => hit.id === foe));
  if (isProposed && isOfPeace && !hasConcept(setting.sentence, "condition")) return found("proposed");
  const isOpen = isNear(setting, topic, ["planned", "negation", "possible"], 3);
  if (!isOpen && isHeld(setting, topic) && (day !== null || sidesNamed(setting, scene) > 1))
    return found("held");
  return nothing;
};

/** How many parties stand in the sentence, by name or by who speaks for them; at least one of them fights. */
function sidesNamed(setting: Setting, scene: Scene): number {
  const sides = new Set<string>();
  for (const hit of setting.sentence.hits) {
    if (hit.family === "party" || hit.family === "metonym") sides.add(hit.id);
    const side = hit.family === "speaker" ? (speakerById(hit.id)?.side ?? null) : null;
    if (side !== null) sides.add(side);
  }
  return scene.profile.foes.some((foe) => sides.has(foe)) ? sides.size : 0;
}

/** Whether the talks took place: a verb that says so is the word itself, or stands near. */
function isHeld(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "convenes" &&
      ((hit.from < topic.to && topic.from < hit.to) ||
        Math.min(Math.abs(hit.from - topic.to), Math.abs(topic.from - hit.to)) <= near),
  );
}

/** Whether a word of `stage` follows the topic's within reach, or stands near before it. */
function isAfter(setting: Setting, topic: Hit, stage: readonly Concept[], reach: number): boolean {
  return (
    isNear(setting, topic, stage, 6) ||
    setting.sentence.hits.some(
      (hit) =>
        (stage as readonly string[]).includes(hit.id) && hit.from >= topic.to && hit.from - topic.to <= reach,
    )
  );
}

const sanctions: EventRule = ({ setting }) => {
  const topic = topicOf(setting, "sanctions");
  if (topic === null || hasConcept(setting.sentence, "longAgo", "condition", "possible")) return nothing;
  if (isNear(setting, topic, ["proposed"], 7))
    return [{ kind: "sanctions", stage: "proposed", date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["adopts"], 7))
    return [{ kind: "sanctions", stage: "adopted", date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["lifts"], 5))
    return [{ kind: "sanctions", stage: "lifted", date: dayOf(setting, false) }];
  return nothing;
};

const capture: EventRule = ({ setting, claims, scene }) => {
  const taken = claims.find(
    (claim) => claim.measure === "settlements.captured" || claim.measure === "area.captured",
  );
  const topic = topicOf(setting, "capture");
  if (taken === undefined) {
    if (topic === null || !hasLandNear(setting, topic, scene) || !hasTaker(setting, topic, scene)) return nothing;
    if (hasConcept(setting.sentence, "longAgo", "exercise")) return nothing;
    if (isNear(setting, topic, ["planned", "possible", "proposed", "condition", "negation"], 3))
      return nothing;
  }
  const date = taken?.scope === "event" ? taken.date : dayOf(setting, false);
  const anchor = topic ?? taken?.deed.act ?? null;
  const isDenied =
    anchor === null ? hasConcept(setting.sentence, "denial") : isNear(setting, anchor, ["denial"], 6);
  if (isDenied) return [{ kind: "capture", stage: "denied", date }];
  return [{ kind: "capture", stage: "claimed", date }];
};

const landReach = 4;
const takerReach = 7;

/** Who took it stands before the verb, where the order of words tells; "captured in" is said of people. */
function hasTaker(setting: Setting, topic: Hit, scene: Scene): boolean {
  const { hits } = setting.sentence;
  if (scene.document.language.freeOrder) return true;
  if (hits.some((hit) => hit.id === "in" && hit.from === topic.to)) return false;
  return hits.some(
    (hit) =>
      (hit.family === "party" ||
        hit.family === "metonym" ||
        hit.family === "speaker" ||
        hit.id === "army" ||
        hit.id === "militants" ||
        hit.id === "pronoun" ||
        hit.id === "settlement") &&
      hit.to <= topic.from &&
      topic.from - hit.to <= takerReach,
  );
}

/** Whether a town, a region or a word for one is what was taken: near, and no country nor people. */
function hasLandNear(setting: Setting, topic: Hit, scene: Scene): boolean {
  const { hits } = setting.sentence;
  const isParted = (from: number): boolean =>
    hits.some(
      (hit) =>
        (hit.id === "in" || hit.id === "toward" || hit.id === "from" || hit.id === "and") &&
        hit.from >= topic.to &&
        hit.to <= from &&
        !scene.document.language.freeOrder,
    );
  const isClose = (from: number, to: number): boolean =>
    from < topic.to
      ? to > topic.from || topic.from - to <= 3
      : from - topic.to <= landReach && !isParted(from);
  const isPerson = hits.some(
    (hit) =>
      hit.family === "speaker" &&
      (hit.from >= topic.to ? hit.from - topic.to <= 2 : topic.from - hit.to <= 2) &&
      !hits.some((other) => other.id === "settlement" && isClose(other.from, other.to)),
  );
  if (isPerson) return false;
  return (
    setting.places.some(
      (place) => isClose(place.from, place.to) && placeByCode(place.code)?.kind !== "country",
    ) || setting.sentence.hits.some((hit) => hit.id === "settlement" && isClose(hit.from, hit.to))
  );
}

const evacuation: EventRule = ({ setting, claims }) => {
  const told = claims.find((claim) => claim.measure === "evacuated");
  if (told !== undefined)
    return told.scope === "planned" ? nothing : [{ kind: "evacuation", stage: "done", date: told.date }];
  const topic = topicOf(setting, "evacuation");
  if (topic === null || hasConcept(setting.sentence, "longAgo")) return nothing;
  if (isNear(setting, topic, ["orders"], 6))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  const isOpen = isNear(setting, topic, ["planned", "negation", "possible", "proposed"], 4);
  const isUnderWay = setting.sentence.hits.some(
    (hit) => hit.id === "convenes" && hit.from >= topic.to && hit.from - topic.to <= near,
  );
  return isUnderWay && !isOpen ? [{ kind: "evacuation", stage: "done", date: dayOf(setting) }] : nothing;
};

const giveReach = 6;

/** A package of aid that is given or announced, or arms that are sent. */
const aid: EventRule = ({ setting, scene }) => {
  const aided = topicOf(setting, "aidPackage");
  const arms = topicOf(setting, "aid");
  const isGiven = aided !== null && isNear(setting, aided, ["give", "sends"], giveReach);
  const topic = isGiven ? aided : arms;
  if (topic === null || (!isGiven && !isSent(setting, topic, scene))) return nothing;
  if (hasConcept(setting.sentence, "kill", "attack", "down", "longAgo", "condition")) return nothing;
  if (isNear(setting, topic, ["negation", "withholds"], giveReach) || isMerelyPossible(setting, topic))
    return nothing;
  if (!namesParty(setting, scene)) return nothing;
  const isDelivered =
    isNear(setting, topic, ["delivers", "arrives"], giveReach) && !hasConcept(setting.sentence, "planned");
  return [{ kind: "aid", stage: isDelivered ? "delivered" : "announced", date: dayOf(setting, false) }];
};

/** Where the order of words tells, the verb stands before the arms: "weapons sent by" are alluded to. */
function isSent(setting: Setting, arms: Hit, scene: Scene): boolean {
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "sends" &&
      ((hit.to <= arms.from && arms.from - hit.to <= giveReach) ||
        (scene.document.language.freeOrder && hit.from >= arms.to && hit.from - arms.to <= giveReach)),
  ) || setting.sentence.hits.some((hit) => hit.id === "arrives" && hit.from >= arms.to && hit.from - arms.to <= giveReach);
}

/** Whether a word of what may be stands right before. */
function isMerelyPossible(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.some(
    (hit) => hit.id === "possible" && hit.to <= topic.from && topic.from - hit.to <= 3,
  );
}

/** Aid has a giver or a taker: a party, or the outlet that speaks for one. */
function namesParty(setting: Setting, scene: Scene): boolean {
  return (
    (setting.speaker?.side ?? scene.document.report.source.side) !== null ||
    setting.sentence.hits.some((hit) => hit.family === "party" || hit.family === "metonym")
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
