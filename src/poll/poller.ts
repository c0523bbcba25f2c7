import { messageOf } from "../errors.ts";
import type { Beat } from "../ports/beat.ts";
import type { SourceKind } from "../ports/source-kind.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import { HostGate, hostOf } from "./host-gate.ts";
import { mendedDueAt } from "./clock-jump.ts";
import { pollSource, type PollTools } from "./poll-source.ts";
import type { PollPace } from "./schedule.ts";
import { createTurnBacks } from "./turn-backs.ts";

/** How the poller works. */
export interface PollerOptions extends PollPace {
  /** Polls under way at a time. */
  readonly concurrency: number;
  /** Between two requests to one host, milliseconds. */
  readonly perHostGapMs: number;
  /** An item published longer ago than this is no news, milliseconds. */
  readonly backfillAgeMs: number;
  /** True: sources of single chats are not polled (CHAT_SOURCES is off). Absent: false. */
  readonly restsOwn?: boolean;
}

export interface PollerParts extends Pick<
  PollTools,
  "store" | "clock" | "stageClock" | "ingest" | "log" | "articles" | "ownArticles"
> {
  readonly kinds: readonly SourceKind[];
  readonly beat: Beat;
  readonly options: PollerOptions;
  /** 0 up to 1, for the jitter; default Math.random. */
  readonly chance?: () => number;
}

/** Polls the due sources at each beat. */
export interface Poller {
  start(signal: AbortSignal): Promise<void>;
  /** Ends the beat, calls fetches off and waits until what was fetched is taken in. */
  stop(): Promise<void>;
  /** One round: polls what is due now, and returns how many sources that were. Rounds may overlap: no source is polled twice at a time. */
  pollDue(): Promise<number>;
  /** When the last round began (epoch milliseconds); null: none yet. For the alarm that the poller stalls. */
  lastRoundAt(): number | null;
}

/** How many due sources a round looks at first, and at most when the first are all held up by their hosts. */
const FIRST_LOOK = 500;
const LAST_LOOK = 32_000;
/** Sources that failed last time, or took this long, share so many of the places, so that slow deaths delay no healthy source. */
const DOUBTFUL_SHARE = 0.25;
const SLOW_MS = 5_000;
/** A source whose items could not be stored is left alone this long: the fault is ours, and the next poll is whole again. */
const HOLD_MS = 60_000;

const isEverybodys = ({ source }: FollowedSource): boolean => source.ownerChat === undefined;

/** A poller over a store. Constructed at rest: nothing happens before `start` or `pollDue`. */
export function createPoller(parts: PollerParts): Poller {
  return new DuePoller(parts);
}

class DuePoller implements Poller {
  readonly #parts: PollerParts;
  readonly #tools: PollTools;
  readonly #gate: HostGate;
  readonly #running = new Map<string, Promise<void>>();
  readonly #heldUntil = new Map<string, number>();
  readonly #stopping = new AbortController();
  readonly #slow = new Set<string>();
  #doubtfulCount = 0;
  #lastRoundAt: number | null = null;

  constructor(parts: PollerParts) {
    const { kinds, options, chance = Math.random } = parts;
    this.#parts = parts;
    this.#tools = {
      ...parts,
      kinds: new Map(kinds.map((kind) => [kind.kind, kind])),
      pace: options,
      backfillAgeMs: options.backfillAgeMs,
      turnBacks: createTurnBacks(),
      chance,
    };
    this.#gate = new HostGate(options.perHostGapMs);
  }

  async start(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    signal.addEventListener("abort", () => void this.stop(), { once: true });
    await this.#mendDueTimes(0);
    this.#parts.beat.start(() => {
      this.pollDue().catch((error: unknown) => {
        this.#parts.log("error", "a round of polling failed", { error: messageOf(error) });
      });
    });
  }

  async stop(): Promise<void> {
    this.#parts.beat.stop();
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  lastRoundAt(): number | null {
    return this.#lastRoundAt;
  }

  async pollDue(): Promise<number> {
    const now = this.#parts.clock.now();
    const jumpedBackMs = Math.max(0, (this.#lastRoundAt ?? now) - now);
    this.#lastRoundAt = now;
    if (jumpedBackMs > 0) await this.#mendDueTimes(jumpedBackMs);
    const queue = await this.#dueNow(now);
    const mine = new Set<Promise<void>>();
    let count = 0;
    for (;;) {
      for (const followed of this.#takeStartable(queue)) {
        count += 1;
        const run = this.#run(followed).finally(() => mine.delete(run));
        mine.add(run);
      }
      if (mine.size === 0) return count;
      await Promise.race(mine);
    }
  }

  /** What is due, urgent first. Looks further when hosts that are busy hold up all that it sees. */
  async #dueNow(now: number): Promise<FollowedSource[]> {
    for (let limit = FIRST_LOOK; ; limit *= 4) {
      const found = await this.#parts.store.due(now, limit);
      const due = this.#parts.options.restsOwn === true ? found.filter(isEverybodys) : found;
      if (found.length < limit || limit >= LAST_LOOK || due.some((one) => this.#canStart(one, now)))
        return [...due];
    }
  }

  /** Takes out of the queue what may start now, and marks it as running. */
  #takeStartable(queue: FollowedSource[]): FollowedSource[] {
    const taken: FollowedSource[] = [];
    const now = this.#parts.clock.now();
    const places = this.#parts.options.concurrency - this.#running.size;
    for (let at = 0; at < queue.length && taken.length < places && !this.#stopping.signal.aborted;) {
      const followed = queue[at];
      if (followed === undefined || !this.#canStart(followed, now)) {
        at += 1;
        continue;
      }
      queue.splice(at, 1);
      taken.push(followed);
      this.#gate.enter(hostOf(followed.source.url));
      if (this.#isDoubtful(followed)) this.#doubtfulCount += 1;
    }
    return taken;
  }

  #canStart(followed: FollowedSource, now: number): boolean {
    const { source } = followed;
    const heldUntil = this.#heldUntil.get(source.id) ?? 0;
    if (heldUntil > now && heldUntil <= now + HOLD_MS) return false;
    const places = Math.max(1, this.#parts.options.concurrency * DOUBTFUL_SHARE);
    if (this.#isDoubtful(followed) && this.#doubtfulCount >= places) return false;
    return !this.#running.has(source.id) && this.#gate.isOpen(hostOf(source.url), now);
  }

  #run(followed: FollowedSource): Promise<void> {
    const { source } = followed;
    const { clock } = this.#parts;
    const [wasDoubtful, startedAt] = [this.#isDoubtful(followed), clock.now()];
    const run = this.#poll(followed).then((restMs) => {
      this.#running.delete(source.id);
      this.#gate.leave(hostOf(source.url), clock.now(), restMs);
      if (wasDoubtful) this.#doubtfulCount -= 1;
      if (clock.now() - startedAt >= SLOW_MS) this.#slow.add(source.id);
      else this.#slow.delete(source.id);
    });
    this.#running.set(source.id, run);
    return run;
  }

  #isDoubtful({ source, state }: FollowedSource): boolean {
    return state.failures > 0 || this.#slow.has(source.id);
  }

  /** Never throws. Returns how long the host is to rest, milliseconds. */
  async #poll({ source: { id } }: FollowedSource): Promise<number> {
    const { store, clock, log } = this.#parts;
    try {
      // The queue may be older than what another round or an admin did since.
      const fresh = await store.find(id);
      if (fresh === null || fresh.state.halt !== null || fresh.state.dueAt > clock.now()) return 0;
      const restMs = await pollSource(this.#tools, fresh, this.#stopping.signal);
      this.#heldUntil.delete(id);
      return restMs;
    } catch (error) {
      this.#heldUntil.set(id, clock.now() + HOLD_MS);
      log("error", "a source's items could not be taken in", { source: id, error: messageOf(error) });
      return 0;
    }
  }

  /** Brings due times back that a clock put right (or wrong) has moved out of reach. */
  async #mendDueTimes(jumpedBackMs: number): Promise<void> {
    const { store, clock, log } = this.#parts;
    const now = clock.now();
    let mended = 0;
    for (const { source, state } of await store.list()) {
      const dueAt = mendedDueAt(state.dueAt, now, jumpedBackMs);
      if (dueAt === state.dueAt) continue;
      await store.saveState(source.id, { ...state, dueAt });
      mended += 1;
    }
    if (mended > 0)
      log("warn", "the clock was put back: due times follow it", { sources: mended, jumpedBackMs });
  }
}
