import type { Scene } from "../claim.ts";
import type { DateMention } from "./date-mention.ts";
import { isAfterDay, isBracketed, isTelling } from "./date-mention.ts";
import { isOfAside, isOfParticiple, isReactionDay } from "./other-deeds.ts";
import type { Document, Sentence } from "../text/document.ts";
import { CalendarDay } from "./calendar-day.ts";
import { itemAt } from "../text/item-at.ts";
import { beginsReminder } from "../text/reminders.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const leadSentences = 4;

/**
 * The day that the report's opening tells of: what is told without a time of its own happened then. A day beside a
 * word of attack or of people coming home goes first, else the latest one not ahead.
 */
export function leadDay(scene: Scene, dates: readonly (readonly DateMention[])[]): string | null {
  const today = scene.today?.toString() ?? null;
  let latest: string | null = null;
  let reminder: number | null = null;
  for (const sentence of scene.document.sentences.slice(0, deedSentences)) {
    if (beginsReminder(sentence)) reminder = sentence.paragraph;
    if (sentence.paragraph === reminder) continue;
    // "Попередня передача відбулася 2 травня": the one before is not what the report tells of.
    if (scene.document.language.freeOrder && sentence.hits.has.formerOne) continue;
    const own = (dates[sentence.index] ?? []).filter((date) => !isToldByOther(sentence, date));
    const deed =
      own.find(
        (date) => isDayOfDeed(scene.document, sentence, date) && !isBracketed(scene.document, sentence, date),
      )?.value ?? null;
    if (deed !== null && (today === null || deed <= today) && isFresh(deed, today)) return deed;
    const day = sentence.index < leadSentences ? statedDay(scene.document, sentence, own) : null;
    if (day === null || (today !== null && day > today) || isLongAgo(scene.today, day)) continue;
    if (latest === null || day > latest) latest = day;
  }
  return latest ?? dayOfTelling(scene, dates);
}

/** "Удар пришелся по школе. Об этом 13 ноября сообщил мэр", in Ukrainian and Russian: where nothing else is dated the day of the telling is that of the news. Null: none is told. */
function dayOfTelling({ document, today }: Scene, dates: readonly (readonly DateMention[])[]): string | null {
  if (!document.language.freeOrder || today === null) return null;
  const reminder = document.sentences.findIndex(beginsReminder);
  const opening = document.sentences.slice(
    0,
    reminder === -1 ? leadSentences : Math.min(reminder, leadSentences),
  );
  const isTold = (sentence: Sentence, date: DateMention): boolean =>
    date.kind === "day" && isTelling(sentence, date);
  const all = opening.flatMap((sentence) =>
    (dates[sentence.index] ?? []).map((date) => ({ date, isTold: isTold(sentence, date) })),
  );
  // "Об этом накануне сообщили. Удары нанесены 9 и 10 ноября".
  if (all.some((one) => !one.isTold)) return null;
  const day = all[0]?.date.value ?? null;
  return day !== null && day <= today.toString() && isFresh(day, today.toString()) ? day : null;
}

const aroundDay = anyOf("daysBefore", "daysAfter");

/** "Two days earlier": a day that another one tells, and that is not yet known. */
function isToldByOther(sentence: Sentence, { from, to }: DateMention): boolean {
  return hitsOfAny(sentence, aroundDay).some((hit) => hit.from < to && from < hit.to);
}

const newsDays = 31;

/** "Война началась 7 октября 2023 года": beside news of `today` a day of long ago is background, whatever it stands with. */
export function isLongAgo(today: CalendarDay | null, day: string): boolean {
  return today !== null && day.length === isoDay && CalendarDay.from(day).daysUntil(today) > newsDays;
}

const isoDay = "2026-01-01".length;

/** Where a day only tells what something came after, or when it was agreed. */
function isBackground(document: Document, sentence: Sentence, date: DateMention): boolean {
  if (isAfterDay(document, sentence, date) || isReactionDay(document, sentence, date)) return true;
  if (isOfAside(document, sentence, date, null) || isOfParticiple(document, sentence, date, null))
    return true;
  return (
    document.language.freeOrder &&
    sentence.hits.of.agreed.some(
      (hit) => (hit.from >= date.to ? hit.from - date.to : date.from - hit.to) <= agreedReach,
    )
  );
}

const agreedReach = 3;
const deedSentences = 8;
const deedReach = 6;
const deedWords = anyOf("attack", "launch", "swap", "airStrike", "bombards");

function isDayOfDeed(document: Document, sentence: Sentence, date: DateMention): boolean {
  if (date.kind !== "day" || sentence.isTitle || isTelling(sentence, date)) return false;
  if (isBackground(document, sentence, date)) return false;
  return hitsOfAny(sentence, deedWords).some(
    (hit) => (hit.from >= date.to ? hit.from - date.to : date.from - hit.to) <= deedReach,
  );
}

/** Acts that hurt nobody and send nobody home. */
const idle: ReadonlySet<string> = new Set(["hold", "otherAct", "noAct", "bring"]);

/** Whether a sentence tells of a deed that a later "the same night" may mean. */
export function tellsOfDeed(sentence: Sentence): boolean {
  return sentence.hits.of.act.some((hit) => !idle.has(hit.id));
}

const freshDays = 4;

/** What a report tells of first happened in the last days; older days are background. */
function isFresh(day: string, today: string | null): boolean {
  if (today === null || day.length < 10) return today === null;
  return CalendarDay.from(day).daysUntil(CalendarDay.from(today)) <= freshDays;
}

/** "(по состоянию на 5 декабря)": the day of a summary, in brackets too. */
function isAsOf(sentence: Sentence, date: DateMention): boolean {
  return sentence.hits.of.asOf.some((cue) => cue.to === date.from);
}

/** The day a sentence states: not the one of the telling, not one in brackets; a bare "overnight" last. */
export function statedDay(
  document: Document,
  sentence: Sentence,
  dates: readonly DateMention[],
): string | null {
  if (dates.length === 0) return null;
  const days = dates.filter((date) => date.kind === "day" && !isBackground(document, sentence, date));
  const best = days.find(
    (date) =>
      !isTelling(sentence, date) &&
      (isAsOf(sentence, date) ||
        (itemAt(document.tokens, date.from - 1)?.norm !== "(" && !isBracketed(document, sentence, date))),
  );
  return (
    (
      best ??
      (days.length > 0 && sentence.hits.length === 0 ? days[0] : undefined) ??
      // A night beside the day of the telling ("overnight, the air force said on Sunday") is the day itself.
      dates.find((date) => date.kind === "night")
    )?.value ?? null
  );
}
