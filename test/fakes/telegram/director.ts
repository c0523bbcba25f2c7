import type { Faults, FaultRule } from "./faults.ts";
import type { Flood, FloodCounts } from "./flood.ts";
import type { ApiParts, Press } from "./methods.ts";
import { People } from "./people.ts";
import type { TypingManner } from "./people.ts";
import type { Call } from "./server.ts";
import type { Button } from "./keyboard.ts";
import type { Entity } from "./html.ts";
import type { InlineQuery } from "./inline.ts";
import { menuShown } from "./profile.ts";
import type { MenuRow } from "./profile.ts";
import type { ReplyMarkup } from "./reply-markup.ts";
import type { FakeMessage, FakePhoto, FakeUser, MemberStatus, Shown } from "./world.ts";

/** A chat to be made. Ids are chosen when they are not given. */
export interface ChatPlan {
  readonly type: "group" | "supergroup" | "channel";
  readonly id?: number;
  readonly title?: string;
  readonly username?: string;
  readonly isForum?: boolean;
  readonly botStatus?: MemberStatus;
  readonly canSend?: boolean;
  /** Who is there, by user id. */
  readonly members?: Readonly<Record<string, MemberStatus>>;
}

/** A message of the bot, as it stands in its chat; plain data. */
export interface SentMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly threadId: number | null;
  readonly replyTo: number | null;
  readonly isSilent: boolean;
  readonly isPreviewOff: boolean;
  readonly isDeleted: boolean;
  /** What can be read: the text, or the photo's caption. */
  readonly text: string;
  readonly photo: FakePhoto | null;
  /** A question, or a keyboard under the field of input; null: neither. */
  readonly markup: ReplyMarkup | null;
  readonly entities: readonly Entity[];
  /** Mentions, commands, tags and addresses that Telegram made into links by itself. */
  readonly detected: readonly Entity[];
  readonly keyboard: readonly (readonly Button[])[];
  readonly at: number;
  /** Earlier states, oldest first. */
  readonly edits: readonly Shown[];
}

/** How many calls there were, and how they ended. */
export interface Counts {
  readonly calls: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly flood: FloodCounts | null;
  readonly conflicts: number;
  readonly waitingUpdates: number;
}

/** What the director works on. `keepsCalls` false: calls are counted only, for long runs. */
export interface DirectorParts {
  readonly api: ApiParts;
  readonly faults: Faults;
  readonly flood: Flood | null;
  readonly keepsCalls: boolean;
}

/** Directs the fake: what people do, what goes wrong, and what was seen. Arguments and results are plain data, so that all of it works over HTTP. */
export class Director {
  readonly #parts: DirectorParts;
  readonly #people: People;
  readonly #calls: Call[] = [];
  readonly #counted = new Map<string, number>();
  readonly #askedAt = new Map<number, number>();

  constructor(parts: DirectorParts) {
    this.#parts = parts;
    this.#people = new People(parts.api);
  }

  /** Makes or changes a person. */
  setUser(id: number, change: Partial<Omit<FakeUser, "id">> = {}): FakeUser {
    return Object.assign(this.#parts.api.world.user(id), change);
  }

  /** Makes a group, supergroup or channel; returns its id. */
  addChat(plan: ChatPlan): number {
    const { world } = this.#parts.api;
    const offset = plan.type === "group" ? 0 : 1_000_000_000_000;
    const id = plan.id ?? -offset - world.nextId();
    const members = new Map(
      Object.entries(plan.members ?? {}).map(([user, status]) => [Number(user), status] as const),
    );
    for (const user of members.keys()) world.user(user);
    world.addChat({ ...plan, id, members });
    return id;
  }

  /** Makes private chats in which people have spoken before; their ids follow one another. */
  openPrivateChats(firstId: number, count: number): void {
    const { world } = this.#parts.api;
    for (let id = firstId; id < firstId + count; id += 1) {
      world.user(id);
      world.addChat({ id, type: "private", botStatus: "member" });
    }
  }

  /** Each writes one text in their private chat. */
  typeMany(texts: readonly (readonly [userId: number, text: string])[]): void {
    for (const [id, text] of texts) {
      this.#askedAt.set(id, this.#parts.api.world.now());
      this.#people.types(id, id, text);
    }
  }

  /** An update of any kind: one that Telegram invents one day, or that waits from when more kinds were asked for. Before the bot has asked for any. */
  receives(kind: string, body: Readonly<Record<string, unknown>>): void {
    this.#parts.api.updates.push(kind, body);
  }

  /** Milliseconds from what `typeMany` wrote to the bot's next message there, of those who got one. */
  answerTimes(): readonly number[] {
    const first = new Map<number, number>();
    for (const { chatId, shown, edits } of this.#parts.api.world.sent) {
      const at = (edits[0] ?? shown).at;
      const asked = this.#askedAt.get(chatId);
      if (asked !== undefined && at >= asked && !first.has(chatId)) first.set(chatId, at - asked);
    }
    return [...first.values()];
  }

  types(userId: number, chatId: number, text: string, manner: TypingManner = {}): number {
    return this.#people.types(userId, chatId, text, manner);
  }

  posts(channelId: number, text: string): number {
    return this.#people.posts(channelId, text);
  }

  presses(userId: number, chatId: number, messageId: number, button: string): string {
    return this.#people.presses(userId, chatId, messageId, button);
  }

  forges(userId: number, chatId: number, messageId: number, data: string): string {
    return this.#people.forges(userId, chatId, messageId, data);
  }

  pressesUnseen(userId: number, chatId: number, messageId: number, data: string): string {
    return this.#people.pressesUnseen(userId, chatId, messageId, data);
  }

  forwards(
    userId: number,
    chatId: number,
    post: { readonly channelId: number; readonly messageId: number },
  ): number {
    return this.#people.forwards(userId, chatId, post);
  }

  sharesChat(userId: number, button: string, sharedId: number): void {
    this.#people.sharesChat(userId, button, sharedId);
  }

  asksInline(userId: number, query: string, offset = ""): string {
    return this.#people.asksInline(userId, query, offset);
  }

  query(id: string): InlineQuery | null {
    return this.#parts.api.queries.get(id) ?? null;
  }

  /** The platform keeps none of the bot's files any more. */
  forgetPhotos(): void {
    this.#parts.api.world.photos.clear();
  }

  /** How the bot stands in a chat; `kicked` in a private chat is to be blocked. */
  setBotStatus(chatId: number, status: MemberStatus, byUserId = 1): void {
    this.#people.setBotStatus(chatId, status, byUserId);
  }

  setMember(chatId: number, userId: number, status: MemberStatus): void {
    this.#parts.api.world.user(userId);
    this.#people.chat(chatId).members.set(userId, status);
  }

  /** Without a word to the bot: rights are taken, a group is deleted. */
  setChat(
    chatId: number,
    change: {
      readonly canSend?: boolean;
      readonly canSendPhotos?: boolean;
      readonly canPost?: boolean;
      readonly isDeleted?: boolean;
      readonly botStatus?: MemberStatus;
    },
  ): void {
    Object.assign(this.#people.chat(chatId), change);
  }

  migrate(groupId: number): number {
    return this.#people.migrate(groupId);
  }

  addTopic(chatId: number, name: string): number {
    const { world } = this.#parts.api;
    const chat = this.#people.chat(chatId);
    const id = world.nextMessageId(chat) + 1;
    chat.topics.set(id, { name, state: "open" });
    return id;
  }

  setTopic(chatId: number, threadId: number, state: "open" | "closed" | "deleted"): void {
    this.#people.setTopic(chatId, threadId, state);
  }

  /** A person deletes a message. */
  removeMessage(chatId: number, messageId: number): void {
    const message = this.#parts.api.world.message(chatId, messageId);
    if (message !== null) message.isDeleted = true;
  }

  fail(rule: FaultRule): void {
    this.#parts.faults.add(rule);
  }

  clearFaults(): void {
    this.#parts.faults.clear();
  }

  /** Presses that have not been answered can be answered no more. */
  expirePresses(): void {
    for (const press of this.#parts.api.presses.values()) press.isExpired = true;
  }

  press(id: string): Press | null {
    return this.#parts.api.presses.get(id) ?? null;
  }

  jumpUpdates(nextId: number): void {
    this.#parts.api.updates.jumpTo(nextId);
  }

  /** Somebody else sets a webhook for the bot. */
  setWebhook(url: string): void {
    this.#parts.api.webhook.set({ url });
  }

  /** The answers that the bot's webhook gave, in order; 0: none. */
  webhookAnswers(): readonly number[] {
    return this.#parts.api.webhook.statuses;
  }

  /** The bot's messages in the order of acceptance; of one chat when it is given, from the `from`th on. */
  sent(chatId: number | null = null, from = 0): readonly SentMessage[] {
    const { sent } = this.#parts.api.world;
    const inChat = chatId === null ? sent : sent.filter((message) => message.chatId === chatId);
    return inChat.slice(from).map(plainMessage);
  }

  sentCount(): number {
    return this.#parts.api.world.sent.length;
  }

  calls(method: string | null = null): readonly Call[] {
    return method === null ? this.#calls : this.#calls.filter((call) => call.method === method.toLowerCase());
  }

  /** By scope and language. */
  menus(): Readonly<Record<string, readonly MenuRow[]>> {
    return Object.fromEntries(this.#parts.api.profile.menus);
  }

  /** The menu that somebody sees in a chat. */
  menuShown(userId: number, chatId: number): readonly MenuRow[] {
    const { world, profile } = this.#parts.api;
    const status = world.chats.get(chatId)?.members.get(userId);
    const isAdmin = status === "administrator" || status === "creator";
    const language = world.user(userId).language?.slice(0, 2) ?? "";
    return menuShown(profile, { chatId, userId, isGroup: chatId < 0, isAdmin }, language);
  }

  /** By language, "" for everybody else. */
  descriptions(): Readonly<Record<"long" | "short", Readonly<Record<string, string>>>> {
    const { descriptions, shortDescriptions } = this.#parts.api.profile;
    return { long: Object.fromEntries(descriptions), short: Object.fromEntries(shortDescriptions) };
  }

  offsets(): readonly number[] {
    return this.#parts.api.updates.offsets;
  }

  counts(): Counts {
    const { updates } = this.#parts.api;
    const statuses: Record<string, number> = {};
    for (const { status } of this.#calls) statuses[status] = (statuses[status] ?? 0) + 1;
    const calls = Object.fromEntries(this.#counted);
    return {
      calls,
      statuses,
      flood: this.#parts.flood?.counts ?? null,
      conflicts: updates.conflicts,
      waitingUpdates: updates.waiting,
    };
  }

  /** For the server: a call has come. */
  noteCall(call: Call): void {
    this.#counted.set(call.method, (this.#counted.get(call.method) ?? 0) + 1);
    if (this.#parts.keepsCalls) this.#calls.push(call);
  }
}

function plainMessage(message: FakeMessage): SentMessage {
  const { shown, from: _, ...rest } = message;
  return { ...rest, ...shown, keyboard: shown.keyboard ?? [] };
}
