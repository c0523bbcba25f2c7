import { closeSync, fsyncSync, openSync } from "node:fs";

/** Waits until a file that was filled without waiting is on the disk: the system would write it out while something else is timed. */
export function flush(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}
