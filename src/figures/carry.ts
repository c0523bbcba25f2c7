import type { PlaceCode } from "../model/place.ts";
import type { Speaker } from "../model/speaker.ts";
import { countryOf, parentOf, placeByCode } from "../reference/places.ts";
import type { Scene, Setting } from "./claim.ts";
import type { DateMention } from "./dates/date-mention.ts";
import { isLongAgo, statedDay, tellsOfDeed } from "./dates/lead-day.ts";
import { isHeadline, titleClause, titleRegion } from "./places/title-places.ts";
import { codesOf } from "./places/listed-lands.ts";
import type { Landmarks } from "./places/landmarks.ts";
import { passLandmarks } from "./places/landmarks.ts";
import type { Opening } from "./places/opening-region.ts";
import { addToOpening } from "./places/opening-region.ts";
import type { PlaceMention } from "./places/place-mention.ts";
import { orderPlaces } from "./places/place-order.ts";
import { isOfTalks } from "./places/places.ts";
import type { Document, Sentence } from "./text/document.ts";
import type { NamedSpeaker } from "./voices/voice.ts";
import { startsItem, startsLine } from "./text/list-rows.ts";
import { lastOf } from "./text/last-of.ts";

/** What the sentences read so far leave to those after them. */
export interface Carry {
  paragraph: number;
  speaker: Speaker | null;
  last: Speaker | null;
  /** Who has been named with an office so far. */
  readonly named: NamedSpeaker[];
  /** Who spoke at the end of the paragraph before: a list below it is theirs. */
  before: Speaker | null;
  places: readonly PlaceCode[];
  /** The sentence that named them. */
  placedIn: number;
  headPlaces: readonly PlaceCode[];
  /** Whether the sentence stands in a row of a list, and whether the row has stated a place. */
  isItem: boolean;
  isItemPlaced: boolean;
  /** Who speaks over the list. */
  headSpeaker: Speaker | null;
  axes: readonly PlaceCode[];
  /** The paragraph that the axes were named in. */
  axesIn: number;
  titlePlaces: readonly PlaceCode[];
  /** Where the opening's first place is: what a new paragraph goes back to where the title names none. */
  leadPlaces: readonly PlaceCode[];
  readonly opening: Opening;
  /** What "the city", "the region" and such nouns without a name mean. */
  readonly landmarks: Landmarks;
  day: string | null;
  /** Whether that day is long past: the background that a paragraph tells, not what the report goes on with. */
  isDayOld: boolean;
  /** Whether the rows of its lists are news of their own. */
  readonly isDigest: boolean;
  /** Whether the paragraph has gone on to remind of older news. */
  isReminder: boolean;
  /** The day that was stated last, for "that night". */
  stated: string | null;
  /** The day of the telling that was stated last: "that night" is meant by it where no other was stated. */
  toldOn: string | null;
  readonly leadDay: string | null;
  heading: Setting | null;
  /** The paragraph whose lines stand under the heading; -1: none. */
  headed: number;
  window: DateMention | null;
  /** The stretch that the report stated last by its days. */
  stretch: DateMention | null;
  /** The sentence that told the stretch. */
  windowIn: number;
  /** Whether a row of a list told it: the next row has a time of its own. */
  isWindowOfItem: boolean;
  /** The fight of some days up to now that the opening tells of; null: none. */
  readonly campaign: DateMention | null;
  /** The month that the title names; null: none. */
  titleMonth: string | null;
  /** The month that both the title and the first sentence name: the whole report is about it; null: none. */
  month: string | null;
  /** The paragraph that last told a day of its own; -1: none. */
  dayIn: number;
  /** "Since October 8" of the sentence right before, in the same paragraph. */
  since: DateMention | null;
}

/** So many sentences are the opening of a report. */
export const leadingSettings = 3;

const skyReach = 2;
/** So short are the items of feeds: what they tell of is where their title says. */
const itemSentences = 5;
const postSentences = 10;

/** A short post without a title is about one place, if it names no other. */
function isPost(title: string, sentences: number): boolean {
  return title === "" && sentences <= postSentences;
}

/** "Drones target Kyiv. Ukraine said that it had downed 20": what a headline aims at a town its opening counts; "На Южно-Донецком направлении отражена атака. Сбиты 3 ракеты": what an army tells right after a place was over it; of a whole country nothing is known. */
export function skyPlacesOf(
  { report, language, sentences }: Document,
  sentence: Sentence,
  carry: Carry,
): readonly PlaceCode[] {
  if (!language.freeOrder)
    return sentence.index <= skyReach
      ? carry.titlePlaces.filter(
          (code) =>
            kindOf(code) === "town" || (sentences.length <= itemSentences && countryOf(code) === code),
        )
      : noPlaces;
  if (report.source.side === null && !isPost(report.title, sentences.length)) return noPlaces;
  if (sentence.index - carry.placedIn > skyReach) return noPlaces;
  const [only, holder, ...others] = carry.places;
  if (only === undefined || countryOf(only) === only) return noPlaces;
  // "В районе Лотаревки Курской области": a town and its region are one.
  const isOne =
    holder === undefined ||
    (kindOf(only) === "town" && kindOf(holder) === "region" && countryOf(only) === countryOf(holder));
  return isOne && others.length === 0 ? carry.places : noPlaces;
}

function kindOf(code: PlaceCode): string {
  return placeByCode(code)?.kind ?? "town";
}

/** What a new paragraph goes back to. */
export function beginParagraph(document: Document, sentence: Sentence, carry: Carry): void {
  carry.paragraph = sentence.paragraph;
  carry.isReminder = false;
  carry.since = null;
  carry.before = document.language.freeOrder ? carry.speaker : null;
  carry.speaker = null;
  const goesOn = isPost(document.report.title, document.sentences.length) && !startsItem(document, sentence);
  if (carry.titlePlaces.length > 0 || (document.report.source.side === null && !goesOn))
    carry.places =
      carry.titlePlaces.length > 0 || document.language.freeOrder ? carry.titlePlaces : carry.leadPlaces;
  // "Подразделения группировки «Запад»": another part of the front than the one told of before.
  if (sentence.hits.has.armyGroup) carry.places = noPlaces;
  const [town, ...others] = carry.titlePlaces.filter((code) => placeByCode(code)?.kind === "town");
  if (town !== undefined && others.length === 0) carry.landmarks.town = town;
  carry.day = carry.leadDay ?? (carry.isDayOld ? null : carry.day);
}

/** "Нагадаємо, раніше росіяни обстріляли Суми": what a report reminds of is nobody's word of now, and of no day that it tells. */
export function beginReminder(carry: Carry): void {
  carry.isReminder = true;
  carry.speaker = null;
  carry.day = null;
  carry.window = null;
}

/** What a new row of a list goes back to: who speaks in one row does not in the next, who stands over the list speaks in all. */
export function beginItem(carry: Carry): void {
  carry.headSpeaker = carry.isItem ? carry.headSpeaker : (carry.speaker ?? carry.before);
  carry.speaker = carry.headSpeaker;
  if (carry.isWindowOfItem) carry.window = null;
  carry.isWindowOfItem = false;
  carry.isItem = true;
  carry.isItemPlaced = false;
  if (carry.isDigest) carry.day = null;
}

/** Keeps what the sentences after this one lean on. */
export function carryOn({ document, today }: Scene, setting: Setting, carry: Carry): void {
  const { sentence, dates, places } = setting;
  carry.since = dates.find((date) => date.kind === "since") ?? null;
  const stretch = lastOf(dates, (date) => date.kind === "window") ?? null;
  carry.stretch = dates.find((date) => date.kind === "window" && date.days === undefined) ?? carry.stretch;
  if (stretch !== null && sentence.index < summarySentences) {
    carry.window = stretch;
    carry.windowIn = sentence.index;
    carry.isWindowOfItem = carry.isItem;
  } else if (dates.some((date) => date.kind === "day" || date.kind === "night")) carry.window = null;
  carryMonth(carry, setting);
  if (document.tokens[sentence.to - 1]?.norm === ":") carry.heading = setting;
  carryPlaces(carry, document, sentence, places);
  passLandmarks(carry.landmarks, places);
  carrySoil(carry, setting);
  if (sentence.index < leadingSettings) addToOpening(carry.opening, places);
  // "За добу" says no other day than the one told of.
  const own =
    carry.day === null || dates.length === 0 ? dates : dates.filter((date) => date.isPastDay !== true);
  carry.toldOn = dates.find((date) => date.kind === "day" && date.isPastDay !== true)?.value ?? carry.toldOn;
  const day = statedDay(document, sentence, own);
  if (day !== null && (today === null || day <= today.toString())) {
    carry.day = day;
    carry.isDayOld = isLongAgo(today, day);
    // "Kyiv held a day of mourning on Wednesday. In Odesa, attacked the same night, …": a day of no deed is not meant.
    if (carry.stated === null || tellsOfDeed(sentence)) carry.stated = day;
  }
}

/** "Casualties in July" over "July saw the highest number": a report of a month, until a paragraph tells a day of it. */
function carryMonth(carry: Carry, { sentence, dates }: Setting): void {
  const month = dates.find((date) => date.kind === "month")?.value ?? null;
  if (sentence.isTitle) carry.titleMonth = month;
  else if (sentence.index <= 1) carry.month = month === carry.titleMonth ? month : null;
  else if (dates.some((date) => date.kind === "day" || date.kind === "night"))
    carry.dayIn = sentence.paragraph;
}

/** What the places of a sentence are to the sentences after it. */
function carryPlaces(
  carry: Carry,
  document: Document,
  sentence: Sentence,
  places: readonly PlaceMention[],
): void {
  if (places.length === 0) {
    if (sentence.isTitle) carry.titlePlaces = noPlaces;
    return;
  }
  const happened = places.filter((place) => !isOfTalks(sentence, place));
  // "Повідомила Харківська ОВА": whose office tells is where it happened only if nothing narrower was told.
  const isTold = carry.places.some((code) => countryOf(code) !== code);
  const first = sentence.isTitle ? titleClause(sentence, happened) : happened;
  const lasting = (isTold ? first.filter((place) => !place.isDomain) : first).filter(
    (place) => !isOfPart(sentence, place),
  );
  // "На горловском 9 обстрелов": a row of axes is no place of what is told after them.
  const own = sentence.hits.has.frontWord ? lasting : lasting.filter((place) => !place.isDirection);
  const narrow = regionsOfDistricts(own) ?? codesOf(own);
  // "Группировка «Юг» освободила Илинку": one place of many where that group fights.
  const isOfGroup = sentence.hits.has.armyGroup && sentence.hits.has.capture;
  if (narrow.length > 0 && !isOfGroup && !isWiderOnly(narrow, carry.places)) {
    carry.places = narrow;
    carry.placedIn = sentence.index;
  }
  const axes = places
    .filter((place) => place.isDirection && !isOfPart(sentence, place))
    .map((place) => place.code);
  if (axes.length > 0) {
    carry.axes = orderPlaces(axes);
    carry.axesIn = sentence.paragraph;
  }
  if (narrow.length > 0 && !carry.isItem) carry.headPlaces = narrow;
  if (narrow.length > 0) carry.isItemPlaced = true;
  // "Київ: 19 загиблих. Головне на вечір": what a title adds without a place takes none away.
  if (sentence.isTitle)
    carry.titlePlaces = narrow.length > 0 ? (titleRegion(sentence, places) ?? narrow) : carry.titlePlaces;
  else if (sentence.index === 0 && isHeadline(document, sentence)) carry.titlePlaces = narrow;
  else if (sentence.index <= leadingSettings && carry.leadPlaces.length === 0)
    carry.leadPlaces = narrow.filter((code) => countryOf(code) !== code);
}

/** "По Куп'янському, Чугуївському та Харківському районах": over several districts the story goes on in their region. Null: no such list. */
function regionsOfDistricts(places: readonly PlaceMention[]): PlaceCode[] | null {
  const districts = places.filter((place) => place.isDistrict);
  if (districts.length < 2 || places.some((place) => !place.isDistrict && kindOf(place.code) !== "region"))
    return null;
  return [...new Set(places.map(({ code }) => (kindOf(code) === "town" ? (parentOf(code) ?? code) : code)))];
}

const partReach = 3;

/** "165 clashes, 48 of them in the Pokrovsk sector": where a part was is not where the story goes on. */
function isOfPart(sentence: Sentence, place: PlaceMention): boolean {
  return sentence.hits.of.ofThem.some((cue) => cue.to <= place.from && place.from - cue.to <= partReach);
}

/** "Ukraine attacked four Russian air bases": after places of another land, or none, that land is where the story goes on. */
function carrySoil(carry: Carry, { soils, sentence, places }: Setting): void {
  const [soil] = soils;
  if (soil === undefined || places.length > 0 || carry.places.some((code) => countryOf(code) === soil.party))
    return;
  carry.places = [soil.party];
  carry.placedIn = sentence.index;
  if (sentence.isTitle) carry.titlePlaces = carry.places;
}

/** No places at all. */
export const noPlaces: readonly PlaceCode[] = [];

/** "The deadliest attack in Ukraine this year": a country named after a town of it is not where the story goes on. */
function isWiderOnly(places: readonly PlaceCode[], before: readonly PlaceCode[]): boolean {
  return (
    places.every((code) => countryOf(code) === code) &&
    before.some((code) => countryOf(code) !== code && places.includes(countryOf(code) ?? ""))
  );
}

/** A line of a list goes on under its heading: it begins with a mark or a number, or has a label and a dash. */
export function headingOf(document: Document, sentence: Sentence, carry: Carry): Setting | null {
  const { heading } = carry;
  if (heading === null) return null;
  const first = document.tokens[sentence.from];
  const isNext = heading.sentence.index === sentence.index - 1;
  const isLine = carry.headed === sentence.paragraph && startsLine(document, sentence);
  if (!isNext && !isLine && first?.kind === "word" && sentence.paragraph !== heading.sentence.paragraph)
    carry.heading = null;
  if (carry.heading !== null && (isNext || isLine)) carry.headed = sentence.paragraph;
  return carry.heading;
}

/** A summary states its stretch at once; only bodies that report for a party write such. */
const summarySentences = 4;
