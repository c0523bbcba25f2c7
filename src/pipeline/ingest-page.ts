import type { Alert } from "../model/alert.ts";
import type { Reading } from "../model/reading.ts";
import { ingestReport, isEmpty, withSource, type IngestRequest } from "./ingest.ts";

/** An item of a source's page, as a report. */
export type PageItem = Pick<IngestRequest, "report"> & { readonly mark: NonNullable<IngestRequest["mark"]> };

export interface PageRequest extends Omit<IngestRequest, "report" | "mark"> {
  /** In the order in which they are to be told. */
  readonly items: readonly PageItem[];
}

/**
 * Takes the items of a page in, each as `ingestReport` does, but those that say nothing (of most pages, nearly all) in one transaction
 * together: a source's first page would cost a flush to disk for each of its items otherwise. A crash in between leaves every item either stored
 * with its mark or unknown. Returns the alerts as committed. Throws as `ingestReport` does.
 */
export async function ingestPage({ items, ...request }: PageRequest): Promise<readonly Alert[]> {
  const readings = items.map((item) => ({ item, reading: request.read(withSource(item).report) }));
  const silent = readings.filter(({ reading }) => isEmpty(reading));
  const kept = silent.map(({ item, reading }) => ({
    ...withSource(item),
    reading,
    signature: null,
    bands: [],
  }));
  // What said something before has to take that back.
  const known = new Set(kept.length === 0 ? [] : await request.store.ledger.keep(kept));
  const alerts: Alert[] = [];
  for (const { item, reading } of readings) {
    if (isEmpty(reading) && !known.has(item.report.id)) continue;
    alerts.push(...(await ingestReport({ ...request, ...item, read: (): Reading => reading })));
  }
  return alerts;
}
