import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../adapters/store/index.ts";
import { shownDatabase, type Config } from "../config.ts";
import { StoreError } from "../errors.ts";
import { adoptRebuild, rebuildLedger } from "../pipeline/rebuild.ts";
import type { LedgerStore } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import { readSafely } from "./read-safely.ts";
import { differenceLine, lostDecisionLine } from "./rebuild-text.ts";

/** Every platform that a sender may hold: whether tokens are set here says nothing of another process. */
const platforms = ["telegram", "discord", "console"] as const;

/** Long enough for the one transaction that adopts a rebuild. */
const leaseMs = 120_000;

/**
 * `tallywire rebuild`: reads every stored report anew, prints what that changes in the ledger, and (not with `isDryRun`) adopts it in one change
 * of the journal, telling nobody. Throws StoreError `store-in-use` while a process that sends runs on the database: its senders' lease is
 * taken for the adoption, so that none begins meanwhile, and what was committed since the reading began makes the adoption fail. Resolves to
 * the exit code: 1 when something could not be read or decided again.
 */
export async function runRebuild(
  config: Config,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<number> {
  const store = await openStore(config.DATABASE_URL);
  const folder = mkdtempSync(join(tmpdir(), "tallywire-rebuild-"));
  try {
    const fresh = await openStore(join(folder, "fresh.db"));
    try {
      if (!isDryRun) await withSenders(store, async () => {});
      return await rebuildAll({ store, fresh, isDryRun, name: shownDatabase(config.DATABASE_URL) });
    } finally {
      await fresh.close();
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly store: Store;
  readonly fresh: Store;
  readonly isDryRun: boolean;
  readonly name: string;
}

/** Everybody's ledger, then each that a chat has of its own, each by itself: no report of one comes into another. */
async function rebuildAll(run: Run): Promise<number> {
  const { store, fresh } = run;
  let exitCode = await rebuild(run, { old: store.ledger, made: fresh.ledger });
  for (const chatId of await store.ownLedgers()) {
    say(`The own sources of chat ${chatId}:`);
    const own = { old: store.ownLedger(chatId), made: fresh.ownLedger(chatId) };
    exitCode = Math.max(exitCode, await rebuild(run, own));
  }
  return exitCode;
}

async function rebuild(
  { store, isDryRun, name }: Run,
  { old, made }: { readonly old: LedgerStore; readonly made: LedgerStore },
): Promise<number> {
  let faults = 0;
  const read = (report: Parameters<typeof readSafely>[0]) =>
    readSafely(report, (why) => {
      faults += 1;
      process.stderr.write(`report ${report.id}: the reader failed: ${why}\n`);
    });
  const ledgers = { store: { ledger: old }, fresh: { ledger: made } };
  const rebuilt = await rebuildLedger({ ...ledgers, read, now: Date.now() });
  const { differences, lost, unchanged, reports } = rebuilt;
  for (const difference of differences) say(differenceLine(difference));
  for (const decision of lost) say(lostDecisionLine(decision));
  say(
    `${name}: reports read: ${reports}, developments unchanged: ${unchanged}, differences: ${differences.length}.`,
  );
  if (isDryRun) {
    say("Nothing was written. tallywire rebuild adopts it, and tells nobody.");
    return faults > 0 ? 1 : 0;
  }
  let isAdopted = false;
  await withSenders(store, async () => {
    isAdopted = await adoptRebuild({ ledger: old }, rebuilt);
  });
  if (!isAdopted)
    throw new StoreError("The ledger changed while it was rebuilt; nothing was written.", {
      code: "store-in-use",
      hint: "Stop the running tallywire and run it again.",
    });
  say("Adopted, in one change of the journal. Nobody was told.");
  return faults + lost.length > 0 ? 1 : 0;
}

/** Does something while no process may send. Throws StoreError `store-in-use` where one does. */
async function withSenders(store: Store, work: () => Promise<void>): Promise<void> {
  const holder = `rebuild-${randomUUID()}`;
  const held: string[] = [];
  try {
    for (const platform of platforms) {
      if ((await store.outbox.holdSenderLease(platform, holder, Date.now(), leaseMs)) === null)
        throw new StoreError(`A running tallywire sends on ${platform} from this database.`, {
          code: "store-in-use",
          hint: "Stop it first (--dry-run only reads and needs no stop).",
        });
      held.push(platform);
    }
    await work();
  } finally {
    for (const platform of held) await store.outbox.releaseSenderLease(platform, holder);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
