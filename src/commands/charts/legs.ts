import { labelText } from "../../alert/wording.ts";
import { textsOf } from "../../languages/texts.ts";
import type { Chart } from "../../model/chart.ts";
import type { Development, LedgerFigure, Operation, RunningTotal } from "../../model/development.ts";
import type { CommandCall } from "../context.ts";
import { shortDay } from "../moments.ts";
import { conflictName } from "../settings/conflicts.ts";
import { alternativeOf, footOf } from "./foot.ts";

/** One leg's number. */
interface Leg {
  readonly day: string;
  readonly figure: LedgerFigure;
}

/** The legs of an operation to its target, for one side. `side`: of its running totals; null: the first. Null: there is no number to draw. */
export function legsChart(
  call: CommandCall,
  {
    operation,
    legs,
    side,
  }: { readonly operation: Operation; readonly legs: readonly Development[]; readonly side: string | null },
): Chart | null {
  const counted = operation.running.filter(({ best }) => best !== null);
  const total = counted.find((each) => each.side === side) ?? counted[0];
  if (total === undefined || total.best === null) return null;
  const points = legs.flatMap((leg) => legOf(leg, total));
  if (points.length === 0) return null;
  const texts = textsOf(call.language);
  const target =
    operation.planned.find((plan) => plan.measure === total.measure && plan.side === total.side)?.best ??
    null;
  const scene = { ...operation, attacker: null, places: [] };
  const key = {
    measure: total.measure,
    side: total.side,
    group: null,
    weapon: null,
    scope: "event",
  } as const;
  const title = labelText(key, scene, texts);
  const values = { done: texts.number(total.best), target: texts.number(target ?? 0) };
  const sum = call.text(target === null ? "chart-legs-sum" : "chart-legs-of", values);
  const days = points.map(({ day, figure }) => `${dayText(call, day)}: ${texts.number(figure.best ?? 0)}`);
  return {
    title,
    subtitle: [operation.conflict === null ? "" : conflictName(operation.conflict, call.language), sum]
      .filter((part) => part !== "")
      .join(" · "),
    source: footOf(
      call,
      points.flatMap(({ figure }) => figure.leading ?? []),
    ),
    alternative: alternativeOf([`${title}. ${sum}.`, ...days.map((day) => `${day};`)]).replace(/;$/u, "."),
    language: call.language,
    plot: {
      kind: "legs",
      legs: points.map(({ day, figure }) => ({ label: dayText(call, day), value: figure.best ?? 0 })),
      target,
      targetLabel: call.text("chart-legs-target", { target: values.target }),
    },
  };
}

function legOf(leg: Development, { measure, side }: RunningTotal): readonly Leg[] {
  const figure = leg.figures.find(
    (each) =>
      each.measure === measure &&
      each.side === side &&
      each.scope === "event" &&
      each.group === null &&
      each.weapon === null,
  );
  return figure === undefined || figure.best === null ? [] : [{ day: leg.date ?? "", figure }];
}

function dayText(call: CommandCall, day: string): string {
  return day === "" ? call.text("date-unknown") : shortDay(day, call.language);
}
