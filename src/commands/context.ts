import type { TellingPolicy } from "../alert/policy.ts";
import type { Clock } from "../clock.ts";
import type { Alert } from "../model/alert.ts";
import { addressKey, type Chat, type ChatAddress } from "../model/chat.ts";
import type { Message } from "../model/message.ts";
import type { SourceRules } from "../poll/source-form.ts";
import type { CommandOption, CommandSpec, Completion, Invocation, Reply } from "../ports/command.ts";
import type { Store } from "../ports/store.ts";
import type { DecideReview, TrySource } from "./admin/abilities.ts";
import { storeSeenBy, type OwnSourceRules, type OwnView } from "./own-view.ts";
import { looksLikePlace, readPlaceWord } from "./place-word.ts";
import type { RateName } from "./rate.ts";
import { isWhispered, spokenIn } from "./spoken.ts";

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
  /** Chats in which the admins are told of things. Absent: nobody can be told. */
  readonly adminChats?: readonly ChatAddress[];
  /** What a source that an admin adds may be. */
  readonly sourceRules: SourceRules;
  /** What chats may follow by themselves. Absent: nothing. */
  readonly ownSources?: OwnSourceRules;
  /** What the chat where the call is made has of its own; `store` then reads it as well. Absent: nothing, or the call is an admin's. */
  readonly own?: OwnView;
  /** What is told as news. Absent: the default policy. */
  readonly policy?: TellingPolicy;
  /** Decides what an admin decided on the ledger. Absent: nothing can be decided here. */
  readonly review?: DecideReview;
  /** Reads a source once without following it. Absent: that cannot be done here. */
  readonly trySource?: TrySource;
  /** This process, for admins. Absent: nothing is said of it. */
  readonly describeProcess?: () => ProcessState;
  /** A link that opens the bot on a platform with a payload of /start. Null: there is none. Absent: nowhere. */
  readonly linkTo?: (platform: string, payload: string) => string | null;
  /** Called after something was written that a stage waits for: deliveries, sources. */
  readonly poke: () => void;
}

/** What admins see of the process. `startedAt`: epoch milliseconds. */
export interface ProcessState {
  readonly version: string;
  readonly startedAt: number;
  readonly memoryBytes: number;
}

/** One command: how it is shown, and what it does. `run` may throw TallywireError; its hint is answered. */
export interface Command {
  readonly spec: CommandSpec;
  /** Each person may call it only now and then: it is costly for the process, or for the people whom it reaches (rate.ts). Absent: as they like. */
  readonly limit?: RateName;
  run(call: CommandCall): Promise<Reply>;
  /** Suggestions for an option, from memory or one quick read; more than 25 are cut off. Absent: none. */
  complete?(asked: Asked): Promise<readonly Suggestion[]>;
}

/** A value that an option can be completed to, with how it is shown. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** A completion with the language of the person. */
export interface Asked {
  readonly context: CommandContext;
  readonly completion: Completion;
  readonly language: string;
  readonly text: (key: string, args?: TextValues) => string;
}

type TextValues = Readonly<Record<string, string | number>>;

/** A call with what every command needs of it. */
export interface CommandCall {
  readonly invocation: Invocation;
  readonly context: CommandContext;
  /** The chat that the call is about: another one that the person named, else the one where it is made. */
  readonly place: ChatAddress;
  /** Shown name of the other chat, "" when it is not known; null: the call is about the chat where it is made. */
  readonly elsewhere: string | null;
  /** Another chat was named, and the bot cannot see it. */
  readonly isUnseen: boolean;
  /** The chat at `place`; null: it was never subscribed. */
  readonly chat: Chat | null;
  /**
   * The language of the answer: that of the chat where the call is made, else the person's, else the default. In a chat of several on a platform where
   * others do not see the answer, the person's goes before.
   */
  readonly language: string;
  /** Of an answer that all in the chat see: the person's does not go before. */
  readonly openLanguage: string;
  /** The zone of the chat at `place`, else the default. */
  readonly timeZone: string;
  /** The words of all options in their order, without one that names another chat. */
  readonly words: readonly string[];
  /** A text in the language of the answer. */
  readonly text: (key: string, args?: TextValues) => string;
}

/** Reads what a call needs to be answered. `spec` null: no command is called so. */
export async function openCall(
  context: CommandContext,
  invocation: Invocation,
  spec: CommandSpec | null,
): Promise<CommandCall> {
  const { chats } = context.store;
  const { place, words, title, isUnseen } = readWords(invocation, spec);
  const here = await chats.find(invocation.address);
  const seen = here === null || spec?.access === "admin" ? context : await contextOf(context, here.id);
  const chat = place === null ? here : await chats.find(place);
  // A chat that is there for its notices only, as an admin's, has chosen nothing.
  const hereChosen = here?.state === "active" ? here.subscription : null;
  const own = invocation.user.language;
  const openLanguage = languageOf(context, [hereChosen?.language, own, here?.subscription.language]);
  const language = isWhispered(invocation) ? languageOf(context, [own, openLanguage]) : openLanguage;
  return {
    invocation,
    context: seen,
    place: place ?? invocation.address,
    elsewhere: place === null ? null : title || ((await invocation.titleOf?.(place)) ?? ""),
    isUnseen,
    chat,
    ...spokenIn(context, language),
    openLanguage,
    timeZone:
      (chat?.state === "active" ? chat.subscription : hereChosen)?.timeZone ?? context.defaults.timeZone,
    words,
  };
}

/** The context as the chat sees it. One that never had a source of its own sees what everybody does. */
async function contextOf(context: CommandContext, chatId: number): Promise<CommandContext> {
  if (!(await context.store.hasOwnLedger(chatId))) return context;
  const own = { chatId, ledger: context.store.ownLedger(chatId) };
  return { ...context, own, store: storeSeenBy(context.store, own) };
}

/** The first of the tags that messages can be written in, by their primary part; else the default. */
export function languageOf(
  { languages, defaults }: Pick<CommandContext, "languages" | "defaults">,
  tags: readonly (string | null | undefined)[],
): string {
  const primary = tags.map((tag) => tag?.split("-")[0]?.toLowerCase());
  return primary.find((tag) => tag !== undefined && languages.includes(tag)) ?? defaults.language;
}

interface ReadWords {
  readonly place: ChatAddress | null;
  readonly title: string;
  /** A chat was named that the bot cannot see. */
  readonly isUnseen: boolean;
  readonly words: readonly string[];
}

/**
 * The words of the options, and the other chat that one of them names. An option for a chat is the last one, which takes the rest of
 * a typed line: what names no chat there belongs to the words before it.
 */
function readWords(
  { options, subcommand, target, address }: Invocation,
  spec: CommandSpec | null,
): ReadWords {
  const part = spec?.subcommands.find(({ name }) => name === subcommand);
  const known = (part ?? spec)?.options ?? [];
  const takesPlace = known.some(({ kind }) => kind === "chat");
  // Where an address is asked for, a link is one and names no chat; and so is a name that stands alone.
  const takesAddress = known.some(({ kind }) => kind === "address");
  const isAddress = (word: string): boolean =>
    takesAddress && (word.includes("/") || (words.length === 1 && word.startsWith("@")));
  const namesPlace = (word: string): boolean => looksLikePlace(word) && !isAddress(word);
  const words = known.flatMap(({ name, kind }) => {
    const value = options[name] ?? "";
    return kind === "chat" && (target !== null || isBareId(value))
      ? []
      : value.split(/\s+/u).filter((word) => word !== "");
  });
  if (!takesPlace) return { place: null, title: "", isUnseen: false, words };
  const named = words.flatMap((word) => readPlaceWord(word, address.platform) ?? [])[0] ?? null;
  const place = target?.address ?? named;
  const isHere = place === null || addressKey(place) === addressKey(address);
  const others = words.filter((word) => readPlaceWord(word, address.platform) === null && !namesPlace(word));
  const isNamed =
    words.some(namesPlace) ||
    known.some(({ name, kind }) => kind === "chat" && isBareId(options[name] ?? ""));
  return {
    place: isHere ? null : place,
    title: target?.title ?? "",
    isUnseen: place === null && isNamed,
    words: others,
  };
}

/** Platforms with typed options name a channel by its id alone; so long a number is nothing else. */
function isBareId(value: string): boolean {
  return /^\d{15,20}$/u.test(value);
}

/** An answer of one title and plain lines. */
export function plainReply(
  call: Pick<CommandCall, "language">,
  title: string,
  lines: readonly string[] = [],
): Reply {
  const blocks = lines.map((text) => ({ kind: "text" as const, text }));
  return { message: { title, blocks, actions: [], language: call.language }, isPrivate: true };
}

/** Says that words were not understood, so that nothing was done: they may have been meant to name another chat. */
export function unreadReply(call: Pick<CommandCall, "language" | "text" | "words">): Reply {
  return plainReply(call, call.text("words-unread", { words: shownWord(call.words.join(" ")) }));
}

/** What somebody typed, short enough to be said back to them. */
export function shownWord(typed: string): string {
  const word = typed.trim();
  const characters = Array.from(word);
  return characters.length <= maxShownWord ? word : `${characters.slice(0, maxShownWord).join("")}…`;
}

const maxShownWord = 60;

/** A text about how something is done, which on Discord is done in another way than where people answer messages with commands. */
export function wayText(
  call: Pick<CommandCall, "text" | "invocation">,
  key: string,
  args?: TextValues,
): string {
  return call.text(call.invocation.address.platform === "discord" ? `${key}-discord` : key, args);
}

/** Whether the person is one of the configured admins of the platform. */
export function isAdmin(context: CommandContext, user: Pick<Invocation["user"], "platform" | "id">): boolean {
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

/** An optional option of free text. `key`: of its description. */
export function textOption(
  context: Pick<CommandContext, "translate" | "languages">,
  name: string,
  {
    key = `option-${name}`,
    isCompleted = false,
  }: { readonly key?: string; readonly isCompleted?: boolean } = {},
): CommandOption {
  const description = describe(context, key);
  return { name, isRequired: false, choices: null, description, ...(isCompleted ? { isCompleted } : {}) };
}

/** The option that names another chat; it stands last. */
export function whereOption(context: Pick<CommandContext, "translate" | "languages">): CommandOption {
  return { ...textOption(context, "where"), kind: "chat" };
}

/** For logs: where a call came from. */
export const placeOf = (invocation: Invocation): string => addressKey(invocation.address);
