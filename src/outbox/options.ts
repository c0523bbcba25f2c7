import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { ClaimedDelivery } from "../model/delivery.ts";
import type { ChatPlatform, RateLimit } from "../ports/chat-platform.ts";
import type { DeliveryEvent } from "../ports/metrics.ts";
import type { CatchUpRules, RepeatWaits } from "../ports/outbox-store.ts";
import type { Store } from "../ports/store.ts";
import type { Compose } from "./call.ts";
import { catchUpPolicy, catchUpRules, type CatchUpPolicy } from "./catch-up.ts";
import { composeCatchUp, type ComposeCatchUp } from "./catch-up-compose.ts";
import { repeatWaitsOf } from "./settlement.ts";

/** The places between claim and settle at which a process can die and leave something different behind. */
export const steps = ["claimed", "calling", "answered", "settled"] as const;
export type Step = (typeof steps)[number];

export interface DispatcherOptions {
  readonly store: Pick<Store, "outbox" | "chats">;
  readonly platform: ChatPlatform;
  readonly compose: Compose;
  /** Absent: `composeCatchUp`. */
  readonly composeCatchUp?: ComposeCatchUp;
  /** When a chat gets one message for what it was not told. Absent: `catchUpPolicy`. */
  readonly catchUp?: CatchUpPolicy;
  /** Real time: deadlines and pace are the platform's. */
  readonly clock: Clock;
  readonly log: Log;
  /** Tells this process from every other one on the same database. */
  readonly holder: string;
  /** How long a sender that is gone keeps others from sending. */
  readonly leaseMs?: number;
  /** A call without an answer after this time is given up. */
  readonly callTimeoutMs?: number;
  /** Calls under way at once, at most; by default what the platform's pace needs when each takes a second. */
  readonly maxInFlight?: number;
  /** The wait before the second attempt; each later one is four times as long. */
  readonly retryMs?: number;
  /** After hours in which nobody sent, so long is waited for what sources tell of that time; 0: not at all. */
  readonly gatherMs?: number;
  /** How long `stop` lets calls under way finish before it ends them. */
  readonly stopGraceMs?: number;
  /** Told of every call that has ended. */
  readonly onEvent?: (event: DeliveryEvent) => void;
  /** For the crash tests: awaited at each step. Not set in production. */
  readonly step?: (step: Step, delivery: ClaimedDelivery) => Promise<void>;
}

/** The options with every default filled in. Reasons: docs/delivery.md. */
export type DispatchSettings = DispatcherOptions & {
  readonly composeCatchUp: ComposeCatchUp;
  readonly catchUpRules: CatchUpRules;
  readonly leaseMs: number;
  readonly callTimeoutMs: number;
  readonly maxInFlight: number;
  readonly retryMs: number;
  readonly gatherMs: number;
  readonly stopGraceMs: number;
  readonly repeatWaits: RepeatWaits | undefined;
};

/** How long `stop` waits for each of its last writes, where another program holds the database: what is not settled then is resolved at the next start, as after a kill. */
export const lastWriteMs = 750;

const defaultRetryMs = 5_000;

/** The options with what was left out. */
export function withDefaults(options: DispatcherOptions): DispatchSettings {
  return {
    composeCatchUp,
    catchUpRules: catchUpRules(options.catchUp ?? catchUpPolicy, options.platform),
    leaseMs: 5_000,
    callTimeoutMs: 20_000,
    maxInFlight: callsAtOnce(options.platform.limits),
    retryMs: defaultRetryMs,
    gatherMs: 60_000,
    stopGraceMs: 6_000,
    repeatWaits: repeatWaitsOf(options.platform, options.retryMs ?? defaultRetryMs),
    ...options,
  };
}

/**
 * By Little's law calls under way = calls a second × seconds a call: 30 a second at 50 to 200 ms need 2 to 6, which the
 * pace alone brings about. The cap only holds back when answers stay out, and leaves room beside a few chats that hang.
 */
function callsAtOnce(limits: readonly RateLimit[]): number {
  const perSecond = limits
    .filter((limit) => limit.scope === "all")
    .map((limit) => (limit.max / limit.perMs) * 1_000);
  if (perSecond.length === 0) return 16;
  return Math.max(4, Math.ceil(Math.min(...perSecond)));
}
