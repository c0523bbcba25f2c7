import type { Span } from "../../../model/figure.ts";

/** A number as an admin writes it, with what stands after it. */
export interface WrittenNumber {
  readonly span: Span & { readonly approx: boolean };
  /** Why, in the admin's words; "": not said. */
  readonly note: string;
}

/** The greatest number that anything counted here has: all people there are. */
const maxCount = 10_000_000_000;

/**
 * Reads `14`, `1,212` or `1 212`, `10-12`, `14+` (at least), `<60` (at most) and `~500` (about); words after it are the reason.
 * Null: that is none of these.
 */
export function readNumber(text: string): WrittenNumber | null {
  const match =
    /^([~≈<≤]?)\s*(\d{1,3}(?:[,  \u00a0\u202f]\d{3})+|\d+)(?:\s*(\+|[-–—]\s*(\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)))?(?=$|[\s,.;:])[\s,.;:]*(.*)$/su.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, sign = "", first = "", more = "", second, note = ""] = match;
  const low = toCount(first);
  const high = second === undefined ? low : toCount(second);
  if (low === null || high === null || low > high || (sign !== "" && more !== "")) return null;
  const approx = sign === "~" || sign === "≈";
  if (sign === "<" || sign === "≤") return { span: { low: null, high: low, approx: false }, note };
  if (more === "+") return { span: { low, high: null, approx: false }, note };
  return { span: { low, high, approx }, note };
}

function toCount(digits: string): number | null {
  const count = Number(digits.replace(/\D/gu, ""));
  return count <= maxCount ? count : null;
}
