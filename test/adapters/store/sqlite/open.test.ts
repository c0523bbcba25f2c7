import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSqlite, sqliteEngine } from "../../../../adapters/store/sqlite/index.ts";
import { messageOf } from "../../../../src/errors.ts";
import { makeSource, noon } from "../../../contract/store/documents.ts";
import { shell, temporaryPath } from "./files.ts";

describe("opening a database file", () => {
  it("makes the folder and the file, and opens it again with what was written", async () => {
    const path = join(dirname(await temporaryPath()), "new", "folder", "tallywire.db");
    const first = await sqliteEngine.open(path);
    await first.sources.add(makeSource(), noon);
    await first.close();

    const second = await sqliteEngine.open(path);

    expect(await second.sources.list()).toHaveLength(1);
    await second.close();
  });

  it("writes ahead and syncs every commit", async () => {
    const path = await temporaryPath();
    const store = await sqliteEngine.open(path);

    expect(shell(path).pragma("journal_mode", { simple: true })).toBe("wal");
    await store.close();
  });

  it("refuses a folder that cannot be made", async () => {
    const file = await temporaryPath();
    await writeFile(file, "");

    await expect(sqliteEngine.open(join(file, "folder", "a.db"))).rejects.toMatchObject({
      name: "ConfigError",
      code: "store-unwritable",
      permanent: true,
      hint: expect.stringContaining("DATABASE_URL"),
    });
  });

  it("refuses a path that is a folder", async () => {
    const path = dirname(await temporaryPath());

    await expect(sqliteEngine.open(path)).rejects.toMatchObject({
      name: "ConfigError",
      code: "store-unwritable",
    });
  });

  it("refuses a file that is no database, and leaves it as it is", async () => {
    const path = await temporaryPath();
    const text = "a shopping list, longer than the header of a database is: ".repeat(20);
    await writeFile(path, text);

    await expect(sqliteEngine.open(path)).rejects.toMatchObject({
      name: "ConfigError",
      code: "not-a-database",
    });
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it("refuses another program's database, and leaves it as it is", async () => {
    const path = await temporaryPath();
    const other = shell(path);
    other.exec("CREATE TABLE recipes (name TEXT)");

    await expect(sqliteEngine.open(path)).rejects.toMatchObject({
      name: "ConfigError",
      code: "foreign-database",
    });
    expect(other.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["recipes"]);
  });

  it("refuses a database that a newer version has migrated, in one line that says what to do", async () => {
    const path = await temporaryPath();
    await (await sqliteEngine.open(path)).close();
    shell(path)
      .prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', ?)")
      .run(Date.UTC(2100, 0, 1));

    const error: unknown = await sqliteEngine.open(path).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ name: "ConfigError", code: "newer-database", permanent: true });
    expect(messageOf(error)).toMatch(/newer version.*Update Tallywire/);
    expect(messageOf(error)).not.toContain("\n");
  });

  it("says that the file is busy when another process keeps it locked", async () => {
    const path = await temporaryPath();
    await (await sqliteEngine.open(path)).close();
    shell(path).exec("BEGIN EXCLUSIVE");

    const store = await openSqlite(path, 0);

    await expect(store.sources.add(makeSource(), noon)).rejects.toMatchObject({
      name: "StoreError",
      code: "store-busy",
      permanent: false,
    });
    await store.close();
  });

  it("goes on after another process's lock is gone", async () => {
    const path = await temporaryPath();
    const store = await openSqlite(path, 0);
    const other = shell(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.sources.add(makeSource(), noon)).rejects.toMatchObject({ code: "store-busy" });
    other.exec("ROLLBACK");

    await store.sources.add(makeSource(), noon);

    expect(await store.sources.list()).toHaveLength(1);
    await store.close();
  });

  it("reads while another process writes", async () => {
    const path = await temporaryPath();
    const store = await openSqlite(path, 0);
    await store.sources.add(makeSource(), noon);
    shell(path).exec("BEGIN IMMEDIATE; DELETE FROM sources");

    expect(await store.sources.list()).toHaveLength(1);
    await store.close();
  });
});
