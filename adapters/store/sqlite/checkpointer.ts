import { Worker } from "node:worker_threads";
import type Sqlite from "better-sqlite3";
import type { CheckpointWork } from "./checkpoint-worker.ts";

/**
 * Pages in the write-ahead log, not yet in the file, that are worth a checkpoint: about 300 reports. While one is made, commits wait for the
 * disk with it, so it is made eight times as seldom as by SQLite's default (https://sqlite.org/pragma.html#pragma_wal_autocheckpoint); and pages
 * that were written again and again meanwhile are brought over once.
 */
const dueFrames = 8_000;
/** Pages at which the thread is begun within a commit, where the event loop has had no turn since it was due. */
const urgentFrames = 12_000;
/** Pages that were written while the thread was at it and take two milliseconds or so: the event loop waits for them, between two of its turns. */
const fewFrames = 500;
/** Rounds of the thread until no more than these are left. More of them mean that somebody writes faster than it does. */
const maxRounds = 4;
/** The log is looked at once in so many writes: a look costs as much as a short write computes. */
const writesPerLook = 16;
/**
 * Pages at which a commit makes a checkpoint itself: where the thread has failed, or the event loop has no turns, nothing else would end the
 * log's growth.
 */
const lastResortFrames = 16_000;
/** MiB. All that the thread does is done in SQLite, outside of them. */
const limits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };

/**
 * Brings what commits have written from the log into the file, on a thread of its own: within a commit, as SQLite does it, it holds up that
 * commit and the event loop for two flushes to disk and a thousand scattered pages. The thread begins with the first checkpoint that is due, between two turns of the
 * event loop: to begin it takes longer than to take a report in. What was written meanwhile is brought over when it is done, for the log begins anew only once all of it is in
 * the file; a log that goes on and on ends in a checkpoint within a commit.
 */
export class Checkpointer {
  readonly #path: string;
  readonly #log: Sqlite.Statement<[], { readonly log: number; readonly checkpointed: number }>;
  readonly #sqlite: Sqlite.Database;
  /** One number: 1 while a checkpoint is asked for or under way. Shared, so that also a caller that never waits sees it end. */
  readonly #underWay = new Int32Array(new SharedArrayBuffer(4));
  #worker: Worker | null = null;
  #beginning: NodeJS.Immediate | null = null;
  #writes = 0;
  #rounds = 0;

  constructor(sqlite: Sqlite.Database, path: string) {
    this.#sqlite = sqlite;
    this.#path = path;
    sqlite.pragma(`wal_autocheckpoint = ${lastResortFrames}`);
    this.#log = sqlite.prepare("PRAGMA wal_checkpoint(NOOP)");
  }

  /** A transaction was committed. */
  written(): void {
    this.#writes += 1;
    if (this.#writes % writesPerLook !== 0 || Atomics.load(this.#underWay, 0) === 1) return;
    const frames = this.#frames();
    if (frames < dueFrames) return;
    this.#rounds = 0;
    if (this.#worker !== null || frames >= urgentFrames) this.#ask();
    else this.#beginning ??= setImmediate(() => this.#ask());
  }

  /** Pages in the log that are not in the file. */
  #frames(): number {
    const { log = 0, checkpointed = 0 } = this.#log.get() ?? {};
    return log - checkpointed;
  }

  /** The thread has brought over what was there when it began. */
  #goOn(): void {
    if (!this.#sqlite.open) return;
    this.#rounds += 1;
    const frames = this.#frames();
    if (frames > fewFrames && this.#rounds < maxRounds) this.#ask();
    if (frames > 0 && frames <= fewFrames) this.#sqlite.pragma("wal_checkpoint(PASSIVE)");
  }

  #ask(): void {
    clearImmediate(this.#beginning ?? undefined);
    this.#beginning = null;
    Atomics.store(this.#underWay, 0, 1);
    this.#worker ??= this.#begin();
    this.#worker.postMessage("checkpoint");
  }

  /** Begins nothing more. A checkpoint under way goes on, and ends with the process. */
  close(): void {
    clearImmediate(this.#beginning ?? undefined);
    this.#worker?.postMessage("end");
  }

  #begin(): Worker {
    const workerData: CheckpointWork = { path: this.#path, underWay: this.#underWay };
    const worker = new Worker(new URL("./checkpoint-worker.ts", import.meta.url), {
      workerData,
      resourceLimits: limits,
    });
    worker.unref();
    worker.on("message", () => this.#goOn());
    // It is a comfort: SQLite's own way is slower, and as safe. The number stays 1, so no other thread is begun.
    worker.on("error", () => {
      if (this.#sqlite.open) this.#sqlite.pragma(`wal_autocheckpoint = ${dueFrames}`);
    });
    return worker;
  }
}
