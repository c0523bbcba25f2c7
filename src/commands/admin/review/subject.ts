import { textsOf } from "../../../languages/texts.ts";
import { labelText } from "../../../alert/wording.ts";
import { pointOf } from "../../../ledger/counts.ts";
import { unwithdrawn } from "../../../ledger/ruling.ts";
import type { Attribution, Development, FigureKey, LedgerFigure } from "../../../model/development.ts";
import type { CommandCall } from "../../context.ts";
import { snapshotOf } from "../../evidence.ts";
import { hashKey } from "../../short-key.ts";

/** In a button: ask once more before it is done. */
export const asking = "?";

/** How buttons name a number of a development. */
export function figureWord(figure: FigureKey): string {
  const { measure, side, group, weapon, scope } = figure;
  return hashKey([measure, side, group, weapon, scope].join(" "));
}

/** How buttons name a report of a development. */
export function reportWord(reportId: string): string {
  return `r${hashKey(reportId)}`;
}

/** The number that a word names: as buttons do, or a measure that it has once. Null: none, or none that is left. */
export function figureNamed({ figures }: Development, word: string): LedgerFigure | null {
  const byWord = figures.find((figure) => figureWord(figure) === word);
  if (byWord !== undefined) return byWord;
  const ofMeasure = figures.filter(({ measure }) => measure === word);
  return ofMeasure.length === 1 ? (ofMeasure[0] ?? null) : null;
}

/** The report that a word names: as buttons do, or its id. Null: it supports nothing here. */
export function reportNamed({ reports }: Development, word: string): string | null {
  return reports.find((id) => id === word || reportWord(id) === word) ?? null;
}

/** A figure's key alone, as a review takes it. */
export function keyOf({ measure, side, group, weapon, scope }: FigureKey): FigureKey {
  return { measure, side, group, weapon, scope };
}

/** The number that leads, as one: what a button to confirm it carries, so that it confirms no other. Null: none leads. */
export function leadingPoint({ leading }: LedgerFigure): number | null {
  return leading === null ? null : pointOf(leading);
}

/** What a figure counts, in words. */
export async function figureLabel(
  call: CommandCall,
  development: Development,
  figure: FigureKey,
): Promise<string> {
  return labelText(figure, await snapshotOf(call, development), textsOf(call.language));
}

/** Everything that a report asserts or denies here, withdrawn or not; the first says whose it is. */
export function saidIn(
  { figures, stages, denials = [] }: Development,
  reportId: string,
): readonly (Attribution & { readonly evidence: string; readonly isWithdrawn?: boolean })[] {
  return [...figures.flatMap(({ claims }) => claims), ...stages, ...denials].filter(
    (claim) => claim.reportId === reportId,
  );
}

/**
 * Four letters for what there is to decide on, and what another admin decided on its approval: a button that says them decides on nothing
 * else. What is merely repeated does not change them.
 */
export function markOf(development: Development): string {
  const numbers = development.figures.map(
    (figure) => `${figureWord(figure)}${leadingPoint(figure) ?? ""}/${unwithdrawn(figure.claims).length > 0}`,
  );
  const { id, stage, approval } = development;
  return `#${hashKey([id, stage, approval?.state ?? "", ...numbers].join(" ")).slice(-4)}`;
}
