import { createRequire } from "node:module";
import type BetterSqlite from "better-sqlite3";
import { type Inverse, packInverse, unpackInverse } from "../../adapters/store/sqlite/journal.ts";
import { packText, unpackText } from "../../adapters/store/sqlite/packed-text.ts";
import { openSqlite } from "../../adapters/store/sqlite/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { bandsOf, signText } from "../../src/ledger/signature.ts";
import type { Measure } from "../../src/measures.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { Store } from "../../src/ports/store.ts";
import { ingestReport } from "../../src/pipeline/ingest.ts";
import { flush } from "./flush.ts";

/** better-sqlite3 with no adapter around it: to write rows in bulk, and as the peer of a commit. */
export const Sqlite = createRequire(import.meta.url)("better-sqlite3") as typeof BetterSqlite;

const firstDay = "2030-01-01";
const dayMs = 86_400_000;
/** The days lie apart: equal numbers in one town within three days are one day that a report has wrong. */
const daysApart = 5;
const stepMs = daysApart * dayMs;
const minuteMs = 60_000;
const firstAt = Date.parse(firstDay);

/** Reports about each thing that happens in a day. */
const perThing = 10;
const towns = ["kharkiv", "odesa", "kyiv", "sumy", "zaporizhzhia", "kherson", "dnipro", "chernihiv"] as const;

/** What a day holds: the places hit, the night's attack and a leg of an exchange, each told by so many outlets. */
export const reportsPerDay = (towns.length + 2) * perThing;

/** A report with the reading that the bench gives it: what reading costs is measured elsewhere. */
export interface Given {
  readonly report: Report;
  readonly reading: Reading;
}

/** All reports of a day (0, 1 …) in the order in which they are seen. Days are told apart by their date and by `r<day>-` in ids and words. */
export function reportsOfDay(day: number): readonly Given[] {
  return Array.from({ length: reportsPerDay }, (_, n) => givenOf(day, n));
}

function givenOf(day: number, n: number): Given {
  const thing = Math.floor(n / perThing);
  const told = n % perThing;
  const id = `r${day}-${n}`;
  const seenAt = firstAt + day * stepMs + (6 * 60 + n) * minuteMs;
  const date = Temporal.PlainDate.from(firstDay)
    .add({ days: day * daysApart })
    .toString();
  const town = towns[thing];
  const subject = { id, date, told };
  const figures =
    town !== undefined ? tollOf(town, subject) : thing === towns.length ? salvoOf(subject) : legOf(subject);
  const words = Array.from({ length: 60 }, (__, at) => `${id}w${at}`).join(" ");
  const isLeg = thing > towns.length;
  const places = isLeg ? [] : [town === undefined ? "UA" : `UA:${town}`];
  return {
    report: {
      id,
      lang: "en",
      publishedAt: seenAt,
      seenAt,
      source: { name: `Outlet ${n}`, side: null },
      url: `https://outlet-${n}.example/${id}`,
      title: id,
      text: `${figures.map((figure) => figure.evidence).join(". ")}. ${words}`,
      isBackfill: false,
      isStateControlled: false,
    },
    reading: {
      figures,
      events: [
        {
          kind: isLeg ? "exchange" : "strike",
          stage: "done",
          date,
          by: null,
          evidence: `${id}w0`,
          isDenial: false,
          places,
          parties: ["RU", "UA"],
        },
      ],
      parties: ["RU", "UA"],
      places,
      lang: "en",
    },
  };
}

interface Subject {
  readonly id: string;
  readonly date: string;
  /** How many outlets told it before: numbers grow with it. */
  readonly told: number;
}

function tollOf(town: string, subject: Subject): readonly Figure[] {
  const { told } = subject;
  const counts: readonly (readonly [Measure, number])[] = [
    ["killed", 1 + Math.floor(told / 3)],
    ["injured", 10 + told],
    ["missing", 1],
    ["buildings.damaged", 20 + told],
    ["customers.without_power", 12_000],
  ];
  return counts.map(([measure, value]) => ({
    ...figureOf(measure, value, subject),
    side: "UA",
    places: [`UA:${town}`],
    by: { name: `An official of ${town}`, side: "UA" },
  }));
}

function salvoOf(subject: Subject): readonly Figure[] {
  const counts: readonly (readonly [Measure, number])[] = [
    ["drones.launched", 300 + subject.told],
    ["drones.stopped", 250 + subject.told],
    ["missiles.launched", 30],
    ["missiles.stopped", 20],
  ];
  return counts.map(([measure, value]) => ({
    ...figureOf(measure, value, subject),
    side: "RU",
    places: ["UA"],
    by: { name: "An air force", side: "UA" },
  }));
}

function legOf(subject: Subject): readonly Figure[] {
  return ["UA", "RU"].map((side) => ({
    ...figureOf("prisoners.released", 200, subject),
    side,
    by: { name: `An official of ${side}`, side },
  }));
}

function figureOf(measure: Measure, value: number, { id, date }: Subject): Figure {
  return {
    measure,
    side: null,
    group: null,
    weapon: null,
    low: value,
    high: value,
    approx: false,
    scope: "event",
    date,
    places: [],
    by: null,
    evidence: `${id}e ${value} ${measure}`,
  };
}

/** Claims that a day's reports make. */
export const claimsPerDay = reportsOfDay(0).reduce((sum, { reading }) => sum + reading.figures.length, 0);

/** Takes one report in as the running bot does, with its mark. */
export async function takeIn(store: Pick<Store, "ledger">, { report, reading }: Given): Promise<void> {
  const mark = { sourceId: report.source.name, keys: [report.id], contentHash: `${report.id}h` };
  await ingestReport({ store, read: () => reading, report, mark, now: report.seenAt, policy: defaultPolicy });
}

/** A store's file after the pipeline took in so many whole days. */
export async function pipelineDays(path: string, days: number): Promise<void> {
  const store = await openSqlite(path);
  for (let day = 0; day < days; day += 1) for (const given of reportsOfDay(day)) await takeIn(store, given);
  await store.close();
}

type Row = Readonly<Record<string, unknown>>;

/** The tables that taking a report in writes, parents before children. */
export const writtenTables = [
  "reports",
  "items",
  "copy_bands",
  "developments",
  "report_developments",
  "changes",
  "alerts",
  "fanouts",
] as const;

/**
 * Adds days to a file that holds the pipeline's day 0 alone, row by row as the pipeline would have written them: the day's rows with
 * later dates, instants and ids. `days`: how many it then holds. Far faster than the pipeline, which decides each report anew.
 */
export function copyDays(path: string, days: number): void {
  const db = new Sqlite(path);
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -4000000");
  const rows = writtenTables.map((table) => ({ table, rows: rowsOf(db, table) }));
  const state = db.prepare("SELECT version, next_development FROM ledger_state").get() as {
    version: number;
    next_development: number;
  };
  const count = (name: string): number => rows.find(({ table }) => table === name)?.rows.length ?? 0;
  const steps: Steps = {
    versions: state.version,
    developments: state.next_development - 1,
    alerts: count("alerts"),
    changes: count("changes"),
  };
  db.transaction(() => {
    for (const { table, rows: template } of rows) copyTable(db, table, { template, days, steps });
    db.prepare("UPDATE ledger_state SET version = ?, next_development = ?").run(
      steps.versions * days,
      steps.developments * days + 1,
    );
  })();
  db.pragma("journal_mode = WAL");
  db.close();
  flush(path);
}

/** Keys of the tables that have no row numbers. */
const keys: Readonly<Record<string, string>> = {
  copy_bands: "day, band, seen_at, report_id",
  items: "source_id, key",
  report_developments: "report_id, development_id",
};

/** A table's rows in the order of their making, or of their keys. */
export function rowsOf(db: BetterSqlite.Database, table: string): readonly Row[] {
  return db.prepare(`SELECT * FROM ${table} ORDER BY ${keys[table] ?? "rowid"}`).all() as readonly Row[];
}

/** What a day adds to each counter. */
interface Steps {
  readonly versions: number;
  readonly developments: number;
  readonly alerts: number;
  readonly changes: number;
}

function copyTable(
  db: BetterSqlite.Database,
  table: string,
  of: { readonly template: readonly Row[]; readonly days: number; readonly steps: Steps },
): void {
  const { days, steps } = of;
  const template = of.template.map(unpacked);
  const columns = Object.keys(template[0] ?? {});
  const insert = db.prepare(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  for (let day = 1; day < days; day += 1) {
    const later = laterBy(table, day, steps);
    const rows = table === "copy_bands" ? bandRows(day) : template.map((row) => copyRow(table, row, later));
    for (const row of rows) insert.run(columns.map((column) => row[column]));
  }
}

/** A row with what is packed in it as text, so that it is unpacked once and not for each day. */
function unpacked(row: Row): Row {
  const { body, before } = row;
  return {
    ...row,
    ...(body instanceof Uint8Array ? { body: unpackText(body) } : {}),
    ...(before instanceof Uint8Array ? { before: JSON.stringify(unpackInverse(before)) } : {}),
  };
}

/** A column's text as it is stored. */
function packedAs(table: string, column: string, text: string): string | Uint8Array {
  if (table === "developments" && column === "body") return packText(text);
  if (column !== "before") return text;
  const { before, made }: Inverse = JSON.parse(text);
  const packed = (state: unknown): Uint8Array => packText(JSON.stringify(state));
  return packInverse({
    developments: before.developments.map(packed),
    operations: before.operations.map(packed),
    made,
  });
}

interface Later {
  readonly number: (column: string, value: number) => number;
  readonly text: (value: string) => string;
}

function laterBy(table: string, day: number, steps: Steps): Later {
  const date = Temporal.PlainDate.from(firstDay)
    .add({ days: day * daysApart })
    .toString();
  return {
    number(column, value) {
      if (column === "version") return value + day * steps.versions;
      if (column === "seq") return value + day * steps[table === "alerts" ? "alerts" : "changes"];
      if (column === "alert_seq") return value + day * steps.alerts;
      return value > firstAt / 2 ? value + day * stepMs : value;
    },
    text: (value) =>
      value.replaceAll(/\br0-|\bd(\d+)\b|2030-01-01|\b1\d{12}\b/gu, (found, number?: string) => {
        if (found === "r0-") return `r${day}-`;
        if (found === firstDay) return date;
        if (number !== undefined) return `d${Number(number) + day * steps.developments}`;
        return String(Number(found) + day * stepMs);
      }),
  };
}

function copyRow(table: string, row: Row, later: Later): Row {
  const entries = Object.entries(row).map(([column, value]): readonly [string, unknown] => {
    if (typeof value === "number") return [column, later.number(column, value)];
    if (typeof value !== "string") return [column, value];
    return [column, packedAs(table, column, later.text(value))];
  });
  const copy = Object.fromEntries(entries);
  if (copy.signature instanceof Uint8Array) copy.signature = signatureOf(copy);
  return copy;
}

function signatureOf({ report }: Row): Buffer {
  const { title, text } = JSON.parse(String(report)) as Report;
  const signature = signText(`${title}\n${text}`) ?? new Uint32Array();
  return Buffer.from(signature.buffer);
}

function bandRows(day: number): readonly Row[] {
  return reportsOfDay(day).flatMap(({ report }) => {
    const signature = signText(`${report.title}\n${report.text}`);
    const bands = signature === null ? [] : bandsOf(signature);
    const dayNumber = Math.floor(report.seenAt / dayMs);
    return bands.map((band) => ({ day: dayNumber, band, seen_at: report.seenAt, report_id: report.id }));
  });
}
