/** When a truce begins, told beside its agreement or its announcement. */

import type { Scene, Setting } from "../claim.ts";
import { gapOf } from "./event-words.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

const fromReach = 12;
const effectReach = 6;
const announceReach = 6;

/** "A ceasefire from midnight", "a truce that is to begin on 15 February": when it begins stands after it. */
export function tellsStart({ sentence }: Setting, topic: Hit): boolean {
  return sentence.hits.of.truceFrom.some((hit) => hit.from >= topic.to && hit.from - topic.to <= fromReach);
}

/** "Hours after the truce took effect Delhi accused Islamabad of breaches": begun, and broken in the same sentence. */
export function tookEffect({ sentence }: Setting, topic: Hit): boolean {
  return sentence.hits.of.resumed.some((hit) => hit.from >= topic.to && hit.from - topic.to <= effectReach);
}

/** "Announced a 30-hour Easter truce": of some hours, by one side alone, it needs nobody's consent. */
export function isOneSided({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  if (document.language.freeOrder) return false;
  const { truceOfHours, declaresTruce } = sentence.hits.of;
  if (!truceOfHours.some((hit) => gapOf(hit, topic) <= 1 || (hit.from <= topic.from && hit.to >= topic.from)))
    return false;
  const parties = new Set(hitsOfAny(sentence, partyNames).map(({ id }) => id));
  return (
    parties.size < 3 &&
    declaresTruce.some((hit) => hit.to <= topic.from && topic.from - hit.to <= announceReach)
  );
}
