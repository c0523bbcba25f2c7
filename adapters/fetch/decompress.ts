import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";

import { SourceError } from "../../src/errors.ts";

const SYNC = { finishFlush: constants.Z_SYNC_FLUSH };
const unzip = { gzip: promisify(gunzip), inflate: promisify(inflate), raw: promisify(inflateRaw) };
const brotli = promisify(brotliDecompress);
const zstd = promisify(zstdDecompress);

/** What we say that we read. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/** 8 MB, the window that RFC 8878, 3.1.1.1.2 tells decoders to expect; a frame may ask for gigabytes. */
const ZSTD_WINDOW_LOG = 23;

/** Codings on top of one another that are still undone; more is an attack or a broken proxy. */
const MAX_CODINGS = 3;

/**
 * The body with its content codings undone, and one gzip layer that no header announces. At most `maxBytes` come out of any layer.
 * A compressed body that was cut off gives what can be read of it. Throws SourceError `too-large` or `bad-encoding`.
 */
export async function decompress(
  body: Uint8Array,
  contentEncoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "");
  if (codings.length > MAX_CODINGS)
    throw new SourceError("The answer is compressed too often.", { code: "bad-encoding" });
  let bytes = body;
  // Codings are listed in the order in which they were applied.
  for (const coding of codings.reverse()) {
    if (bytes.length > 0) bytes = await undo(bytes, coding, maxBytes);
  }
  return isGzip(bytes) ? await undo(bytes, "gzip", maxBytes) : bytes;
}

async function undo(bytes: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const limit = { maxOutputLength: maxBytes };
  try {
    switch (coding) {
      case "gzip":
      case "x-gzip":
        // A server that announces gzip and sends plain text is common; the text is what counts.
        return isGzip(bytes) ? await unzip.gzip(bytes, { ...SYNC, ...limit }) : bytes;
      case "deflate":
        return await inflateEither(bytes, maxBytes);
      case "br":
        return await brotli(bytes, limit);
      case "zstd":
        return await zstd(bytes, { ...limit, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
      default:
        return bytes;
    }
  } catch (error) {
    throw codingError(error, maxBytes);
  }
}

/** "deflate" is zlib's format by the standard, and raw deflate by the habit of some servers. */
async function inflateEither(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const options = { ...SYNC, maxOutputLength: maxBytes };
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return isZlib ? await unzip.inflate(bytes, options) : await unzip.raw(bytes, options);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function codingError(error: unknown, maxBytes: number): SourceError {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ERR_BUFFER_TOO_LARGE") return tooLarge(maxBytes, error);
  return new SourceError("The compressed answer cannot be read.", { code: "bad-encoding", cause: error });
}

/** The one error for bodies above the limit, on the wire or unpacked. */
export function tooLarge(maxBytes: number, cause?: unknown): SourceError {
  const size = `${Math.round(maxBytes / 1e5) / 10} MB`;
  return new SourceError(`The answer is larger than ${size}.`, { code: "too-large", cause });
}
