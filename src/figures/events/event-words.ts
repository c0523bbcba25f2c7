import type { Concept } from "../../languages/concepts.ts";
import type { EventKind, EventStage } from "../../model/event.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import type { AnyOf } from "../text/sentence-hits.ts";
import { hitsOf, hitsOfAny } from "../text/sentence-hits.ts";

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
  /** True: an attack of which the text leaves open whether it came from the air or by artillery. Absent: false. */
  readonly isOpen?: true;
  /** True: what is agreed on to begin, and has not. Absent: false. */
  readonly isPromised?: true;
}

/** What a sentence tells of one kind of event; empty: nothing of it. */
export type EventRule = (question: EventQuestion) => readonly FoundEvent[];

/** What a rule answers to a sentence without its event. */
export const nothing: readonly FoundEvent[] = [];
/** How many tokens at most stand between words that belong together. */
export const near = 8;

/** Whether a word of `stage` stands within reach of the topic's word. */
export function isNear(setting: Setting, topic: Hit, stage: AnyOf, reach = near): boolean {
  return hitsOfAny(setting.sentence, stage).some((hit) => gapOf(hit, topic) <= reach);
}

/** How many tokens stand between two hits. */
export function gapOf(a: Hit, b: Hit): number {
  return Math.min(Math.abs(a.from - b.to), Math.abs(b.from - a.to));
}

/** The first word of a topic; null: there is none, or it stands under a condition ("if talks fail"). */
export function topicOf(setting: Setting, concept: Concept): Hit | null {
  const topic = hitsOf(setting.sentence, concept)[0] ?? null;
  return topic !== null &&
    setting.sentence.hits.of.condition.some((hit) => hit.to <= topic.from && topic.from - hit.to <= 4)
    ? null
    : topic;
}

/** The day or the month that the sentence states, else the day carried from before. */
export function dayOf(setting: Setting, carries = true): string | null {
  const stated =
    setting.dates.find((date) => date.kind === "day" || date.kind === "window" || date.kind === "night") ??
    setting.dates.find((date) => date.kind === "month" || date.kind === "year");
  return stated?.value ?? (carries ? setting.carriedDay : null);
}

/** The stated day, unless it is still to come: "agreed on a truce from Thursday" was agreed before. A title that states none is of the day that the text tells of. */
export function pastDayOf(scene: Scene, setting: Setting): string | null {
  const day = dayOf(setting, false);
  if (day === null && setting.sentence.isTitle && !scene.document.language.freeOrder)
    return setting.carriedDay;
  const today = scene.today?.toString() ?? null;
  if (day === null || today === null || day <= today) return day;
  // "Agreed to a truce starting on Wednesday, Egypt said on Monday".
  const told = setting.dates.find(({ kind, value }) => kind === "day" && value !== null && value <= today);
  return told?.value ?? null;
}

/** Whether the sentence looks back: it says so and states no day. ("Agreed on May 16 … three years of fighting" is of May 16.) */
export function isLongAgo(setting: Setting): boolean {
  return setting.sentence.hits.has.longAgo && dayOf(setting, false) === null;
}

/** Whether the talks took place: a verb that says so is the word itself, or stands near. */
export function isHeld(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.of.convenes.some(
    (hit) =>
      (hit.from < topic.to && topic.from < hit.to) ||
      Math.min(Math.abs(hit.from - topic.to), Math.abs(topic.from - hit.to)) <= near,
  );
}

/** Whether a word of what may be stands right before. */
export function isMerelyPossible(setting: Setting, topic: Hit): boolean {
  return setting.sentence.hits.of.possible.some((hit) => hit.to <= topic.from && topic.from - hit.to <= 4);
}
