import type { ForceReply, ReplyKeyboardMarkup } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { SendOutcome } from "../../../src/ports/chat-platform.ts";
import type { OpenQuestion, QuestionStore } from "../../../src/ports/question-store.ts";
import type { Question } from "./calls.ts";
import type { StoredButton } from "./keyboard.ts";
import { platformName } from "./limits.ts";
import type { Speaking } from "./person.ts";
import { toHtml, toPlain } from "./span.ts";
import type { Span } from "./span.ts";
import type { SayWords, Text } from "./texts.ts";
import { cleanLine, codePoints, deadenLinks, escapeHtml } from "./visible.ts";

/** What an answer completes: a command with its words, and how long the answer may be. `isChat`: a chat is asked for. */
export interface Pending {
  readonly command: string;
  readonly argument: string;
  readonly maxLength: number;
  readonly isChat: boolean;
}

/** A question that waits, with what it is for. */
export interface Waiting extends Pending {
  readonly question: OpenQuestion;
}

/** What asking needs. */
export interface AskParts {
  readonly questions: QuestionStore;
  readonly clock: Clock;
  readonly text: Text;
}

/** Nobody remembers for longer what was asked. */
const patienceMs = 3_600_000;
/** https://core.telegram.org/bots/api#forcereply: 1-64 characters. */
const placeholderCharacters = 64;
const longestName = 200;

/**
 * A question to one person, as Telegram's clients show it best: with the field of input open as an answer to it. In a group it names the
 * person, since only those who are named get the field (https://core.telegram.org/bots/api#forcereply).
 */
export function drawQuestion(speaking: Speaking, { ask }: StoredButton, say: SayWords): Question | null {
  if (ask === null) return null;
  const { isDirect, user, name, address } = speaking;
  const example = cleanLine(ask.example);
  const title: Span = { text: cleanLine(ask.title), style: "bold" };
  const others = [
    ...(example === "" ? [] : [say("telegram-question-example", { example })]),
    ...(isDirect ? [] : [say("telegram-question-reply")]),
  ].flatMap((words): readonly Span[] => [{ text: "\n" }, { text: cleanLine(words) }]);
  const mention: readonly Span[] =
    isDirect || name === null
      ? []
      : [{ text: cleanLine(name) || "…", url: `tg://user?id=${user.id}` }, { text: ", " }];
  const spans = [...mention, title, ...others];
  const placeholder = Array.from(example).slice(0, placeholderCharacters).join("");
  return {
    address,
    html: toHtml(spans),
    plain: deadenLinks(toPlain(spans)),
    markup: forceReply(placeholder, !isDirect),
    replyTo: null,
  };
}

/** Which chat is meant, to be chosen in the app, typed, or shown by a post of it. In private chats only. */
export function drawChatQuestion({ address }: Speaking, say: SayWords): Question {
  const words = say("telegram-which-chat");
  return {
    address,
    html: escapeHtml(words),
    plain: words,
    markup: chatKeyboard(say("telegram-choose-channel"), say("telegram-choose-group")),
    replyTo: null,
  };
}

/** Remembers a question that was sent. */
export async function openQuestion(
  { questions, clock }: AskParts,
  { address, user }: Speaking,
  { outcome, pending }: { readonly outcome: SendOutcome; readonly pending: Pending },
): Promise<void> {
  if (outcome.kind !== "sent") return;
  const question = {
    platform: platformName,
    channel: address.channel,
    messageId: outcome.messageId,
    userId: user.id,
    body: JSON.stringify(pending),
    expiresAt: clock.now() + patienceMs,
  };
  await questions.open(question, clock.now());
}

/**
 * The question that a message answers; null: none. In a private chat the newest one needs no reply to it. Who writes as the chat itself may
 * be whoever was asked: the reply tells which question is meant, and its command looks at rights anyway.
 */
export async function findQuestion(
  { questions, clock }: AskParts,
  { address, isDirect, isTheChat, user, about }: Speaking,
): Promise<Waiting | null> {
  const chat = { platform: platformName, channel: address.channel };
  if (about === null) {
    if (!isDirect) return null;
    const [newest] = await questions.waiting({ ...chat, userId: user.id }, clock.now());
    return newest === undefined ? null : waitingFor(newest);
  }
  const question = await questions.askedBy({ ...chat, messageId: about }, clock.now());
  return question !== null && (isTheChat || question.userId === user.id) ? waitingFor(question) : null;
}

function waitingFor(question: OpenQuestion): Waiting {
  return { ...(JSON.parse(question.body) as Pending), question };
}

/** The newest question for a chat; null: none waits. */
export async function findChatQuestion(
  { questions, clock }: AskParts,
  { address, user }: { readonly address: ChatAddress; readonly user: { readonly id: string } },
): Promise<Waiting | null> {
  const of = { platform: platformName, channel: address.channel, userId: user.id };
  for (const question of await questions.waiting(of, clock.now())) {
    const waiting = waitingFor(question);
    if (waiting.isChat) return waiting;
  }
  return null;
}

/** The answer as the last words of an argument; null: too long. */
export function answerWords(text: string, maxLength: number): string | null {
  const words = cleanLine(text);
  return codePoints(words) > Math.max(1, maxLength) ? null : words;
}

/** A name is never longer. */
export const chatAnswerLength = longestName;

function forceReply(placeholder: string, isSelective: boolean): ForceReply {
  return {
    force_reply: true,
    ...(placeholder === "" ? {} : { input_field_placeholder: placeholder }),
    ...(isSelective ? { selective: true } : {}),
  };
}

/** Everything refused but what is named: https://core.telegram.org/bots/api#chatadministratorrights */
function rightsWith(granted: { can_post_messages?: true; can_manage_chat?: true }) {
  return {
    is_anonymous: false,
    can_manage_chat: false,
    can_delete_messages: false,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: false,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
    ...granted,
  };
}

/** Choosing a channel makes the bot its administrator with the right to post, if it is none: https://core.telegram.org/bots/features#chat-and-user-selection */
function chatKeyboard(channel: string, group: string): ReplyKeyboardMarkup {
  const posting = rightsWith({ can_post_messages: true, can_manage_chat: true });
  return {
    keyboard: [
      [
        {
          text: channel,
          request_chat: {
            request_id: 1,
            chat_is_channel: true,
            user_administrator_rights: posting,
            bot_administrator_rights: posting,
            request_title: true,
          },
        },
        {
          text: group,
          request_chat: {
            request_id: 2,
            chat_is_channel: false,
            user_administrator_rights: rightsWith({ can_manage_chat: true }),
            bot_is_member: true,
            request_title: true,
          },
        },
      ],
    ],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}
