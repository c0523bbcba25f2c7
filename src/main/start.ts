import { once } from "node:events";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createLog } from "../../adapters/log/index.ts";
import { demoFactor, demoStartAt, startDemoServer } from "../../adapters/demo/server.ts";
import { acceleratedClock, systemClock } from "../clock.ts";
import { shownDatabase, type Config } from "../config.ts";
import { ConfigError } from "../errors.ts";
import { startApp, type App, type AppOptions } from "./app.ts";
import { readCatalogue } from "./catalogue.ts";
import { secretsOf } from "./secrets.ts";
import { version } from "./version.ts";

/** Each run of the demo has a database of its own, begun anew; what ended runs have left is removed. */
const demoFolder = "data/local";
const demoFile = /^demo-(\d+)\.db(?:-wal|-shm)?$/u;

/** `tallywire start`: runs until SIGTERM or SIGINT. Resolves to the exit code. */
export async function runStart(config: Config, { demo }: { readonly demo: boolean }): Promise<number> {
  const hasToken = config.TELEGRAM_BOT_TOKEN !== undefined || config.DISCORD_BOT_TOKEN !== undefined;
  const signal = firstSignal();
  const app =
    demo || !hasToken ? await startDemo(config, { hasToken, signal }) : await startReal(config, signal);
  if (!signal.aborted) await once(signal, "abort");
  await app.stop();
  return 0;
}

async function startReal(config: Config, signal: AbortSignal): Promise<App> {
  const app = await startApp({
    config,
    databaseUrl: config.DATABASE_URL,
    sources: readCatalogue(),
    demo: null,
    log: logOf(config),
    signal,
  });
  say([
    `Tallywire ${version}`,
    `Board:     ${boardLine(config, app)}`,
    `Database:  ${shownDatabase(config.DATABASE_URL)}`,
    `Told on:   ${platformNames(config).join(" and ")}`,
  ]);
  return app;
}

async function startDemo(
  config: Config,
  { hasToken, signal }: { readonly hasToken: boolean; readonly signal: AbortSignal },
): Promise<App> {
  const stageClock = acceleratedClock(systemClock, demoStartAt, demoFactor);
  const demoDatabase = prepareDemoDatabase();
  const server = await startDemoServer(stageClock);
  const demo: AppOptions["demo"] = {
    sources: server.sources,
    origin: server.origin,
    stageClock,
    write: (text) => void process.stdout.write(text),
  };
  try {
    const app = await startApp({
      config,
      databaseUrl: demoDatabase,
      sources: server.sources,
      demo,
      log: logOf(config),
      signal,
    });
    say([
      `Tallywire ${version}, demo: the exchange of 1,000 for 1,000 prisoners of May 2025 and the nights around it,`,
      "four days in about three minutes, from feeds of invented outlets on this machine. The figures are real.",
      `Board:     ${boardLine(config, app)}`,
      `Database:  ${demoDatabase} (begun anew at each start)`,
      ...(hasToken
        ? [`Told on:   ${platformNames(config).join(" and ")}, and below`]
        : [
            "Told on:   this terminal. To be told in chats, copy .env.example to .env and set TELEGRAM_BOT_TOKEN",
            "           (from @BotFather) or DISCORD_BOT_TOKEN (from the developer portal), then start again.",
          ]),
      "Marks:     ● a message that notifies   ○ a silent one   ↻ a message edited in place",
      "",
    ]);
    return {
      ...app,
      async stop() {
        await app.stop();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function platformNames(config: Config): string[] {
  return [
    ...(config.TELEGRAM_BOT_TOKEN === undefined ? [] : ["Telegram"]),
    ...(config.DISCORD_BOT_TOKEN === undefined ? [] : ["Discord"]),
  ];
}

function logOf(config: Config): AppOptions["log"] {
  return createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT, secrets: secretsOf(config) });
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** The database of this run. Files of runs whose process is gone are removed; a demo that is running keeps its own. */
function prepareDemoDatabase(): string {
  const path = `${demoFolder}/demo-${process.pid}.db`;
  try {
    const left = existsSync(demoFolder) ? readdirSync(demoFolder) : [];
    for (const file of left) {
      const owner = demoFile.exec(file)?.[1];
      if (owner !== undefined && !isRunning(Number(owner))) rmSync(`${demoFolder}/${file}`, { force: true });
    }
  } catch (cause) {
    throw new ConfigError(
      `${demoFolder} cannot be cleared (${(cause as NodeJS.ErrnoException).code ?? "unknown fault"}).`,
      {
        code: "unwritable",
        permanent: true,
        hint: "The demo begins its database anew: make data/local writable.",
        cause,
      },
    );
  }
  return path;
}

/** Whether another process has the number. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Where the board is reached, and where it listens if that is another address. */
function boardLine({ PUBLIC_URL: publicUrl }: Config, { boardUrl }: App): string {
  return publicUrl === undefined ? boardUrl : `${publicUrl} (listening on ${boardUrl})`;
}

/** Aborted at the first SIGTERM or SIGINT; a second one ends the process at once, as without handlers. */
function firstSignal(): AbortSignal {
  const ending = new AbortController();
  const end = (): void => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.off(name, end);
    ending.abort();
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, end);
  return ending.signal;
}
