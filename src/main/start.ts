import { rmSync } from "node:fs";
import { createLog } from "../../adapters/log/index.ts";
import { demoFactor, demoStartAt, startDemoServer } from "../../adapters/demo/server.ts";
import { acceleratedClock, systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../errors.ts";
import { startApp, type App, type AppOptions } from "./app.ts";
import { readCatalogue } from "./catalogue.ts";
import { secretsOf } from "./secrets.ts";
import { version } from "./version.ts";

/** The demo's own database, begun anew at each start. */
const demoDatabase = "data/local/demo.db";

/** `tallywire start`: runs until SIGTERM or SIGINT. Resolves to the exit code. */
export async function runStart(config: Config, { demo }: { readonly demo: boolean }): Promise<number> {
  const hasToken = config.TELEGRAM_BOT_TOKEN !== undefined || config.DISCORD_BOT_TOKEN !== undefined;
  const signalled = firstSignal();
  const app = demo || !hasToken ? await startDemo(config, hasToken) : await startReal(config);
  await signalled;
  await app.stop();
  return 0;
}

async function startReal(config: Config): Promise<App> {
  const app = await startApp({
    config,
    databaseUrl: config.DATABASE_URL,
    sources: readCatalogue(),
    demo: null,
    log: logOf(config),
  });
  say([
    `Tallywire ${version}`,
    `Board:     ${app.boardUrl}`,
    `Database:  ${config.DATABASE_URL}`,
    `Told on:   ${platformNames(config).join(" and ")}`,
  ]);
  return app;
}

async function startDemo(config: Config, hasToken: boolean): Promise<App> {
  const stageClock = acceleratedClock(systemClock, demoStartAt, demoFactor);
  for (const suffix of ["", "-wal", "-shm"]) removeFile(`${demoDatabase}${suffix}`);
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
    });
    say([
      `Tallywire ${version}, demo: the exchange of 1,000 for 1,000 prisoners of May 2025 and the nights around it,`,
      "four days in about three minutes, from feeds of invented outlets on this machine. The figures are real.",
      `Board:     ${app.boardUrl}`,
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

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    throw new ConfigError(
      `${path} cannot be removed (${(cause as NodeJS.ErrnoException).code ?? "unknown fault"}).`,
      {
        code: "unwritable",
        permanent: true,
        hint: "The demo begins its database anew: make data/local writable.",
        cause,
      },
    );
  }
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once, as without handlers. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const name of ["SIGTERM", "SIGINT"] as const) process.off(name, end);
      resolve();
    };
    for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, end);
  });
}
