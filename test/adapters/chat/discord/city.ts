import { askingFirst, tried } from "../../../commands/own-trial.ts";
import { plainContext } from "../../../commands/plain-context.ts";
import { afterEach, beforeEach } from "vitest";
import { createDiscord } from "../../../../adapters/chat/discord/index.ts";
import { openStore } from "../../../../adapters/store/index.ts";
import { composeAlert } from "../../../../src/alert/compose.ts";
import { defaultPolicy } from "../../../../src/alert/policy.ts";
import { createCommands } from "../../../../src/commands/registry.ts";
import { indexNext } from "../../../../src/commands/search/indexer.ts";
import type { Log } from "../../../../src/log.ts";
import type { ChatAddress } from "../../../../src/model/chat.ts";
import { rightsHint } from "../../../../src/main/rights-hint.ts";
import { createDispatcher, type Dispatcher } from "../../../../src/outbox/dispatch.ts";
import { createExpander } from "../../../../src/outbox/expand.ts";
import { reviewLedger } from "../../../../src/pipeline/review.ts";
import type { ChatPlatform } from "../../../../src/ports/chat-platform.ts";
import type { ChartRenderer } from "../../../../src/ports/chart-renderer.ts";
import type { CommandSet } from "../../../../src/ports/command.ts";
import type { Store } from "../../../../src/ports/store.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import { startFakeDiscord, type FakeDiscord } from "../../../fakes/discord/index.ts";
import { defaultAllowances } from "../../../fakes/discord/rates.ts";
import { event, figure, kyivOfficial, moscowOfficial, Story } from "../../../ledger/story.ts";
import { never } from "./stage.ts";

const startAt = Date.parse("2031-03-04T07:00:00Z");
const plenty = { max: 1_000, perMs: 1_000 };

/** Draws no picture but a few bytes of a chart's title. */
const scribbled: ChartRenderer = {
  keyOf: ({ title }) => Buffer.from(title).toString("hex"),
  png: (chart) =>
    Promise.resolve({
      key: Buffer.from(chart.title).toString("hex"),
      png: Buffer.from(chart.title),
      width: 800,
      height: 450,
    }),
  svg: () => Promise.resolve("<svg/>"),
  stop: () => Promise.resolve(),
};

/** The whole bot on a fake Discord, with a store in memory: real commands, real ledger, real outbox. */
export class City {
  readonly discord: FakeDiscord;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly story: Story;
  readonly commands: CommandSet;
  /** What was logged as a fault. */
  readonly faults: string[] = [];
  readonly platform: ChatPlatform;
  readonly #dispatcher: Dispatcher;
  readonly #expandAll: () => Promise<void>;

  private constructor(discord: FakeDiscord, store: Store, clock: FakeClock) {
    this.discord = discord;
    this.store = store;
    this.clock = clock;
    this.story = new Story(store, { ...defaultPolicy, holdMs: 0 });
    const log: Log = (level, message, fields) => {
      if (level === "error") this.faults.push(`${message} ${JSON.stringify(fields ?? {})}`);
    };
    this.commands = createCommands(
      plainContext(store, clock, {
        admins: { discord: ["1"] },
        adminChats: [this.at(discord.channelId)],
        linkTo: () => null,
        policy: { ...defaultPolicy, holdMs: 0 },
        ownSources: askingFirst,
        trySource: tried,
        review: (review) =>
          reviewLedger({ store, now: clock.now(), policy: { ...defaultPolicy, holdMs: 0 }, review }),
      }),
      log,
    );
    this.platform = createDiscord({
      token: discord.token,
      apiRoot: discord.apiRoot,
      commands: this.commands,
      charts: scribbled,
      wordHint: (lost) => rightsHint(lost, store),
      clock,
      log,
    });
    this.#dispatcher = createDispatcher({
      store,
      platform: { ...this.platform, limits: [] },
      compose: (alerts, wording) => composeAlert(alerts, wording),
      clock,
      log,
      holder: "city",
      // Hours pass between what happens, and nobody is away meanwhile.
      gatherMs: 0,
    });
    const expander = createExpander({ store, clock, log });
    this.#expandAll = () => expander.expandAll();
  }

  static async open(): Promise<City> {
    const clock = createFakeClock(startAt);
    // What is tried here is what is said; the limits have tests of their own.
    const allowances = { ...defaultAllowances, send: plenty, edit: plenty, webhook: plenty, other: plenty };
    const discord = await startFakeDiscord({ clock, allowances });
    const city = new City(discord, await openStore(":memory:"), clock);
    await city.platform.start(never);
    return city;
  }

  async close(): Promise<void> {
    await this.platform.stop();
    await this.#dispatcher.stop();
    await this.discord.stop();
    await this.store.close();
  }

  at(channel: string): ChatAddress {
    return { platform: "discord", channel, thread: null };
  }

  /** Sends all that is due. */
  async deliver(): Promise<void> {
    this.clock.skip(60_000);
    await this.#expandAll();
    while ((await this.#dispatcher.dispatchDue()) > 0) continue;
    while (await indexNext(this.store)) continue;
  }

  /** An exchange of 390 for 390 in a greater one of 1,000 for 1,000: told to whoever is subscribed. */
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
    await this.exchanged("08:30", 390);
  }

  /** The same exchange, with another number of a second outlet's: a correction when it was told before. */
  async exchanged(at: string, count: number): Promise<void> {
    await this.story.tell({
      at,
      outlet: "Вигаданий вісник",
      text: `Додому повернулися ${count} полонених, сказав речник.`,
      figures: [
        figure("prisoners.released", "UA", count, {
          by: kyivOfficial,
          evidence: `Додому повернулися ${count} полонених`,
        }),
        figure("prisoners.released", "RU", count, {
          by: moscowOfficial,
          evidence: `${count} передано іншій стороні`,
        }),
      ],
      events: [event("exchange", "done")],
    });
    this.clock.jumpTo(Date.parse(`2031-03-04T${at}:00Z`) + 1_800_000);
    await this.deliver();
  }

  /** Events come in order over one socket: when a command sent after them was answered, they have been handled. */
  async caughtUp(): Promise<void> {
    await this.discord.user("99").runs("help", {}, this.discord.openDm("99").id).answer;
  }
}

/** A city a test. */
export function useCity(): { readonly city: City } {
  let open: City | null = null;
  beforeEach(async () => {
    open = await City.open();
  });
  afterEach(async () => {
    await open?.close();
  });
  return {
    get city() {
      if (open === null) throw new Error("The city is open only in tests.");
      return open;
    },
  };
}
