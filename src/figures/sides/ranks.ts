import type { Party } from "../../model/side.ts";
import { opponentOf } from "../profile.ts";
import type { Hit } from "../text/entries.ts";
import type { SideQuestion } from "./actors.ts";

const ranksReach = 1;

/** "Captured while fighting with Ukraine's military", "held by Russian forces": in whose ranks they were, or the foe of who held them. Null: it is not told so. English only. */
export function ownersOf({ scene, setting }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder) return null;
  const { fightsFor, heldBy, party } = setting.sentence.hits.of;
  const named = (cues: readonly Hit[]) =>
    party.find(
      (hit) =>
        scene.profile.foes.includes(hit.id) &&
        cues.some((cue) => cue.to <= hit.from && hit.from - cue.to <= ranksReach),
    )?.id ?? null;
  return named(fightsFor) ?? opponentOf(scene.profile, named(heldBy));
}
