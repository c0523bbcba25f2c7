import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openStore } from "../../adapters/store/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import type { Reading } from "../../src/model/reading.ts";
import { ingestPage, type PageItem } from "../../src/pipeline/ingest-page.ts";
import type { Store } from "../../src/ports/store.ts";
import { makeReport, noon } from "../contract/store/documents.ts";
import { readReport } from "../../src/figures/read.ts";

const attack =
  "Russia launched 120 drones at Ukraine overnight, 96 of them were shot down, the invented ministry said.";
const weather = "It will rain in the hills.";

let store: Store;
/** Ids of the reports in each transaction, in order. */
let written: string[][];

beforeEach(async () => {
  store = await openStore(":memory:");
  written = [];
});
afterEach(() => store.close());

const item = (id: string, text: string): PageItem => ({
  report: makeReport({ id, title: `Report ${id}`, text, publishedAt: noon, seenAt: noon, lang: "en" }),
  mark: { sourceId: "courier", keys: [`id:${id}`], contentHash: text },
});

const take = (items: readonly PageItem[], read: (report: PageItem["report"]) => Reading = readReport) => {
  const { ledger } = store;
  const watched = {
    near: ledger.near.bind(ledger),
    report: ledger.report.bind(ledger),
    keep: (reports: Parameters<typeof ledger.keep>[0]) => {
      written.push(reports.map(({ report }) => report.id));
      return ledger.keep(reports);
    },
    commit: (commit: Parameters<typeof ledger.commit>[0]) => {
      written.push([commit.report?.report.id ?? ""]);
      return ledger.commit(commit);
    },
  };
  const given = { ledger: Object.assign(Object.create(ledger) as typeof ledger, watched) };
  return ingestPage({ store: given, read, items, now: noon, policy: defaultPolicy });
};

describe("a page of items", () => {
  it("is taken in with one transaction for all that say nothing, and one for each that says something", async () => {
    await take([item("1", weather), item("2", attack), item("3", weather)]);

    expect(written).toEqual([["1", "3"], ["2"]]);
    expect((await store.ledger.developments({ limit: 9 })).map(({ reports }) => reports)).toEqual([["2"]]);
    const known = await store.sources.knownItems("courier", ["id:1", "id:2", "id:3"]);
    expect([...known.values()].map(({ reportId }) => reportId)).toEqual(["1", "2", "3"]);
    expect((await store.ledger.report("1"))?.sourceId).toBe("courier");
  });

  it("lets a report that now says nothing take back what it said", async () => {
    await take([item("1", attack)]);
    await take([item("1", weather)]);

    expect(written).toEqual([["1"], ["1"], ["1"]]);
    expect((await store.ledger.report("1"))?.text).toBe(weather);
    const [development] = await store.ledger.developments({ limit: 1 });
    expect(development?.figures.flatMap(({ claims }) => claims)).toEqual([]);
  });

  it("reads each report once", async () => {
    const read: string[] = [];
    await take([item("1", weather), item("2", attack)], (report) => {
      read.push(report.id);
      return readReport(report);
    });

    expect(read).toEqual(["1", "2"]);
  });

  it("that is empty writes nothing", async () => {
    expect(await take([])).toEqual([]);
    expect(written).toEqual([]);
  });
});
