import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { OutboxStore, RecentCall } from "../../../src/ports/outbox-store.ts";
import type { FloodScope } from "./flood.ts";
import { isGroupAddress, platformName } from "./limits.ts";
import { inGroup, type Pace } from "./pace.ts";

/** What of the outbox is kept for limits that outlive a process. */
export type KeptLimits = Pick<OutboxStore, "callsSince" | "noteCalls" | "noteRest" | "restsOf">;

export interface MemoryParts {
  readonly outbox: KeptLimits;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  readonly flood: FloodScope;
}

/** What limits go by beyond this process. */
export interface Memory {
  /** A pace that counts what was sent before this process, and keeps what people are answered for the one after it. */
  readonly pace: Pace;
  /** Telegram told a chat to wait, milliseconds. Not waited for; a failure is logged. */
  noteWait(address: ChatAddress, ms: number): void;
}

/** A call of the process before may have been on its way for so long when that was killed, and counts where it arrives. */
const longestWayMs = 500;

/**
 * Of what is sent only a group's minute outlives a restart, so nothing is written of private chats. The outbox keeps its own calls; answers, and photos behind an alert's words, are written
 * before they are made, those of a turn of the event loop in one write.
 */
export function createMemory({ outbox, clock, log, pace, flood }: MemoryParts): Memory {
  let recalling: Promise<void> | null = null;
  const told = (message: string) => (error: unknown) => log("warn", message, { why: messageOf(error) });

  async function recall(): Promise<void> {
    const now = clock.now();
    for (const { channel, at } of await outbox.callsSince(platformName, now - inGroup.perMs)) {
      const address = { platform: platformName, channel, thread: null };
      // One that is ahead was made before the clock was put back: at worst just now.
      if (isGroupAddress(address)) pace.recall(address, Math.max(0, now - at - longestWayMs));
    }
    for (const { channel, untilAt, toldMs } of await outbox.restsOf(platformName, now)) {
      if (channel === null) continue;
      flood.hold({ platform: platformName, channel, thread: null }, Math.min(untilAt - now, toldMs));
    }
  }

  const recalled = (): Promise<void> =>
    (recalling ??= recall().catch((error: unknown) => {
      recalling = null;
      told("telegram: what was sent before the start could not be read; limits are kept from now on")(error);
    }));

  const note = createNotes((calls) =>
    outbox
      .noteCalls(platformName, calls, clock.now())
      .catch(told("telegram: answers could not be written down; a restart would not count them")),
  );

  /** Counts an answer here and for the process after this one. */
  async function answered(address: ChatAddress, turn: () => Promise<void>): Promise<void> {
    await recalled();
    await turn();
    if (isGroupAddress(address)) await note({ channel: address.channel, at: clock.now() });
  }

  return {
    pace: {
      ...pace,
      turn: (address, signal) => answered(address, () => pace.turn(address, signal)),
      photoTurn: (address, signal) => answered(address, () => pace.photoTurn(address, signal)),
      editTurn: (address, signal) => answered(address, () => pace.editTurn(address, signal)),
      async alertTurn(of, signal) {
        await recalled();
        return pace.alertTurn(of, signal);
      },
    },
    noteWait({ channel }, ms) {
      const now = clock.now();
      void outbox
        .noteRest(platformName, { channel, untilAt: now + ms, toldMs: ms }, now)
        .catch(told("telegram: a wait could not be written down; a restart would forget it"));
    },
  };
}

/** Calls that are written together: those of one turn of the event loop. */
function createNotes(write: (calls: readonly RecentCall[]) => Promise<void>) {
  let waiting: RecentCall[] = [];
  let writing: Promise<void> | null = null;
  const flush = async (): Promise<void> => {
    await nextTurn();
    const calls = waiting;
    [waiting, writing] = [[], null];
    await write(calls);
  };
  return (call: RecentCall): Promise<void> => {
    waiting.push(call);
    return (writing ??= flush());
  };
}
