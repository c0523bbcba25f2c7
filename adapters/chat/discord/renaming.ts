import { Routes } from "discord.js";
import type { REST } from "discord.js";
import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { Channels } from "./channels.ts";
import { renameLimit } from "./limits.ts";
import { whyOf } from "./outcome.ts";

export interface RenamingOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  readonly channels: Channels;
  /** Ends what waits: the process is to end. */
  readonly end: AbortSignal;
}

/**
 * Gives a post a name where it has another one: at once, or, where Discord takes no more renames of it now, the last name that was wanted as soon as it does.
 * That a post keeps its old name is no fault of a message. Never rejects.
 */
export type Rename = (post: string, name: string) => Promise<void>;

/** What is known of a post that was renamed. */
interface Renamed {
  /** Its name, as it was given last. */
  name: string;
  /** When it was renamed, within the limit's time. */
  at: readonly number[];
  /** The name that waits for its turn; null: none does. */
  wanted: string | null;
}

const maxRemembered = 10_000;

/** Makes the renaming. */
export function createRenaming({ rest, clock: machine, log, channels, end }: RenamingOptions): Rename {
  const clock = createSteadyClock(machine);
  const known = new Map<string, Renamed>();

  async function look(post: string): Promise<Renamed | null> {
    const before = known.get(post);
    if (before !== undefined) return before;
    const facts = channels.known(post) ?? (await channels.ask(post));
    if (facts === null) return null;
    const oldest = known.size < maxRemembered ? undefined : known.keys().next().value;
    if (oldest !== undefined) known.delete(oldest);
    const renamed: Renamed = { name: facts.name, at: [], wanted: null };
    known.set(post, renamed);
    return renamed;
  }

  async function give(post: string, renamed: Renamed, name: string): Promise<void> {
    renamed.at = [...renamed.at, clock.now()];
    await rest.patch(Routes.channel(post), { body: { name } });
    renamed.name = name;
  }

  async function giveLater(post: string, renamed: Renamed, waitMs: number): Promise<void> {
    try {
      await clock.sleep(waitMs, end);
      const name = renamed.wanted;
      renamed.wanted = null;
      if (!end.aborted && name !== null && name !== renamed.name) await give(post, renamed, name);
    } catch (error) {
      keepsItsName(error);
    }
  }

  function keepsItsName(error: unknown): void {
    log("info", "A post keeps its old name", { why: whyOf(error) });
  }

  return async (post, name) => {
    try {
      const renamed = await look(post);
      if (renamed === null) return;
      const isWaiting = renamed.wanted !== null;
      if (isWaiting) renamed.wanted = name;
      if (isWaiting || renamed.name === name) return;
      const now = clock.now();
      renamed.at = renamed.at.filter((at) => at > now - renameLimit.perMs);
      const [oldest] = renamed.at;
      if (oldest === undefined || renamed.at.length < renameLimit.max) return await give(post, renamed, name);
      renamed.wanted = name;
      void giveLater(post, renamed, oldest + renameLimit.perMs - now);
    } catch (error) {
      keepsItsName(error);
    }
  };
}
