import type { Concept } from "../languages/concepts.ts";
import type { EventKind, EventStage } from "../model/event.ts";
import type { Claim, Scene, Setting } from "./claim.ts";
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

/** The day that the sentence states, else the day carried from before. */
function dayOf(setting: Setting, carries = true): string | null {
  const stated =
    setting.dates.find((date) => date.kind === "day" || date.kind === "window" || date.kind === "night")
      ?.value ?? null;
  return stated ?? (carries ? setting.carriedDay : null);
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
  const done = back.filter((claim) => claim.scope === "event");
  if (done.length > 0)
    return [...new Set(done.map((claim) => claim.date))].map((date) => ({
      kind: "exchange",
      stage: "done",
      date,
    }));
  const topic = topicOf(setting, "exchangeTalk");
  if (topic === null) return nothing;
  if (isNear(setting, topic, ["cancelled"], 5))
    return [{ kind: "exchange", stage: "cancelled", date: dayOf(setting) }];
  if (isNear(setting, topic, ["delayed"], 5))
    return [{ kind: "exchange", stage: "delayed", date: dayOf(setting) }];
  if (isNear(setting, topic, ["agreed"], 12) && back.some((claim) => claim.scope === "planned"))
    return [{ kind: "exchange", stage: "agreed", date: dayOf(setting, false) }];
  const acts = setting.sentence.hits.some((hit) => hit.id === "swap" || hit.id === "release");
  if (
    acts &&
    scene.isExchange &&
    !hasConcept(setting.sentence, "planned") &&
    back.length === 0 &&
    setting.sentence.index < 3
  )
    return [{ kind: "exchange", stage: "done", date: dayOf(setting) }];
  return nothing;
};

const ceasefire: EventRule = ({ setting }) => {
  const topic = topicOf(setting, "ceasefire");
  if (topic === null) return nothing;
  const found = (stage: EventStage, date = dayOf(setting, false)): FoundEvent[] => [
    { kind: "ceasefire", stage, date },
  ];
  if (setting.sentence.hits.some((hit) => hit.id === "talks" && hit.from === topic.to)) return nothing;
  if (isNear(setting, topic, ["refused"], 6)) return found("rejected");
  if (hasConcept(setting.sentence, "violates")) return found("violated", dayOf(setting));
  if (isNear(setting, topic, ["proposed"], 6)) return found("proposed");
  if (isNear(setting, topic, ["agreed"], 6)) return found("agreed");
  if (isNear(setting, topic, ["resumed"], 5)) return found("started");
  return nothing;
};

const talks: EventRule = ({ setting, scene }) => {
  const topic = topicOf(setting, "talks") ?? topicOf(setting, "call");
  if (topic === null) return nothing;
  const found = (stage: EventStage): FoundEvent[] => [{ kind: "talks", stage, date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["cancelled"], 6)) return found("cancelled");
  if (isNear(setting, topic, ["failed"], 5)) return found("failed");
  const day = dayOf(setting, false);
  const today = scene.today?.toString() ?? null;
  if (day !== null && today !== null && day > today) return found("scheduled");
  if (isNear(setting, topic, ["proposed"], 4)) return found("proposed");
  if (day !== null) return found("held");
  return nothing;
};

const sanctions: EventRule = ({ setting }) => {
  const topic = topicOf(setting, "sanctions");
  if (topic === null) return nothing;
  if (isNear(setting, topic, ["proposed"], 7))
    return [{ kind: "sanctions", stage: "proposed", date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["adopts"], 7))
    return [{ kind: "sanctions", stage: "adopted", date: dayOf(setting, false) }];
  if (isNear(setting, topic, ["lifts"], 5))
    return [{ kind: "sanctions", stage: "lifted", date: dayOf(setting, false) }];
  return nothing;
};

const capture: EventRule = ({ setting, claims }) => {
  const taken = claims.find(
    (claim) => claim.measure === "settlements.captured" || claim.measure === "area.captured",
  );
  const topic = topicOf(setting, "capture");
  const place = findConcept(setting.sentence, ["settlement"]);
  if (taken === undefined && (topic === null || (place === null && !hasTownAfter(setting, topic))))
    return nothing;
  const date = taken?.scope === "event" ? taken.date : dayOf(setting, false);
  if (hasConcept(setting.sentence, "denial")) return [{ kind: "capture", stage: "denied", date }];
  return [{ kind: "capture", stage: "claimed", date }];
};

function hasTownAfter(setting: Setting, topic: Hit): boolean {
  return setting.places.some((place) => place.from >= topic.to && place.from - topic.to <= 5);
}

const evacuation: EventRule = ({ setting, claims }) => {
  const told = claims.find((claim) => claim.measure === "evacuated");
  if (told !== undefined)
    return told.scope === "planned" ? nothing : [{ kind: "evacuation", stage: "done", date: told.date }];
  const topic = topicOf(setting, "evacuation");
  if (topic === null) return nothing;
  if (isNear(setting, topic, ["orders"], 6))
    return [{ kind: "evacuation", stage: "ordered", date: dayOf(setting) }];
  return nothing;
};

const aid: EventRule = ({ setting }) => {
  const topic = topicOf(setting, "aid");
  if (topic === null || !isNear(setting, topic, ["give"], 6)) return nothing;
  if (hasConcept(setting.sentence, "kill", "attack", "down")) return nothing;
  const isDelivered = isNear(setting, topic, ["delivers"], 6) && !hasConcept(setting.sentence, "planned");
  return [{ kind: "aid", stage: isDelivered ? "delivered" : "announced", date: dayOf(setting, false) }];
};

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
