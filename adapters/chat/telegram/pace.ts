import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { Refusal } from "./flood.ts";
import { isGroupAddress } from "./limits.ts";
import { createOverall, type Overall } from "./overall.ts";
import { firstRoom, insert, type Counted, type Limited } from "./room.ts";

/** Spaces the answers to one chat, so that somebody who types without pause does not make the bot exceed the limits. */
export interface AnswerPace {
  /** Resolves when an answer to the chat may go out; it counts from then. */
  turn(address: ChatAddress, signal: AbortSignal): Promise<void>;
  /** Likewise for an edit: those are counted in groups only. */
  editTurn(address: ChatAddress, signal: AbortSignal): Promise<void>;
}

/** Counts what alerts and answers send together. Alerts among themselves keep to the outbox's pace, which knows nothing of answers. */
export interface Pace extends AnswerPace {
  /** Counts an alert. Null: it is to be sent, now or after a moment for which this waits. Else when it is to be tried again: answers have taken its place. */
  alertTurn(
    of: { readonly address: ChatAddress; readonly isEdit: boolean },
    signal: AbortSignal,
  ): Promise<Refusal | null>;
  /** Resolves when the photo that follows an alert's words may go out; it counts like an alert that the outbox does not know of. */
  photoTurn(address: ChatAddress, signal: AbortSignal): Promise<void>;
  /** An alert's or photo's call begins. Gives what is to be called when it has ended. */
  underWay(): () => void;
  /** An alert met a 429 that names this time, milliseconds. */
  refused(retryAfterMs: number): void;
  /** A call to the chat was made before this pace, so many milliseconds ago. Oldest first. */
  recall(address: ChatAddress, agoMs: number): void;
}

/** A call counts where it arrives, and the next one may be faster on its way: so much longer is every window. */
const wayMs = 100;
/** Where a window is long it costs little to allow for a way that is busy. */
const longestWayMs = 1_000;
/**
 * One message a second in a chat, 20 a minute in a group (https://core.telegram.org/bots/faq, read 2026-11-25). Edits are said to have 20 of their
 * own in a group (https://grammy.dev/advanced/flood); that is not official, so here all of a group is counted together. Answers go before
 * alerts, and leave some of a group's minute to them.
 */
const inChat = { max: 1, perMs: 1_000 + wayMs } as const;
export const inGroup = { max: 20, answers: 15, perMs: 60_000 + longestWayMs } as const;
/** An alert that waits longer goes back to the queue, to be brought up to date; its place is kept for it for so long once its time has come. */
const longestAlertWaitMs = inChat.perMs;
const keptMs = 1_000;

/** One chat's calls, oldest first, and when an alert was told to come again; null: none was. */
interface ChatCalls {
  readonly counted: Counted[];
  promisedAt: number | null;
}

/** A pace that has counted nothing yet. */
export function createPace(machine: Clock): Pace {
  const clock = createSteadyClock(machine);
  const chats = new Map<string, ChatCalls>();
  const overall = createOverall();

  function of({ channel }: ChatAddress): ChatCalls {
    forgetOld(chats, clock.now());
    const calls = chats.get(channel) ?? { counted: [], promisedAt: null };
    chats.set(channel, calls);
    return calls;
  }

  async function answer(address: ChatAddress, isEdit: boolean, signal: AbortSignal): Promise<void> {
    const { counted } = of(address);
    const now = clock.now();
    const limits = limitsOfAnswer(address, counted, isEdit);
    // They are given in the order in which they were asked for.
    const at = firstRoom(limits, Math.max(now, counted.findLast(isOfAnswer)?.at ?? now));
    insert(counted, { at, by: "answers", isEdit });
    if (at > now) await clock.sleep(at - now, signal);
    overall.answer(clock.now());
  }

  return {
    turn: (address, signal) => answer(address, false, signal),
    // Whose it was makes no difference: a group's minute is for all together, and alerts keep to the outbox's, which counts it too.
    recall: (address, agoMs) =>
      insert(of(address).counted, { at: clock.now() - agoMs, by: "alerts", isEdit: false }),
    refused: (retryAfterMs) => overall.refused(retryAfterMs, clock.now()),
    async editTurn(address, signal) {
      if (isGroupAddress(address)) await answer(address, true, signal);
    },
    underWay() {
      const ended = overall.underWay(clock.now());
      return () => ended(clock.now());
    },
    async photoTurn(address, signal) {
      const { counted } = of(address);
      const now = clock.now();
      const at = photoAt(overall, { limits: limitsOfPhoto(address, counted), now });
      overall.photo(at, now);
      insert(counted, { at, by: "photos", isEdit: false });
      if (at > now) await clock.sleep(at - now, signal);
    },
    async alertTurn({ address, isEdit }, signal) {
      const now = clock.now();
      const overallMs = overall.alertWaitMs(now);
      if (overallMs > 0) return { scope: "platform", retryAfterMs: overallMs };
      const calls = of(address);
      const { promisedAt } = calls;
      if (promisedAt !== null && now < promisedAt) return { scope: "chat", retryAfterMs: promisedAt - now };
      calls.promisedAt = null;
      if (promisedAt === null || now > promisedAt + keptMs) {
        const limits = limitsOfAlert(address, calls.counted, isEdit);
        const at = firstRoom(limits, now);
        if (at - now > longestAlertWaitMs)
          return { scope: "chat", retryAfterMs: promise(calls, limits, at) - now };
        insert(calls.counted, { at, by: "alerts", isEdit });
        if (at > now) await clock.sleep(at - now, signal);
      }
      overall.alert(clock.now());
      return null;
    },
  };
}

/** What an answer is held by. */
function limitsOfAnswer(address: ChatAddress, counted: readonly Counted[], isEdit: boolean): Limited[] {
  return [
    ...(isEdit ? [] : [{ ...inChat, calls: counted.filter(isSend) }]),
    ...(isGroupAddress(address)
      ? [
          { ...inGroup, calls: counted.filter(isCall) },
          { ...inGroup, max: inGroup.answers, calls: counted.filter(isOfAnswer) },
        ]
      : []),
  ];
}

/** What an alert is held by. Where nobody was answered lately, and no photo sent, that is the outbox's to say. */
function limitsOfAlert(address: ChatAddress, counted: readonly Counted[], isEdit: boolean): Limited[] {
  const isShared = isGroupAddress(address) && counted.some(isUnknownToOutbox);
  return [
    ...(isEdit
      ? []
      : [{ ...inChat, calls: counted.filter((call) => isSend(call) && isUnknownToOutbox(call)) }]),
    ...(isShared ? [{ ...inGroup, calls: counted.filter(isCall) }] : []),
  ];
}

/** What a photo is held by in its chat: everything that is sent there. */
function limitsOfPhoto(address: ChatAddress, counted: readonly Counted[]): Limited[] {
  return [
    { ...inChat, calls: counted.filter(isSend) },
    ...(isGroupAddress(address) ? [{ ...inGroup, calls: counted.filter(isCall) }] : []),
  ];
}

/** The first moment at which a photo has room in its chat and among all. */
function photoAt(
  overall: Overall,
  { limits, now }: { readonly limits: readonly Limited[]; readonly now: number },
): number {
  // Its words may have arrived just now.
  let at = now + inChat.perMs;
  for (let before = -Infinity; at !== before;) {
    before = at;
    at = overall.roomForPhoto(firstRoom(limits, at), now);
  }
  return at;
}

/** Keeps a place for an alert among what is to be sent to the chat: people who type on would never let it come. Gives when it is to come again. */
function promise(calls: ChatCalls, limits: readonly Limited[], from: number): number {
  let at = from;
  // The next answer is to come a second after the end of the time that is kept, whenever in it the alert comes.
  for (let end = at; end !== at + keptMs;) {
    at = firstRoom(limits, Math.max(at, end - keptMs));
    end = firstRoom(limits.slice(0, 1), at + keptMs);
  }
  insert(calls.counted, { at, by: "alerts", isEdit: false });
  insert(calls.counted, { at: at + keptMs, by: "kept", isEdit: false });
  calls.promisedAt = at;
  return at;
}

const isSend = ({ isEdit }: Counted): boolean => !isEdit;
const isOfAnswer = ({ by }: Counted): boolean => by === "answers";
const isUnknownToOutbox = ({ by }: Counted): boolean => by === "answers" || by === "photos";
const isCall = ({ by }: Counted): boolean => by !== "kept";

function forgetOld(chats: Map<string, ChatCalls>, now: number): void {
  for (const [chat, { counted }] of chats) {
    while (counted[0] !== undefined && counted[0].at <= now - inGroup.perMs) counted.shift();
    if (counted.length === 0) chats.delete(chat);
    // Chats stand in the order of their first call still counted, nearly: the first that is young ends the look.
    else return;
  }
}
