import type { ChatAddress } from "../model/chat.ts";
import type { Message } from "../model/message.ts";

/** One option of a command. On Telegram, options are words in their order; the last takes the rest. */
export interface CommandOption {
  readonly name: string;
  readonly isRequired: boolean;
  /** Null: free text. */
  readonly choices:
    | readonly { readonly value: string; readonly label: Readonly<Record<string, string>> }[]
    | null;
  /** By language tag; `en` is always there. 1-100 characters. */
  readonly description: Readonly<Record<string, string>>;
}

/** A command as platforms show it. A command with subcommands is not itself called. */
export interface CommandSpec {
  /** 1-32 of a-z 0-9 _ . */
  readonly name: string;
  readonly description: Readonly<Record<string, string>>;
  /** `admin`: ids in the configuration; `chat-admin`: who administers the chat (in a private chat: everyone). */
  readonly access: "anyone" | "chat-admin" | "admin";
  readonly options: readonly CommandOption[];
  readonly subcommands: readonly Omit<CommandSpec, "access" | "subcommands" | "isListed">[];
  /** False: reached by buttons only, not shown in menus. */
  readonly isListed: boolean;
}

/** A person calling a command. */
export interface Invocation {
  readonly command: string;
  readonly subcommand: string | null;
  /** Options by name; those not given are absent. */
  readonly options: Readonly<Record<string, string>>;
  readonly address: ChatAddress;
  /** Shown name of the chat. */
  readonly chatTitle: string;
  readonly user: {
    readonly platform: string;
    readonly id: string;
    /** What the platform says the person's language is (BCP-47); null: it does not say. */
    readonly language: string | null;
    /** Asks the platform now; true in private chats. */
    isChatAdmin(): Promise<boolean>;
  };
}

/** The answer. `isPrivate`: only the person sees it, where the platform can do that. */
export interface Reply {
  readonly message: Message;
  readonly isPrivate: boolean;
}

/** What main injects into a platform: the registry and the one function that runs it. */
export interface CommandSet {
  readonly specs: readonly CommandSpec[];
  /** Never throws: every fault is an answer. */
  run(invocation: Invocation): Promise<Reply>;
  /** The platform saw that a chat moved or that the bot was thrown out. */
  chatMoved(from: ChatAddress, to: ChatAddress): Promise<void>;
  chatGone(address: ChatAddress, reason: string): Promise<void>;
}
