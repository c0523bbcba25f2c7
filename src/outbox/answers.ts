import type { Clock } from "../clock.ts";
import type { ChatAddress } from "../model/chat.ts";
import type { ClaimedDelivery } from "../model/delivery.ts";
import type { SendOutcome } from "../ports/chat-platform.ts";
import type { DispatchSettings } from "./options.ts";
import { createOutageWatch, type OutageNews } from "./outage.ts";
import type { Pace, PacedChat } from "./pace.ts";

export interface AnswersOptions {
  readonly settings: DispatchSettings;
  readonly pace: Pace;
  /** The pace's clock. */
  readonly steady: Clock;
  /** The sender's: aborted when the platform does not accept the token. */
  readonly ending: AbortController;
}

/** What answers mean for the calls after them. */
export interface Answers {
  /** Takes how a call ended that began at `begunAt` on the pace's clock. */
  note(delivery: ClaimedDelivery, outcome: SendOutcome, begunAt: number): void;
  /** The platform answers nobody: one call at a time is enough to find out when it does again. */
  isOutageSuspected(): boolean;
  /** Brings forward what waits because of an outage that has ended; to be called before each claim. */
  endOutage(): Promise<void>;
  /** Limits longer than the lease go on from the calls of whoever sent before: to be called when the lease is taken. */
  recall(): Promise<void>;
  /** An address as the pace counts it. */
  paced(address: ChatAddress): PacedChat;
}

/** Rests as the platform asks for them and as an outage does, and the end of one. */
export function createAnswers({ settings, pace, steady, ending }: AnswersOptions): Answers {
  const { store, platform, clock, log } = settings;
  const outage = createOutageWatch();
  /** An outage that began then has ended, and what waits because of it is still to be brought forward; null: none. */
  let unansweredSince: number | null = null;

  const paced = (address: ChatAddress): PacedChat => ({
    channel: address.channel,
    isGroup: platform.isGroup(address),
  });

  function noteOutage(news: OutageNews | null, now: number): void {
    if (news?.kind === "over") unansweredSince = news.sinceAt;
    if (news?.kind !== "rest") return;
    log("warn", "the platform answers nobody, sending rests", {
      platform: platform.name,
      restMs: news.untilAt - now,
    });
    pace.restAll(news.untilAt, now);
  }

  function stopUnauthorized(why: string): void {
    if (ending.signal.aborted) return;
    log("error", "the platform does not accept the token: sending stops until a restart with a valid one", {
      platform: platform.name,
      why,
    });
    ending.abort();
  }

  return {
    paced,
    isOutageSuspected: () => outage.isSuspected(),
    note({ chat: { address } }, outcome, begunAt) {
      const now = steady.now();
      if (outcome.kind === "wait") {
        const untilAt = now + outcome.retryAfterMs;
        if (outcome.scope === "platform") pace.restAll(untilAt, now);
        else pace.restChat(paced(address), untilAt, now);
      }
      noteOutage(outage.note({ channel: address.channel, outcome, begunAt }, now), now);
      if (outcome.kind === "unauthorized") stopUnauthorized(outcome.why);
    },
    async endOutage() {
      if (unansweredSince === null) return;
      const now = clock.now();
      await store.outbox.bringForward(platform.name, unansweredSince + now - steady.now(), now);
      unansweredSince = null;
    },
    async recall() {
      const spanMs = Math.max(0, ...platform.limits.map(({ perMs }) => perMs));
      if (spanMs === 0) return;
      const now = clock.now();
      const steadyMs = steady.now() - now;
      // A clock that was put back since has calls ahead of it: at worst they were made just now.
      for (const { address, at } of await store.outbox.callsSince(platform.name, now - spanMs))
        pace.recall(paced(address), Math.min(at, now) + steadyMs);
    },
  };
}
