import { labelText, speakerText } from "../../alert/wording.ts";
import { titleOf } from "../../alert/title.ts";
import { textsOf } from "../../languages/texts.ts";
import { pointOf } from "../../ledger/counts.ts";
import type { Chart, TollLine } from "../../model/chart.ts";
import type { Claim, LedgerFigure } from "../../model/development.ts";
import type { CommandCall } from "../context.ts";
import { outletLabel, type AskedDevelopment } from "../evidence.ts";
import { momentText } from "../moments.ts";
import { alternativeOf, footOf } from "./foot.ts";

/** Speakers with a line of their own; those heard most often. */
const maxLines = 4;
const maxPoints = 40;

/** How a toll rose as it was told: a line a speaker. Of the dead, else of the injured. Null: neither was counted. */
export function tollChart(call: CommandCall, { development, alert }: AskedDevelopment): Chart | null {
  const figures = development.figures.filter(
    ({ scope, group, weapon }) => scope === "event" && group === null && weapon === null,
  );
  const figure =
    figures.find(({ measure, best }) => measure === "killed" && best !== null) ??
    figures.find(({ measure, best }) => measure === "injured" && best !== null);
  if (figure === undefined) return null;
  const lines = linesOf(call, figure);
  if (lines.length === 0) return null;
  const texts = textsOf(call.language);
  const label = labelText(figure, alert, texts);
  const title = titleOf(alert, texts);
  const told = lines.map(({ label: by, points }) => {
    const last = points.at(-1);
    return `${by}: ${texts.number(last?.best ?? last?.low ?? last?.high ?? 0)} (${last?.label ?? ""}).`;
  });
  return {
    title,
    subtitle: label,
    source: footOf(call, figure.claims),
    alternative: alternativeOf([`${title}. ${label}.`, ...told]),
    language: call.language,
    plot: { kind: "toll", lines },
  };
}

function linesOf(call: CommandCall, figure: LedgerFigure): readonly TollLine[] {
  const texts = textsOf(call.language);
  const standing = figure.claims.filter(({ isWithdrawn }) => isWithdrawn !== true);
  const bySpeaker = Map.groupBy(
    standing,
    (claim) => speakerText(claim.by, texts) ?? outletLabel(call, claim),
  );
  return [...bySpeaker]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, maxLines)
    .map(([label, claims]) => ({ label, points: pointsOf(call, claims) }));
}

function pointsOf(call: CommandCall, claims: readonly Claim[]): TollLine["points"] {
  return claims
    .toSorted((a, b) => a.seenAt - b.seenAt)
    .slice(-maxPoints)
    .map((claim) => ({
      at: claim.seenAt,
      label: momentText(claim.seenAt, call),
      low: claim.low,
      best: pointOf(claim),
      high: claim.high,
    }));
}
