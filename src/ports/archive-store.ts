import type { DeliveryState } from "../model/delivery.ts";
import type { Development, DevelopmentId, Subject } from "../model/development.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";

/** A stored report as somebody asks for it by its address. */
export interface FoundReport {
  readonly report: Report;
  readonly reading: Reading;
  /** Developments that it supports; merged ones are followed. */
  readonly developments: readonly Development[];
}

/** What became of an alert in one chat. */
export interface ToldState {
  readonly state: DeliveryState;
  /** Why it failed, was dropped or waits; null: nothing was noted. */
  readonly why: string | null;
  /** When it is due, epoch milliseconds; of what has ended: when it was. */
  readonly dueAt: number;
}

/** Developments of one subject whose day lies between two, both included, newest day first. */
export interface DaysQuery {
  readonly subject: Subject;
  readonly fromDate: string;
  readonly toDate: string;
  /** Null: of any. */
  readonly conflicts: readonly string[] | null;
  /** Only what was told as news. Absent: false. */
  readonly toldOnly?: boolean;
  readonly limit: number;
}

/** What a development can be found by; no terms: it can be found no more. */
export interface SearchEntry {
  readonly id: DevelopmentId;
  readonly terms: readonly string[];
}

/** How much is kept of a chat. */
export interface ChatTraces {
  readonly deliveries: number;
  readonly shownMessages: number;
}

/** Look-ups for what people ask. Nothing here changes what is told. */
export interface ArchiveStore {
  /** The development that a message in a chat tells, or told before a later one did. Null: it tells none. */
  developmentShownAs(chatId: number, messageId: string): Promise<DevelopmentId | null>;
  /** The developments that a message in a chat tells, or told first before later ones did, in the order in which a catch-up names them. [] when it tells none. */
  developmentsShownAs(chatId: number, messageId: string): Promise<readonly DevelopmentId[]>;
  /** What became of the newest alert on a development in a chat. Null: none was ever for it. */
  toldState(chatId: number, development: DevelopmentId): Promise<ToldState | null>;
  /** The newest stored report at one of these addresses, else one that the chat has through a source of its own. Null: none was taken in. */
  reportAt(urls: readonly string[], ownerChat?: number): Promise<FoundReport | null>;
  developmentsOn(query: DaysQuery): Promise<readonly Development[]>;
  /** How many developments and reports there are that were seen since then, epoch milliseconds. */
  countSince(at: number): Promise<{ readonly reports: number; readonly told: number }>;
  tracesOf(chatId: number): Promise<ChatTraces>;
  /**
   * Developments that were written since they were last indexed, in the order of writing, merged ones too, with the version that
   * they reach up to; `upTo` null: all are indexed. At least one version of the ledger at once, about `limit` developments.
   */
  unindexed(
    limit: number,
  ): Promise<{ readonly developments: readonly Development[]; readonly upTo: number | null }>;
  /** Replaces what these developments are found by, and remembers how far the index reaches, in one transaction. */
  index(entries: readonly SearchEntry[], upTo: number): Promise<void>;
  /**
   * Developments that have, of each group, one term at least; those made last first. For each term only the newest 2,000 are looked
   * through. [] for no groups.
   */
  search(
    groups: readonly (readonly string[])[],
    page: { readonly limit: number; readonly offset: number },
  ): Promise<readonly DevelopmentId[]>;
}
