import { areOneStory, ringsAfter } from "../alert/one-story.ts";
import type { Alert } from "../model/alert.ts";
import type { Chat } from "../model/chat.ts";
import { wants } from "./wants.ts";

/** What a chat with sources of its own was told lately, in which what both ledgers tell is found. */
export interface OwnDigest {
  readonly chat: Chat;
  /** Alerts up to this one were told by an earlier digest. */
  readonly sinceAlert: number;
  /** The newest alert on each development that was told lately, everybody's and the chat's own. */
  readonly lately: readonly Alert[];
}

/** Of a digest's alerts those for a chat: never what another one has of its own. */
export function alertsFor(alerts: readonly Alert[], chatId: number): readonly Alert[] {
  return alerts.filter(({ ownerChat }) => ownerChat === undefined || ownerChat === chatId);
}

/**
 * The alerts without what is told twice: the chat's own on what everybody's ledger tells it, and everybody's first word on what an
 * earlier digest told with the same numbers.
 */
export function withoutRepeats(
  alerts: readonly Alert[],
  { chat, sinceAlert, lately }: OwnDigest,
): readonly Alert[] {
  const own = lately.filter(({ ownerChat }) => ownerChat !== undefined);
  const everybodys = lately.filter(
    (alert) => alert.ownerChat === undefined && wants(chat.subscription, alert),
  );
  const begun = new Set(
    alerts.filter(({ revision }) => revision === 1).map(({ development }) => development),
  );
  const isRepeat = (alert: Alert): boolean =>
    alert.ownerChat === undefined
      ? begun.has(alert.development) &&
        own.some(
          (told) => (told.seq ?? 0) <= sinceAlert && areOneStory(told, alert) && !ringsAfter(told, alert),
        )
      : everybodys.some((told) => areOneStory(alert, told));
  return alerts.filter((alert) => !isRepeat(alert));
}
