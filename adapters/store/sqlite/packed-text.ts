import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** The default level takes longer (77 against 48 to 70 µs of 15 KB) and makes it no smaller. */
const quick = { [constants.ZSTD_c_compressionLevel]: 1 };

/** Bytes that are unpacked at a time: most texts in one go (33 µs of 28 KB; 52 µs in the default's pieces of 16 KB). */
const inOne = { chunkSize: 0x1_0000 };

/** A text compressed with zstd, as long ones are stored. The same text always gives the same bytes. */
export function packText(text: string): Buffer {
  const bytes = bytesOf(text);
  // For a size that it knows zstd takes less memory, which it would otherwise ask of the system and give back each time.
  return zstdCompressSync(bytes, { params: quick, pledgedSrcSize: bytes.length });
}

/** What `packText` was given. A text that was stored before texts were packed is as it is. */
export function unpackText(stored: string | Uint8Array): string {
  return typeof stored === "string" ? stored : zstdDecompressSync(stored, inOne).toString();
}

/** In UTF-8, until the next call: a buffer for each would leave its size behind. */
function bytesOf(text: string): Uint8Array {
  // Three bytes at most for each unit of UTF-16.
  if (3 * text.length > scratch.length) scratch = Buffer.allocUnsafeSlow(6 * text.length);
  return scratch.subarray(0, scratch.write(text));
}

/** Grows to the longest text. */
let scratch = Buffer.allocUnsafeSlow(0x1_0000);
