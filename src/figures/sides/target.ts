import type { Party } from "../../model/side.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";

/** Words between an attack and the party it goes at: "hit a large Russian base". */
const objectReach = 2;

/** The attack whose object a party is: "ambushed a Pakistani convoy", "opened fire on Iraqi police". Undefined: it is none. */
function attackOn(sentence: Sentence, party: Hit): Hit | undefined {
  const { hits } = sentence;
  if (sentence.hits.of.assails.length === 0 && sentence.hits.of.launch.length === 0) return undefined;
  return hits.find(
    (act) =>
      (act.id === "assails" ||
        (act.id === "launch" && hits.some((at) => at.id === "in" && at.from === act.to))) &&
      act.to <= party.from &&
      party.from - act.to <= objectReach &&
      !hits.some(
        (other) =>
          // "Was hit by Russian bombs": who did it.
          (other.family === "party" || other.id === "by") && other.from >= act.to && other.to <= party.from,
      ),
  );
}

/** Whether a party is who is attacked, and so not who does what the sentence goes on to tell. */
export function isTarget(sentence: Sentence, party: Hit): boolean {
  return party.family === "party" && attackOn(sentence, party) !== undefined;
}

/**
 * Whose people an attack went at that harmed somebody: "ambushed a Pakistani convoy, killing 12". `harm` is the word of the harm:
 * what stands between it and the attack must be one clause. Null: no party is the attack's object.
 */
export function targetOf(sentence: Sentence, harm: Hit): Party | null {
  const { hits } = sentence;
  const target = hits.findLast((party) => party.to <= harm.from && isTarget(sentence, party));
  // "Hit two Russian bases, and Russian missiles killed two people": another clause, or another's deed.
  const isCut = hits.some(
    (cue) =>
      (cue.id === "clause" ||
        (cue.family === "party" && !hits.some((at) => at.id === "in" && at.to === cue.from))) &&
      target !== undefined &&
      cue.from >= target.to &&
      cue.to <= harm.from,
  );
  return target === undefined || isCut ? null : target.id;
}
