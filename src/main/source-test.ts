import { createFetcher } from "../../adapters/fetch/index.ts";
import { createSourceKinds } from "../../adapters/source/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { plainText } from "../alert/plain.ts";
import { composeAlert } from "../alert/compose.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { readReport } from "../figures/read.ts";
import { writeReading } from "../figures/write.ts";
import type { Report } from "../model/report.ts";
import type { Source } from "../model/source.ts";
import { replay } from "../pipeline/replay.ts";
import { spanText } from "../poll/health.ts";
import { ownIntervalMs } from "../poll/schedule.ts";
import { newSource, type SourceWords } from "../poll/source-form.ts";
import { articlesBy } from "./articles.ts";
import { paceOf } from "./polling.ts";
import { userAgentOf } from "./reading.ts";
import { rulesOf } from "./source-edit.ts";
import { trySource, type Trial } from "./source-trial.ts";

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
    const kind = createSourceKinds(fetcher).find((each) => each.kind === source.kind);
    if (kind === undefined) throw new Error(`there is no source kind ${source.kind}`);
    const trial = await trySource(source, kind, { articles: articlesBy(fetcher, systemClock) });
    if (trial.fault !== null) {
      process.stderr.write(`It cannot be read: ${trial.fault}\n`);
      return 1;
    }
    for (const line of sourceLines(source, trial, config)) say(line);
    for (const report of trial.reports) for (const line of readingLines(report)) say(line);
    await sayAlerts(trial.reports, config);
    say("\nFollowed now, it tells none of these: what is there at first sight is read quietly.");
    return 0;
  } finally {
    await fetcher.close();
  }
}

/** What the source says of itself, and how often it would be asked. */
function sourceLines(source: Source, trial: Trial, config: Config): string[] {
  const { title, usualGapMs, notBeforeMs, movedTo, reports } = trial;
  const own = ownIntervalMs(source, usualGapMs, paceOf(config));
  const undated = reports.filter(({ publishedAt }) => publishedAt === null).length;
  return [
    ...(title === null ? [] : [`It calls itself “${title}”.`]),
    ...(movedTo === null ? [] : [`It has moved for good to ${movedTo}: follow it there.`]),
    `${reports.length} ${reports.length === 1 ? "item" : "items"}${undated === 0 ? "" : `, ${undated} without a date`}${
      usualGapMs === null ? "" : `, usually one every ${spanText(usualGapMs)}`
    }; it would be polled every ${spanText(Math.max(own, notBeforeMs ?? 0))}${
      notBeforeMs !== null && notBeforeMs > own ? ", as it asks" : ""
    }.`,
    "",
  ];
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
