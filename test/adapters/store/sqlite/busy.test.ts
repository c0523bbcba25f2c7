import { describe, expect, it } from "vitest";
import { openSqlite } from "../../../../adapters/store/sqlite/index.ts";
import { makeSource, noon } from "../../../contract/store/documents.ts";
import { shell, temporaryPath } from "./files.ts";

describe("a database that another program has locked", () => {
  it("is waited for while everything else goes on, and then has what was to be written", async () => {
    const path = await temporaryPath();
    const store = await openSqlite(path);
    const other = shell(path);
    other.exec("BEGIN IMMEDIATE");

    const ids = Array.from({ length: 20 }, (_, index) => `s${index}`);
    const writing = Promise.all(
      ids.map((id) => store.sources.add({ ...makeSource(), id, url: `https://${id}.example/feed` }, noon)),
    );
    const read = await store.sources.list();
    // One thread has both: this is reached only because the calls above do not hold it until the lock is gone.
    await new Promise((resolve) => setImmediate(resolve));
    other.exec("ROLLBACK");
    await writing;

    expect(read).toEqual([]);
    expect((await store.sources.list()).map(({ source }) => source.id).toSorted()).toEqual(ids.toSorted());
    await store.close();
  });

  it("is waited for no longer than was said", async () => {
    const path = await temporaryPath();
    const store = await openSqlite(path, 40);
    shell(path).exec("BEGIN IMMEDIATE");

    const adding = store.sources.add(makeSource(), noon);

    await expect(adding).rejects.toMatchObject({ code: "store-busy", permanent: false });
    await store.close();
  });

  it("is not waited for by a store that is closed", async () => {
    const path = await temporaryPath();
    const store = await openSqlite(path);
    shell(path).exec("BEGIN IMMEDIATE");

    const adding = store.sources.add(makeSource(), noon);
    await store.close();

    await expect(adding).rejects.toMatchObject({ code: "store-closed" });
  });
});
