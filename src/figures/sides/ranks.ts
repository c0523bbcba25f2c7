import type { Party } from "../../model/side.ts";
import { opponentOf } from "../profile.ts";
import type { Hit } from "../text/entries.ts";
import type { SideQuestion } from "./actors.ts";

const ranksReach = 1;

/** "Captured while fighting with Ukraine's military", "held by Russian forces": in whose ranks they were, or the foe of who held them. Null: it is not told so. English only. */
export function ownersOf(question: SideQuestion): Party | null {
  const { scene, setting } = question;
  if (scene.document.language.freeOrder) return null;
  const people = thoseWho(question);
  if (people !== null) return people;
  const { fightsFor, heldBy, party } = setting.sentence.hits.of;
  const named = (cues: readonly Hit[]) =>
    party.find(
      (hit) =>
        scene.profile.foes.includes(hit.id) &&
        cues.some((cue) => cue.to <= hit.from && hit.from - cue.to <= ranksReach),
    )?.id ?? null;
  return named(fightsFor) ?? opponentOf(scene.profile, named(heldBy));
}

/** "Zelensky listed the Ukrainians who came back: 50 privates", "the Ukrainians freed were 71 soldiers": a people that comes home before the number. Null: none does. */
function thoseWho({ scene, setting, number }: SideQuestion): Party | null {
  const { party, person, relativeWord, release } = setting.sentence.hits.of;
  const people = party.find(
    (hit) =>
      hit.to <= number.start &&
      scene.profile.foes.includes(hit.id) &&
      person.some((noun) => noun.from === hit.from && noun.to === hit.to) &&
      release.some(
        (act) =>
          act.to <= number.start &&
          (act.from === hit.to ||
            relativeWord.some((who) => who.from === hit.to && act.from >= who.to && act.from - who.to <= 1)),
      ),
  );
  return people?.id ?? null;
}
