import type { Gateway } from "./gateway.ts";
import type { Json } from "./forms.ts";
import type { NewMessage } from "./messages.ts";
import type { Allowances, Windows } from "./rates.ts";
import type { Upload } from "./upload.ts";
import type { World } from "./world.ts";

/** What a route is handled with. */
export interface Call {
  readonly world: World;
  readonly gateway: Gateway;
  readonly windows: Windows;
  readonly allowances: Allowances;
  readonly factor: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Null: no JSON body. */
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One endpoint. */
export interface Route {
  readonly method: string;
  /** With `:name` for what varies. */
  readonly path: string;
  /** Whether the bot's token is asked for; the other ones are opened by a token in the path and stand outside the global limit. */
  readonly needsBot: boolean;
  readonly allowance: keyof Allowances | null;
  /** The parameters that part the bucket besides the route: channel, guild, webhook. */
  readonly major: readonly string[];
  handle(call: Call): Answer;
}

/** 200 with a body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const noContent: Answer = { status: 204, body: null };

/** The route of a path, with its parameters. Null: there is none. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPath(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== decodeURIComponent(value)) return null;
  }
  return params;
}

/** What is sent with a message. */
export function sentOf(call: Call): NewMessage {
  return { body: bodyOf(call), uploads: call.uploads };
}

/** The body as an object. */
export function bodyOf(call: Call): Json {
  return typeof call.body === "object" && call.body !== null && !Array.isArray(call.body)
    ? (call.body as Json)
    : {};
}
