import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { readConfig, type Config } from "../config.ts";
import { ConfigError, messageOf, TallywireError } from "../errors.ts";
import { addSourcesCommand } from "./sources-command.ts";
import { version } from "./version.ts";

/** The command line was not understood, or the configuration cannot be used. */
const usageExit = 2;
const faultExit = 1;

/**
 * Runs `tallywire ARGS`. Resolves to the exit code: 0 done, 1 a fault (one line on standard error says which and what
 * to do), 2 a wrong command line or configuration. Each command's code is loaded when it is called.
 */
export async function runCli(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = createProgram(async (run) => {
    exitCode = await run();
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExit;
    process.stderr.write(`${faultLine(error)}\n`);
    return error instanceof ConfigError && error.code === "bad-config" ? usageExit : faultExit;
  }
}

/** Ours are a sentence and a hint; anything else is a defect, and its stack helps to mend it. */
function faultLine(error: unknown): string {
  if (error instanceof TallywireError) return messageOf(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function createProgram(finish: (run: () => Promise<number>) => Promise<void>): Command {
  const program = new Command("tallywire")
    .description("Conflict updates in which every number shows its source.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(tallywire --help lists the commands)");
  program
    .command("start")
    .description("follow the sources and tell the chats; without a token, run the demo")
    .option("--demo", "run the demo though a token is set")
    .action((options: { demo?: boolean }) =>
      finish(async () =>
        (await import("./start.ts")).runStart(loadConfig(), { demo: options.demo ?? false }),
      ),
    );
  program
    .command("read")
    .description("read reports (JSON lines) and print their figures and events")
    .argument("[file]", "a file; - or nothing: standard input", "-")
    .action((file: string) => finish(async () => (await import("./read.ts")).runRead(file)));
  program
    .command("replay")
    .description("take a stream of reports (JSON lines, sorted by seenAt) in and print the alerts")
    .argument("[file]", "a file; - or nothing: standard input", "-")
    .option("--ledger", "print the ledger at the end instead")
    .action((file: string, options: { ledger?: boolean }) =>
      finish(async () => (await import("./replay.ts")).runReplay(file, { ledger: options.ledger ?? false })),
    );
  program
    .command("rebuild")
    .description(
      "read every stored report anew, print what changes in the ledger, and adopt it; tells nobody",
    )
    .option("--dry-run", "print only")
    .action((options: { dryRun?: boolean }) =>
      finish(async () =>
        (await import("./rebuild.ts")).runRebuild(loadConfig(), { isDryRun: options.dryRun ?? false }),
      ),
    );
  program
    .command("migrate")
    .description("bring the database up to date")
    .action(() => finish(async () => (await import("./migrate.ts")).runMigrate(loadConfig())));
  program
    .command("doctor")
    .description("check configuration, database, disk, tokens and sources, and say what to do")
    .action(() => finish(async () => (await import("./doctor.ts")).runDoctor(loadConfig)));
  addSourcesCommand(program, finish, loadConfig);
  return program;
}

/** The environment, over the lines of .env if there is one. */
function loadConfig(): Config {
  if (existsSync(".env")) loadEnvFile();
  return readConfig(process.env);
}

function loadEnvFile(): void {
  try {
    process.loadEnvFile(".env");
  } catch (cause) {
    throw new ConfigError(
      `.env cannot be read (${(cause as NodeJS.ErrnoException).code ?? "unknown fault"}).`,
      {
        code: "bad-config",
        permanent: true,
        hint: "It is to be a text file of NAME=value lines, as .env.example is.",
        cause,
      },
    );
  }
}
