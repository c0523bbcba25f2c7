/** A voice: who speaks, from the words that name them. */

import { officeName } from "../../languages/offices.ts";
import type { Party } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import { partyName } from "../../reference/parties.ts";
import type { SpeakerRow } from "../../reference/speakers.ts";
import { speakerById } from "../../reference/speakers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { partyOfPronoun, sideOfOffice } from "./office-owner.ts";

/** Who speaks in a sentence, and which of its words name them. */
export interface Voice {
  readonly speaker: Speaker;
  readonly from: number;
  readonly to: number;
}

/** What a sentence needs to know of its surroundings. */
export interface VoiceContext {
  readonly document: Document;
  /** The party whose place or people the sentence is about. */
  readonly localSide: Party | null;
  /** The one who spoke last, for "he said". */
  readonly last: Speaker | null;
}

/** The first speaker or body that a sentence names, whether it says that they speak or not. */
export function namedVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const hit = sentence.hits.of.speaker[0] ?? sentence.hits.of.office[0];
  return hit === undefined ? null : voiceOf(context, sentence, hit);
}

/** "Росія це заперечує; її Міноборони заявило": a body that is usually one's own, where a pronoun makes it another's. Null: it is the usual one. */
function othersOffice(
  { document }: VoiceContext,
  sentence: Sentence,
  hit: Hit,
  row: SpeakerRow,
): Speaker | null {
  const meant = row.kind === "body" ? partyOfPronoun(document, sentence, hit) : null;
  const noun = sentence.hits.of.office.find((other) => other.from === hit.from);
  const office = noun === undefined ? undefined : document.language.speakers[Number(noun.id)];
  if (meant === null || meant === row.side || office === undefined) return null;
  return { name: officeName(office.name, meant), side: meant };
}

/** Who a name, an office or a party stands for as a speaker. Null: the words name nobody who speaks. */
export function voiceOf(context: VoiceContext, sentence: Sentence, hit: Hit): Voice | null {
  const span = { from: hit.from, to: hit.to };
  if (hit.family === "speaker") {
    if (sentence.hits.of.attachedTo.some((other) => other.to === hit.from)) return null;
    const row = speakerById(hit.id);
    const others = row === null ? null : othersOffice(context, sentence, hit, row);
    if (others !== null) return { speaker: others, ...span };
    return row === null ? null : { speaker: { name: row.name, side: row.side }, ...span };
  }
  if (hit.family === "party" || hit.family === "metonym")
    return { speaker: { name: partyName(hit.id, "en"), side: hit.id }, ...span };
  if (hit.family !== "office") return null;
  const office = context.document.language.speakers[Number(hit.id)];
  if (office === undefined) return null;
  if (office.neutral === true) return { speaker: { name: office.name, side: null }, ...span };
  const side = sideOfOffice(context, { sentence, hit, office });
  return { speaker: { name: officeName(office.name, side), side }, ...span };
}
