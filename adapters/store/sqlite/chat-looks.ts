import type { Chat } from "../../../src/model/chat.ts";
import { chatOf } from "./chat-rows.ts";
import { prepareChatLooks, prepareGroup, prepareLooks } from "./claim-statements.ts";
import type { Database } from "./connection.ts";
import type { OwnStories } from "./own-stories.ts";

/** A waiting delivery of a chat and a development. */
export type Waiting = ReturnType<ReturnType<typeof prepareGroup>["group"]["all"]>[number];
/** The message that tells a development in a chat; its ids are null where it is gone. */
export type Shown = NonNullable<ReturnType<ReturnType<typeof prepareLooks>["shown"]["get"]>>;

/** A chat as its claims see it. `afterAlert`: the last alert that was told before it subscribed. */
export interface KnownChat {
  readonly chat: Chat;
  readonly afterAlert: number;
}

/** A development in a chat. */
export type StoryOfChat = { readonly chatId: number; readonly developmentId: string };

/** What was read ahead for developments of one chat. */
interface ReadAhead {
  readonly chatId: number;
  readonly chat: KnownChat | null;
  readonly hasOwn: boolean;
  readonly developments: ReadonlySet<string>;
  /** Of each once: who looks at it changes it. */
  readonly rows: Map<string, Waiting[]>;
  readonly shown: ReadonlyMap<string, Shown>;
  readonly firstSeqs: ReadonlyMap<string, number>;
}

/**
 * Reads what there is for a chat: one development after the other, or many ahead, as a chat after a night needs some forty. Call it inside a write
 * transaction.
 */
export class ChatLooks {
  readonly #own: OwnStories;
  readonly #statements: ReturnType<typeof prepareGroup> &
    ReturnType<typeof prepareLooks> &
    ReturnType<typeof prepareChatLooks>;
  #ahead: ReadAhead | null = null;

  constructor(db: Database, own: OwnStories) {
    this.#own = own;
    this.#statements = { ...prepareGroup(db), ...prepareLooks(db), ...prepareChatLooks(db) };
  }

  /** Reads for many developments of a chat at once, until `forget`, which is to be called as soon as anything else is written of the chat or its stories. */
  readAhead(chatId: number, developments: readonly string[]): void {
    const of = { chatId, developments: JSON.stringify(developments) };
    const { groups, shownOf, firstSeqs } = this.#statements;
    this.#ahead = {
      chatId,
      chat: this.#chat(chatId),
      hasOwn: this.#own.hasAny(chatId),
      developments: new Set(developments),
      rows: Map.groupBy(groups.all(of), ({ developmentId }) => developmentId),
      shown: new Map(shownOf.all(of).map(({ developmentId, ...shown }) => [developmentId, shown])),
      firstSeqs: new Map(firstSeqs.all(of).map(({ developmentId, alertSeq }) => [developmentId, alertSeq])),
    };
  }

  /** What was read ahead is not true any more. */
  forget(): void {
    this.#ahead = null;
  }

  /** Null: there is none. */
  chat(id: number): KnownChat | null {
    return this.#ahead?.chatId === id ? this.#ahead.chat : this.#chat(id);
  }

  /** Whether the chat has developments of its own. */
  hasOwn(chatId: number): boolean {
    return this.#ahead?.chatId === chatId ? this.#ahead.hasOwn : this.#own.hasAny(chatId);
  }

  /** What waits for it, oldest alert first. */
  rows(of: StoryOfChat): readonly Waiting[] {
    const ahead = this.#aheadOf(of)?.rows;
    const rows = ahead?.get(of.developmentId);
    ahead?.delete(of.developmentId);
    return rows ?? this.#statements.group.all(of);
  }

  /** Null: the chat was not told of it. */
  shown(of: StoryOfChat): Shown | null {
    const ahead = this.#aheadOf(of);
    const shown = ahead === null ? this.#statements.shown.get(of) : ahead.shown.get(of.developmentId);
    return shown ?? null;
  }

  /** The first alert on it that the chat was ever to get; null: none. */
  firstSeq(of: StoryOfChat): number | null {
    const ahead = this.#aheadOf(of);
    if (ahead !== null) return ahead.firstSeqs.get(of.developmentId) ?? null;
    return this.#statements.firstSeq.get(of)?.alertSeq ?? null;
  }

  #aheadOf({ chatId, developmentId }: StoryOfChat): ReadAhead | null {
    const ahead = this.#ahead;
    return ahead?.chatId === chatId && ahead.developments.has(developmentId) ? ahead : null;
  }

  #chat(id: number): KnownChat | null {
    const row = this.#statements.chat.get({ id });
    if (row === undefined) return null;
    const { afterAlert, ...columns } = row;
    return { chat: chatOf(columns), afterAlert };
  }
}
