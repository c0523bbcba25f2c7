import type { ClaimedDelivery } from "../model/delivery.ts";

/** No wait between two tries grows beyond this. */
export const longestRepeatMs = 3_600_000;
/** So many stories are remembered; of more than that the longest known are forgotten, and only tried sooner for it. */
const capacity = 10_000;

/** What this process tried in vain to tell a chat of a development, or a notice, or in a catch-up. */
export interface TriesInVain {
  /** Calls without an answer. */
  readonly unanswered: number;
  /** Calls whose answer was to try elsewhere or otherwise: the chat has moved, the message to edit is gone. */
  readonly redirected: number;
  /** For how long it went without an answer while the platform served other deliveries, milliseconds. An outage adds nothing. */
  readonly passedOverMs: number;
}

/**
 * How often this process has tried in vain. The store's count is not that: it also counts deliveries that a dying process left
 * behind, and nobody is to wait a quarter of an hour because we were killed.
 */
export interface Tries {
  /** What there was so far. */
  of(delivery: ClaimedDelivery): TriesInVain;
  /** `now`: epoch milliseconds. */
  add(delivery: ClaimedDelivery, how: "unanswered" | "redirected", now: number): void;
  /** It was served, so the platform serves. */
  served(delivery: ClaimedDelivery): void;
  forget(delivery: ClaimedDelivery): void;
}

interface Story extends TriesInVain {
  readonly lastAt: number;
  /** How many deliveries the platform had served by the last try. */
  readonly servedBefore: number;
}

const untried: TriesInVain = { unanswered: 0, redirected: 0, passedOverMs: 0 };

function keyOf(delivery: ClaimedDelivery): string {
  const chat = delivery.chat.id;
  if (delivery.kind === "notice") return `${chat} ${delivery.notice.key}`;
  // One that was surely not sent is made anew, with another number: what was tried in vain goes on from it.
  return delivery.kind === "alert" ? `${chat} ${delivery.newest.development}` : `${chat} catch-up`;
}

/** Nothing was tried yet. */
export function createTries(): Tries {
  const stories = new Map<string, Story>();
  let served = 0;
  return {
    of: (delivery) => stories.get(keyOf(delivery)) ?? untried,
    add(delivery, how, now) {
      const key = keyOf(delivery);
      const before = stories.get(key);
      const story = before ?? untried;
      stories.set(key, {
        unanswered: story.unanswered + (how === "unanswered" ? 1 : 0),
        redirected: story.redirected + (how === "redirected" ? 1 : 0),
        passedOverMs: story.passedOverMs + passedOverSince(before, served, now),
        lastAt: now,
        servedBefore: served,
      });
      const [oldest] = stories.keys();
      if (stories.size > capacity && oldest !== undefined) stories.delete(oldest);
    },
    served(delivery) {
      served += 1;
      stories.delete(keyOf(delivery));
    },
    forget: (delivery) => void stories.delete(keyOf(delivery)),
  };
}

/** The time since the last try, if others were served in it. No more than a wait: a longer one was asked for, or the clock was put on. */
function passedOverSince(last: Story | undefined, served: number, now: number): number {
  if (last === undefined || served === last.servedBefore) return 0;
  return Math.min(longestRepeatMs, Math.max(0, now - last.lastAt));
}
