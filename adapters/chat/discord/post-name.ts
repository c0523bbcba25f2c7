import { Routes } from "discord.js";
import type { REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import { renameLimit } from "./limits.ts";
import type { Memory } from "./memory.ts";
import { readFailure } from "./outcome.ts";

export interface PostNameOptions {
  readonly rest: REST;
  /** One that is never put back. */
  readonly clock: Clock;
  /** Keeps a name that waits for the process after this one. */
  readonly memory: Pick<Memory, "noteName" | "forgetName">;
  /** Ends what waits: the process is to end. */
  readonly end: AbortSignal;
  /** Called when a post keeps its old name, with what refused the new one. */
  readonly onKept: (error: unknown) => void;
}

/** The name of one post. */
export interface PostName {
  /**
   * Gives it where the post has another one: at once, or, where Discord takes no more names of it now, the last one that was wished for as soon as it does.
   * Resolves after the first try. Never rejects.
   */
  wish(name: string): Promise<void>;
  /** Gives one that an earlier process left waiting, after `ms` milliseconds. */
  resume(name: string, ms: number): void;
}

/** A call may be faster on its way than the one from which Discord counts. */
const marginMs = 1_000;
/** What is not answered, or must wait for no time that is told, is tried again so much later, twice as long each time; and what is not given after so many tries is given up. */
const firstRetryMs = 5_000;
const longestRetryMs = 600_000;
const mostTries = 20;

/** `current`: what the post is called. */
export function createPostName(options: PostNameOptions, post: string, current: string): PostName {
  const { rest, clock, memory, end, onKept } = options;
  const limit = createRenameLimit(clock);
  let given = current;
  let wanted: string | null = null;

  /** Null: it has the name now. */
  async function give(name: string): Promise<unknown> {
    try {
      await rest.patch(Routes.channel(post), { body: { name } });
      given = name;
      return null;
    } catch (error) {
      return error ?? new Error("unknown");
    } finally {
      limit.count();
    }
  }

  /** What waits is another name from now on, or none. */
  function want(name: string | null, waitMs = 0): void {
    if (wanted !== null && wanted !== name) memory.forgetName(post, wanted);
    wanted = name;
    if (name !== null) memory.noteName(post, { name, ms: waitMs });
  }

  async function giveLater(firstMs: number): Promise<void> {
    let waitMs: number | null = firstMs;
    let error: unknown = null;
    for (let tries = 0; tries < mostTries && waitMs !== null; tries += 1) {
      await clock.sleep(waitMs, end);
      const name = wanted;
      if (end.aborted || name === null) return;
      waitMs = limit.waitMs();
      if (waitMs > 0) continue;
      error = name === given ? null : await give(name);
      if (error === null && wanted === name) return want(null);
      waitMs = error === null ? limit.waitMs() : retryOf(error, tries);
      if (waitMs !== null) want(wanted, waitMs);
    }
    want(null);
    onKept(error);
  }

  return {
    async wish(name) {
      const waitMs = limit.waitMs();
      if (wanted !== null) return want(name, waitMs);
      if (given === name) return;
      const error = waitMs > 0 ? null : await give(name);
      if (waitMs === 0 && error === null) return;
      const laterMs = error === null ? waitMs : retryOf(error, 0);
      if (laterMs === null) return onKept(error);
      // Another one may have begun to wait while this one was under way.
      const isWaiting = wanted !== null;
      want(name, laterMs);
      if (!isWaiting) void giveLater(laterMs);
    },
    resume(name, ms) {
      if (wanted !== null || given === name) return memory.forgetName(post, name);
      wanted = name;
      void giveLater(ms);
    },
  };
}

/** Counts names of one post from when they were answered: Discord can have counted none later. */
function createRenameLimit(clock: Clock) {
  const spanMs = renameLimit.perMs + marginMs;
  let at: readonly number[] = [];
  return {
    count: (): void => void (at = [...at, clock.now()]),
    /** Milliseconds until Discord takes another one. */
    waitMs(): number {
      const now = clock.now();
      at = at.filter((one) => one > now - spanMs);
      const [oldest] = at.slice(-renameLimit.max);
      return oldest === undefined || at.length < renameLimit.max ? 0 : oldest + spanMs - now;
    },
  };
}

/** Milliseconds after which it is worth another try; null: it is not. */
function retryOf(error: unknown, tries: number): number | null {
  const outcome = readFailure(error);
  if (outcome.kind !== "wait" && outcome.kind !== "unknown") return null;
  const ownMs = Math.min(longestRetryMs, firstRetryMs * 2 ** tries);
  if (outcome.kind === "unknown") return ownMs;
  return outcome.retryAfterMs > 0 ? outcome.retryAfterMs + marginMs : ownMs;
}
