import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { onTestFinished } from "vitest";

/** A path in a folder that is gone after the test. */
export async function temporaryPath(name = "test.db"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tallywire-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/** The file as a database shell sees it; closed after the test. */
export function shell(path: string): Sqlite.Database {
  const sqlite = new Sqlite(path);
  onTestFinished(() => {
    sqlite.close();
  });
  return sqlite;
}
