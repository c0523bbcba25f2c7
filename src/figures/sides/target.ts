import type { Party } from "../../model/side.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const assailsOrLaunch = anyOf("assails", "launch");
const outOfOrBy = anyOf("outOf", "by");
const sites = anyOf("site", "armySite", "building", "captivity");
const attacks = anyOf("strike", "attack", "assault", "airStrike", "airAttack");
const partyOrBy = anyOf("party", "by");

/** Words between an attack and the party it goes at: "hit a large Russian base". */
const objectReach = 2;

/** Words between an attack on a place and whose it is: "attacked a prison run by the", "stormed a base of the". */
const siteReach = 8;
/** "By the Kurdish-led". */
const ownerReach = 4;

/** The attack whose object a party is: "ambushed a Pakistani convoy", "opened fire on Iraqi police". Undefined: it is none. */
function attackOn(sentence: Sentence, party: Hit): Hit | undefined {
  if (!hasAny(sentence, assailsOrLaunch)) return undefined;
  return hitsOfAny(sentence, assailsOrLaunch).find(
    (act) =>
      act.to <= party.from &&
      (party.from - act.to <= objectReach || isOwnerOfSite(sentence, act, party)) &&
      (act.id === "assails" || sentence.hits.of.in.some((at) => at.from === act.to)) &&
      // "A targeted Israeli attack": whose attack it was.
      !hitsOfAny(sentence, attacks).some((attack) => attack.from === party.to) &&
      // "Was hit by Russian bombs": who did it.
      (!hitsOfAny(sentence, partyOrBy).some((other) => other.from >= act.to && other.to <= party.from) ||
        isOwnerOfSite(sentence, act, party)),
  );
}

/** "Attacked a base of the Syrian Democratic Forces", "stormed a post manned by Malian troops": whose place it was, right after the place. */
function isOwnerOfSite(sentence: Sentence, act: Hit, party: Hit): boolean {
  if (party.from - act.to > siteReach) return false;
  const site = hitsOfAny(sentence, sites).findLast((noun) => noun.from >= act.to && noun.to < party.from);
  if (site === undefined) return false;
  const link = hitsOfAny(sentence, outOfOrBy).findLast((cue) => cue.from >= site.to && cue.to <= party.from);
  if (link === undefined || party.from - link.to > ownerReach) return false;
  const isOwned = link.id === "outOf" ? link.from === site.to : link.from - site.to === 1;
  return isOwned && !sentence.hits.of.party.some((other) => other.from >= act.to && other.to <= site.from);
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
  const { party: parties, clause: clauses, in: where } = sentence.hits.of;
  const target = lastOf(parties, (party) => party.to <= harm.from && isTarget(sentence, party));
  if (target === undefined) return null;
  // "Hit two Russian bases, and Russian missiles killed two people": another clause, or another's deed.
  const isBetween = (cue: Hit): boolean => cue.from >= target.to && cue.to <= harm.from;
  const isCut =
    clauses.some(isBetween) ||
    parties.some((party) => isBetween(party) && !where.some((at) => at.to === party.from));
  return isCut ? null : target.id;
}
