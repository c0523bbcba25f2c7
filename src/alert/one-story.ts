import { pointOf } from "../ledger/counts.ts";
import { dayMs, dayOf } from "../ledger/days.ts";
import { matchTopic } from "../ledger/match.ts";
import type { Topic } from "../ledger/topic.ts";
import type { Alert } from "../model/alert.ts";
import type { Development, LedgerFigure } from "../model/development.ts";
import { withTold } from "./alert-of.ts";
import { hasMoved, isSameFigure } from "./material.ts";
import { defaultPolicy, isRinging } from "./policy.ts";

/** Two ledgers may tell of one thing with so much time between, milliseconds: as far back as a report of a strike reaches. */
export const storyReachMs = 10 * dayMs;

/**
 * Whether an alert of a chat's own ledger tells the development that one of everybody's tells: by the rules by which a report finds its
 * development, with what the alerts say.
 */
export function areOneStory(own: Alert, other: Alert): boolean {
  if (own.kind !== other.kind || own.conflict !== other.conflict) return false;
  const apartMs = Math.abs(own.at - other.at);
  if (apartMs > storyReachMs) return false;
  const context = {
    developments: [developmentOf(other)],
    day: dayOf(own.at),
    seenAt: other.at + apartMs,
    reportId: "",
    outlet: "",
    own: new Set<string>(),
  };
  return matchTopic(topicOf(own), context) !== null;
}

/** Whether who was told the one has something to hear in the other: a stage, or a number that rings and stands otherwise or was not told. */
export function ringsAfter(told: Alert, now: Alert): boolean {
  if (now.kind !== "strike" && now.stage !== told.stage) return true;
  return now.figures.some((figure) => {
    const others = now.figures.filter((other) => other !== figure);
    if (figure.isRival || !isRinging(now, figure, others)) return false;
    const before = told.figures.find((known) => isSameFigure(known, figure));
    if (before !== undefined) return hasMoved(before, figure, defaultPolicy);
    return !told.figures.some(
      (known) => known.measure === figure.measure && pointOf(known) === pointOf(figure),
    );
  });
}

/** What an alert says, as a report would say it. */
function topicOf(alert: Alert): Topic {
  const { kind, subject, attacker, stage, date, limit, conflict, places, parties } = alert;
  const said = { date, places, by: null, evidence: "" };
  return {
    kind,
    subject,
    attacker,
    date,
    ...(limit === undefined ? {} : { limit }),
    conflict,
    places,
    parties,
    figures: alert.figures.filter(({ isRival }) => !isRival).map((figure) => ({ ...figure, ...said })),
    events: [{ ...said, kind, stage, parties, isDenial: false }],
  };
}

/** The development that an alert tells, as far as the alert says it. */
function developmentOf(alert: Alert): Development {
  const { kind, subject, attacker, stage, conflict, date, places, parties, reports, at } = alert;
  const figures = alert.figures.flatMap((figure): LedgerFigure[] => {
    const { measure, side, group, weapon, scope, low, high, isRival } = figure;
    const key = { measure, side, group, weapon, scope };
    // The number is claimed, by whomever: all that the rules ask of a claim is its number.
    const claim = { ...figure, ...nobody, seenAt: at };
    return isRival
      ? []
      : [{ ...key, claims: [claim], leading: claim, rivals: [], low, best: pointOf(figure), high }];
  });
  const development: Development = {
    id: alert.development,
    kind,
    subject,
    attacker,
    stage,
    ...(alert.limit === undefined ? {} : { limit: alert.limit }),
    conflict,
    date,
    places,
    parties,
    stages: [],
    operation: null,
    reports: reports.length === 0 ? [alert.development] : reports,
    figures,
    firstSeenAt: at,
    lastSeenAt: at,
    told: null,
    holdUntil: null,
    mergedInto: alert.mergedInto ?? null,
  };
  return withTold(development, alert);
}

const nobody = {
  was: null,
  isSum: false,
  publishedAt: null,
  evidence: "",
  lang: null,
  reportId: "",
  sourceId: null,
  outlet: { name: "", side: null },
  isStateControlled: false,
  url: "",
  origin: "",
} as const;
