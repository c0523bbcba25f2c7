/** Who speaks where only the form of a line tells it: a name before a colon or after a dash. */

import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { bylineAt } from "./signature.ts";
import type { Voice, VoiceContext } from "./voice.ts";
import { namedVoice, voiceOf } from "./voice.ts";
import { anyOf, hitsOfAny, indexed } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { partyNames } from "../text/party-names.ts";

const speakerOrOffice = anyOf("speaker", "office");

/** "Ten killed in Kherson, officials say" has a cue; "Kyiv: 10 drones downed" and "ISW: ..." have a colon. Null: no mark tells who speaks. */
export function headlineVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const { tokens } = context.document;
  for (const hit of hitsOfAny(sentence, speakerOrOffice)) {
    if (hit.from > sentence.from + 3) break;
    // "ВВС Украины: …": whose it is may stand between.
    const owner = sentence.hits.of.party.find((party) => party.from === hit.to);
    if (tokens[owner?.to ?? hit.to]?.norm === ":") return voiceOf(context, sentence, hit);
  }
  const end = hitsOfAny(sentence, speakerOrOffice).find(
    (hit) =>
      (hit.to >= sentence.to - 1 || isAbout(context.document, sentence, hit)) &&
      isParting(tokens[ownedFrom(sentence, hit) - 1]?.norm),
  );
  if (end !== undefined) return voiceOf(context, sentence, end);
  const byline = context.document.language.freeOrder ? bylineAt(context.document, sentence) : null;
  if (byline !== null)
    return namedVoice(context, {
      ...sentence,
      hits: indexed(sentence.hits.filter((hit) => hit.from >= byline)),
    });
  const party = context.document.language.freeOrder ? undefined : partyAtEnd(context.document, sentence);
  return party === undefined ? null : voiceOf(context, sentence, party);
}

/** "1,200 drones in a week: the president on Russian strikes": who speaks of what, at the end of a title. */
function isAbout({ language }: Document, sentence: Sentence, { to }: Hit): boolean {
  return (
    sentence.isTitle &&
    !language.freeOrder &&
    sentence.hits.of.in.some((cue) => cue.from === to && cue.to === to + 1) &&
    !sentence.hits.of.act.some((act) => act.from > to && act.to < sentence.to)
  );
}

function isParting(mark: string | undefined): boolean {
  return mark === ":" || mark === "–" || mark === "-";
}

/** Where the name of an office begins: at its party's, if one stands right before it ("Russian state media"). */
function ownedFrom(sentence: Sentence, office: Hit): number {
  const owner = hitsOfAny(sentence, partyNames).find((hit) => hit.to === office.from);
  return owner?.from ?? office.from;
}

/** "Russia fires 120 missiles - Ukraine", "Two killed in shelling: Kyiv": in a headline the party after the last mark tells it. */
function partyAtEnd({ tokens }: Document, sentence: Sentence): Hit | undefined {
  if (!sentence.isTitle) return undefined;
  return sentence.hits.find((hit) => {
    if ((hit.family !== "party" && hit.family !== "metonym") || hit.to !== sentence.to) return false;
    const mark = itemAt(tokens, hit.from - 1);
    return mark?.norm === ":" || mark?.norm === "–" || (mark?.norm === "-" && !mark.glued);
  });
}
