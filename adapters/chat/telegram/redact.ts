import type { Log } from "../../../src/log.ts";

/** Takes the token out of a text. */
export type Redact = (text: string) => string;

/** Anything that looks like a bot token: of another bot, or ours in another spelling. */
const tokenShape = /\b\d{6,}(?::|%3A)[\w-]{20,}/giu;

/** A function that replaces `token`, also percent-encoded, and whatever else looks like a bot token. */
export function createRedact(token: string): Redact {
  const spellings = [...new Set([token, encodeURIComponent(token)])].filter((spelling) => spelling !== "");
  return (text) => {
    const without = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, "<token>"), text);
    return without.replaceAll(tokenShape, "<token>");
  };
}

/** A log that never shows the token, whatever is handed to it. */
export function createRedactedLog(log: Log, redact: Redact): Log {
  return (level, message, fields) => {
    if (fields === undefined) return log(level, redact(message));
    const safe = Object.entries(fields).map(([name, value]) => [name, redactValue(value, redact)]);
    return log(level, redact(message), Object.fromEntries(safe));
  };
}

/** Errors become their redacted text: their causes and URLs stay out. */
function redactValue(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (value instanceof Error) return redact(value.message);
  return typeof value === "object" && value !== null ? redact(JSON.stringify(value)) : value;
}
