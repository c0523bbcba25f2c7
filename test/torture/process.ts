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
  /** Telegram's sends that it gave up because no answer came in time, as `CHAT SUBJECT`: the store's number, the development or the notice's key. */
  readonly givenUp: readonly string[];
}

/** Before a send that was given up. */
export const givenUpWord = "given-up ";

/** Starts one. What it has compiled is kept beside the database for the next one. */
export function startChild(order: ChildOrder): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child.ts"), JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(order.database), "compiled") },
  });
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const givenUp: string[] = [];
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  const exited = once(child, "exit");
  return {
    givenUp,
    async next() {
      for (;;) {
        const word = (await words.next()).value ?? null;
        if (word?.startsWith(givenUpWord) !== true) return word;
        givenUp.push(word.slice(givenUpWord.length));
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    errors: () => errors,
  };
}
