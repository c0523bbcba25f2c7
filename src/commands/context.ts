import type { Clock } from "../clock.ts";
import type { Alert } from "../model/alert.ts";
import { addressKey, type Chat } from "../model/chat.ts";
import type { Message } from "../model/message.ts";
import type { SourceRules } from "../poll/source-form.ts";
import type { CommandSpec, Invocation, Reply } from "../ports/command.ts";
import type { Store } from "../ports/store.ts";

/** A text of the language's commands.ftl or texts.ftl. Unknown languages fall back to English. */
export type Translate = (
  language: string,
  key: string,
  args?: Readonly<Record<string, string | number>>,
) => string;

/** What commands work with; main injects it. */
export interface CommandContext {
  readonly store: Store;
  /** The machine's clock: sources are due by it. */
  readonly clock: Clock;
  readonly translate: Translate;
  /** Tags of the languages that messages can be written in. */
  readonly languages: readonly string[];
  /** Draws the newest of an alert's revisions; `alerts` oldest first. */
  readonly compose: (
    alerts: readonly Alert[],
    options: { readonly language: string; readonly timeZone: string },
  ) => Message;
  readonly defaults: { readonly language: string; readonly timeZone: string };
  /** User ids that may do admins' commands, by platform. */
  readonly admins: Readonly<Record<string, readonly string[]>>;
  /** What a source that an admin adds may be. */
  readonly sourceRules: SourceRules;
  /** Called after something was written that a stage waits for: deliveries, sources. */
  readonly poke: () => void;
}

/** One command: how it is shown, and what it does. `run` may throw TallywireError; its hint is answered. */
export interface Command {
  readonly spec: CommandSpec;
  run(call: CommandCall): Promise<Reply>;
}

/** A call with what every command needs of it. */
export interface CommandCall {
  readonly invocation: Invocation;
  readonly context: CommandContext;
  /** Null: this chat was never subscribed. */
  readonly chat: Chat | null;
  /** The language of the answer: the chat's, else the person's, else the default. */
  readonly language: string;
  readonly timeZone: string;
  /** A text in the language of the answer. */
  text(key: string, args?: Readonly<Record<string, string | number>>): string;
}

/** Reads what a call needs to be answered. */
export async function openCall(context: CommandContext, invocation: Invocation): Promise<CommandCall> {
  const chat = await context.store.chats.find(invocation.address);
  const known = (tag: string | null | undefined): string | null => {
    const primary = tag?.split("-")[0]?.toLowerCase() ?? null;
    return primary !== null && context.languages.includes(primary) ? primary : null;
  };
  const language =
    known(chat?.subscription.language) ?? known(invocation.user.language) ?? context.defaults.language;
  const timeZone = chat?.subscription.timeZone ?? context.defaults.timeZone;
  return {
    invocation,
    context,
    chat,
    language,
    timeZone,
    text: (key, args) => context.translate(language, key, args),
  };
}

/** An answer of one title and plain lines. */
export function plainReply(call: CommandCall, title: string, lines: readonly string[] = []): Reply {
  const blocks = lines.map((text) => ({ kind: "text" as const, text }));
  return { message: { title, blocks, actions: [], language: call.language }, isPrivate: true };
}

/** Whether the person is one of the configured admins of the platform. */
export function isAdmin(context: CommandContext, user: Invocation["user"]): boolean {
  return context.admins[user.platform]?.includes(user.id) ?? false;
}

/** A command's or option's description in every language. */
export function describe(
  context: Pick<CommandContext, "translate" | "languages">,
  key: string,
): Record<string, string> {
  return Object.fromEntries(
    context.languages.map((language) => [language, context.translate(language, key)]),
  );
}

/** For logs: where a call came from. */
export const placeOf = (invocation: Invocation): string => addressKey(invocation.address);
