import type { Party } from "../../model/side.ts";
import type { SideQuestion } from "./actors.ts";
import type { Scene } from "../claim.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";

const targetReach = 2;

/**
 * "An attack on Russian recruits", "in a shooting at a Russian base near Ukraine": the party whose people or land it happened to, told in the
 * sentence, or in the title where the sentence names no place.
 */
export function aimOf({ scene, setting }: SideQuestion): Party | null {
  const [title] = scene.document.sentences;
  const own = aimIn(scene, setting.sentence);
  const isBare = setting.places.length === 0 && setting.voice === null;
  return own ?? (isBare && title?.isTitle === true ? aimIn(scene, title) : null);
}

function aimIn(scene: Scene, { hits }: Sentence): Party | null {
  const { tokens, language } = scene.document;
  if (language.freeOrder) return null;
  const party = hits.find(
    (hit) =>
      hit.family === "party" &&
      (hit.to - hit.from === 1 || holdsArmy(hits, hit)) &&
      // "Russian-held Melitopol" is of another party than its name says.
      (tokens[hit.from]?.norm.includes("-") !== true || holdsArmy(hits, hit)) &&
      hits.some(
        (on) =>
          on.id === "in" &&
          on.family === "cue" &&
          on.to <= hit.from &&
          hit.from - on.to <= 1 &&
          // "Near a U.S. aid site in Gaza".
          !hits.some((near) => near.id === "besideLand" && near.from === on.from) &&
          // "Killed in Saudi air strikes: separatists targeted": whose attack it was.
          !hits.some(
            (own) =>
              (own.id === "airAttack" || own.id === "strike" || own.id === "attack") && own.from === hit.to,
          ) &&
          // "On Saturday Indian missiles hit three bases": when, not where.
          !hits.some((day) => day.family === "weekday" && day.from === on.to && day.to === hit.from),
      ) &&
      (holdsArmy(hits, hit) ||
        hits.some(
          (noun) =>
            (noun.id === "regionWord" ||
              noun.id === "settlement" ||
              noun.id === "site" ||
              noun.id === "armySite" ||
              noun.id === "army" ||
              isArmed(noun)) &&
            noun.from >= hit.to &&
            noun.from - hit.to <= targetReach,
        )),
  );
  return party?.id ?? null;
}

/** "A strike on Emirati-backed forces": the name of the party itself says that they are armed. */
function holdsArmy(hits: readonly Hit[], party: Hit): boolean {
  return (
    party.to - party.from > 1 &&
    hits.some(
      (noun) =>
        (noun.id === "army" || noun.id === "militants") && noun.from > party.from && noun.to === party.to,
    )
  );
}

function isArmed(noun: Hit): boolean {
  return (
    noun.family === "thing" && (noun.id === "military" || noun.id === "militants" || noun.id === "captive")
  );
}
