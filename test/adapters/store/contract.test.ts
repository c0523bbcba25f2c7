import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { storeEngines } from "../../../adapters/store/index.ts";
import type { StoreEngine } from "../../../src/ports/store.ts";
import { describeStoreContract } from "../../contract/store/contract.ts";
import type { TestDatabase } from "../../contract/store/scene.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tallywire-store-"));
  folders.push(folder);
  return folder;
}

/** An empty database that has its schema, which each test gets a copy of: to migrate anew takes longer than most tests. */
let empty: Promise<string> | null = null;

async function makeEmpty(engine: StoreEngine): Promise<string> {
  const path = join(await makeFolder(), "empty.db");
  await (await engine.open(path)).close();
  return path;
}

/** How each engine gets an empty database, by its scheme. */
const databases: Readonly<Record<string, (engine: StoreEngine) => Promise<TestDatabase>>> = {
  async ""(engine) {
    const folder = await makeFolder();
    const path = join(folder, "contract.db");
    await copyFile(await (empty ??= makeEmpty(engine)), path);
    return {
      open: () => engine.open(path),
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
