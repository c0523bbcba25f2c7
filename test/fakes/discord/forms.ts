/** What came over the wire, before anything is known about it. */
export type Json = Record<string, unknown>;

/** An object of unknown fields; null: it is none. */
export function objectOf(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** A list of objects; what is no object becomes an empty one, so that its missing fields are found. */
export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((item: unknown) => objectOf(item) ?? {}) : [];
}

/** A text, or "" for anything else. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
