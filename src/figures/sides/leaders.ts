/** Which speakers act for a party: its leaders and its armed bodies. */

import { speakerById } from "../../reference/speakers.ts";
import type { Hit } from "../text/entries.ts";

const armed = /\b(?:army|forces|military|command|navy|air force|guards?)\b/iu;

/** The speakers met so far, by whether they act for a party. */
const leaders = new Map<string, boolean>();

/** Whether they act for a party: a leader, or an armed body ("CENTCOM forces conducted two strikes"). */
export function leads({ id }: Hit): boolean {
  const known = leaders.get(id);
  if (known !== undefined) return known;
  const row = speakerById(id);
  const isLeader =
    row !== null && row.side !== null && (row.kind === "body" ? armed.test(row.name) : row.rank === "party");
  leaders.set(id, isLeader);
  return isLeader;
}
