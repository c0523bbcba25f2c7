import type { Clock } from "../clock.ts";
import type { ChatAddress } from "../model/chat.ts";
import type { ClaimedDelivery } from "../model/delivery.ts";
import type { SendOutcome } from "../ports/chat-platform.ts";
import type { DispatchSettings } from "./options.ts";
import { createOutageWatch, type OutageNews } from "./outage.ts";
import type { PacedChat } from "./chat-pace.ts";
import type { Pace } from "./pace.ts";
import { createQuestion } from "./question.ts";
import { createService } from "./service.ts";

/** How many channels there are is looked at again after this. */
const countEveryMs = 60_000;
/** More of them make no difference: an outage is told by fewer. */
const mostCounted = 3;
/** A platform that does not say who we are may still take messages: after so long without a call one is made all the same. */
const longestUntriedMs = 3 * 3_600_000;

/** A call of another process counts as made so much later: it may have been one of its first, with a connection to be made, and counts where it arrives. */
const longestWayMs = 500;

/** What is polled a little later than was waited for is of that time as well. */
const gatherings = 2;
/** Nobody sent for so long, milliseconds: what happened meanwhile is still to be polled, and is old. */
const longAbsenceMs = 3_600_000;

export interface AnswersOptions {
  readonly settings: DispatchSettings;
  readonly pace: Pace;
  /** The pace's clock. */
  readonly steady: Clock;
  /** The sender's: aborted when the platform does not accept the token. */
  readonly ending: AbortController;
  /** Ends what is asked. */
  readonly callsEnd: AbortSignal;
}

/** What answers mean for the calls after them. */
export interface Answers {
  /** Takes how a call ended that began at `begunAt` on the pace's clock. */
  note(delivery: ClaimedDelivery, outcome: SendOutcome, begunAt: number): void;
  /** The platform answers nobody: one call at a time is enough to find out when it does again. */
  isOutageSuspected(): boolean;
  /**
   * Whether a call is worth a try. While nobody is answered, and before what may be one more message in the chat, the platform is first asked who
   * we are: that doubles nothing. False: it does not answer.
   */
  mayTry(delivery: ClaimedDelivery, call: "send" | "edit"): Promise<boolean>;
  /**
   * Nobody had sent for so long, milliseconds. After hours it waits until sources have been polled, so that a chat gets one catch-up of what happened
   * meanwhile.
   */
  noteAbsence(absentMs: number): void;
  /** Brings forward what waits because of an outage that has ended, and looks how many channels there are; to be called before each claim. */
  beforeClaim(): Promise<void>;
  /** What was queued before this was held back by an outage, epoch milliseconds: now, while it lasts. Null: there was none. */
  heldBefore(): number | null;
  /** Limits and rests longer than the lease go on from whoever sent before: to be called when the lease is taken. */
  recall(): Promise<void>;
  /** An address as the pace counts it. */
  paced(address: ChatAddress): PacedChat;
}

/** Rests as the platform asks for them and as an outage does, and the end of one. */
export function createAnswers(options: AnswersOptions): Answers {
  const { settings, pace, steady, callsEnd } = options;
  const { store, platform, clock, callTimeoutMs } = settings;
  const service = createService(clock, steady);
  const countChannels = createChannelCount(options);
  const outage = createOutageWatch(countChannels.last);
  /** An outage that began then has ended, and what waits because of it is still to be brought forward; null: none. */
  let unansweredSince: number | null = null;
  const paced = (address: ChatAddress): PacedChat => ({
    channel: address.channel,
    isGroup: platform.isGroup(address),
  });

  function noteOutage(news: OutageNews | null): void {
    if (news?.kind === "over") unansweredSince = news.sinceAt;
    if (news?.kind === "rest") restAll(options, news.untilAt);
  }

  const isServing = createQuestion({
    platform,
    clock: steady,
    timeoutMs: callTimeoutMs,
    end: callsEnd,
    onEnd(isAnswered) {
      service.noteQuestion(isAnswered);
      if (!isAnswered && !callsEnd.aborted) noteOutage(outage.noteSilence(steady.now()));
    },
  });

  return {
    paced,
    isOutageSuspected: () => outage.isSuspected(),
    heldBefore: () => service.heldBefore(),
    async mayTry({ mayRepeat }, call) {
      const mayDouble = call === "send" && mayRepeat && platform.tellsRepeats !== true;
      if (!outage.isSuspected() && (service.isAnswering() || !mayDouble)) return true;
      return (await isServing()) || service.idleMs() >= longestUntriedMs;
    },
    note({ chat: { address } }, outcome, begunAt) {
      const now = steady.now();
      service.note(outcome, begunAt);
      if (outcome.kind === "wait" && outcome.scope !== "message")
        rest(pace, scopeOf(outcome, paced(address)), { untilAt: now + outcome.retryAfterMs, now });
      noteOutage(outage.note({ channel: address.channel, outcome, begunAt }, now));
      if (outcome.kind === "unauthorized") stopUnauthorized(options, outcome.why);
    },
    noteAbsence(absentMs) {
      if (absentMs < longAbsenceMs || settings.gatherMs === 0) return;
      service.noteAbsence(gatherings * settings.gatherMs);
      pace.restAll(steady.now() + settings.gatherMs, steady.now());
    },
    async beforeClaim() {
      await countChannels.refresh();
      if (unansweredSince === null) return;
      const now = clock.now();
      const since = unansweredSince + now - steady.now();
      // What this process has not seen need not have been an outage: the processes before it may have been killed in their calls.
      const waits = Number.isFinite(since) ? undefined : settings.repeatWaits;
      await store.outbox.bringForward(platform.name, since, now, waits);
      unansweredSince = null;
    },
    recall: () => recallCalls(options, paced),
  };
}

/** What a wait holds back. */
interface Held {
  /** Null: all chats. */
  readonly chat: PacedChat | null;
  readonly isOfEdits: boolean;
}

const scopeOf = (
  { scope, isOfEdits = false }: Extract<SendOutcome, { kind: "wait" }>,
  chat: PacedChat,
): Held => ({ chat: scope === "platform" ? null : chat, isOfEdits });

function rest(
  pace: Pace,
  { chat, isOfEdits }: Held,
  { untilAt, now }: { readonly untilAt: number; readonly now: number },
): void {
  if (chat === null) pace.restAll(untilAt, now);
  else if (isOfEdits) pace.restEdits(chat, untilAt, now);
  else pace.restChat(chat, untilAt, now);
}

/** How many channels there are to send to, up to as many as make a difference. */
function createChannelCount({ settings: { store, platform }, steady }: AnswersOptions) {
  let count = mostCounted;
  let countedAt = -Infinity;
  return {
    last: () => count,
    async refresh(): Promise<void> {
      if (steady.now() - countedAt < countEveryMs) return;
      count = await store.outbox.countChannels(platform.name, mostCounted);
      countedAt = steady.now();
    },
  };
}

function restAll({ settings: { platform, log }, pace, steady }: AnswersOptions, untilAt: number): void {
  const now = steady.now();
  log("warn", "the platform answers nobody, sending rests", {
    platform: platform.name,
    restMs: untilAt - now,
  });
  pace.restAll(untilAt, now);
}

function stopUnauthorized({ settings: { platform, log }, ending }: AnswersOptions, why: string): void {
  if (ending.signal.aborted) return;
  log("error", "the platform does not accept the token: sending stops until a restart with a valid one", {
    platform: platform.name,
    why,
  });
  ending.abort();
}

async function recallCalls(
  { settings: { store, platform, clock }, pace, steady }: AnswersOptions,
  paced: Answers["paced"],
): Promise<void> {
  const spanMs = Math.max(0, ...platform.limits.map(({ perMs }) => perMs));
  const pacedAt = (channel: string) => paced({ platform: platform.name, channel, thread: null });
  const now = clock.now();
  const steadyMs = steady.now() - now;
  for (const { channel, isOfEdits = false, ...told } of await store.outbox.restsOf(platform.name, now)) {
    const untilAt = Math.min(told.untilAt, now + told.toldMs) + steadyMs;
    const chat = channel === null ? null : pacedAt(channel);
    rest(pace, { chat, isOfEdits }, { untilAt, now: steady.now() });
  }
  if (spanMs === 0) return;
  // A clock that was put back since has calls ahead of it: at worst they were made just now.
  for (const { channel, at } of await store.outbox.callsSince(platform.name, now - spanMs))
    pace.recall(pacedAt(channel), Math.min(at + longestWayMs, now) + steadyMs);
}
