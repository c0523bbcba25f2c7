import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { storeError } from "../../../../adapters/store/sqlite/faults.ts";
import { StoreError } from "../../../../src/errors.ts";
import { shell, temporaryPath } from "./files.ts";

describe("storeError", () => {
  it.each([
    ["SQLITE_BUSY", "store-busy", false],
    ["SQLITE_BUSY_SNAPSHOT", "store-busy", false],
    ["SQLITE_FULL", "disk-full", false],
    ["SQLITE_IOERR_FSYNC", "store-io", false],
    ["SQLITE_NOTADB", "not-a-database", true],
    ["SQLITE_CORRUPT_VTAB", "store-corrupt", true],
    ["SQLITE_READONLY_DIRECTORY", "store-unwritable", true],
    ["SQLITE_CANTOPEN", "store-unwritable", true],
    ["SQLITE_CONSTRAINT_UNIQUE", "store-constraint", true],
    ["SQLITE_RANGE", "store-failed", false],
  ])("reads %s as %s", (sqlite, code, permanent) => {
    const error = storeError(new Sqlite.SqliteError("the driver's words", sqlite));

    expect(error).toMatchObject({ name: "StoreError", code, permanent });
    expect(error.message).toContain("the driver's words");
    expect(error.message).not.toContain("\n");
  });

  it("reads a full disk as one that SQLite met", async () => {
    const sqlite = shell(await temporaryPath());
    sqlite.exec("CREATE TABLE t (x)");
    sqlite.pragma("max_page_count = 3");
    const fill = () => sqlite.prepare("INSERT INTO t VALUES (zeroblob(100000))").run();

    expect(fill).toThrow();
    try {
      fill();
    } catch (error) {
      expect(storeError(error)).toMatchObject({
        code: "disk-full",
        hint: expect.stringContaining("Free some space"),
      });
    }
  });

  it("finds SQLite's code under another library's error", () => {
    const inner = new Sqlite.SqliteError("locked", "SQLITE_BUSY");

    expect(storeError(new Error("Failed query", { cause: inner }))).toMatchObject({ code: "store-busy" });
  });

  it("leaves our own errors as they are", () => {
    const own = new StoreError("ours", { code: "ours" });

    expect(storeError(own)).toBe(own);
  });
});
