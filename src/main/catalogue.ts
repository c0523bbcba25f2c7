import { readFileSync } from "node:fs";
import { z } from "zod";
import { FormatError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { SourceStore } from "../ports/source-store.ts";

const row = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,80}$/u),
    kind: z.string(),
    url: z.url({ protocol: /^https?$/u }),
    name: z.string().min(1),
    lang: z.string().nullable(),
    side: z.string().nullable(),
    stateControlled: z.boolean(),
    urgent: z.boolean(),
    wantsArticle: z.boolean().optional(),
    note: z.string().default(""),
  })
  .transform(({ stateControlled, urgent, wantsArticle, ...rest }): Source => ({
    ...rest,
    ...(wantsArticle === true ? { wantsArticle } : {}),
    isStateControlled: stateControlled,
    isUrgent: urgent,
  }));

/** The sources that a new installation follows: data/sources.jsonl, or another file of that form. Throws FormatError with the line. */
export function readCatalogue(
  file: string | URL = new URL("../../data/sources.jsonl", import.meta.url),
): readonly Source[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parseRow(line, index + 1)]));
}

function parseRow(line: string, at: number): Source {
  try {
    return row.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : "not JSON";
    throw new FormatError(`The catalogue of sources, line ${at}: ${why}`, {
      code: "bad-catalogue",
      permanent: true,
      cause: error,
    });
  }
}

/** Lets a store that never had a source follow the catalogue. From then on the store is the truth: `sources offers` shows what differs. */
export async function seedCatalogue(
  store: Pick<SourceStore, "everIds" | "seed">,
  catalogue: readonly Source[],
  now: number,
): Promise<void> {
  if ((await store.everIds()).size === 0) await store.seed(catalogue, now);
}

/** What the catalogue has and the store has not, or has otherwise. Nothing of it is done unless an admin says so. */
export interface Offer {
  readonly kind: "new" | "changed" | "removed";
  /** As the catalogue has it. */
  readonly source: Source;
  /** The fields in which the store differs; [] unless `changed`. */
  readonly fields: readonly (keyof Source)[];
}

/** Compares the catalogue with the store. `removed`: an admin took it out, or follows its address under another id. */
export async function offersOf(
  store: Pick<SourceStore, "everIds" | "list">,
  catalogue: readonly Source[],
): Promise<readonly Offer[]> {
  const ever = await store.everIds();
  const followed = new Map((await store.list()).map(({ source }) => [source.id, source]));
  const urls = new Set([...followed.values()].map(({ url }) => url));
  return catalogue.flatMap((source): Offer[] => {
    const own = followed.get(source.id);
    if (own === undefined)
      return [{ kind: ever.has(source.id) || urls.has(source.url) ? "removed" : "new", source, fields: [] }];
    const fields = (Object.keys({ ...own, ...source }) as (keyof Source)[]).filter(
      (field) => (own[field] ?? false) !== (source[field] ?? false),
    );
    return fields.length === 0 ? [] : [{ kind: "changed", source, fields }];
  });
}
