import { askingFirst, tried } from "../../../commands/own-trial.ts";
import { plainContext } from "../../../commands/plain-context.ts";
import { afterEach, beforeEach } from "vitest";
import { openStore } from "../../../../adapters/store/index.ts";
import { createTelegram } from "../../../../adapters/chat/telegram/index.ts";
import { acceleratedClock, systemClock } from "../../../../src/clock.ts";
import { composeAlert } from "../../../../src/alert/compose.ts";
import { defaultPolicy } from "../../../../src/alert/policy.ts";
import type { CommandContext } from "../../../../src/commands/context.ts";
import { createCommands } from "../../../../src/commands/registry.ts";
import { indexNext } from "../../../../src/commands/search/indexer.ts";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import type { Log } from "../../../../src/log.ts";
import { createDispatcher } from "../../../../src/outbox/dispatch.ts";
import type { Dispatcher } from "../../../../src/outbox/dispatch.ts";
import { createExpander } from "../../../../src/outbox/expand.ts";
import { reviewLedger } from "../../../../src/pipeline/review.ts";
import type { ChatPlatform } from "../../../../src/ports/chat-platform.ts";
import type { CommandSet } from "../../../../src/ports/command.ts";
import type { Store } from "../../../../src/ports/store.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import type { FakeClock } from "../../../fakes/clock.ts";
import { startFakeTelegram } from "../../../fakes/telegram/index.ts";
import type { FakeTelegram, SentMessage } from "../../../fakes/telegram/index.ts";
import { event, figure, kyivOfficial, moscowOfficial, Story } from "../../../ledger/story.ts";
import { notedCharts } from "./memory.ts";
import { noStop } from "./support.ts";

export const admin = 1;
const startAt = Date.parse("2031-03-04T07:00:00Z");

/** What somebody sees after they did something. */
export interface Seen {
  /** A message that is new or was changed; null: only a notice. */
  readonly message: SentMessage | null;
  /** A notice over the chat; null: none. */
  readonly notice: string | null;
}

/** The whole bot on a fake Telegram, with a store in memory: real commands, real ledger, real outbox. */
export class Town {
  readonly telegram: FakeTelegram;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly story: Story;
  /** What was logged as a fault. */
  readonly faults: string[] = [];
  readonly #commands: CommandSet;
  readonly #platform: ChatPlatform;
  readonly #dispatcher: Dispatcher;
  readonly #expandAll: () => Promise<void>;

  private constructor(telegram: FakeTelegram, store: Store, { haste }: { readonly haste: number }) {
    const clock = createFakeClock(startAt);
    this.telegram = telegram;
    this.store = store;
    this.clock = clock;
    this.story = new Story(store, { ...defaultPolicy, holdMs: 0 });
    const log: Log = (level, message, fields) => {
      if (level === "error") this.faults.push(`${message} ${JSON.stringify(fields ?? {})}`);
    };
    const context: CommandContext = plainContext(store, clock, {
      admins: { telegram: [String(admin)] },
      adminChats: [{ platform: "telegram", channel: String(admin), thread: null }],
      linkTo: (_platform, payload) => this.#platform.link?.(payload) ?? null,
      policy: { ...defaultPolicy, holdMs: 0 },
      ownSources: askingFirst,
      trySource: tried,
      review: (review) =>
        reviewLedger({ store, now: clock.now(), policy: { ...defaultPolicy, holdMs: 0 }, review }),
    });
    this.#commands = createCommands(context, log);
    this.#platform = createTelegram({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      publicUrl: null,
      commands: this.#commands,
      admins: [String(admin)],
      ...store,
      charts: notedCharts(),
      text: (language, key, values) => textsOf(language?.split("-")[0] ?? "en").text(key, values),
      languages: textLanguages,
      clock: acceleratedClock(systemClock, startAt, haste),
      log,
    });
    this.#dispatcher = createDispatcher({
      store,
      platform: { ...this.#platform, limits: [] },
      compose: (alerts, wording) => composeAlert(alerts, wording),
      clock,
      log,
      holder: "town",
      // Hours pass between what happens, and nobody is away meanwhile.
      gatherMs: 0,
    });
    const expander = createExpander({ store, clock, log });
    this.#expandAll = () => expander.expandAll();
  }

  commandNames(): readonly string[] {
    return this.#commands.specs.map(({ name }) => name);
  }

  static async open(manner: { readonly haste: number }): Promise<Town> {
    const telegram = await startFakeTelegram({ hasFloodLimits: false });
    const town = new Town(telegram, await openStore(":memory:"), manner);
    await town.#platform.start(noStop);
    return town;
  }

  async close(): Promise<void> {
    await this.#platform.stop();
    await this.#dispatcher.stop();
    await this.telegram.close();
    await this.store.close();
  }

  /** Sends all that is due. */
  async deliver(): Promise<void> {
    await this.#expandAll();
    while ((await this.#dispatcher.dispatchDue()) > 0) continue;
    while (await indexNext(this.store)) continue;
  }

  /** An exchange of 390 for 390 in a greater one of 1,000 for 1,000, and a strike: told to whoever is subscribed. */
  async happens(): Promise<void> {
    await this.story.tell({
      at: "08:00",
      outlet: "The Invented Courier",
      text: "Both sides agreed to exchange prisoners, 1,000 for 1,000.",
      figures: [
        figure("prisoners.released", "UA", 1000, { scope: "planned", by: kyivOfficial }),
        figure("prisoners.released", "RU", 1000, { scope: "planned", by: kyivOfficial }),
      ],
      events: [event("exchange", "agreed")],
    });
    await this.story.tell({
      at: "08:30",
      outlet: "Вигаданий вісник",
      text: "Додому повернулися 390 полонених, сказав речник.",
      figures: [
        figure("prisoners.released", "UA", 390, {
          by: kyivOfficial,
          evidence: "Додому повернулися 390 полонених",
        }),
        figure("prisoners.released", "RU", 390, {
          by: moscowOfficial,
          evidence: "390 передано іншій стороні",
        }),
      ],
      events: [event("exchange", "done")],
    });
    this.clock.jumpTo(Date.parse("2031-03-04T09:00:00Z"));
    await this.deliver();
  }

  /** A strike on another town, told likewise. */
  async happensLater(): Promise<void> {
    const places = ["UA:kharkiv", "UA-63", "UA"];
    await this.story.tell({
      at: "10:00",
      outlet: "Вымышленная хроника",
      text: "В Харькове после удара погибли пять человек.",
      figures: [figure("killed", "UA", 5, { places, by: kyivOfficial, evidence: "погибли пять человек" })],
      events: [event("strike", "done", { places, parties: ["RU", "UA"] })],
    });
    this.clock.jumpTo(Date.parse("2031-03-04T11:00:00Z"));
    await this.deliver();
  }

  /** Resolves when everything that people did has been answered. */
  async settled(): Promise<void> {
    const { director } = this.telegram;
    for (;;) {
      const [pending] = await this.store.updates.pendingUpdates("telegram", 1);
      if (pending === undefined && director.counts().waitingUpdates === 0) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  person(id: number, language: string): Person {
    this.telegram.user(id, { language, firstName: `Person ${id}` });
    return new Person(this, id);
  }
}

/** Somebody who types, presses and reads. */
export class Person {
  readonly #town: Town;
  readonly id: number;

  constructor(town: Town, id: number) {
    this.#town = town;
    this.id = id;
  }

  /** The newest message of the bot in a chat. Throws when there is none. */
  reads(chat: number = this.id): SentMessage {
    const message = this.#town.telegram.director.sent(chat).at(-1);
    if (message === undefined) throw new Error("the bot has said nothing");
    return message;
  }

  /** Types a line and reads what comes. */
  async types(
    text: string,
    { chat = this.id, ...manner }: { chat?: number; threadId?: number; replyTo?: number } = {},
  ): Promise<SentMessage> {
    const { director } = this.#town.telegram;
    const before = director.sent(chat).length;
    director.types(this.id, chat, text, manner);
    await this.#town.telegram.until(() => director.sent(chat).length > before);
    return this.reads(chat);
  }

  /** Presses a button as it stands under a message, and sees what comes of it. */
  async presses(label: string | RegExp, on: SentMessage = this.reads()): Promise<Seen> {
    const { telegram } = this.#town;
    const { director } = telegram;
    const current = director.sent(on.chatId).find(({ messageId }) => messageId === on.messageId) ?? on;
    const button = current.keyboard.flat().find(({ text }) => matches(text, label));
    if (button === undefined)
      throw new Error(
        `no button ${String(label)}: ${current.keyboard
          .flat()
          .map(({ text }) => text)
          .join(", ")}`,
      );
    const sent = director.sent(on.chatId).length;
    const edits = current.edits.length;
    const press = director.presses(this.id, on.chatId, on.messageId, button.callback_data ?? "");
    return telegram.until(() => {
      const messages = director.sent(on.chatId);
      const changed = messages.find(({ messageId }) => messageId === on.messageId);
      const notice = director.press(press)?.answer?.text ?? "";
      if (notice !== "") return { message: null, notice };
      if (changed !== undefined && changed.edits.length > edits) return { message: changed, notice: null };
      return messages.length > sent && { message: messages.at(-1) ?? null, notice: null };
    });
  }
}

function matches(text: string, label: string | RegExp): boolean {
  return typeof label === "string" ? text === label || text === `✓ ${label}` : label.test(text);
}

/** A town for each test of a file. `haste`: how many times as fast as ours the adapter's time runs. */
export function useTown(manner = { haste: 20 }): { readonly town: Town } {
  let town: Town | null = null;
  beforeEach(async () => {
    town = await Town.open(manner);
  });
  afterEach(async () => {
    await town?.close();
  });
  return {
    get town() {
      if (town === null) throw new Error("the town is there in tests only");
      return town;
    },
  };
}
