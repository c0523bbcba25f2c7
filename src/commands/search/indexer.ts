import type { Clock } from "../../clock.ts";
import { messageOf } from "../../errors.ts";
import { lexerOf } from "../../figures/text/lexer.ts";
import { languages } from "../../languages/registry.ts";
import type { Log } from "../../log.ts";
import type { Development } from "../../model/development.ts";
import type { Report } from "../../model/report.ts";
import type { Store } from "../../ports/store.ts";
import { termsOfDevelopment } from "./terms.ts";

/** Developments in one step (with those of the same commit): few enough to hold the thread for milliseconds only. */
const chunk = 1;
/** The first report says what happened, the later ones what is known of it now. */
const maxReports = 8;
/** What was written is looked for so often; nobody searches for what is seconds old. */
const idleMs = 5_000;
/** Between two steps the thread is left to what cannot wait. */
const breathMs = 10;
/** After a fault. */
const faultMs = 30_000;

export interface IndexerOptions {
  readonly store: Pick<Store, "archive" | "ledger">;
  readonly clock: Clock;
  readonly log: Log;
}

/** Keeps the search index up with the ledger. How far it has come stands in the store, so a kill costs one step. */
export interface Indexer {
  start(): void;
  /** Ends after the step under way. */
  stop(): Promise<void>;
}

export function createIndexer({ store, clock, log }: IndexerOptions): Indexer {
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();

  /** A lexicon takes a tenth of a second to compile: not while somebody waits for what they search. */
  async function prepare(): Promise<void> {
    for (const language of languages) {
      await clock.sleep(breathMs, ending.signal);
      if (ending.signal.aborted) return;
      lexerOf(language);
    }
  }

  async function run(): Promise<void> {
    await prepare();
    let pauseMs = idleMs;
    while (!ending.signal.aborted) {
      await clock.sleep(pauseMs, ending.signal);
      if (ending.signal.aborted) return;
      try {
        pauseMs = (await indexNext(store)) ? breathMs : idleMs;
      } catch (error) {
        log("error", "The search index could not be brought up to date; it is tried again.", {
          error: messageOf(error),
        });
        pauseMs = faultMs;
      }
    }
  }

  return {
    start: () => void (running = run()),
    async stop() {
      ending.abort();
      await running;
    },
  };
}

/** Indexes what was written next. False: there was nothing. */
export async function indexNext(store: IndexerOptions["store"]): Promise<boolean> {
  const { developments, upTo } = await store.archive.unindexed(chunk);
  if (upTo === null) return false;
  const entries = [];
  for (const development of developments) {
    const isFindable = development.mergedInto === null && development.reports.length > 0;
    const terms = isFindable ? termsOfDevelopment(development, await reportsOf(store, development)) : [];
    entries.push({ id: development.id, terms });
  }
  await store.archive.index(entries, upTo);
  return true;
}

async function reportsOf(
  { ledger }: IndexerOptions["store"],
  { reports }: Development,
): Promise<readonly Report[]> {
  const ids = new Set([...reports.slice(0, 1), ...reports.slice(1 - maxReports)]);
  const read = await Promise.all([...ids].map((id) => ledger.report(id)));
  return read.filter((report) => report !== null);
}
