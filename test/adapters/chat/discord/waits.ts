/** What tests wait for: something that the fake does, a command that runs, a reply that a test gives. */

import type { Reply } from "../../../../src/ports/command.ts";
import type { Stage } from "./stage.ts";

/** Waits until it is so. What it waits for comes over a socket, so that no clock of ours brings it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits until so many commands were run. */
export function untilRun(stage: Stage, count: number): Promise<void> {
  return until(() => stage.ran.length >= count);
}

/** A reply that a test gives when it wants to. */
export function held(): { run: () => Promise<Reply>; give: (reply: Reply) => void } {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  return { run: () => promise, give: resolve };
}
