import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { JournalEntry } from "../../../src/ports/ledger-store.ts";

/** The part of an entry that undoes its change. */
export type Inverse = Pick<JournalEntry, "before" | "made">;

/** The default level takes longer (77 against 48 to 70 µs of 15 KB) and makes it no smaller. */
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** As it is stored. Whole states, so that an undo needs nothing but its own row; alike, so they press well. */
export function packInverse(inverse: Inverse): Buffer {
  return zstdCompressSync(JSON.stringify(inverse), quick);
}

/** What `packInverse` was given. */
export function unpackInverse(packed: Uint8Array): Inverse {
  return JSON.parse(zstdDecompressSync(packed).toString());
}
