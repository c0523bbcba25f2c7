import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `tallywire ARGS` in a folder with nothing but `settings` set. */
export function runCliIn(
  folder: string,
  args: readonly string[],
  { settings = {}, input = "" }: { readonly settings?: Record<string, string>; readonly input?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? "", HTTP_PORT: "0", LOG_LEVEL: "silent", ...settings };
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}
