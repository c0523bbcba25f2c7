import type { Claim, Scene, Setting } from "../claim.ts";
import { tellsAttack, tellsOutage } from "./attack-told.ts";
import { isTelling } from "../dates/date-mention.ts";
import { isReactionDay } from "../dates/other-deeds.ts";
import type { EventRule } from "./event-words.ts";
import { dayOf, nothing } from "./event-words.ts";
import { isFromAir, tellsStrike } from "./strike-told.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const strikeNouns = anyOf("airStrike", "bombards", "airAttack", "strike");

/** An attack from the air or by artillery, told by a figure or without one. */
export const strike: EventRule = ({ scene, setting, claims }) => {
  const isTable = isTableOfLosses(claims);
  const isStrike = (claim: Claim): boolean =>
    isFromAir(claim) && !(isTable && claim.measure.endsWith(".downed"));
  const told =
    claims.find((claim) => claim.scope === "event" && isStrike(claim)) ??
    claims.find((claim) => claim.scope === "running" && isStrike(claim));
  // "В предыдущие сутки зафиксировано 35 обстрелов": told only to compare.
  if (told?.measure === "attacks" && scene.document.language.freeOrder && isOfDayBefore(setting))
    return nothing;
  if (told !== undefined) return [{ kind: "strike", stage: "done", date: told.date }];
  if (isTable || isInPassing(scene, setting)) return nothing;
  // "14,000 have been killed by bombardment": a sum of many days tells of no one strike.
  const isSum = claims.length > 0 && claims.every((claim) => claim.scope === "overall");
  if (isSum && !scene.document.language.freeOrder) return nothing;
  const date = () => notAhead(scene, dayOfStrike(scene, setting));
  if (tellsStrike(scene, setting, claims) || tellsOutage(setting, claims))
    return [{ kind: "strike", stage: "done", date: date() }];
  return tellsAttack(scene, setting, claims)
    ? [{ kind: "strike", stage: "done", date: date(), isOpen: true }]
    : nothing;
};

const rowsOfTable = 2;

/** "Знищено 19 танків, 64 артсистеми, 54 дрони": drones among the arms that an army lost tell of no attack of theirs. */
function isTableOfLosses(claims: readonly Claim[]): boolean {
  let rows = 0;
  for (const { measure } of claims) if (measure === "equipment.lost" || measure === "casualties") rows++;
  return rows >= rowsOfTable;
}

/** "Ukraine rings in the New Year under attack", told on its eve: what is done is of no day to come. */
function notAhead({ today }: Scene, day: string | null): string | null {
  return day !== null && today !== null && day.slice(0, 10) > today.toString() ? null : day;
}

function isOfDayBefore({ sentence }: Setting): boolean {
  return sentence.index > 0 && sentence.hits.has.nightBefore;
}

/** "Rose on Tuesday to 41 in Monday's barrage": of two days that of the strike, never that of the telling. */
function dayOfStrike(scene: Scene, setting: Setting): string | null {
  const { sentence, dates, carriedDay } = setting;
  const { document } = scene;
  const own = dates.filter((date) => !isReactionDay(document, sentence, date));
  const days = own.filter(({ kind }) => kind === "day" || kind === "window" || kind === "night");
  if (document.language.freeOrder || days.length === 0)
    return own.length < dates.length ? carriedDay : dayOf(setting);
  const told = days.filter((date) => !isTelling(sentence, date));
  const [strike] = hitsOfAny(sentence, strikeNouns);
  if (strike === undefined) return told[0]?.value ?? carriedDay;
  const nearest = told.toSorted((a, b) => Math.abs(a.from - strike.from) - Math.abs(b.from - strike.from))[0];
  return nearest === undefined ? (carriedDay ?? days[0]?.value ?? null) : nearest.value;
}

const openingSentences = 6;

/** "Поки росіяни бомбили міста, компанія заробляла": far into a post a strike without a number, a place or a day is only alluded to. */
function isInPassing({ document }: Scene, { sentence, places, dates }: Setting): boolean {
  return (
    document.language.freeOrder &&
    sentence.index >= openingSentences &&
    places.length === 0 &&
    dates.length === 0
  );
}
