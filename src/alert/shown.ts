import type { Claim, Development, LedgerFigure, ToldFigure } from "../model/development.ts";
import type { Party } from "../model/side.ts";
import { measureNames } from "../measures.ts";
import { agree, handedOver, isSalvo, pointOf } from "../ledger/counts.ts";
import { campOf, isOpponent, isSameCamp, partiesOf } from "../ledger/sides.ts";
import { voiceOf } from "../ledger/nearness.ts";
import type { Speaker } from "../model/speaker.ts";
import { isOfPlace, isShown } from "./policy.ts";
import { voiceOfOutlet } from "./speaker-name.ts";
import { originsAmong } from "../ledger/origin.ts";

/** A development's figures as an alert carries them: the leading claim of each, then its rivals. In the order of the table of measures. */
export function shownFigures(development: Development): readonly ToldFigure[] {
  const shown = development.figures.filter(
    (figure) =>
      figure.leading !== null &&
      isShown(development, figure) &&
      isPartys(figure, development) &&
      isOfScene(figure, development),
  );
  return shown
    .filter((figure) => !isUnsided(figure) || !shown.some((other) => isBeside(figure, other)))
    .toSorted(inTableOrder)
    .flatMap((figure) => [
      ...(figure.leading === null ? [] : [toTold(figure, figure.leading, false)]),
      ...figure.rivals.map((rival) => toTold(figure, rival, true)),
    ]);
}

/** Whether people were killed of whom nobody has told a number that is shown. */
export function isUncountedDeadly(development: Development): boolean {
  return (
    development.stages.some(
      (claim) => claim.isDeadly === true && claim.isWithdrawn !== true && !claim.isDenial,
    ) && !shownFigures(development).some(({ measure }) => measure === "killed")
  );
}

/** Whether an exchange's number is of a side of its conflict: who else was freed with them is told in the ledger only. */
function isPartys({ side }: LedgerFigure, { kind, conflict }: Development): boolean {
  const parties = partiesOf(conflict);
  if (kind !== "exchange" || parties.length === 0 || side === null || side === "both") return true;
  return parties.some((party) => isSameCamp(party, side));
}

/** What is said of the other side's dead at a place is a claim about the front, or a misreading: told in the ledger only. */
function isOfScene(figure: LedgerFigure, development: Development): boolean {
  return development.subject !== "place" || isSalvo(figure.measure) || isOfPlace(figure, development);
}

/** One number for both sides, or for nobody's: left out where each side has its own. */
function isUnsided({ side }: LedgerFigure): boolean {
  return side === null || side === "both";
}

/** Whether a sided number makes an unsided one needless: of the same measure, and in an exchange of any. */
function isBeside(unsided: LedgerFigure, other: LedgerFigure): boolean {
  const isHandover = handedOver(unsided.measure) !== null && handedOver(other.measure) !== null;
  return !isUnsided(other) && (other.measure === unsided.measure || isHandover);
}

/** By the table of measures, then side by side in one order for all, wholes before parts. */
function inTableOrder(a: LedgerFigure, b: LedgerFigure): number {
  const byMeasure = measureNames.indexOf(a.measure) - measureNames.indexOf(b.measure);
  const byWhole =
    Number(a.group !== null || a.weapon !== null) - Number(b.group !== null || b.weapon !== null);
  return byMeasure || byWhole || (a.side ?? "").localeCompare(b.side ?? "");
}

function toTold(figure: LedgerFigure, claim: Claim, isRival: boolean): ToldFigure {
  const { measure, side, group, weapon, scope } = figure;
  const by = claim.by ?? voiceOfOutlet(claim.outlet);
  const isReviewed = claim.review !== undefined;
  return {
    measure,
    side,
    group,
    weapon,
    scope,
    low: claim.low,
    high: claim.high,
    approx: claim.approx,
    by,
    isRival,
    ...(isReviewed ? { isReviewed } : {}),
  };
}

/** Whose word the development's stage is, each once, in the order in which they were heard. */
export function speakersOfStage(development: Development): readonly Speaker[] {
  const claims = development.stages.filter((claim) => claim.stage === development.stage);
  const speakers = claims.flatMap((claim) => claim.by ?? voiceOfOutlet(claim.outlet) ?? []);
  return [...new Map(speakers.map((speaker) => [speaker.name, speaker])).values()];
}

/** Who denies it, each once, in the order in which they were heard. */
export function deniersOf({ denials = [] }: Development): readonly Speaker[] {
  const speakers = denials.flatMap((claim) => claim.by ?? voiceOfOutlet(claim.outlet) ?? []);
  return [...new Map(speakers.map((speaker) => [speaker.name, speaker])).values()];
}

/**
 * How many independent origins stand behind what a development shows. The own voice of an outlet that quotes somebody on it is
 * that quote told on, and no origin beside it.
 */
export function countOrigins(development: Development): number {
  const numbers = development.figures.flatMap((figure) => figure.claims);
  const claims = [...numbers.filter(({ review }) => review === undefined), ...development.stages];
  const quoting = new Set(claims.filter(({ by }) => by !== null).map(({ outlet }) => outlet.name));
  const counted = claims.filter(({ by, outlet }) => by !== null || !quoting.has(outlet.name));
  return originsAmong(counted);
}

/** Whether two independent origins agree on a number that it shows, or, where it has none, on its stage. */
export function isBorneOut(development: Development): boolean {
  const shown = development.figures.filter((figure) => isShown(development, figure));
  const agreeing = shown.map(({ leading, claims }) =>
    leading === null ? 0 : originsAmong(claims.filter((claim) => pointOf(claim) === pointOf(leading))),
  );
  if (agreeing.length > 0) return agreeing.some((origins) => origins > 1);
  return originsAmong(development.stages.filter(({ stage }) => stage === development.stage)) > 1;
}

/** Whether parties that fight each other assert it: a number that agrees with the leading one, or the same stage. */
export function isConfirmedByBothSides(development: Development): boolean {
  if ((development.denials ?? []).length > 0) return false;
  // Two sides that blame each other confirm nothing.
  if (development.subject === "breach" || development.subject === "delay") return false;
  if (development.figures.some((figure) => figure.rivals.length > 0)) return false;
  const byNumbers = development.figures.some((figure) => {
    const { leading } = figure;
    return (
      leading !== null &&
      isShown(development, figure) &&
      areOpposed(figure.claims.filter((claim) => agree(claim, leading)).map(voiceOf), development.conflict)
    );
  });
  if (byNumbers || development.kind === "strike") return byNumbers;
  return areOpposed(
    development.stages.filter((claim) => claim.stage === development.stage).map((claim) => claim.voice),
    development.conflict,
  );
}

function areOpposed(voices: readonly (Party | null)[], conflict: string | null): boolean {
  const camps = partiesOf(conflict).map(campOf);
  const heard = [...new Set(voices.filter((voice) => voice !== null).map(campOf))].filter((camp) =>
    camps.includes(camp),
  );
  return heard.some((voice) => heard.some((other) => isOpponent(conflict, voice, other)));
}

/** Whether somebody but the outlets says so. */
export function hasAnyWord(development: Development): boolean {
  const isSaid = development.figures.some((figure) =>
    figure.claims.some((claim) => claim.by !== null || claim.outlet.side !== null),
  );
  return isSaid || development.stages.some((claim) => claim.by !== null || claim.voice !== null);
}
