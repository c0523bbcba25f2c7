import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

/** What the thread is given. `underWay`: one number, set to 0 when a checkpoint has ended. */
export interface CheckpointWork {
  readonly path: string;
  readonly underWay: Int32Array;
}

const { path, underWay } = workerData as CheckpointWork;

parentPort?.on("message", (order: "checkpoint" | "end") => {
  if (order === "end") return parentPort?.close();
  // Opened for each: whoever closes the file last empties the log, and that is to be the store.
  const sqlite = new Sqlite(path, { fileMustExist: true });
  try {
    // Passive: it waits for nobody, and nobody for it. What readers or another checkpoint keep from it is left to the next.
    sqlite.pragma("wal_checkpoint(PASSIVE)");
  } finally {
    sqlite.close();
  }
  Atomics.store(underWay, 0, 0);
  parentPort?.postMessage("done");
});
