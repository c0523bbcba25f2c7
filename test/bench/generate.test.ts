import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Sqlite, copyDays, pipelineDays, rowsOf, writtenTables } from "./generate.ts";

describe("the bulk generator", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tallywire-bench-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes the rows that the pipeline writes", async () => {
    const days = 2;
    await pipelineDays(join(folder, "taken-in.db"), days);
    await pipelineDays(join(folder, "copied.db"), 1);
    copyDays(join(folder, "copied.db"), days);

    for (const table of [...writtenTables, "ledger_state"]) {
      const [takenIn, copied] = ["taken-in.db", "copied.db"].map((file) => sorted(join(folder, file), table));
      expect(copied, table).toEqual(takenIn);
    }
  }, 60_000);
});

/** A table's rows as text, in an order of their content: how they lie in the file says nothing. */
function sorted(path: string, table: string): readonly string[] {
  const db = new Sqlite(path, { readonly: true });
  const rows = rowsOf(db, table).map((row) => JSON.stringify(row));
  db.close();
  return rows.toSorted();
}
