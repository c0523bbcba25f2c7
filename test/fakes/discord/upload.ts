import { FormCheck, faultOf } from "./fault.ts";
import { objectOf, objectsOf, textOf, type Json } from "./forms.ts";
import type { Attachment, World } from "./world.ts";

/** A file of a multipart body. */
export interface Upload {
  /** The n of `files[n]`. */
  readonly index: number;
  readonly filename: string;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** A body of a request: its JSON, and its files. `isBroken`: it is neither. */
export interface ParsedBody {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
  readonly isBroken: boolean;
}

/** Reads JSON, or multipart/form-data with `payload_json` and `files[n]` (reference, uploading files). */
export async function parseBody(contentType: string, bytes: Buffer): Promise<ParsedBody> {
  if (bytes.length === 0) return { json: null, uploads: [], isBroken: false };
  const broken = { json: null, uploads: [], isBroken: true };
  try {
    if (contentType.startsWith("application/json"))
      return { json: JSON.parse(bytes.toString()) as unknown, uploads: [], isBroken: false };
    if (!contentType.startsWith("multipart/form-data")) return broken;
    const form = await new Response(new Uint8Array(bytes), {
      headers: { "content-type": contentType },
    }).formData();
    const uploads: Upload[] = [];
    for (const [name, value] of form.entries()) {
      const index = /^files\[(\d+)\]$/.exec(name)?.[1];
      if (typeof value === "string" || index === undefined) continue;
      const content = new Uint8Array(await value.arrayBuffer());
      uploads.push({ index: Number(index), filename: value.name, size: content.length, bytes: content });
    }
    const payload = form.get("payload_json");
    return {
      json: typeof payload === "string" ? (JSON.parse(payload) as unknown) : {},
      uploads,
      isBroken: false,
    };
  } catch {
    return broken;
  }
}

const maxAttachments = 10;
const maxFileBytes = 10 * 1024 * 1024;

/**
 * The attachments of a message: those that `attachments` lists, new ones by the n of their file, earlier ones by their id;
 * without the list all. Throws 50035, 30015, 40005, 50146.
 */
export function attachmentsOf(
  world: World,
  body: Json,
  from: { readonly uploads: readonly Upload[]; readonly before: readonly Attachment[] },
): readonly Attachment[] {
  if (from.uploads.some(({ size }) => size > maxFileBytes)) throw faultOf(40_005);
  const made = (upload: Upload, entry: Json): Attachment => ({
    id: world.nextId(),
    filename: textOf(entry["filename"]) || upload.filename,
    description: typeof entry["description"] === "string" ? entry["description"] : null,
    size: upload.size,
  });
  const listed = body["attachments"];
  const all =
    listed === undefined || listed === null
      ? [...from.before, ...from.uploads.map((upload) => made(upload, {}))]
      : objectsOf(listed).map((entry, index) => {
          checkEntry(entry, index);
          const upload = from.uploads.find((one) => String(one.index) === String(entry["id"]));
          const kept = from.before.find(({ id }) => id === entry["id"]);
          if (upload !== undefined) return made(upload, entry);
          if (kept === undefined) throw faultOf(50_146);
          return kept;
        });
  if (all.length > maxAttachments) throw faultOf(30_015);
  checkReferences(body, all);
  return all;
}

function checkEntry(entry: Json, index: number): void {
  const check = new FormCheck();
  check.text(["attachments", index, "description"], entry["description"], [0, 1_024]);
  check.done();
}

/** An embed's `attachment://` must name one of the message's files. */
function checkReferences(body: Json, all: readonly Attachment[]): void {
  const check = new FormCheck();
  for (const [index, embed] of objectsOf(body["embeds"]).entries()) {
    const url = textOf(objectOf(embed["image"])?.["url"]);
    if (!url.startsWith("attachment://")) continue;
    if (!all.some(({ filename }) => filename === url.slice("attachment://".length)))
      check.add(["embeds", index, "image", "url"], "URL_TYPE_INVALID_URL", "No such attachment.");
  }
  check.done();
}
