import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommand, type TypedCommand } from "../../adapters/chat/telegram/call.ts";
import { createChartRenderer } from "../../adapters/charts/index.ts";
import { openSqlite } from "../../adapters/store/sqlite/index.ts";
import { systemClock } from "../../src/clock.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { createCommands } from "../../src/commands/registry.ts";
import { silentLog as log } from "../../src/log.ts";
import type { ChartRenderer } from "../../src/ports/chart-renderer.ts";
import type { CommandSet, Invocation, Reply } from "../../src/ports/command.ts";
import { contextFor } from "./commands-context.ts";
import { sustained } from "./commands-load.ts";
import { asked, pickOf } from "./commands-asked.ts";
import { alike, firstChat, seedFile, type Seed } from "./commands-seed.ts";
import { measure, quantile, type Measurement } from "./measurement.ts";

const full = { claims: 1_000_000, chats: 100_000 };
/** A store with one day in it: what answering costs without the mass. */
const idle = { claims: 1, chats: 1_000 };
const rounds = 150;
const warmUps = 15;

/**
 * Group commands: the time from call to answer of each command, with a million claims and 100,000 chats stored, beside a store with one day
 * in it; charts from the cache, and the first picture apart; then 1,000 commands a second through the Telegram adapter while alerts go out.
 */
export async function* run(): AsyncIterable<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "tallywire-bench-"));
  try {
    const { times: idleTimes } = await timesOf(
      join(folder, "idle.db"),
      await seedFile(join(folder, "idle.db"), idle),
    );
    const path = join(folder, "full.db");
    const seededAt = performance.now();
    const seed = await seedFile(path, full);
    const seedSeconds = Math.round((performance.now() - seededAt) / 1_000);
    const { times, cpuMs } = await timesOf(path, seed);
    for (const [name, samples] of times) {
      const beside = idleTimes.get(name) ?? [];
      yield measure({
        name: `commands.${name.replaceAll(" ", "-")}.p99`,
        unit: "ms",
        better: "lower",
        samples: [quantile(samples, 0.99)],
        peer: quantile(beside, 0.99),
        goal: { on: "value", is: 50 },
        with: {
          calls: samples.length,
          median: quantile(samples, 0.5),
          cpuMs: cpuMs.get(name) ?? 0,
          claims: seed.claims,
          chats: seed.chats,
          seedSeconds,
          peer: "p99 with one day stored",
        },
      });
    }
    yield* charts(path, seed);
    yield* sustained(path, seed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By what was asked. */
interface Times {
  /** Milliseconds of every call. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** Processor time of one call, milliseconds: what a busy machine or disk adds is not in it. */
  readonly cpuMs: ReadonlyMap<string, number>;
}

async function timesOf(path: string, seed: Seed): Promise<Times> {
  const store = await openSqlite(path);
  const people = Array.from({ length: warmUps + rounds }, (_, at) => (at * 613) % seed.chats);
  const context = contextFor(store, seed.now, people.map(idOf));
  const commands = createCommands(context, log);
  const refusals = refusalsOf(context);
  const times = new Map<string, number[]>();
  const cpuMs = new Map<string, number>();
  for (const [name, ask] of Object.entries(asked)) {
    const samples: number[] = [];
    let cpu = process.cpuUsage();
    for (let round = -warmUps; round < rounds; round += 1) {
      const at = round + warmUps;
      const typed = { name: name.split(" ")[0] ?? name, rest: ask(pickOf(seed, at)) };
      const invocation = invocationOf(commands, typed, people[at] ?? 0);
      if (round === 0) cpu = process.cpuUsage();
      const startedAt = performance.now();
      const { message } = await commands.run(invocation);
      if (refusals.has(message.title)) throw new Error(`/${name}: ${message.title}`);
      if (round >= 0) samples.push(performance.now() - startedAt);
    }
    const { user, system } = process.cpuUsage(cpu);
    cpuMs.set(name, Math.round((user + system) / rounds) / 1_000);
    times.set(name, samples);
  }
  await store.close();
  return { times, cpuMs };
}

/** Charts of the ledger: what they take with the picture drawn before, and the first picture of each. */
async function* charts(path: string, seed: Seed): AsyncIterable<Measurement> {
  const store = await openSqlite(path);
  const renderer = createChartRenderer({ clock: systemClock });
  const commands = createCommands(contextFor(store, seed.now), log);
  const first: number[] = [];
  const cached: number[] = [];
  try {
    for (const what of ["exchange", "days", "places"]) {
      first.push(await chartTime(commands, renderer, { seed, what, round: 0 }));
      for (let round = 1; round <= rounds / 3; round += 1)
        cached.push(await chartTime(commands, renderer, { seed, what, round }));
    }
  } finally {
    await renderer.stop();
    await store.close();
  }
  const sizes = { claims: seed.claims, chats: seed.chats, charts: first.length };
  yield measure({
    name: "commands.chart.p99",
    unit: "ms",
    better: "lower",
    samples: [quantile(cached, 0.99)],
    goal: { on: "value", is: 50 },
    with: { ...sizes, calls: cached.length, median: quantile(cached, 0.5) },
  });
  yield measure({
    name: "commands.chart.first",
    unit: "ms",
    better: "lower",
    samples: first,
    with: { ...sizes, includes: "the worker's start, once" },
  });
}

async function chartTime(
  commands: CommandSet,
  renderer: ChartRenderer,
  { seed, what, round }: { readonly seed: Seed; readonly what: string; readonly round: number },
): Promise<number> {
  const startedAt = performance.now();
  // Everybody here wishes the same, so that the picture is the same; costly things are not had at once by one person.
  const invocation = invocationOf(commands, { name: "chart", rest: what }, (alike * round) % seed.chats);
  const reply: Reply = await commands.run(invocation);
  if (reply.message.chart === undefined) throw new Error(`no chart of ${what}: ${reply.message.title}`);
  await renderer.png(reply.message.chart);
  return performance.now() - startedAt;
}

/** What is answered where nothing is done, in every language. */
function refusalsOf({ translate, languages }: CommandContext): ReadonlySet<string> {
  const seconds = Array.from({ length: 600 }, (_, index) => index + 1);
  return new Set(
    languages.flatMap((tag) => [
      ...["command-failed", "command-unknown", "refused-admin", "refused-chat-admin"].map((key) =>
        translate(tag, key),
      ),
      ...seconds.map((each) => translate(tag, "rate-wait", { seconds: each })),
    ]),
  );
}

const idOf = (person: number): string => String(firstChat + person);

/** A call by the person with the number, in their own chat. */
function invocationOf({ specs }: CommandSet, typed: TypedCommand, person: number): Invocation {
  const read = readCommand(specs, typed);
  if (read.kind !== "call") throw new Error(`/${typed.name} ${typed.rest} is not complete`);
  const id = idOf(person);
  return {
    command: read.spec.name,
    subcommand: read.subcommand,
    options: read.options,
    address: { platform: "telegram", channel: id, thread: null },
    chatTitle: "",
    isDirect: true,
    target: null,
    about: null,
    user: { platform: "telegram", id, language: "en", isChatAdmin: () => Promise.resolve(true) },
    missingRights: () => Promise.resolve([]),
  };
}
