import { readFileSync } from "node:fs";
import { z } from "zod";
import { FormatError } from "../../src/errors.ts";

/** An invented outlet of the demo and the feed format that it speaks. */
export interface DemoOutlet {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly side: string | null;
  readonly stateControlled: boolean;
  readonly urgent: boolean;
  readonly format: "rss" | "atom" | "json";
  readonly note: string;
}

/** One item of the demo stream; `publishedAt` in epoch milliseconds. */
export interface DemoItem {
  readonly outlet: string;
  readonly id: string;
  readonly publishedAt: number;
  readonly title: string;
  readonly text: string;
}

const outletRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  lang: z.string(),
  side: z.string().nullable(),
  stateControlled: z.boolean(),
  urgent: z.boolean(),
  format: z.enum(["rss", "atom", "json"]),
  note: z.string(),
});
const itemRow = z.strictObject({
  outlet: z.string(),
  id: z.string(),
  publishedAt: z.iso.datetime().transform((text) => Date.parse(text)),
  title: z.string(),
  text: z.string(),
});

const folder = new URL("../../data/demo/", import.meta.url);

/** The bundled stream (data/demo/README.md), items in the order of their publication. Throws FormatError for a broken file. */
export function readDemoStream(): {
  readonly outlets: readonly DemoOutlet[];
  readonly items: readonly DemoItem[];
} {
  const items = rows("items.jsonl", itemRow).sort((a, b) => a.publishedAt - b.publishedAt);
  return { outlets: rows("outlets.jsonl", outletRow), items };
}

function rows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(new URL(file, folder), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (parsed.success) return [parsed.data];
    throw new FormatError(`data/demo/${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`, {
      code: "bad-demo",
    });
  });
}
