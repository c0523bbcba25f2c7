import type { Setting } from "../claim.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { VoiceContext } from "./voice.ts";
import { readVoice } from "./speakers.ts";
import { anyOf, hitsOfAny, indexed } from "../text/sentence-hits.ts";

const saysOrAccordingTo = anyOf("says", "accordingTo");

/** Each part of a sentence between semicolons may have a speaker of its own. */
export function voicesOf(context: VoiceContext, sentence: Sentence): Setting["voices"] {
  const cuts = [sentence.from];
  const mayTurn = !context.document.language.freeOrder && sentence.hits.has.clause;
  for (let at = sentence.from; at < sentence.to; at++)
    if (
      context.document.tokens[at]?.norm === ";" ||
      (mayTurn && isOtherVoice(context.document, sentence, at))
    )
      cuts.push(at + 1);
  if (cuts.length === 1) return [];
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? sentence.to;
    const hits = indexed(sentence.hits.filter((hit) => hit.from >= from && hit.to <= to));
    return { from, voice: readVoice(context, { ...sentence, from, to, hits }) };
  });
}

/** "The authorities said two were killed, while the mayor said …", in English: a comma, a clause, and words of telling on both sides. */
function isOtherVoice(document: Document, sentence: Sentence, at: number): boolean {
  if (document.tokens[at]?.norm !== ",") return false;
  if (!sentence.hits.of.clause.some((hit) => hit.from === at + 1)) return false;
  const says = hitsOfAny(sentence, saysOrAccordingTo);
  return says.some((hit) => hit.to <= at) && says.some((hit) => hit.from > at && hit.from - at <= voiceReach);
}

const voiceReach = 8;
