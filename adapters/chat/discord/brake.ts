import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { RateLimit } from "../../../src/ports/chat-platform.ts";
import { invalidBudget } from "./limits.ts";
import type { Memory, Told } from "./memory.ts";
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

/** What a brake is made with. */
export interface BrakeOptions {
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
  /** Those of scope `all` are kept here; the other ones are the outbox's and the routes'. */
  readonly limits: readonly RateLimit[];
  /** For the process after this one. */
  readonly memory: Pick<Memory, "noteHold" | "noteRefused">;
}

/** What holds everything, by name. */
const wholeBot = "the whole bot";
const ourAddress = "our address";

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
  /** Goes on with what Discord told the process before this one. */
  recall(told: Told): void;
}

/** A brake that is off. */
export function createBrake({ clock: machine, log, limits, memory }: BrakeOptions): Brake {
  const clock = createSteadyClock(machine);
  const overall = createOverallLimit(clock, limits);
  const budget = createBudget(clock);
  const pauses = createPauses(clock);

  function pauseAll(name: string, told: number | null, { blindMs, why }: Blind): Refrained {
    const ms = pauses.add(name, told ?? blindMs, { why, isTold: told !== null });
    memory.noteHold({ name, ms });
    log("warn", "Discord asks the whole bot to wait", { why, retryAfterMs: ms });
    return new Refrained("platform", ms, why);
  }

  /** Throws what holds all calls but the overall limit. */
  function check(): void {
    pauses.check([ourAddress, wholeBot]);
    const budgetMs = budget.waitMs();
    if (budgetMs > 0) throw new Refrained("platform", budgetMs, "too many refused requests in 10 minutes");
  }

  function placed({ waitMs, ended }: Place): Ended {
    if (waitMs > 0) throw new Refrained("platform", waitMs, "the overall limit of requests");
    return ended;
  }

  function countRefused(): void {
    budget.count();
    memory.noteRefused();
  }

  return {
    turn: async () => placed(await overall.turn(check)),
    take({ isOfInteraction } = { isOfInteraction: false }) {
      pauses.check([ourAddress]);
      if (isOfInteraction) return () => undefined;
      check();
      return placed(overall.take());
    },
    countRefused,
    readTooMany(headers, body) {
      const limit = readRateLimit(headers, body);
      if (limit.scope !== "shared") countRefused();
      if (limit.scope === "address") {
        const why = "HTTP 429 that is not the API's: address blocked";
        return pauseAll(ourAddress, limit.retryAfterMs, { blindMs: blockRetryMs, why });
      }
      if (limit.scope === "global") {
        overall.withhold();
        return pauseAll(wholeBot, limit.retryAfterMs, { blindMs: blindRetryMs, why: "HTTP 429, global" });
      }
      const retryAfterMs = limit.retryAfterMs ?? blindRetryMs;
      return new Refrained(limit.reach, retryAfterMs, `HTTP 429, ${limit.scope}`);
    },
    recall({ holds, refusedAgoMs }) {
      for (const { name, ms } of holds)
        if (name === wholeBot || name === ourAddress)
          pauses.add(name, ms, { why: "HTTP 429 before the start", isTold: false });
      budget.recall(refusedAgoMs);
    },
  };
}

/** What holds everything, by name, each with its own end. */
function createPauses(clock: Clock) {
  const pauses = new Map<string, { readonly untilAt: number; readonly why: string }>();
  return {
    /**
     * A wait that was told counts from now and takes the place of the one before, which was of the same limit (topics/rate-limits); one that was not told makes
     * none shorter. Returns how long it is now, milliseconds.
     */
    add(
      name: string,
      ms: number,
      { why, isTold }: { readonly why: string; readonly isTold: boolean },
    ): number {
      const now = clock.now();
      const before = pauses.get(name)?.untilAt ?? -Infinity;
      const untilAt = isTold ? now + ms : Math.max(before, now + ms);
      pauses.set(name, { untilAt, why });
      return untilAt - now;
    },
    /** Throws Refrained while one of these holds. */
    check(names: readonly string[]): void {
      for (const { untilAt, why } of names.flatMap((name) => pauses.get(name) ?? []))
        if (clock.now() < untilAt) throw new Refrained("platform", untilAt - clock.now(), why);
    },
  };
}

/** A pause that may have no time of its own. */
interface Blind {
  /** Milliseconds: how long it is then. */
  readonly blindMs: number;
  readonly why: string;
}

/** How finely the budget's window slides. */
const budgetSteps = 60;

/** The breaker on refused requests: closed below the budget, open until enough of them are out of the window. `recall`: those of before, how long ago. */
function createBudget(clock: Clock): {
  count: () => void;
  recall: (agoMs: readonly number[]) => void;
  waitMs: () => number;
} {
  const stepMs = invalidBudget.perMs / budgetSteps;
  let steps: { readonly startAt: number; count: number }[] = [];
  const forget = (now: number): void => {
    while (steps[0] !== undefined && steps[0].startAt + stepMs + invalidBudget.perMs <= now) steps.shift();
  };
  return {
    recall(agoMs) {
      const now = clock.now();
      const earlier = agoMs.map((ms) => ({ startAt: now - ms, count: 1 }));
      steps = [...earlier, ...steps].toSorted((one, other) => one.startAt - other.startAt);
    },
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
