import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import type { Speaker } from "../model/speaker.ts";
import { countryOf, placeByCode } from "../reference/places.ts";
import type { Scene, Setting } from "./claim.ts";
import type { DateMention } from "./dates/date-mention.ts";
import type { Profile } from "./profile.ts";
import { readDates } from "./dates/dates.ts";
import { leadDay, statedDay, tellsOfDeed } from "./dates/lead-day.ts";
import type { Document, Sentence } from "./text/document.ts";
import { hasConcept } from "./text/document.ts";
import type { PlaceMention } from "./places/place-mention.ts";
import { readNumbers } from "./numbers/numbers.ts";
import type { Opening } from "./places/opening-region.ts";
import { addToOpening, newOpening, regionOf } from "./places/opening-region.ts";
import { startsItem, startsLine } from "./text/list-rows.ts";
import { orderPlaces } from "./places/place-order.ts";
import { inOfficePlaces, withListedTowns } from "./places/places-around.ts";
import { isOfTalks, readOrigins, readPlaces } from "./places/places.ts";
import type { VoiceContext } from "./voices/speakers.ts";
import { isMereDenial, readVoice } from "./voices/speakers.ts";
import { voiceQuotes } from "./voices/quotes.ts";
import { readSoils } from "./places/soil.ts";
import { withWholeVoice } from "./voices/whole-voice.ts";
import { countThings } from "./things/things.ts";
import { hitsOf, hitsOfAny, hitsOfFamily, indexed } from "./text/sentence-hits.ts";

interface Carry {
  paragraph: number;
  speaker: Speaker | null;
  last: Speaker | null;
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
  day: string | null;
  /** The day that was stated last, for "that night". */
  stated: string | null;
  readonly leadDay: string | null;
  heading: Setting | null;
  /** The paragraph whose lines stand under the heading; -1: none. */
  headed: number;
  window: DateMention | null;
}

/** Reads every sentence's numbers, dates, places and speaker, and carries on what the next ones lean on. */
export function readSettings(scene: Scene): Setting[] {
  const dates = scene.document.sentences.map((sentence) =>
    // "Your Tuesday Briefing": its own day, and of nothing that it tells.
    sentence.isTitle && hasConcept(sentence, "bulletin") && !scene.document.language.freeOrder
      ? []
      : readDates(scene.document, sentence, scene.today),
  );
  const lead = leadDay(scene, dates);
  const carry: Carry = {
    paragraph: -1,
    speaker: null,
    last: null,
    places: [],
    placedIn: -1,
    headPlaces: [],
    isItem: false,
    isItemPlaced: false,
    headSpeaker: null,
    axes: [],
    axesIn: -1,
    titlePlaces: [],
    leadPlaces: [],
    opening: newOpening(),
    day: lead,
    stated: null,
    leadDay: lead,
    heading: null,
    headed: -1,
    window: null,
  };
  const settings = scene.document.sentences.map((sentence, at) =>
    settingOf(scene, { sentence, dates: dates[at] ?? [] }, carry),
  );
  return withWholeVoice(
    scene,
    voiceQuotes(scene.document, titlesPlaced(withListedTowns(scene, settings))),
  ).map(inOfficePlaces);
}

const leadingSettings = 3;

/** A title that states no place, or a country only, happened where the lead says. */
function titlesPlaced(settings: readonly Setting[]): Setting[] {
  const lead = settings
    .filter((setting) => !setting.sentence.isTitle)
    .slice(0, leadingSettings)
    .map(({ sentence, places }) =>
      orderPlaces(places.filter((place) => !isOfTalks(sentence, place)).map((place) => place.code)),
    )
    .find((places) => places.length > 0);
  if (lead === undefined) return [...settings];
  return settings.map((setting) =>
    setting.sentence.isTitle && setting.carriedPlaces.length === 0
      ? { ...setting, carriedPlaces: lead }
      : setting,
  );
}

interface Dated {
  readonly sentence: Sentence;
  readonly dates: readonly DateMention[];
}

function settingOf(scene: Scene, dated: Dated, carry: Carry): Setting {
  const { document, profile } = scene;
  const { sentence } = dated;
  if (sentence.paragraph !== carry.paragraph) beginParagraph(document, sentence, carry);
  if (startsItem(document, sentence)) {
    // Who speaks in one row of a list does not in the next; who stands over the list speaks in all.
    carry.headSpeaker = carry.isItem ? carry.headSpeaker : carry.speaker;
    carry.speaker = carry.headSpeaker;
    carry.isItem = true;
    carry.isItemPlaced = false;
  }
  const numbers = readNumbers(document, sentence);
  const dates = withSameDay(sentence, dated.dates, carry.stated);
  const allPlaces = readPlaces(
    document,
    sentence,
    countryOf(profile.places[0] ?? "") ?? document.language.home,
  );
  const localSide = localSideOf(scene, sentence, allPlaces);
  const voice = readVoice({ document, localSide, last: carry.last }, sentence);
  const places = allPlaces.filter(
    (place) =>
      voice === null ||
      place.from < voice.from ||
      place.from > voice.to ||
      (place.from === voice.to && place.isLocated),
  );
  if (voice !== null) {
    // Who only denies something is not who tells what follows.
    carry.speaker = isMereDenial(sentence) ? null : voice.speaker;
    carry.last = voice.speaker;
  }
  if (voice === null && places.length > 0 && dates.some((date) => date.kind === "day")) carry.speaker = null;
  const setting: Setting = {
    sentence,
    numbers,
    counted: countThings(document, sentence, numbers),
    dates,
    places,
    soils: places.length === 0 ? readSoils(document, sentence) : [],
    voice,
    voices: voicesOf({ document, localSide, last: carry.last }, sentence),
    speaker: voice?.speaker ?? carry.speaker,
    openingRegion: document.language.freeOrder ? regionOf(carry.opening) : null,
    carriedPlaces: carry.places,
    headPlaces: carry.isItem && !carry.isItemPlaced && carry.headPlaces.length > 0 ? carry.headPlaces : null,
    carriedAxes:
      carry.axesIn === sentence.paragraph || hasConcept(sentence, "frontWord") ? carry.axes : noPlaces,
    skyPlaces: skyPlacesOf(document, sentence, carry),
    carriedDay: carry.day,
    carriedWindow: carry.window,
    heading: headingOf(document, sentence, carry),
    origins: readOrigins(document, sentence),
  };
  carryOn(scene, setting, carry);
  return setting;
}

const skyReach = 2;

/** "Drones target Kyiv. Ukraine said that it had downed 20": what a headline aims at a town its opening counts; "На Южно-Донецком направлении отражена атака. Сбиты 3 ракеты": what an army tells right after a place was over it; of a whole country nothing is known. */
function skyPlacesOf({ report, language }: Document, sentence: Sentence, carry: Carry): readonly PlaceCode[] {
  if (!language.freeOrder)
    return sentence.index <= skyReach
      ? carry.titlePlaces.filter((code) => placeByCode(code)?.kind === "town")
      : noPlaces;
  if (report.source.side === null || sentence.index - carry.placedIn > skyReach) return noPlaces;
  const [only, ...others] = carry.places;
  return only === undefined || others.length > 0 || countryOf(only) === only ? noPlaces : carry.places;
}

function beginParagraph(document: Document, sentence: Sentence, carry: Carry): void {
  carry.paragraph = sentence.paragraph;
  carry.speaker = null;
  if (carry.titlePlaces.length > 0 || document.report.source.side === null)
    carry.places =
      carry.titlePlaces.length > 0 || document.language.freeOrder ? carry.titlePlaces : carry.leadPlaces;
  carry.day = carry.leadDay ?? carry.day;
}

/** Keeps what the sentences after this one lean on. */
function carryOn({ document, today }: Scene, setting: Setting, carry: Carry): void {
  const { sentence, dates, places } = setting;
  const stretch = dates.findLast((date) => date.kind === "window") ?? null;
  if (stretch !== null && sentence.index < summarySentences) carry.window = stretch;
  else if (dates.some((date) => date.kind === "day" || date.kind === "night")) carry.window = null;
  if (document.tokens[sentence.to - 1]?.norm === ":") carry.heading = setting;
  carryPlaces(carry, sentence, places);
  carrySoil(carry, setting);
  if (sentence.index < leadingSettings) addToOpening(carry.opening, places);
  // "За добу" says no other day than the one told of.
  const own = carry.day === null ? dates : dates.filter((date) => date.isPastDay !== true);
  const day = statedDay(document, sentence, own);
  if (day !== null && (today === null || day <= today.toString())) {
    carry.day = day;
    // "Kyiv held a day of mourning on Wednesday. In Odesa, attacked the same night, …": a day of no deed is not meant.
    if (carry.stated === null || tellsOfDeed(sentence)) carry.stated = day;
  }
}

/** What the places of a sentence are to the sentences after it. */
function carryPlaces(carry: Carry, sentence: Sentence, places: readonly PlaceMention[]): void {
  const happened = places.filter((place) => !isOfTalks(sentence, place));
  // "Повідомила Харківська ОВА": whose office tells is where it happened only if nothing narrower was told.
  const isTold = carry.places.some((code) => countryOf(code) !== code);
  const lasting = isTold ? happened.filter((place) => !place.isDomain) : happened;
  // "На горловском 9 обстрелов": a row of axes is no place of what is told after them.
  const own = hasConcept(sentence, "frontWord") ? lasting : lasting.filter((place) => !place.isDirection);
  const narrow = orderPlaces(own.map((place) => place.code));
  if (narrow.length > 0 && !isWiderOnly(narrow, carry.places)) {
    carry.places = narrow;
    carry.placedIn = sentence.index;
  }
  const axes = places.filter((place) => place.isDirection).map((place) => place.code);
  if (axes.length > 0) {
    carry.axes = orderPlaces(axes);
    carry.axesIn = sentence.paragraph;
  }
  if (narrow.length > 0 && !carry.isItem) carry.headPlaces = narrow;
  if (narrow.length > 0) carry.isItemPlaced = true;
  if (sentence.isTitle) carry.titlePlaces = narrow;
  else if (sentence.index <= leadingSettings && carry.leadPlaces.length === 0)
    carry.leadPlaces = narrow.filter((code) => countryOf(code) !== code);
}

/** "Ukraine attacked four Russian air bases": after places of another land, or none, that land is where the story goes on. */
function carrySoil(carry: Carry, { soils, sentence }: Setting): void {
  const [soil] = soils;
  if (soil === undefined || carry.places.some((code) => countryOf(code) === soil.party)) return;
  carry.places = [soil.party];
  carry.placedIn = sentence.index;
  if (sentence.isTitle) carry.titlePlaces = carry.places;
}

const noPlaces: readonly PlaceCode[] = [];

/** "The deadliest attack in Ukraine this year": a country named after a town of it is not where the story goes on. */
function isWiderOnly(places: readonly PlaceCode[], before: readonly PlaceCode[]): boolean {
  return (
    places.every((code) => countryOf(code) === code) &&
    before.some((code) => countryOf(code) !== code && places.includes(countryOf(code) ?? ""))
  );
}

/** "The same day", "that night": the day that was stated last. */
function withSameDay(
  sentence: Sentence,
  dates: readonly DateMention[],
  stated: string | null,
): readonly DateMention[] {
  const word = hitsOf(sentence, "sameDay")[0];
  const isDated = dates.some((date) => date.kind === "day");
  if (word === undefined || stated === null || isDated) return dates;
  return [
    ...dates.filter((date) => date.kind !== "night"),
    { from: word.from, to: word.to, kind: "day", value: stated },
  ];
}

/** The party whose place or people a sentence is about. */
function localSideOf(
  { document, profile }: Scene,
  sentence: Sentence,
  places: readonly PlaceMention[],
): Party | null {
  const { teller, foes } = profile;
  const country = places.map((place) => countryOf(place.code)).find((party) => party !== null) ?? null;
  // "Боевики ВСУ обстреляли Новую Каховку, сообщили в экстренных службах": who writes so lives with those who hold the town.
  const isScorned = hitsOfFamily(sentence, "scorn").some((hit) => hit.id === country);
  if (isScorned && country !== null && foes.includes(country) && teller !== null && teller !== country)
    return teller;
  return (
    country ??
    narrowSide(document, profile) ??
    countryOf(profile.places[0] ?? "") ??
    document.report.source.side
  );
}

/** "Russia bombs a school in Luhansk, official says": the town or region that is named, before a country that may be who attacked. */
function narrowSide(document: Document, { places }: Profile): Party | null {
  if (document.language.freeOrder) return null;
  const narrow = places.find((code) => countryOf(code) !== null && countryOf(code) !== code);
  return narrow === undefined ? null : countryOf(narrow);
}

/** Each part of a sentence between semicolons may have a speaker of its own. */
function voicesOf(context: VoiceContext, sentence: Sentence): Setting["voices"] {
  const cuts = [sentence.from];
  for (let at = sentence.from; at < sentence.to; at++)
    if (context.document.tokens[at]?.norm === ";" || isOtherVoice(context.document, sentence, at))
      cuts.push(at + 1);
  if (cuts.length === 1) return [];
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? sentence.to;
    const hits = indexed(sentence.hits.filter((hit) => hit.from >= from && hit.to <= to));
    return { from, voice: readVoice(context, { ...sentence, from, to, hits }) };
  });
}

/** "The authorities said two were killed, while the mayor said …": a comma, a clause, and words of telling on both sides. */
function isOtherVoice(document: Document, sentence: Sentence, at: number): boolean {
  if (document.language.freeOrder || document.tokens[at]?.norm !== ",") return false;
  if (!hitsOf(sentence, "clause").some((hit) => hit.from === at + 1)) return false;
  const says = hitsOfAny(sentence, ["says", "accordingTo"]);
  return says.some((hit) => hit.to <= at) && says.some((hit) => hit.from > at && hit.from - at <= voiceReach);
}

const voiceReach = 8;

/** A line of a list goes on under its heading: it begins with a mark or a number, or has a label and a dash. */
function headingOf(document: Document, sentence: Sentence, carry: Carry): Setting | null {
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
