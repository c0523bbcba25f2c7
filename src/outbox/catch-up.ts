import type { Alert } from "../model/alert.ts";
import type { Chat } from "../model/chat.ts";
import type { CaughtUp } from "../model/delivery.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { CatchUpRules } from "../ports/outbox-store.ts";
import { canBeWorded, roomFor, type CatchUpWording } from "./catch-up-compose.ts";
import { byWeight } from "./digest-material.ts";

/** When a chat gets one message for what it was not told. */
export interface CatchUpPolicy {
  /** Of so many developments each still has a message of its own. */
  readonly moreThan: number;
  /** Only when one of them has waited for so long, milliseconds. */
  readonly afterMs: number;
  /** Or was put off for so long, on purpose. */
  readonly heldMs: number;
}

/**
 * Three messages are read at a glance, one below the other, and each can be answered and edited by itself; more are a list. What a busy
 * hour brings is sent within seconds, at Telegram's pace for groups (20 a minute) within a few minutes: what has waited for a quarter of
 * an hour was held back by something else, and a reader takes it for old news. What was put off on purpose (quiet hours, a mute, a chat that does not
 * answer) is known to be held back after a minute.
 */
export const catchUpPolicy: CatchUpPolicy = { moreThan: 3, afterMs: 15 * 60_000, heldMs: 60_000 };

/** Sets of developments whose room is remembered: after an outage most chats wait for the same. */
const keptRooms = 500;

/** The rules of catch-ups on a platform. */
export function catchUpRules(
  { moreThan, afterMs, heldMs }: CatchUpPolicy,
  platform: Pick<ChatPlatform, "fits" | "keepsStoriesApart">,
): CatchUpRules {
  const rooms = new Map<string, number>();

  function room(stories: readonly CaughtUp[], wording: Omit<CatchUpWording, "fits">): number {
    const key = keyOf(stories, wording);
    const known = rooms.get(key);
    if (known !== undefined) return known;
    const found = roomFor(stories, { ...wording, fits: (message) => platform.fits?.(message) ?? true });
    if (rooms.size >= keptRooms) rooms.clear();
    rooms.set(key, found);
    return found;
  }

  return {
    moreThan,
    afterMs,
    heldMs,
    joins: (chat, newest, waitedMs) =>
      platform.keepsStoriesApart?.(chat.address) !== true && (waitedMs >= afterMs || !isUrgent(chat, newest)),
    choose(chat, stories, catchUp) {
      const ordered = stories.toSorted(byWeight);
      const { language, timeZone } = chat.subscription;
      // With its mark, should it come to that.
      const wording = { language, timeZone, isPossibleRepeat: true, catchUp: { ...catchUp, left: 0 } };
      const sound = ordered.filter((story) => canBeWorded(story, wording));
      // The call of what cannot be worded is refused, and it is told by itself or not at all: nothing else is to wait for that.
      return sound.length === 0 ? ordered.slice(0, 1) : sound.slice(0, room(sound, wording));
    },
  };
}

function keyOf(
  stories: readonly CaughtUp[],
  { language, timeZone, catchUp: { position, sinceAt, untilAt } }: Omit<CatchUpWording, "fits">,
): string {
  // The message shows minutes.
  const [since, until] = [sinceAt, untilAt].map((at) => Math.floor(at / 60_000));
  const told = stories.map(({ newest, unseen, isNew }) => [
    newest.development,
    newest.revision,
    isNew ? 0 : unseen.length,
  ]);
  return JSON.stringify([language, timeZone, position, since, until, told]);
}

/** What a chat wants to hear even in its quiet hours is told by itself as long as it is fresh. */
function isUrgent({ subscription }: Chat, { kind }: Alert): boolean {
  return subscription.quiet?.except.includes(kind) === true;
}
