import { afterEach } from "vitest";
import { createDiscord } from "../../../../adapters/chat/discord/index.ts";
import type { KeptLimits } from "../../../../adapters/chat/discord/memory.ts";
import type { ChatAddress } from "../../../../src/model/chat.ts";
import type { Message } from "../../../../src/model/message.ts";
import type { ChatPlatform, EditRequest, SendRequest } from "../../../../src/ports/chat-platform.ts";
import type { ChartRenderer } from "../../../../src/ports/chart-renderer.ts";
import type { CommandSet, CommandSpec, Invocation, Reply } from "../../../../src/ports/command.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import { startFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from "../../../fakes/discord/index.ts";

export const noon = Date.parse("2026-03-01T12:00:00Z");
/** Nobody aborts. */
export const never = new AbortController().signal;

export interface Stage {
  readonly fake: FakeDiscord;
  readonly clock: FakeClock;
  readonly platform: ChatPlatform;
  /** Commands that were run, in order. */
  readonly ran: Invocation[];
  /** Channels that were reported gone. */
  readonly gone: { readonly channel: string; readonly reason: string }[];
  /** Channels that can be told in again. */
  readonly back: string[];
  readonly logs: { readonly level: string; readonly message: string; readonly fields: unknown }[];
  readonly here: ChatAddress;
  /** Another process with the same token and the same commands. */
  twin(run?: (invocation: Invocation) => Promise<Reply>): ChatPlatform;
}

export interface StageOptions {
  readonly fake?: FakeDiscordOptions;
  readonly token?: string;
  readonly specs?: readonly CommandSpec[];
  readonly run?: (invocation: Invocation) => Promise<Reply>;
  readonly complete?: CommandSet["complete"];
  readonly charts?: ChartRenderer;
  /** What limits go by beyond a process; that of the twin, too. */
  readonly outbox?: KeptLimits;
}

const openStages: { platforms: ChatPlatform[]; fake: FakeDiscord }[] = [];

afterEach(async () => {
  for (const { platforms, fake } of openStages.splice(0)) {
    await Promise.all(platforms.map((platform) => platform.stop()));
    await fake.stop();
  }
});

/** A fake Discord and the adapter against it, on one clock that the test moves; both are stopped after the test. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const clock = createFakeClock(noon);
  const fake = await startFakeDiscord({ clock, ...options.fake });
  const ran: Invocation[] = [];
  const gone: Stage["gone"] = [];
  const back: string[] = [];
  const logs: Stage["logs"] = [];
  const platforms: ChatPlatform[] = [];
  openStages.push({ platforms, fake });
  const answer =
    options.run ?? ((): Promise<Reply> => Promise.resolve({ message: sample, isPrivate: false }));
  const create = (run: (invocation: Invocation) => Promise<Reply>): ChatPlatform => {
    const platform = createDiscord({
      token: options.token ?? fake.token,
      apiRoot: fake.apiRoot,
      clock,
      charts: options.charts ?? null,
      ...(options.outbox === undefined ? {} : { outbox: options.outbox }),
      log: (level, message, fields) => void logs.push({ level, message, fields }),
      commands: {
        specs: options.specs ?? specs,
        run: (invocation) => {
          ran.push(invocation);
          return run(invocation);
        },
        complete: options.complete ?? ((): Promise<[]> => Promise.resolve([])),
        cards: () => Promise.resolve([]),
        chatMoved: () => Promise.resolve(),
        chatGone: (address, reason) => {
          gone.push({ channel: address.channel, reason });
          return Promise.resolve();
        },
        chatBack: (address) => {
          back.push(address.channel);
          return Promise.resolve();
        },
      },
    });
    platforms.push(platform);
    return platform;
  };
  return {
    fake,
    clock,
    ran,
    gone,
    back,
    logs,
    platform: create(answer),
    here: { platform: "discord", channel: fake.channelId, thread: null },
    twin: (run = answer) => create(run),
  };
}

/** An alert as the product tells it. */
export const sample: Message = {
  title: "Exchange of prisoners, 24 May",
  language: "en",
  blocks: [
    {
      kind: "figures",
      rows: [
        { label: "Released to Ukraine", value: "307", by: "a ministry", isRival: false },
        { label: "Released to Russia", value: "300", by: null, isRival: true },
      ],
    },
    { kind: "progress", text: "697 of 1,000", done: 697, target: 1_000 },
    {
      kind: "quote",
      text: "They are home.",
      source: { label: "Example Wire", url: "https://wire.example/a" },
    },
    { kind: "sources", text: "Sources", links: [{ label: "Example Wire", url: "https://wire.example/a" }] },
  ],
  actions: [{ command: "why", argument: "d7", label: "Why?" }],
};

export function messageWith(part: Partial<Message>): Message {
  return { title: "Title", blocks: [], actions: [], language: "en", ...part };
}

export function sendOf(stage: Stage, part: Partial<SendRequest> = {}): SendRequest {
  return {
    key: "d1-r1",
    address: stage.here,
    message: sample,
    isLoud: true,
    replyTo: null,
    mayRepeat: false,
    ...part,
  };
}

export function editOf(stage: Stage, messageId: string, part: Partial<EditRequest> = {}): EditRequest {
  return { key: "d1-r1", address: stage.here, message: sample, messageId, ...part };
}

/** Sends and gives the new message's id. */
export async function sent(stage: Stage, part: Partial<SendRequest> = {}): Promise<string> {
  const outcome = await stage.platform.send(sendOf(stage, part), never);
  if (outcome.kind !== "sent") throw new Error(`Not sent: ${JSON.stringify(outcome)}`);
  return outcome.messageId;
}

const what = { en: "What to show", uk: "Що показати", ru: "Что показать" };

/** A few commands of every sort. */
export const specs: readonly CommandSpec[] = [
  {
    name: "latest",
    description: { en: "The latest developments", uk: "Останні події", ru: "Последние события" },
    access: "anyone",
    isListed: true,
    subcommands: [],
    options: [
      {
        name: "kind",
        isRequired: false,
        description: what,
        choices: [
          { value: "exchange", label: { en: "Exchanges", uk: "Обміни" } },
          { value: "strike", label: { en: "Strikes", uk: "Удари" } },
        ],
      },
      { name: "place", isRequired: true, description: what, choices: null, isCompleted: true },
    ],
  },
  {
    name: "subscribe",
    description: { en: "Alerts in this chat" },
    access: "chat-admin",
    isListed: true,
    subcommands: [],
    options: [
      { name: "where", isRequired: false, description: what, choices: null, kind: "chat" },
      { name: "role", isRequired: false, description: what, choices: null, kind: "role" },
    ],
  },
  {
    name: "sources",
    description: { en: "The sources" },
    access: "admin",
    isListed: true,
    options: [],
    subcommands: [
      { name: "list", description: { en: "Lists them" }, options: [] },
      {
        name: "add",
        description: { en: "Adds one" },
        options: [{ name: "url", isRequired: true, description: { en: "Its address" }, choices: null }],
      },
    ],
  },
  {
    name: "why",
    description: { en: "Why this alert" },
    access: "anyone",
    isListed: false,
    onMessage: { en: "Why this alert?", uk: "Чому це сповіщення?", ru: "Почему это сообщение?" },
    subcommands: [],
    options: [
      { name: "development", isRequired: true, description: what, choices: null },
      { name: "detail", isRequired: false, description: what, choices: null },
    ],
  },
];
