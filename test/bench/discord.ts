import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Client, GatewayIntentBits } from "discord.js";
import { createDiscord } from "../../adapters/chat/discord/index.ts";
import { rateLimitsAt } from "../../adapters/chat/discord/limits.ts";
import { openStore } from "../../adapters/store/index.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import { systemClock as clock } from "../../src/clock.ts";
import { silentLog as log } from "../../src/log.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { createDispatcher } from "../../src/outbox/dispatch.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import { noCommands, type CommandSet } from "../../src/ports/command.ts";
import type { Store } from "../../src/ports/store.ts";
import { alertOf, commitAlert } from "../outbox/scene.ts";
import { measure, type Measurement } from "./measurement.ts";

/**
 * Every limit's window and the fake's clock are this many times shorter. 1: as they are, which takes four minutes; on a busy machine
 * calls that were stalled arrive together, the sooner beyond a limit the shorter its window is.
 */
const factor = 1;
const guilds = 1_000;
const channels = 10;
/** A person somewhere does something this often. */
const everyMs = 100;
const patienceMs = 250_000;
const never = new AbortController().signal;

/**
 * Group discord: one alert to 10,000 channels through the store, the outbox and the adapter against a fake Discord in a
 * process of its own; how soon interactions are acknowledged meanwhile, as Discord sees it; what 1,000 servers weigh.
 */
export async function* run(): AsyncIterable<Measurement> {
  yield* fanOut();
  yield* memory();
}

async function* fanOut(): AsyncIterable<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "tallywire-bench-"));
  const store = await openStore(join(folder, "bench.db"));
  const fake = await startFake({ factor, guilds, channels });
  const platform = createDiscord({
    token: fake.token,
    apiRoot: fake.apiRoot,
    limitFactor: factor,
    commands: commandsOn(store),
    clock,
    log,
  });
  try {
    for (const channel of fake.channels) {
      const address = { platform: "discord", channel, thread: null };
      await store.chats.subscribe(address, defaultSubscription("en", "UTC"), clock.now());
    }
    await platform.start(never);
    const told = await tellAll(store, platform, fake);
    yield measure({
      name: "discord.rate",
      unit: "1/s",
      better: "higher",
      samples: [told.perSecond],
      peer: (rateLimitsAt(factor)[0]?.max ?? 0) * factor,
      goal: { on: "ratio", is: 0.93 },
      with: {
        channels: fake.channels.length,
        messages: told.messages,
        limited: told.limited,
        seconds: told.seconds,
        factor,
        peer: "the limit of 50 a second, times the factor",
      },
    });
    yield measure({
      name: "discord.doubled-or-missed",
      unit: "messages",
      better: "lower",
      samples: [told.messages - told.channels + (fake.channels.length - told.channels)],
      goal: { on: "value", is: 0 },
    });
    const slowest = told.acknowledged.toSorted((a, b) => a - b);
    yield measure({
      name: "discord.acknowledged.p99",
      unit: "ms",
      better: "lower",
      samples: [slowest[Math.ceil(slowest.length * 0.99) - 1] ?? Number.NaN],
      goal: { on: "value", is: 300 },
      with: {
        interactions: slowest.length,
        unanswered: told.unanswered,
        median: slowest[slowest.length >> 1] ?? 0,
      },
    });
  } finally {
    await platform.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
    await fake.end();
  }
}

/** A command that reads the store, as most do. */
function commandsOn(store: Store): CommandSet {
  return {
    ...noCommands,
    specs: [
      {
        name: "latest",
        description: { en: "The latest developments" },
        access: "anyone",
        isListed: true,
        subcommands: [],
        options: [],
      },
    ],
    async run() {
      const alerts = await store.ledger.alerts({ limit: 5 });
      const how = { language: "en", timeZone: "UTC", isPossibleRepeat: false };
      return { message: composeAlert(alerts.slice(0, 1), how), isPrivate: true };
    },
  };
}

interface Told {
  readonly messages: number;
  readonly channels: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly limited: number;
  /** Milliseconds from an interaction's making to its first answer, on the fake's clock. */
  readonly acknowledged: readonly number[];
  readonly unanswered: number;
}

async function tellAll(store: Store, platform: ReturnType<typeof createDiscord>, fake: Fake): Promise<Told> {
  const dispatcher = createDispatcher({
    store,
    platform,
    compose: composeAlert,
    clock,
    log,
    holder: "bench",
  });
  const expander = createExpander({ store, clock, log, onExpanded: () => dispatcher.poke() });
  const running = new AbortController();
  await commitAlert(store, alertOf({ at: clock.now() }));
  expander.start(running.signal);
  dispatcher.start(running.signal);
  const busy = new AbortController();
  const people = askMeanwhile(fake, busy.signal);
  const begunAt = clock.now();
  for (let isDone = false; !isDone && clock.now() < begunAt + patienceMs;) {
    await clock.sleep(500);
    const { queued, sending, unknown } = await store.outbox.counts();
    isDone = queued + sending + unknown === 0;
  }
  busy.abort();
  const { acknowledged, unanswered } = await people;
  running.abort();
  await dispatcher.stop();
  await expander.stop();
  const seen = await fake.ask<Summary>("GET", "summary");
  const seconds = ((seen.lastAt ?? 0) - (seen.firstAt ?? 0)) / 1_000;
  return {
    messages: seen.messages,
    channels: seen.channels,
    perSecond: (seen.messages - 1) / seconds,
    seconds,
    limited: seen.statuses["429"] ?? 0,
    acknowledged,
    unanswered,
  };
}

/** People run a command one after another while the alert goes out. */
async function askMeanwhile(
  fake: Fake,
  signal: AbortSignal,
): Promise<{ acknowledged: number[]; unanswered: number }> {
  const acknowledged: number[] = [];
  let unanswered = 0;
  for (let turn = 0; !signal.aborted; turn += 1) {
    const body = { user: String(turn % 50), command: "latest" };
    await fake.ask<{ acknowledged: { afterMs: number } }>("POST", "run", body).then(
      (answer) => acknowledged.push(answer.acknowledged.afterMs),
      () => (unanswered += 1),
    );
    await clock.sleep(everyMs, signal);
  }
  return { acknowledged, unanswered };
}

interface Summary {
  readonly messages: number;
  readonly channels: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly statuses: Readonly<Record<string, number>>;
}

/** What 1,000 servers of 30 channels, 15 roles and 5 threads add to the heap, and to that of discord.js's own client. */
async function* memory(): AsyncIterable<Measurement> {
  const fake = await startFake({ guilds, channels: 30, roles: 15, threads: 5 });
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heapMiB = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  try {
    const { token, apiRoot } = fake;
    const before = heapMiB();
    const platform = createDiscord({ token, apiRoot, commands: commandsOf([]), clock, log });
    await platform.start(never);
    await clock.sleep(10_000);
    const ours = heapMiB() - before;
    await platform.stop();
    // One IDENTIFY in five seconds.
    await clock.sleep(5_500);
    const bare = heapMiB();
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiRoot } });
    const ready = once(client, "clientReady");
    await client.login(token);
    await ready;
    await clock.sleep(1_000);
    const theirs = heapMiB() - bare;
    await client.destroy();
    yield measure({
      name: "discord.memory",
      unit: "MiB/1,000 servers",
      better: "lower",
      samples: [ours],
      peer: theirs,
      goal: { on: "value", is: 25 },
      with: {
        servers: guilds,
        channels: 30,
        roles: 15,
        threads: 5,
        peer: "discord.js Client with its own caches",
      },
    });
  } finally {
    await fake.end();
  }
}

function commandsOf(specs: CommandSet["specs"]): CommandSet {
  return { ...noCommands, specs };
}

interface Fake {
  readonly apiRoot: string;
  readonly token: string;
  readonly channels: readonly string[];
  /** Asks the fake's own door. Rejects when it answers an error. */
  ask<T>(method: string, path: string, body?: object): Promise<T>;
  end(): Promise<void>;
}

async function startFake(order: object): Promise<Fake> {
  const script = fileURLToPath(new URL("../fakes/discord/serve.ts", import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("The fake has no output.");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { apiRoot, token, channels: ids } = JSON.parse(line) as Pick<Fake, "apiRoot" | "token" | "channels">;
  return {
    apiRoot,
    token,
    channels: ids,
    async ask(method, path, body) {
      const url = `${apiRoot.replace(/\/api$/, "")}/_control/${path}`;
      const response = await fetch(url, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as never;
    },
    async end() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
