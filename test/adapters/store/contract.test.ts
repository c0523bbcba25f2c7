import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { storeEngines } from "../../../adapters/store/index.ts";
import type { StoreEngine } from "../../../src/ports/store.ts";
import { describeStoreContract } from "../../contract/store/contract.ts";
import type { TestDatabase } from "../../contract/store/scene.ts";

/** How each engine gets an empty database, by its scheme. */
const databases: Readonly<Record<string, (engine: StoreEngine) => Promise<TestDatabase>>> = {
  async ""(engine) {
    const folder = await mkdtemp(join(tmpdir(), "tallywire-store-"));
    return {
      open: () => engine.open(join(folder, "contract.db")),
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

it("runs for every engine of the registry", () => {
  expect(storeEngines.map((each) => each.scheme)).toEqual(Object.keys(databases));
});

for (const engine of storeEngines) {
  const create = databases[engine.scheme];
  if (create !== undefined) describeStoreContract(`the engine of "${engine.scheme}"`, () => create(engine));
}
