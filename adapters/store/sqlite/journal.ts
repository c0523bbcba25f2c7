import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Development } from "../../../src/model/development.ts";
import type { JournalEntry } from "../../../src/ports/ledger-store.ts";

/** The part of an entry that undoes its change. */
export type Inverse = Pick<JournalEntry, "before" | "made">;

/** The default level takes longer (77 against 48 to 70 µs of 15 KB) and makes it no smaller. */
const quick = { [constants.ZSTD_c_compressionLevel]: 1 };

/**
 * As it is stored. Whole states, so that an undo needs nothing but its own row; alike, so they press well. `textOf`: a development's JSON,
 * for who has it already.
 */
export function packInverse(
  { before, made }: Inverse,
  textOf: (development: Development) => string = (development) => JSON.stringify(development),
): Buffer {
  const bytes = bytesOf([
    '{"before":{"developments":[',
    ...before.developments.map((each, index) => (index === 0 ? textOf(each) : `,${textOf(each)}`)),
    '],"operations":',
    JSON.stringify(before.operations),
    '},"made":',
    JSON.stringify(made),
    "}",
  ]);
  // For a size that it knows zstd takes less memory, which it would otherwise ask of the system and give back each time.
  return zstdCompressSync(bytes, { params: quick, pledgedSrcSize: bytes.length });
}

/** The texts one after the other in UTF-8, until the next call: put together first, each entry would leave twice its size behind. */
function bytesOf(texts: readonly string[]): Uint8Array {
  // Three bytes at most for each unit of UTF-16.
  const most = texts.reduce((sum, { length }) => sum + 3 * length, 0);
  if (most > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * most);
  const end = texts.reduce((at, text) => at + scratch.write(text, at), 0);
  return scratch.subarray(0, end);
}

/** Grows to the largest entry. */
let scratch = Buffer.allocUnsafeSlow(0x1_0000);

/** What `packInverse` was given. */
export function unpackInverse(packed: Uint8Array): Inverse {
  return JSON.parse(zstdDecompressSync(packed).toString());
}
