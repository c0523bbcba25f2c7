import { ConfigError } from "../../src/errors.ts";
import type { Store, StoreEngine } from "../../src/ports/store.ts";
import { sqliteEngine } from "./sqlite/index.ts";

/** Every storage engine. One more is one more folder and one more entry. */
export const storeEngines: readonly StoreEngine[] = [sqliteEngine];

/**
 * Opens the store that a DATABASE_URL names: a path (or `:memory:`) is SQLite's, `scheme://…` that
 * engine's. Throws ConfigError `unknown-database` when no engine knows the scheme, and what the engine throws.
 */
export async function openStore(url: string): Promise<Store> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase() ?? "";
  const engine = storeEngines.find((each) => each.scheme === scheme);
  if (engine !== undefined) return engine.open(url);
  // Not the URL itself: it may hold a password.
  throw new ConfigError(`DATABASE_URL begins with ${scheme}://, but this version knows only SQLite.`, {
    code: "unknown-database",
    permanent: true,
    hint: "Give the path of a file, such as data/local/tallywire.db.",
  });
}
