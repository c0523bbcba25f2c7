import type { Figure } from "../model/figure.ts";
import { measures } from "../measures.ts";
import { handedOver } from "./counts.ts";

/** A figure as the ledger counts it, with how the report tells it. */
export interface Assertion extends Figure {
  readonly toldGroup: Figure["group"];
  readonly toldWeapon: Figure["weapon"];
  readonly isSum: boolean;
}

/** Groups that together are all: one without the other is a part. */
const wholes: readonly (readonly NonNullable<Figure["group"]>[])[] = [
  ["men", "women", "children"],
  ["military", "civilians"],
];

/**
 * The figures of one topic of a report, counted under the widest figure that they can stand for: "310 soldiers
 * came home" is 310 people where the report gives no other number, "a man and a woman were killed" is two.
 * Numbers without a bound ("dozens") are left out.
 */
export function foldFigures(figures: readonly Figure[]): readonly Assertion[] {
  const known = folded.get(figures);
  if (known !== undefined) return known;
  const assertions = fold(figures);
  folded.set(figures, assertions);
  return assertions;
}

/** By list: a topic's numbers are compared with each thing that it may be about, and then claimed of one. */
const folded = new WeakMap<readonly Figure[], readonly Assertion[]>();

function fold(figures: readonly Figure[]): readonly Assertion[] {
  const told = figures.filter(
    (figure) => (figure.low !== null || figure.high !== null) && !isGrowth(figure, figures),
  );
  const byCount = Map.groupBy(told, (figure) => `${figure.measure} ${figure.side} ${figure.scope}`);
  return [...byCount.values()].flatMap(foldCount);
}

/** The widest count of each measure and side: "a mother and her son were killed" is two dead, and neither part by itself. */
export function widestCounts(figures: readonly Figure[]): readonly Assertion[] {
  const folded = foldFigures(figures);
  const isPart = (figure: Assertion) => !isWhole(figure) && folded.some((whole) => isWholeOf(whole, figure));
  return folded.filter((figure) => !isPart(figure));
}

/** "Five more were found dead, 14 in all": what a toll grew by, beside the toll. */
function isGrowth(figure: Figure, figures: readonly Figure[]): boolean {
  if (figure.within !== true || !isWhole(figure) || handedOver(figure.measure) !== null) return false;
  return figures.some(
    (sum) => isWholeOf(sum, figure) && sum.within !== true && (sum.low ?? 0) > (figure.low ?? 0),
  );
}

function isWholeOf(whole: Figure, { measure, side, scope }: Figure): boolean {
  return isWhole(whole) && whole.measure === measure && whole.side === side && whole.scope === scope;
}

function foldCount(figures: readonly Figure[]): readonly Assertion[] {
  const first = figures[0];
  if (first === undefined || !figures.every(isFoldable) || figures.some(isWhole)) return figures.map(asTold);
  const whole = sumOf(figures) ?? widest(figures);
  if (whole === null) return figures.map(asTold);
  const rest =
    whole.isSum || whole.within === true
      ? figures
      : figures.filter((figure) => figure.evidence !== whole.evidence || figure.group !== whole.toldGroup);
  return [whole, ...rest.map(asTold)];
}

/** Counts of a profession are parts of a toll that is told elsewhere, or totals of their own ("55 journalists this year"). */
const professions: ReadonlySet<Figure["group"]> = new Set(["journalists", "police", "rescuers", "medics"]);

function isFoldable(figure: Figure): boolean {
  if (professions.has(figure.group)) return false;
  if (handedOver(figure.measure) !== null) return true;
  return (
    figure.measure === "killed" || figure.measure === "injured" || figure.measure.startsWith("missiles.")
  );
}

function isWhole(figure: Figure): boolean {
  return figure.group === null && figure.weapon === null;
}

function asTold(figure: Figure): Assertion {
  return { ...figure, toldGroup: figure.group, toldWeapon: figure.weapon, isSum: false };
}

function asWhole(figure: Figure): Assertion {
  return { ...asTold(figure), group: null, weapon: null };
}

/** The parts added up, where they make a whole and one speaker gives them all. */
function sumOf(figures: readonly Figure[]): Assertion | null {
  const parts = figures.filter((figure) => figure.low !== null && figure.low === figure.high);
  const keys = parts.map((figure) => figure.weapon ?? figure.group);
  const first = parts[0];
  if (first === undefined || parts.length < 2 || parts.length !== figures.length) return null;
  if (new Set(keys).size !== keys.length || parts.some((part) => part.by?.name !== first.by?.name))
    return null;
  const groups = parts.map((part) => part.group);
  const weapons = parts.every((part) => part.weapon !== null && part.group === null);
  const people = wholes.some((whole) => groups.every((group) => group !== null && whole.includes(group)));
  if (!weapons && !people) return null;
  const total = parts.reduce((sum, part) => sum + (part.low ?? 0), 0);
  return {
    ...asWhole(first),
    low: total,
    high: total,
    approx: parts.some((part) => part.approx),
    isSum: true,
  };
}

/** The one group or weapon that is told, or the largest of several that may overlap. */
function widest(figures: readonly Figure[]): Assertion | null {
  const people = measures[figures[0]?.measure ?? "killed"].class === "people";
  const own = figures.filter((figure) => figure.within !== true);
  const pool = own.length > 0 ? own : people ? [] : figures;
  const largest = pool.toSorted((a, b) => (b.low ?? b.high ?? 0) - (a.low ?? a.high ?? 0))[0];
  return largest === undefined ? null : asWhole(largest);
}
