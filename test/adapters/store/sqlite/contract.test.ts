import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteEngine } from "../../../../adapters/store/sqlite/index.ts";
import { describeStoreContract } from "../../../contract/store/contract.ts";

describeStoreContract("the SQLite engine", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tallywire-store-"));
  return {
    open: () => sqliteEngine.open(join(folder, "contract.db")),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});
