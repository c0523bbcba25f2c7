/** Who tells of an event. */

import type { Speaker } from "../../model/speaker.ts";
import { partyName } from "../../reference/parties.ts";
import { speakerById } from "../../reference/speakers.ts";
import { isPartyName } from "../text/party-names.ts";
import { hitsOf } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";
import type { ToldDraft } from "./exchange-told.ts";

/** The speaker of its figure; of an event without one who tells it, else whose will it is. Null: the outlet. */
export function tellerOf(draft: ToldDraft): Speaker | null {
  return draft.claim === null ? (speakerIn(draft) ?? actorOf(draft)) : draft.claim.by;
}

/** Stages that somebody wills: who is named with them says so. */
export const willed: ReadonlySet<string> = new Set([
  "proposed",
  "rejected",
  "agreed",
  "announced",
  "adopted",
]);
const willWords: ReadonlySet<string> = new Set([
  "proposed",
  "refused",
  "agreesTo",
  "give",
  "sends",
  "adopts",
]);

/** Who proposes, rejects, accepts or promises is who says so: the one party named before the verb. Null: none, or two. */
function actorOf(draft: ToldDraft): Speaker | null {
  if (!willed.has(draft.stage)) return null;
  const { hits } = draft.setting.sentence;
  const verb = hits.find((hit) => willWords.has(hit.id));
  if (verb === undefined) return null;
  const actors = new Map<string, Speaker>();
  for (const hit of hits) {
    if (hit.to > verb.from) break;
    if (isPartyName(hit)) actors.set(hit.id, { name: partyName(hit.id, "en"), side: hit.id });
    const row = hit.family === "speaker" ? speakerById(hit.id) : null;
    if (row !== null) return { name: row.name, side: row.side };
  }
  return actors.size === 1 ? ([...actors.values()][0] ?? null) : null;
}

/** Who tells it: the voice of its part of the sentence, where semicolons part it. */
function speakerIn({ kind, setting }: ToldDraft): Speaker | null {
  const topic = hitsOf(setting.sentence, kind === "ceasefire" ? "ceasefire" : "talks")[0];
  const part = lastOf(setting.voices, ({ from }) => topic !== undefined && from <= topic.from);
  return part?.voice?.speaker ?? setting.speaker;
}
