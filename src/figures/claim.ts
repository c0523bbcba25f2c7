import type { Measure } from "../measures.ts";
import type { Group, Scope, Weapon } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Party, Side } from "../model/side.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Deed } from "./deeds/acts.ts";
import type { DateMention } from "./dates/date-mention.ts";
import type { Document, Sentence } from "./text/document.ts";
import type { NumberHit } from "./numbers/numbers.ts";
import type { PlaceMention } from "./places/place-mention.ts";
import type { Profile } from "./profile.ts";
import type { Soil } from "./places/soil.ts";
import type { Voice } from "./voices/voice.ts";
import type { Counted } from "./things/counted.ts";
import type { CalendarDay } from "./dates/calendar-day.ts";

/** A report with what its rules share. */
export interface Scene {
  readonly document: Document;
  readonly profile: Profile;
  /** The day of publication; null: unknown. */
  readonly today: CalendarDay | null;
  /** Whether the report is about people or bodies coming home. */
  readonly isExchange: boolean;
}

/** One sentence with all that its figures lean on. */
export interface Setting {
  readonly sentence: Sentence;
  readonly numbers: readonly NumberHit[];
  readonly counted: readonly Counted[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  /** Whose land it was, where no place is named: "a Russian air base". */
  readonly soils: readonly Soil[];
  readonly voice: Voice | null;
  /** The parts of the sentence between semicolons with the speaker of each, in order. */
  readonly voices: readonly { readonly from: number; readonly voice: Voice | null }[];
  /** Speaker of the sentence, or of the paragraph before it. */
  readonly speaker: Speaker | null;
  /** The one region that an opening names: it holds the towns told after it; null: none, or several. */
  readonly openingRegion: PlaceCode | null;
  /** Where the body that publishes the report holds office: what names no place happened there; [] where none does. */
  readonly homePlaces: readonly PlaceCode[];
  /** Places and day that hold where the sentence states none. */
  readonly carriedPlaces: readonly PlaceCode[];
  /** Where the whole report is: the places of its title, or the region that a post without one begins with; [] where neither is told, or others were told since. */
  readonly reportPlaces: readonly PlaceCode[];
  /** In a row of a list that has stated no place yet: those of the text before the list; null: no such row. */
  readonly headPlaces: readonly PlaceCode[] | null;
  /** The parts of the front named last, by their towns: losses told after are theirs. */
  readonly carriedAxes: readonly PlaceCode[];
  /** Where what flew and was told before was: an axis of the front, or the place that a party's own post has just named. */
  readonly skyPlaces: readonly PlaceCode[];
  readonly carriedDay: string | null;
  /** Whether it reminds of older news ("Нагадаємо"): it is background, whatever day it tells. */
  readonly isReminder: boolean;
  /** A stretch stated before that a summary goes on to tell of; null: none. */
  readonly carriedWindow: DateMention | null;
  /** The sentence that stated that stretch. */
  readonly windowIn: number;
  /** The fight of some days up to now that the opening tells of; null: none. */
  readonly campaign: DateMention | null;
  /** The month that the whole report is about, where the paragraph has told no day of it; null: none. */
  readonly reportMonth: string | null;
  /** "Since October 8", as the sentence right before tells it; null: it does not. */
  readonly carriedSince: DateMention | null;
  /** The sentence ending in a colon that this line of a list or table stands under; null: none. */
  readonly heading: Setting | null;
  /** Places named as where something came from: they are where people were evacuated. */
  readonly origins: readonly PlaceMention[];
}

/** A figure in the making: one number with its deed. */
export interface Claim {
  readonly setting: Setting;
  readonly index: number;
  readonly number: NumberHit;
  readonly counted: Counted;
  readonly deed: Deed;
  readonly measure: Measure;
  readonly group: Group | null;
  readonly weapon: Weapon | null;
  readonly scope: Scope;
  readonly date: string | null;
  readonly places: readonly PlaceCode[];
  readonly by: Speaker | null;
  /** One for each figure that comes of it: "each" gives one a party. */
  readonly sides: readonly (Side | null)[];
  readonly isWithin: boolean;
  /** Whether the words name whose the counted are. */
  readonly isOwned: boolean;
}

/** The party that a claim's words speak for: its speaker's, else its outlet's in a war of its own. Null: neither has one. */
export function voiceSide(scene: Scene, speaker: Speaker | null): Party | null {
  return speaker?.side ?? scene.profile.outlet;
}
