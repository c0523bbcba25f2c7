import type { PlaceCode } from "../../model/place.ts";
import { placeByCode } from "../../reference/places.ts";
import { homeOfSource } from "./source-home.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const actOrCue = anyOf("act", "cue");
const attackNouns = anyOf("strike", "attack", "warTime", "airStrike");
const blastOrBuilding = anyOf("explosion", "building");
const inOrFrom = anyOf("in", "from");
const nounsOfAdjectives = anyOf("regionWord", "frontWord", "border", "grid", "armySite");

const officeReach = 3;

const betweenReach = 3;

/** "Near the Ukraine border", "the border with Lebanon": what lies beside it is elsewhere. */
export function isOfBorder(sentence: Sentence, hit: Hit): boolean {
  return sentence.hits.of.border.some(
    (other) =>
      (other.to - other.from === 1 && other.from === hit.to) ||
      (other.to - other.from > 1 && hit.from >= other.to && hit.from - other.to <= betweenReach),
  );
}

/** "Jerusalem explosions", "Kyiv blast", "a Kyiv apartment block": where it blew up or stands. */
export function isBlastAt(document: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    hit.family === "place" &&
    !document.language.freeOrder &&
    placeByCode(hit.id)?.kind !== "country" &&
    !sentence.hits.of.outOf.some((cue) => cue.to <= hit.from && hit.from - cue.to <= 1) &&
    hitsOfAny(sentence, blastOrBuilding).some((other) => other.from === hit.to)
  );
}

/** "Красному Кресту": a word of a speaker's longer name is no town. */
export function isInSpeaker(sentence: Sentence, hit: Hit): boolean {
  return (
    hit.to - hit.from === 1 &&
    sentence.hits.of.speaker.some((other) => other.from === hit.from && other.to > hit.to)
  );
}

/** "Without Mariupol". */
export function isExcepted(sentence: Sentence, hit: Hit): boolean {
  if (!sentence.hits.has.negation) return false;
  const isAfterNo = (at: number): boolean =>
    sentence.hits.of.negation.some((other) => other.to <= at && at - other.to <= officeReach);
  if (isAfterNo(hit.from)) return true;
  // "Без урахування Маріуполя і Волновахи".
  const first = sentence.hits.of.place.find((other) =>
    sentence.hits.of.and.some((and) => and.from === other.to && and.to === hit.from),
  );
  return first !== undefined && isAfterNo(first.from);
}

const instrumental = /(?:ией|иной|ією|їною)$/u;

/** "Нанесенного Россией удара", "завданого Росією удару": a country in the instrumental without a word of where is who did it. */
export function isDoer(document: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    document.language.freeOrder &&
    placeByCode(hit.id)?.kind === "country" &&
    instrumental.test(document.tokens[hit.to - 1]?.norm ?? "") &&
    sentence.hits.of.act.some(
      (act) => act.to === hit.from && passive.test(document.tokens[act.from]?.norm ?? ""),
    )
  );
}

const passive = /(?:нн?(?:ый|ого|ому|ым|ом|ые|ых|ыми|ая|ой|ую|ое|ий|им|ої|ою|у|а|е|і|их|ими)|н[аоы]?)$/u;

/** "Улетели в сторону Беларуси": where lost drones went, and nothing was downed. */
export function isFlownOff(sentence: Sentence, hit: Hit): boolean {
  const side = sentence.hits.of.sideWord.find((word) => word.to === hit.from);
  if (side === undefined) return false;
  const { in: where, suppress } = sentence.hits.of;
  return where.some((cue) => cue.to === side.from && suppress.some((act) => act.to === cue.from));
}

const agreementReach = 6;

/** "The exchange agreed on 16 May in Istanbul": where they agreed on it, not where it is done. */
export function isOfAgreement(sentence: Sentence, hit: Hit): boolean {
  const { hits } = sentence;
  const agreed = sentence.hits.of.agreed.findLast((other) => other.to <= hit.from);
  const at = hitsOfAny(sentence, inOrFrom).find((other) => other.to === hit.from);
  if (agreed === undefined || at === undefined || hit.from - agreed.to > agreementReach) return false;
  return !hits.some(
    (other) =>
      other.from >= agreed.to && other.to <= at.from && (other.family === "thing" || other.family === "act"),
  );
}

const longestAcronym = 4;

/** "In US strikes", "in US operation", "in a US …": an acronym before a noun or after an article tells whose, not where. */
export function isAcronymOfNoun(document: Document, sentence: Sentence, hit: Hit): boolean {
  const [token, next] = [document.tokens[hit.to - 1], document.tokens[hit.to]];
  if (document.language.numerals.articles.includes(itemAt(document.tokens, hit.from - 1)?.norm ?? ""))
    return true;
  if (token === undefined || next?.kind !== "word" || hit.to >= sentence.to) return false;
  if (token.end - token.start > longestAcronym) return false;
  const raw = document.whole.slice(token.start, token.end);
  if (raw !== raw.toUpperCase()) return false;
  const after = sentence.hits.filter((other) => other.from === hit.to);
  return (
    after.length === 0 ||
    after.some((other) => other.family === "thing" || other.family === "topic" || other.id === "attack")
  );
}

const possessive = /['’]s$/u;

/** "In Russia's attack", "in Israel's latest strikes": whose attack it was, not where. */
export function isOwnAttack(document: Document, sentence: Sentence, hit: Hit): boolean {
  const token = document.tokens[hit.to - 1];
  if (token === undefined || document.language.freeOrder) return false;
  const isPossessive = possessive.test(document.whole.slice(token.start, token.end));
  // "In the U.S. weekend strike".
  const before = itemAt(document.tokens, hit.from - 1)?.norm ?? "";
  const isDefinite = before === document.language.plurals?.definite;
  if (!isPossessive && !isDefinite) return false;
  return hitsOfAny(sentence, attackNouns).some((other) => other.from >= hit.to && other.from - hit.to <= 1);
}

const adjectival = /(?:ому|ого)$/u;

/** "Таврійському напрямку", "Покровського району": before such a word the name is an adjective, no village of that form. */
export function isAdjectiveOfRegion(document: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    hit.family === "place" &&
    document.language.freeOrder &&
    adjectival.test(document.tokens[hit.to - 1]?.norm ?? "") &&
    sentence.hits.of.regionWord.some((noun) => noun.from === hit.to)
  );
}

/** "Угруповання «Одеса»", "крейсер «Москва»": alone in quotation marks right after a noun it is something's name. */
export function isNameInQuotes({ tokens, language }: Document, sentence: Sentence, hit: Hit): boolean {
  if (!language.freeOrder || hit.family !== "place") return false;
  const [noun, open, close] = [itemAt(tokens, hit.from - 2), itemAt(tokens, hit.from - 1), tokens[hit.to]];
  return (
    open?.norm === '"' &&
    close?.norm === '"' &&
    hit.from - 2 >= sentence.from &&
    noun?.kind === "word" &&
    !hitsOfAny(sentence, inOrFrom).some((cue) => cue.to === hit.from - 1)
  );
}

/** "Лівобережжі Дніпра", "через Дніпро": beside a word for its banks it is the river. */
export function isRiver(sentence: Sentence, hit: Hit): boolean {
  return sentence.hits.has.riverbank && sentence.hits.of.riverbank.some((bank) => bank.to === hit.from);
}

const linesBack = 6;

/** "На донецком направлении 2 обстрела. На горловском 9 обстрелов": the word for the direction was said in a line before. */
export function isAxisAgain(
  { tokens, sentences, language }: Document,
  sentence: Sentence,
  hit: Hit,
): boolean {
  if (!language.freeOrder || tokens[hit.to]?.kind !== "number" || hit.from - sentence.from > 1) return false;
  if (placeByCode(hit.id)?.kind !== "town") return false;
  return sentences
    .slice(Math.max(0, sentence.index - linesBack), sentence.index)
    .some((line) => line.hits.has.frontWord);
}

/** "45 жителів Дніпра": whose residents they are, told right after them, is no river and nobody's namesake. */
export function isHomeOf({ language }: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    language.freeOrder &&
    hit.family === "place" &&
    placeByCode(hit.id)?.kind === "town" &&
    sentence.hits.of.civilians.some((people) => people.to === hit.from)
  );
}

/** "The Moskva, a cruiser, sank": with an article and no noun after it a town's name is a ship's. */
export function isShip({ tokens, language }: Document, sentence: Sentence, hit: Hit): boolean {
  if (language.plurals === null || hit.to - hit.from > 1 || placeByCode(hit.id)?.kind !== "town")
    return false;
  if (itemAt(tokens, hit.from - 1)?.norm !== language.plurals.definite) return false;
  // "In the Kupiansk direction", "the Sumy border area": a noun follows, though a word of ours.
  const isNoun = hitsOfAny(sentence, nounsOfAdjectives).some((noun) => noun.from === hit.to);
  return (
    tokens[hit.to]?.kind !== "word" ||
    (!isNoun && hitsOfAny(sentence, actOrCue).some((other) => other.from === hit.to))
  );
}

const longestQuarters = 14;
const ofQuarter = /(?:ом|ем|ому|ему|ой|ей|ій|ого|его|ый|ий|ая|им|ым|их|ых)$/u;

/** "В Петровском и Кировском районах Донецка": a district, also in a list of them, whose town follows is a quarter of it; `from`: the token after the name. */
export function isQuarterBefore(document: Document, sentence: Sentence, from: number): boolean {
  const noun = sentence.hits.of.regionWord.find((hit) => hit.from >= from);
  if (noun === undefined || noun.from - from > longestQuarters) return false;
  const isOfTown = sentence.hits.of.place.some(
    (town) => town.from === noun.to && placeByCode(town.id)?.kind === "town",
  );
  if (!isOfTown || !document.language.freeOrder) return isOfTown && noun.from === from;
  // The names of quarters are adjectives: "Светлодарске, Калининском районе Горловки" names a town and a quarter.
  for (let at = from - 1; at < noun.from; at++) {
    const token = document.tokens[at];
    const isListed =
      token?.norm === "," ||
      token?.norm === "-" ||
      (token?.capital === true && ofQuarter.test(token.norm)) ||
      sentence.hits.of.and.some((hit) => hit.from === at);
    if (!isListed) return false;
  }
  return true;
}

/** "Дніпровський район Херсона": quarters of many towns share a name; it is no other town's where only that other one is named. */
export function isQuarterElsewhere(document: Document, sentence: Sentence, hit: Hit): boolean {
  const { sentences } = document;
  // "Дніпровський район": a quarter's name may be a town's adjective, too.
  const quarter =
    hit.family === "placeAdjective"
      ? sentence.hits.of.place.find(({ id, from }) => from === hit.from && placeByCode(id)?.kind === "area")
      : hit;
  const parent = quarter === hit ? (placeByCode(hit.id)?.parent ?? null) : hit.id;
  if (quarter === undefined || parent === null || placeByCode(parent)?.kind !== "town") return false;
  const [title] = sentences;
  const around = title === undefined || title === sentence ? [sentence] : [title, sentence];
  const named = around.flatMap((one) => one.hits.of.place.map(({ id }) => id));
  const isTown = (code: PlaceCode): boolean => placeByCode(code)?.kind === "town";
  // "Міський голова Полтави: удар по Київському району": where none is named, that of who publishes.
  const towns = named.some(isTown) ? named.filter(isTown) : homeOfSource(document).filter(isTown);
  return towns.length > 0 && towns.every((code) => code !== parent);
}

const capitals: ReadonlySet<string> = new Set(["UA-30", "UA-32", "RU-MOW", "RU-MOS"]);
const quarterWord = /^район(?:і|у|ом|е|а)?$/u;

/** "У Київському районі": many towns have a district that is named after a capital, which itself has none of that name. */
export function isQuarterNamedAfter({ language, tokens }: Document, hit: Hit): boolean {
  return (
    language.freeOrder &&
    hit.family === "placeAdjective" &&
    capitals.has(hit.id) &&
    quarterWord.test(tokens[hit.to]?.norm ?? "")
  );
}
