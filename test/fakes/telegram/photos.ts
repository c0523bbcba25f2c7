import { createHash } from "node:crypto";
import { badRequest } from "./api-error.ts";
import { textOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { FakePhoto, World } from "./world.ts";

const maxBytes = 10 * 2 ** 20;
const maxSides = 10_000;
const maxRatio = 20;
const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The picture that a parameter names: an upload under that name, `attach://NAME` of another part, or the file_id of one that is kept
 * (https://core.telegram.org/bots/api#sending-files). `written`: the parameter's text. Throws the 400s.
 */
export async function readPhoto(
  name: string,
  written: string,
  params: Params,
  world: World,
): Promise<FakePhoto> {
  const attached = /^attach:\/\/(.+)$/u.exec(written)?.[1];
  const part = params[attached ?? name];
  if (part instanceof Blob) return keepPhoto(Buffer.from(await part.arrayBuffer()), world);
  if (attached !== undefined || written === "") throw badRequest("there is no photo in the request");
  if (/^https?:/u.test(written)) throw badRequest("wrong type of the web page content");
  const kept = world.photos.get(written);
  if (kept === undefined)
    throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  return kept;
}

/** The picture of an InputMediaPhoto: https://core.telegram.org/bots/api#inputmediaphoto */
export function readMediaPhoto(media: Params, params: Params, world: World): Promise<FakePhoto> {
  if (textOf(media, "type") !== "photo") throw badRequest("Can't parse InputMedia: type must be photo");
  const written = textOf(media, "media");
  if (written === "") throw badRequest("Can't parse InputMedia: media not found");
  return readPhoto("", written, params, world);
}

/** Photos of at most 10 MB, width and height of at most 10,000 together, one at most 20 times the other. */
function keepPhoto(bytes: Buffer, world: World): FakePhoto {
  if (bytes.length === 0) throw badRequest("file must be non-empty");
  if (bytes.length > maxBytes) throw badRequest(`file of size ${bytes.length} bytes is too big for a photo`);
  if (!bytes.subarray(0, 8).equals(pngHead)) throw badRequest("IMAGE_PROCESS_FAILED");
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > maxSides || !(ratio <= maxRatio)) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  const uniqueId = createHash("sha256").update(bytes).digest("base64url").slice(0, 16);
  const fileId = `AgACAgIAAxkB${uniqueId}${world.nextId()}`;
  const photo = { fileId, uniqueId, width, height, bytes: bytes.length };
  world.photos.set(fileId, photo);
  return photo;
}
