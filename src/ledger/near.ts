import type { NearQuery } from "../ports/ledger-store.ts";
import type { EventKind } from "../model/event.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { addDays, dayMs } from "./days.ts";
import { operationDays } from "./operation.ts";
import { denialsOf, topicsOf, wholesOf } from "./split.ts";
import { reportDay } from "./topic.ts";

/** How far back a report reaches, days: a strike it names, and everything else (legs are added up since their agreement). */
const reachDays = { strike: 10, other: operationDays };

/**
 * What a report may be about. Strikes are many, so only those of the last ten days come; exchanges, talks and truces are few
 * and come since the agreement that they may belong to.
 */
export function nearQueries(report: Report, reading: Reading): readonly NearQuery[] {
  const topics = [...topicsOf(report, reading), ...denialsOf(report, reading)];
  const wholes = wholesOf(report, reading);
  const strikes = topics.filter((topic) => topic.kind === "strike");
  const others = topics.filter((topic) => topic.kind !== "strike");
  const kinds = new Set<EventKind>([
    ...others.map((topic) => topic.kind),
    ...wholes.map((): EventKind => "exchange"),
    // What two sides agreed on is what their talks came to.
    ...(others.some(({ events }) => events.some(({ stage }) => stage === "agreed"))
      ? (["talks"] as const)
      : []),
  ]);
  const queries = [
    ...(strikes.length > 0
      ? [queryFor({ report, kinds: ["strike"], days: reachDays.strike, about: strikes })]
      : []),
    ...(kinds.size > 0
      ? [queryFor({ report, kinds: [...kinds], days: reachDays.other, about: [...others, ...wholes] })]
      : []),
  ];
  // A report that says nothing may be a revision of one that did: what that one said is near.
  return queries.length > 0 ? queries : [queryFor({ report, kinds: [], days: 0, about: [] })];
}

interface Reach {
  readonly report: Report;
  readonly kinds: readonly EventKind[];
  readonly days: number;
  readonly about: readonly { readonly conflict: string | null }[];
}

function queryFor({ report, kinds, days, about }: Reach): NearQuery {
  const day = reportDay(report);
  return {
    kinds,
    fromDate: addDays(day, -days),
    toDate: addDays(day, 3),
    seenSince: report.seenAt - days * dayMs,
    conflicts: [...new Set(about.map(({ conflict }) => conflict))],
    reportId: report.id,
  };
}
