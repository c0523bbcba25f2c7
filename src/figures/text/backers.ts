import type { Language } from "../../languages/language.ts";
import type { Hit } from "./entries.ts";

/** Words up to the name: "backed by the Emirates". */
const nameReach = 1;

/**
 * The hits without the names of mere backers: "UAE-backed separatists", "the movement, backed by the UAE", "pro-Iranian
 * militia" tell of others than the Emirates and Iran. Who speaks for a backer stays ("Moscow-backed officials"). Only
 * where the order of words tells.
 */
export function withoutBackers(language: Language, hits: readonly Hit[]): readonly Hit[] {
  if (language.freeOrder) return hits;
  const cues = hits.filter((hit) => hit.id === "backedBy");
  if (cues.length === 0) return hits;
  return hits.filter((hit) => !isName(hit) || !cues.some((cue) => isBacker(hits, hit, cue)));
}

function isName(hit: Hit): boolean {
  return hit.family === "party" || hit.family === "metonym" || hit.family === "place";
}

function isBacker(hits: readonly Hit[], name: Hit, cue: Hit): boolean {
  // Who is affiliated with an armed group fights for it.
  if (name.id.startsWith("x-")) return false;
  if (cue.from !== name.from || cue.to !== name.to)
    return cue.to - cue.from > 1 && name.from >= cue.to && name.from - cue.to <= nameReach;
  return !hits.some((hit) => hit.family === "office" && hit.from === name.to);
}
