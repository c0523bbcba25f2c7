import type { Speaker } from "../../model/speaker.ts";
import type { Setting } from "../claim.ts";
import type { Document, Sentence } from "../text/document.ts";
import { itemAt } from "../text/item-at.ts";
import { startsItem, startsLine } from "../text/list-rows.ts";
import { isDash } from "../text/tokens.ts";
import { isQuoteMark } from "../text/tokens.ts";
import { countsFlying, isOverOwnLand } from "./sky-land.ts";
import { isMereDenial } from "./telling-cues.ts";

const quoteReach = 3;
/** A clause that names its speaker at once speaks for itself only. */
const turnReach = 5;

/** Sentences of a quotation whose speaker is named after it are that speaker's. */
export function voiceQuotes(document: Document, settings: readonly Setting[]): Setting[] {
  const isOpen = openQuotes(document);
  const teller = tellerOfAll(document, settings);
  return settings.map((setting, at) => {
    if (setting.speaker !== null) return setting;
    if (teller !== null && at < teller.sentence.index && setting.voice === null)
      return { ...setting, speaker: teller.speaker };
    const back = isOpen[at] === true ? null : backVoice(document, settings, at);
    if (back !== null) return { ...setting, speaker: back };
    if (isOpen[at] !== true) return setting;
    for (let next = at + 1; next <= at + quoteReach; next++) {
      const later = settings[next];
      if (later === undefined || later.sentence.paragraph !== setting.sentence.paragraph) break;
      if (later.voice !== null) return { ...setting, speaker: later.voice.speaker };
    }
    return setting;
  });
}

/** "The commander said this on Telegram", in a sentence without a number: all that was told before it by nobody else is theirs. Null: there is none. */
function tellerOfAll(document: Document, settings: readonly Setting[]): Setting | null {
  return (
    settings.find(
      ({ sentence, numbers, voice }) =>
        voice !== null &&
        // A row of a list tells of itself.
        !startsItem(document, sentence) &&
        ((numbers.length === 0 && sentence.hits.of.tellsThis.length > 0) || sentence.hits.has.sourceLabel),
    ) ?? null
  );
}

/** "This was reported by the rescue service", or the air force named at the end of a paragraph of counts. */
function backVoice(document: Document, settings: readonly Setting[], at: number): Speaker | null {
  const setting = settings[at];
  if (setting === undefined || setting.numbers.length === 0) return null;
  const rest = settings[at + 1];
  const isClause =
    rest !== undefined &&
    document.tokens[setting.sentence.to - 1]?.norm === ";" &&
    // A row of a list has its own speaker.
    !startsLine(document, rest.sentence) &&
    !isQuoted(document, rest.sentence);
  if (
    isClause &&
    rest.voice !== null &&
    !rest.sentence.hits.of.says.some((hit) => hit.from - rest.sentence.from < turnReach)
  )
    return rest.voice.speaker;
  for (let next = at + 1; next <= at + quoteReach; next++) {
    const later = settings[next];
    if (later === undefined || later.sentence.paragraph !== setting.sentence.paragraph) return null;
    if (later.voice === null) continue;
    // "Two were killed. Russia has denied responsibility": who denies it does not tell it.
    if (isMereDenial(later.sentence)) return null;
    const isAside =
      later.numbers.length === 0 && next === at + 1 && later.sentence.to - later.sentence.from < 14;
    // "По последним данным, погибли 11 человек. Ранены больше 80, сообщает полиция", "Потеряли 600 человек. Всего – 27 500, — сообщили в ведомстве".
    const isOfRest =
      document.language.freeOrder &&
      ((next === at + 1 && isCitedByNobody(setting)) || isToldAtEnd(document, later.sentence));
    if (isOfRest) return later.voice.speaker;
    const isOfSky =
      countsFlying(setting) && countsFlying(later) && isOverOwnLand(document, setting, later.voice.speaker);
    return isAside || isOfSky ? later.voice.speaker : null;
  }
  return null;
}

/** "По последним данным": it cites, and does not say whom. */
function isCitedByNobody({ sentence, voice }: Setting): boolean {
  return voice === null && sentence.hits.has.accordingTo;
}

const endReach = 8;

/** "…, — сообщили в Минобороны.": words of telling after a dash at the end of all that is told. */
function isToldAtEnd({ tokens }: Document, { hits, to }: Sentence): boolean {
  return hits.of.says.some((cue) => to - cue.from <= endReach && isDash(itemAt(tokens, cue.from - 1)?.norm));
}

/** "Ten dead in Kherson; ‘We will endure,’ the president says": who is quoted after a semicolon says no more than the quotation. */
function isQuoted(document: Document, sentence: Sentence): boolean {
  return isQuoteMark(document.tokens[sentence.from]?.norm);
}

/** For each sentence whether it ends inside a quotation of its paragraph. */
function openQuotes(document: Document): boolean[] {
  let isOpen = false;
  let paragraph = -1;
  return document.sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) isOpen = false;
    paragraph = sentence.paragraph;
    for (let at = sentence.from; at < sentence.to; at++)
      if (document.tokens[at]?.norm === '"') isOpen = !isOpen;
    return isOpen;
  });
}
