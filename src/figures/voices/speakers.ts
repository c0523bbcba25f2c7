/** Who asserts what a sentence says. */

import { transliterate } from "../../reference/transliterate.ts";
import type { Sentence } from "../text/document.ts";
import type { Family, Hit } from "../text/entries.ts";
import { headlineVoice } from "./headline-voice.ts";
import { tellingCues } from "./telling-cues.ts";
import { voiceCost } from "./voice-cost.ts";
import type { Voice, VoiceContext } from "./voice.ts";
import { voiceOf } from "./voice.ts";

/** What may name who speaks. */
const speaking: ReadonlySet<Family> = new Set(["speaker", "office", "party", "metonym"]);

/** Who asserts the sentence. Null: the outlet's own voice. */
export function readVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const self = sentence.hits.of.saysSelf[0];
  if (self !== undefined && context.last !== null)
    return { speaker: context.last, from: self.from, to: self.to };
  const cues = tellingCues(context.document, sentence);
  if (cues.length === 0) return headlineVoice(context, sentence);
  let best: { readonly voice: Voice; readonly cost: number } | null = null;
  for (const hit of sentence.hits) {
    if (!speaking.has(hit.family)) continue;
    for (const cue of cues) {
      const cost = voiceCost(context.document, sentence, hit, cue);
      if (cost === null || (best !== null && cost >= best.cost)) continue;
      const voice = voiceOf(context, sentence, hit);
      if (voice === null) break;
      best = { voice, cost };
    }
  }
  return best?.voice ?? pronounVoice(context, sentence, cues) ?? citedVoice(context, sentence, cues);
}

const longestCited = 3;

/** "По подсчётам SOHR", "за даними Кремінь": a body that no table holds, by its own name, and of no party. */
function citedVoice({ document }: VoiceContext, sentence: Sentence, cues: readonly Hit[]): Voice | null {
  const cue = cues.find((hit) => hit.id === "accordingTo");
  if (cue === undefined || !document.language.freeOrder) return null;
  let from = cue.to;
  while (document.tokens[from]?.norm === '"') from++;
  let to = from;
  while (to < sentence.to && to - from < longestCited && document.tokens[to]?.capital === true) to++;
  const [first, last] = [document.tokens[from], document.tokens[to - 1]];
  if (to === from || first === undefined || last === undefined) return null;
  const raw = document.whole.slice(first.start, last.end);
  const name =
    document.language.tag === "uk" || document.language.tag === "ru"
      ? transliterate(raw, document.language.tag)
      : raw;
  return { speaker: { name, side: null }, from, to };
}

/** "He said": who spoke last. Null: nobody did, or no pronoun stands by a word of telling. */
function pronounVoice(context: VoiceContext, sentence: Sentence, cues: readonly Hit[]): Voice | null {
  if (context.last === null) return null;
  for (const cue of cues) {
    const pronoun = sentence.hits.of.pronoun.find(
      (hit) => Math.abs(hit.to - cue.from) <= 1 || hit.from === cue.to,
    );
    if (pronoun !== undefined) return { speaker: context.last, from: pronoun.from, to: pronoun.to };
  }
  return null;
}
