import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { alertLine } from "../../src/alert/line.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Report } from "../../src/model/report.ts";
import { replay } from "../../src/pipeline/replay.ts";

const folder = fileURLToPath(new URL("../../../shared/data/real/", import.meta.url));

/** A feed item as the files beside the repository hold it. */
interface Item {
  readonly publishedAt?: string;
  readonly seenAt?: string;
  readonly lang?: string | null;
  readonly feed?: string;
  readonly url?: string | null;
  /** As `url` and `publishedAt`, in files of another collector. */
  readonly link?: string;
  readonly published?: string;
  /** Of posts without an address. */
  readonly id?: string;
  readonly text?: string;
  readonly title?: string;
  readonly description?: string;
}

/** A feed item as a report: its id a hash of address and time, its language cut to the primary tag, its outlet the feed's host. */
export function reportOfItem(item: Item): Report {
  const url = item.url ?? item.link ?? "";
  const publishedAt = item.publishedAt ?? item.published;
  const seenAt = Date.parse(item.seenAt ?? publishedAt ?? "1970-01-01");
  const host = hostOf(item.feed) ?? hostOf(url) ?? item.feed ?? "";
  return {
    id: createHash("sha256")
      .update(item.id ?? `${url}\n${publishedAt ?? ""}`)
      .digest("hex")
      .slice(0, 12),
    lang: item.lang?.toLowerCase().split("-")[0] ?? null,
    publishedAt: publishedAt == null ? null : Date.parse(publishedAt),
    seenAt,
    source: { name: host, side: null },
    url,
    title: item.title ?? "",
    text: item.text ?? item.description ?? "",
    isBackfill: false,
    isStateControlled: false,
  };
}

function hostOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).host.replace(/^www\./u, "") : null;
}

/** A file of real feed items beside the repository as reports, by when they were seen. Null: it is not there. */
export function realReports(name: string): readonly Report[] | null {
  const path = `${folder}${name}`;
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const items = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Item);
  return items.map(reportOfItem).toSorted((a, b) => a.seenAt - b.seenAt);
}

/** Replays a file of real feed items and prints every alert with the titles of its reports, for people to judge. */
async function main(name: string): Promise<void> {
  const reports = realReports(name);
  if (reports === null) {
    console.log(`skipped: there is no ../shared/data/real/${name} beside the repository`);
    return;
  }
  const byReport = new Map(reports.map((report) => [report.id, report]));
  const store = await sqliteEngine.open(":memory:");
  const began = performance.now();
  const alerts: Alert[] = [];
  for await (const alert of replay({ reports: each(reports), store, read: readReport })) alerts.push(alert);
  const took = performance.now() - began;
  await store.close();
  for (const alert of alerts) print(alert, byReport);
  const count = (type: Alert["type"]) => alerts.filter((alert) => alert.type === type).length;
  console.log(
    `${reports.length} reports in ${Math.round(took)} ms: new ${count("new")}, update ${count("update")}, correction ${count("correction")}, loud ${alerts.filter((alert) => alert.isLoud).length}`,
  );
}

function print(alert: Alert, reports: ReadonlyMap<string, Report>): void {
  const line = alertLine(alert, "en");
  console.log(
    `${alert.development} ${alert.type}${alert.isLoud ? "" : " (silent)"} ${alert.date ?? "undated"} ${alert.conflict ?? "unknown"} | ${String(line.title)}`,
  );
  for (const id of alert.reports)
    console.log(
      `    ${reports.get(id)?.source.name}: ${reports.get(id)?.title} | ${reports.get(id)?.text.slice(0, 160)}`,
    );
}

async function* each(reports: readonly Report[]): AsyncGenerator<Report> {
  yield* reports;
}

if (import.meta.main) await main(process.argv[2] ?? "2026-01-01_05.jsonl.gz");
