import { seenText, type FakeDiscord } from "../fakes/discord/index.ts";
import type { FakeTelegram } from "../fakes/telegram/index.ts";
import {
  developments,
  isLoudRevision,
  isOfAlert,
  isOfPicture,
  newestRevision,
  readNotice,
  readText,
} from "./plan.ts";

/** A message as a chat has it, with what it said at first and what it says now. */
export interface Shown {
  readonly chat: string;
  readonly development: string;
  readonly firstRevision: number;
  readonly revision: number;
  readonly isMarked: boolean;
  readonly isSilent: boolean;
  /** Discord's nonce; null on Telegram. */
  readonly key: string | null;
}

/** A notice that was queued for a chat. */
export interface QueuedNotice {
  readonly chat: string;
  readonly key: string;
  readonly title: string;
}

/** A notice as a chat has it. */
export interface ToldNotice {
  readonly chat: string;
  readonly title: string;
  readonly isMarked: boolean;
}

/** A post is a part of its forum. */
const placeOf = (discord: FakeDiscord, channelId: string): string =>
  `discord ${discord.channel(channelId).parentId ?? channelId}`;

/** Every notice that the two platforms took. */
export function noticesIn(telegram: FakeTelegram, discord: FakeDiscord): ToldNotice[] {
  const texts = [
    ...telegram.director.sent().map(({ chatId, text }) => ({ chat: `telegram ${chatId}`, text })),
    ...discord
      .messages()
      .map((message) => ({ chat: placeOf(discord, message.channelId), text: seenText(message) })),
  ];
  return texts
    .filter(({ text }) => !isOfAlert(text) && !isOfPicture(text))
    .map(({ chat, text }) => ({ chat, ...readNotice(text) }));
}

/** What is wrong with them: each is to be there once, on Telegram once unmarked. */
export function noticeFaults(told: readonly ToldNotice[], queued: readonly QueuedNotice[]): string[] {
  const faults: string[] = [];
  const keys = queued.map(({ chat, key }) => `${chat} ${key}`);
  if (new Set(keys).size !== keys.length) faults.push("a notice was queued twice for a chat");
  for (const { chat, title } of queued) {
    const own = told.filter((notice) => notice.chat === chat && notice.title === title);
    const unmarked = own.filter((notice) => !notice.isMarked).length;
    if (own.length === 0) faults.push(`${chat}: "${title}" did not arrive`);
    if (unmarked > 1) faults.push(`${chat}: "${title}" doubled unmarked`);
    if (chat.startsWith("discord") && (own.length > 1 || unmarked < own.length))
      faults.push(`${chat}: "${title}" ${own.length} times, ${own.length - unmarked} marked`);
  }
  if (!queued.some(({ key }) => key.startsWith("digest:"))) faults.push("no digest was made");
  return faults;
}

/** Everything that the two platforms took, oldest first; a message on several developments once for each. */
export function shownIn(telegram: FakeTelegram, discord: FakeDiscord): Shown[] {
  const onTelegram = telegram.director.sent().flatMap((message) =>
    storiesIn(message.edits[0]?.text ?? message.text, message.text).map((story) => ({
      ...story,
      chat: `telegram ${message.chatId}`,
      isSilent: message.isSilent,
      key: null,
    })),
  );
  const onDiscord = discord.messages().flatMap((message) => {
    const first = seenText({ ...message, body: message.edits[0]?.before ?? message.body });
    return storiesIn(first, seenText(message)).map((story) => ({
      ...story,
      chat: placeOf(discord, message.channelId),
      isSilent: (message.flags & 4_096) !== 0,
      key: message.nonce,
    }));
  });
  return [...onTelegram, ...onDiscord];
}

/** What a message said at first and what it says now; [] of a notice. */
function storiesIn(
  first: string,
  now: string,
): Pick<Shown, "development" | "firstRevision" | "revision" | "isMarked">[] {
  if (!isOfAlert(now)) return [];
  const told = new Map(readText(first).map((story) => [story.development, story]));
  return readText(now).map(({ development, revision }) => ({
    development,
    firstRevision: told.get(development)?.revision ?? 0,
    revision,
    isMarked: told.get(development)?.isMarked ?? false,
  }));
}

/** What is wrong in chats that stay as they are, after so many alerts; empty: nothing. */
export function faultsIn(shown: readonly Shown[], chats: readonly string[], alerts: number): string[] {
  const faults = eachStory(shown, chats, (messages, development) =>
    faultsOfStory(messages, newestRevision(development, alerts)),
  );
  if (shown.some((message) => message.isMarked && message.key !== null))
    faults.push("a message is marked where the platform tells repeats");
  return faults;
}

/** What is wrong in chats that come, go and move: they may miss what was told meanwhile, but not what is newest. */
export function newestFaults(shown: readonly Shown[], chats: readonly string[], alerts: number): string[] {
  return eachStory(shown, chats, (messages, development) =>
    currencyFaults(messages, newestRevision(development, alerts)),
  );
}

function eachStory(
  shown: readonly Shown[],
  chats: readonly string[],
  faultsOf: (messages: readonly Shown[], development: string) => string[],
): string[] {
  return chats.flatMap((chat) =>
    Array.from({ length: developments }, (_, index) => `d${index + 1}`).flatMap((development) => {
      const messages = shown.filter(
        (message) => message.chat === chat && message.development === development,
      );
      return faultsOf(messages, development).map((fault) => `${chat} ${development}: ${fault}`);
    }),
  );
}

function currencyFaults(messages: readonly Shown[], newest: number): string[] {
  const current = messages.at(-1);
  if (current === undefined) return ["nothing arrived"];
  return current.revision === newest ? [] : [`shows revision ${current.revision} instead of ${newest}`];
}

/** One chat's messages on one development, oldest first. */
function faultsOfStory(messages: readonly Shown[], newest: number): string[] {
  if (messages.length === 0) return ["nothing arrived"];
  const faults = currencyFaults(messages, newest);
  // A loud revision was sent, or a message that shows a later one and notifies stands for it.
  const lastLoud = Array.from({ length: newest }, (_, index) => newest - index).find(isLoudRevision) ?? 1;
  const rang = messages.filter((message) => !message.isSilent).map((message) => message.firstRevision);
  if (!rang.some((revision) => revision >= lastLoud)) faults.push(`revision ${lastLoud} did not notify`);
  const unmarked = messages.filter((message) => !message.isMarked).map((message) => message.firstRevision);
  if (unmarked.some((revision, index) => index > 0 && revision <= (unmarked[index - 1] ?? 0))) {
    faults.push(`doubled unmarked: ${unmarked.join(", ")}`);
  }
  const loud = Array.from({ length: newest }, (_, index) => index + 1).filter(isLoudRevision);
  if (unmarked.length > loud.length)
    faults.push(`${unmarked.length} messages for ${loud.length} that notify`);
  const keys = messages.map((message) => message.key).filter((key) => key !== null);
  if (new Set(keys).size !== keys.length) faults.push("one key, two messages");
  return faults;
}
