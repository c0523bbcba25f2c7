import type { Clock } from "../../../src/clock.ts";

/** How many calls in how long. */
export interface Allowance {
  readonly max: number;
  readonly perMs: number;
}

/** What the fake holds callers to. Only the global limit and the invalid requests are documented; the rest is what has been seen. */
export interface Allowances {
  readonly global: Allowance;
  readonly send: Allowance;
  readonly edit: Allowance;
  /** Hidden: edits of messages older than an hour, a channel (30046). */
  readonly oldEdit: Allowance;
  readonly webhook: Allowance;
  /** An hour and channel. */
  readonly crosspost: Allowance;
  /** Names of one channel or thread (discord-api-docs issue 1900). */
  readonly rename: Allowance;
  readonly other: Allowance;
  /** 401, 403 and 429; beyond it the address is blocked. */
  readonly invalid: Allowance;
}

/** At true limits. */
export const defaultAllowances: Allowances = {
  global: { max: 50, perMs: 1_000 },
  send: { max: 5, perMs: 5_000 },
  edit: { max: 5, perMs: 5_000 },
  oldEdit: { max: 3, perMs: 6_000 },
  webhook: { max: 5, perMs: 2_000 },
  crosspost: { max: 10, perMs: 3_600_000 },
  rename: { max: 2, perMs: 600_000 },
  other: { max: 50, perMs: 1_000 },
  invalid: { max: 10_000, perMs: 600_000 },
};

interface Window {
  startAt: number;
  used: number;
}

export interface Taken {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly resetMs: number;
}

/** Counts calls in windows that begin with their first call. */
export class Windows {
  readonly #clock: Clock;
  readonly #factor: number;
  readonly #windows = new Map<string, Window>();
  /** Whether the caller's address is banned for its invalid requests. */
  isBlocked = false;

  /** `factor`: every window is this many times shorter. */
  constructor(clock: Clock, factor: number) {
    this.#clock = clock;
    this.#factor = factor;
  }

  take(key: string, allowance: Allowance): Taken {
    const now = this.#clock.now();
    const perMs = allowance.perMs / this.#factor;
    let window = this.#windows.get(key);
    if (window === undefined || now >= window.startAt + perMs) {
      window = { startAt: now, used: 0 };
      this.#windows.set(key, window);
    }
    const isAllowed = window.used < allowance.max;
    if (isAllowed) window.used += 1;
    return {
      isAllowed,
      limit: allowance.max,
      remaining: allowance.max - window.used,
      resetMs: window.startAt + perMs - now,
    };
  }
}
