import type { FollowedSource } from "../ports/source-store.ts";
import { healthOf, isPollerStalled, type SourceHealth } from "./health.ts";

/** Something that admins are told once: `key` is its name for ever, the same after a restart. */
export type PollAlarm = { readonly key: string } & (
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
  /** So many sources fail at once that it is this machine or its network. */
  | { readonly kind: "most-failing"; readonly failing: number; readonly polled: number }
  | { readonly kind: "most-recovered" }
  | { readonly kind: "poller-stalled"; readonly lastRoundAt: number }
  | { readonly kind: "poller-recovered" }
);

/** What is looked at. */
export interface PollView {
  readonly followed: readonly FollowedSource[];
  /** From the poller. */
  readonly lastRoundAt: number | null;
  readonly now: number;
}

/** Remembers what was told, so that each alarm comes once, and its end as well. */
export interface AlarmWatch {
  /**
   * Alarms that are new since the last look. The first look gives all that is amiss, also what was before the process began: whoever
   * tells it knows by the key what was told then.
   */
  look(view: PollView): PollAlarm[];
}

/** Fewer sources than this fail together by chance. */
const MOST_AT_LEAST = 5;
/** A first failure is an accident. */
const MOST_FAILURES = 2;

/** A watch that has told nothing yet. */
export function createAlarmWatch(): AlarmWatch {
  const told = new Map<string, SourceHealth>();
  const most = createEdge();
  const stall = createEdge();
  return {
    look({ followed, lastRoundAt, now }) {
      const polled = followed.filter(({ state }) => state.halt === null);
      const failing = polled.filter(({ state }) => state.failures >= MOST_FAILURES).length;
      const areMost = failing >= MOST_AT_LEAST && failing * 2 > polled.length;
      const alarms = [
        ...most.look(areMost, `${mostSince(polled) ?? "unknown"}`, {
          begins: { kind: "most-failing", failing, polled: polled.length },
          ends: { kind: "most-recovered" },
        }),
        ...followed.flatMap((one) => changeOf({ told, areMost, now }, one)),
        ...stall.look(isPollerStalled(lastRoundAt, now), `${lastRoundAt}`, {
          begins: { kind: "poller-stalled", lastRoundAt: lastRoundAt ?? now },
          ends: { kind: "poller-recovered" },
        }),
      ];
      forgetRemoved(told, followed);
      return alarms;
    },
  };
}

/**
 * Since when so many sources fail that they are most, epoch milliseconds; null: they are not. Those that failed once count too: else the
 * moment would move when one whose failures began earlier fails for the second time.
 */
function mostSince(polled: readonly FollowedSource[]): number | null {
  const needed = Math.max(MOST_AT_LEAST, Math.floor(polled.length / 2) + 1);
  const begins = polled.flatMap(({ state }) => (state.failures > 0 ? (state.firstFailureAt ?? []) : []));
  return begins.toSorted((a, b) => a - b)[needed - 1] ?? null;
}

type Keyless<Alarm> = Alarm extends unknown ? Omit<Alarm, "key"> : never;

/** Something that begins and ends for all sources together. `name` tells one time from another. */
function createEdge() {
  let begun: string | null = null;
  return {
    look(
      isNow: boolean,
      name: string,
      { begins, ends }: { readonly begins: Keyless<PollAlarm>; readonly ends: Keyless<PollAlarm> },
    ): PollAlarm[] {
      const before = begun;
      begun = isNow ? (before ?? name) : null;
      if (isNow && before === null) return [{ ...begins, key: `${begins.kind}:${name}` }];
      if (!isNow && before !== null) return [{ ...ends, key: `${ends.kind}:${before}` }];
      return [];
    },
  };
}

interface Changes {
  readonly told: Map<string, SourceHealth>;
  /** A source that fails with most others is not at fault itself. */
  readonly areMost: boolean;
  readonly now: number;
}

function changeOf({ told, areMost, now }: Changes, followed: FollowedSource): PollAlarm[] {
  const { id: sourceId, name } = followed.source;
  const health = healthOf(followed, now);
  const was = told.get(sourceId);
  if (health.isAlarming && was?.state !== health.state && !(areMost && health.state === "failing")) {
    told.set(sourceId, health);
    return [{ kind: "source", key: keyOf(sourceId, health), sourceId, name, health }];
  }
  // A failure that has only just begun is no recovery from a silence, nor is a pause.
  if (was === undefined || health.state !== "healthy") return [];
  told.delete(sourceId);
  return [{ kind: "source-recovered", key: `recovered:${keyOf(sourceId, was)}`, sourceId, name, was }];
}

function keyOf(sourceId: string, { state, sinceAt }: SourceHealth): string {
  return `source:${sourceId}:${state}:${sinceAt ?? "unknown"}`;
}

function forgetRemoved(told: Map<string, SourceHealth>, followed: readonly FollowedSource[]): void {
  const ids = new Set(followed.map(({ source }) => source.id));
  for (const id of told.keys()) {
    if (!ids.has(id)) told.delete(id);
  }
}
