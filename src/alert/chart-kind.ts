import type { Alert } from "../model/alert.ts";

/** What a chart of one development can show. */
export type ChartKind = "legs" | "days" | "toll";

/** The chart that fits a development best. Null: none would say more than its numbers do. */
export function chartKindOf(alert: Pick<Alert, "progress" | "subject" | "figures">): ChartKind | null {
  if (alert.progress.length > 0) return "legs";
  const isCounted = alert.figures.some(({ measure }) => /^(?:drones|missiles)\./u.test(measure));
  if (alert.subject === "night") return isCounted ? "days" : null;
  const hasToll = alert.figures.some(({ measure }) => measure === "killed" || measure === "injured");
  return alert.subject === "place" && hasToll ? "toll" : null;
}

/** Whether a chart of it says more than its numbers do. */
export function isChartable(alert: Pick<Alert, "progress" | "subject" | "figures">): boolean {
  return chartKindOf(alert) !== null;
}
