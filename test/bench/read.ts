import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { readDemoStream } from "../../adapters/demo/stream.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Report } from "../../src/model/report.ts";
import { makeReport } from "../contract/store/documents.ts";
import { measure, type Measurement } from "./measurement.ts";

const require = createRequire(import.meta.url);
const shortLength = 400;
const rounds = 7;
/** Each round reads for about this long, in processor time. */
const roundMs = 700;
/**
 * Until the compiler has made what it makes of some 1,300 functions: a reader runs for months. In the seconds after the fifth a fifth of the
 * processor time was still the compiler's, after the twentieth a twentieth (`perf record`). A library's few functions are compiled in 5 s.
 */
const warmUpMs = 20_000;
const libraryWarmUpMs = 5000;
const mebibyte = 1_000_000;

// The heap stays as small as the program keeps it (src/tallywire.js): the memory is measured that it takes to read.
setFlagsFromString("--max-semi-space-size=4");
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=30");

/** Reads one text; what it makes of it is thrown away. */
type Reader = (report: Report) => unknown;

/** Group read: the whole reading of a short report, beside what libraries take for finding its numbers alone. One core, processor time. */
export async function* run(): AsyncIterable<Measurement> {
  const reports = shortReports();
  const english = reports.filter(({ lang }) => lang === "en");
  const ours = rates(readReport, reports, warmUpMs);
  const oursInEnglish = rates(readReport, english, libraryWarmUpMs);
  yield measure({
    name: "read.short-reports",
    unit: "reports/s",
    better: "higher",
    samples: ours,
    goal: { on: "value", is: 5000 },
    with: { characters: shortLength, reports: reports.length },
  });
  yield measure({
    name: "read.resident-memory",
    unit: "MiB",
    better: "lower",
    samples: [process.memoryUsage().rss / 1_048_576],
    goal: { on: "value", is: 200 },
    with: { includes: "Node itself and the tables of three languages" },
  });
  for (const [name, load] of Object.entries(peers)) {
    const [peer = 0] = rates(load(), english, libraryWarmUpMs).toSorted((a, b) => b - a);
    yield measure({
      name: `read.beside-${name}`,
      unit: "reports/s",
      better: "higher",
      samples: oursInEnglish,
      peer,
      goal: { on: "ratio", is: 1 },
      with: { peer: `${name}: numbers only, its best round`, language: "en" },
    });
  }
  yield measure({
    name: "read.megabyte",
    unit: "ms",
    better: "lower",
    samples: [cpuMs(() => readReport(megabyte(english)))],
    goal: { on: "value", is: 1000 },
    with: { characters: mebibyte },
  });
}

const peers: Readonly<Record<string, () => Reader>> = {
  compromise: () => {
    const nlp = require("compromise") as (text: string) => { numbers(): { json(): unknown } };
    return ({ text }) => nlp(text).numbers().json();
  },
  "wink-nlp": () => {
    const wink = require("wink-nlp") as (
      model: unknown,
      pipe: string[],
    ) => { readDoc(text: string): { entities(): { out(): unknown } } };
    const nlp = wink(require("wink-eng-lite-web-model"), ["sbd", "pos", "ner"]);
    return ({ text }) => nlp.readDoc(text).entities().out();
  },
  "recognizers-text": () => {
    const { recognizeNumber } = require("@microsoft/recognizers-text-suite") as {
      readonly recognizeNumber: (text: string, culture: string) => unknown;
    };
    return ({ text }) => recognizeNumber(text, "en-us");
  },
};

/** The demo's items, cut or repeated to the length of a short report. */
function shortReports(): Report[] {
  const { items, outlets } = readDemoStream();
  return items.map((item) => {
    const body = `${item.title}. ${item.text} `;
    const text = body.repeat(Math.ceil(shortLength / body.length)).slice(0, shortLength);
    const lang = outlets.find(({ id }) => id === item.outlet)?.lang ?? null;
    return makeReport({ id: item.id, lang, publishedAt: item.publishedAt, title: "", text });
  });
}

function megabyte(reports: readonly Report[]): Report {
  const text = reports.map((report) => report.text).join("\n\n");
  return makeReport({
    lang: "en",
    title: "",
    text: text.repeat(Math.ceil(mebibyte / text.length)).slice(0, mebibyte),
  });
}

/** Reports a second, one sample a round, after so much processor time in which all warms up. */
function rates(read: Reader, reports: readonly Report[], warmMs: number): number[] {
  rateOver(warmMs, read, reports);
  return Array.from({ length: rounds }, () => rateOver(roundMs, read, reports));
}

/** Reports a second, over about so much processor time. */
function rateOver(ms: number, read: Reader, reports: readonly Report[]): number {
  let count = 0;
  let tookMs = 0;
  while (tookMs < ms) {
    tookMs += cpuMs(() => reports.forEach(read));
    count += reports.length;
  }
  return (count / tookMs) * 1000;
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
