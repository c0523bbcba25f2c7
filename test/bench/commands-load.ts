import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createTelegram } from "../../adapters/chat/telegram/index.ts";
import { openSqlite } from "../../adapters/store/sqlite/index.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import { composeOnce } from "../../src/alert/compose-once.ts";
import { systemClock as clock } from "../../src/clock.ts";
import { createCommands } from "../../src/commands/registry.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { silentLog as log } from "../../src/log.ts";
import { createDispatcher } from "../../src/outbox/dispatch.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import type { Store } from "../../src/ports/store.ts";
import { connectFakeTelegram } from "../fakes/telegram/client.ts";
import { contextFor } from "./commands-context.ts";
import { firstChat, type Seed } from "./commands-seed.ts";
import { reportsOfDay, takeIn } from "./generate.ts";
import { measure, quantile, type Measurement } from "./measurement.ts";

/** As commands-typist.ts types. */
const perSecond = 1_000;
const seconds = 10;
const typed = perSecond * seconds;
/** Those who ask are not those who are told first: a chat takes one message a second. */
const firstAsking = firstChat + 50_000;
/** Telegram's limit on bulk messages. */
const alertsPerSecond = 30;
const patienceMs = 30_000;
const never = new AbortController().signal;

/**
 * 1,000 commands a second through Telegram's adapter, against a fake server in a process of its own, while an alert goes out to 100,000
 * chats: how many are answered while people type on, how soon, and whether the alert keeps its pace.
 */
export async function* sustained(path: string, seed: Seed): AsyncIterable<Measurement> {
  const fake = await startFake();
  const store = await openSqlite(path);
  const platform = telegramOn(store, fake, seed);
  const dispatcher = createDispatcher({
    store,
    platform,
    compose: composeOnce(composeAlert),
    clock,
    log,
    holder: "bench",
  });
  const running = new AbortController();
  try {
    await fake.director.openPrivateChats(firstChat, seed.chats);
    await tellAll(store, seed);
    await platform.start(never);
    dispatcher.start(running.signal);
    await clock.sleep(2_000);
    const typing = await beginTyping(fake);
    const before = await sentSoFar(fake);
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    await typing.ended;
    const took = (performance.now() - startedAt) / 1_000;
    const after = await sentSoFar(fake);
    const answers = after.answers - before.answers;
    const alerts = after.all - before.all - answers;
    const times = await answered(fake, typed);
    const { user, system } = process.cpuUsage(cpu);
    yield measure({
      name: "commands.sustained",
      unit: "1/s",
      better: "higher",
      samples: [answers / took],
      peer: perSecond,
      goal: { on: "ratio", is: 0.98 },
      with: {
        typed,
        answered: times.length,
        cpuMs: Math.round((user + system) / typed) / 1_000,
        seconds: Math.round(took),
        peer: "commands typed a second",
      },
    });
    yield measure({
      name: "commands.sustained.p99",
      unit: "ms",
      better: "lower",
      samples: [quantile(times, 0.99)],
      with: { median: quantile(times, 0.5), from: "typed at the server to answer accepted by it" },
    });
    yield measure({
      name: "commands.alerts-meanwhile",
      unit: "1/s",
      better: "higher",
      samples: [alerts / took],
      peer: alertsPerSecond,
      goal: { on: "ratio", is: 0.93 },
      with: { alerts, peer: "Telegram's limit on bulk messages" },
    });
  } finally {
    running.abort();
    await platform.stop();
    await dispatcher.stop();
    await store.close();
    await fake.end();
  }
}

interface Fake {
  readonly director: ReturnType<typeof connectFakeTelegram>;
  readonly apiRoot: string;
  readonly token: string;
  end(): Promise<void>;
}

async function startFake(): Promise<Fake> {
  const script = fileURLToPath(new URL("../fakes/telegram/main.ts", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { apiRoot, token } = JSON.parse(line.toString()) as { apiRoot: string; token: string };
  return {
    director: connectFakeTelegram(apiRoot),
    apiRoot,
    token,
    async end() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

function telegramOn(store: Store, { apiRoot, token }: Fake, seed: Seed): ChatPlatform {
  return createTelegram({
    token,
    apiRoot,
    publicUrl: null,
    commands: createCommands(contextFor(store, seed.now), log),
    admins: [],
    ...store,
    charts: null,
    text: (language, key, values) => textsOf(language ?? "en").text(key, values),
    languages: textLanguages,
    clock,
    log,
  });
}

/** News that everybody waits for: the day after all that is stored. */
async function tellAll(store: Store, seed: Seed): Promise<void> {
  const [given] = reportsOfDay(Math.round(seed.claims / 460) + 5);
  if (given !== undefined) await takeIn(store, given);
  await createExpander({ store, clock, log }).expandAll();
}

/** In a process of its own: people type on, whatever the program does. */
async function beginTyping({ apiRoot }: Fake): Promise<{ readonly ended: Promise<void> }> {
  const script = fileURLToPath(new URL("commands-typist.ts", import.meta.url));
  const typist = spawn(process.execPath, [script, apiRoot, String(firstAsking), String(seconds)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(typist, "exit").then(([code]) => {
    if (code !== 0) throw new Error(`the typist ended with ${code}`);
  });
  await Promise.race([once(typist.stdout, "data"), ended]);
  return { ended };
}

/** Messages that the server has taken; what is no answer to somebody who typed is an alert. */
async function sentSoFar({ director }: Fake): Promise<{ readonly all: number; readonly answers: number }> {
  const [{ calls }, times] = await Promise.all([director.counts(), director.answerTimes()]);
  return { all: calls["sendmessage"] ?? 0, answers: times.length };
}

/** The times of the answers, ascending, when all have come or nobody waits any longer. */
async function answered({ director }: Fake, typed: number): Promise<readonly number[]> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const times = await director.answerTimes();
    if (times.length >= typed || performance.now() > giveUpAt) return times.toSorted((a, b) => a - b);
    await clock.sleep(500);
  }
}
