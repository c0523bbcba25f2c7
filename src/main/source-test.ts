import { createFetcher } from "../../adapters/fetch/index.ts";
import { createSourceKinds } from "../../adapters/source/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { plainText } from "../alert/plain.ts";
import { composeAlert } from "../alert/compose.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { readReport } from "../figures/read.ts";
import { writeReading } from "../figures/write.ts";
import { silentLog } from "../log.ts";
import type { Report } from "../model/report.ts";
import type { Source } from "../model/source.ts";
import { replay } from "../pipeline/replay.ts";
import { pollSource } from "../poll/poll-source.ts";
import { newSource, type SourceWords } from "../poll/source-form.ts";
import type { ArticleTools } from "../poll/with-article.ts";
import type { SourceKind } from "../ports/source-kind.ts";
import { articlesBy } from "./articles.ts";
import { userAgentOf } from "./polling.ts";
import { rulesOf } from "./source-edit.ts";

/** What one poll of a source brought. */
interface Trial {
  /** Oldest first, as if each had been seen when it was published. */
  readonly reports: readonly Report[];
  /** Null: it went well. */
  readonly fault: string | null;
}

/**
 * `sources test URL`: polls the source once, as the poller would, reads its items, and replays them over an empty ledger. The configured
 * store is not opened. Resolves to 1 when the source cannot be fetched or read.
 */
export async function testSource(config: Config, url: string, words: SourceWords): Promise<number> {
  const source = newSource(url, words, rulesOf(config));
  const fetcher = createFetcher({
    userAgent: userAgentOf(config),
    allowPrivate: config.ALLOW_PRIVATE_SOURCES,
  });
  try {
    say(`${source.id}: ${source.name} (${source.kind}, ${source.url})`);
    const { reports, fault } = await tryOut(
      source,
      createSourceKinds(fetcher),
      articlesBy(fetcher, systemClock),
    );
    if (fault !== null) {
      process.stderr.write(`It cannot be read: ${fault}\n`);
      return 1;
    }
    say(`${reports.length} ${reports.length === 1 ? "item" : "items"}\n`);
    for (const report of reports) for (const line of readingLines(report)) say(line);
    await sayAlerts(reports, config);
    return 0;
  } finally {
    await fetcher.close();
  }
}

/** Polls over a store in memory, in which the source counts as known, so that nothing is held to be old. */
async function tryOut(source: Source, kinds: readonly SourceKind[], articles: ArticleTools): Promise<Trial> {
  const store = await openStore(":memory:");
  const now = systemClock.now();
  const reports: Report[] = [];
  try {
    await store.sources.add(source, now);
    const fresh = await store.sources.find(source.id);
    if (fresh === null) return { reports, fault: "it was not kept" };
    await pollSource(
      {
        store: store.sources,
        kinds: new Map(kinds.map((kind) => [kind.kind, kind])),
        articles,
        clock: systemClock,
        stageClock: systemClock,
        ingest: async (items) => void reports.push(...items.map(({ report }) => report)),
        pace: { intervalMs: 0, floorMs: 0 },
        backfillAgeMs: Number.POSITIVE_INFINITY,
        chance: () => 0,
        log: silentLog,
      },
      { source, state: { ...fresh.state, firstPolledAt: now } },
      AbortSignal.timeout(60_000),
    );
    const { failure } = (await store.sources.find(source.id))?.state ?? fresh.state;
    const seen = reports.map((report) => ({ ...report, seenAt: report.publishedAt ?? report.seenAt }));
    return { reports: seen.toSorted((a, b) => a.seenAt - b.seenAt), fault: failure?.text ?? null };
  } finally {
    await store.close();
  }
}

/** One line an item, and one a figure or event in it. */
function readingLines(report: Report): string[] {
  const { figures, events } = writeReading(report.id, readReport(report));
  const at =
    report.publishedAt === null ? "undated" : new Date(report.publishedAt).toISOString().slice(0, 16);
  return [
    `${at}  ${report.title === "" ? report.text.slice(0, 80).replace(/\s+/gu, " ") : report.title}`,
    ...figures.map(({ measure, low, high, side, by, evidence }) => {
      const count = low === high ? `${low}` : `${low ?? "…"} to ${high ?? "…"}`;
      const about = [measure, count, ...(side === null ? [] : [`of ${side}`])].join(" ");
      return `    ${about}${by === null ? "" : `, says ${by.name}`}: “${evidence}”`;
    }),
    ...events.map(({ kind, stage, evidence }) => `    ${kind} (${stage}): “${evidence}”`),
  ];
}

async function sayAlerts(reports: readonly Report[], config: Config): Promise<void> {
  const store = await openStore(":memory:");
  let count = 0;
  for await (const alert of replay({ reports: inOrder(reports), store, read: readReport })) {
    const wording = { language: config.DEFAULT_LANGUAGE, timeZone: config.DEFAULT_TIME_ZONE };
    const message = composeAlert([alert], { ...wording, isPossibleRepeat: false });
    if (count === 0) say("\nAlerts that these items alone would have given:");
    count += 1;
    say(`\n${alert.isLoud ? "●" : "○"} ${alert.type}: ${message.title}\n${plainText(message)}`);
  }
  if (count === 0) say("\nThese items alone would have given no alert.");
  await store.close();
}

async function* inOrder(reports: readonly Report[]): AsyncIterable<Report> {
  yield* reports;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
