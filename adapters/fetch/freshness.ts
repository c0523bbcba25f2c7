import { readHttpDate } from "./retry-after.ts";

/** Milliseconds that an answer asks not to be asked for again: Cache-Control max-age less Age, else Expires less Date. Null: it does not say. */
export function freshnessMs(headers: Readonly<Record<string, string>>): number | null {
  const control = (headers["cache-control"] ?? "").toLowerCase();
  if (/\bno-(cache|store)\b/.test(control)) return null;
  const maxAge = /\bmax-age\s*=\s*"?(\d{1,9})/.exec(control)?.[1];
  if (maxAge !== undefined) {
    const age = Number(/^\d{1,9}$/.exec(headers["age"]?.trim() ?? "")?.[0] ?? 0);
    return Math.max(0, Number(maxAge) - age) * 1000;
  }
  const expires = readHttpDate(headers["expires"] ?? "");
  const date = readHttpDate(headers["date"] ?? "");
  // Expires counts from the server's own clock; without its Date it means nothing.
  return expires === null || date === null ? null : Math.max(0, expires - date);
}
