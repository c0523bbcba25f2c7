/** How a text names a party: by its own name, or by what stands for it ("Kyiv", "the Kremlin"). */

import type { Hit } from "./entries.ts";
import { anyOf } from "./sentence-hits.ts";

/** Names of parties and what stands for them. */
export const partyNames = anyOf("party", "metonym");

/** Whether a word names a party or stands for it. */
export function isPartyName({ family }: Hit): boolean {
  return family === "party" || family === "metonym";
}
