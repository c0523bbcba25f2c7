import type { Claim } from "../../model/development.ts";
import type { CommandCall } from "../context.ts";
import { isReviewers, outletLabel } from "../evidence.ts";
import { datedMoment } from "../moments.ts";

const shownOutlets = 3;
/** What a chart's text alternative may have at most (model/chart.ts). */
const maxAlternative = 900;

/** The line at a chart's foot: which outlets its numbers come from, and as of when. */
export function footOf(call: CommandCall, claims: readonly Claim[]): string {
  // What an admin put right came from no outlet.
  const heard = claims.filter((claim) => !isReviewers(claim));
  const names = [...new Set(heard.map((claim) => outletLabel(call, claim)))];
  const rest = names.length - shownOutlets;
  const shown = names.slice(0, shownOutlets).join(", ");
  const outlets = rest > 0 ? call.text("names-more", { names: shown, count: rest }) : shown;
  const newest = Math.max(...claims.map(({ seenAt }) => seenAt));
  const at = datedMoment(Number.isFinite(newest) ? newest : call.context.clock.now(), call);
  return call.text("chart-source", { outlets, at });
}

/** With a full stop, unless an abbreviation ends it with one. */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** Sentences as one text alternative; what has no room is left out from the end, whole. */
export function alternativeOf(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text} ${line}`;
    if (longer.length > maxAlternative) break;
    text = longer;
  }
  return text;
}
