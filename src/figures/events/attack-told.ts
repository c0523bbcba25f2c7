import { countryOf, isWithin } from "../../reference/places.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Profile } from "../profile.ts";
import { areFoes } from "../profile.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

const attacks = anyOf("attack", "explosion", "strike", "hit", "bomb");
const otherDeaths = anyOf("exercise", "longAgo", "untrue", "militants", "clash", "onGround", "disaster");

// Headlines count the dead of an attack and leave open how it was made: "40 prisoners killed in blast", "Israeli forces kill 15 in Gaza". The
// contract's strikes come from the air or from artillery, so what is found here is for the ledger, which has to know that the dead are of an attack.

const openingSentences = 3;

/** Lands where whoever is killed by the enemy is killed by what flies or is fired: no front runs through their towns. */
const shelled: ReadonlySet<string> = new Set(["UA", "PS", "LB"]);

/** Where soldiers and gunmen kill in raids and on streets. */
const raided = ["PS:west-bank", "IL"] as const;

/** Whether an opening counts people killed or hurt in an attack by an enemy of theirs, or in a town under fire, and nothing tells of a fight on the ground. English only. */
export function tellsAttack(
  { document, profile }: Scene,
  { sentence }: Setting,
  claims: readonly Claim[],
): boolean {
  if (document.language.freeOrder || sentence.index >= openingSentences) return false;
  if (document.sentences.slice(0, openingSentences).some((told) => hasAny(told, otherDeaths))) return false;
  return claims.some(
    (claim) =>
      claim.scope === "event" &&
      (claim.measure === "killed" || claim.measure === "injured") &&
      !claim.places.some((place) => raided.some((land) => isWithin(place, land))) &&
      isOfAttack(profile, sentence, claim),
  );
}

function isOfAttack(profile: Profile, sentence: Sentence, { sides, places }: Claim): boolean {
  const own = sides.find((side) => side !== null && side !== "both") ?? countryOf(places[0] ?? "");
  if (own == null || own === "both") return false;
  const isAttack = hasAny(sentence, attacks);
  // Armed groups attack on the ground.
  const foes = hitsOfAny(sentence, partyNames).filter(
    ({ id }) => !id.startsWith("x-") && areFoes(profile, id, own),
  );
  if (isAttack)
    return foes.length > 0 || (shelled.has(own) && places.some((place) => countryOf(place) === own));
  return foes.some((foe) => isKiller(sentence, foe));
}

const killerReach = 1;

/** "Israeli forces kill 15": the verb right after the party or its army; what troops do they do on the ground. */
function isKiller({ hits }: Sentence, foe: Hit): boolean {
  return hits.of.kill.some((verb) => verb.from >= foe.to && verb.from - foe.to <= killerReach);
}

const cutBy = anyOf(
  "assault",
  "attack",
  "strike",
  "strikes",
  "shelling",
  "airStrike",
  "bombards",
  "airAttack",
);
const otherCauses = anyOf("untrue", "longAgo", "disaster", "exercise");

/** "Through an attack on a power plant 45,000 customers are without light": a cut that a sentence lays to an attack, which came from the air or by artillery. */
export function tellsOutage({ sentence }: Setting, claims: readonly Claim[]): boolean {
  return (
    claims.some(({ measure, scope }) => measure === "customers.without_power" && scope === "event") &&
    hasAny(sentence, cutBy) &&
    !hasAny(sentence, otherCauses)
  );
}
