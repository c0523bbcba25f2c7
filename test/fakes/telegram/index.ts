/**
 * A Telegram Bot API server on the loopback, for tests: strict where the documentation is, and never more helpful than it.
 *
 * What it holds, and where that is written (all read 2026-11-25):
 * - methods, parameters, sizes: https://core.telegram.org/bots/api (sendMessage, editMessageText, getUpdates, setMyCommands, answerCallbackQuery,
 *   getChatMember, InlineKeyboardButton: texts of 1-4096 code points after parsing, callback data of 1-64 bytes, 100 commands);
 * - HTML and its error texts with byte offsets, what is trimmed, cleaned and dropped: tdlib/td, MessageEntity.cpp, misc.cpp, LinkManager.cpp
 *   (html.ts, text.ts, link.ts);
 * - the order of checks and the error texts: tdlib/telegram-bot-api, Client.cpp; tdlib/td, MessagesManager, DialogManager, MessageContent (messages.ts,
 *   access.ts, keyboard.ts). Not official: ENTITIES_TOO_LONG at about 9.5 KB (https://github.com/rubenlagus/TelegramBots/issues/854);
 * - getUpdates: an update stays until an offset is above it, the older of two polls ends with 409, 409s are 3 s apart, allowed_updates persists (updates.ts);
 * - limits: https://core.telegram.org/bots/faq and https://grammy.dev/advanced/flood (flood.ts), on a clock that can be set and sped up;
 * - privacy mode in groups: https://core.telegram.org/bots/features#privacy-mode; stand-in senders: https://core.telegram.org/bots/api#message (people.ts).
 * - pictures (photos.ts), questions and keyboards under the field of input (reply-markup.ts), inline mode (inline.ts), menus by scope and language (profile.ts),
 *   webhooks with their retries (webhook.ts), the parameters of each method (parameters.ts): https://core.telegram.org/bots/api.
 * Not here: other media than photos, inline results other than articles, payments, MarkdownV2.
 *
 * In one process: `const telegram = await startFakeTelegram()`, give `telegram.apiRoot` and `telegram.token` to the bot, let people act by
 * `telegram.user(7).types(…)`, read `telegram.director.sent()`. From another process: `node test/fakes/telegram/main.ts` prints its address,
 * `connectFakeTelegram(url)` has the same director over HTTP (POST /_control/OPERATION with the arguments as a JSON list).
 */
import type { AddressInfo } from "node:net";
import { Director } from "./director.ts";
import type { SentMessage } from "./director.ts";
import { Faults } from "./faults.ts";
import { Flood } from "./flood.ts";
import type { ApiParts } from "./methods.ts";
import type { TypingManner } from "./people.ts";
import { createApiServer } from "./server.ts";
import { createTime } from "./time.ts";
import { longestPollSeconds, Updates } from "./updates.ts";
import type { FakeUser } from "./world.ts";
import { Webhook } from "./webhook.ts";
import { World } from "./world.ts";

export type { ChatPlan, Counts, SentMessage } from "./director.ts";
export type { Fault, FaultRule } from "./faults.ts";
export { Director } from "./director.ts";

/** How the fake is to be. */
export interface FakeTelegramOptions {
  readonly token?: string;
  readonly botName?: string;
  /** 0: any. */
  readonly port?: number;
  /** Epoch milliseconds; the machine's clock by default. */
  readonly clock?: () => number;
  /** How many times as fast as `clock` the fake's time runs: limits and waits shrink alike. */
  readonly factor?: number;
  /** False: nothing is refused for flooding. */
  readonly hasFloodLimits?: boolean;
  /** How much earlier than a limit allows a call may come, for the way it takes; milliseconds of real time. */
  readonly toleranceMs?: number;
  /** False: calls are counted, not kept. */
  readonly keepsCalls?: boolean;
  readonly firstUpdateId?: number;
  /** False: @BotFather was not told to allow inline queries. */
  readonly hasInlineMode?: boolean;
  /** True: a Bot API server of one's own, whose webhooks may be plain HTTP on any port. */
  readonly isLocal?: boolean;
  /** 0: a server that does not hold polls, as one behind an impatient proxy. */
  readonly longestPollSeconds?: number;
}

/** A person of the fake. */
export interface FakePerson {
  readonly id: number;
  /** Writes a text; in their private chat when `chat` is their own id. Returns the message's id. */
  types(chat: number, text: string, manner?: TypingManner): number;
  /** Presses a button, named by its label or data. Throws when there is none. Returns the id of the press. */
  presses(message: Pick<SentMessage, "chatId" | "messageId">, button: string): string;
  blocks(): void;
  unblocks(): void;
  deactivates(): void;
}

/** A running fake. */
export interface FakeTelegram {
  /** `http://127.0.0.1:PORT` */
  readonly apiRoot: string;
  readonly token: string;
  readonly botName: string;
  readonly director: Director;
  /** The person with the id, made or changed. */
  user(id: number, change?: Partial<Omit<FakeUser, "id">>): FakePerson;
  /** Resolves with what `look` returns once it is neither null, false nor undefined; looks at every change. Rejects after 15 s. */
  until<T>(look: () => T | null | false | undefined): Promise<T>;
  /** Milliseconds of the fake's time. */
  now(): number;
  /** Cuts all connections, as a network that fails; the fake stays as it is. */
  cutConnections(): void;
  close(): Promise<void>;
}

const patienceMs = 15_000;

/** Starts a fake Bot API server on the loopback. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = "123456789:TEST-abcdefghijklmnopqrstuvwxyz012345", botName = "tallywire_bot" } = options;
  const time = createTime(options.clock ?? Date.now, options.factor ?? 1);
  const world = new World(time);
  const flood =
    options.hasFloodLimits === false ? null : new Flood(time, (options.toleranceMs ?? 50) * time.factor);
  const bot = { id: Number(token.split(":")[0]), is_bot: true, first_name: "Tallywire", username: botName };
  const updates = new Updates(time, {
    firstId: options.firstUpdateId ?? 500_001,
    longestPollSeconds: options.longestPollSeconds ?? longestPollSeconds,
  });
  const webhook = new Webhook(updates, time, {
    isLocal: options.isLocal ?? false,
    changed: () => world.changed(),
  });
  const api: ApiParts = {
    world,
    updates,
    webhook,
    flood,
    bot,
    hasInlineMode: options.hasInlineMode ?? true,
    presses: new Map(),
    queries: new Map(),
    profile: { menus: new Map(), descriptions: new Map(), shortDescriptions: new Map() },
    actions: [],
  };
  const faults = new Faults();
  const director = new Director({ api, faults, flood, keepsCalls: options.keepsCalls ?? true });
  const server = createApiServer({
    api,
    token,
    faults,
    onCall: (call) => (director.noteCall(call), world.changed()),
    control: async (operation, args) => callDirector(director, operation, args),
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token,
    botName,
    director,
    user: (id, change) => personOf(director.setUser(id, change).id, director),
    until: (look) => until(world, look),
    now: () => time.now(),
    cutConnections: () => server.closeAllConnections(),
    async close() {
      webhook.close();
      updates.endPoll("Conflict: terminated");
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function personOf(id: number, director: Director): FakePerson {
  return {
    id,
    types: (chat, text, manner) => director.types(id, chat, text, manner),
    presses: (message, button) => director.presses(id, message.chatId, message.messageId, button),
    blocks: () => director.setBotStatus(id, "kicked"),
    unblocks: () => director.setBotStatus(id, "member"),
    deactivates: () => void director.setUser(id, { isDeactivated: true }),
  };
}

/** Runs an operation of the director by its name, for callers over HTTP. */
function callDirector(director: Director, operation: string, args: readonly unknown[]): unknown {
  const isOperation =
    Object.getOwnPropertyNames(Director.prototype).includes(operation) && operation !== "constructor";
  if (!isOperation) throw new Error(`there is no operation ${operation}`);
  const run = Reflect.get(director, operation) as (...given: readonly unknown[]) => unknown;
  return run.apply(director, [...args]);
}

function until<T>(world: World, look: () => T | null | false | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      world.changes.off("change", check);
    };
    const check = (): void => {
      const seen = look();
      if (seen === null || seen === false || seen === undefined) return;
      end();
      resolve(seen);
    };
    const timer = setTimeout(
      () => (end(), reject(new Error("what was waited for has not happened"))),
      patienceMs,
    );
    world.changes.on("change", check);
    check();
  });
}
