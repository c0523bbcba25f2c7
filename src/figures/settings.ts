import type { PlaceCode } from "../model/place.ts";
import type { Speaker } from "../model/speaker.ts";
import { countryOf } from "../reference/places.ts";
import type { Scene, Setting } from "./claim.ts";
import { readDates } from "./dates.ts";
import type { Document, Sentence } from "./document.ts";
import { readNumbers } from "./numbers.ts";
import { orderPlaces, readPlaces } from "./places.ts";
import type { VoiceContext } from "./speakers.ts";
import { readVoice } from "./speakers.ts";
import { countThings } from "./things.ts";

interface Carry {
  paragraph: number;
  speaker: Speaker | null;
  last: Speaker | null;
  places: readonly PlaceCode[];
  titlePlaces: readonly PlaceCode[];
  day: string | null;
}

/** Reads every sentence's numbers, dates, places and speaker, and carries on what the next ones lean on. */
export function readSettings(scene: Scene): Setting[] {
  const lead = leadDay(scene);
  const carry: Carry = { paragraph: -1, speaker: null, last: null, places: [], titlePlaces: [], day: lead };
  return voiceQuotes(
    scene.document,
    scene.document.sentences.map((sentence) => settingOf(scene, sentence, carry)),
  );
}

function settingOf(scene: Scene, sentence: Sentence, carry: Carry): Setting {
  const { document, profile, today } = scene;
  if (sentence.paragraph !== carry.paragraph) {
    carry.paragraph = sentence.paragraph;
    carry.speaker = null;
    carry.places = carry.titlePlaces;
  }
  const numbers = readNumbers(document, sentence);
  const dates = readDates(document, sentence, today);
  const allPlaces = readPlaces(document, sentence);
  const localSide =
    allPlaces.map((place) => countryOf(place.code)).find((party) => party !== null) ??
    countryOf(profile.places[0] ?? "") ??
    document.report.source.side;
  const voice = readVoice({ document, localSide, last: carry.last }, sentence);
  const places = allPlaces.filter(
    (place) => voice === null || place.from < voice.from || place.from >= voice.to,
  );
  if (voice !== null) {
    carry.speaker = voice.speaker;
    carry.last = voice.speaker;
  }
  const setting: Setting = {
    sentence,
    numbers,
    counted: countThings(document, sentence, numbers),
    dates,
    places,
    voice,
    voices: voicesOf({ document, localSide, last: carry.last }, sentence),
    speaker: carry.speaker,
    carriedPlaces: carry.places,
    carriedDay: carry.day,
  };
  const narrow = orderPlaces(places.map((place) => place.code));
  if (narrow.length > 0) carry.places = narrow;
  if (sentence.isTitle) carry.titlePlaces = narrow;
  const day = dates.find((date) => date.kind === "day" || date.kind === "night")?.value ?? null;
  if (day !== null && (today === null || day <= today.toString())) carry.day = day;
  return setting;
}

/** Each part of a sentence between semicolons may have a speaker of its own. */
function voicesOf(context: VoiceContext, sentence: Sentence): Setting["voices"] {
  const cuts = [sentence.from];
  for (let at = sentence.from; at < sentence.to; at++)
    if (context.document.tokens[at]?.norm === ";") cuts.push(at + 1);
  if (cuts.length === 1) return [];
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? sentence.to;
    const hits = sentence.hits.filter((hit) => hit.from >= from && hit.to <= to);
    return { from, voice: readVoice(context, { ...sentence, from, to, hits }) };
  });
}

const leadSentences = 4;

/** The latest day not ahead that the report's opening states: what is told without a time of its own happened then. */
function leadDay(scene: Scene): string | null {
  const today = scene.today?.toString() ?? null;
  let latest: string | null = null;
  for (const sentence of scene.document.sentences.slice(0, leadSentences)) {
    for (const date of readDates(scene.document, sentence, scene.today)) {
      const day = date.kind === "day" || date.kind === "night" ? date.value : null;
      if (day !== null && (today === null || day <= today) && (latest === null || day > latest)) latest = day;
    }
  }
  return latest;
}

const quoteReach = 3;

/** Sentences of a quotation whose speaker is named after it are that speaker's. */
function voiceQuotes(document: Document, settings: readonly Setting[]): Setting[] {
  const isOpen = openQuotes(document);
  return settings.map((setting, at) => {
    if (setting.speaker !== null || isOpen[at] !== true) return setting;
    for (let next = at + 1; next <= at + quoteReach; next++) {
      const later = settings[next];
      if (later === undefined || later.sentence.paragraph !== setting.sentence.paragraph) break;
      if (later.voice !== null) return { ...setting, speaker: later.voice.speaker };
    }
    return setting;
  });
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
