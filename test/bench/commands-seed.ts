import type BetterSqlite from "better-sqlite3";
import { packText, unpackText } from "../../adapters/store/sqlite/packed-text.ts";
import { openSqlite } from "../../adapters/store/sqlite/index.ts";
import { indexNext } from "../../src/commands/search/indexer.ts";
import { defaultSubscription, type Subscription } from "../../src/model/subscription.ts";
import { claimsPerDay, reportsOfDay, Sqlite, takeIn, type Given } from "./generate.ts";
import { flush } from "./flush.ts";

const firstDay = "2030-01-01";
const dayMs = 86_400_000;
const noon = Date.parse(`${firstDay}T12:00:00Z`);

/** What a seeded file holds. */
export interface Seed {
  readonly claims: number;
  readonly chats: number;
  readonly developments: number;
  /** A moment after all that is in it. */
  readonly now: number;
}

/**
 * Makes a file with so many claims and chats: one day by the pipeline, the others as copies of its rows with later dates and ids, made by
 * SQLite itself, which is quick enough for a million. The tables that only taking reports in reads (journal, copies, items) stay as they are.
 */
export async function seedFile(
  path: string,
  wanted: { readonly claims: number; readonly chats: number },
): Promise<Seed> {
  const store = await openSqlite(path);
  for (const given of [agreedTotal(), ...reportsOfDay(0)]) await takeIn(store, given);
  while (await indexNext(store)) continue;
  await store.close();
  const days = Math.max(1, Math.ceil(wanted.claims / claimsPerDay));
  const db = new Sqlite(path);
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -1000000");
  const developments = copyDays(db, days);
  addChats(db, wanted.chats, Date.parse(firstDay));
  addPast(db, noon + days * dayMs);
  db.pragma("journal_mode = WAL");
  db.close();
  flush(path);
  return { claims: days * claimsPerDay, chats: wanted.chats, developments, now: noon + days * dayMs };
}

/** What the legs of the exchange are parts of. */
function agreedTotal(): Given {
  const [first] = reportsOfDay(0);
  if (first === undefined) throw new Error("a day has reports");
  const { report, reading } = first;
  const figures = ["UA", "RU"].map((side) => ({
    measure: "prisoners.released" as const,
    side,
    group: null,
    weapon: null,
    low: 1_000,
    high: 1_000,
    approx: false,
    scope: "planned" as const,
    date: firstDay,
    places: [],
    by: { name: `An official of ${side}`, side },
    evidence: `r0-agreed ${side} 1000`,
  }));
  const event = { ...reading.events[0]!, kind: "exchange" as const, stage: "agreed" as const, places: [] };
  return {
    report: { ...report, id: "r0-agreed", title: "r0-agreed", url: "https://outlet.example/r0-agreed" },
    reading: { ...reading, figures, events: [event], places: [] },
  };
}

/** Returns how many developments there are then. */
function copyDays(db: BetterSqlite.Database, days: number): number {
  // Developments lie packed.
  db.function("packed", (text: string) => packText(text));
  db.function("unpacked", (body: string | Uint8Array) => unpackText(body));
  const state = db.prepare("SELECT version, next_development AS next FROM ledger_state").get() as {
    version: number;
    next: number;
  };
  const own = state.next - 1;
  // Numbers are bound as fractions.
  const dayNumber = "CAST($day AS INTEGER)";
  const alerts = (db.prepare("SELECT max(seq) AS last FROM alerts").get() as { last: number }).last;
  const withDay = (column: string): string =>
    `replace(replace(${column}, 'r0-', 'r' || ${dayNumber} || '-'), '${firstDay}', $date)`;
  /** A body names its own development only. */
  const withId = (column: string, id: string): string =>
    `replace(${withDay(column)}, '"' || ${id} || '"', '"' || ${idAfter(id)} || '"')`;
  const idAfter = (column: string): string =>
    `'d' || (CAST(substr(${column}, 2) AS INTEGER) + ${dayNumber} * ${own})`;
  const at = (column: string): string => `${column} + ${dayNumber} * ${dayMs}`;
  const day = (column: string): string => `CASE ${column} WHEN '${firstDay}' THEN $date ELSE ${column} END`;
  const copies = [
    `INSERT INTO reports SELECT ${withDay("id")}, revision, ${at("seen_at")}, origin, signature, ${withDay("report")},
       ${withDay("reading")}, owner FROM first_reports`,
    `INSERT INTO developments SELECT ${idAfter("id")}, version + ${dayNumber} * ${state.version}, kind, conflict, ${day("first_day")},
       ${day("last_day")}, is_long, ${at("last_seen_at")}, is_told, hold_until, merged_into, packed(${withId("body", "id")}), owner, subject FROM first_developments`,
    `INSERT INTO report_developments SELECT ${withDay("report_id")}, ${idAfter("development_id")} FROM first_report_developments`,
    `INSERT INTO alerts SELECT seq + ${dayNumber} * ${alerts}, ${idAfter("development_id")}, revision, ${withId("body", "development_id")}, owner FROM first_alerts`,
    `INSERT OR IGNORE INTO search_terms SELECT ${withDay("term")}, number + ${dayNumber} * ${own} FROM first_search_terms`,
  ];
  for (const table of ["reports", "developments", "report_developments", "alerts", "search_terms"])
    db.exec(`CREATE TEMP TABLE first_${table} AS SELECT * FROM ${table}`);
  db.exec("UPDATE first_developments SET body = unpacked(body)");
  const statements = copies.map((sql) => db.prepare(sql));
  db.transaction(() => {
    for (let next = 1; next < days; next += 1) {
      const date = Temporal.PlainDate.from(firstDay).add({ days: next }).toString();
      for (const statement of statements) statement.run({ day: next, date });
    }
    db.prepare("UPDATE ledger_state SET version = ?, next_development = ?").run(
      state.version * days,
      own * days + 1,
    );
    db.prepare("UPDATE search_state SET version = ?").run(state.version * days);
    db.prepare("INSERT OR IGNORE INTO fanouts SELECT seq, 0, 1 FROM alerts").run();
    db.prepare("UPDATE fanouts SET is_done = 1").run();
  })();
  return own * days;
}

/** Chats of people with their wishes in some variety; ids from `firstChat` on. */
function addChats(db: BetterSqlite.Database, count: number, now: number): void {
  const last = (db.prepare("SELECT max(seq) AS last FROM alerts").get() as { last: number }).last;
  const insert = db.prepare(
    `INSERT INTO chats (platform, channel, thread, state, reason, subscription, created_at, changed_at, after_alert)
     VALUES ('telegram', ?, '', 'active', NULL, ?, ?, ?, ?)`,
  );
  const wishes = variety().map((subscription) => JSON.stringify(subscription));
  db.transaction(() => {
    for (let index = 0; index < count; index += 1)
      insert.run(String(firstChat + index), wishes[index % wishes.length], now, now, last);
  })();
}

/** What there is behind a day of telling: the last alert was sent to every chat, and admins did much. */
function addPast(db: BetterSqlite.Database, now: number): void {
  const told = `SELECT id, 'telegram', (SELECT development_id FROM alerts ORDER BY seq DESC LIMIT 1), (SELECT max(seq) FROM alerts) FROM chats`;
  db.prepare(
    `INSERT INTO deliveries (chat_id, platform, development_id, alert_seq, revision, lane, state, is_ready, due_at, attempts, may_repeat, message_id, created_at, settled_at)
     SELECT *, 1, 0, 'sent', 0, $at, 1, 0, '1', $at, $at FROM (${told})`,
  ).run({ at: now - dayMs / 2 });
  const act = db.prepare(
    `INSERT INTO audit (at, by, act, subject, before, after, outcome, ended_by, ended_at) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (let index = 0; index < pastActs; index += 1) {
      const at = now - (pastActs - index) * 60_000;
      const by = `telegram:${firstChat}`;
      // Of the errors that people report some are open still.
      const isOpen = index % 100 === 0;
      const [name, end] = isOpen ? ["report", [null, null, null]] : ["source.edit", ["done", by, at]];
      act.run(at, by, name, "d1", "as it was", ...(end as (string | number | null)[]));
    }
  })();
}

/** Entries of the audit log. */
const pastActs = 10_000;

/** So many chats on, the wishes are the same again. */
export const alike = 12;

/** The first chat's id. */
export const firstChat = 10_000_000;

function variety(): readonly Subscription[] {
  return ["en", "uk", "ru"].flatMap((language) => {
    const all = defaultSubscription(language, "Europe/Kyiv");
    return [
      all,
      { ...all, kinds: ["exchange" as const, "strike" as const] },
      { ...all, places: { codes: ["UA-63"], withUnknown: true } },
      { ...all, thresholds: [{ measure: "killed" as const, atLeast: 2, place: null }] },
    ];
  });
}
