import { pino, type LevelWithSilent } from "pino";
import pretty from "pino-pretty";
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
  return (at, message, fields = {}) => logger[at](blot(fields, secrets), blotText(message, secrets));
}

function blotText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text);
}

function blot(
  fields: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): Record<string, unknown> {
  if (secrets.length === 0) return { ...fields };
  // Through JSON, so that nested values are seen too; errors come as their text already.
  return JSON.parse(blotText(JSON.stringify(fields), secrets)) as Record<string, unknown>;
}
