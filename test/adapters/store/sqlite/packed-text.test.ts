import { zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unpackInverse } from "../../../../adapters/store/sqlite/journal.ts";
import { packText, unpackText } from "../../../../adapters/store/sqlite/packed-text.ts";
import { sqliteEngine } from "../../../../adapters/store/sqlite/index.ts";
import { makeDevelopment } from "../../../contract/store/documents.ts";
import { changeTo, commit } from "../../../contract/store/steps.ts";
import { shell, temporaryPath } from "./files.ts";

describe("a packed text", () => {
  it.each(["", "One line.", "Обмін: 307 осіб 🇺🇦".repeat(20_000)])("is what was packed", (text) => {
    expect(unpackText(packText(text))).toBe(text);
  });

  it("takes a small part of what a state takes whose claims are alike", () => {
    const claims = Array.from({ length: 100 }, (_, id) => ({ reportId: `r${id}`, low: id, approx: false }));
    const text = JSON.stringify(claims);

    expect(packText(text).length).toBeLessThan(text.length / 4);
  });
});

describe("a database of before states were packed", () => {
  it("gives developments and journal as they were written", async () => {
    const path = await temporaryPath();
    const store = await sqliteEngine.open(path);
    const [first, second] = [makeDevelopment({ id: "d1" }), makeDevelopment({ id: "d1", stage: "agreed" })];
    await commit(store, { change: changeTo({ developments: [first] }) });
    await commit(store, { change: changeTo({ developments: [second] }) });
    await store.close();
    const inverse = { before: { developments: [first], operations: [] }, made: [] };
    const file = shell(path);
    file.prepare("UPDATE developments SET body = ?").run(JSON.stringify(second));
    file
      .prepare("UPDATE changes SET before = ? WHERE seq = 2")
      .run(zstdCompressSync(Buffer.from(JSON.stringify(inverse))));

    const reopened = await sqliteEngine.open(path);
    await commit(reopened, { change: changeTo({ developments: [{ ...second, stage: "done" }] }) });
    const journal = await reopened.ledger.journal({ limit: 10 });
    const stored = await reopened.ledger.development("d1");
    await reopened.close();

    expect(stored).toEqual({ ...second, stage: "done" });
    expect(journal.map(({ before }) => before.developments)).toEqual([[], [first], [second]]);
    expect(unpackInverse(zstdCompressSync(Buffer.from(JSON.stringify(inverse))))).toEqual(inverse);
  });
});
