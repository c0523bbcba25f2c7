import type { Figure } from "../model/figure.ts";
import type { ConflictEvent } from "../model/event.ts";
import type { Reading } from "../model/reading.ts";
import { placeName } from "../reference/places.ts";

/** A figure as the contract writes it: places by their English names. */
export interface WrittenFigure extends Omit<Figure, "places" | "isTitled" | "isElimination"> {
  readonly places: readonly string[];
}

/** The contract's output for one report. */
export interface WrittenReading {
  readonly id: string;
  readonly figures: readonly WrittenFigure[];
  readonly events: readonly Omit<ConflictEvent, "isDenial">[];
}

/** A reading in the contract's output form, fields in its order. It holds what happened: of denials only those that are a stage, no victim told without a number and no attack that may be of any kind. */
export function writeReading(id: string, reading: Reading): WrittenReading {
  return {
    id,
    figures: reading.figures.filter(({ isLone }) => isLone !== true).map(writeFigure),
    events: reading.events
      .filter((event) => (!event.isDenial || event.stage === "denied") && event.isOpen !== true)
      .map(({ kind, stage, date, by, evidence }) => ({ kind, stage, date, by, evidence })),
  };
}

function writeFigure({
  isTitled: _isTitled,
  isElimination: _isElimination,
  ...figure
}: Figure): WrittenFigure {
  return { ...figure, places: [...new Set(figure.places.map((code) => placeName(code)))] };
}
