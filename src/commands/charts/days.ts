import { inCapital } from "../../alert/wording.ts";
import { textsOf } from "../../languages/texts.ts";
import { addDays } from "../../ledger/days.ts";
import { isSameCamp } from "../../ledger/sides.ts";
import type { Measure } from "../../measures.ts";
import type { Chart } from "../../model/chart.ts";
import type { Development, LedgerFigure } from "../../model/development.ts";
import type { Party } from "../../model/side.ts";
import { partyName } from "../../reference/parties.ts";
import type { CommandCall } from "../context.ts";
import { shortDay, spanEnds } from "../moments.ts";
import { alternativeOf, footOf } from "./foot.ts";

/** What is launched at night, and how those that did not get through are counted: the wider count where there is one. */
export const salvos = ["drones", "missiles"] as const;
export type Salvo = (typeof salvos)[number];

/** Launched and stopped a day. `nights`: of one attacker, any order; `toDate`: the last day. Null: nothing was counted. */
export function daysChart(
  call: CommandCall,
  {
    nights,
    attacker,
    salvo,
    days: count,
    toDate,
  }: {
    readonly nights: readonly Development[];
    readonly attacker: Party;
    readonly salvo: Salvo;
    readonly days: number;
    readonly toDate: string;
  },
): Chart | null {
  const days = Array.from({ length: count }, (_, index) => addDays(toDate, index + 1 - count));
  const rows = days.map((day) => ({ day, ...countsOf(nights, { day, attacker, salvo }) }));
  const claims = rows.flatMap(({ launched, stopped }) =>
    [launched?.leading ?? [], stopped?.leading ?? []].flat(),
  );
  if (claims.length === 0) return null;
  const texts = textsOf(call.language);
  const name = (measure: string) => inCapital(call.text(`measure-${measure.replaceAll(".", "-")}`));
  const isStopped = rows.some(({ stopped }) => stopped?.measure.endsWith(".stopped") === true);
  const labels = [name(`${salvo}.launched`), name(`${salvo}.${isStopped ? "stopped" : "downed"}`)] as const;
  const told = rows.flatMap(({ day, launched, stopped }) => {
    const numbers = [launched, stopped].map((figure) =>
      figure?.best == null ? "–" : texts.number(figure.best),
    );
    return launched === null && stopped === null
      ? []
      : [`${shortDay(day, call.language)}: ${numbers.join(" / ")};`];
  });
  const span = spanEnds({ from: days[0] ?? toDate, to: toDate }, call.language);
  const subtitle = call.text("chart-days-span", span);
  const title = call.text("chart-days-title", {
    what: call.text(`thing-${salvo}`),
    party: partyName(attacker, call.language),
  });
  return {
    title,
    subtitle,
    source: footOf(call, claims),
    alternative: alternativeOf([
      `${title}. ${labels.join(" / ")}.`,
      // A gap in the picture is no day of peace.
      ...(told.length < rows.length ? [call.text("chart-days-empty")] : []),
      ...told.toReversed(),
    ]).replace(/;$/u, "."),
    language: call.language,
    plot: {
      kind: "days",
      days: days.map((day) => shortDay(day, call.language)),
      series: [
        { label: labels[0], values: rows.map(({ launched }) => launched?.best ?? null) },
        { label: labels[1], values: rows.map(({ stopped }) => stopped?.best ?? null) },
      ],
    },
  };
}

/** The attackers of these nights, who attacked most first. */
export function attackersOf(nights: readonly Development[]): readonly Party[] {
  const byParty = Map.groupBy(
    nights.flatMap(({ attacker }) => attacker ?? []),
    (attacker) => attacker,
  );
  return [...byParty].toSorted(([, a], [, b]) => b.length - a.length).map(([attacker]) => attacker);
}

function countsOf(
  nights: readonly Development[],
  { day, attacker, salvo }: { readonly day: string; readonly attacker: Party; readonly salvo: Salvo },
): { readonly launched: LedgerFigure | null; readonly stopped: LedgerFigure | null } {
  const ofDay = nights.filter((night) => night.date === day && isSameCamp(night.attacker, attacker));
  const find = (how: string) => largest(ofDay, `${salvo}.${how}` as Measure);
  return { launched: find("launched"), stopped: find("stopped") ?? find("downed") };
}

/** Two developments of one day are two tellings of one night until they are merged: they are never added. */
function largest(nights: readonly Development[], measure: Measure): LedgerFigure | null {
  const figures = nights.flatMap((night) =>
    night.figures.filter(
      (figure) =>
        figure.measure === measure &&
        figure.scope === "event" &&
        figure.group === null &&
        figure.weapon === null &&
        figure.best !== null,
    ),
  );
  return figures.toSorted((a, b) => (b.best ?? 0) - (a.best ?? 0))[0] ?? null;
}
