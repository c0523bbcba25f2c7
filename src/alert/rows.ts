import type { Alert } from "../model/alert.ts";
import type { ToldFigure } from "../model/development.ts";
import type { FigureRow } from "../model/message.ts";
import type { Measure } from "../measures.ts";
import { handedOver, isSalvo, pointOf } from "../ledger/counts.ts";
import type { Texts } from "../languages/texts.ts";
import { isSideImplied, labelText, pluralOf, qualifiersOf, saidBy, sideText, spanText } from "./wording.ts";

/** Rows and parts of a number that fit a phone's screen; all the rest stands behind the button. */
const maxRows = 6;
const maxParts = 3;

/** What stands first in a message about a place hit. Of a night it comes after the drones and missiles. */
const harmOrder: readonly Measure[] = [
  "killed",
  "injured",
  "missing",
  "customers.without_power",
  "buildings.damaged",
];

/** How a salvo's counts are read on, one after the other. */
const fates = ["launched", "stopped", "downed", "suppressed", "hit"] as const;

/**
 * The figures of an alert as rows: leading numbers first, each with its rivals below it, parts of a number in brackets behind it.
 * What one speaker says of one salvo is one row.
 */
export function figureRows(alert: Alert, texts: Texts): readonly FigureRow[] {
  const leading = alert.figures.filter((figure) => !figure.isRival);
  const things = [
    ...Map.groupBy(leading, (figure) => `${thingOf(figure)} ${figure.side} ${figure.scope}`).values(),
  ];
  return things
    .filter(([first]) => first !== undefined && !isNeedless(first, leading))
    .toSorted((a, b) => rankOf(a[0], alert) - rankOf(b[0], alert))
    .flatMap((figures) =>
      (figures.some(({ measure }) => isSalvo(measure)) ? salvoRows : countRows)(figures, { alert, texts }),
    )
    .slice(0, maxRows);
}

interface Drawing {
  readonly alert: Alert;
  readonly texts: Texts;
}

/** "drones" of all measures of drones; of everything else the measure. */
function thingOf({ measure }: ToldFigure): string {
  return isSalvo(measure) ? measure.slice(0, measure.indexOf(".")) : measure;
}

/** Whether a number stands in the message behind another one or not at all: a part, a sum of what is told apart, a detail beside the dead. */
export function isFolded(figure: ToldFigure, all: readonly ToldFigure[]): boolean {
  const isPart = !isWhole(figure) && all.some((other) => isWhole(other) && other.measure === figure.measure);
  return isPart || isNeedless(figure, all) || isFoldedFate(figure, all);
}

function isNeedless(figure: ToldFigure, all: readonly ToldFigure[]): boolean {
  if (thingOf(figure) === "weapons")
    return all.some((other) => /^(?:drones|missiles)\./u.test(other.measure));
  const isDetail = figure.measure === "rescued" || figure.measure === "sites.hit";
  return isDetail && all.some((other) => other.measure !== "rescued" && other.measure !== "sites.hit");
}

/** Those stopped are those shot down and those jammed. */
function isFoldedFate(figure: ToldFigure, all: readonly ToldFigure[]): boolean {
  return (
    /\.(?:downed|suppressed)$/u.test(figure.measure) &&
    all.some((other) => isWhole(other) && other.measure === `${thingOf(figure)}.stopped`)
  );
}

function rankOf(figure: ToldFigure | undefined, { subject }: Alert): number {
  if (figure === undefined || handedOver(figure.measure) !== null) return 0;
  if (isSalvo(figure.measure)) return subject === "place" ? harmOrder.length : -1;
  const at = harmOrder.indexOf(figure.measure);
  return at < 0 ? harmOrder.length : at;
}

function isWhole(figure: ToldFigure): boolean {
  return figure.group === null && figure.weapon === null;
}

function countRows(figures: readonly ToldFigure[], { alert, texts }: Drawing): readonly FigureRow[] {
  const wholes = figures.filter(isWhole);
  const shown = wholes.length > 0 ? wholes : figures.slice(0, maxParts);
  return shown.flatMap((figure) => [
    {
      label: labelText(figure, alert, texts),
      value: withParts(spanText(figure, texts), { whole: figure, figures, texts }),
      by: saidBy(figure, texts),
      isRival: false,
    },
    ...rivalRows([figure], { alert, texts }),
  ]);
}

function rivalRows(figures: readonly ToldFigure[], { alert, texts }: Drawing): readonly FigureRow[] {
  const rivals = alert.figures.filter(
    (rival) => rival.isRival && figures.some((figure) => isSameCount(rival, figure)),
  );
  return rivals.map((rival) => ({
    label: labelText(rival, alert, texts),
    value: spanText(rival, texts),
    by: saidBy(rival, texts),
    isRival: true,
  }));
}

function isSameCount(a: ToldFigure, b: ToldFigure): boolean {
  return (
    a.measure === b.measure &&
    a.side === b.side &&
    a.group === b.group &&
    a.weapon === b.weapon &&
    a.scope === b.scope
  );
}

/** A number with the smaller ones of the same speaker that it holds: "13 (cruise: 9, ballistic: 4)". */
function withParts(
  value: string,
  of: { readonly whole: ToldFigure; readonly figures: readonly ToldFigure[]; readonly texts: Texts },
): string {
  const { whole, figures, texts } = of;
  if (!isWhole(whole)) return value;
  const parts = figures.filter(
    (part) =>
      !isWhole(part) &&
      part.measure === whole.measure &&
      part.by?.name === whole.by?.name &&
      (pointOf(part) ?? 0) < (pointOf(whole) ?? 0),
  );
  if (parts.length === 0) return value;
  const words = parts
    .slice(0, maxParts)
    .map((part) => texts.text("part", { what: qualifiersOf(part, texts), count: spanText(part, texts) }));
  return texts.text("with-parts", { value, parts: words.join(", ") });
}

/** One row a speaker: "Drones: 810 launched, 747 stopped". */
function salvoRows(figures: readonly ToldFigure[], drawing: Drawing): readonly FigureRow[] {
  const { alert, texts } = drawing;
  const told = fates.flatMap((fate) =>
    figures.filter((figure) => figure.measure.endsWith(`.${fate}`) && !isFolded(figure, figures)),
  );
  const bySpeaker = Map.groupBy(told, (figure) => saidBy(figure, texts));
  const rows = [...bySpeaker.values()].flatMap((same): readonly FigureRow[] => {
    const [first] = same;
    if (first === undefined) return [];
    const value = same.map((figure) => fateText(figure, { figures, texts })).join(", ");
    return [{ label: salvoLabel(first, drawing), value, by: saidBy(first, texts), isRival: false }];
  });
  return [...rows, ...rivalRows(told, { alert, texts })];
}

/** "Drones", with who launched them unless the title says it. */
function salvoLabel(figure: ToldFigure, { alert, texts }: Drawing): string {
  const label = texts.text(`thing-${thingOf(figure)}`);
  if (figure.side === null || isSideImplied(figure, alert)) return label;
  return texts.text("label-side", { measure: label, side: sideText(figure.side, texts) });
}

function fateText(
  figure: ToldFigure,
  { figures, texts }: { readonly figures: readonly ToldFigure[]; readonly texts: Texts },
): string {
  const fate = figure.measure.slice(figure.measure.indexOf(".") + 1);
  const count = texts.text(figure.measure === "bombs.launched" ? "fate-dropped" : `fate-${fate}`, {
    n: pluralOf(figure),
    count: spanText(figure, texts),
  });
  const qualifier = qualifiersOf(figure, texts);
  if (qualifier !== "") return texts.text("label-qualified", { label: count, qualifier });
  return withParts(count, { whole: figure, figures, texts });
}
