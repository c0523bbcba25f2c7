import type { Claim, Development, FigureKey, LedgerFigure, StageClaim } from "../model/development.ts";
import type { Ruling } from "../model/ruling.ts";
import { pointOf } from "./counts.ts";

/** Whether two keys name one number. */
export function isSameKey(a: FigureKey, b: FigureKey): boolean {
  return (
    a.measure === b.measure &&
    a.side === b.side &&
    a.group === b.group &&
    a.weapon === b.weapon &&
    a.scope === b.scope
  );
}

/** What still counts: all but what a review took out. */
export function unwithdrawn<Heard extends { readonly isWithdrawn?: boolean }>(
  heard: readonly Heard[],
): readonly Heard[] {
  const isOut = ({ isWithdrawn }: Heard) => isWithdrawn === true;
  return heard.some(isOut) ? heard.filter((each) => !isOut(each)) : heard;
}

/**
 * Claims about one number as reviews leave them: marked where they were taken out, and with the reviewers' own numbers among them. The
 * rulings decide alone, so that the same ones give the same claims however often they are applied.
 */
export function ruledClaims(
  key: FigureKey,
  claims: readonly Claim[],
  rulings: readonly Ruling[],
): readonly Claim[] {
  if (rulings.length === 0 && claims.every(isPlain)) return claims;
  const told = claims.filter(({ review }) => review === undefined);
  const withdrawals = rulings.filter((ruling) => ruling.kind === "withdraw" && isAbout(ruling, key));
  const marked = told.map((claim) =>
    mark(
      claim,
      withdrawals.some((ruling) => takesOut(ruling, claim, told)),
    ),
  );
  // A reviewer's own number stands until a later review takes all numbers out.
  const last = rulings.findLast(
    (ruling) => ruling.kind === "withdraw" && ruling.reportId === null && isAbout(ruling, key),
  );
  const since = last === undefined ? rulings : rulings.slice(rulings.indexOf(last) + 1);
  return [...marked, ...since.flatMap((ruling) => ownClaim(ruling, key))];
}

function isPlain({ review, isWithdrawn }: Claim): boolean {
  return review === undefined && isWithdrawn === undefined;
}

function isAbout({ figure }: Ruling, key: FigureKey): boolean {
  return figure === null || isSameKey(figure, key);
}

function mark<Heard extends { readonly isWithdrawn?: boolean }>(heard: Heard, isOut: boolean): Heard {
  if (isOut === (heard.isWithdrawn ?? false)) return heard;
  return isOut ? { ...heard, isWithdrawn: true } : { ...heard, isWithdrawn: undefined };
}

/** Of one report what it says; of all reports what was said so far, and the same number said again. */
function takesOut(ruling: Ruling, claim: Claim, all: readonly Claim[]): boolean {
  if (ruling.kind !== "withdraw") return false;
  if (ruling.reportId !== null) return ruling.reportId === claim.reportId;
  return all.some((other) => other.seenAt <= ruling.at && pointOf(other) === pointOf(claim));
}

/** A reviewer's number as a claim of its own, shown as such. [] for rulings on something else. */
function ownClaim(ruling: Ruling, key: FigureKey): readonly Claim[] {
  if (ruling.kind !== "correct" || !isSameKey(ruling.figure, key)) return [];
  const { at, by, note, span, was, speaker } = ruling;
  return [
    {
      ...span,
      group: key.group,
      weapon: key.weapon,
      was,
      isSum: false,
      by: speaker,
      review: { by, note },
      reportId: `review:${at}`,
      sourceId: null,
      outlet: { name: "", side: null },
      isStateControlled: false,
      url: "",
      seenAt: at,
      publishedAt: at,
      origin: "review",
      evidence: `${evidenceOf(span)}${note === "" ? "" : `: ${note}`}`,
      lang: null,
    },
  ];
}

function evidenceOf({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (low === high) return String(low ?? "");
  return `${low ?? ""}–${high ?? ""}`;
}

/** Stages as reviews leave them: those of a withdrawn report, or all stages heard before the whole was withdrawn, count no more. */
export function ruledStages(
  stages: readonly StageClaim[],
  rulings: readonly Ruling[],
): readonly StageClaim[] {
  if (rulings.length === 0 && stages.every(({ isWithdrawn }) => isWithdrawn === undefined)) return stages;
  const withdrawals = rulings.filter((ruling) => ruling.kind === "withdraw" && ruling.figure === null);
  return stages.map((claim) =>
    mark(
      claim,
      withdrawals.some((ruling) => endsStage(ruling, claim, stages)),
    ),
  );
}

function endsStage(ruling: Ruling, claim: StageClaim, all: readonly StageClaim[]): boolean {
  if (ruling.kind !== "withdraw") return false;
  if (ruling.reportId !== null) return ruling.reportId === claim.reportId;
  return all.some((other) => other.seenAt <= ruling.at && other.stage === claim.stage);
}

/** Whether a reviewer holds it back. */
export function isHeld({ rulings = [] }: Pick<Development, "rulings">): boolean {
  return rulings.some(({ kind }) => kind === "hold");
}

/** Whether a reviewer says that it is so. */
export function isConfirmed({ rulings = [] }: Pick<Development, "rulings">): boolean {
  return rulings.some(({ kind }) => kind === "confirm");
}

/** A development as what still counts of it shows it; the same object where nothing was taken out. */
export function standingPart(development: Development): Development {
  const isOut = ({ isWithdrawn }: { readonly isWithdrawn?: boolean }) => isWithdrawn === true;
  const { figures, stages, denials = [] } = development;
  if (![...stages, ...denials].some(isOut) && !figures.some(({ claims }) => claims.some(isOut)))
    return development;
  return {
    ...development,
    denials: unwithdrawn(denials),
    stages: unwithdrawn(stages),
    figures: figures.map((figure): LedgerFigure => ({ ...figure, claims: unwithdrawn(figure.claims) })),
  };
}
