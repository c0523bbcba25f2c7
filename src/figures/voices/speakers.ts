import type { Party } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import { partyName } from "../../reference/parties.ts";
import { officeName } from "../../languages/offices.ts";
import { speakerById } from "../../reference/speakers.ts";
import { partyOfPronoun, sideOfOffice } from "./office-owner.ts";
import type { SpeakerRow } from "../../reference/speakers.ts";
import { transliterate } from "../../reference/transliterate.ts";
import { bylineAt } from "./signature.ts";
import type { Document, Sentence } from "../text/document.ts";
import { hasConcept } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies, hitsOfFamily, indexed } from "../text/sentence-hits.ts";

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

const cueReach = 9;

/** Who asserts the sentence. Null: the outlet's own voice. */
export function readVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const self = hitsOf(sentence, "saysSelf")[0];
  if (self !== undefined && context.last !== null)
    return { speaker: context.last, from: self.from, to: self.to };
  const all = hitsOfAny(sentence, ["says", "accordingTo"]).filter(
    (hit) =>
      !isInAside(context.document, sentence, hit) &&
      !isNoun(context.document, sentence, hit) &&
      !isSilence(context.document, sentence, hit),
  );
  const told = all.filter((cue) => !isDenial(sentence, cue));
  const cues = told.length > 0 ? told : all;
  if (cues.length === 0) return headlineVoice(context, sentence);
  const candidates: { readonly voice: Voice; readonly cost: number }[] = [];
  for (const hit of sentence.hits) {
    const voice = voiceOf(context, sentence, hit);
    if (voice === null) continue;
    for (const cue of cues) {
      const cost = costOf(context.document, sentence, hit, cue);
      if (cost > cueReach) continue;
      const bonus = isSubject(context.document, sentence, hit, cue) ? subjectBonus : 0;
      candidates.push({ voice, cost: cost - weightOf(hit) - bonus });
    }
  }
  candidates.sort((a, b) => a.cost - b.cost);
  return candidates[0]?.voice ?? pronounVoice(context, sentence, cues) ?? citedVoice(context, sentence, cues);
}

const asideReach = 3;

/** "Тіла загиблих, які, за твердженням Москви, належать українцям": who is cited in a relative clause after the numbers asserts no more than it. */
function isInAside(document: Document, sentence: Sentence, cue: Hit): boolean {
  if (cue.id !== "accordingTo" || !document.language.freeOrder) return false;
  const relative = hitsOf(sentence, "relative").findLast((hit) => hit.to <= cue.from);
  if (relative === undefined || cue.from - relative.to > asideReach) return false;
  if (document.tokens[relative.from - 1]?.norm !== ",") return false;
  for (let at = cue.to; at < sentence.to; at++) if (document.tokens[at]?.kind === "number") return false;
  return true;
}

/** "On claim that …", "the report of": a noun of telling has no subject. */
function isNoun({ tokens, language }: Document, sentence: Sentence, cue: Hit): boolean {
  if (language.freeOrder || cue.id !== "says" || !hasConcept(sentence, "allegation")) return false;
  if (!hitsOf(sentence, "allegation").some((hit) => hit.from === cue.from && hit.to === cue.to)) return false;
  const before = tokens[cue.from - 1]?.norm ?? "";
  return (
    before === language.plurals?.definite ||
    // "Dismisses claims that its forces hit the city".
    hitsOfAny(sentence, ["denial", "refused"]).some((hit) => hit.to === cue.from) ||
    language.numerals.articles.includes(before) ||
    hitsOfAny(sentence, ["in", "outOf", "by"]).some((hit) => hit.to === cue.from)
  );
}

const livesReach = 5;

/** "Moscow said nothing", "a blast that claimed 18 lives": no telling. */
function isSilence({ language }: Document, sentence: Sentence, cue: Hit): boolean {
  if (language.freeOrder) return false;
  const isToll =
    hitsOf(sentence, "takesLives").some((hit) => hit.from === cue.from) &&
    hitsOf(sentence, "lives").some((hit) => hit.from >= cue.to && hit.from - cue.to <= livesReach);
  if (isToll) return true;
  if (!hasConcept(sentence, "noAct")) return false;
  return hitsOf(sentence, "noAct").some((hit) => hit.from <= cue.from && hit.to >= cue.to);
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

/** "Denied" is a word of telling, too, but tells nothing that is asserted. */
function isDenial(sentence: Sentence, cue: Hit): boolean {
  return hitsOf(sentence, "denial").some((hit) => hit.from === cue.from);
}

/** Whether all that the sentence says of a speaker is that they deny it: its numbers are not theirs. */
export function isMereDenial(sentence: Sentence): boolean {
  const cues = hitsOfAny(sentence, ["says", "accordingTo"]);
  return cues.length > 0 && cues.every((cue) => isDenial(sentence, cue));
}

const subjectBonus = 4;

/** "Cuba says": right before the verb, and not the end of a longer name ("the president of Cuba said"). */
function isSubject(document: Document, sentence: Sentence, hit: Hit, cue: Hit): boolean {
  return (
    !document.language.freeOrder &&
    cue.id === "says" &&
    hit.to === cue.from &&
    !sentence.hits.some(
      (other) => prepositions.has(other.id) && hit.from - other.to >= 0 && hit.from - other.to <= 1,
    )
  );
}

const prepositions: ReadonlySet<string> = new Set([
  "outOf",
  "in",
  "from",
  "by",
  "accordingTo",
  "toward",
  "and",
]);

/** The first speaker or body that a sentence names, whether it says that they speak or not. */
export function namedVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const hit = hitsOfFamily(sentence, "speaker")[0] ?? hitsOfFamily(sentence, "office")[0];
  return hit === undefined ? null : voiceOf(context, sentence, hit);
}

/** A named speaker outweighs the office beside the name; a bare party is last. */
function weightOf(hit: Hit): number {
  return hit.family === "speaker" ? 3 : hit.family === "office" ? 1 : hit.family === "metonym" ? 0 : -1;
}

function costOf(document: Document, sentence: Sentence, hit: Hit, cue: Hit): number {
  if (hit.from < cue.to && cue.from < hit.to) return Infinity;
  if (!document.language.freeOrder && isLand(sentence, hit)) return Infinity;
  if (document.language.freeOrder && (isWhere(sentence, hit) || isOfCited(document, sentence, hit, cue)))
    return Infinity;
  const isBefore = hit.to <= cue.from;
  // "Источник сообщает, что ВСУ потеряли": after the comma stands what is told, not who tells it.
  if (document.language.freeOrder && !isBefore && cue.id === "says" && document.tokens[cue.to]?.norm === ",")
    return Infinity;
  if (!isBefore && cue.id === "says" && isSubjectAfter(document, hit, cue)) return Infinity;
  const [from, to] = isBefore ? [hit.to, cue.from] : [cue.to, hit.from];
  // A long title between the verb and the name: "повідомив командувач угруповання «Таврія» Тарнавський".
  const isTitled = !isBefore && document.language.freeOrder && hit.family === "speaker";
  if (isTitled && isOblique(document, hit, cue)) return Infinity;
  let cost = isTitled ? Math.ceil((to - from) / 2) - titleBonus : to - from;
  for (let at = from; at < to; at++) {
    const norm = document.tokens[at]?.norm;
    if (norm === '"') cost += isTitled ? 0 : 2;
    if (norm === "," && cue.id !== "accordingTo") cost += isBefore ? 0 : 2;
    // "За даними слідства, військові рф": who is cited stands before the comma.
    if (norm === "," && cue.id === "accordingTo" && document.language.freeOrder) cost += citedComma;
  }
  if (!isBefore && cue.id === "says") cost += 1;
  if (isBefore && cue.id === "accordingTo") return Infinity;
  return cost;
}

/** "Leaders of the region in southern Ukraine say": a country after a word of where says nothing. */
function isLand(sentence: Sentence, hit: Hit): boolean {
  if (hit.family !== "party" && hit.family !== "metonym") return false;
  return hitsOf(sentence, "in").some(
    (cue) => cue.family === "cue" && cue.to <= hit.from && hit.from - cue.to <= 1,
  );
}

/** "В Ірані загинули": a country after a word of where says nothing. */
function isWhere(sentence: Sentence, hit: Hit): boolean {
  // "12 обстрелов со стороны ВСУ, сообщил губернатор": who did it does not tell it.
  if (hitsOf(sentence, "by").some((cue) => cue.to === hit.from)) return true;
  if (hit.family !== "party" && hit.family !== "metonym") return false;
  return hitsOf(sentence, "in").some((cue) => cue.to === hit.from && cue.family === "cue");
}

/** "За даними Мережі лікарів Судану": the country ends the name of a body that no table holds. */
function isOfCited(document: Document, sentence: Sentence, hit: Hit, cue: Hit): boolean {
  if (cue.id !== "accordingTo" || (hit.family !== "party" && hit.family !== "metonym") || hit.from <= cue.to)
    return false;
  return (
    document.tokens[cue.to]?.capital === true &&
    !sentence.hits.some(
      (other) => other.from === cue.to && other.family !== "thing" && other.family !== "act",
    )
  );
}

const citedComma = 6;
/** The name after an office outweighs it. */
const titleBonus = 1;
const stemLength = 4;

/** "Объявил Пригожина предателем": a name in another case than the nominative is told of, it does not tell. */
function isOblique(document: Document, hit: Hit, cue: Hit): boolean {
  const row = speakerById(hit.id);
  const { tag } = document.language;
  if (cue.id !== "says" || row?.kind !== "person" || (tag !== "uk" && tag !== "ru")) return false;
  const nominative = row.forms[tag][0]?.split(" ").at(-1) ?? "";
  const word = document.tokens[hit.to - 1]?.norm ?? "";
  return word !== nominative && word.slice(0, stemLength) === nominative.slice(0, stemLength);
}

/** "The army said Hamas fired": a party after the verb is the subject of what is said, unless the order is turned (", said Hamas."). */
function isSubjectAfter(document: Document, hit: Hit, cue: Hit): boolean {
  if (hit.family !== "party" && hit.family !== "metonym") return false;
  if (hit.from - cue.to > turnedReach && !document.language.freeOrder) return true;
  const before = document.tokens[cue.from - 1]?.norm ?? "";
  return before !== "," && before !== '"' && before !== "–";
}

/** ", said the Hamas-run ministry". */
const turnedReach = 1;

/** "Ten killed in Kherson, officials say" has a cue; "Kyiv: 10 drones downed" and "ISW: ..." have a colon. */
function headlineVoice(context: VoiceContext, sentence: Sentence): Voice | null {
  const { tokens } = context.document;
  for (const hit of sentence.hits) {
    if (hit.from > sentence.from + 3) break;
    if (hit.family !== "speaker" && hit.family !== "office") continue;
    if (tokens[hit.to]?.norm === ":") return voiceOf(context, sentence, hit);
  }
  const end = hitsOfFamilies(sentence, ["speaker", "office"]).find(
    (hit) =>
      hit.to >= sentence.to - 1 && [":", "–", "-"].includes(tokens[ownedFrom(sentence, hit) - 1]?.norm ?? ""),
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

/** Where the name of an office begins: at its party's, if one stands right before it ("Russian state media"). */
function ownedFrom(sentence: Sentence, office: Hit): number {
  const owner = hitsOfFamilies(sentence, ["party", "metonym"]).find((hit) => hit.to === office.from);
  return owner?.from ?? office.from;
}

/** "Russia fires 120 missiles - Ukraine", "Two killed in shelling: Kyiv": in a headline the party after the last mark tells it. */
function partyAtEnd({ tokens }: Document, sentence: Sentence): Hit | undefined {
  if (!sentence.isTitle) return undefined;
  return sentence.hits.find((hit) => {
    if ((hit.family !== "party" && hit.family !== "metonym") || hit.to !== sentence.to) return false;
    const mark = tokens[hit.from - 1];
    return mark?.norm === ":" || mark?.norm === "–" || (mark?.norm === "-" && !mark.glued);
  });
}

function pronounVoice(context: VoiceContext, sentence: Sentence, cues: readonly Hit[]): Voice | null {
  if (context.last === null) return null;
  for (const cue of cues) {
    const pronoun = hitsOf(sentence, "pronoun").find(
      (hit) => Math.abs(hit.to - cue.from) <= 1 || hit.from === cue.to,
    );
    if (pronoun !== undefined) return { speaker: context.last, from: pronoun.from, to: pronoun.to };
  }
  return null;
}

/** "Росія це заперечує; її Міноборони заявило": a body that is usually one's own, where a pronoun makes it another's. Null: it is the usual one. */
function othersOffice(
  { document }: VoiceContext,
  sentence: Sentence,
  hit: Hit,
  row: SpeakerRow,
): Speaker | null {
  const meant = row.kind === "body" ? partyOfPronoun(document, sentence, hit) : null;
  const noun = hitsOfFamily(sentence, "office").find((other) => other.from === hit.from);
  const office = noun === undefined ? undefined : document.language.speakers[Number(noun.id)];
  if (meant === null || meant === row.side || office === undefined) return null;
  return { name: officeName(office.name, meant), side: meant };
}

function voiceOf(context: VoiceContext, sentence: Sentence, hit: Hit): Voice | null {
  const span = { from: hit.from, to: hit.to };
  if (hit.family === "speaker") {
    if (hitsOf(sentence, "attachedTo").some((other) => other.to === hit.from)) return null;
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
