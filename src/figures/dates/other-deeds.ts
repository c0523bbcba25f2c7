/** Days of other deeds than the one that is asked about. */

import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { DateMention } from "./date-mention.ts";

const reactionReach = 2;
/** Acts that hurt nobody. */
const idle: ReadonlySet<string> = new Set(["hold", "otherAct", "noAct", "bring"]);

/** "Expressed outrage on Monday after a strike killed 20", in English: the day of what came after the deed, before which nothing else is done. */
export function isReactionDay({ language }: Document, { hits }: Sentence, mention: DateMention): boolean {
  if (language.freeOrder || mention.kind !== "day" || !hits.has.aftermath) return false;
  const after = hits.of.aftermath.find(
    (hit) => hit.from >= mention.to && hit.from - mention.to <= reactionReach,
  );
  if (after === undefined) return false;
  return (
    hits.of.act.some((act) => act.from >= after.to && !idle.has(act.id)) &&
    !hits.of.act.some((act) => act.to <= mention.from && !idle.has(act.id))
  );
}

const asides = anyOf("whereWord", "relativeWord");

/** "Twelve were downed over the region, where a strike killed 15 on Sunday", in English: the day of a clause that says more of the place or thing of a deed told before it. `from`: where what is asked about ends; null: any deed. */
export function isOfAside(
  { language, tokens }: Document,
  sentence: Sentence,
  mention: DateMention,
  from: number | null,
): boolean {
  const { hits } = sentence;
  if (language.freeOrder || mention.kind !== "day") return false;
  return hitsOfAny(sentence, asides).some((cue) => {
    if (cue.to > mention.from || cue.from < (from ?? 0)) return false;
    const before = itemAt(tokens, cue.from - 1)?.norm ?? "";
    const isParted = before === "," || hits.of.and.some((and) => and.to === cue.from);
    const isDeed = (act: Hit): boolean => !idle.has(act.id);
    return (
      isParted &&
      hits.of.act.some((act) => act.to <= cue.from && isDeed(act)) &&
      hits.of.act.some((act) => act.from >= cue.to && act.to <= mention.from && isDeed(act))
    );
  });
}

const participle = /вш(?:ий|ие|их|им|ими|его|ему|ем|ая|ую|ей)$/u;
const participleReach = 2;

/** "Боевики, захватившие 26 октября город, убили 460 человек": in Russian the day of a participle between commas. `from`: what is asked about, outside of them; null: anything. */
export function isOfParticiple(
  { tokens, language }: Document,
  sentence: Sentence,
  mention: DateMention,
  from: number | null,
): boolean {
  if (language.tag !== "ru" || mention.kind !== "day") return false;
  for (let at = mention.from - 1; at >= Math.max(sentence.from, mention.from - participleReach); at--) {
    if (!participle.test(tokens[at]?.norm ?? "") || itemAt(tokens, at - 1)?.norm !== ",") continue;
    let end = mention.to;
    while (end < sentence.to && tokens[end]?.norm !== ",") end++;
    return end < sentence.to && (from === null || from < at || from > end);
  }
  return false;
}
