import type { AlertChange } from "../model/alert.ts";
import type { Claim, Development, StageClaim, Told, ToldFigure } from "../model/development.ts";
import { handedOver, isSalvo, pointOf } from "../ledger/counts.ts";
import { lastDay } from "../ledger/days.ts";
import { firstDay } from "../ledger/first-day.ts";
import { isSameKey } from "../ledger/ruling.ts";
import { isSameCamp, partiesOf } from "../ledger/sides.ts";
import type { TellingPolicy } from "./policy.ts";
import { isRinging } from "./policy.ts";
import { shownFigures } from "./shown.ts";
import { voiceOfOutlet } from "./speaker-name.ts";
import { originsAmong } from "../ledger/origin.ts";

/** What moved since subscribers were told. */
export interface Moves {
  /** Everything that moved and is told at once. */
  readonly material: readonly AlertChange[];
  /** Everything that the message should show differently now. */
  readonly silent: readonly AlertChange[];
  /** A told number was lowered or withdrawn. */
  readonly isCorrection: boolean;
}

/** Compares a development with what was told of it. `before`: its state before this change. Rules 6 to 10 of the policy. */
export function movesOf(
  states: { readonly before: Development | null; readonly after: Development; readonly told: Told },
  policy: TellingPolicy,
): Moves {
  const { before, after, told } = states;
  const shown = shownFigures(after);
  const rung = ringingMoves(after, shown, { told, policy });
  const material = [
    ...stageMoves(before, after, told),
    ...rung.changes,
    ...denialMoves(before, after, { told, rung: rung.changes }),
  ];
  return { material, silent: silentMoves(shown, told), isCorrection: rung.isCorrection };
}

interface Measured {
  readonly told: Told;
  readonly policy: TellingPolicy;
}

function ringingMoves(
  after: Development,
  shown: readonly ToldFigure[],
  { told, policy }: Measured,
): { readonly changes: readonly AlertChange[]; readonly isCorrection: boolean } {
  const changes: AlertChange[] = [];
  let isCorrection = false;
  for (const figure of shown) {
    const others = shown.filter((other) => other !== figure);
    if (!isRinging(after, figure, others) || isBackground(after, figure)) continue;
    const old = told.rungFigures.find((other) => isSameFigure(other, figure));
    if (figure.isRival) {
      if (old === undefined) changes.push({ kind: "figure", from: null, to: figure });
    } else if (old === undefined) {
      if (isFirstNumber(after, told) && !mirrorsOther(figure, told) && !isLoneTally(after, figure))
        changes.push({ kind: "figure", from: null, to: figure });
    } else if (hasMoved(old, figure, policy)) {
      changes.push({ kind: "figure", from: old, to: figure });
      isCorrection ||= (pointOf(figure) ?? 0) < (pointOf(old) ?? 0);
    }
  }
  for (const old of told.rungFigures) {
    if (old.isRival || shown.some((figure) => isSameFigure(figure, old)) || !isRinging(after, old, shown))
      continue;
    // What stands in the messages, which may have moved without a sound since.
    const from = told.figures.find((other) => isSameFigure(other, old)) ?? old;
    changes.push({ kind: "figure", from, to: null });
    isCorrection = true;
  }
  return { changes, isCorrection };
}

/** Whether nobody told the number but as the story so far. */
function isBackground({ figures }: Development, figure: ToldFigure): boolean {
  const known = figures.find((other) => isSameKey(other, figure));
  return known !== undefined && known.claims.every(({ isRecap }) => isRecap === true);
}

/** Of a night that somebody counted, what one outlet counts further in its own voice waits for a second origin. */
function isLoneTally({ subject, figures }: Development, figure: ToldFigure): boolean {
  if (subject !== "night" || !isSalvo(figure.measure)) return false;
  const known = figures.find((other) => isSameKey(other, figure));
  const isOwnVoice = ({ by, outlet }: Claim) => by === null && outlet.side === null;
  const isCounted = figures.some(({ measure, claims }) => isSalvo(measure) && !claims.every(isOwnVoice));
  if (known === undefined || !isCounted || !known.claims.every(isOwnVoice)) return false;
  return originsAmong(known.claims) < 2;
}

/** A deal is told with its numbers; what else was promised beside them is no news of its own. */
function isFirstNumber(after: Development, told: Told): boolean {
  return after.subject !== "deal" || !told.rungFigures.some((figure) => handedOver(figure.measure) !== null);
}

/**
 * An exchange told with one side's number: the other side's equal one is no news; nor are the same dead or injured counted under another name or
 * country ("two Lebanese", "two Hezbollah fighters").
 */
function mirrorsOther(figure: ToldFigure, told: Told): boolean {
  const isOfPeople =
    handedOver(figure.measure) !== null || figure.measure === "killed" || figure.measure === "injured";
  return (
    isOfPeople &&
    told.rungFigures.some(
      (other) =>
        other.measure === figure.measure &&
        other.side !== null &&
        !other.isRival &&
        pointOf(other) === pointOf(figure),
    )
  );
}

/** Whether both are one number of one thing; rivals are one where one side gives them. */
export function isSameFigure(a: ToldFigure, b: ToldFigure): boolean {
  return (
    isSameKey(a, b) &&
    a.isRival === b.isRival &&
    (!a.isRival || isSameCamp(a.by?.side ?? null, b.by?.side ?? null))
  );
}

/** By a tenth of what was told and by one at least; a bound or a round number counts as what it says. */
export function hasMoved(old: ToldFigure, figure: ToldFigure, policy: TellingPolicy): boolean {
  const [was, is] = [pointOf(old), pointOf(figure)];
  if (was === null || is === null) return was !== is;
  return Math.abs(is - was) >= Math.max(1, policy.materialShare * was);
}

function silentMoves(shown: readonly ToldFigure[], told: Told): readonly AlertChange[] {
  const changes: AlertChange[] = [];
  for (const figure of shown) {
    const old = told.figures.find((other) => isSameFigure(other, figure)) ?? null;
    if (old === null || old.low !== figure.low || old.high !== figure.high)
      changes.push({ kind: "figure", from: old, to: figure });
  }
  for (const old of told.figures) {
    if (!shown.some((figure) => isSameFigure(figure, old)))
      changes.push({ kind: "figure", from: old, to: null });
  }
  return changes;
}

/** A stage reached, the other side's word against it, an approval on which it hung. */
function stageMoves(before: Development | null, after: Development, told: Told): readonly AlertChange[] {
  if (after.kind === "strike") return [];
  if (after.stage !== told.stage) return [{ kind: "stage", from: told.stage, to: after.stage }];
  const heard = before?.stages ?? [];
  const fresh = after.stages.slice(heard.length);
  return fresh.flatMap((claim) => voiceMove(claim, heard, after)).slice(0, 1);
}

/** A party that denies what was told, once each. Nothing where its own number stands beside it already. */
function denialMoves(
  before: Development | null,
  after: Development,
  { told, rung }: { readonly told: Told; readonly rung: readonly AlertChange[] },
): readonly AlertChange[] {
  const heard = before?.denials ?? [];
  const rivals = [
    ...told.figures,
    ...rung.flatMap((change) => (change.kind === "figure" ? (change.to ?? []) : [])),
  ];
  const parties = partiesOf(after.conflict);
  const fresh = (after.denials ?? [])
    .slice(heard.length)
    .filter(
      ({ voice }) =>
        voice !== null &&
        parties.some((party) => isSameCamp(party, voice)) &&
        !heard.some((other) => isSameCamp(other.voice, voice)) &&
        !rivals.some(({ isRival, by }) => isRival && isSameCamp(by?.side ?? null, voice)),
    );
  return fresh
    .slice(0, 1)
    .map(({ by, outlet }) => ({ kind: "denied", by: (by ?? voiceOfOutlet(outlet))?.name ?? "" }));
}

function voiceMove(
  claim: StageClaim,
  heard: readonly StageClaim[],
  after: Development,
): readonly AlertChange[] {
  const { voice } = claim;
  if (voice === null || !partiesOf(after.conflict).includes(voice)) return [];
  if (heard.some((other) => isSameCamp(other.voice, voice))) return [];
  const by = (claim.by ?? voiceOfOutlet(claim.outlet))?.name ?? "";
  if (after.subject === "delay" || after.subject === "breach")
    return heard.some((other) => other.voice !== null) ? [{ kind: "denied", by }] : [];
  const day = lastDay(claim.date);
  const isApproval = after.subject === "truce" && day !== null && day > firstDay(after);
  return isApproval ? [{ kind: "confirmed", by }] : [];
}
