import { openStore } from "../../adapters/store/index.ts";
import { alertLine } from "../alert/line.ts";
import { developmentLine, operationLine } from "../ledger/line.ts";
import type { ReadReport } from "../pipeline/ingest.ts";
import { replay } from "../pipeline/replay.ts";
import type { Store } from "../ports/store.ts";
import { readReports, writeLine } from "./lines.ts";
import { readSafely } from "./read-safely.ts";

/** The language of the titles and texts of a replay. */
const language = "en";

/**
 * `tallywire replay`: the alerts of a stream of reports, or with `ledger` the ledger at its end, as JSON lines. The clock is the reports'
 * `seenAt`, so the same input gives the same bytes. Resolves to the exit code.
 */
export async function runReplay(file: string, { ledger }: { readonly ledger: boolean }): Promise<number> {
  let exitCode = 0;
  const reports = readReports(file, ({ line, text }) => {
    exitCode = 1;
    process.stderr.write(`line ${line}: ${text}\n`);
  });
  const read: ReadReport = (report) =>
    readSafely(report, (why) => {
      exitCode = 1;
      process.stderr.write(`report ${report.id}: the reader failed: ${why}\n`);
    });
  const store = await openStore(":memory:");
  for await (const alert of replay({ reports, store, read }))
    if (!ledger) await writeLine(alertLine(alert, language));
  if (ledger) await writeLedger(store);
  await store.close();
  return exitCode;
}

/** Every development in the order of their making, then every operation. */
async function writeLedger(store: Store): Promise<void> {
  const everything = Number.MAX_SAFE_INTEGER;
  const byNumber = (a: { readonly id: string }, b: { readonly id: string }): number =>
    Number(a.id.slice(1)) - Number(b.id.slice(1));
  const developments = await store.ledger.developments({ limit: everything });
  for (const development of developments.toSorted(byNumber)) await writeLine(developmentLine(development));
  const operations = await store.ledger.operations(everything);
  for (const operation of operations.toSorted(byNumber)) await writeLine(operationLine(operation));
}
