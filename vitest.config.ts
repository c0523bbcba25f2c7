import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Where the tests' files lie in memory, on Linux: a flush to disk costs nothing there, and what a power cut leaves no test can tell. */
const memoryFolder = "/dev/shm";
/** Containers often have 64 MB there. */
const roomNeeded = 1_000_000_000;

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= roomNeeded;
  } catch {
    return false;
  }
}

/** A folder for this run that goes with it: some of what the tests use (a browser) leaves its files behind. */
function temporaryFolder(): { readonly TMPDIR?: string } {
  if (!hasRoom(memoryFolder)) return {};
  const TMPDIR = mkdtempSync(`${memoryFolder}/tallywire-tests-`);
  process.once("exit", () => rmSync(TMPDIR, { recursive: true, force: true }));
  return { TMPDIR };
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    // Two cores: more workers only fight over them.
    maxWorkers: 2,
    // Files share what their worker has loaded: loading the program anew for each took more time than the tests themselves.
    isolate: false,
    env: temporaryFolder(),
  },
});
