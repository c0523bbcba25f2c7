import type {
  Attribution,
  Claim,
  Development,
  LedgerFigure,
  Operation,
  StageClaim,
} from "../model/development.ts";
import type { LedgerChange, LedgerView } from "../ports/ledger-store.ts";
import type { EventStage } from "../model/event.ts";
import { eventStages } from "../model/event.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Speaker } from "../model/speaker.ts";
import { daysBetween } from "./days.ts";
import type { Assertion } from "./fold.ts";
import { foldFigures } from "./fold.ts";
import { matchTopic, standingOf } from "./match.ts";
import { pointOf } from "./counts.ts";
import { attachOperations } from "./attach.ts";
import { originOf } from "./origin.ts";
import { standFigure } from "./standing.ts";
import type { Topic } from "./topic.ts";
import { reportDay, topicsOf, union } from "./topic.ts";

export interface ReconcileRequest {
  readonly report: Report;
  readonly reading: Reading;
  readonly view: LedgerView;
  /** The origin of the report's own voice (origin.ts): its outlet's, or that of the text it copies. */
  readonly textOrigin: string;
}

/** A thing told with a day this many days before the report is background: it joins what is known and opens nothing. */
const backgroundDays = 2;

/** The state of the ledger while one report is taken in. */
export interface Draft {
  readonly request: ReconcileRequest;
  readonly developments: Map<string, Development>;
  readonly operations: Map<string, Operation>;
  nextDevelopment: number;
  nextOperation: number;
}

/**
 * What a report changes: new states of the developments and operations that it touches. A report that was seen before
 * first takes back what it said. Null: it changes nothing. Pure: the same request gives the same change.
 */
export function reconcile(request: ReconcileRequest): LedgerChange | null {
  const { report, reading, view } = request;
  const draft: Draft = {
    request,
    developments: new Map(view.developments.map((development) => [development.id, development])),
    operations: new Map(view.operations.map((operation) => [operation.id, operation])),
    nextDevelopment: view.nextDevelopment,
    nextOperation: view.nextOperation,
  };
  for (const development of view.developments) {
    if (development.reports.includes(report.id))
      draft.developments.set(development.id, withoutReport(development, report.id));
  }
  for (const topic of topicsOf(report, reading)) takeIn(topic, draft);
  attachOperations(draft);
  const developments = changed(draft.developments, view.developments);
  const operations = changed(draft.operations, view.operations);
  if (developments.length === 0 && operations.length === 0) return null;
  return { cause: { kind: "report", reportId: report.id }, at: report.seenAt, developments, operations };
}

function changed<State extends { readonly id: string }>(
  after: ReadonlyMap<string, State>,
  before: readonly State[],
): readonly State[] {
  const known = new Map(before.map((state) => [state.id, state]));
  return [...after.values()].filter((state) => known.get(state.id) !== state);
}

/** A development without what one report said. Its id, what was told and its other claims stay. */
export function withoutReport(development: Development, reportId: string): Development {
  const figures = development.figures.flatMap((figure) => {
    const claims = figure.claims.filter((claim) => claim.reportId !== reportId);
    if (claims.length === figure.claims.length) return [figure];
    return claims.length === 0 ? [] : [standFigure(figure, claims, development)];
  });
  const stages = development.stages.filter((stage) => stage.reportId !== reportId);
  return {
    ...development,
    figures,
    stages,
    stage: stages.length === 0 ? development.stage : newestStage(development.kind, stages),
    reports: development.reports.filter((id) => id !== reportId),
  };
}

function takeIn(topic: Topic, draft: Draft): void {
  const { report } = draft.request;
  const context = {
    developments: [...draft.developments.values()],
    day: reportDay(report),
    seenAt: report.seenAt,
    outlet: report.source.name,
  };
  const known = matchTopic(topic, context) ?? (canOpen(topic, context.day) ? open(topic, draft) : null);
  if (known === null) return;
  draft.developments.set(
    known.id,
    support(known, topic.subject === "deal" ? asPromised(topic, known) : topic, draft),
  );
}

/** Of a report that does not tell of the agreement itself only its own numbers count: other promises are about single legs. */
function asPromised(topic: Topic, deal: Development): Topic {
  if (topic.events.some((event) => event.stage === "agreed")) return topic;
  return {
    ...topic,
    figures: topic.figures.filter((figure) => standingOf(deal, figure) === pointOf(figure)),
  };
}

/**
 * Whether a topic may open a development: told as news, with what makes its kind. A background mention, a promise without
 * an agreement, a toll without an attack and the attacker's own account open none.
 */
function canOpen(topic: Topic, day: string): boolean {
  if (topic.date !== null && daysBetween(topic.date, day) > backgroundDays) return false;
  if (topic.kind === "exchange") return canOpenExchange(topic);
  if (topic.kind !== "strike") return topic.events.length > 0;
  if (topic.subject === "place") return topic.events.length > 0 || topic.figures.length > 0;
  return (
    topic.figures.some((figure) => figure.measure !== "killed" && figure.measure !== "injured") ||
    (topic.figures.length > 0 && topic.events.length > 0)
  );
}

function canOpenExchange(topic: Topic): boolean {
  if (topic.subject === "deal") return topic.events.some((event) => event.stage === "agreed");
  if (topic.events.length > 0) return true;
  return topic.date !== null && topic.figures.length > 0;
}

function open(topic: Topic, draft: Draft): Development {
  const { report } = draft.request;
  const id = `d${draft.nextDevelopment}`;
  draft.nextDevelopment += 1;
  return {
    id,
    kind: topic.kind,
    subject: topic.subject,
    attacker: topic.attacker,
    stage: topic.events[0]?.stage ?? "done",
    stages: [],
    conflict: topic.conflict,
    date: topic.date,
    places: [],
    parties: [],
    operation: null,
    reports: [],
    figures: [],
    firstSeenAt: report.seenAt,
    lastSeenAt: report.seenAt,
    told: null,
    holdUntil: null,
    mergedInto: null,
  };
}

/** A development with what the report says about it. */
function support(development: Development, topic: Topic, draft: Draft): Development {
  const { report } = draft.request;
  const stages = [...development.stages, ...topic.events.map((event) => stageClaim(event, draft.request))];
  const figures = foldFigures(topic.figures).reduce<readonly LedgerFigure[]>(
    (known, assertion) => withClaim(known, assertion, { draft, development }),
    development.figures,
  );
  return {
    ...development,
    // A handover first told without its number is what its first number says.
    subject:
      development.figures.length === 0 && topic.figures.length > 0 ? topic.subject : development.subject,
    attacker: development.attacker ?? topic.attacker,
    date: development.date ?? topic.date,
    stages,
    stage: stages.length === 0 ? development.stage : newestStage(development.kind, stages),
    places: placesOf(development, topic),
    parties: union(development.parties, topic.parties),
    reports: union(development.reports, [report.id]),
    figures,
    lastSeenAt: Math.max(development.lastSeenAt, report.seenAt),
  };
}

function stageClaim(event: Topic["events"][number], request: ReconcileRequest): StageClaim {
  const { kind, stage, date, by, evidence } = event;
  const voice = by === null ? request.report.source.side : by.side;
  return { kind, stage, date, by, evidence, voice, ...attributionOf(by, request) };
}

function attributionOf(by: Speaker | null, { report, textOrigin }: ReconcileRequest): Attribution {
  const { id, source, isStateControlled, url, seenAt } = report;
  return { reportId: id, outlet: source, isStateControlled, url, seenAt, origin: originOf(by, textOrigin) };
}

/** The scene stays as it was first told but for what makes it narrower: every mention of a region would widen it. */
function placesOf(development: Development, topic: Topic): Development["places"] {
  if (development.kind !== "strike" || development.subject === "place")
    return union(development.places, topic.places);
  return development.places.length > 0 ? development.places : topic.places;
}

/** Stages by how far they go. The contract lists them so, but that what was agreed stays agreed when its day is announced. */
function stageOrder(kind: Development["kind"]): readonly EventStage[] {
  return kind === "exchange" ? ["announced", "agreed", "done", "delayed", "cancelled"] : eventStages[kind];
}

/** The furthest stage that was claimed. */
function newestStage(kind: Development["kind"], stages: readonly StageClaim[]): EventStage {
  const order = stageOrder(kind);
  const ranks = stages.map((claim) => order.indexOf(claim.stage));
  return order[Math.max(...ranks)] ?? stages[0]?.stage ?? "done";
}

function withClaim(
  figures: readonly LedgerFigure[],
  assertion: Assertion,
  to: { readonly draft: Draft; readonly development: Development },
): readonly LedgerFigure[] {
  const claim = claimOf(assertion, to.draft.request);
  const index = figures.findIndex(
    (figure) =>
      figure.measure === assertion.measure &&
      figure.side === assertion.side &&
      figure.group === assertion.group &&
      figure.weapon === assertion.weapon &&
      figure.scope === assertion.scope,
  );
  const before = index < 0 ? [] : (figures[index]?.claims ?? []);
  if (before.some((other) => isSameClaim(other, claim))) return figures;
  const figure = standFigure(assertion, [...before, claim], to.development);
  return index < 0 ? [...figures, figure] : figures.with(index, figure);
}

function isSameClaim(a: Claim, b: Claim): boolean {
  return a.reportId === b.reportId && a.low === b.low && a.high === b.high && a.by?.name === b.by?.name;
}

/** A figure of the report as a claim. */
export function claimOf(assertion: Assertion, request: ReconcileRequest): Claim {
  const { report, reading } = request;
  return {
    low: assertion.low,
    high: assertion.high,
    approx: assertion.approx,
    group: assertion.toldGroup,
    weapon: assertion.toldWeapon,
    was: assertion.was ?? null,
    isSum: assertion.isSum,
    by: assertion.by,
    publishedAt: report.publishedAt,
    evidence: assertion.evidence,
    lang: reading.lang,
    ...attributionOf(assertion.by, request),
  };
}
