import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { OutboxStore } from "../../../src/ports/outbox-store.ts";
import { invalidBudget } from "./limits.ts";

/** What of the outbox is kept for limits that outlive a process. */
export type KeptLimits = Pick<OutboxStore, "callsSince" | "noteCalls" | "noteRest" | "restsOf">;

/** What is to be left alone for how long, milliseconds. `name`: a route, a server, or one of all that the brake holds. */
export interface Hold {
  readonly name: string;
  readonly ms: number;
}

/** What Discord told before this process. */
export interface Told {
  readonly holds: readonly Hold[];
  /** How long ago Discord refused calls, milliseconds. */
  readonly refusedAgoMs: readonly number[];
}

/** A name that a post still waits for. */
export interface WaitingName {
  readonly post: string;
  readonly name: string;
  /** For how long, milliseconds; 0: it may be given. */
  readonly ms: number;
}

/** What limits go by beyond this process. The outbox keeps what single channels were told. */
export interface Memory {
  /** Throws what the store throws. */
  recall(): Promise<Told>;
  /** Not waited for; a failure is logged. */
  noteHold(hold: Hold): void;
  /** A call was refused that counts towards the invalid requests. Likewise. */
  noteRefused(): void;
  /** The name that each of some posts waits for. Throws what the store throws. */
  names(): Promise<readonly WaitingName[]>;
  /** A post waits for a name. Likewise. */
  noteName(post: string, name: Omit<WaitingName, "post">): void;
  /** It does not any more. Likewise. */
  forgetName(post: string, name: string): void;
}

/** Under which names the outbox keeps them: it has deliveries of no such platform. */
const holdsKept = "discord: holds";
const refusalsKept = "discord: refused";
const namesKept = "discord: names";
/** A post is not named anew by a process that begins so long after its turn. */
const nameKeptMs = 24 * 3_600_000;

/** Nothing is kept. */
export const noMemory: Memory = {
  recall: () => Promise.resolve({ holds: [], refusedAgoMs: [] }),
  noteHold: () => undefined,
  noteRefused: () => undefined,
  names: () => Promise.resolve([]),
  noteName: () => undefined,
  forgetName: () => undefined,
};

/** A memory in the outbox. Refusals of one turn of the event loop are one write, and nothing is written while Discord takes what it is sent. */
export function createMemory(outbox: KeptLimits, clock: Clock, log: Log): Memory {
  const failed = (error: unknown): void =>
    log("warn", "What Discord refused could not be written down; a restart would forget it", {
      why: messageOf(error),
    });
  let refusedAt: number[] = [];
  let writing: Promise<void> | null = null;

  async function flush(): Promise<void> {
    await nextTurn();
    const calls = refusedAt.map((at) => ({ channel: "", at }));
    [refusedAt, writing] = [[], null];
    await outbox.noteCalls(refusalsKept, calls, clock.now());
  }

  /** `name`: of what is left alone, or a post and the name that it waits for. */
  function note(kept: string, { name, ms }: Hold): void {
    const now = clock.now();
    const rest = { channel: name, untilAt: now + ms, toldMs: ms, isOfOneLimit: true };
    outbox.noteRest(kept, rest, now).catch(failed);
  }

  return {
    async recall() {
      const now = clock.now();
      const [holds, refused] = await Promise.all([
        outbox.restsOf(holdsKept, now),
        outbox.callsSince(refusalsKept, now - invalidBudget.perMs),
      ]);
      return {
        holds: holds.flatMap(({ channel: name, untilAt, toldMs }) =>
          name === null ? [] : { name, ms: Math.min(untilAt - now, toldMs) },
        ),
        // One that is ahead was made before the clock was put back: at worst just now.
        refusedAgoMs: refused.map(({ at }) => Math.max(0, now - at)),
      };
    },
    noteHold: (hold) => note(holdsKept, hold),
    async names() {
      const now = clock.now();
      return (await outbox.restsOf(namesKept, now)).flatMap(({ channel, untilAt, toldMs }) => {
        const [, post, name] = /^(\d+) (.+)$/su.exec(channel ?? "") ?? [];
        if (post === undefined || name === undefined) return [];
        return [{ post, name, ms: Math.max(0, Math.min(untilAt - now, toldMs) - nameKeptMs) }];
      });
    },
    noteName: (post, { name, ms }) => note(namesKept, { name: `${post} ${name}`, ms: ms + nameKeptMs }),
    forgetName: (post, name) => note(namesKept, { name: `${post} ${name}`, ms: 0 }),
    noteRefused() {
      refusedAt.push(clock.now());
      writing ??= flush().catch(failed);
    },
  };
}
