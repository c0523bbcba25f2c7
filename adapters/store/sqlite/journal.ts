import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { JournalEntry } from "../../../src/ports/ledger-store.ts";

/** The part of an entry that undoes its change. */
export type Inverse = Pick<JournalEntry, "before" | "made">;

/** As it is stored. Whole states, so that an undo needs nothing but its own row; alike, so they press well. */
export function packInverse(inverse: Inverse): Buffer {
  return zstdCompressSync(JSON.stringify(inverse));
}

/** What `packInverse` was given. */
export function unpackInverse(packed: Uint8Array): Inverse {
  return JSON.parse(zstdDecompressSync(packed).toString());
}
