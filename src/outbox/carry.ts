import { messageOf } from "../errors.ts";
import { noRightsPrefix, topicGonePrefix, type Chat } from "../model/chat.ts";
import type { ClaimedCatchUp, ClaimedDelivery } from "../model/delivery.ts";
import type { SendOutcome } from "../ports/chat-platform.ts";
import type { Rest, Settlement } from "../ports/outbox-store.ts";
import type { Attempt, Attempter } from "./attempt.ts";
import type { DispatchSettings } from "./options.ts";
import { settlementOf } from "./settlement.ts";
import { createTries, type Tries } from "./tries.ts";

/** Between two tries to write down how a call ended. */
const firstWriteRetryMs = 100;
const longestWriteRetryMs = 5_000;

const notYetWritten = "the store could not write a delivery, will be tried again";
const unwritten = "the store could not write a delivery, it is resolved at the next start";

export interface CarryOptions {
  readonly settings: DispatchSettings;
  readonly attempt: Attempter;
  /** When a delivery whose turn did not come is due again, epoch milliseconds. */
  readonly dueAgainAt: (delivery: ClaimedDelivery) => number;
  /** Ends the wait for a store that cannot write; what was not written is resolved at the next start. */
  readonly callsEnd: AbortSignal;
}

/** Carries a claimed delivery to its end: attempt, what follows for the chat, settlement. It never rejects. */
export type Carrier = (delivery: ClaimedDelivery) => Promise<void>;

/** A chat is marked before its delivery is settled: a crash between the two must not make a second invalid call. */
export function createCarrier({ settings, attempt, dueAgainAt, callsEnd }: CarryOptions): Carrier {
  const { store, clock, log, platform, step } = settings;
  const tries = createTries();

  /** Tries until it is written: what was sent and is not written down would be sent twice. Null: the end came first. */
  async function written<T>(write: () => Promise<T>): Promise<T | null> {
    for (let waitMs = firstWriteRetryMs; ; waitMs = Math.min(waitMs * 2, longestWriteRetryMs)) {
      try {
        return await write();
      } catch (error) {
        log("error", callsEnd.aborted ? unwritten : notYetWritten, {
          platform: platform.name,
          why: messageOf(error),
        });
        if (callsEnd.aborted) return null;
        await clock.sleep(waitMs, callsEnd);
      }
    }
  }

  async function markChat(delivery: ClaimedDelivery, outcome: SendOutcome): Promise<void> {
    const { chat } = delivery;
    if (outcome.kind === "chat-gone") await markGone(settings, chat, outcome);
    if (outcome.kind === "no-rights")
      await store.chats.markGone(chat.id, `${noRightsPrefix}${outcome.why}`, clock.now());
    // Also a short one: who waits for the lease begins as soon as this process stops.
    if (outcome.kind === "wait" && outcome.scope !== "message" && outcome.retryAfterMs > 0)
      await store.outbox.noteRest(platform.name, restOf(chat, outcome, clock.now()), clock.now());
    if (outcome.kind === "chat-moved") await store.chats.move(chat.address, outcome.to, clock.now());
  }

  async function settle(delivery: ClaimedDelivery, settlement: Settlement): Promise<boolean> {
    const isSettled = await written(() => store.outbox.settle(delivery, settlement, clock.now()));
    return isSettled ?? false;
  }

  async function finish(delivery: ClaimedDelivery, made: Attempt): Promise<void> {
    await step?.("answered", delivery);
    await written(() => markChat(delivery, made.outcome));
    const settlement = settlementOf(delivery, made, {
      now: clock.now(),
      retryMs: settings.retryMs,
      tellsRepeats: platform.tellsRepeats === true,
      tries: tries.of(delivery),
    });
    remember(tries, { delivery, made, settlement, now: clock.now() });
    const isSettled = await settle(delivery, settlement);
    await step?.("settled", delivery);
    report(settings, delivery, made, isSettled);
    if (made.outcome.kind === "unknown" && settlement.kind === "failed") reportGivenUp(settings, delivery);
  }

  return async (delivery) => {
    await step?.("claimed", delivery);
    const made = await attempt(delivery);
    if (made !== null) await finish(delivery, made);
    else {
      const why = "its turn did not come";
      await settle(delivery, { kind: "retry", dueAt: dueAgainAt(delivery), countAttempt: false, why });
    }
  };
}

const restOf = (
  { address }: Chat,
  { scope, retryAfterMs, isOfEdits = false }: Extract<SendOutcome, { kind: "wait" }>,
  now: number,
): Rest => ({
  channel: scope === "chat" ? address.channel : null,
  untilAt: now + retryAfterMs,
  toldMs: retryAfterMs,
  isOfEdits,
});

/** What a settled attempt means for the tries that may follow. */
function remember(
  tries: Tries,
  of: {
    readonly delivery: ClaimedDelivery;
    readonly made: Attempt;
    readonly settlement: Settlement;
    readonly now: number;
  },
): void {
  const { delivery, made, settlement, now } = of;
  if (settlement.kind === "sent") tries.served(delivery);
  else if (settlement.kind === "failed" || settlement.kind === "unwanted") tries.forget(delivery);
  else if (made.outcome.kind === "unknown") tries.add(delivery, "unanswered", now);
  else if (settlement.kind !== "retry" || settlement.countAttempt) tries.add(delivery, "redirected", now);
}

function reportGivenUp({ log, platform }: DispatchSettings, delivery: ClaimedDelivery): void {
  log("error", "a delivery is given up: a day without an answer while the platform served others", {
    platform: platform.name,
    chat: delivery.chat.id,
    ...subjectOf(delivery),
  });
}

/** With a chat go all its topics, or each would cost an invalid call of its own. */
async function markGone(
  { store, clock }: DispatchSettings,
  chat: Chat,
  { why, isTopicOnly = false }: Extract<SendOutcome, { kind: "chat-gone" }>,
): Promise<void> {
  if (isTopicOnly) return store.chats.markGone(chat.id, `${topicGonePrefix}${why}`, clock.now());
  const { platform, channel } = chat.address;
  for (const { id, state } of await store.chats.ofChannel(platform, channel)) {
    if (state === "active" || id === chat.id) await store.chats.markGone(id, why, clock.now());
  }
}

const levels: Partial<Record<SendOutcome["kind"], "info" | "warn" | "error">> = {
  wait: "info",
  "chat-gone": "info",
  "chat-moved": "info",
  "no-rights": "warn",
  "message-gone": "info",
  unknown: "warn",
  refused: "error",
};

function report(
  settings: DispatchSettings,
  delivery: ClaimedDelivery,
  made: Attempt,
  isSettled: boolean,
): void {
  const { log, clock, platform, onEvent } = settings;
  const { outcome } = made;
  const fields = {
    platform: platform.name,
    chat: delivery.chat.id,
    ...subjectOf(delivery),
    call: made.kind,
    outcome: outcome.kind,
    ...("why" in outcome ? { why: outcome.why } : {}),
  };
  const level = levels[outcome.kind];
  if (level !== undefined) log(level, messages[outcome.kind] ?? "delivery not made", fields);
  if (!isSettled && (outcome.kind === "sent" || outcome.kind === "unknown")) {
    log("warn", "a call ended after its claim was lost, it may be made again", fields);
  }
  onEvent?.({
    platform: platform.name,
    call: made.kind,
    what: delivery.kind,
    outcome: outcome.kind,
    waitScope: outcome.kind === "wait" ? outcome.scope : null,
    isLoud: delivery.isLoud,
    mayDouble:
      delivery.mayRepeat &&
      made.kind === "send" &&
      (platform.tellsRepeats !== true || (outcome.kind === "sent" && outcome.isMarked === true)),
    waitedMs: Math.max(0, clock.now() - begunAt(delivery)),
    alert: delivery.kind === "alert" ? delivery.newest.seq : null,
  });
}

function subjectOf(delivery: ClaimedDelivery): Readonly<Record<string, string | number>> {
  if (delivery.kind === "notice") return { notice: delivery.notice.key };
  if (delivery.kind === "catch-up")
    return { catchUp: delivery.catchUp.id, developments: developmentsOf(delivery) };
  return { development: delivery.newest.development, revision: delivery.newest.revision };
}

const developmentsOf = ({ stories }: ClaimedCatchUp): string =>
  stories.map(({ newest }) => newest.development).join(" ");

function begunAt(delivery: ClaimedDelivery): number {
  if (delivery.kind === "notice") return delivery.notice.createdAt;
  if (delivery.kind === "alert") return delivery.newest.at;
  return Math.max(...delivery.stories.map(({ newest }) => newest.at));
}

const messages: Partial<Record<SendOutcome["kind"], string>> = {
  wait: "the platform asks to wait",
  "chat-gone": "the chat cannot be reached any more",
  "chat-moved": "the chat has moved",
  "no-rights":
    "no rights to write in the chat, its subscription rests until it may write there, or somebody subscribes again",
  "message-gone": "the message was deleted, or none is found where one was looked for",
  unknown: "a call was not answered, its outcome is unknown",
  refused: "the platform refuses a message (defect)",
};
