import type { Speaker } from "./speaker.ts";

/** The kinds of events and the stages of each, as the contract lists them. */
export const eventStages = {
  exchange: ["agreed", "announced", "done", "delayed", "cancelled"],
  ceasefire: ["proposed", "rejected", "agreed", "started", "violated", "ended"],
  talks: ["proposed", "scheduled", "held", "failed", "cancelled"],
  sanctions: ["proposed", "adopted", "lifted"],
  strike: ["done"],
  capture: ["claimed", "confirmed", "denied"],
  evacuation: ["ordered", "done"],
  aid: ["announced", "delivered"],
} as const satisfies Record<string, readonly string[]>;

export type EventKind = keyof typeof eventStages;
export type EventStage = (typeof eventStages)[EventKind][number];

/** What happened, with or without a number. */
export interface ConflictEvent {
  readonly kind: EventKind;
  readonly stage: EventStage;
  /** ISO 8601 as in a figure; null: the text gives no way to tell. */
  readonly date: string | null;
  readonly by: Speaker | null;
  readonly evidence: string;
  /** True: `by` says that it did not happen ("Russia denied striking …"); then it is no claim that it did. */
  readonly isDenial: boolean;
}
