import { readDemoStream } from "../../adapters/demo/stream.ts";
import { openStore } from "../../adapters/store/index.ts";
import { indexNext } from "../../src/commands/search/indexer.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Report } from "../../src/model/report.ts";
import { replay } from "../../src/pipeline/replay.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Store } from "../../src/ports/store.ts";

/** The demo's stream, read to its end in a store in memory. */
export interface Scene {
  readonly store: Store;
  /** In the order in which they came. */
  readonly reports: readonly Report[];
  /** In the order in which they were told. */
  readonly alerts: readonly Alert[];
  /** When it ended, epoch milliseconds. */
  readonly endedAt: number;
}

/** Replays the bundled stream. The store is the caller's to close. */
export async function playDemo(): Promise<Scene> {
  const reports = demoReports();
  const store = await openStore(":memory:");
  const alerts: Alert[] = [];
  for await (const alert of replay({ reports: inOrder(reports), store, read: readReport }))
    alerts.push(alert);
  while (await indexNext(store));
  return { store, reports, alerts, endedAt: (reports.at(-1)?.seenAt ?? 0) + 600_000 };
}

function demoReports(): readonly Report[] {
  const { outlets, items } = readDemoStream();
  return items.flatMap((item) => {
    const outlet = outlets.find(({ id }) => id === item.outlet);
    if (outlet === undefined) return [];
    const report: Report = {
      id: item.id,
      lang: outlet.lang,
      publishedAt: item.publishedAt,
      seenAt: item.publishedAt,
      source: { name: outlet.name, side: outlet.side },
      url: `https://${outlet.id}.example/${item.id}`,
      title: item.title,
      text: item.text,
      isBackfill: false,
      isStateControlled: outlet.stateControlled,
    };
    return [report];
  });
}

async function* inOrder(reports: readonly Report[]): AsyncGenerator<Report> {
  yield* reports;
}
