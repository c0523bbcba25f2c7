import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import { countryOf, placeByCode } from "../reference/places.ts";
import type { Carry } from "./carry.ts";
import {
  beginItem,
  beginParagraph,
  beginReminder,
  carryOn,
  headingOf,
  noPlaces,
  skyPlacesOf,
} from "./carry.ts";
import type { Scene, Setting } from "./claim.ts";
import type { DateMention } from "./dates/date-mention.ts";
import { readDates } from "./dates/dates.ts";
import { withoutFarewells } from "./dates/farewells.ts";
import { leadDay } from "./dates/lead-day.ts";
import { withRelativeDays } from "./dates/relative-days.ts";
import { withToldStretches } from "./dates/told-stretches.ts";
import { readNumbers } from "./numbers/numbers.ts";
import { withOpeners } from "./places/clause-places.ts";
import { withJoints } from "./places/listed-lands.ts";
import { newLandmarks } from "./places/landmarks.ts";
import { withNameless } from "./places/nameless-places.ts";
import { newOpening, regionOf } from "./places/opening-region.ts";
import type { PlaceMention } from "./places/place-mention.ts";
import { inOfficePlaces, withListedTowns, withNamedVillage, withSkyRegions } from "./places/places-around.ts";
import { readPlaces } from "./places/places.ts";
import { readOrigins } from "./places/named-place.ts";
import { homeOfSource } from "./places/source-home.ts";
import { titlesPlaced } from "./places/placed-titles.ts";
import { readSoils } from "./places/soil.ts";
import { rebelsOf } from "./profile.ts";
import { campaignOf } from "./scope/campaign.ts";
import { localSideOf } from "./sides/local-side.ts";
import { isDigest } from "./text/digests.ts";
import type { Document, Sentence } from "./text/document.ts";
import { beginsReminder } from "./text/reminders.ts";
import { startsItem } from "./text/list-rows.ts";
import { countThings } from "./things/things.ts";
import { namedIn } from "./voices/named-before.ts";
import { voicesOf } from "./voices/part-voices.ts";
import { voiceQuotes } from "./voices/quotes.ts";
import type { Voice } from "./voices/voice.ts";
import { isOfLaterClause } from "./voices/teller.ts";
import { strangerTells } from "./voices/strangers.ts";
import { isMereDenial, tellingCues } from "./voices/telling-cues.ts";
import { readVoice } from "./voices/speakers.ts";
import { withWholeVoice } from "./voices/whole-voice.ts";
import { itemAt } from "./text/item-at.ts";

/** Reads every sentence's numbers, dates, places and speaker, and carries on what the next ones lean on. */
export function readSettings(scene: Scene): Setting[] {
  const isOfRows = isDigest(scene.document);
  const dates = scene.document.sentences.map((sentence) =>
    // "Your Tuesday Briefing": its own day, and of nothing that it tells.
    (sentence.isTitle && sentence.hits.has.bulletin && !scene.document.language.freeOrder) ||
    (isOfRows && sentence.index === 0)
      ? []
      : withoutFarewells(sentence, readDates(scene.document, sentence, scene.today)),
  );
  const lead = isOfRows ? null : leadDay(scene, dates);
  const home = homeOfSource(scene.document);
  const carry: Carry = {
    paragraph: -1,
    speaker: null,
    last: null,
    before: null,
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
    landmarks: newLandmarks(home),
    day: lead,
    isDayOld: false,
    isDigest: isOfRows,
    isReminder: false,
    named: [],
    stated: null,
    toldOn: null,
    leadDay: lead,
    heading: null,
    headed: -1,
    window: null,
    stretch: null,
    windowIn: -1,
    isWindowOfItem: false,
    campaign: campaignOf(scene, dates),
    titleMonth: null,
    month: null,
    dayIn: -1,
    since: null,
  };
  const settings = scene.document.sentences.map((sentence, at) =>
    settingOf(scene, { sentence, dates: dates[at] ?? [], home }, carry),
  );
  return withWholeVoice(
    scene,
    voiceQuotes(
      scene.document,
      titlesPlaced(withNamedVillage(withSkyRegions(scene, withListedTowns(scene, settings)))),
    ),
  ).map(inOfficePlaces);
}

interface Dated {
  readonly sentence: Sentence;
  readonly dates: readonly DateMention[];
  readonly home: readonly PlaceCode[];
}

/** What the sentence states, days told by other days and stretches counted back from the telling included. */
function datesOf({ document, today }: Scene, dated: Dated, carry: Carry): readonly DateMention[] {
  const dates = withRelativeDays(document, dated.sentence, dated.dates, carry.stated ?? carry.toldOn);
  return withToldStretches(dated.sentence, dates, today, carry.stretch);
}

/** "The Kyiv mayor said": a place within the words for who speaks is none of what they tell. */
function outsideVoice(places: PlaceMention[], voice: Voice | null): PlaceMention[] {
  if (voice === null) return places;
  return places.filter(
    (place) =>
      place.from < voice.from || place.from > voice.to || (place.from === voice.to && place.isLocated),
  );
}

/** The places told last in the paragraph of an English sentence: "the regional governor" is of that region. */
function placesNear({ document }: Scene, { paragraph }: Sentence, carry: Carry): readonly PlaceCode[] {
  if (document.language.freeOrder) return noPlaces;
  return itemAt(document.sentences, carry.placedIn)?.paragraph === paragraph ? carry.places : noPlaces;
}

/** The land whose region or town was told last. Null: none was, or a whole land. */
function storyLand([place]: readonly PlaceCode[]): Party | null {
  return place === undefined || countryOf(place) === place ? null : countryOf(place);
}

/** The places of the title, or the one region that the first sentence of a post names, while nothing else has been told. */
function reportPlaces({ document }: Scene, carry: Carry): readonly PlaceCode[] {
  if (carry.titlePlaces.length > 0)
    return carry.places.join() === carry.titlePlaces.join() ? carry.titlePlaces : noPlaces;
  if (document.report.title !== "" || carry.placedIn !== 0) return noPlaces;
  const regions = carry.places.filter((code) => placeByCode(code)?.kind === "region");
  return regions.length === 1 ? regions : noPlaces;
}

/** What one sentence states, with what those before it leave to it; `carry` then holds what it leaves to the next. */
function settingOf(scene: Scene, dated: Dated, carry: Carry): Setting {
  const { document, profile } = scene;
  const { sentence } = dated;
  if (sentence.paragraph !== carry.paragraph) beginParagraph(document, sentence, carry);
  if (startsItem(document, sentence)) beginItem(carry);
  if (beginsReminder(sentence)) beginReminder(carry);
  const numbers = readNumbers(document, sentence);
  const dates = datesOf(scene, dated, carry);
  const allPlaces = readPlaces(document, sentence, {
    home: countryOf(carry.places[0] ?? profile.places[0] ?? "") ?? document.language.home,
    story: storyLand(carry.places),
  });
  const localSide = localSideOf(scene, sentence, allPlaces, placesNear(scene, sentence, carry));
  const { last, named: people } = carry;
  const context = { document, localSide, last, rebels: rebelsOf(profile), named: people };
  const voice = readVoice(context, sentence) ?? remarksOf(document, sentence, carry);
  const named = outsideVoice(allPlaces, voice);
  const all = withNameless(document, sentence, named, { landmarks: carry.landmarks, here: carry.places });
  const places = withOpeners({ document, sentence, numbers }, withJoints(document, sentence, all));
  const voices = voicesOf(context, sentence);
  const isNews = named.length > 0 && dates.some((date) => date.kind === "day");
  passSpeaker(document, sentence, { voice, voices, isNews }, carry);
  const setting: Setting = {
    sentence,
    numbers,
    counted: countThings(document, sentence, numbers),
    dates,
    places,
    soils: places.length === 0 || document.language.freeOrder ? readSoils(document, sentence) : [],
    voice,
    voices,
    speaker: voice === null || isOfLaterPart(voice, voices) ? carry.speaker : voice.speaker,
    openingRegion: document.language.freeOrder ? regionOf(carry.opening) : null,
    homePlaces: dated.home,
    carriedPlaces: carry.places,
    reportPlaces: reportPlaces(scene, carry),
    headPlaces: carry.isItem && !carry.isItemPlaced && carry.headPlaces.length > 0 ? carry.headPlaces : null,
    carriedAxes: carry.axesIn === sentence.paragraph || sentence.hits.has.frontWord ? carry.axes : noPlaces,
    skyPlaces: skyPlacesOf(document, sentence, carry),
    carriedDay: carry.day,
    isReminder: carry.isReminder,
    carriedWindow: carry.window,
    windowIn: carry.windowIn,
    campaign: carry.campaign,
    reportMonth: carry.dayIn === sentence.paragraph ? null : carry.month,
    carriedSince: carry.since,
    heading: headingOf(document, sentence, carry),
    origins: readOrigins(document, sentence),
  };
  carry.named.push(...namedIn(context, sentence));
  carryOn(scene, setting, carry);
  return setting;
}

interface Speaking {
  readonly voice: Voice | null;
  readonly voices: Setting["voices"];
  /** Whether the sentence tells of a place and a day of its own. */
  readonly isNews: boolean;
}

/** Who speaks in the sentences that name nobody, once this one is read. */
function passSpeaker(
  document: Document,
  sentence: Sentence,
  { voice, voices, isNews }: Speaking,
  carry: Carry,
): void {
  if (voice === null) {
    // What somebody tells whom no table holds is no news of the outlet's own.
    const isTold = document.language.freeOrder && tellingCues(document, sentence).length > 0;
    if (strangerTells(document, sentence) || (isNews && !isTold)) carry.speaker = null;
    return;
  }
  carry.last = voice.speaker;
  if (isOfLaterPart(voice, voices)) return;
  // "Russia fired 36 missiles, but officials say they expect more": the outlet goes on where it told the deed itself.
  const [deed] = sentence.hits.of.act;
  if (deed !== undefined && deed.to <= voice.from && isOfLaterClause(sentence, voice, deed.to)) {
    carry.speaker = null;
    return;
  }
  // Who only denies something is not who tells what follows.
  carry.speaker = isMereDenial(sentence) ? null : voice.speaker;
}

/** "Другие заявления на саммите:" over a list, below a line that tells who spoke: the remarks are theirs. */
function remarksOf({ tokens }: Document, { from, to, hits }: Sentence, { before }: Carry): Voice | null {
  const isHeading = hits.has.remarks && tokens[to - 1]?.norm === ":";
  return isHeading && before !== null ? { speaker: before, from, to: from } : null;
}

/** "Выпустил 80 ракет; первая волна, по оценке ЦАХАЛ, насчитывала 40": who speaks in a later part tells of no more than that. */
function isOfLaterPart(voice: Voice, voices: Setting["voices"]): boolean {
  const [first, second] = voices;
  return first?.voice === null && second !== undefined && voice.from >= second.from;
}
