import type { Clock } from "../../../src/clock.ts";
import type { CommandSpec } from "../../../src/ports/command.ts";
import { registerCommands, type Registering } from "./definition.ts";
import { readFailure, whyOf } from "./outcome.ts";

/** Between two tries to register commands the wait doubles. */
const firstWaitMs = 10_000;
const longestWaitMs = 600_000;

/**
 * Registers the commands, and goes on trying in the background, until `signal` ends it, while Discord does not answer or asks to
 * wait. Resolves after the first try. What Discord refuses is logged: the old set stays (30032, 30034) and works.
 */
export async function keepRegistered(
  to: Registering & { readonly clock: Clock },
  specs: readonly CommandSpec[],
  signal: AbortSignal,
): Promise<void> {
  const waitMs = await attempt(to, specs, firstWaitMs);
  if (waitMs !== null) void goOn(to, specs, { waitMs, signal });
}

async function goOn(
  to: Registering & { readonly clock: Clock },
  specs: readonly CommandSpec[],
  first: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<void> {
  for (let waitMs: number | null = first.waitMs; waitMs !== null;) {
    await to.clock.sleep(waitMs, first.signal);
    if (first.signal.aborted) return;
    waitMs = await attempt(to, specs, Math.min(longestWaitMs, waitMs * 2));
  }
}

/** Null: it is done, or never will be. Else how long to wait, `waitMs` at least. */
async function attempt(
  to: Registering,
  specs: readonly CommandSpec[],
  waitMs: number,
): Promise<number | null> {
  try {
    const isChanged = await registerCommands(to, specs);
    to.log("info", isChanged ? "Slash commands registered" : "Slash commands are up to date");
    return null;
  } catch (error) {
    const outcome = readFailure(error);
    const mayPass = outcome.kind === "wait" || outcome.kind === "unknown";
    to.log(mayPass ? "warn" : "error", "Slash commands could not be registered", {
      why: whyOf(error),
      mayPass,
    });
    if (!mayPass) return null;
    return outcome.kind === "wait" ? Math.max(waitMs, outcome.retryAfterMs) : waitMs;
  }
}
