import { openStore } from "../../adapters/store/index.ts";
import { shownDatabase, type Config } from "../config.ts";

/** `tallywire migrate`: opening a store brings it up to date. Resolves to the exit code. */
export async function runMigrate(config: Config): Promise<number> {
  const store = await openStore(config.DATABASE_URL);
  await store.close();
  process.stdout.write(`${shownDatabase(config.DATABASE_URL)} is up to date.\n`);
  return 0;
}
