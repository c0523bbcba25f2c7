import type { Setting } from "./claim.ts";
import type { Hit } from "./lexer.ts";
import type { NumberHit } from "./numbers.ts";

/** "Загальні втрати за добу": the day stands by the name of the table. */
const dayReach = 3;

const stretchReach = 4;

/** "In three years of war", "a month of fighting": as long as the war. */
function isOfWarTime(setting: Setting): boolean {
  const { hits } = setting.sentence;
  const isWarAt = (at: number): boolean => hits.some((hit) => hit.id === "warTime" && hit.from === at);
  return hits.some(
    (unit) =>
      unit.id === "duration" &&
      // "After three years of war" tells when, not over what.
      hits.some((cue) => cue.id === "in" && cue.to <= unit.from && unit.from - cue.to <= stretchReach) &&
      (isWarAt(unit.to) || hits.some((of) => of.id === "outOf" && of.from === unit.to && isWarAt(of.to))),
  );
}

/** Where "since the war began" stands; null: it is told in other words. */
export function sinceWarOf(setting: Setting): Hit | null {
  return setting.sentence.hits.find((hit) => hit.id === "sinceWar") ?? null;
}

/** "1,310 troops over the past day, bringing its total since 2022 to …": a day stands between the number and the stretch. */
export function isOwnDay(
  setting: Setting,
  number: NumberHit,
  stretch: { readonly from: number } | null,
): boolean {
  return (
    stretch !== null &&
    setting.sentence.hits.some(
      (hit) => hit.id === "pastDay" && hit.from >= number.to && hit.to <= stretch.from,
    ) &&
    setting.numbers.some((other) => other.from > number.from)
  );
}

const sinceReach = 5;

/** "Since Russia's invasion", "since the war in Gaza": a word of war that begins what is since. */
function isSinceWord(setting: Setting): boolean {
  const { hits } = setting.sentence;
  return hits.some(
    (since) =>
      since.id === "since" &&
      since.to - since.from === 1 &&
      // "Від", "с": they say from where as well.
      !hits.some((from) => from.id === "from" && from.from === since.from) &&
      hits.some((war) => war.id === "warTime" && war.from >= since.to && war.from - since.to <= sinceReach) &&
      !setting.dates.some((date) => date.from >= since.to && date.from - since.to <= sinceReach),
  );
}

/** Whether what the sentence counts was counted since a war began. */
export function isSinceWar(setting: Setting): boolean {
  const isRecord = setting.sentence.hits.some((hit) => hit.id === "superlative");
  if (!isRecord && (isOfWarTime(setting) || isSinceWord(setting))) return true;
  return setting.sentence.hits.some(
    (hit) =>
      hit.id === "sinceWar" &&
      !setting.sentence.hits.some(
        (cue) =>
          cue.id === "pastDay" &&
          ((cue.from >= hit.to && cue.from - hit.to <= dayReach) || cue.to === hit.from),
      ) &&
      !setting.sentence.hits.some(
        (cue) => cue.id === "superlative" && cue.from < hit.from && hit.from - cue.from <= 7,
      ),
  );
}
