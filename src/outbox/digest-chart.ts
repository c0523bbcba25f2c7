import type { Texts } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { Chart } from "../model/chart.ts";
import { partyName } from "../reference/parties.ts";
import { newNights, addUp, type Story } from "./digest-material.ts";

/** One night is no course of things. */
const fewestDays = 2;
/** More columns than this cannot be read on a phone. */
const mostDays = 14;

/**
 * Drones launched and stopped a night, of the party that attacked most often in the time of the digest. Null: there were no two such nights.
 * Only numbers that were told are drawn; a night without one is left open.
 */
export function nightsChart(stories: readonly Story[], texts: Texts): Chart | null {
  const groups = [...newNights(stories)].toSorted(([, a], [, b]) => b.length - a.length);
  const [most] = groups;
  if (most === undefined) return null;
  const [attacker, nights] = most;
  const byDay = Map.groupBy(
    nights.filter(({ date }) => date !== null),
    ({ date }) => date?.split("/").at(-1) ?? "",
  );
  const days = [...byDay.keys()].toSorted().slice(-mostDays);
  const counts = days.map((day) => countsOf(byDay.get(day) ?? []));
  if (counts.filter(({ launched }) => launched !== null).length < fewestDays) return null;
  const labels = days.map((day) => dayText(day, texts));
  const who = attacker === null ? texts.text("side-unknown") : partyName(attacker, texts.language);
  return {
    title: texts.text("digest-chart-title", { who }),
    subtitle: texts.text("digest-chart-span", spanOf(days, texts)),
    source: texts.text("digest-chart-source"),
    alternative: alternativeOf(labels, counts, texts),
    language: texts.language,
    plot: {
      kind: "days",
      days: labels,
      series: [
        { label: texts.text("measure-drones-launched"), values: counts.map(({ launched }) => launched) },
        { label: texts.text("measure-drones-stopped"), values: counts.map(({ stopped }) => stopped) },
      ],
    },
  };
}

interface NightCounts {
  readonly launched: number | null;
  /** Shot down and jammed together, or shot down where only that is told. */
  readonly stopped: number | null;
}

function countsOf(nights: readonly Alert[]): NightCounts {
  const sumOf = (measure: "drones.launched" | "drones.stopped" | "drones.downed"): number | null => {
    const lows = addUp(nights, (each) => each === measure).flatMap(({ low }) => low ?? []);
    return lows.length === 0 ? null : lows.reduce((total, low) => total + low, 0);
  };
  return { launched: sumOf("drones.launched"), stopped: sumOf("drones.stopped") ?? sumOf("drones.downed") };
}

/** A chart is kept and passed on: the year stands at the span's end, and at its start too where that is another one. */
function spanOf(days: readonly string[], texts: Texts): { readonly from: string; readonly to: string } {
  const [from = "", to = from] = [days[0], days.at(-1)];
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return { from: dayText(from, texts, !isOneYear), to: dayText(to, texts, true) };
}

function dayText(day: string, texts: Texts, hasYear = false): string {
  const language = texts.language === "en" ? "en-GB" : texts.language;
  const year = hasYear ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...year,
  }).format(new Date(day));
}

function alternativeOf(labels: readonly string[], counts: readonly NightCounts[], texts: Texts): string {
  const number = (value: number | null): string =>
    value === null ? texts.text("digest-chart-open") : texts.number(value);
  const lines = labels.map((day, index) => {
    const { launched, stopped } = counts[index] ?? { launched: null, stopped: null };
    return texts.text("digest-chart-night", { day, launched: number(launched), stopped: number(stopped) });
  });
  return lines.join(" ").slice(0, 900);
}
