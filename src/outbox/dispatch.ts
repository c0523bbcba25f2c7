import { areOneStory, ringsAfter, storyReachMs } from "../alert/one-story.ts";
import { createSteadyClock, within, type Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { ClaimedDelivery } from "../model/delivery.ts";
import { createAnswers, type Answers } from "./answers.ts";
import { createAttempter } from "./attempt.ts";
import { createBell, type Bell } from "./bell.ts";
import { kindOfCall, type Call } from "./call.ts";
import { createCarrier, type Carrier } from "./carry.ts";
import { createLease, type Lease } from "./lease.ts";
import { lastWriteMs, withDefaults, type DispatcherOptions, type DispatchSettings } from "./options.ts";
import { createPace, type Answered, type Pace } from "./pace.ts";
import { planNotice, planQueued } from "./plan.ts";
import { createTurns, type Turns } from "./turns.ts";

/** Deliveries are claimed for the calls of this time ahead: fewer writes, and no older figures than this. */
const claimAheadMs = 250;
const largestClaim = 64;
/** A chat that rests for longer is not left out of claims: its deliveries are put off in the store, where that outlives us. */
const shortRestMs = 10_000;
/** What was left behind by another sender or an ended lease is looked for this often. */
const abandonedEveryMs = 30_000;
/** When something is due that cannot be claimed now, look again after this. */
const blockedMs = 500;
const idleMs = 30_000;
const longestBackoffMs = 30_000;

/** Sends what is due on one platform, if this process is its one sender. */
export interface Dispatcher {
  /** Sends until the signal is aborted or `stop` is called. */
  start(signal: AbortSignal): void;
  /** Claims nothing more, lets calls under way finish within the grace, settles them, gives up the lease. */
  stop(): Promise<void>;
  /** Something may be due. */
  poke(): void;
  /** Sends all that is due and can be sent now, for callers without a loop. Returns how many deliveries it took up. */
  dispatchDue(): Promise<number>;
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  return new DispatchLoop(withDefaults(options));
}

/** What a claim brought: fewer than were asked for means that nothing more can be claimed now. */
interface Fill {
  readonly asked: number;
  readonly claimed: number;
  /** When the first chat that was left out for its limits is ready, epoch milliseconds; null: none was. */
  readonly firstReadyAt: number | null;
}

class DispatchLoop implements Dispatcher {
  readonly #settings: DispatchSettings;
  /** For the pace only; the store's times are the machine's. */
  readonly #steady: Clock;
  readonly #pace: Pace;
  readonly #answers: Answers;
  readonly #bell: Bell;
  readonly #lease: Lease;
  readonly #turns: Turns;
  readonly #carry: Carrier;
  readonly #ending = new AbortController();
  readonly #callsEnd = new AbortController();
  /** By channel: a chat, with all its topics, has at most one delivery under way. */
  readonly #underWay = new Map<string, Promise<void>>();
  #running: Promise<void> = Promise.resolve();
  #fence: number | null = null;
  #sweptAt = -Infinity;

  constructor(settings: DispatchSettings) {
    const { platform, clock, store, holder, leaseMs } = settings;
    this.#settings = settings;
    this.#steady = createSteadyClock(clock);
    this.#bell = createBell(clock);
    this.#pace = createPace(platform.limits);
    this.#answers = createAnswers({
      settings,
      pace: this.#pace,
      steady: this.#steady,
      ending: this.#ending,
      callsEnd: this.#callsEnd.signal,
    });
    this.#lease = createLease({
      outbox: store.outbox,
      platform: platform.name,
      holder,
      leaseMs,
      clock,
      steady: this.#steady,
      onHeld: (absentMs) => this.#answers.noteAbsence(absentMs),
    });
    this.#turns = createTurns({
      pace: this.#pace,
      clock: this.#steady,
      mayCall: () => !this.#ending.signal.aborted && this.#lease.isHeld(),
      ending: this.#ending.signal,
    });
    const attempt = createAttempter({
      ...settings,
      clock: this.#steady,
      callsEnd: this.#callsEnd.signal,
      mayCall: () => this.#lease.isHeld(),
      turn: (delivery, call) => this.#takeTurn(delivery, call),
      onAnswer: (delivery, outcome, begunAt) => this.#answers.note(delivery, outcome, begunAt),
    });
    this.#carry = createCarrier({
      settings,
      attempt,
      dueAgainAt: (delivery) => {
        const { channel } = delivery.chat.address;
        const chatReadyAt = this.#pace.chatReadyAt(channel, kindOfCall(delivery));
        const readyAt = Math.max(this.#pace.readyAt(), chatReadyAt);
        return clock.now() + Math.max(0, readyAt - this.#steady.now());
      },
      callsEnd: this.#callsEnd.signal,
    });
  }

  start(signal: AbortSignal): void {
    if (signal.aborted) this.#ending.abort();
    signal.addEventListener("abort", () => this.#ending.abort(), { once: true });
    this.#running = this.#run();
  }

  poke(): void {
    this.#bell.ring();
  }

  async stop(): Promise<void> {
    const { stopGraceMs, clock, log, platform } = this.#settings;
    this.#ending.abort();
    const finished = this.#running.then(() => Promise.all(this.#underWay.values()));
    await this.#lease.keepFor(finished, stopGraceMs);
    this.#callsEnd.abort();
    await within(clock, finished, { ms: lastWriteMs });
    // A lease that cannot be given up runs out by itself.
    const released = this.#lease.release().catch((error: unknown) => {
      log("warn", "the sender's lease was not given up", { platform: platform.name, why: messageOf(error) });
    });
    await within(clock, released, { ms: lastWriteMs });
  }

  async dispatchDue(): Promise<number> {
    let taken = 0;
    while (!this.#ending.signal.aborted) {
      const fence = await this.#holdLease();
      if (fence === null) break;
      await this.#answers.beforeClaim();
      const { asked, claimed } = await this.#fill(fence);
      taken += claimed;
      await Promise.all(this.#underWay.values());
      if (claimed === 0 && (asked > 0 || !(await this.#waitForPace()))) break;
    }
    return taken;
  }

  async #run(): Promise<void> {
    const { clock, log, platform } = this.#settings;
    let backoffMs = blockedMs;
    while (!this.#ending.signal.aborted) {
      try {
        const waitMs = await this.#round();
        backoffMs = blockedMs;
        await this.#bell.wait(waitMs, this.#ending.signal);
      } catch (error) {
        log("error", "dispatch failed, will be tried again", {
          platform: platform.name,
          why: messageOf(error),
        });
        await clock.sleep(backoffMs, this.#ending.signal);
        backoffMs = Math.min(backoffMs * 2, longestBackoffMs);
      }
    }
  }

  /** Takes up what there is to do now. Gives how long there is nothing more to do, milliseconds, unless the bell rings. */
  async #round(): Promise<number> {
    const fence = await this.#holdLease();
    if (fence === null) return this.#lease.untilRenewalMs();
    await this.#answers.beforeClaim();
    const fill = await this.#fill(fence);
    const isDry = fill.claimed < fill.asked;
    const waitMs = isDry
      ? await this.#untilDueMs(fill.firstReadyAt)
      : this.#pace.readyAt() - this.#steady.now();
    // Not dry and the pace ready: a turn that is taken or a call that ends rings the bell.
    return Math.min(this.#lease.untilRenewalMs(), waitMs > 0 ? Math.ceil(waitMs) : idleMs);
  }

  async #holdLease(): Promise<number | null> {
    const { store, platform, clock, log, repeatWaits } = this.#settings;
    const fence = await this.#lease.hold();
    const steadyNow = this.#steady.now();
    if (fence !== null && (fence !== this.#fence || steadyNow - this.#sweptAt >= abandonedEveryMs)) {
      const abandoned = await store.outbox.resolveAbandoned(platform.name, fence, clock.now(), repeatWaits);
      this.#sweptAt = steadyNow;
      if (abandoned > 0)
        log("warn", "deliveries were left unsettled", { platform: platform.name, count: abandoned });
    }
    // After what was left is known to be that.
    if (fence !== null && fence !== this.#fence) await this.#answers.recall();
    this.#fence = fence;
    return fence;
  }

  async #fill(fence: number): Promise<Fill> {
    const { store, platform, clock, log, callTimeoutMs } = this.#settings;
    const steadyNow = this.#steady.now();
    const asked = this.#howMany(steadyNow);
    if (asked === 0) return { asked, claimed: 0, firstReadyAt: null };
    const resting = this.#pace.restingChats(steadyNow, steadyNow + shortRestMs);
    const now = clock.now();
    const claimed = await store.outbox.claim({
      platform: platform.name,
      now,
      // Longer than two calls can take, turns and all: while we live, nobody else resolves what we have under way.
      leaseMs: 2 * callTimeoutMs + 60_000,
      limit: asked,
      exceptChannels: [...resting.channels, ...this.#underWay.keys()],
      fence,
      plan: (chat, newest, wasTold) => planQueued(chat, newest, { wasTold, now }),
      planNotice: (chat, notice) => planNotice(chat, notice, now),
      catchUp: this.#settings.catchUpRules,
      heldBefore: this.#answers.heldBefore(),
      stories: { reachMs: storyReachMs, areOne: areOneStory, rings: ringsAfter },
      onFailed: (of) =>
        log("error", "a delivery cannot be claimed, put off (defect)", { platform: platform.name, ...of }),
    });
    for (const delivery of claimed) this.#takeUp(delivery);
    return { asked, claimed: claimed.length, firstReadyAt: resting.firstReadyAt };
  }

  /** How many deliveries to claim: what the pace lets out within the time ahead, less those that wait for their turn. */
  #howMany(now: number): number {
    const ahead = this.#pace.callsUntil(now + claimAheadMs, now);
    const waiting = this.#turns.waiting();
    // Claimed by the half, so that a backlog is not one write a call.
    if (waiting * 2 > ahead) return 0;
    const atOnce = this.#answers.isOutageSuspected() ? 1 : this.#settings.maxInFlight;
    return Math.max(0, Math.min(atOnce - this.#underWay.size, ahead - waiting, largestClaim));
  }

  #takeUp(delivery: ClaimedDelivery): void {
    const { log, platform } = this.#settings;
    const carried = this.#carry(delivery)
      .catch((error: unknown) => {
        log("error", "a delivery was dropped (defect)", { platform: platform.name, why: messageOf(error) });
      })
      .finally(() => {
        this.#underWay.delete(delivery.chat.address.channel);
        this.#bell.ring();
      });
    this.#underWay.set(delivery.chat.address.channel, carried);
  }

  async #takeTurn(delivery: ClaimedDelivery, call: Call["kind"]): Promise<Answered | null> {
    if (!(await this.#answers.mayTry(delivery, call))) return null;
    const answered = await this.#turns.take(this.#answers.paced(delivery.chat.address), call);
    if (answered === null) return null;
    this.#bell.ring();
    if (!(await this.#noteCall(delivery, call))) return null;
    await this.#settings.step?.("calling", delivery);
    return answered;
  }

  /** Written down before the call, so that only what may have been sent is ever a possible repeat. False: it must not be made. */
  async #noteCall(delivery: ClaimedDelivery, call: Call["kind"]): Promise<boolean> {
    const { store, clock, log, platform } = this.#settings;
    try {
      return await store.outbox.calling(delivery, clock.now(), call);
    } catch (error) {
      log("error", "the store could not write that a call begins, so it is not made", {
        platform: platform.name,
        why: messageOf(error),
      });
      // It is due again at once, and the store may need a moment.
      await clock.sleep(blockedMs, this.#ending.signal);
      return false;
    }
  }

  /** How long until something is due, milliseconds. Something due that could not be claimed waits for its chat. */
  async #untilDueMs(firstReadyAt: number | null): Promise<number> {
    const { store, platform, clock } = this.#settings;
    const dueAt = await store.outbox.nextDueAt(platform.name);
    if (dueAt === null) return idleMs;
    if (dueAt > clock.now()) return dueAt - clock.now();
    return Math.max(1, Math.min(blockedMs, (firstReadyAt ?? Infinity) - this.#steady.now()));
  }

  /** Sleeps while the pace lets nothing out although something is due. False: there is no need to, or it takes too long. */
  async #waitForPace(): Promise<boolean> {
    const { store, platform, clock } = this.#settings;
    const dueAt = await store.outbox.nextDueAt(platform.name);
    const restMs = this.#pace.readyAt() - this.#steady.now();
    if (dueAt === null || dueAt > clock.now() || restMs > shortRestMs) return false;
    await clock.sleep(Math.ceil(Math.max(1, restMs)), this.#ending.signal);
    return true;
  }
}
