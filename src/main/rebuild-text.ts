import { pointOf } from "../ledger/counts.ts";
import { isSameKey } from "../ledger/ruling.ts";
import type { Development, LedgerFigure, Operation } from "../model/development.ts";
import type { Span } from "../model/figure.ts";
import type { Decision, Difference } from "../pipeline/rebuild.ts";
import { placeName } from "../reference/places.ts";

/** One thing that a rebuild changes, as a line for people: `+` gained, `-` lost, `~` changed. */
export function differenceLine(difference: Difference): string {
  switch (difference.kind) {
    case "gained":
      return `+ ${nameOf(difference.after)}: ${figuresText(difference.after.figures)}`;
    case "lost": {
      const { before, into } = difference;
      const where = into === null ? "nothing tells it any more" : `it is one with ${into}`;
      return `- ${nameOf(before)}: ${figuresText(before.figures)}; ${where}`;
    }
    case "changed":
      return `~ ${nameOf(difference.after)}: ${changesText(difference.before, difference.after)}`;
    case "operation":
      return `${difference.before === null ? "+" : "~"} ${operationText(difference.before, difference.after)}`;
  }
}

/** A decision of somebody's that could not be taken again. */
export function lostDecisionLine({ seq, action, by }: Decision): string {
  return `! decision ${seq} (${action.kind}, by ${by}) finds nothing to decide on any more`;
}

function nameOf({ id, kind, subject, stage, date, places }: Development): string {
  const what = subject === "event" ? kind : `${kind}/${subject}`;
  const where = places.slice(0, 2).map(placeName).join(", ");
  return [id, what, stage, date ?? "undated", where].filter((word) => word !== "").join(" ");
}

function keyText({ measure, side, group, weapon }: LedgerFigure): string {
  return [measure, side ?? "?", group, weapon].filter((word) => word !== null).join(" ");
}

function numberText(figure: Span): string {
  return String(pointOf(figure) ?? "none");
}

function leadingText({ leading }: LedgerFigure): string {
  return leading === null ? "none" : numberText(leading);
}

function figuresText(figures: readonly LedgerFigure[]): string {
  const standing = figures.filter(({ leading }) => leading !== null);
  if (standing.length === 0) return "no numbers";
  return standing.map((figure) => `${keyText(figure)} ${leadingText(figure)}`).join("; ");
}

/** What subscribers would see: numbers, stage, day. Everything else is details. */
function changesText(before: Development, after: Development): string {
  const moved = after.figures.flatMap((figure) => {
    const old = before.figures.find((known) => isSameKey(known, figure));
    const [was, is] = [old === undefined ? "none" : leadingText(old), leadingText(figure)];
    return was === is ? [] : [`${keyText(figure)} ${was} → ${is}`];
  });
  const gone = before.figures
    .filter((figure) => !after.figures.some((known) => isSameKey(known, figure)))
    .map((figure) => `${keyText(figure)} ${leadingText(figure)} → none`);
  const fields = (["subject", "stage", "date", "conflict", "operation"] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [`${field} ${before[field] ?? "none"} → ${after[field] ?? "none"}`],
  );
  const all = [...fields, ...moved, ...gone];
  return all.length === 0 ? "details only" : all.join("; ");
}

function operationText(before: Operation | null, after: Operation): string {
  const sums = ({ running }: Operation) =>
    running.map(({ measure, side, best }) => `${measure} ${side ?? "?"} ${best ?? "none"}`).join("; ");
  const [was, is] = [before === null ? "" : sums(before), sums(after)];
  const legs = `${after.developments.length} legs`;
  return `${after.id} ${after.kind}/${after.subject}, ${legs}: ${was === is ? is : `${was === "" ? "none" : was} → ${is === "" ? "none" : is}`}`;
}
