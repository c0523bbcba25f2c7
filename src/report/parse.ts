import * as z from "zod";
import type { Report } from "../model/report.ts";

const instant = z.string().transform((value, context) => {
  const at = Date.parse(value);
  if (Number.isNaN(at)) context.addIssue({ code: "custom", message: "not an ISO 8601 instant" });
  return at;
});

const wire = z.object({
  id: z.string().min(1),
  lang: z.string().nullish(),
  publishedAt: instant.nullish(),
  seenAt: instant.nullish(),
  source: z.object({ name: z.string(), side: z.string().nullish() }).nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
});

/** A line that is no report. `field` is the path of the first wrong field; empty: the whole line. */
export class ReportLineError extends Error {
  readonly code = "bad-report";
  readonly field: string;

  constructor(field: string, problem: string, options?: ErrorOptions) {
    super(field === "" ? `not a report: ${problem}` : `not a report: ${field}: ${problem}`, options);
    this.name = "ReportLineError";
    this.field = field;
  }
}

/**
 * One line of the reading contract's input as a report. A missing `lang` is detected later; a
 * missing `seenAt` is `publishedAt`, or the epoch when both are missing. Throws ReportLineError.
 */
export function parseReportLine(line: string): Report {
  const parsed = wire.safeParse(jsonOf(line));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ReportLineError(issue?.path.join(".") ?? "", issue?.message ?? "unknown problem");
  }
  const { id, lang, publishedAt, seenAt, source, url, title, text } = parsed.data;
  return {
    id,
    lang: lang?.toLowerCase().split("-")[0] ?? null,
    publishedAt: publishedAt ?? null,
    seenAt: seenAt ?? publishedAt ?? 0,
    source: { name: source?.name ?? "", side: source?.side ?? null },
    url: url ?? "",
    title: title ?? "",
    text,
    isBackfill: false,
    isStateControlled: false,
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ReportLineError("", "not JSON", { cause });
  }
}
