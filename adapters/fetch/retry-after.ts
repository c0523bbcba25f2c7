const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Milliseconds that a Retry-After header asks to wait, counted from the answer's own Date (a server whose clock is off still means
 * what it says), else from `now`. Seconds or any of HTTP's three date forms (RFC 9110, 10.2.3 and 5.6.7). Null: absent or unreadable.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | null {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}(\.\d{1,9})?$/.test(value)) return Math.round(Number(value) * 1000);
  const until = readHttpDate(value);
  if (until === null) return null;
  const from = readHttpDate(headers["date"] ?? "") ?? now;
  return Math.max(0, until - from);
}

/** Epoch milliseconds of an HTTP date: IMF-fixdate, RFC 850 or asctime. Null: none of them. */
export function readHttpDate(text: string): number | null {
  const fixed =
    /^[a-z]{3,9}, (\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC)$/i.exec(
      text.trim(),
    );
  if (fixed !== null) return instant([fixed[3], fixed[2], fixed[1], fixed[4], fixed[5], fixed[6]]);
  const asctime = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i.exec(text.trim());
  if (asctime !== null)
    return instant([asctime[6], asctime[1], asctime[2], asctime[3], asctime[4], asctime[5]]);
  return null;
}

function instant([year, month, day, hour, minute, second]: readonly (string | undefined)[]): number | null {
  const monthIndex = MONTHS.indexOf((month ?? "").toLowerCase());
  if (monthIndex < 0) return null;
  const y = Number(year);
  // Two-digit years are RFC 850's; a retry in the past century makes no sense.
  const full = (year ?? "").length === 2 ? 2000 + y : y;
  return Date.UTC(full, monthIndex, Number(day), Number(hour), Number(minute), Number(second));
}
