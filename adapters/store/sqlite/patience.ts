import { setTimeout as delay } from "node:timers/promises";
import { StoreError } from "../../../src/errors.ts";

/** Between two tries of a call that another process's lock keeps from writing: soon at first, since locks are held for milliseconds as a rule. */
const firstPauseMs = 15;
const longestPauseMs = 200;

type Method = (...given: unknown[]) => unknown;

/**
 * Gives each method of a part of the store `waitMs` for another process's write lock to go: one that fails as `store-busy` has written nothing, and is
 * called again after a pause, in which the event loop goes on. SQLite alone would hold the thread for as long. Such a method writes in one transaction, or can
 * be begun anew after any of its. Gives the part.
 */
export function patient<Part extends object>(part: Part, waitMs: number): Part {
  for (const name of methodsOf(part)) {
    const method = Reflect.get(part, name) as Method;
    const value: Method = (...given) => untilFree(() => Reflect.apply(method, part, given), waitMs);
    Object.defineProperty(part, name, { value, writable: true, configurable: true, enumerable: true });
  }
  return part;
}

function methodsOf(part: object): string[] {
  const prototype = Object.getPrototypeOf(part) as object;
  const names = Object.getOwnPropertyNames(prototype);
  return names.filter((name) => name !== "constructor" && typeof Reflect.get(part, name) === "function");
}

/** By the machine's time, as SQLite's own waiting: what holds the lock is not of this program. */
async function untilFree(call: () => unknown, waitMs: number): Promise<unknown> {
  let endsAt: number | null = null;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await call();
    } catch (error) {
      if (!isBusy(error)) throw error;
      endsAt ??= performance.now() + waitMs;
      const leftMs = endsAt - performance.now();
      if (leftMs <= 0) throw error;
      await delay(Math.min(pauseMs, leftMs));
    }
  }
}

const isBusy = (error: unknown): boolean => error instanceof StoreError && error.code === "store-busy";
