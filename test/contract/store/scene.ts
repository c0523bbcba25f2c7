import type { Store } from "../../../src/ports/store.ts";

/** A database of the engine under test. */
export interface TestDatabase {
  /** One more connection to it, as another process would have. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** What a part of the contract works with: read it inside a test, it is a new one for each. */
export interface Scene {
  readonly store: Store;
  readonly database: TestDatabase;
  /** One more empty database, for tests that need many. */
  createDatabase(): Promise<TestDatabase>;
}
