import type { REST } from "discord.js";
import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { Channels } from "./channels.ts";
import type { Memory } from "./memory.ts";
import { whyOf } from "./outcome.ts";
import { createPostName, type PostName } from "./post-name.ts";

export interface RenamingOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  readonly channels: Channels;
  readonly memory: Pick<Memory, "names" | "noteName" | "forgetName">;
  /** Ends what waits: the process is to end. */
  readonly end: AbortSignal;
}

/** Names of posts. That a post keeps its old one is no fault of a message: neither rejects. */
export interface Renaming {
  /** Gives a post a name, or has it wait for it. Resolves after the first try. */
  rename(post: string, name: string): Promise<void>;
  /** Goes on with the names that waited when the process before this one ended. */
  resume(): Promise<void>;
}

const maxRemembered = 10_000;

/** Makes the renaming. */
export function createRenaming(options: RenamingOptions): Renaming {
  const { log, channels, memory } = options;
  const onKept = (error: unknown): void => log("info", "A post keeps its old name", { why: whyOf(error) });
  const naming = { ...options, clock: createSteadyClock(options.clock), onKept };
  const names = new Map<string, PostName>();

  async function look(post: string): Promise<PostName | null> {
    const before = names.get(post);
    if (before !== undefined) return before;
    const facts = channels.known(post) ?? (await channels.ask(post));
    return facts === null ? null : (names.get(post) ?? remember(post, facts.name));
  }

  function remember(post: string, current: string): PostName {
    const oldest = names.size < maxRemembered ? undefined : names.keys().next().value;
    if (oldest !== undefined) names.delete(oldest);
    const name = createPostName(naming, post, current);
    names.set(post, name);
    return name;
  }

  return {
    async rename(post, name) {
      try {
        await (await look(post))?.wish(name);
      } catch (error) {
        onKept(error);
      }
    },
    async resume() {
      const waiting = await memory.names().catch((error: unknown) => {
        log("warn", "Names that posts still wait for could not be read", { why: messageOf(error) });
        return [];
      });
      for (const { post, name, ms } of waiting) {
        // Where it is not told what a post is called, it is not that.
        const known = (await look(post).catch(() => null)) ?? remember(post, "");
        known.resume(name, ms);
      }
    },
  };
}
