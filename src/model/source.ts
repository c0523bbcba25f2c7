import type { Party } from "./side.ts";

/** What is followed: a feed, a public Telegram channel, a web page. */
export interface Source {
  /** A slug, unique, stable: `ukrinform-en`. */
  readonly id: string;
  /** A registered source kind: `feed`, `telegram-channel`. */
  readonly kind: string;
  readonly url: string;
  readonly name: string;
  /** BCP-47 primary tag; null: to be detected for each item. */
  readonly lang: string | null;
  readonly side: Party | null;
  readonly isStateControlled: boolean;
  /** Polled in the fast lane. */
  readonly isUrgent: boolean;
  /** Its items are cut short: the article's page is fetched for those that look relevant. Absent: false. */
  readonly wantsArticle?: boolean;
  /** A note on its reliability, for admins; "" for none. */
  readonly note: string;
  /** The store's id of the chat whose own source it is: what it reports is told there only. Absent: everybody's. */
  readonly ownerChat?: number;
}

/** When a source asks not to be polled (RSS 2.0, skipHours and skipDays), by UTC. */
export interface QuietTimes {
  /** 0 to 23. */
  readonly hours: readonly number[];
  /** 0 (Sunday) to 6. */
  readonly days: readonly number[];
}

/**
 * Why a source is not polled; null: it is. `disabled`: by us, after failing for long. Of a chat's own source: it is `waiting` for the bot's admins,
 * or they `refused` it.
 */
export type SourceHalt = "paused" | "disabled" | "gone" | "waiting" | "refused" | null;

/** What the poller remembers of a source. All instants epoch milliseconds. */
export interface PollState {
  readonly halt: SourceHalt;
  readonly dueAt: number;
  /** Since when what it publishes is news, also at its first poll: added, agreed to or begun anew. Null or absent: since its first poll. */
  readonly followedAt?: number | null;
  /** Validators belong to `validatorUrl`, exactly as received; null: none. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly validatorUrl: string | null;
  /** SHA-256 of the last body, hex: the same bytes need no parsing. */
  readonly bodyHash: string | null;
  readonly firstPolledAt: number | null;
  readonly lastSuccessAt: number | null;
  readonly lastNewItemAt: number | null;
  /** Milliseconds between new items, smoothed; null: not known yet. */
  readonly usualGapMs: number | null;
  readonly failures: number;
  readonly firstFailureAt: number | null;
  /** The last failure in words; null: none since the last success. */
  readonly failure: { readonly code: string; readonly text: string } | null;
  /** When it asks to be left alone; null or absent: never. */
  readonly quiet?: QuietTimes | null;
  /** Where it permanently moved, and how often in a row it said so; null: nowhere. */
  readonly movedTo: { readonly url: string; readonly times: number } | null;
}

/** The state of a source that was never polled: due at once. `now`: epoch milliseconds. */
export function freshState(now: number): PollState {
  return {
    halt: null,
    dueAt: now,
    followedAt: now,
    etag: null,
    lastModified: null,
    validatorUrl: null,
    bodyHash: null,
    firstPolledAt: null,
    lastSuccessAt: null,
    lastNewItemAt: null,
    usualGapMs: null,
    failures: 0,
    firstFailureAt: null,
    failure: null,
    movedTo: null,
  };
}
