import type { PollState, Source } from "../model/source.ts";
import type { ItemMark } from "./ledger-store.ts";

/** A followed source and how polling it stands. */
export interface FollowedSource {
  readonly source: Source;
  readonly state: PollState;
}

/**
 * How many sources of their own chats may have: one chat (refused ones apart; so many may also wait in one channel with all its topics), and all that
 * are subscribed together, of which only those that are polled count.
 */
export interface OwnLimits {
  readonly perChat: number;
  readonly inAll: number;
}

/** The sources that are followed. Admins' words win: seeding never touches what is there. */
export interface SourceStore {
  /** Adds each of `sources` whose id was never there, once in the store's life (also a removed one stays removed). Returns how many. */
  seed(sources: readonly Source[], now: number): Promise<number>;
  /** Everybody's; those of single chats are apart. */
  list(): Promise<readonly FollowedSource[]>;
  /** A chat's own sources, also those that wait or were refused; without a chat those of all chats, with refusals that a chat took off its list. */
  own(chatId?: number): Promise<readonly FollowedSource[]>;
  /**
   * Adds a chat's own source (`ownerChat`). `halt`: `waiting` for the admins, or null: polled from now on. Throws SourceError `followed-by-all`,
   * `source-exists` (the chat has it already), `own-refused` (also after `withdraw`), `own-limit`, `own-limit-waiting` or `own-limit-all`.
   */
  addOwn(source: Source, halt: "waiting" | null, limits: OwnLimits, now: number): Promise<void>;
  /** Ids of everybody's sources that were ever there, removed ones among them. */
  everIds(): Promise<ReadonlySet<string>>;
  /** Everybody's or a chat's own, also a refusal that was taken off the chat's list. */
  find(id: string): Promise<FollowedSource | null>;
  /** Throws SourceError `source-exists` when the id or the URL is followed already. */
  add(source: Source, now: number): Promise<void>;
  /** False: there is none. Its reports stay; that it was refused is forgotten. */
  remove(id: string, now: number): Promise<boolean>;
  /** A chat takes its own source off its list. False: there is none. A refusal stays known: the address cannot be asked for again. */
  withdraw(id: string, now: number): Promise<boolean>;
  /** Changes fields of the source itself. False: there is none. Throws as `add` does, and `followed-by-all` for a chat's own. */
  edit(id: string, change: Partial<Omit<Source, "id">>): Promise<boolean>;
  /** Null resumes: due at once, its failures counted anew, back in the list of its chat. False: there is none. */
  halt(id: string, halt: PollState["halt"], now: number): Promise<boolean>;
  /** As if it had never been polled, due at once; a pause, a wait for the admins and their refusal stay. False: there is none. */
  restart(id: string, now: number): Promise<boolean>;
  /** Not halted and due, urgent first, then the longest due. A chat's own rest while the chat is not subscribed. */
  due(now: number, limit: number): Promise<readonly FollowedSource[]>;
  nextDueAt(): Promise<number | null>;
  /** Never resumes a halted source: a poll that began before an admin's pause does not undo it. */
  saveState(id: string, state: PollState): Promise<void>;
  /** Which of these item keys the source was seen to carry: report id and content hash for each. */
  knownItems(
    sourceId: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly reportId: string; readonly contentHash: string }>>;
  /** Lets stored reports go by further keys as well, all in one transaction; keys that name a report already are left alone. */
  remember(marks: readonly (ItemMark & { readonly reportId: string })[]): Promise<void>;
}
