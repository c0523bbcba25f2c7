/** Whether a country or a capital is where something happens, and not who acts. */

import { isDayBefore, listReach } from "./place-cues.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isDash } from "../text/tokens.ts";
import { itemAt } from "../text/item-at.ts";

const attackVerbs = anyOf("attack", "hit", "seize", "launch");
const inOrFrom = anyOf("in", "from");

/** A country or capital is a place only right after a word of where, or in a list that begins with one. */
export function isActorLocated(document: Document, sentence: Sentence, hit: Hit): boolean {
  if (isSubjectAfterPlace(document, sentence, hit)) return false;
  let words = 0;
  for (let at = hit.from; at > sentence.from && hit.from - at < listReach; at--) {
    const cue = hitsOfAny(sentence, inOrFrom).find((other) => other.to === at && other.family === "cue");
    if (cue !== undefined) return cue.id === "in";
    // "Cities across Ukraine".
    if (at === hit.from && sentence.hits.of.nationwide.some((other) => other.to === at)) return true;
    if (at === hit.from && sentence.hits.of.displace.some((other) => other.to === at)) return true;
    if (at === hit.from && !document.language.freeOrder && isAttackedAt(sentence, hit)) return true;
    if (at === hit.from && isAttackedFor(sentence, hit)) return true;
    const token = itemAt(document.tokens, at - 1);
    if (token === undefined || token.kind === "number") return false;
    if (isDayBefore(sentence, at)) return false;
    // "В Астане и заявил, что Россия": who is told of is no place of the list.
    if (sentence.hits.of.says.some((other) => other.to === at)) return false;
    // "In what Kyiv has called the biggest barrage".
    if (sentence.hits.of.clause.some((other) => other.to === at)) return false;
    const isListed =
      token.norm === "," ||
      // "In Russian-occupied eastern Ukraine": in whose hands it is.
      (token.norm.includes("-") && sentence.hits.of.seize.some((held) => held.to === at)) ||
      sentence.hits.some(
        (other) =>
          other.to >= at &&
          other.from < at &&
          (other.id === "and" || other.family === "place" || other.family === "placeAdjective"),
      );
    // "По складах – РФ обстріляла": another clause.
    if (!isListed && isDash(token.norm)) return false;
    // "In eastern and southern Ukraine", "in the east of Ukraine".
    const part = sentence.hits.of.landPart.find((other) => other.to === at);
    if (part !== undefined || token.norm === document.language.plurals?.definite) {
      at = part === undefined ? at : part.from + 1;
      continue;
    }
    if (!isListed && ++words > (document.language.freeOrder ? freeWords : 1)) return false;
  }
  return false;
}

/** "По южному пригороду Бейрута". */
const freeWords = 2;

/** "По Києву Росія випустила 9 ракет": right after a place and before the verb of an attack stands who did it. */
function isSubjectAfterPlace({ language }: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    language.freeOrder &&
    sentence.hits.of.strikes.some((verb) => verb.from === hit.to) &&
    sentence.hits.of.place.some((place) => place.to === hit.from)
  );
}

/** "Russia attacked Ukraine's grid with 70 missiles": the object of an attack is where it struck. */
function isAttackedAt(sentence: Sentence, hit: Hit): boolean {
  return hitsOfAny(sentence, attackVerbs).some(
    (act) =>
      act.family === "act" &&
      (act.to === hit.from ||
        // "Targeting the capital Kyiv".
        sentence.hits.of.capital.some((noun) => noun.to === hit.from && noun.from === act.to)),
  );
}

const strikes = anyOf("strike", "attack", "airStrike", "strikes");
const againstReach = 2;

/** "An attack against Ukraine": as the object of an attack, and of no war. */
function isAttackedFor(sentence: Sentence, hit: Hit): boolean {
  return sentence.hits.of.against.some(
    (cue) =>
      cue.to === hit.from &&
      hitsOfAny(sentence, strikes).some((act) => act.to <= cue.from && cue.from - act.to <= againstReach),
  );
}
