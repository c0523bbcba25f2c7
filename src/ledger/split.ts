import type { Figure } from "../model/figure.ts";
import type { ReadEvent, Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { handedOver } from "./counts.ts";
import { dayOf, lastDay } from "./days.ts";
import { eventDraft } from "./event-topic.ts";
import { figureDraft } from "./figure-topic.ts";
import { mergeTopics } from "./merge.ts";
import { theatreOf } from "./theatre.ts";
import type { Topic, Whole } from "./topic.ts";

/**
 * What a report tells, split by what happened: kind and subject, conflict, day, and for strikes the place or,
 * for a night's salvo, who launched it. Figures of scope `overall` tell of no development and are left out.
 */
export function topicsOf(report: Report, reading: Reading): readonly Topic[] {
  // Asked for twice with each report: for what may be near it, and then with that.
  const known = split.get(reading);
  if (known?.report === report) return known.topics;
  const topics = splitTopics(report, reading);
  split.set(reading, { report, topics });
  return topics;
}

const split = new WeakMap<Reading, { readonly report: Report; readonly topics: readonly Topic[] }>();

function splitTopics(report: Report, whole: Reading): readonly Topic[] {
  const reading = withoutFuture(whole, report);
  const told = { report, reading, theatre: theatreOf(report, reading) };
  const drafts = [
    ...reading.figures.flatMap((figure) => figureDraft(figure, told)),
    ...reading.events.filter(({ isDenial }) => !isDenial).flatMap((event) => eventDraft(event, told)),
  ];
  return mergeTopics(drafts);
}

/** What a report denies, each as what it denies would be told. */
export function denialsOf(report: Report, reading: Reading): readonly Topic[] {
  const denials = reading.events.filter(({ isDenial }) => isDenial);
  if (denials.length === 0) return [];
  const told = { report, reading, theatre: theatreOf(report, reading) };
  return denials.flatMap((event) => eventDraft(event, told));
}

/** Running totals that a report states, by what is handed over and conflict. */
export function wholesOf(report: Report, reading: Reading): readonly Whole[] {
  const claims = reading.figures.filter((figure) => figure.scope === "running");
  if (claims.length === 0) return [];
  const theatre = theatreOf(report, reading);
  return claims.flatMap((figure) => {
    const subject = handedOver(figure.measure);
    if (subject === null) return [];
    return [{ subject, conflict: theatre.ofFigure(figure), figures: [figure] }];
  });
}

/** Hours by which the day of a place may be ahead of the report's day in UTC, with a margin. */
const aheadMs = 6 * 3_600_000;

/** What is told for a day still to come has not happened: handovers are promises, and strikes are none. */
function withoutFuture(reading: Reading, report: Report): Reading {
  const today = dayOf((report.publishedAt ?? report.seenAt) + aheadMs);
  const isAhead = (date: string | null) => (lastDay(date) ?? "") > today;
  // Where a strike is told of, what it did has the wrong day.
  const isStruck = reading.events.some(({ kind, date }) => kind === "strike" && !isAhead(date));
  const figures = reading.figures.flatMap((figure): readonly Figure[] => {
    if (figure.scope !== "event" || !isAhead(figure.date)) return [figure];
    if (handedOver(figure.measure) !== null) return [{ ...figure, scope: "planned" }];
    return isStruck ? [{ ...figure, date: null }] : [];
  });
  const isToCome = (event: ReadEvent) =>
    event.kind === "ceasefire"
      ? event.stage === "started" && (isAhead(event.date) || event.isPromised === true)
      : (event.kind === "exchange" || event.kind === "strike") &&
        event.stage === "done" &&
        isAhead(event.date);
  return { ...reading, figures, events: reading.events.filter((event) => !isToCome(event)) };
}
