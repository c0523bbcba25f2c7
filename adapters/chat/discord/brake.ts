import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { RateLimit } from "../../../src/ports/chat-platform.ts";
import { invalidBudget } from "./limits.ts";
import { createOverallLimit, type Place } from "./overall.ts";
import { readRateLimit, type Reach } from "./rate-limit-answer.ts";

/** A call that Discord did not take, or that was not made: it was surely not done. */
export class Refrained extends Error {
  readonly reach: Reach;
  readonly retryAfterMs: number;

  constructor(reach: Reach, retryAfterMs: number, why: string) {
    super(why);
    this.name = "Refrained";
    this.reach = reach;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What an answer without a Retry-After is worth: such a 429 repeated at once would burn the invalid-request budget. */
const blindRetryMs = 5_000;
/** A block of our address by Cloudflare names no time when it is not JSON and has no header. */
const blockRetryMs = 60_000;

/** To be called when a call has ended, however it did. */
export type Ended = () => void;

/** Holds calls back: to the overall limit, while Discord asks the whole bot to wait, and before refused calls get us banned. */
export interface Brake {
  /**
   * Counts a call that is about to be made: the first of a delivery, which the outbox paces. Throws Refrained when it must not be made now. `isOfInteraction`: with an
   * interaction's token, which is held by nothing but a block of our address. Absent: it is none.
   */
  take(call?: { readonly isOfInteraction: boolean }): Ended;
  /**
   * Likewise of a call that the outbox does not know of: a delivery's second one, a question about a channel. It waits for its place in the overall limit, in
   * its order and for two seconds at most; deliveries give way to it.
   */
  turn(): Promise<Ended>;
  /** Counts an answer that Discord holds against us. */
  countRefused(): void;
  /** What a 429 asks for, noted where it concerns the whole bot. */
  readTooMany(headers: Headers, body: string): Refrained;
}

/** A brake that is off. `limits`: those of scope `all` are kept here; the other ones are the outbox's and the routes'. */
export function createBrake(machine: Clock, log: Log, limits: readonly RateLimit[]): Brake {
  const clock = createSteadyClock(machine);
  const overall = createOverallLimit(clock, limits);
  const budget = createBudget(clock);
  let pausedUntil = 0;
  let pauseWhy = "";
  let blockedUntil = 0;

  function pauseAll(ms: number, why: string): Refrained {
    pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    pauseWhy = why;
    log("warn", "Discord asks the whole bot to wait", { why, retryAfterMs: ms });
    return new Refrained("platform", ms, why);
  }

  /** Throws what holds all calls but the overall limit. */
  function check(): void {
    const now = clock.now();
    if (now < blockedUntil) throw new Refrained("platform", blockedUntil - now, pauseWhy);
    if (now < pausedUntil) throw new Refrained("platform", pausedUntil - now, pauseWhy);
    const budgetMs = budget.waitMs();
    if (budgetMs > 0) throw new Refrained("platform", budgetMs, "too many refused requests in 10 minutes");
  }

  function placed({ waitMs, ended }: Place): Ended {
    if (waitMs > 0) throw new Refrained("platform", waitMs, "the overall limit of requests");
    return ended;
  }

  return {
    turn: async () => placed(await overall.turn(check)),
    take({ isOfInteraction } = { isOfInteraction: false }) {
      const now = clock.now();
      if (now < blockedUntil) throw new Refrained("platform", blockedUntil - now, pauseWhy);
      if (isOfInteraction) return () => undefined;
      check();
      return placed(overall.take());
    },
    countRefused: () => budget.count(),
    readTooMany(headers, body) {
      const limit = readRateLimit(headers, body);
      if (limit.scope !== "shared") budget.count();
      if (limit.scope === "address") {
        const blockMs = limit.retryAfterMs ?? blockRetryMs;
        blockedUntil = Math.max(blockedUntil, clock.now() + blockMs);
        return pauseAll(blockMs, "HTTP 429 that is not the API's: address blocked");
      }
      const retryAfterMs = limit.retryAfterMs ?? blindRetryMs;
      if (limit.scope === "global") {
        overall.withhold();
        return pauseAll(retryAfterMs, "HTTP 429, global");
      }
      return new Refrained(limit.reach, retryAfterMs, `HTTP 429, ${limit.scope}`);
    },
  };
}

/** How finely the budget's window slides. */
const budgetSteps = 60;

/** The breaker on refused requests: closed below the budget, open until enough of them are out of the window. */
function createBudget(clock: Clock): { count: () => void; waitMs: () => number } {
  const stepMs = invalidBudget.perMs / budgetSteps;
  const steps: { readonly startAt: number; count: number }[] = [];
  const forget = (now: number): void => {
    while (steps[0] !== undefined && steps[0].startAt + stepMs + invalidBudget.perMs <= now) steps.shift();
  };
  return {
    count() {
      const now = clock.now();
      forget(now);
      const last = steps.at(-1);
      if (last !== undefined && now < last.startAt + stepMs) last.count += 1;
      else steps.push({ startAt: now, count: 1 });
    },
    waitMs() {
      const now = clock.now();
      forget(now);
      const total = steps.reduce((sum, { count }) => sum + count, 0);
      const oldest = steps[0];
      if (total < invalidBudget.max || oldest === undefined) return 0;
      return Math.max(1, oldest.startAt + stepMs + invalidBudget.perMs - now);
    },
  };
}
