import type { Claim, Development, LedgerFigure, StageClaim } from "../model/development.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import type { Party } from "../model/side.ts";
import { attachOperations } from "./attach.ts";
import { claimOf, stageClaimOf } from "./claim.ts";
import { pointOf } from "./counts.ts";
import { isSumOfTowns } from "./day-sum.ts";
import { dayOf, daysBetween } from "./days.ts";
import type { Draft, ReconcileRequest } from "./draft.ts";
import { firstDay } from "./first-day.ts";
import type { Assertion } from "./fold.ts";
import { foldFigures } from "./fold.ts";
import { asAgreed, asHandedOver, asPromised, isEcho, isPutOff } from "./handover.ts";
import { takeDenials } from "./denial.ts";
import { matchTopic } from "./match.ts";
import { rehome } from "./misplaced.ts";
import { joinSlips } from "./merge.ts";
import type { MatchContext } from "./same-day.ts";
import { isDayKnown } from "./same-day.ts";
import { withOutcomes } from "./outcome.ts";
import { ruledStages, unwithdrawn } from "./ruling.ts";
import { refile, withRecaps } from "./recap.ts";
import { areAbroad, narrowPlaces, relateScenes } from "./scene.ts";
import { topicsOf } from "./split.ts";
import { campOf } from "./sides.ts";
import { sidedFigure } from "./sided.ts";
import { settle } from "./settle.ts";
import { newestStage } from "./stage.ts";
import { standFigure } from "./standing.ts";
import type { Topic } from "./topic.ts";
import { reportDay, union } from "./topic.ts";
import { isSameClaim } from "./unite.ts";
import { withoutClaims, withoutReport } from "./withdraw.ts";

/** No defence has stopped all of so many, and no salvo of so many has got through whole. */
const largeSalvo = 20;

/** A thing told with a day this many days before the report is background: it joins what is known and opens nothing. */
const backgroundDays = 2;

/**
 * What a report changes: new states of the developments and operations that it touches. A report that was seen before
 * first takes back what it said. Null: it changes nothing. Pure: the same request gives the same change.
 */
export function reconcile(request: ReconcileRequest): LedgerChange | null {
  const { report, reading, view } = request;
  const before = byId(view.developments);
  const own =
    view.previous === null ? [] : view.developments.filter(({ reports }) => reports.includes(report.id));
  const draft: Draft = {
    request,
    own: new Set(own.map((development) => development.id)),
    developments: byId(view.developments),
    before,
    operations: byId(view.operations),
    nextDevelopment: view.nextDevelopment,
    nextOperation: view.nextOperation,
  };
  for (const development of own)
    draft.developments.set(development.id, withoutReport(development, report.id));
  for (const operation of view.operations)
    draft.operations.set(operation.id, withoutClaims(operation, report.id));
  const context = contextOf(draft);
  const told = joinSlips(topicsOf(report, reading), (topic) => isDayKnown(topic, context));
  const placed = rehome(refile(told, context), reading, context);
  const topics = withOutcomes(withRecaps(placed), context);
  for (const topic of topics)
    if (!isEcho(topic, topics)) takeIn(asAgreed(topic, draft), draft, isPutOff(topic, topics));
  takeDenials(draft, contextOf(draft));
  attachOperations(draft);
  const developments = changed(draft.developments, before);
  const operations = changed(draft.operations, byId(view.operations));
  if (developments.length === 0 && operations.length === 0) return null;
  return { cause: { kind: "report", reportId: report.id }, at: report.seenAt, developments, operations };
}

function byId<State extends { readonly id: string }>(states: readonly State[]): Map<string, State> {
  const found = new Map<string, State>();
  for (const state of states) found.set(state.id, state);
  return found;
}

function changed<State extends { readonly id: string }>(
  after: ReadonlyMap<string, State>,
  before: ReadonlyMap<string, State>,
): readonly State[] {
  return [...after.values()].filter((state) => before.get(state.id) !== state);
}

function contextOf(draft: Draft): MatchContext {
  const { report } = draft.request;
  return {
    developments: [...draft.developments.values()],
    day: reportDay(report),
    seenAt: report.seenAt,
    reportId: report.id,
    outlet: report.source.name,
    own: draft.own,
  };
}

/** `isClosed`: it joins what is known and opens nothing. */
function takeIn(topic: Topic, draft: Draft, isClosed: boolean): void {
  const context = contextOf(draft);
  const known =
    matchTopic(topic, context) ??
    (!isClosed &&
    canOpen(topic, context.day) &&
    !isSumOfTowns(topic, context) &&
    isOfTwo(topic, draft.request)
      ? open(topic, draft)
      : null);
  if (known === null) return;
  const own = topic.subject === "deal" ? asPromised(topic, known) : asHandedOver(topic, known, draft);
  draft.developments.set(known.id, support(known, own, draft));
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

/** An exchange has two sides: where nobody is quoted and no side publishes, the report must name both. */
function isOfTwo(topic: Topic, { report, reading }: ReconcileRequest): boolean {
  const isSaid = [...topic.figures, ...topic.events].some(({ by }) => by !== null);
  if (topic.kind !== "exchange" || isSaid || report.source.side !== null) return true;
  // A title with the number of one side's captives: in a war of two the other let them go.
  if (topic.figures.some(({ side, evidence }) => side !== null && report.title.includes(evidence)))
    return true;
  const named = [...reading.parties, ...topic.events.flatMap(({ parties }) => parties), ...topic.parties];
  return new Set(named.map(campOf)).size > 1;
}

function canOpenExchange(topic: Topic): boolean {
  if (topic.subject === "deal") return topic.events.some((event) => event.stage === "agreed");
  // Exchanges are much talked of: one is known by its day, or by its number.
  if (topic.date === null)
    return topic.events.length > 0 && (topic.figures.length > 0 || topic.subject === "delay");
  return topic.events.length > 0 || topic.figures.length > 0;
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
    ...(topic.limit == null ? {} : { limit: topic.limit }),
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
  const heard = [...development.stages, ...topic.events.map((event) => stageClaimOf(event, draft.request))];
  const stages = ruledStages(heard, development.rulings ?? []);
  const told = topic.figures.some(({ side }) => side === null)
    ? topic.figures.map((figure) => sidedFigure(figure, development, topic))
    : topic.figures;
  const figures = foldFigures(told).reduce<readonly LedgerFigure[]>(
    (known, assertion) =>
      withClaim(known, assertion, { draft, development, isRecap: topic.isRecap === true }),
    development.figures,
  );
  return settle({
    ...development,
    subject: subjectOf(development, topic),
    attacker: attackerTold(stages) ?? development.attacker ?? topic.attacker,
    ...(development.limit == null && topic.limit != null ? { limit: topic.limit } : {}),
    date: development.date ?? dayGained(development, topic),
    stages,
    stage: stages.length === 0 ? development.stage : newestStage(development.kind, stages),
    places: placesOf(development, topic),
    parties: union(development.parties, topic.parties),
    reports: union(development.reports, [report.id]),
    figures,
    lastSeenAt: Math.max(development.lastSeenAt, report.seenAt),
  });
}

/** Who attacked, by what most outlets tell, the first of them where as many tell otherwise. Null: nobody tells. */
function attackerTold(stages: readonly StageClaim[]): Party | null {
  const told = unwithdrawn(stages).flatMap(({ attacker, outlet }) =>
    attacker === undefined ? [] : [{ attacker, outlet: outlet.name }],
  );
  const outlets = (party: Party) =>
    new Set(told.flatMap(({ attacker, outlet }) => (attacker === party ? [outlet] : []))).size;
  const parties = [...new Set(told.map(({ attacker }) => attacker))];
  return parties.toSorted((a, b) => outlets(b) - outlets(a))[0] ?? null;
}

/** The day of what was told without one. Null: the topic's is none, too long before the first word of it to be its own, or, of a strike, after it. */
function dayGained(development: Development, { kind, date }: Topic): string | null {
  const { reports, firstSeenAt } = development;
  if (date === null || reports.length === 0) return date;
  if (kind === "strike" && date > firstDay(development)) return null;
  return daysBetween(date, dayOf(firstSeenAt)) > backgroundDays ? null : date;
}

/** A handover first told without its number is what its first number says; a toll without a town is the town's that is named. */
function subjectOf(development: Development, topic: Topic): Development["subject"] {
  const isNamed =
    development.subject === "night" &&
    topic.subject === "place" &&
    !areAbroad(topic.places, development.places);
  const isCounted = development.figures.length === 0 && topic.figures.length > 0;
  return isNamed || isCounted ? topic.subject : development.subject;
}

/** A strike's scene gains only what is narrower or holds it; every other place is another scene. */
function placesOf(development: Development, topic: Topic): Development["places"] {
  if (development.kind !== "strike") return union(development.places, topic.places);
  if (development.places.length === 0) return topic.places;
  // A toll whose town is named at last.
  if (areAbroad(topic.places, development.places)) return development.places;
  if (topic.subject === "place" && narrowPlaces(development.places).length === 0) return topic.places;
  return relateScenes(development.places, topic.places) === "unknown"
    ? development.places
    : union(development.places, topic.places);
}

function withClaim(
  figures: readonly LedgerFigure[],
  assertion: Assertion,
  to: { readonly draft: Draft; readonly development: Development; readonly isRecap: boolean },
): readonly LedgerFigure[] {
  if (isImpossible(assertion, figures, to.draft.request.report.id)) return figures;
  const told = claimOf(assertion, to.draft.request);
  const claim: Claim = to.isRecap ? { ...told, isRecap: true } : told;
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

/** More drones or missiles stopped than were launched, by what stands and by the report itself, or every one of a large salvo. */
function isImpossible(assertion: Assertion, figures: readonly LedgerFigure[], reportId: string): boolean {
  const [what, how] = assertion.measure.split(".");
  if (how !== "stopped" && how !== "downed" && how !== "hit" && how !== "suppressed") return false;
  const launched = figures.find(
    (figure) =>
      figure.measure === `${what}.launched` &&
      figure.side === assertion.side &&
      figure.weapon === assertion.weapon,
  );
  const own = launched?.claims.flatMap((claim) => (claim.reportId === reportId ? [pointOf(claim) ?? 0] : []));
  const standing = launched?.best ?? null;
  const [all, some] = [standing === null ? null : Math.max(standing, ...(own ?? [])), pointOf(assertion)];
  return all !== null && some !== null && (some > all || (some === all && all >= largeSalvo));
}
