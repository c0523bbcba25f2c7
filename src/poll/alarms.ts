import type { FollowedSource } from "../ports/source-store.ts";
import { healthOf, isPollerStalled, type SourceHealth } from "./health.ts";

/** Something that admins are told once. */
export type PollAlarm =
  | {
      readonly kind: "source";
      readonly sourceId: string;
      readonly name: string;
      readonly health: SourceHealth;
    }
  | {
      readonly kind: "source-recovered";
      readonly sourceId: string;
      readonly name: string;
      readonly was: SourceHealth;
    }
  | { readonly kind: "poller-stalled"; readonly lastRoundAt: number }
  | { readonly kind: "poller-recovered" };

/** What is looked at. */
export interface PollView {
  readonly followed: readonly FollowedSource[];
  /** From the poller. */
  readonly lastRoundAt: number | null;
  readonly now: number;
}

/** Remembers what was told, so that each alarm comes once, and its end as well. */
export interface AlarmWatch {
  /** Alarms that are new since the last look. The first look tells none of what was amiss before the process began: that was told then. */
  look(view: PollView): PollAlarm[];
}

/** A watch that has told nothing yet. */
export function createAlarmWatch(): AlarmWatch {
  const told = new Map<string, SourceHealth>();
  let isStallTold = false;
  let isFirst = true;
  return {
    look({ followed, lastRoundAt, now }) {
      const alarms: PollAlarm[] = [];
      for (const one of followed) alarms.push(...changeOf(told, one, now));
      forgetRemoved(told, followed);
      const isStalled = isPollerStalled(lastRoundAt, now);
      if (isStalled && !isStallTold && lastRoundAt !== null)
        alarms.push({ kind: "poller-stalled", lastRoundAt });
      if (!isStalled && isStallTold) alarms.push({ kind: "poller-recovered" });
      isStallTold = isStalled;
      const isBaseline = isFirst;
      isFirst = false;
      return isBaseline ? [] : alarms;
    },
  };
}

function changeOf(told: Map<string, SourceHealth>, followed: FollowedSource, now: number): PollAlarm[] {
  const { id: sourceId, name } = followed.source;
  const health = healthOf(followed, now);
  const was = told.get(sourceId);
  if (health.isAlarming && was?.state !== health.state) {
    told.set(sourceId, health);
    return [{ kind: "source", sourceId, name, health }];
  }
  // A failure that has only just begun is no recovery from a silence, nor is a pause.
  if (was === undefined || health.state !== "healthy") return [];
  told.delete(sourceId);
  return [{ kind: "source-recovered", sourceId, name, was }];
}

function forgetRemoved(told: Map<string, SourceHealth>, followed: readonly FollowedSource[]): void {
  const ids = new Set(followed.map(({ source }) => source.id));
  for (const id of told.keys()) {
    if (!ids.has(id)) told.delete(id);
  }
}
