import { badRequest } from "./api-error.ts";

/** The parameters of a call, as they came: numbers, texts, objects, or JSON in a text. */
export type Params = Readonly<Record<string, unknown>>;

/** A text; numbers count as texts. "" when it is not given. */
export function textOf(params: Params, name: string): string {
  const value = params[name];
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** A whole number, `fallback` when it is not given. */
export function numberOf(params: Params, name: string, fallback: number): number {
  const text = textOf(params, name);
  return /^-?\d+$/u.test(text) ? Number(text) : fallback;
}

/** `true`, `yes` and `1` are true. */
export function flagOf(params: Params, name: string): boolean {
  return ["true", "yes", "1"].includes(textOf(params, name).toLowerCase());
}

/** An object or list, given as such or as JSON in a text; undefined when it is not given. Throws the 400 that names `what`. */
export function jsonOf(params: Params, name: string, what: string): unknown {
  const value = params[name];
  if (typeof value !== "string") return value;
  if (value === "") return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`Can't parse ${what} JSON object`);
  }
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
