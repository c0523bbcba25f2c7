import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSqlite } from "../../../../adapters/store/sqlite/index.ts";
import type { Store } from "../../../../src/ports/store.ts";

const mebi = 2 ** 20;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tallywire-log-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Forty megabytes in sixteen commits: more than what is worth a checkpoint. */
async function writeMuch(store: Store, round = 0): Promise<void> {
  for (let id = round * 16 + 1; id <= round * 16 + 16; id += 1)
    await store.updates.saveUpdates("telegram", [{ id, body: "x".repeat(2.5 * mebi) }], 0);
}

describe("what commits have written", () => {
  it("comes from the log into the file while the store goes on", async () => {
    const path = join(folder, "tallywire.db");
    const store = await openSqlite(path);
    const before = statSync(path).size;

    await writeMuch(store);

    await vi.waitFor(() => expect(statSync(path).size - before).toBeGreaterThan(16 * mebi), 10_000);
    await store.close();
  });

  it("is all in the file after the store was closed", async () => {
    const path = join(folder, "tallywire.db");
    const store = await openSqlite(path);
    await writeMuch(store);
    await vi.waitFor(() => expect(statSync(path).size).toBeGreaterThan(16 * mebi), 10_000);

    await store.close();

    const sqlite = new Sqlite(path, { readonly: true });
    const count: unknown = sqlite.prepare("SELECT count(*) FROM platform_updates").pluck().get();
    sqlite.close();
    expect(count).toBe(16);
  });

  it("is all in the file, what was written meanwhile too, so that the log begins anew", async () => {
    const path = join(folder, "tallywire.db");
    const store = await openSqlite(path);
    await writeMuch(store);

    for (let id = 100; statSync(path).size < 32 * mebi; id += 1) {
      await store.updates.saveUpdates("telegram", [{ id, body: "x" }], 0);
      await setImmediate();
    }

    const other = new Sqlite(path);
    const log = other.prepare<[], { log: number; checkpointed: number }>("PRAGMA wal_checkpoint(NOOP)");
    await vi.waitFor(() => expect(log.get()?.checkpointed).toBe(log.get()?.log), 10_000);
    other.close();
    await store.close();
  });

  it("begins the log anew though nobody ever waits", async () => {
    const path = join(folder, "tallywire.db");
    const store = await openSqlite(path);

    for (let round = 0; round < 5; round += 1) await writeMuch(store, round);

    expect(statSync(`${path}-wal`).size).toBeLessThan(128 * mebi);
    await store.close();
  });
});
