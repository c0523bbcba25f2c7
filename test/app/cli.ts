import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runCli } from "../../src/main/command-line.ts";

const compileCache = fileURLToPath(new URL("../../node_modules/.cache/tallywire", import.meta.url));
const cli = fileURLToPath(new URL("../../src/tallywire.js", import.meta.url));

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

function environment(settings: Record<string, string>): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HTTP_PORT: "0", LOG_LEVEL: "silent", ...settings };
}

/** Starts `tallywire ARGS` in a folder with nothing but `settings` set. */
export function startCliIn(
  folder: string,
  args: readonly string[],
  { settings = {}, input = "" }: RunOptions = {},
): Running {
  // Many commands are started: each compiles only what none before it did.
  const env = { ...environment(settings), NODE_COMPILE_CACHE: compileCache };
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

/**
 * Runs `tallywire ARGS` to its end within this process, which takes a twentieth of the time: for commands that end by themselves and read
 * no input, where the process around them is not what is tested.
 */
export async function runCliHere(
  folder: string,
  args: readonly string[],
  settings: Record<string, string> = {},
): Promise<Outcome> {
  const [cwd, env] = [process.cwd(), process.env];
  const out = catchWrites(process.stdout);
  const err = catchWrites(process.stderr);
  try {
    process.chdir(folder);
    process.env = environment(settings);
    const code = await runCli(args);
    return { code, out: out.text(), err: err.text() };
  } finally {
    process.env = env;
    process.chdir(cwd);
    out.end();
    err.end();
  }
}

/** What is written to a stream instead of its going there, until `end`. */
function catchWrites(stream: NodeJS.WriteStream): { text(): string; end(): void } {
  let text = "";
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return { text: () => text, end: () => void (stream.write = write) };
}
