import type { NearQuery } from "../ports/ledger-store.ts";
import type { EventKind } from "../model/event.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { addDays, dayMs } from "./days.ts";
import { operationDays } from "./operation.ts";
import { topicsOf, wholesOf } from "./split.ts";
import { reportDay } from "./topic.ts";

/** How far back a report reaches, days: a strike it names, and everything else (legs are added up since their agreement). */
const reachDays = { strike: 10, other: operationDays };

/**
 * What a report may be about. Strikes are many, so only those of the last ten days come; exchanges, talks and truces are few
 * and come since the agreement that they may belong to.
 */
export function nearQueries(report: Report, reading: Reading): readonly NearQuery[] {
  const kinds = new Set<EventKind>(topicsOf(report, reading).map((topic) => topic.kind));
  if (wholesOf(report, reading).length > 0) kinds.add("exchange");
  const others = [...kinds].filter((kind) => kind !== "strike");
  const queries = [
    ...(kinds.has("strike") ? [queryFor(["strike"], reachDays.strike, report)] : []),
    ...(others.length > 0 ? [queryFor(others, reachDays.other, report)] : []),
  ];
  // A report that says nothing may be a revision of one that did: what that one said is near.
  return queries.length > 0 ? queries : [queryFor([], 0, report)];
}

function queryFor(kinds: readonly EventKind[], days: number, report: Report): NearQuery {
  const day = reportDay(report);
  return {
    kinds,
    fromDate: addDays(day, -days),
    toDate: addDays(day, 3),
    seenSince: report.seenAt - days * dayMs,
    conflicts: null,
    reportId: report.id,
  };
}
