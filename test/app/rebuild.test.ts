import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../adapters/store/sqlite/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Report } from "../../src/model/report.ts";
import { ingestReport } from "../../src/pipeline/ingest.ts";
import type { Store } from "../../src/ports/store.ts";
import { runCliHere } from "./cli.ts";

const seenAt = Date.parse("2031-03-04T09:00:00Z");
const report: Report = {
  id: "r1",
  lang: "en",
  publishedAt: seenAt,
  seenAt,
  source: { name: "Invented Wire", side: null },
  url: "https://wire.example/1",
  title: "Three people killed in a Russian missile strike on Kharkiv on March 4",
  text: "",
  isBackfill: false,
  isStateControlled: false,
};

/** What an earlier reader might have made of it. */
function misread(given: Report): ReturnType<typeof readReport> {
  const reading = readReport(given);
  return { ...reading, figures: reading.figures.map((figure) => ({ ...figure, low: 33, high: 33 })) };
}

describe("tallywire rebuild", () => {
  let folder = "";
  let path = "";
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "tallywire-rebuild-"));
    path = join(folder, "ledger.db");
    await using(async (store) => {
      await ingestReport({ store, read: misread, report, mark: null, now: seenAt, policy: defaultPolicy });
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => runCliHere(folder, ["rebuild", ...args], { DATABASE_URL: path });
  const standing = () =>
    using(async (store) => (await store.ledger.development("d1"))?.figures.map(({ best }) => best));

  async function using<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    const store = await openSqlite(path);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  it("prints with --dry-run what it would change, and changes nothing", async () => {
    const { code, out } = await run("--dry-run");

    expect(code).toBe(0);
    expect(out).toContain("killed UA 33 → 3");
    expect(await standing()).toEqual([33]);
  });

  it("adopts what it prints, and finds nothing to change after that", async () => {
    const first = await run();
    const second = await run();

    expect([first.code, second.code]).toEqual([0, 0]);
    expect(await standing()).toEqual([3]);
    expect(second.out).toContain("developments unchanged: 1, differences: 0");
  });

  it("keeps what chats have through sources of their own apart, and adopts that, too", async () => {
    const own = { ...report, id: "own-1", source: { name: "Own Post", side: null } };
    await using(async (store) => {
      for (const chatId of [4, 9]) {
        const ledger = store.ownLedger(chatId);
        const request = { mark: null, now: seenAt, policy: { ...defaultPolicy, holdMs: 0 } };
        await ingestReport({
          ...request,
          store: { ledger },
          read: misread,
          report: { ...own, id: `own-${chatId}` },
        });
      }
    });

    const { code, out } = await run();
    const again = await run();

    expect([code, again.code]).toEqual([0, 0]);
    expect(out).toContain("The own sources of chat 4:");
    expect(again.out.match(/differences: 0/gu)).toHaveLength(3);
    await using(async (store) => {
      const [everybodys] = await store.ledger.developments({ limit: 9 });
      expect(everybodys).toMatchObject({ reports: ["r1"] });
      for (const chatId of [4, 9]) {
        const found = await store.ownLedger(chatId).developments({ limit: 9 });
        expect(found.map(({ reports, figures }) => [reports, figures.map(({ best }) => best)])).toEqual([
          [[`own-${chatId}`], [3]],
        ]);
      }
    });
  }, 60_000);

  it("does not adopt while another process sends from the database", async () => {
    await using((store) => store.outbox.holdSenderLease("telegram", "another", Date.now(), 60_000));

    const { code, err } = await run();

    expect(code).toBe(1);
    expect(err).toContain("Stop it first");
    expect(await standing()).toEqual([33]);
  });
});
