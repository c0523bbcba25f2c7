import { composeAlert } from "../alert/compose.ts";
import { systemClock, within, type Clock } from "../clock.ts";
import type { CommandContext } from "../commands/context.ts";
import { createCommands } from "../commands/registry.ts";
import { createIndexer } from "../commands/search/indexer.ts";
import type { Config } from "../config.ts";
import { textLanguages, textsOf } from "../languages/texts.ts";
import type { Log } from "../log.ts";
import type { Source } from "../model/source.ts";
import { defaultSubscription } from "../model/subscription.ts";
import { reviewLedger } from "../pipeline/review.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Store } from "../ports/store.ts";
import { createChartRenderer } from "../../adapters/charts/index.ts";
import { startBoard } from "../../adapters/web/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { adminAddresses } from "./admin-addresses.ts";
import { createApprovalDesk } from "./approvals.ts";
import { createBoardCharts } from "./board-charts.ts";
import { createBoardData } from "./board-data.ts";
import { offersOf, seedCatalogue } from "./catalogue.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createHealth } from "./health.ts";
import { createStoreMetrics, metricsAccess } from "./metrics.ts";
import { createHousekeeping, type HousekeepingOptions } from "./housekeeping.ts";
import { createRefusals, type Refusals } from "./refusals.ts";
import { createPlatforms } from "./platforms.ts";
import { ownSourceRules, rulesOf } from "./source-edit.ts";
import { createSourceAlarms, type SourceAlarms, type SourceAlarmsOptions } from "./source-alarms.ts";
import { startPlatform } from "./platform-start.ts";
import { createStages } from "./stages.ts";
import { tellingPolicy } from "./telling-policy.ts";
import { sourceTrier } from "./try-source.ts";
import { version } from "./version.ts";

export interface AppOptions {
  readonly config: Config;
  /** Where the store is; the demo has its own. */
  readonly databaseUrl: string;
  /** What a new store follows. */
  readonly sources: readonly Source[];
  /** Null: the real thing. */
  readonly demo: DemoSetting | null;
  readonly log: Log;
  /** Exact origins that single chats' sources may stand on though they are private; for tests. Absent: none. */
  readonly ownOrigins?: readonly string[];
  /** Aborted when the process is to end: a start that is under way ends early, and nothing new is begun. */
  readonly signal: AbortSignal;
}

/** The running process. */
export interface App {
  /** Where the board listens. */
  readonly boardUrl: string;
  /** Ends it: no new polls, what is being sent is finished and settled, then the store is closed. */
  stop(): Promise<void>;
}

/** Docker kills ten seconds after SIGTERM, which a busy process sees late. What is not ended a second before is left as a kill would leave it. */
const stopLimitMs = 9_000;

/** Ends the parts that were started, the last one first. A part that fails to end does not keep the others. */
async function stopAll(stops: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  for (const stop of stops.toReversed()) {
    await stop().catch((error: unknown) =>
      log("error", "A part did not end cleanly.", { error: String(error) }),
    );
  }
}

/**
 * Builds the parts in order and starts them. What it throws has stopped everything again: ConfigError and StoreError for
 * set-up that cannot work, DeliveryError `bad-token` for a token that is refused. A platform that cannot be reached is tried again
 * in the background.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    // First of all: what goes on in the background must not outlive the parts that it works on.
    ending.abort();
    const stopped = stopAll(stops, options.log).then(() => true);
    if ((await within(systemClock, stopped, { ms: stopLimitMs })) === true) return;
    options.log("warn", "Not everything ended in time; what is left is done at the next start.");
    // The first that was started: nothing is written any more.
    await stops[0]?.().catch(() => undefined);
  };
  try {
    return { boardUrl: await startParts({ ...options, signal }, stops), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Resolves to the board's URL. What was started is in `stops`, however far it came. */
async function startParts(options: AppOptions, stops: (() => Promise<void>)[]): Promise<string> {
  const { config, demo, log, signal, ownOrigins = [] } = options;
  const clock = systemClock;
  const stageClock = demo?.stageClock ?? clock;
  const store = await openStore(options.databaseUrl);
  stops.push(() => store.close());
  await seedCatalogue(store.sources, options.sources, clock.now());
  await noteOffers(store, options.sources, log);

  const context = commandContext({
    config,
    ownOrigins,
    store,
    clock,
    stageClock,
    poke: () => stages.poke(),
    linkTo: (name, payload) => platforms.find((platform) => platform.name === name)?.link?.(payload) ?? null,
  });
  const commands = createCommands(context, log);
  const write = demo?.write ?? null;
  const charts = createChartRenderer({ clock });
  const refusals = createRefusals();
  stops.push(() => charts.stop());
  const onToken = refusals.note;
  const platforms = await createPlatforms({ config, commands, store, clock, log, write, charts, onToken });
  const metrics = createStoreMetrics({ store, platforms: platforms.map(({ name }) => name), clock });
  stops.push(async () => metrics.stop());
  const onDelivery = refusals.watch(metrics.onDelivery.bind(metrics));
  const stages = createStages({ ...options, store, platforms, clock, stageClock, onDelivery });
  const health = createHealth({ store, polling: stages.polling, refusals, clock });
  // In the demo its days are long past for the machine.
  const boardCharts = createBoardCharts({
    context: { ...context, clock: stageClock },
    renderer: charts,
    log,
  });
  const boardData = createBoardData({ ...context, ...boardCharts, health, isDemo: demo !== null });
  const routes = platforms.flatMap(({ route }) => route ?? []);
  const page = { metrics, access: metricsAccess(config) };
  const at = { host: config.HTTP_HOST, port: config.HTTP_PORT, log, routes, metrics: page };
  const board = await startBoard(boardData, at);
  stops.push(() => board.stop());
  await startPlatforms({ platforms, refusals, clock, log, signal }, stops);
  stops.push(async () => commands.stop?.());
  commands.start?.();
  if (demo !== null) await subscribeConsole(store, config, clock);
  stops.push(() => stages.stop());
  await stages.start(signal);
  startKeepers({ store, keepDays: config.KEEP_DAYS, clock, log, signal }, stops);
  if (context.policy?.approval) {
    const approvals = createApprovalDesk({ context, clock, log });
    stops.push(() => approvals.stop());
    approvals.start();
  }
  if (demo === null) {
    const alarms = alarmsFor({ config, context, platforms, clock, log, polling: stages.polling });
    stops.push(() => alarms.stop());
    alarms.start();
  }
  return board.url;
}

/** Resolves when each is ready or goes on in the background. */
async function startPlatforms(
  of: {
    readonly platforms: readonly ChatPlatform[];
    readonly refusals: Refusals;
    readonly clock: Clock;
    readonly log: Log;
    readonly signal: AbortSignal;
  },
  stops: (() => Promise<void>)[],
): Promise<void> {
  const { platforms, refusals, ...around } = of;
  for (const platform of platforms) stops.push(() => platform.stop());
  const starts = platforms.map((platform) =>
    startPlatform(platform, { ...around, onRefused: () => refusals.note(platform.name, false) }),
  );
  stops.push(async () => void (await Promise.allSettled(starts.map(({ inBackground }) => inBackground))));
  await Promise.all(starts.map(({ isDecided }) => isDecided));
}

/** What looks after the store in the background: its search index, and what is too old to keep. */
function startKeepers(
  of: HousekeepingOptions & { readonly store: Store; readonly signal: AbortSignal },
  stops: (() => Promise<void>)[],
): void {
  const housekeeping = createHousekeeping(of);
  const indexer = createIndexer(of);
  stops.push(
    () => housekeeping.stop(),
    () => indexer.stop(),
  );
  housekeeping.start(of.signal);
  indexer.start();
}

function alarmsFor(of: {
  readonly config: Config;
  readonly context: CommandContext;
  readonly platforms: readonly ChatPlatform[];
  readonly polling: SourceAlarmsOptions["polling"];
  readonly clock: Clock;
  readonly log: Log;
}): SourceAlarms {
  const { config, context, platforms, polling, clock, log } = of;
  const spoken = new Set(platforms.map(({ name }) => name));
  return createSourceAlarms({
    sources: context.store.sources,
    polling,
    outbox: context.store.outbox,
    admins: adminAddresses(config).filter(({ platform }) => spoken.has(platform)),
    text: (key, args) => context.translate(config.DEFAULT_LANGUAGE, key, args),
    language: config.DEFAULT_LANGUAGE,
    clock,
    log,
  });
}

/** After an upgrade: what its catalogue has is offered, never done. */
async function noteOffers(store: Store, catalogue: readonly Source[], log: Log): Promise<void> {
  const fresh = (await offersOf(store.sources, catalogue)).filter(({ kind }) => kind === "new");
  if (fresh.length > 0)
    log("info", "The catalogue has sources that are not followed; tallywire sources offers shows them.", {
      count: fresh.length,
    });
}

function commandContext(of: {
  readonly config: Config;
  readonly ownOrigins: readonly string[];
  readonly store: Store;
  readonly clock: Clock;
  /** By which holds are due, and reviews happen. */
  readonly stageClock: Clock;
  readonly poke: () => void;
  readonly linkTo: NonNullable<CommandContext["linkTo"]>;
}): CommandContext {
  const { config, stageClock, ownOrigins, ...wired } = of;
  const startedAt = wired.clock.now();
  return {
    ...wired,
    review: (review) =>
      reviewLedger({
        store: wired.store,
        now: stageClock.now(),
        policy: tellingPolicy(config),
        review,
      }),
    trySource: sourceTrier(config, ownOrigins),
    describeProcess: () => ({ version, startedAt, memoryBytes: process.memoryUsage.rss() }),
    policy: tellingPolicy(config),
    adminChats: adminAddresses(config).filter(({ platform }) => hasToken(config, platform)),
    sourceRules: rulesOf(config),
    ownSources: { ...ownSourceRules(config), allowOrigins: ownOrigins },
    translate: (language, key, args) => textsOf(language).text(key, args),
    languages: textLanguages,
    compose: (alerts, wording) => composeAlert(alerts, { ...wording, isPossibleRepeat: false }),
    defaults: { language: config.DEFAULT_LANGUAGE, timeZone: config.DEFAULT_TIME_ZONE },
    admins: { telegram: config.TELEGRAM_ADMIN_IDS, discord: config.DISCORD_ADMIN_IDS },
  };
}

function hasToken(config: Config, platform: string): boolean {
  const token = platform === "discord" ? config.DISCORD_BOT_TOKEN : config.TELEGRAM_BOT_TOKEN;
  return token !== undefined;
}

/** The console is a chat like any other: it is told through the outbox. */
async function subscribeConsole(store: Store, config: Config, clock: Clock): Promise<void> {
  const address = { platform: "console", channel: "demo", thread: null };
  await store.chats.subscribe(
    address,
    defaultSubscription(config.DEFAULT_LANGUAGE, config.DEFAULT_TIME_ZONE),
    clock.now(),
  );
}
