import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { CommandSet, MissingRight } from "../../../src/ports/command.ts";
import { whyOf } from "./outcome.ts";
import type { Rights } from "./rights.ts";

export interface ReturnsOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly rights: Rights;
  readonly commands: Pick<CommandSet, "chatBack">;
  /** Ends what waits. */
  readonly end: AbortSignal;
}

/** Takes channels in which the bot's rights may have changed: chats that rest there for want of them are told again. Never throws. */
export type Returns = (channels: readonly string[]) => void;

/** Admins set several rights, one after the other: what they come to is asked once, as a question about a hidden channel counts as a refused call. */
const settleMs = 5_000;

/** Without these nothing arrives. */
const needed: ReadonlySet<MissingRight> = new Set(["see", "send", "thread"]);

/** Makes the returns. Discord is asked of nothing but chats that rest. */
export function createReturns({ clock, log, rights, commands, end }: ReturnsOptions): Returns {
  let changed = new Set<string>();

  async function mayWrite(channel: string): Promise<boolean> {
    const missing = await rights.missingIn(channel);
    return missing !== null && !missing.some((right) => needed.has(right));
  }

  async function settle(): Promise<void> {
    await clock.sleep(settleMs, end);
    const channels = changed;
    changed = new Set();
    if (end.aborted) return;
    for (const channel of channels) {
      const address = { platform: "discord", channel, thread: null };
      await commands
        .chatBack?.(address, { mayWrite: () => mayWrite(channel) })
        .catch((error: unknown) =>
          log("warn", "A chat that may be told again could not be looked at", { channel, why: whyOf(error) }),
        );
    }
  }

  return (channels) => {
    if (channels.length === 0 || end.aborted) return;
    const isFirst = changed.size === 0;
    for (const channel of channels) changed.add(channel);
    if (isFirst) void settle();
  };
}
