import type { Language } from "../../languages/language.ts";
import type { Hit } from "./entries.ts";

/** Words up to the name: "backed by the Emirates". */
const nameReach = 1;
/** In Ukrainian and Russian the backer's forces stand first: "при поддержке ВКС России". */
const bodyReach = 2;

/**
 * The hits without the names of mere backers: "UAE-backed separatists", "the movement, backed by the UAE", "pro-Iranian
 * militia", "при поддержке ВКС России" tell of others than the Emirates, Iran and Russia. Who speaks for a backer stays ("Moscow-backed officials").
 */
export function withoutBackers(language: Language, hits: readonly Hit[]): readonly Hit[] {
  const cues = hits.filter((hit) => hit.id === "backedBy");
  const reach = language.freeOrder ? bodyReach : nameReach;
  return hits.filter((hit) => !isName(hit) || !cues.some((cue) => isBacker(hits, hit, { cue, reach })));
}

interface Backing {
  readonly cue: Hit;
  readonly reach: number;
}

function isName(hit: Hit): boolean {
  return hit.family === "party" || hit.family === "metonym" || hit.family === "place";
}

function isBacker(hits: readonly Hit[], name: Hit, { cue, reach }: Backing): boolean {
  // Who is affiliated with an armed group fights for it.
  if (name.id.startsWith("x-")) return false;
  if (cue.from !== name.from || cue.to !== name.to)
    return cue.to - cue.from > 1 && name.from >= cue.to && name.from - cue.to <= reach;
  return !hits.some((hit) => hit.family === "office" && hit.from === name.to);
}
