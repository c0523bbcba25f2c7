import { EventEmitter } from "node:events";
import type { Entity } from "./html.ts";
import type { Keyboard } from "./keyboard.ts";
import type { ReplyMarkup } from "./reply-markup.ts";
import type { FakeTime } from "./time.ts";

/** A person, as the bot sees one: https://core.telegram.org/bots/api#user */
export interface FakeUser {
  readonly id: number;
  firstName: string;
  lastName: string | null;
  username: string | null;
  /** What the person's app is set to; null: it does not say. */
  language: string | null;
  isDeactivated: boolean;
}

/** How the bot, or a person, stands in a chat: https://core.telegram.org/bots/api#chatmember */
export type MemberStatus = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

/** A chat. Private ones have the person's id. */
export interface FakeChat {
  id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  title: string;
  /** Of public chats, without `@`; null: none. */
  username: string | null;
  isForum: boolean;
  /** In private chats: `member` once the person has started the bot, `kicked` when it is blocked. */
  botStatus: MemberStatus;
  /** False: members may not write texts there. */
  canSend: boolean;
  /** False: members may not send photos there. */
  canSendPhotos: boolean;
  /** False: the bot, though an administrator of the channel, may not post there. */
  canPost: boolean;
  isDeleted: boolean;
  /** The supergroup that a group has become; null: it has not. */
  migratedTo: number | null;
  /** Topics of a forum by their ids, the General one left out. */
  readonly topics: Map<number, { name: string; state: "open" | "closed" | "deleted" }>;
  readonly members: Map<number, MemberStatus>;
  /** How many answers may still go out for what people said there. */
  answersDue: number;
}

/** A picture that the platform keeps: https://core.telegram.org/bots/api#photosize */
export interface FakePhoto {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** One state of a message. */
export interface Shown {
  /** The text, or the caption of the photo. */
  readonly text: string;
  readonly photo: FakePhoto | null;
  /** As sent; `detected` are those that Telegram found by itself. */
  readonly entities: readonly Entity[];
  readonly detected: readonly Entity[];
  readonly keyboard: Keyboard | null;
  readonly at: number;
}

/** A message that stands, or stood, in a chat. */
export interface FakeMessage {
  readonly chatId: number;
  readonly messageId: number;
  /** Null: the bot. */
  readonly from: number | null;
  readonly threadId: number | null;
  readonly replyTo: number | null;
  readonly isSilent: boolean;
  readonly isPreviewOff: boolean;
  /** What it does to the keyboards of those who read it; null: nothing. */
  readonly markup: ReplyMarkup | null;
  shown: Shown;
  /** Earlier states, oldest first. */
  readonly edits: Shown[];
  isDeleted: boolean;
}

/** Everything that there is on the fake platform. `changes` emits "change" at whatever happens. */
export class World {
  readonly changes = new EventEmitter().setMaxListeners(0);
  readonly users = new Map<number, FakeUser>();
  readonly chats = new Map<number, FakeChat>();
  /** Every message the bot has sent, in the order of acceptance. */
  readonly sent: FakeMessage[] = [];
  /** Pictures that were uploaded, by their file_id. */
  readonly photos = new Map<string, FakePhoto>();
  readonly #messages = new Map<string, FakeMessage>();
  readonly #time: FakeTime;
  #lastId = 100;
  #lastMessageId = 0;
  readonly #lastInChannel = new Map<number, number>();

  constructor(time: FakeTime) {
    this.#time = time;
  }

  now(): number {
    return this.#time.now();
  }

  changed(): void {
    this.changes.emit("change");
  }

  /** A number never used before for a user or chat. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Supergroups and channels count their own messages; private chats and groups share one count. */
  nextMessageId(chat: FakeChat): number {
    if (chat.type === "private" || chat.type === "group") return (this.#lastMessageId += 1);
    const id = (this.#lastInChannel.get(chat.id) ?? 0) + 1;
    this.#lastInChannel.set(chat.id, id);
    return id;
  }

  message(chatId: number, messageId: number): FakeMessage | null {
    return this.#messages.get(`${chatId} ${messageId}`) ?? null;
  }

  put(message: FakeMessage): FakeMessage {
    this.#messages.set(`${message.chatId} ${message.messageId}`, message);
    if (message.from === null) this.sent.push(message);
    this.changed();
    return message;
  }

  /** The person with the id, made when there is none yet. */
  user(id: number): FakeUser {
    const user = this.users.get(id) ?? {
      id,
      firstName: `Person ${id}`,
      lastName: null,
      username: null,
      language: "en",
      isDeactivated: false,
    };
    this.users.set(id, user);
    return user;
  }

  addChat(chat: Partial<FakeChat> & Pick<FakeChat, "id" | "type">): FakeChat {
    const whole: FakeChat = {
      title: `Chat ${chat.id}`,
      username: null,
      isForum: false,
      botStatus: "member",
      canSend: true,
      canSendPhotos: true,
      canPost: true,
      isDeleted: false,
      migratedTo: null,
      topics: new Map(),
      members: new Map(),
      answersDue: 0,
      ...chat,
    };
    this.chats.set(whole.id, whole);
    return whole;
  }
}
