import { topicsOf } from "../../src/ledger/split.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { ReadReport } from "../../src/pipeline/ingest.ts";
import { placeName } from "../../src/reference/places.ts";

/** What others do with a stream of reports, to stand beside the ledger: each gives alerts in the replay contract's form and keeps no ledger. */
export const baselines = {
  /** Every report is sent on. */
  "forward everything": forwardAll,
  /** One alert for each cluster of like titles, as news sites bundle them. */
  "one alert a title cluster": forwardClusters,
} as const;

type Line = Record<string, unknown>;

/** Titles that share this much of both their words are one story; measured on World Monitor's own deduplication. */
const likeness = 0.5;
const clusterMs = 86_400_000;

function forwardAll(reports: readonly Report[], read: ReadReport): readonly Line[] {
  return reports.map((report, index) => alertOf(report, read(report), index));
}

function forwardClusters(reports: readonly Report[], read: ReadReport): readonly Line[] {
  const seen: { readonly words: ReadonlySet<string>; readonly at: number }[] = [];
  return reports.flatMap((report, index): readonly Line[] => {
    const words = wordsOf(report);
    const isKnown = seen.some(
      (other) => report.seenAt - other.at <= clusterMs && jaccard(words, other.words) >= likeness,
    );
    seen.push({ words, at: report.seenAt });
    return isKnown ? [] : [alertOf(report, read(report), index)];
  });
}

/** The words of the title, or of the first line of a report without one. */
function wordsOf({ title, text }: Report): ReadonlySet<string> {
  const line = title === "" ? (text.split(/[.\n]/u)[0] ?? "") : title;
  return new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.intersection(b).size;
  return both === 0 ? 0 : both / a.union(b).size;
}

/** Given our reader's kind, day and numbers, which such a system has not: only its telling is compared. */
function alertOf(report: Report, reading: Reading, index: number): Line {
  const [topic] = topicsOf(report, reading);
  const [event] = topic?.events ?? [];
  return {
    seq: index + 1,
    at: new Date(report.seenAt).toISOString(),
    type: "new",
    loud: true,
    development: `b${index + 1}`,
    kind: topic?.kind ?? "strike",
    stage: event?.stage ?? "done",
    date: topic?.date ?? null,
    places: (topic?.places ?? []).map(placeName),
    title: report.title,
    text: report.text,
    reports: [report.id],
    figures: (topic?.figures ?? []).map(({ measure, side, group, weapon, low, high, approx, scope }) => ({
      measure,
      side,
      group,
      weapon,
      low,
      high,
      approx,
      scope,
    })),
  };
}
