import type { SessionInfo } from "@discordjs/ws";
import type { Clock } from "../../../src/clock.ts";

/** Between two tries to connect that fail, the wait doubles up to this. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** The connection broke without a word of Discord's (RFC 6455, 7.4.1). */
const abnormalClose = 1_006;

/** The shards' sessions, and how long to wait before a shard connects again. */
export interface Sessions {
  /** For `WebSocketManager`, which asks before it connects: answers after the wait that is due. */
  readonly retrieve: (shardId: number) => SessionInfo | null | Promise<SessionInfo | null>;
  readonly update: (shardId: number, session: SessionInfo | null) => void;
  readonly closed: (shardId: number, code: number) => void;
  /** Discord said hello: a break is over, and a session that is known is resumed. */
  readonly greeted: (shardId: number) => void;
  /** The shard's session is open. */
  readonly opened: (shardId: number) => void;
  /** Whether events are those of a break, which Discord tells again before a resumed session is open. */
  readonly isReplaying: (shardId: number) => boolean;
  /** The event that ends them, or begins a new session, was taken. */
  readonly caughtUp: (shardId: number) => void;
}

interface ShardState {
  session: SessionInfo | null;
  isBroken: boolean;
  /** The next question for the session comes from who is about to connect; later ones come from heartbeats and events. */
  isDown: boolean;
  isReplaying: boolean;
  /** Connections that ended since the last open session. */
  failures: number;
}

/**
 * Makes an empty store. A network that breaks, and is still broken at the first try to come back, ends no session: only
 * Discord does. Without the waits discord.js would try twice a second for as long as it takes.
 */
export function createSessions(clock: Clock, closing: AbortSignal): Sessions {
  const shards = new Map<number, ShardState>();
  const of = (shardId: number): ShardState => {
    const known = shards.get(shardId) ?? {
      session: null,
      isBroken: false,
      isDown: false,
      isReplaying: false,
      failures: 0,
    };
    shards.set(shardId, known);
    return known;
  };
  return {
    retrieve(shardId) {
      // A login that was given up goes on inside discord.js. Whoever asks then is not answered: no session may come of it.
      if (closing.aborted) return new Promise(() => undefined);
      const shard = of(shardId);
      const isFirst = !shard.isDown || shard.failures < 2;
      shard.isDown = false;
      if (isFirst) return shard.session;
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (shard.failures - 2));
      return clock
        .sleep(waitMs, closing)
        .then(() => (closing.aborted ? new Promise(() => undefined) : shard.session));
    },
    update(shardId, session) {
      const shard = of(shardId);
      if (session === null && shard.isBroken && !closing.aborted) return;
      shard.session = session;
    },
    closed(shardId, code) {
      const shard = of(shardId);
      shard.isDown = true;
      shard.isBroken = code === abnormalClose;
      shard.failures += 1;
    },
    greeted(shardId) {
      const shard = of(shardId);
      shard.isBroken = false;
      shard.isReplaying = shard.session !== null;
    },
    opened(shardId) {
      Object.assign(of(shardId), { isBroken: false, isDown: false, failures: 0 });
    },
    isReplaying: (shardId) => of(shardId).isReplaying,
    caughtUp(shardId) {
      of(shardId).isReplaying = false;
    },
  };
}
