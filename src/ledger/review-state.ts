import type { Development, DevelopmentId, Operation } from "../model/development.ts";
import type { RefusalCode, Review } from "../model/review.ts";
import type { Ruling } from "../model/ruling.ts";
import type { JournalEntry } from "../ports/ledger-store.ts";
import { ruledStages } from "./ruling.ts";
import { settle } from "./settle.ts";
import { newestStage } from "./stage.ts";
import { standFigure } from "./standing.ts";

/** A review, and the part of the ledger that it is about. */
export interface ReviewRequest {
  readonly review: Review;
  readonly now: number;
  /** The developments that the action names (merged ones as they are stored), all legs of their operations, and for `retract` all that the report supports. */
  readonly developments: readonly Development[];
  readonly operations: readonly Operation[];
  /** The next unused number for `d…`. */
  readonly nextDevelopment: number;
  /** The journal's entry that an `undo` names, then the one that this one undid, and so on. []: there is none, or nothing is undone. */
  readonly entries: readonly JournalEntry[];
  /** The ledger's version. */
  readonly version: number;
}

/** The states that an action changes, or why it changes none. */
export type Reviewed = readonly Development[] | RefusalCode;

/** The development that an id stands for: a merged one's is the one it went into. Null: it is not in view. */
export function standingOne(
  id: DevelopmentId,
  { developments }: Pick<ReviewRequest, "developments">,
): Development | null {
  let found = developments.find((development) => development.id === id) ?? null;
  for (let hops = 0; found !== null && found.mergedInto !== null && hops < developments.length; hops++) {
    const { mergedInto } = found;
    found = developments.find((development) => development.id === mergedInto) ?? null;
  }
  return found;
}

type Decided = Ruling extends infer Each
  ? Each extends Ruling
    ? Omit<Each, "at" | "by" | "note">
    : never
  : never;

/** A decision as the review made it. */
export function rulingOf({ review, now }: ReviewRequest, decided: Decided): Ruling {
  return { at: now, by: review.by, note: review.note, ...decided };
}

/** A development with one more ruling. */
export function withRuling(development: Development, ruling: Ruling): Development {
  return ruled(development, [...(development.rulings ?? []), ruling]);
}

/** A development under other rulings: every number and stage is weighed anew. */
export function ruled(development: Development, rulings: readonly Ruling[]): Development {
  const stages = ruledStages(development.stages, rulings);
  const { denials } = development;
  return settle({
    ...development,
    rulings,
    ...(denials === undefined ? {} : { denials: ruledStages(denials, rulings) }),
    stages,
    stage: stages.length === 0 ? development.stage : newestStage(development.kind, stages),
    figures: development.figures.map((figure) =>
      standFigure(figure, figure.claims, { conflict: development.conflict, rulings }),
    ),
  });
}

/** Everything that the report said is withdrawn, wherever it said it. */
export function retract(reportId: string, request: ReviewRequest): Reviewed {
  const supported = request.developments.filter(({ reports }) => reports.includes(reportId));
  if (supported.length === 0) return "no-report";
  const ruling = rulingOf(request, { kind: "withdraw", figure: null, reportId });
  return supported.map((development) => withRuling(development, ruling));
}
