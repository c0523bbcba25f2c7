/** Who asserts what a sentence says. */

import { transliterate } from "../../reference/transliterate.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { partyName } from "../../reference/parties.ts";
import { speakerByName } from "../../reference/speakers.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { headlineVoice } from "./headline-voice.ts";
import { namedAgain, surnameTold } from "./named-before.ts";
import { isOutlets } from "./outlets.ts";
import { tellingCues } from "./telling-cues.ts";
import { voiceCost } from "./voice-cost.ts";
import type { Voice, VoiceContext } from "./voice.ts";
import { voiceOf } from "./voice.ts";

const speakerOrOffice = anyOf("speaker", "office");

/** What may name who speaks. */
const speaking = anyOf("speaker", "office", "party", "metonym");

/** Who asserts the sentence. Null: the outlet's own voice. */
export function readVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const self = sentence.hits.of.saysSelf[0];
  if (self !== undefined && context.last !== null)
    return { speaker: context.last, from: self.from, to: self.to };
  const labelled = labelledVoice(context, sentence);
  if (labelled !== null) return labelled;
  const cues = tellingCues(context.document, sentence);
  if (cues.length === 0) return countedVoice(context, sentence) ?? headlineVoice(context, sentence);
  const named = namedAgain(context, cues);
  if (named !== null) return named;
  const again = voiceAgain(context, sentence, cues);
  if (again !== null) return again;
  const risen = rebelVoice(context, sentence, cues);
  if (risen !== null) return risen;
  let best: { readonly voice: Voice; readonly cost: number } | null = null;
  for (const hit of hitsOfAny(sentence, speaking)) {
    if ((hit.family === "party" || hit.family === "metonym") && isOutlets(context.document, sentence, hit))
      continue;
    if (isOfBody(context, sentence, hit)) continue;
    for (const cue of cues) {
      const cost = voiceCost(context.document, sentence, hit, cue);
      if (cost === null || (best !== null && cost >= best.cost)) continue;
      const voice = voiceOf(context, sentence, hit);
      if (voice === null) break;
      best = { voice, cost };
    }
  }
  return (
    best?.voice ??
    surnameTold(context, cues) ??
    leadVoice(context, sentence, cues) ??
    pronounVoice(context, sentence, cues) ??
    statementVoice(context, sentence, cues) ??
    citedVoice(context, sentence, cues)
  );
}

const adjectiveReach = 2;

/** "По данным украинских оппозиционных СМИ": in Ukrainian and Russian the adjective of a party, with a body that it belongs to a few words on. */
function isOfBody({ document }: VoiceContext, { hits }: Sentence, party: Hit): boolean {
  const { tokens, language } = document;
  if (!language.freeOrder || party.family !== "party" || tokens[party.from]?.capital === true) return false;
  const body = hits.of.office.find((hit) => hit.from >= party.to && hit.from - party.to <= adjectiveReach);
  if (body === undefined) return false;
  for (let at = party.to; at < body.from; at++)
    if (tokens[at]?.kind !== "word" || tokens[at]?.capital === true) return false;
  return true;
}

/** "Джерело: пресслужба Повітряних сил": who is named behind such a label. Null: there is none, or nobody is. */
function labelledVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const { tokens } = context.document;
  const label = sentence.hits.of.sourceLabel.find(
    (hit) => hit.from === sentence.from && tokens[hit.to]?.norm === ":",
  );
  if (label === undefined) return null;
  const named = hitsOfAny(sentence, speakerOrOffice).find((hit) => hit.from > label.to);
  return named === undefined ? null : voiceOf(context, sentence, named);
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

const adverbs = 1;

/** "The charity said", "according to the report": a body told of again by what it is. Null: nobody spoke before, or no such body. */
function voiceAgain({ last }: VoiceContext, sentence: Sentence, cues: readonly Hit[]): Voice | null {
  if (last === null || sentence.hits.of.sameSpeaker.length === 0) return null;
  const named = hitsOfAny(sentence, speakerOrOffice);
  const noun = sentence.hits.of.sameSpeaker.find(
    (hit) =>
      // "The Institute for the Study of War": a name, told for itself.
      !named.some((name) => name.from < hit.to && name.to > hit.to) &&
      cues.some((cue) =>
        cue.id === "says"
          ? cue.from >= hit.to && cue.from - hit.to <= adverbs
          : hit.from >= cue.to && hit.from - cue.to <= adverbs,
      ),
  );
  if (noun === undefined || speakerByName(last.name)?.kind === "person") return null;
  return { speaker: last, from: noun.from, to: noun.to };
}

/** "The rebels said": the armed group that the report tells of. Null: no such word right before a word of telling, or no group. */
function rebelVoice(
  { document, rebels }: VoiceContext,
  sentence: Sentence,
  cues: readonly Hit[],
): Voice | null {
  if (rebels === null || document.language.freeOrder || sentence.hits.of.militants.length === 0) return null;
  const word = sentence.hits.of.militants.find(
    (hit) =>
      // "Seven fighters said killed": told of, not telling.
      cues.some(
        (cue) =>
          cue.id === "says" &&
          cue.from === hit.to &&
          !sentence.hits.of.act.some((act) => act.from === cue.to),
      ) && !sentence.hits.of.party.some((party) => party.to >= hit.from && party.from < hit.to),
  );
  return word === undefined
    ? null
    : { speaker: { name: partyName(rebels, "en"), side: rebels }, from: word.from, to: word.to };
}

const tallyReach = 3;

/** "The government's provisional count stood at 132": whose count it is. Null: nobody's is told. */
function countedVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  if (sentence.hits.of.tally.length === 0) return null;
  const { document } = context;
  const owner = hitsOfAny(sentence, speakerOrOffice).find((hit) => {
    const last = document.tokens[hit.to - 1];
    if (last === undefined || !possessive.test(document.whole.slice(last.start, last.end + 2))) return false;
    return sentence.hits.of.tally.some((noun) => noun.from >= hit.to && noun.from - hit.to <= tallyReach);
  });
  return owner === undefined ? null : voiceOf(context, sentence, owner);
}

const possessive = /['’]s/u;

const leadReach = 2;
const gerund = /(?:ив|ав|ая|яя)$/u;

/** "Путин выступил на саммите и заявил", "Генштаб подвел итоги, сообщив": who stands at the head of the sentence does what a later verb says. Null: nobody does, or the verb is another's. */
function leadVoice(context: VoiceContext, sentence: Sentence, cues: readonly Hit[]): Voice | null {
  const { document } = context;
  if (!document.language.freeOrder) return null;
  const isLater = cues.some((cue) => {
    const before = cue.from - 1;
    const isJoined = sentence.hits.of.and.some((hit) => hit.to === cue.from);
    const isGerund = document.language.tag === "ru" && gerund.test(document.tokens[cue.from]?.norm ?? "");
    return cue.id === "says" && (isJoined || (isGerund && itemAt(document.tokens, before)?.norm === ","));
  });
  if (!isLater) return null;
  const head = hitsOfAny(sentence, speakerOrOffice).find((hit) => hit.from - sentence.from <= leadReach);
  return head === undefined ? null : voiceOf(context, sentence, head);
}

/** "Говорится в сообщении", "согласно сводке": a statement that nobody is named beside is theirs who spoke last. Null: nobody did, or it is another word. */
function statementVoice({ last }: VoiceContext, sentence: Sentence, cues: readonly Hit[]): Voice | null {
  if (last === null || !sentence.hits.has.statement) return null;
  const noun = sentence.hits.of.statement.find((hit) =>
    cues.some((cue) => cue.to === hit.from || cue.from === hit.to),
  );
  return noun === undefined ? null : { speaker: last, from: noun.from, to: noun.to };
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
