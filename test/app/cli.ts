import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const compileCache = join(tmpdir(), "tallywire-compile-cache");
const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly settings?: Record<string, string>;
  readonly input?: string;
}

/** A command that is running. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Outcome>;
  /** Resolves when standard output holds the text. Rejects when the command ends first. */
  prints(text: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
}

/** Starts `tallywire ARGS` in a folder with nothing but `settings` set. */
export function startCliIn(
  folder: string,
  args: readonly string[],
  { settings = {}, input = "" }: RunOptions = {},
): Running {
  const env = {
    PATH: process.env.PATH ?? "",
    HTTP_PORT: "0",
    LOG_LEVEL: "silent",
    // Dozens of commands are started: each compiles only what none before it did.
    NODE_COMPILE_CACHE: compileCache,
    ...settings,
  };
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.end(input);
  const ended = new Promise<Outcome>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
  return {
    pid: child.pid ?? 0,
    ended,
    signal: (name) => void child.kill(name),
    prints: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (out.includes(text)) resolve();
        };
        child.stdout.on("data", look);
        void ended.then(({ err: why }) =>
          reject(new Error(`It ended without printing ${JSON.stringify(text)}: ${why}`)),
        );
        look();
      }),
  };
}

/** Runs `tallywire ARGS` to its end. */
export function runCliIn(
  folder: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  return startCliIn(folder, args, options).ended;
}
