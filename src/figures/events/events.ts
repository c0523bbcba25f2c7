import type { Scene, Claim, Setting } from "../claim.ts";
import type { EventKind } from "../../model/event.ts";
import type { PlaceCode } from "../../model/place.ts";
import type { ReadEvent } from "../../model/reading.ts";
import type { Party } from "../../model/side.ts";
import { tellsUncountedDead } from "./deadly.ts";
import { readDenials } from "./denials.ts";
import { evidenceOf } from "../evidence.ts";
import type { ToldDraft } from "./exchange-told.ts";
import { dealOfTruce, isSecondSwap } from "./exchange-told.ts";
import { isOld, isOldDay } from "./old-days.ts";
import { tellerOf, willed } from "./event-teller.ts";
import { eventRules } from "./event-rules.ts";
import { orderPlaces } from "../places/place-order.ts";
import type { PlaceMention } from "../places/place-mention.ts";
import { isOfTalks } from "../places/places.ts";
import { countryOf } from "../../reference/places.ts";
import { truceLimitOf } from "./truce-limit.ts";
import { isAfterVerdict } from "../of-conflict.ts";
import { attackerIn } from "../sides/attacker-told.ts";
import type { Sentence } from "../text/document.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { partyNames } from "../text/party-names.ts";

const strikeWords = anyOf("strike", "airStrike", "attack", "hit");

interface Draft extends ToldDraft {
  readonly isOpen?: true;
  readonly isPromised?: true;
  /** Whose places and parties are the event's: for a denial, those of what is denied. */
  readonly about: Setting;
  /** Of a strike told again: where it happened, told more narrowly than `about` does. Absent: it was not. */
  readonly where?: readonly PlaceCode[];
}

/** What happened: one event for each kind, stage and date; only of the last days, ahead, or with a figure. */
export function readEvents(
  scene: Scene,
  settings: readonly Setting[],
  claims: readonly Claim[],
): ReadEvent[] {
  const drafts: Draft[] = [];
  const denials: Draft[] = [];
  for (const setting of settings) {
    const denied = readDenials(scene, setting, drafts);
    for (const { by, ...denial } of denied)
      if (!isOld(scene.today, denial.date)) denials.push({ ...denial, setting, claim: null, denier: by });
    const deniedKinds = new Set(denied.map(({ kind }) => kind));
    drafts.push(
      ...draftsOf(
        scene,
        setting,
        claims.filter((claim) => claim.setting === setting),
        deniedKinds,
      ),
    );
  }
  const deal = dealOfTruce(drafts, claims);
  if (deal !== null) drafts.push(deal);
  const told = drafts.filter(
    (draft) =>
      draft.claim !== null || !(isToldByFigure(scene, drafts, draft) || isToldBelow(scene, drafts, draft)),
  );
  const strikes = told.filter(({ kind }) => kind === "strike");
  const isSure = strikes.some(({ isOpen }) => isOpen !== true);
  const isDeadly = tellsUncountedDead(scene.document, settings, claims);
  const events = isSure ? told.filter(({ isOpen }) => isOpen !== true) : told;
  return [...distinct(scene, events), ...distinct(scene, denials)].map((draft) => {
    const event = {
      ...eventOf(scene, draft),
      ...(isDeadly && draft.kind === "strike" && draft.stage === "done" ? { isDeadly } : {}),
      ...(isSecondSwap(scene, settings, draft) ? { isAnother: true as const } : {}),
    };
    return isBothSidesOwn(scene, drafts, draft) ? { ...event, by: null } : event;
  });
}

/** The events that one sentence tells as done, agreed or proposed; without a figure, no old ones and none of the kinds it denies. */
function draftsOf(
  scene: Scene,
  setting: Setting,
  own: readonly Claim[],
  deniedKinds: ReadonlySet<EventKind>,
): Draft[] {
  const drafts: Draft[] = [];
  const { sentence } = setting;
  const claim = own[0] ?? null;
  for (const { rule, words, orFigure } of eventRules) {
    if (!(orFigure && claim !== null) && !hasAny(sentence, words)) continue;
    for (const found of rule({ scene, setting, claims: own })) {
      if (claim === null && (isOld(scene.today, found.date) || deniedKinds.has(found.kind))) continue;
      if (found.kind === "strike" && isOfTrial(sentence)) continue;
      drafts.push({ ...found, setting, about: setting, claim, denier: null });
    }
  }
  return drafts;
}

/** "A court found that a missile struck down the plane in 2014". */
function isOfTrial(sentence: Sentence): boolean {
  return isAfterVerdict(sentence, sentence.hits.of.act[0]?.from ?? Infinity);
}

/** An exchange that the outlet tells in its own voice too, or that two parties tell, is nobody's claim. */
function isBothSidesOwn(scene: Scene, drafts: readonly Draft[], { kind, stage, denier }: Draft): boolean {
  if (kind !== "exchange" || stage !== "done" || denier !== null) return false;
  // Outlets in the languages of the two parties give it as their own side's word.
  if (scene.document.language.freeOrder) return false;
  const told = drafts.filter((draft) => draft.kind === kind && draft.stage === stage);
  const sides = new Set(told.map((draft) => tellerOf(draft)?.side).filter((side) => side !== undefined));
  return sides.size > 1 || told.some((draft) => tellerOf(draft) === null && isOfTwo(draft));
}

/** "Russia and Ukraine exchanged 307 prisoners each". */
function isOfTwo({ about }: Draft): boolean {
  return new Set(hitsOfAny(about.sentence, partyNames).map((hit) => hit.id)).size > 1;
}

/** What a figure of the report tells better: a headline or a mention without a number adds no second event. */
function isToldByFigure(scene: Scene, drafts: readonly Draft[], draft: Draft): boolean {
  return drafts.some(
    (other) =>
      other.claim !== null &&
      other.isOpen !== true &&
      other.kind === draft.kind &&
      other.stage === draft.stage &&
      !(other.setting.isReminder && !draft.setting.isReminder) &&
      (draft.kind === "exchange" || (draft.kind === "strike" && !isOfOtherDay(scene, draft, other))),
  );
}

const isoDay = "2026-01-01".length;

/** "Увечері 13 листопада завдали удару по Миргороду. В ніч на 14 листопада випустили 59 дронів": in Ukrainian and Russian, whose reports tell one day after another, a strike without a number on another day than one with a number. */
function isOfOtherDay({ document }: Scene, { date, setting }: Draft, other: Draft): boolean {
  return (
    document.language.freeOrder &&
    !setting.sentence.isTitle &&
    !setting.isReminder &&
    date?.length === isoDay &&
    other.date?.length === isoDay &&
    date !== other.date
  );
}

/** "Нагадаємо, 3 листопада обстріляли Суми": of another day than the news, or than news whose day is not told. */
function isReminderOfOther(reminder: Draft, news: Draft): boolean {
  return (
    reminder.setting.isReminder &&
    !news.setting.isReminder &&
    reminder.date !== null &&
    reminder.date !== news.date
  );
}

/** A title's capture is that of the text, which tells who claims it, or that nobody does. */
function isToldBelow(scene: Scene, drafts: readonly Draft[], { kind, stage, setting }: Draft): boolean {
  if (kind !== "capture" || stage === "denied" || !setting.sentence.isTitle) return false;
  if (scene.document.language.freeOrder) return false;
  return drafts.some(
    (other) => other.kind === kind && other.stage !== "denied" && !other.setting.sentence.isTitle,
  );
}

/** An undated event is the dated one of its kind and stage, if there is one; a strike is none of long ago. */
function distinct(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const same = kept.findIndex(
      (other) =>
        other.kind === draft.kind &&
        other.stage === draft.stage &&
        !isReminderOfOther(other, draft) &&
        !isReminderOfOther(draft, other) &&
        (other.date === draft.date ||
          (other.date === null || draft.date === null
            ? draft.kind !== "strike" || !isOldDay(scene.today, other.date ?? draft.date)
            : isWithinStretch(other.date, draft.date))),
    );
    const other = itemAt(kept, same);
    if (other === undefined) kept.push(draft);
    else kept[same] = withNarrower(tellsBetter(draft, other) ? [draft, other] : [other, draft]);
  }
  return kept;
}

/** Whether what is told again tells the event better than what was told before: with its day, or with who says so. */
function tellsBetter(draft: Draft, other: Draft): boolean {
  if (other.date === null && draft.date !== null) return true;
  if (isTitleOf(other, draft)) return true;
  return (
    other.setting.speaker === null &&
    draft.setting.speaker !== null &&
    other.date === draft.date &&
    other.setting.sentence.isTitle
  );
}

/** "A strike kills three in Ukraine. … a strike on Kharkiv": of a strike that is told of a country, or of no place, the town that the other telling names. */
function withNarrower([told, other]: readonly [Draft, Draft]): Draft {
  if (told.kind !== "strike") return told;
  const [own, again] = [placesOf(told), placesOf(other)];
  const countries = own.map(countryOf);
  const isWider = own.every((code) => countryOf(code) === code);
  const isNarrower = again.some((code) => countryOf(code) !== code);
  const isWithin = own.length === 0 || again.every((code) => countries.includes(countryOf(code)));
  return isWider && isNarrower && isWithin ? { ...told, where: again } : told;
}

/** Where it happened by its sentence; of a strike no place that somebody meets in, and none of the attack that it answers. */
function placesOf({ kind, about, where }: Draft): readonly PlaceCode[] {
  if (where !== undefined) return where;
  const { sentence, places } = about;
  const own =
    kind === "strike"
      ? places.filter((place) => !isOfTalks(sentence, place) && !isOfAnswered(sentence, place))
      : places;
  return orderPlaces(own.map((place) => place.code));
}

/** "The airstrikes were aimed at militants accused of carrying out an attack in Istanbul": behind the words for why, where a strike is told before them. */
function isOfAnswered(sentence: Sentence, place: PlaceMention): boolean {
  return sentence.hits.of.reprisal.some(
    (why) => why.to <= place.from && hitsOfAny(sentence, strikeWords).some((strike) => strike.to <= why.from),
  );
}

/** A title that states no day of its own, of what the text tells with its day: the text tells who says so, too. */
function isTitleOf(title: Draft, body: Draft): boolean {
  return (
    willed.has(title.stage) &&
    title.claim === null &&
    title.date === body.date &&
    title.setting.sentence.isTitle &&
    title.setting.dates.length === 0 &&
    body.setting.dates.length > 0
  );
}

/** Whether one is a stretch that the other, a day, lies in. */
function isWithinStretch(a: string, b: string): boolean {
  const [stretch, day] = a.includes("/") ? [a, b] : [b, a];
  const [start, end] = stretch.split("/");
  return start !== undefined && end !== undefined && day.length === 10 && start <= day && day <= end;
}

function eventOf(scene: Scene, draft: Draft): ReadEvent {
  const { sentence } = draft.setting;
  const parties = [...new Set(hitsOfAny(draft.about.sentence, partyNames).map((hit): Party => hit.id))];
  const attacker = draft.kind === "strike" ? attackerIn(scene.document, draft.about.sentence) : null;
  const limit = draft.kind === "ceasefire" ? truceLimitOf(draft.about.sentence) : null;
  return {
    kind: draft.kind,
    stage: draft.stage,
    date: draft.date,
    by: draft.denier ?? tellerOf(draft),
    isDenial: draft.denier !== null || draft.stage === "denied",
    evidence: evidenceOf(scene.document, sentence, { from: sentence.from, to: sentence.from + 1 }),
    places: placesOf(draft),
    parties,
    ...(attacker === null ? {} : { attacker }),
    ...(limit === null ? {} : { limit }),
    ...(draft.isOpen === true ? { isOpen: true } : {}),
    ...(draft.isPromised === true ? { isPromised: true } : {}),
  };
}
