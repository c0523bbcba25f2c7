const grouped = /^\d{1,3}(?:[,.’' \u00a0\u202f\u2009]\d{3})+$/u;
const decimal = /^\d+[.,]\d{1,3}$/;
const plain = /^\d+$/;

/**
 * The value of a number in digits: "1,050", "1 050", "1.2" before a scale. Null: a date, a time, a
 * broken number or one that is no whole count.
 */
export function digitsValue(raw: string, beforeScale: boolean): number | null {
  if (plain.test(raw)) return raw.length > 12 ? null : Number(raw);
  if (beforeScale && decimal.test(raw)) return Number(raw.replace(",", "."));
  if (grouped.test(raw)) return Number(raw.replace(/\D/gu, ""));
  return null;
}
