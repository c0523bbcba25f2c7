import type { Party } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import { countryOf } from "../../reference/places.ts";
import { speakerByName } from "../../reference/speakers.ts";

/** The country that a speaker's office is in, where it is not the party's that they speak for. An official of occupied land tells of its people. Null: it is, or no table tells. */
export function seatAbroad(speaker: Speaker | null): Party | null {
  const place = speaker === null ? undefined : speakerByName(speaker.name)?.places[0];
  const country = place === undefined ? null : countryOf(place);
  return country === speaker?.side ? null : country;
}

/** A body of one party that speaks of places in the other's land tells of what is fired at those who hold them. Null: no such body. */
export function occupierSpeaking(speaker: Speaker | null): Party | null {
  return seatAbroad(speaker) === null ? null : (speaker?.side ?? null);
}
