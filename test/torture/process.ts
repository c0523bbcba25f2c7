import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { ChildOrder } from "./plan.ts";

/** A child that sends. */
export interface Child {
  /** The next word that it says; null: it has ended. */
  next(): Promise<string | null>;
  kill(): Promise<void>;
  readonly errors: () => string;
}

/** Starts one. What it has compiled is kept beside the database for the next one. */
export function startChild(order: ChildOrder): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child.ts"), JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(order.database), "compiled") },
  });
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  const exited = once(child, "exit");
  return {
    next: async () => (await words.next()).value ?? null,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    errors: () => errors,
  };
}
