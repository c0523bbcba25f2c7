import { createTelegram } from "../../../../adapters/chat/telegram/index.ts";
import type { Clock } from "../../../../src/clock.ts";
import type { Log } from "../../../../src/log.ts";
import type { ChatAddress } from "../../../../src/model/chat.ts";
import type { Message } from "../../../../src/model/message.ts";
import type { ChatPlatform } from "../../../../src/ports/chat-platform.ts";
import type { FileStore } from "../../../../src/ports/file-store.ts";
import type { Card, CommandSet, CommandSpec, Invocation, Reply } from "../../../../src/ports/command.ts";
import { afterEach, beforeEach } from "vitest";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import { startFakeTelegram } from "../../../fakes/telegram/index.ts";
import type { FakeTelegram, FakeTelegramOptions } from "../../../fakes/telegram/index.ts";
import { memoryFiles, memoryLimits, memoryQuestions, memoryUpdates, notedCharts } from "./memory.ts";
import type { MemoryQuestions, MemoryUpdates, NotedCharts } from "./memory.ts";

/** A message of one text block. */
export function messageOf(title: string, change: Partial<Message> = {}): Message {
  return { title, blocks: [], actions: [], language: "en", ...change };
}

/** The address of a chat, or of a topic in it. */
export function addressOf(chatId: number, thread: number | null = null): ChatAddress {
  return { platform: "telegram", channel: String(chatId), thread: thread === null ? null : String(thread) };
}

/** A command without options. */
export function specOf(name: string, change: Partial<CommandSpec> = {}): CommandSpec {
  return {
    name,
    description: { en: `About ${name}.` },
    access: "anyone",
    options: [],
    subcommands: [],
    isListed: true,
    ...change,
  };
}

/** An option of free text. */
export function optionOf(name: string, isRequired: boolean): CommandSpec["options"][number] {
  return { name, isRequired, choices: null, description: { en: `The ${name}.`, uk: `Це ${name}.` } };
}

/** Commands that note what they were asked and answer with their own name. */
export interface NotedCommands extends CommandSet {
  readonly invocations: Invocation[];
  readonly moves: [from: string, to: string][];
  readonly gone: [chat: string, reason: string][];
  readonly back: string[];
  /** What is offered in inline mode. */
  readonly offered: Card[];
}

/** `answer`: what a command answers; its own name by default. */
export function notedCommands(
  specs: readonly CommandSpec[],
  answer?: (invocation: Invocation) => Promise<Message>,
  manner: Partial<Omit<Reply, "message">> = {},
): NotedCommands {
  const invocations: Invocation[] = [];
  const moves: [string, string][] = [];
  const gone: [string, string][] = [];
  const back: string[] = [];
  const offered: Card[] = [];
  return {
    specs,
    invocations,
    moves,
    gone,
    back,
    offered,
    async run(invocation) {
      invocations.push(invocation);
      const message =
        answer === undefined ? messageOf(`done ${invocation.command}`) : await answer(invocation);
      return { message, isPrivate: false, ...manner };
    },
    complete: () => Promise.resolve([]),
    cards: () => Promise.resolve(offered),
    async chatMoved(from, to) {
      moves.push([from.channel, to.channel]);
    },
    async chatGone(address, reason) {
      gone.push([address.channel, reason]);
    },
    async chatBack(address) {
      back.push(address.channel);
    },
  };
}

/** A clock whose sleeps are noted, and end at once unless they are longer than its patience. */
export interface HastyClock extends Clock {
  readonly sleeps: number[];
  /** Ends the sleeps that are held. */
  wake(): void;
}

/** Sleeps longer than `patienceMs` end only when they are woken or aborted. A sleep that has ended has taken its time. */
export function hastyClock(patienceMs = Infinity): HastyClock {
  const sleeps: number[] = [];
  const held = new Set<() => void>();
  let now = 1_750_000_000_000;
  return {
    sleeps,
    now: () => now,
    sleep(ms, signal) {
      sleeps.push(ms);
      const until = now + ms;
      return new Promise((resolve) => {
        const end = () => {
          now = Math.max(now, until);
          resolve();
        };
        signal?.addEventListener("abort", () => resolve(), { once: true });
        if (ms <= patienceMs) setImmediate(end);
        else held.add(end);
      });
    },
    wake() {
      for (const end of held) end();
      held.clear();
    },
  };
}

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A fake Telegram with the platform connected to it; `stop` both at the end. */
export interface Bench {
  readonly telegram: FakeTelegram;
  readonly platform: ChatPlatform;
  readonly commands: NotedCommands;
  readonly updates: MemoryUpdates;
  readonly questions: MemoryQuestions;
  readonly charts: NotedCharts;
  readonly clock: HastyClock;
  readonly lines: LogLine[];
  stop(): Promise<void>;
}

export interface BenchOptions {
  readonly commands?: NotedCommands;
  readonly updates?: MemoryUpdates;
  readonly questions?: MemoryQuestions;
  readonly files?: FileStore;
  readonly admins?: readonly string[];
  readonly publicUrl?: string;
  readonly telegram?: FakeTelegram;
  readonly fake?: FakeTelegramOptions;
  readonly clock?: HastyClock;
  readonly token?: string;
}

/** Nothing is started yet: `send` and `edit` work without. */
export async function setUp(options: BenchOptions = {}): Promise<Bench> {
  const telegram = options.telegram ?? (await startFakeTelegram(options.fake));
  const commands = options.commands ?? notedCommands([specOf("start"), specOf("help")]);
  const updates = options.updates ?? memoryUpdates();
  const questions = options.questions ?? memoryQuestions();
  const charts = notedCharts();
  // The grace of a stop, and longer waits, end only by their signal.
  const clock = options.clock ?? hastyClock();
  const lines: LogLine[] = [];
  const log: Log = (level, message, fields = {}) => void lines.push({ level, message, fields });
  const platform = createTelegram({
    token: options.token ?? telegram.token,
    apiRoot: telegram.apiRoot,
    publicUrl: options.publicUrl ?? null,
    commands,
    admins: options.admins ?? [],
    updates,
    files: options.files ?? memoryFiles(),
    questions,
    outbox: memoryLimits(),
    charts,
    text: (language, key, values) => textsOf(language ?? "en").text(key, values),
    languages: textLanguages,
    clock,
    log,
  });
  return {
    telegram,
    platform,
    commands,
    updates,
    questions,
    charts,
    clock,
    lines,
    async stop() {
      await platform.stop();
      if (options.telegram === undefined) await telegram.close();
    },
  };
}

/** A fake for each test of a file, and platforms on it that are stopped behind it. */
export interface Stage {
  readonly telegram: FakeTelegram;
  /** A fake of another kind in place of the one that is there. */
  reopen(fake: FakeTelegramOptions): Promise<void>;
  /** A platform that has started. */
  started(options?: Omit<BenchOptions, "telegram">): Promise<Bench>;
}

/** Call it at the top of a file. */
export function useTelegram(fake: FakeTelegramOptions = { hasFloodLimits: false }): Stage {
  let telegram: FakeTelegram | null = null;
  const benches: Bench[] = [];
  const opened = (): FakeTelegram => {
    if (telegram === null) throw new Error("the fake is there in tests only");
    return telegram;
  };
  beforeEach(async () => {
    telegram = await startFakeTelegram(fake);
  });
  afterEach(async () => {
    for (const bench of benches.splice(0)) await bench.stop();
    await opened().close();
  });
  return {
    get telegram() {
      return opened();
    },
    async reopen(other) {
      await opened().close();
      telegram = await startFakeTelegram(other);
    },
    async started(options = {}) {
      const bench = await setUp({ ...options, telegram: opened() });
      benches.push(bench);
      await bench.platform.start(noStop);
      return bench;
    },
  };
}

/** The texts of the warnings in a log. */
export function warningsOf(bench: Pick<Bench, "lines">): readonly string[] {
  return bench.lines.filter(({ level }) => level === "warn").map(({ message }) => message);
}

/** A request to send `message` to a chat, loud and to nobody's message. */
export function sendRequest(
  chatId: number,
  message: Message,
  change: { isLoud?: boolean; replyTo?: string | null; thread?: number } = {},
) {
  const { isLoud = true, replyTo = null, thread = null } = change;
  return { key: "d1-7", address: addressOf(chatId, thread), message, isLoud, replyTo, mayRepeat: false };
}

/** A signal that is never aborted. */
export const noStop = new AbortController().signal;

/** A command whose answer waits until it is released, once. */
export function heldCommand() {
  const held = Promise.withResolvers<void>();
  const commands = notedCommands([specOf("slow"), specOf("quick")], async ({ command }) => {
    if (command === "slow") await held.promise;
    return messageOf(command);
  });
  return { commands, release: held.resolve };
}
