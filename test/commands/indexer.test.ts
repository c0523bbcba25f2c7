import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { createIndexer, type Indexer } from "../../src/commands/search/indexer.ts";
import { groupsOfQuery } from "../../src/commands/search/terms.ts";
import type { Log } from "../../src/log.ts";
import type { Development } from "../../src/model/development.ts";
import type { Store } from "../../src/ports/store.ts";
import { makeDevelopment, makeReading, makeReport, noon } from "../contract/store/documents.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";

describe("the search index", () => {
  let store: Store;
  let clock: FakeClock;
  let indexer: Indexer;
  let faults: string[];
  let version: number;
  beforeEach(async () => {
    store = await openStore(":memory:");
    clock = createFakeClock(noon);
    faults = [];
    version = 0;
  });
  afterEach(() => indexer.stop());

  const log: Log = (level, message) => {
    if (level === "error") faults.push(message);
  };
  const begin = (archive: Store["archive"] = store.archive): void => {
    indexer = createIndexer({ store: { archive, ledger: store.ledger }, clock, log });
    indexer.start();
  };
  const write = async (developments: readonly Development[]): Promise<void> => {
    const report = makeReport({ id: `r${version}`, title: "Мости Харкова", lang: "uk" });
    await store.ledger.commit({
      version,
      report: { report, reading: makeReading(), signature: null, bands: [], mark: null },
      change: { cause: { kind: "report", reportId: report.id }, at: noon, developments, operations: [] },
      alerts: [],
    });
    version += 1;
  };
  const find = (words: string) => store.archive.search(groupsOfQuery(words), { limit: 9, offset: 0 });

  it("follows the ledger within seconds", async () => {
    begin();
    await write([makeDevelopment({ reports: ["r0"] })]);
    await clock.advance(6_000);

    expect(await find("Харкові мостами")).toEqual(["d1"]);
    await write([makeDevelopment({ id: "d2", reports: ["r1"] })]);
    await clock.advance(6_000);
    expect(await find("Kharkiv")).toEqual(["d2", "d1"]);
  });

  it("goes on after a fault, and with what an earlier process left", async () => {
    await write([makeDevelopment({ reports: ["r0"] })]);
    let calls = 0;
    const broken: Store["archive"] = {
      ...store.archive,
      unindexed: (limit) => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error("busy")) : store.archive.unindexed(limit);
      },
      index: (entries, upTo) => store.archive.index(entries, upTo),
    };
    begin(broken);
    await clock.advance(40_000);

    expect(faults).toHaveLength(1);
    expect(await find("Харків")).toEqual(["d1"]);
  });

  it("lets go of what was merged into another", async () => {
    begin();
    await write([makeDevelopment({ reports: ["r0"] }), makeDevelopment({ id: "d2", reports: ["r0"] })]);
    await clock.advance(6_000);
    await write([makeDevelopment({ reports: [], mergedInto: "d2" })]);
    await clock.advance(6_000);

    expect(await find("Харків")).toEqual(["d2"]);
  });
});
