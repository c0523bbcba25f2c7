const grouped = /^\d{1,3}(?:[,.’' \u00a0\u202f\u2009]\d{3})+$/u;
const decimal = /^\d+[.,]\d{1,3}$/;
/**
 * The value of a number in digits: "1,050", "1 050", "1.2" before a scale. Null: a date, a time, a
 * broken number or one that is no whole count.
 */
export function digitsValue(raw: string, beforeScale: boolean): number | null {
  if (isPlain(raw)) return raw.length > 12 ? null : Number(raw);
  if (beforeScale && decimal.test(raw)) return Number(raw.replace(",", "."));
  if (grouped.test(raw)) return Number(raw.replace(/\D/gu, ""));
  return null;
}

const zero = 48;
const nine = 57;

/** Digits alone, as most numbers are: a pattern takes ten times as long to say so. */
function isPlain(raw: string): boolean {
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (unit < zero || unit > nine) return false;
  }
  return raw !== "";
}
