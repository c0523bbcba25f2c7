import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Kit from "drizzle-kit/api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as schema from "../../../../adapters/store/sqlite/schema/index.ts";
import { sqliteEngine } from "../../../../adapters/store/sqlite/index.ts";
import type { Store } from "../../../../src/ports/store.ts";
import { makeAddress, makeReading, makeReport, noon } from "../../../contract/store/documents.ts";
import { claimOne, commit, expandAll, sentAs, subscribe, tell } from "../../../contract/store/steps.ts";
import { shell, temporaryPath } from "./files.ts";

describe("the schema", () => {
  let path: string;
  let store: Store;
  beforeEach(async () => {
    path = await temporaryPath();
    store = await sqliteEngine.open(path);
    await subscribe(store);
    await tell(store);
    await expandAll(store);
  });
  afterEach(() => store.close());

  it.each([
    ["a state of a delivery that is not known", "UPDATE deliveries SET state = 'lost', is_ready = 0"],
    ["a delivery that waits under a claim", "UPDATE deliveries SET fence = 1, lease_until = 1"],
    ["a delivery under way that nobody claimed", "UPDATE deliveries SET state = 'sending', is_ready = 0"],
    [
      "a sent delivery without its message",
      "UPDATE deliveries SET state = 'sent', is_ready = 0, settled_at = 1",
    ],
    ["a delivery that ended at no time", "UPDATE deliveries SET state = 'failed', is_ready = 0"],
    ["an ended delivery in the queue", "UPDATE deliveries SET state = 'failed', settled_at = 1"],
    ["an unknown outcome that may not repeat", "UPDATE deliveries SET state = 'unknown'"],
    ["a delivery to no chat", "UPDATE deliveries SET chat_id = 404"],
    ["a delivery of no alert", "UPDATE deliveries SET alert_seq = 404"],
    ["a delivery of nothing", "UPDATE deliveries SET alert_seq = NULL"],
    [
      "a second notice of one key to a chat",
      "INSERT INTO notices SELECT NULL, id, 'digest:1', '{}', 1, 1, 1, 1, 0, 1, NULL FROM chats, (VALUES (1), (2))",
    ],
    [
      "a second delivery of an alert to a chat",
      "INSERT INTO deliveries SELECT NULL, chat_id, development_id, alert_seq, revision, notice_id, platform, lane, state, is_ready, due_at, attempts, may_repeat, fence, lease_until, called_at, superseded_by, message_id, why, created_at, settled_at, called_revision FROM deliveries",
    ],
    ["a state of a chat that is not known", "UPDATE chats SET state = 'asleep'"],
    ["a chat that is gone for no reason", "UPDATE chats SET state = 'gone'"],
    [
      "a second chat at an address",
      "INSERT INTO chats SELECT NULL, platform, channel, thread, state, reason, subscription, created_at, changed_at, after_alert, digest_due_at, digest_since_at, digest_since_alert FROM chats",
    ],
    ["half a date", "UPDATE developments SET last_day = NULL"],
    ["a date that ends before it begins", "UPDATE developments SET last_day = '2000-01-01'"],
    ["a development merged into itself", "UPDATE developments SET merged_into = id"],
    ["a third ledger", "INSERT INTO ledger_state VALUES (3, 1, 1, 1)"],
    [
      "a second alert of one revision",
      "INSERT INTO alerts SELECT NULL, development_id, revision, body, owner FROM alerts",
    ],
    ["a deletion of an alert that was spread", "DELETE FROM alerts"],
  ])("has no room for %s", (_case, sql) => {
    const other = shell(path);
    other.pragma("foreign_keys = ON");

    expect(() => other.exec(sql)).toThrow(/constraint failed/i);
  });

  it("has no room for two deliveries under way for one chat", async () => {
    await tell(store, { development: "d2" });
    await expandAll(store);

    expect(() =>
      shell(path).exec("UPDATE deliveries SET state = 'sending', is_ready = 0, fence = 1, lease_until = 1"),
    ).toThrow(/UNIQUE constraint failed: deliveries.chat_id/);
  });

  it("keeps what a report said in each of its revisions", async () => {
    for (const text of ["first", "first", "second", "third"]) {
      const report = {
        report: makeReport({ text }),
        reading: makeReading(),
        signature: null,
        bands: [],
        mark: null,
      };
      await commit(store, { report });
    }

    const kept = shell(path)
      .prepare("SELECT revision, report ->> 'text' FROM report_revisions ORDER BY revision")
      .raw()
      .all();

    expect(kept).toEqual([
      [1, "first"],
      [2, "second"],
    ]);
  });

  it("is what the migrations make", async () => {
    const kit: typeof Kit = createRequire(import.meta.url)("drizzle-kit/api");
    const folder = new URL("../../../../adapters/store/sqlite/migrations/meta/", import.meta.url);
    const { entries } = JSON.parse(readFileSync(new URL("_journal.json", folder), "utf8"));
    const newest = String(entries.at(-1).idx).padStart(4, "0");
    const migrated = JSON.parse(readFileSync(new URL(`${newest}_snapshot.json`, folder), "utf8"));

    const statements = await kit.generateSQLiteMigration(
      migrated,
      await kit.generateSQLiteDrizzleJson(schema),
    );

    expect(statements, "run: npx drizzle-kit generate").toEqual([]);
  });

  it("keeps the totals of ended deliveries with them", async () => {
    const delivery = await claimOne(store);
    await store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);
    await tell(store, { revision: 2 });
    await tell(store, { revision: 3 });
    await expandAll(store);
    await store.chats.unsubscribe(makeAddress(), noon);

    const rows = shell(path).prepare(
      "SELECT json_group_object(state, n) FROM (SELECT state, count(*) AS n FROM deliveries GROUP BY state)",
    );

    expect(await store.outbox.counts()).toMatchObject(JSON.parse(String(rows.pluck().get())));
  });
});
