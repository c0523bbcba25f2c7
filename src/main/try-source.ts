import { createFetcher } from "../../adapters/fetch/index.ts";
import { createSourceKinds } from "../../adapters/source/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../clock.ts";
import type { TrySource } from "../commands/admin/abilities.ts";
import type { Config } from "../config.ts";
import { readReport } from "../figures/read.ts";
import type { Alert } from "../model/alert.ts";
import type { Report } from "../model/report.ts";
import { replay } from "../pipeline/replay.ts";
import { ownIntervalMs } from "../poll/schedule.ts";
import { articlesBy } from "./articles.ts";
import { paceOf, userAgentOf } from "./polling.ts";
import { trySource } from "./source-trial.ts";
import { tellingPolicy } from "./telling-policy.ts";

/** `/sources test`: what `sources test` does on the command line, for admins in a chat. The configured store is not touched. */
export function sourceTrier(config: Config): TrySource {
  return async (source) => {
    const { ALLOW_PRIVATE_SOURCES: allowPrivate } = config;
    const fetcher = createFetcher({ userAgent: userAgentOf(config), allowPrivate });
    try {
      const kind = createSourceKinds(fetcher).find((each) => each.kind === source.kind);
      if (kind === undefined) throw new Error(`there is no source kind ${source.kind}`);
      const trial = await trySource(source, kind, articlesBy(fetcher, systemClock));
      const own = ownIntervalMs(source, trial.usualGapMs, paceOf(config));
      return {
        ...trial,
        fault: trial.fault === null ? null : { code: trial.faultCode ?? "internal", text: trial.fault },
        intervalMs: Math.max(own, trial.notBeforeMs ?? 0),
        alerts: await alertsOf(trial.reports, config),
      };
    } finally {
      await fetcher.close();
    }
  };
}

/** What these reports alone would have told, as this installation tells. Nobody is there to approve anything. */
async function alertsOf(reports: readonly Report[], config: Config): Promise<readonly Alert[]> {
  const store = await openStore(":memory:");
  const policy = { ...tellingPolicy(config), approval: null };
  try {
    const alerts: Alert[] = [];
    for await (const alert of replay({ reports: inOrder(reports), store, read: readReport, policy }))
      alerts.push(alert);
    return alerts;
  } finally {
    await store.close();
  }
}

async function* inOrder(reports: readonly Report[]): AsyncIterable<Report> {
  yield* reports;
}
