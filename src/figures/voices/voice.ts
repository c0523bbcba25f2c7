/** A voice: who speaks, from the words that name them. */

import { officeName } from "../../languages/offices.ts";
import type { Party } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import { partyName } from "../../reference/parties.ts";
import { conflictsAt } from "../../reference/conflicts.ts";
import type { SpeakerRow } from "../../reference/speakers.ts";
import { speakerById } from "../../reference/speakers.ts";
import { dayOf } from "../profile.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOfAny } from "../text/sentence-hits.ts";
import { partyOfPronoun, sideOfOffice, spokeBefore } from "./office-owner.ts";
import { isPartyName, partyNames } from "../text/party-names.ts";

/** Who speaks in a sentence, and which of its words name them. */
export interface Voice {
  readonly speaker: Speaker;
  readonly from: number;
  readonly to: number;
}

/** A surname that the report has told with who it is; `name`: as it was written, in lower case. */
export interface NamedSpeaker {
  readonly name: string;
  readonly speaker: Speaker;
}

/** What a sentence needs to know of its surroundings. */
export interface VoiceContext {
  readonly document: Document;
  /** The party whose place or people the sentence is about. */
  readonly localSide: Party | null;
  /** The one who spoke last, for "he said". */
  readonly last: Speaker | null;
  /** Whom "the rebels" means; null: no group, or several. */
  readonly rebels: Party | null;
  /** Who was named with an office before, for their surname alone. */
  readonly named: readonly NamedSpeaker[];
}

/** The first speaker or body that a sentence names, whether it says that they speak or not. */
export function namedVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const hit = sentence.hits.of.speaker[0] ?? sentence.hits.of.office[0];
  return hit === undefined ? null : voiceOf(context, sentence, hit);
}

/** "Росія це заперечує; її Міноборони заявило": a body that is usually one's own, where a pronoun makes it another's. Null: it is the usual one. */
function othersOffice(context: VoiceContext, sentence: Sentence, hit: Hit, row: SpeakerRow): Speaker | null {
  const { document } = context;
  if (row.kind !== "body") return null;
  const meant =
    partyOfPronoun(document, sentence, hit) ??
    ownerBeside(document, sentence, hit) ??
    foreignOwner(context, sentence, hit, row);
  const noun = sentence.hits.of.office.find((other) => other.from === hit.from);
  const office = noun === undefined ? undefined : document.language.speakers[Number(noun.id)];
  if (meant === null || meant === row.side || office === undefined) return null;
  return { name: officeName(office.name, meant), side: meant };
}

/** "Минобороны Судана", "ліванське МОЗ": in Ukrainian and Russian the party right after an office that is usually one's own, or its adjective before. Null: none is named. */
function ownerBeside({ tokens, language }: Document, { hits }: Sentence, office: Hit): Party | null {
  if (!language.freeOrder) return null;
  const owner = hits.of.party.find(
    (party) => party.from === office.to || (party.to === office.from && tokens[party.from]?.capital !== true),
  );
  return owner?.id ?? null;
}

/** "The Prosecutor General's Office said" of shelling in Azerbaijan: a body named without its owner is no body of a party that does not fight there. Null: its own party may be meant. */
function foreignOwner(
  { document, localSide }: VoiceContext,
  sentence: Sentence,
  hit: Hit,
  row: SpeakerRow,
): Party | null {
  if (row.side === null || localSide === null || localSide === row.side || document.language.freeOrder)
    return null;
  const isOwned = hitsOfAny(sentence, partyNames).some(
    (party) => party.id === row.side && party.from >= hit.from - 1 && party.to <= hit.to + 1,
  );
  if (
    isOwned ||
    conflictsAt(dayOf(document)).some(
      ({ parties }) => parties.includes(localSide) && row.side !== null && parties.includes(row.side),
    )
  )
    return null;
  return localSide;
}

/** Who a name, an office or a party stands for as a speaker. Null: the words name nobody who speaks. */
export function voiceOf(context: VoiceContext, sentence: Sentence, hit: Hit): Voice | null {
  const span = { from: hit.from, to: hit.to };
  if (hit.family === "speaker") {
    if (sentence.hits.of.attachedTo.some((other) => other.to === hit.from)) return null;
    const row = speakerById(hit.id);
    if (row?.kind === "body" && isFormer(sentence, hit)) return { speaker: formerOfficial, ...span };
    const others = row === null ? null : othersOffice(context, sentence, hit, row);
    if (others !== null) return { speaker: others, ...span };
    return row === null ? null : { speaker: { name: row.name, side: row.side }, ...span };
  }
  if (isPartyName(hit) && isFormer(sentence, hit)) return { speaker: formerOfficial, ...span };
  if (isPartyName(hit)) return { speaker: { name: partyName(hit.id, "en"), side: hit.id }, ...span };
  if (hit.family !== "office") return null;
  const office = context.document.language.speakers[Number(hit.id)];
  if (office === undefined) return null;
  if (office.neutral === true) return { speaker: { name: office.name, side: null }, ...span };
  if (isFormer(sentence, hit)) return { speaker: formerOfficial, ...span };
  const body = bodyBefore(context.document, sentence, hit);
  if (body !== null) return { speaker: body, ...span };
  const again = spokeBefore(context, { sentence, hit, office });
  if (again !== null) return { speaker: again, ...span };
  const side = sideOfOffice(context, { sentence, hit, office });
  return { speaker: { name: officeName(office.name, side), side }, ...span };
}

/** Who held an office once speaks for nobody by it. Named so in each language's speakers.ts. */
const formerOfficial: Speaker = { name: "former official", side: null };
const formerReach = 2;

/** "Former Ukrainian defence minister", «колишній глава МЗС». */
function isFormer({ hits }: Sentence, office: Hit): boolean {
  if (!hits.has.formerly) return false;
  return hits.of.formerly.some((cue) => cue.to <= office.from && office.from - cue.to <= formerReach);
}

/** "The African Union's envoy": a body named right before an office, whose it is. Null: none is, or a party's. */
function bodyBefore({ language }: Document, sentence: Sentence, office: Hit): Speaker | null {
  if (language.freeOrder) return null;
  const name = sentence.hits.of.speaker.find((hit) => hit.to === office.from);
  const row = name === undefined ? null : speakerById(name.id);
  return row?.kind === "body" && row.side === null ? { name: row.name, side: null } : null;
}
