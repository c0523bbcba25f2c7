import type { Clock } from "../../../src/clock.ts";

/** Between two IDENTIFYs of one concurrency slot: five seconds (events/gateway, rate limiting, read 2026-08-06) at Discord, which one may reach sooner than the other. */
const slotMs = 5_250;
/** Sessions that do not last are begun ever more slowly: 1,000 IDENTIFYs a day, and one more resets the token. */
const memoryMs = 3_600_000;
const maxDelayMs = 300_000;

/** When a shard may identify. discord.js asks before each IDENTIFY, not before a RESUME. */
export interface IdentifyThrottle {
  /** Resolves when the shard may; rejects when `signal` is aborted before that. */
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>;
}

/** A throttle that keeps the slots' pace and backs off where sessions end soon. `maxConcurrency`: slots, from GET /gateway/bot. */
export function createIdentifyThrottle(clock: Clock, maxConcurrency: number): IdentifyThrottle {
  const slots = new Map<number, { freeAt: number; turn: Promise<void> }>();
  const recent = new Map<number, number[]>();

  async function waitTurn(shardId: number, signal: AbortSignal): Promise<void> {
    const slot = slots.get(shardId % maxConcurrency);
    const instants = (recent.get(shardId) ?? []).filter((at) => at > clock.now() - memoryMs);
    const backoffMs = instants.length === 0 ? 0 : Math.min(maxDelayMs, slotMs * 2 ** (instants.length - 1));
    const dueAt = Math.max(slot?.freeAt ?? 0, (instants.at(-1) ?? 0) + backoffMs);
    const waitMs = dueAt - clock.now();
    if (waitMs > 0) await clock.sleep(waitMs, signal);
    signal.throwIfAborted();
    if (slot !== undefined) slot.freeAt = clock.now() + slotMs;
    recent.set(shardId, [...instants, clock.now()]);
  }

  return {
    waitForIdentify(shardId, signal) {
      const key = shardId % maxConcurrency;
      const slot = slots.get(key) ?? { freeAt: 0, turn: Promise.resolve() };
      slots.set(key, slot);
      const turn = slot.turn.then(() => waitTurn(shardId, signal));
      slot.turn = turn.catch(() => undefined);
      return turn;
    },
  };
}
