import type { ChatAddress } from "../model/chat.ts";
import type { Message } from "../model/message.ts";

/** A text in every language, by tag; `en` is always there. */
export type Texts = Readonly<Record<string, string>>;

export interface CommandChoice {
  readonly value: string;
  readonly label: Texts;
}

/** One option of a command. On Telegram, options are words in their order; the last takes the rest. */
export interface CommandOption {
  readonly name: string;
  /** The name in other languages, for platforms that show it in the person's own; calls still carry `name`. Absent: only `name`. */
  readonly localName?: Texts;
  readonly isRequired: boolean;
  /** Null: free text. At most 25. */
  readonly choices: readonly CommandChoice[] | null;
  /** 1-100 characters. */
  readonly description: Texts;
  /** Suggestions are offered while it is typed (`CommandSet.complete`), where the platform can. Absent: none. */
  readonly isCompleted?: boolean;
  /**
   * `chat`: another chat of the platform, which the call then has as `target`; `role`: a role to mention (Discord only); `address`: a web address,
   * so that a link is never taken for the name of a chat. Absent: text.
   */
  readonly kind?: "chat" | "role" | "address";
}

/** Who may: `admin`: ids in the configuration; `chat-admin`: who administers the chat (in a private chat: everyone). */
export type Access = "anyone" | "chat-admin" | "admin";

/** A command as platforms show it. A command with subcommands is not itself called, but for Telegram, where it means the first one. */
export interface CommandSpec {
  /** 1-32 of a-z 0-9 _ . */
  readonly name: string;
  /** The name in other languages, for platforms that show it in the person's own; calls still carry `name`. Absent: only `name`. */
  readonly localName?: Texts;
  readonly description: Texts;
  /** Of a command with subcommands: the least of theirs. */
  readonly access: Access;
  readonly options: readonly CommandOption[];
  readonly subcommands: readonly SubcommandSpec[];
  /** False: reached by buttons only, not shown in menus. */
  readonly isListed: boolean;
  /** True: what is typed with it is passed on to other people. */
  readonly tellsOthers?: true;
  /** A name for it in the menu of a message, on which it then acts (`Invocation.about`). 1-32 characters. Absent: none. */
  readonly onMessage?: Texts;
}

export interface SubcommandSpec {
  readonly name: string;
  /** The name in other languages, for platforms that show it in the person's own; calls still carry `name`. Absent: only `name`. */
  readonly localName?: Texts;
  readonly description: Texts;
  readonly options: readonly CommandOption[];
  /** Absent: the command's. */
  readonly access?: Access;
}

/** What the bot lacks in a chat to tell alerts there as they are meant. */
export type MissingRight = "see" | "send" | "embed" | "attach" | "read-history" | "thread";

/** A person calling a command: typed, chosen from a menu or by a button. */
export interface Invocation {
  readonly command: string;
  readonly subcommand: string | null;
  /** Options by name; those not given are absent. */
  readonly options: Readonly<Record<string, string>>;
  readonly address: ChatAddress;
  /** Shown name of the chat. */
  readonly chatTitle: string;
  /** Shown name of the chat where the call is made in a part of it that is told nothing of its own, as in a forum's post. Absent: it is not. */
  readonly partOf?: string;
  /** Whether the chat is the person's own with the bot. */
  readonly isDirect: boolean;
  /** The other chat that an option of kind `chat` names; null: none was named, or the bot cannot see it. */
  readonly target: ChatTarget | null;
  /** Id of the message that it is about: the one answered (Telegram) or whose menu was used (Discord); null: none. */
  readonly about: string | null;
  readonly user: {
    readonly platform: string;
    readonly id: string;
    /** What the person is called, for the bot's admins. Absent: the platform does not say, or a chat speaks for itself. */
    readonly name?: string | undefined;
    /** What the platform says the person's language is (BCP-47); null: it does not say. */
    readonly language: string | null;
    /** Asks the platform now, for the chat of the call or for `target`; true in private chats. Null: the platform does not tell. */
    isChatAdmin(at?: ChatAddress): Promise<boolean | null>;
  };
  /** What a chat is called that a button names, not what is typed. Null: it cannot be told. Absent: the platform is not asked. */
  titleOf?(at: ChatAddress): Promise<string | null>;
  /** What the bot lacks in a chat, asked of the platform now; [] when nothing, or when it cannot be told. */
  missingRights(at: ChatAddress): Promise<readonly MissingRight[]>;
}

export interface ChatTarget {
  readonly address: ChatAddress;
  readonly title: string;
}

/** The answer. */
export interface Reply {
  readonly message: Message;
  /** Only the person sees it, where the platform can do that. */
  readonly isPrivate: boolean;
  /** It takes the place of the message whose button was pressed, if one was: menus that change where they stand. Absent: false. */
  readonly isInPlace?: boolean;
  /** What was said was not understood: a question that it answers stays open. Absent: false. */
  readonly isUnanswered?: boolean;
}

/** What is typed into an option so far. */
export interface Completion {
  readonly command: string;
  readonly subcommand: string | null;
  readonly option: string;
  readonly typed: string;
  readonly address: ChatAddress;
  readonly user: Pick<Invocation["user"], "platform" | "id" | "language">;
}

/** A card to share anywhere. `id`: 1-64 ASCII characters, stable for what it shows. */
export interface Card {
  readonly id: string;
  /** One line under the title, in lists of cards. */
  readonly summary: string;
  readonly message: Message;
}

/** How a chat came back. Absent: the bot was let in again, with all topics. */
export interface ComeBack {
  readonly isOneTopic?: boolean;
  readonly mayWrite?: () => Promise<boolean>;
}

/** What main injects into a platform: the registry and the one function that runs it. */
export interface CommandSet {
  readonly specs: readonly CommandSpec[];
  /** Never throws: every fault is an answer. */
  run(invocation: Invocation): Promise<Reply>;
  /** Takes up what an earlier process left unfinished, in the background. Absent: nothing is ever left. */
  start?(): void;
  /** Tells nothing more by itself: what is unfinished is kept. Resolves when the store is not used any more. Absent: nothing goes on. */
  stop?(): Promise<void>;
  /** At most 25 suggestions, from memory or one quick read. Never throws: [] then. */
  complete(completion: Completion): Promise<readonly { readonly value: string; readonly label: string }[]>;
  /** Cards for what a person types after the bot's name in any chat (Telegram's inline mode), at most 20. Never throws. */
  cards(query: string, user: Completion["user"]): Promise<readonly Card[]>;
  /** The language that was chosen for a chat; null: none was, and a person is spoken to in their own. Absent: none ever is. Never throws. */
  languageAt?(address: ChatAddress): Promise<string | null>;
  /** The platform saw that a chat moved. */
  chatMoved(from: ChatAddress, to: ChatAddress): Promise<void>;
  /** The bot was thrown out: of the chat with all its topics, or, where `thread` names one, only that topic is gone. */
  chatGone(address: ChatAddress, reason: string): Promise<void>;
  /**
   * The bot was let in again: what was gone of the chat and its topics is told as before, but for topics that were gone
   * alone, and for what somebody unsubscribed. `isOneTopic`: only just what the address names was opened again, the General topic where it names none.
   * `mayWrite`: only the bot's rights may have changed; it is asked where something rests for want of them, and comes back where it says so. Absent method: a
   * new subscription is needed.
   */
  chatBack?(address: ChatAddress, how?: ComeBack): Promise<void>;
}

/** For a platform that takes no commands. */
export const noCommands: CommandSet = {
  specs: [],
  run: () => Promise.reject(new Error("There are no commands here.")),
  complete: () => Promise.resolve([]),
  cards: () => Promise.resolve([]),
  chatMoved: () => Promise.resolve(),
  chatGone: () => Promise.resolve(),
};
