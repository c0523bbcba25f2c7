import { seenText, type FakeDiscord } from "../fakes/discord/index.ts";
import type { FakeTelegram } from "../fakes/telegram/index.ts";
import { developments, isLoudRevision, newestRevision, readText } from "./plan.ts";

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

/** What can be known of the trouble that there was. */
export interface Trouble {
  readonly alerts: number;
  /** Calls whose answer was withheld, as they were asked for. */
  readonly unanswered: number;
  /** Deliveries that were under way when their process was killed. */
  readonly underWayAtKills: number;
}

/** Everything that the two platforms took, oldest first. */
export function shownIn(telegram: FakeTelegram, discord: FakeDiscord): Shown[] {
  const onTelegram = telegram.director.sent().map((message): Shown => {
    const first = readText(message.edits[0]?.text ?? message.text);
    const now = readText(message.text);
    return {
      chat: `telegram ${message.chatId}`,
      development: now.development,
      firstRevision: first.revision,
      revision: now.revision,
      isMarked: first.isMarked,
      isSilent: message.isSilent,
      key: null,
    };
  });
  const onDiscord = discord.messages().map((message): Shown => {
    const first = readText(seenText({ ...message, body: message.edits[0]?.before ?? message.body }));
    const now = readText(seenText(message));
    return {
      chat: `discord ${message.channelId}`,
      development: now.development,
      firstRevision: first.revision,
      revision: now.revision,
      isMarked: first.isMarked,
      isSilent: (message.flags & 4_096) !== 0,
      key: message.nonce,
    };
  });
  return [...onTelegram, ...onDiscord];
}

/** What is wrong; empty: nothing. */
export function faultsIn(shown: readonly Shown[], chats: readonly string[], trouble: Trouble): string[] {
  const faults: string[] = [];
  for (const chat of chats) {
    for (let index = 1; index <= developments; index += 1) {
      const development = `d${index}`;
      const messages = shown.filter(
        (message) => message.chat === chat && message.development === development,
      );
      faults.push(
        ...faultsOfStory(messages, newestRevision(development, trouble.alerts)).map(
          (fault) => `${chat} ${development}: ${fault}`,
        ),
      );
    }
  }
  const marked = shown.filter((message) => message.isMarked);
  if (marked.some((message) => message.key !== null))
    faults.push("a message is marked where the platform tells repeats");
  if (marked.length > trouble.unanswered + trouble.underWayAtKills) {
    faults.push(
      `${marked.length} messages are marked, after ${trouble.unanswered} lost answers and ${trouble.underWayAtKills} deliveries cut short`,
    );
  }
  return faults;
}

/** One chat's messages on one development, oldest first. */
function faultsOfStory(messages: readonly Shown[], newest: number): string[] {
  const faults: string[] = [];
  const current = messages.at(-1);
  if (current === undefined) return ["nothing arrived"];
  if (current.revision !== newest) faults.push(`shows revision ${current.revision} instead of ${newest}`);
  // A loud revision was sent, or a message that shows a later one and notifies stands for it. Where an unanswered message
  // is found by its key, what became loud meanwhile is edited into it: docs/delivery.md, unknown.
  const lastLoud = Array.from({ length: newest }, (_, index) => newest - index).find(isLoudRevision) ?? 1;
  const rang = messages.filter((message) => !message.isSilent).map((message) => message.firstRevision);
  const isFoundByKey = messages.some((message) => message.key !== null);
  if (!rang.some((revision) => isFoundByKey || revision >= lastLoud))
    faults.push(`revision ${lastLoud} did not notify`);
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
