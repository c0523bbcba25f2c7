import type { Subject } from "../model/development.ts";
import type { EventKind, EventStage } from "../model/event.ts";
import type { Figure } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { ReadEvent, Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Party } from "../model/side.ts";
import { handedOver, isFront, isSalvo, kindOf } from "./counts.ts";
import { dayOf, lastDay } from "./days.ts";
import { countryOfScene, mainScene, narrowPlaces, relateScenes } from "./scene.ts";
import { isOpponent, isSameCamp, opponentOf } from "./sides.ts";
import type { Theatre } from "./theatre.ts";
import { theatreOf } from "./theatre.ts";

/** What one report says about one thing that happened (or was agreed): the unit that finds a development. */
export interface Topic {
  readonly kind: EventKind;
  readonly subject: Subject;
  /** The day; null: the report gives no way to tell. */
  readonly date: string | null;
  readonly places: readonly PlaceCode[];
  readonly parties: readonly Party[];
  readonly attacker: Party | null;
  readonly conflict: string | null;
  readonly figures: readonly Figure[];
  readonly events: readonly ReadEvent[];
}

/** Hours by which the day of a place may be ahead of the report's day in UTC, with a margin. */
const aheadMs = 6 * 3_600_000;

/** What is told for a day still to come has not happened: handovers are promises, and strikes are none. */
function withoutFuture(reading: Reading, report: Report): Reading {
  const today = dayOf((report.publishedAt ?? report.seenAt) + aheadMs);
  const isAhead = (date: string | null) => (lastDay(date) ?? "") > today;
  const figures = reading.figures.flatMap((figure): readonly Figure[] => {
    if (figure.scope !== "event" || !isAhead(figure.date)) return [figure];
    return handedOver(figure.measure) === null ? [] : [{ ...figure, scope: "planned" }];
  });
  const isToCome = (event: ReadEvent) =>
    (event.kind === "exchange" || event.kind === "strike") && event.stage === "done" && isAhead(event.date);
  return { ...reading, figures, events: reading.events.filter((event) => !isToCome(event)) };
}

interface Telling {
  readonly report: Report;
  readonly reading: Reading;
  readonly theatre: Theatre;
}

/** Totals that a report states for a whole, or promises: they are told of an operation. */
export interface Whole {
  readonly subject: Subject;
  readonly conflict: string | null;
  readonly figures: readonly Figure[];
}

/** Salvos of this size are a country's night whatever place is named beside them: no town is attacked so. */
const nightSize = 50;

/**
 * What a report tells, split by what happened: kind and subject, conflict, day, and for strikes the place or,
 * for a night's salvo, who launched it. Figures of scope `overall` tell of no development and are left out.
 */
export function topicsOf(report: Report, whole: Reading): readonly Topic[] {
  const reading = withoutFuture(whole, report);
  const told = { report, reading, theatre: theatreOf(report, reading) };
  const drafts = [
    ...reading.figures.flatMap((figure) => figureDraft(figure, told)),
    ...reading.events.flatMap((event) => eventDraft(event, told)),
  ];
  return mergeDrafts(drafts);
}

/** Running totals that a report states, by what is handed over and conflict. */
export function wholesOf(report: Report, reading: Reading): readonly Whole[] {
  const theatre = theatreOf(report, reading);
  const claims = reading.figures.filter((figure) => figure.scope === "running");
  return claims.flatMap((figure) => {
    const subject = handedOver(figure.measure);
    if (subject === null) return [];
    return [{ subject, conflict: theatre.ofFigure(figure), figures: [figure] }];
  });
}

function figureDraft(figure: Figure, told: Telling): readonly Topic[] {
  const { report, reading } = told;
  const kind = kindOf(figure.measure);
  const isDeal = figure.scope === "planned" && handedOver(figure.measure) !== null;
  if (kind === null || (figure.scope !== "event" && !isDeal)) return [];
  const conflict = told.theatre.ofFigure(figure);
  const scene = sceneOf(figure, reading);
  const subject = isDeal ? "deal" : subjectOf(figure, scene);
  if (isOwnLoss(figure, report)) return [];
  // A salvo's parts by place say nothing of those places that the whole does not say.
  if (figure.within === true && isSalvo(figure.measure) && narrowPlaces(figure.places).length > 0) return [];
  return [
    {
      kind,
      subject,
      // The day in a promise is the day it is for; a deal is of the day it was made.
      date: isDeal ? null : dayFor(figure.date, report),
      places: subject === "night" || kind === "exchange" ? [] : mainScene(scene),
      parties: partiesIn(figure),
      attacker: kind === "strike" ? attackerOf(figure, scene, conflict) : null,
      conflict,
      figures: [figure],
      events: [],
    },
  ];
}

/** The day of a date. A month or year before the report's own is long ago: its first day; the report's own says no day (null). */
function dayFor(date: string | null, report: Report): string | null {
  const end = date?.split("/").at(-1) ?? null;
  if (end === null || lastDay(end) !== null) return end;
  return reportDay(report).startsWith(end) ? null : `${end}-01-01`.slice(0, 10);
}

/** A side neither shoots down its own drones nor counts them: a reading that says so took the defender for the launcher. */
function isOwnLoss(figure: Figure, report: Report): boolean {
  const voice = figure.by === null ? report.source.side : figure.by.side;
  return (
    isSalvo(figure.measure) &&
    /\.(?:launched|downed|stopped|suppressed)$/u.test(figure.measure) &&
    figure.side !== "both" &&
    isSameCamp(voice, figure.side)
  );
}

function partiesIn(figure: Figure): readonly Party[] {
  return figure.side === null || figure.side === "both" ? [] : [figure.side];
}

/** Where a strike's figure stands: its own places, else those of the report's strikes if they name one scene only. */
function sceneOf(figure: Figure, reading: Reading): readonly PlaceCode[] {
  if (narrowPlaces(figure.places).length > 0 || isSalvo(figure.measure)) return figure.places;
  const scenes = reading.events
    .filter((event) => event.kind === "strike" && narrowPlaces(event.places).length > 0)
    .map((event) => event.places);
  const [scene] = scenes;
  if (scene === undefined || scenes.some((other) => relateScenes(scene, other) === "apart"))
    return figure.places;
  const country = countryOfScene(figure.places);
  return country === null || country === countryOfScene(scene) ? scene : figure.places;
}

function subjectOf(figure: Figure, scene: readonly PlaceCode[]): Subject {
  const handed = handedOver(figure.measure);
  if (handed !== null) return handed;
  if (kindOf(figure.measure) === "capture") return "event";
  if (isFront(figure.measure)) return "front";
  const narrow = narrowPlaces(scene);
  if (!isSalvo(figure.measure)) return narrow.length > 0 ? "place" : "night";
  const isBig = (figure.low ?? figure.high ?? 0) >= nightSize;
  return narrow.length === 1 && !isBig
    ? "place"
    : narrow.length > 0 && !isBig && isOneScene(narrow)
      ? "place"
      : "night";
}

/** Several names of one place (a district and its town) are one scene; several regions are many. */
function isOneScene(narrow: readonly PlaceCode[]): boolean {
  return narrow.filter((code) => !code.includes(":")).length <= 1;
}

/** Who attacked: the side of a salvo's weapons, else whoever fights the country where it happened. */
function attackerOf(figure: Figure, scene: readonly PlaceCode[], conflict: string | null): Party | null {
  if (isSalvo(figure.measure)) return figure.side === "both" ? null : figure.side;
  const hit = countryOfScene(scene) ?? (figure.side === "both" ? null : figure.side);
  return hit === null ? null : opponentOf(conflict, hit);
}

const subjectOfStage: Readonly<Partial<Record<EventKind, Readonly<Partial<Record<EventStage, Subject>>>>>> = {
  exchange: { agreed: "deal", announced: "deal", done: "captives", delayed: "delay", cancelled: "delay" },
  ceasefire: {
    proposed: "offer",
    rejected: "offer",
    agreed: "truce",
    started: "start",
    violated: "breach",
    ended: "end",
  },
};

function eventDraft(event: ReadEvent, told: Telling): readonly Topic[] {
  const { report } = told;
  const conflict = told.theatre.ofEvent(event);
  const isStrike = event.kind === "strike";
  const isPlaced = narrowPlaces(event.places).length > 0;
  const subject = isStrike
    ? isPlaced
      ? "place"
      : "night"
    : (subjectOfStage[event.kind]?.[event.stage] ?? "event");
  const speaker = event.by?.side ?? report.source.side;
  const hit = countryOfScene(event.places);
  const attacker = !isStrike
    ? null
    : hit !== null && opponentOf(conflict, hit) !== null
      ? opponentOf(conflict, hit)
      : (event.parties[0] ?? (isOpponent(conflict, speaker, hit) ? speaker : null));
  return [
    {
      kind: event.kind,
      subject,
      date: dayFor(event.date, report),
      places: isStrike ? mainScene(event.places) : event.places,
      parties: event.parties,
      attacker,
      conflict,
      figures: [],
      events: [event],
    },
  ];
}

/** Drafts about one thing put together; those without a day join the one of their kind that has one. */
function mergeDrafts(drafts: readonly Topic[]): readonly Topic[] {
  const merged: Topic[] = [];
  const dated = drafts.filter((draft) => draft.date !== null);
  const undated = drafts.filter((draft) => draft.date === null);
  for (const draft of [...dated.toSorted(agreedFirst), ...undated]) {
    const index = findPartner(merged, draft);
    const partner = index < 0 ? undefined : merged[index];
    if (partner === undefined) merged.push(draft);
    else merged[index] = join(partner, draft);
  }
  return merged;
}

/** What was agreed gives a deal its day, not the day announced for its first leg. */
function agreedFirst(a: Topic, b: Topic): number {
  const isAgreed = (topic: Topic) => topic.events.some((event) => event.stage === "agreed");
  return Number(isAgreed(b)) - Number(isAgreed(a));
}

function findPartner(merged: readonly Topic[], draft: Topic): number {
  const fits = merged
    .map((topic, index) => ({ topic, index }))
    .filter(({ topic }) => isOneThing(topic, draft));
  const exact = fits.find(({ topic }) => topic.subject === draft.subject && topic.date === draft.date);
  if (exact !== undefined) return exact.index;
  const own = fits.filter(({ topic }) => topic.subject === draft.subject);
  // A handover without a number belongs to whatever is counted on its day.
  const pool = own.length > 0 ? own : fits.filter(({ topic }) => topic.date === draft.date);
  return pool.length === 1 || (draft.date === null && pool.length > 0) ? (pool[0]?.index ?? -1) : -1;
}

function isOneThing(topic: Topic, draft: Topic): boolean {
  if (topic.kind !== draft.kind || topic.conflict !== draft.conflict) return false;
  if (topic.subject !== draft.subject && !isBareHandover(topic, draft)) return false;
  const isDeal = topic.subject === "deal";
  if (!isDeal && topic.date !== null && draft.date !== null && topic.date !== draft.date) return false;
  if (topic.kind !== "strike") return true;
  if (topic.subject === "night" || topic.subject === "front")
    return topic.attacker === draft.attacker || draft.attacker === null;
  const relation = relateScenes(topic.places, draft.places);
  return (
    relation === "same" ||
    ((relation === "holds" || relation === "within") &&
      (topic.figures.length === 0 || draft.figures.length === 0))
  );
}

function isBareHandover(topic: Topic, draft: Topic): boolean {
  const isHandover = (of: Topic) =>
    of.kind === "exchange" && ["captives", "bodies", "children"].includes(of.subject);
  return isHandover(topic) && isHandover(draft) && (draft.figures.length === 0 || topic.figures.length === 0);
}

function join(topic: Topic, draft: Topic): Topic {
  const subject = topic.figures.length === 0 && draft.figures.length > 0 ? draft.subject : topic.subject;
  return {
    ...topic,
    subject,
    date: topic.date ?? draft.date,
    places: union(topic.places, draft.places),
    parties: union(topic.parties, draft.parties),
    attacker: topic.attacker ?? draft.attacker,
    figures: [...topic.figures, ...draft.figures],
    events: [...topic.events, ...draft.events],
  };
}

/** Both lists, each value once, in the order of their first mention. */
export function union<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return [...new Set([...a, ...b])];
}

/** The day a report is from: when it was published, else when it was seen. */
export function reportDay(report: Report): string {
  return dayOf(report.publishedAt ?? report.seenAt);
}
