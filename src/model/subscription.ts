import type { Measure } from "../measures.ts";
import type { DevelopmentId } from "./development.ts";
import type { EventKind } from "./event.ts";
import type { PlaceCode } from "./place.ts";
import type { Party } from "./side.ts";

/** A number from which on a chat wants to hear: "killed, at least 5, in Kharkiv region". */
export interface Threshold {
  readonly measure: Measure;
  /** 0: any development of the measure's kind, whatever is counted in it and where nothing is. */
  readonly atLeast: number;
  /** With all that lies in it; null: anywhere. */
  readonly place: PlaceCode | null;
}

/** Places with all that lies in them. `withUnknown`: also what names no place. */
export interface PlaceChoice {
  readonly codes: readonly PlaceCode[];
  readonly withUnknown: boolean;
}

/** When a digest is due, in the chat's zone. */
export interface DigestTime {
  readonly every: "day" | "week";
  /** ISO: 1 Monday … 7 Sunday; it counts for `week` only. */
  readonly weekday: number;
  /** Local time of day, `HH:MM`. */
  readonly at: string;
}

/** Hours in which nothing notifies, in the chat's zone; from after to: over midnight. */
export interface QuietHours {
  /** Local times of day, `HH:MM`. Equal ones: the whole day. */
  readonly from: string;
  readonly to: string;
  /** Kinds that notify all the same; []: none. */
  readonly except: readonly EventKind[];
}

/** What a chat wants. Null in a list means: everything. */
export interface Subscription {
  /** Null: what the installation tells everybody (`TELL_KINDS`); what it tells on request is asked for by name only. */
  readonly kinds: readonly EventKind[] | null;
  /** Ids of data/conflicts.jsonl. A development of an unknown conflict goes only to chats that want all. */
  readonly conflicts: readonly string[] | null;
  readonly places: PlaceChoice | null;
  /** Only developments that one of these parties has a part in. */
  readonly sides: readonly Party[] | null;
  /** Ids of sources: only what one of them has reported. */
  readonly sources: readonly string[] | null;
  /** Of a development whose kind has thresholds here, one must be met; [] and other kinds: no condition. */
  readonly thresholds: readonly Threshold[];
  /** `instant`: as it happens; `digest`: only the digest; `both`. */
  readonly pace: "instant" | "digest" | "both";
  /** Read only when `pace` asks for a digest. */
  readonly digest: DigestTime;
  /** Null: none. */
  readonly quiet: QuietHours | null;
  /** `policy`: an alert's own default; `silent`: nothing notifies; `loud`: each first word and update notifies. */
  readonly loudness: "policy" | "silent" | "loud";
  /** Until then no new message comes; those that are there are still brought up to date. Epoch milliseconds; null: not muted. */
  readonly mutedUntil: number | null;
  /** Developments that this chat wants to hear no more of. */
  readonly mutedDevelopments: readonly DevelopmentId[];
  /** A role that loud messages mention, by the platform's id (Discord only); null: none. */
  readonly mention: string | null;
  /** BCP-47 primary tag. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Everything, as it happens, in the language and zone given: what one tap on /start subscribes to. */
export function defaultSubscription(language: string, timeZone: string): Subscription {
  return {
    kinds: null,
    conflicts: null,
    places: null,
    sides: null,
    sources: null,
    thresholds: [],
    pace: "instant",
    digest: { every: "day", weekday: 1, at: "09:00" },
    quiet: null,
    loudness: "policy",
    mutedUntil: null,
    mutedDevelopments: [],
    mention: null,
    language,
    timeZone,
  };
}

/** A subscription as an earlier version stored it, with today's defaults for what it lacks. */
export function completeSubscription(
  stored: Partial<Subscription> & Pick<Subscription, "language" | "timeZone">,
): Subscription {
  return { ...defaultSubscription(stored.language, stored.timeZone), ...stored };
}
