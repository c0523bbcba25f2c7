import { createReadStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ConfigError, messageOf } from "../errors.ts";
import type { Report } from "../model/report.ts";
import { parseReportLine } from "../report/parse.ts";

/** A faulty line of the input. */
export interface LineFault {
  /** 1 for the first line. */
  readonly line: number;
  readonly text: string;
}

/**
 * Reports of a JSON Lines file, or of standard input for `-`, in the order of the file. A faulty line goes to
 * `onFault` and the rest goes on; blank lines are passed over. Throws ConfigError `no-input` when the file cannot be read.
 */
export async function* readReports(file: string, onFault: (fault: LineFault) => void): AsyncIterable<Report> {
  let line = 0;
  for await (const text of readLines(file)) {
    line += 1;
    if (text.trim() === "") continue;
    const report = parseOrNull(text, (fault) => onFault({ line, text: fault }));
    if (report !== null) yield report;
  }
}

async function* readLines(file: string): AsyncIterable<string> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (cause) {
    throw inputError(file, cause);
  }
}

function parseOrNull(text: string, onFault: (fault: string) => void): Report | null {
  try {
    return parseReportLine(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    onFault(messageOf(error));
    return null;
  }
}

function inputError(file: string, cause: unknown): ConfigError {
  return new ConfigError(
    `${file} cannot be read (${(cause as NodeJS.ErrnoException).code ?? "unknown fault"}).`,
    {
      code: "no-input",
      permanent: true,
      hint: "Give a file of reports as JSON lines, or - for standard input.",
      cause,
    },
  );
}

/** Writes one JSON line to standard output and waits while the reader of a pipe is behind. */
export async function writeLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, "drain");
}
