import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { ChatFullInfo, ChatMember } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { ChatTarget, MissingRight } from "../../../src/ports/command.ts";
import { networkCode } from "./outcome.ts";
import { addressOf, chatId, titleOf } from "./place.ts";
import { repeatCall } from "./repeat.ts";

/** What asking for rights needs. `botId`: the bot's own user id. */
export interface RightsParts {
  readonly calls: RawApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly botId: () => number;
  /** Aborted: nothing is asked again. */
  readonly ending: AbortSignal;
}

/** Who may do what where, asked of Telegram at the moment of use. */
export interface Rights {
  /** Whether a person administers a chat. In a private chat: whose it is. Null: Telegram does not tell. */
  isAdmin(at: ChatAddress, userId: number): Promise<boolean | null>;
  /** What the bot lacks there to tell alerts; [] when it cannot be told. */
  missing(at: ChatAddress): Promise<readonly MissingRight[]>;
  /** The chat that a word names: an id, an @name, a t.me link; null: there is none, or the bot cannot see it. */
  find(word: string): Promise<ChatTarget | null>;
  /** What a chat is called; null: the bot cannot see it, or it is a person's. */
  titleOf(at: ChatAddress): Promise<string | null>;
}

/** A link to a chat, or its name: what people copy out of the app. */
const chatWord =
  /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(?:c\/(?<inner>\d+)|(?:s\/)?(?<linked>[A-Za-z]\w{3,31}))(?:\/(?<thread>\d+))?(?:\/\d+)?\/?$|^@(?<name>[A-Za-z]\w{3,31})$|^(?<id>-\d{5,16})$/u;

/** Whether a word is meant to name a chat. */
export function namesChat(word: string): boolean {
  return chatWord.test(word);
}

/** Somebody waits for the answer. */
const tries = 3;
const longestMs = 5_000;

/** Over the Bot API; nothing is remembered, so that rights that were taken are taken at once. */
export function createRights({ calls, clock, log, botId, ending }: RightsParts): Rights {
  const told = (message: string, at: number | string) => (error: unknown) => {
    const why = error instanceof GrammyError ? error.description : (networkCode(error) ?? "no answer");
    // A chat that does not let the bot look is no fault of anybody's.
    const isShut = error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403);
    log(isShut ? "debug" : "warn", message, { chat: at, why });
    return null;
  };
  const patience = { clock, tries, longestMs, signal: ending };
  const askMember = (at: ChatAddress, userId: number): Promise<ChatMember> =>
    repeatCall(() => calls.getChatMember({ chat_id: chatId(at), user_id: userId }), patience);
  const askChat = (chat: number | string): Promise<ChatFullInfo> =>
    repeatCall(() => calls.getChat({ chat_id: chat }), patience);
  const member = (at: ChatAddress, userId: number): Promise<ChatMember | null> =>
    askMember(at, userId).catch(told("telegram: rights could not be asked, so they are refused", chatId(at)));

  return {
    async isAdmin(at, userId) {
      if (!at.channel.startsWith("-") && !at.channel.startsWith("@")) return at.channel === String(userId);
      const found = await member(at, userId);
      return found === null ? null : found.status === "creator" || found.status === "administrator";
    },
    async titleOf(at) {
      if (!at.channel.startsWith("-")) return null;
      const chat = await askChat(chatId(at)).catch(
        told("telegram: a chat's title could not be asked", chatId(at)),
      );
      return chat === null ? null : titleOf(chat);
    },
    async missing(at) {
      if (!at.channel.startsWith("-") && !at.channel.startsWith("@")) return [];
      const own = await askMember(at, botId()).catch((error: unknown) => error);
      // A chat that turns the bot away; anything else says nothing of its rights.
      if (own instanceof GrammyError)
        return own.error_code === 403 || own.error_code === 400 ? ["see", "send"] : [];
      if (own instanceof Error || own === null || typeof own !== "object") return [];
      return missingOf(own as ChatMember, () =>
        askChat(chatId(at)).catch(told("telegram: a chat's rules could not be asked", chatId(at))),
      );
    },
    async find(word) {
      const found = chatWord.exec(word)?.groups ?? {};
      const {
        inner,
        linked,
        thread,
        name = linked,
        id = inner === undefined ? undefined : `-100${inner}`,
      } = found;
      const ref = name === undefined ? Number(id) : `@${name}`;
      if (typeof ref === "number" && !Number.isSafeInteger(ref)) return null;
      const chat = await askChat(ref).catch(told("telegram: a chat that was named cannot be seen", ref));
      if (chat === null) return null;
      const topic = chat.is_forum === true && thread !== undefined && thread !== "1" ? thread : null;
      return { address: { ...addressOf(chat.id), thread: topic }, title: titleOf(chat) };
    },
  };
}

/** https://core.telegram.org/bots/api#chatmember and, for ordinary members, #chatpermissions */
async function missingOf(
  member: ChatMember,
  askChat: () => Promise<ChatFullInfo | null>,
): Promise<readonly MissingRight[]> {
  const of = (canSend: boolean | undefined, canSendPhotos: boolean | undefined): readonly MissingRight[] => [
    ...(canSend === false ? ["send" as const] : []),
    ...(canSendPhotos === false ? ["attach" as const] : []),
  ];
  switch (member.status) {
    case "creator":
      return [];
    case "administrator":
      // Of channels only: in groups an administrator may always write.
      return member.can_post_messages === false ? ["send"] : [];
    case "restricted":
      return member.is_member ? of(member.can_send_messages, member.can_send_photos) : ["see", "send"];
    case "left":
    case "kicked":
      return ["see", "send"];
    case "member": {
      const chat = await askChat();
      if (chat?.type === "channel") return ["send"];
      return of(chat?.permissions?.can_send_messages, chat?.permissions?.can_send_photos);
    }
  }
}
