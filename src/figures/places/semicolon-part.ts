import type { Setting } from "../claim.ts";
import type { PlaceMention } from "./place-mention.ts";
import { itemAt } from "../text/item-at.ts";

/** The places of the part between semicolons that holds the token; all of them where it has none. */
export function inPart(
  setting: Setting,
  at: number,
  mentions: readonly PlaceMention[],
): readonly PlaceMention[] {
  const part = setting.voices.findLastIndex((voice) => voice.from <= at);
  if (part < 0) return mentions;
  const from = setting.voices[part]?.from ?? 0;
  const to = setting.voices[part + 1]?.from ?? Infinity;
  const own = mentions.filter((place) => place.from >= from && place.from < to);
  if (own.length === 0) return isOtherVoice(setting, part) ? [] : nearestPart(setting, part, mentions);
  const isLast = setting.numbers.every((number) => number.from <= at || number.from < to);
  return isLast ? mentions.filter((place) => place.from >= from) : own;
}

/** "Moscow was attacked, its mayor said; 105 were shot down in a day, the ministry said": who speaks anew tells of another place. */
function isOtherVoice(setting: Setting, part: number): boolean {
  const [before, own] = [itemAt(setting.voices, part - 1)?.voice, setting.voices[part]?.voice];
  return (
    before !== undefined &&
    before !== null &&
    own !== undefined &&
    own !== null &&
    before.speaker.name !== own.speaker.name
  );
}

/** A part without places goes on where the one before it was. */
function nearestPart(
  setting: Setting,
  part: number,
  mentions: readonly PlaceMention[],
): readonly PlaceMention[] {
  for (let at = part - 1; at >= 0; at--) {
    const from = setting.voices[at]?.from ?? 0;
    const to = setting.voices[at + 1]?.from ?? Infinity;
    const places = mentions.filter((place) => place.from >= from && place.from < to);
    if (places.length > 0) return places;
  }
  return mentions;
}
