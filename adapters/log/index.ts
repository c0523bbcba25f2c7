import { pino, type LevelWithSilent } from "pino";
import pretty from "pino-pretty";
import { messageOf } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";

export interface LogOptions {
  readonly level: LevelWithSilent;
  /** `text` for people, `json` for machines. */
  readonly format: "text" | "json";
  /** Values that are blotted out wherever they would appear. */
  readonly secrets: readonly string[];
}

/** The operator's log, on standard error, written before the call returns so that a crash loses no line. */
export function createLog({ level, format, secrets }: LogOptions): Log {
  const toError = { dest: 2, sync: true } as const;
  const destination =
    format === "json"
      ? pino.destination(toError)
      : pretty({
          destination: 2,
          sync: true,
          ignore: "pid,hostname",
          translateTime: "SYS:HH:MM:ss",
          singleLine: true,
        });
  const logger = pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
  return (at, message, fields = {}) =>
    logger[at](loggable(fields, secrets) as object, blotText(message, secrets));
}

/** Deeper than any field of ours; what is below is left out. */
const deepest = 6;

function blotText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text);
}

/** A value that can be written whatever it is, without the secrets: a log call in an error's way must not fail itself. */
function loggable(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === "string") return blotText(value, secrets);
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function")
    return blotText(String(value), secrets);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return blotText(messageOf(value), secrets);
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) return value.map((each: unknown) => loggable(each, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, loggable(each, secrets, depth + 1)]),
  );
}
