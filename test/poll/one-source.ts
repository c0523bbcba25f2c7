import { createRig } from "./rig.ts";
import { sourceAt } from "./memory-sources.ts";

/** The one source's feed. */
export const feedUrl = "https://outlet.example/feed";

/** A poller with one source, `a`. */
export function oneSource() {
  return createRig([sourceAt("a", feedUrl)]);
}

/** Moves on to when the source is due and polls. */
export async function pollWhenDue(rig: ReturnType<typeof createRig>, id = "a"): Promise<number> {
  await rig.clock.advance(Math.max(0, rig.store.state(id).dueAt - rig.clock.now()));
  return await rig.poller.pollDue();
}
