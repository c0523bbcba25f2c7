import { leadingTime } from "../parts/compared.ts";
import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { DateMention } from "./date-mention.ts";
import { isOfNextClause } from "./lead-clause.ts";
import { isAfterDay, isBracketed, isTelling } from "./date-mention.ts";
import { isOfAside, isOfParticiple, isReactionDay } from "./other-deeds.ts";
import type { Document } from "../text/document.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { itemAt } from "../text/item-at.ts";

/** "Under the agreements reached on September 5": the day of the deal, not that of what was done by it. */
function isOfDeal(setting: Setting, mention: DateMention): boolean {
  return setting.sentence.hits.of.agreed.some(
    (hit) =>
      hit.to <= mention.from &&
      mention.from - hit.to <= dealReach &&
      !setting.numbers.some((number) => number.from >= hit.to && number.to <= mention.from),
  );
}

const dealReach = 3;

/** "In two days 575 came home: yesterday the youngest", "destroyed 12; by Friday the count had grown": what follows is told of parts, or of others. */
function isBeyondColon({ document }: Scene, number: NumberHit, mention: DateMention): boolean {
  for (let at = number.to; at < mention.from; at++) {
    const norm = document.tokens[at]?.norm;
    if (norm === ":" || (norm === ";" && !document.language.freeOrder)) return true;
  }
  return false;
}

interface Anchor {
  readonly number: NumberHit;
  readonly deed: Deed;
}

/** "Of them 1,220 in the past day": the time right after a number is its own. */
const besideNumber = 2;

const ownBonus = 2;

/** The stated time that the number belongs to: the nearest, the day of the telling last. */
export function nearestDate(scene: Scene, setting: Setting, anchor: Anchor): DateMention | null {
  if (setting.dates.length === 0) return null;
  let best: { readonly mention: DateMention; readonly cost: number } | null = null;
  const hasDay = setting.dates.some((mention) => mention.kind === "day");
  const { from } = anchor.number;
  const actFrom = anchor.deed.act?.from ?? from;
  const actTo = anchor.deed.act?.to ?? from;
  const anchors = [from, actFrom];
  for (const mention of setting.dates) {
    if (mention.kind === "since" || isAfterDay(scene.document, setting.sentence, mention)) continue;
    if (isReactionDay(scene.document, setting.sentence, mention)) continue;
    if (isOfPart(setting, anchor, mention)) continue;
    // "90 ракет, всего за два дня использованы 100": a stretch that leads the next clause is no time of this one.
    if (mention.kind === "window" && isOfNextClause(scene.document, setting, anchor.number, mention))
      continue;
    let cost = Math.min(Math.abs(from - mention.from), Math.abs(actFrom - mention.from));
    if (isTelling(setting.sentence, mention)) {
      // "Said on Tuesday that the bombing last month killed two".
      if (!scene.document.language.freeOrder && setting.sentence.hits.has.lastMonth) continue;
      cost += 40;
    }
    if (isOfClauseBefore(scene, setting, anchors, mention)) cost += 8;
    if (isOfDeal(setting, mention)) cost += 30;
    if (isBeyondColon(scene, anchor.number, mention)) cost += 12;
    if (isBracketed(scene.document, setting.sentence, mention)) cost += 30;
    if (mention.from >= anchor.number.to && mention.from - anchor.number.to <= besideNumber) cost -= ownBonus;
    if (mention.kind === "night" && hasDay) cost += 20;
    if (isOfParticiple(scene.document, setting.sentence, mention, from)) continue;
    if (isOfAside(scene.document, setting.sentence, mention, Math.max(anchor.number.to, actTo))) continue;
    if (mention.kind === "month" || mention.kind === "year") {
      if (isOfOtherClause(scene, setting, anchors, mention)) continue;
      cost += 10;
    }
    if (isOfOtherNumber(scene, setting, anchor.number, mention)) cost += ofOthers;
    if (best === null || cost < best.cost) best = { mention, cost };
  }
  return best?.mention ?? null;
}

/** "Передали 1000 тел, 15 из которых погибли 12 марта": the day of what befell a part, told after the whole's deed. */
function isOfPart({ sentence, numbers }: Setting, { number, deed }: Anchor, mention: DateMention): boolean {
  if (!sentence.hits.has.ofThem || deed.act === null || deed.act.from > mention.from) return false;
  const { act } = deed;
  return numbers.some(
    (part) =>
      part.from >= Math.max(number.to, act.to) &&
      part.to <= mention.from &&
      sentence.hits.of.ofThem.some((of) => of.from === part.to) &&
      sentence.hits.of.act.some((own) => own.from >= part.to && own.to <= mention.from),
  );
}

const ofOthers = 15;
const rightAfter = 3;

/** "900 in January, 400 of them in the last week": the time right after a bare number is that number's, where another is told before it. */
function isOfOtherNumber(
  { document }: Scene,
  setting: Setting,
  own: NumberHit,
  mention: DateMention,
): boolean {
  if (isBeforeComma(document, setting, own, mention)) return true;
  if (isOfNextClause(document, setting, own, mention) || isLeadOf(document, setting, own, mention))
    return true;
  let at = setting.numbers.length - 1;
  while ((itemAt(setting.numbers, at)?.to ?? 0) > mention.from) at--;
  const owner = itemAt(setting.numbers, at);
  if (owner === undefined || owner === own || own.from > owner.from) return false;
  if (mention.from - owner.to > rightAfter || setting.counted[at]?.thing !== null) return false;
  return setting.dates.some((other) => other.from >= own.to && other.to <= owner.start);
}

/** "17 мая выпущено 120 ракет, 19 мая – ещё 90": the time that leads a clause with nothing but a number is that number's. */
function isLeadOf(document: Document, setting: Setting, own: NumberHit, mention: DateMention): boolean {
  if (!document.language.freeOrder || mention.from < own.to) return false;
  const next = setting.numbers.findIndex((number) => number.start >= mention.to);
  return (
    next > 0 && setting.counted[next]?.thing === null && leadingTime(document, setting, next) === mention
  );
}

/** "Killed 100 over five days, five soldiers died on Monday": the time of a number before the comma, where one follows the own number. */
function isBeforeComma(
  { tokens, language }: Document,
  { numbers, dates }: Setting,
  own: NumberHit,
  mention: DateMention,
): boolean {
  if (language.freeOrder || mention.to > own.start || !numbers.some((other) => other.to <= mention.from))
    return false;
  const next = numbers[numbers.indexOf(own) + 1]?.start ?? Infinity;
  if (!dates.some((date) => date.from >= own.to && date.to <= next)) return false;
  for (let at = mention.to; at < own.start; at++) if (tokens[at]?.norm === ",") return true;
  return false;
}

/** "Took place on Tuesday after strikes killed 21 people the night before": the day of a clause that ends before what is told. */
function isOfClauseBefore(
  { document }: Scene,
  { sentence }: Setting,
  anchors: readonly number[],
  mention: DateMention,
): boolean {
  if (document.language.freeOrder || mention.kind !== "day") return false;
  return sentence.hits.of.aftermath.some(
    (hit) => hit.from >= mention.to && anchors.every((at) => hit.to <= at),
  );
}

/** "In the state where hundreds were abducted last year": the year of a clause that is not the number's. */
function isOfOtherClause(
  scene: Scene,
  { sentence }: Setting,
  anchors: readonly number[],
  mention: DateMention,
): boolean {
  if (scene.document.language.freeOrder) return false;
  return anchors.every((at) =>
    sentence.hits.of.clause.some((hit) => hit.from >= at && hit.to <= mention.from),
  );
}
