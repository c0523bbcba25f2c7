import { readFileSync } from "node:fs";
import { z } from "zod";
import { FormatError } from "../errors.ts";
import type { Source } from "../model/source.ts";

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
    note: z.string().default(""),
  })
  .transform(({ stateControlled, urgent, ...rest }): Source => ({
    ...rest,
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
