import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { applicationRoutes } from "./application-routes.ts";
import { channelRoutes } from "./channel-routes.ts";
import { ApiFault, faultOf } from "./fault.ts";
import type { Gateway } from "./gateway.ts";
import { guildRoutes } from "./guild-routes.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { Windows, type Allowances, type Taken } from "./rates.ts";
import { matchRoute, type Call, type Route } from "./route.ts";
import type { Script, Trouble } from "./script.ts";
import { threadRoutes } from "./thread-routes.ts";
import { parseBody, type ParsedBody } from "./upload.ts";
import { silencedUntilAt, type World } from "./world.ts";

const routes: readonly Route[] = [
  ...applicationRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...threadRoutes,
  ...interactionRoutes,
];
const maxBodyBytes = 26_214_400;

/** A request as it was seen, with how it was answered; status null: not answered. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly at: number;
  status: number | null;
  code: number | null;
}

export interface ApiOptions {
  readonly world: World;
  readonly allowances: Allowances;
  readonly factor: number;
  readonly script: Script;
  readonly isToken: (token: string) => boolean;
  readonly seen: SeenRequest[];
  /** Set after the server is made, for the gateway hangs on it. */
  readonly gateway: () => Gateway;
  /** Handles what stands outside the API. */
  readonly control: (request: IncomingMessage, body: string, response: ServerResponse) => boolean;
}

/** What came, with its body read. */
interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly parsed: ParsedBody;
  readonly url: URL;
  readonly seen: SeenRequest;
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Discord's HTTP API, version 10, on loopback. */
export function createApi(options: ApiOptions): Server {
  const windows = new Windows(options.world.clock, options.factor);
  return createServer((request, response) => {
    void readBody(request).then(async (bytes) => {
      if (options.control(request, bytes.toString(), response)) return;
      const parsed = await parseBody(request.headers["content-type"] ?? "", bytes);
      const url = new URL(request.url ?? "/", "http://localhost");
      const seen: SeenRequest = {
        method: request.method ?? "",
        path: url.pathname,
        at: options.world.clock.now(),
        status: null,
        code: null,
      };
      options.seen.push(seen);
      await serve(options, windows, { request, response, parsed, url, seen });
    });
  });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function serve(options: ApiOptions, windows: Windows, incoming: Incoming): Promise<void> {
  const trouble = options.script.take(incoming.seen.method, incoming.seen.path);
  if (trouble?.kind === "reset") return void incoming.request.socket.destroy();
  if (trouble?.kind === "hang") return;
  if (trouble?.kind === "late") await options.world.clock.sleep(trouble.ms);
  const scripted = trouble === null ? null : scriptedReply(trouble);
  const reply = scripted ?? handle(options, windows, incoming);
  countInvalid(options, windows, incoming, reply);
  if (trouble?.kind === "lost-reply") return void incoming.request.socket.destroy();
  if (trouble?.kind === "taken-hang") return;
  send(
    options,
    incoming,
    trouble?.kind === "taken-status" ? { ...reply, status: trouble.status, body: "" } : reply,
  );
}

function send(options: ApiOptions, incoming: Incoming, reply: Reply): void {
  const { response, seen } = incoming;
  seen.status = reply.status;
  response.writeHead(reply.status, {
    date: new Date(options.world.clock.now()).toUTCString(),
    ...reply.headers,
  });
  response.end(reply.status === 204 ? undefined : reply.body);
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const type = status === 204 ? {} : { "content-type": "application/json" };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

const html = "<html><head><title>Access denied</title></head><body>Cloudflare</body></html>";

function scriptedReply(trouble: Trouble): Reply | null {
  switch (trouble.kind) {
    case "status":
      return trouble.code === undefined
        ? { status: trouble.status, headers: { "content-type": "text/html" }, body: html }
        : json(trouble.status, {
            message: trouble.message ?? faultOf(trouble.code).message,
            code: trouble.code,
          });
    case "form":
      return json(400, {
        message: "Invalid Form Body",
        code: 50_035,
        errors: { [trouble.part]: { _errors: [{ code: "SCRIPTED", message: "Refused by the test." }] } },
      });
    case "too-many":
      return tooMany(trouble);
    case "cloudflare":
      return {
        status: 429,
        headers: { "content-type": "text/html", ...after(trouble.retryAfter) },
        body: html,
      };
    default:
      return null;
  }
}

function after(seconds: number | null): Record<string, string> {
  return seconds === null ? {} : { "retry-after": String(Math.ceil(seconds)) };
}

function tooMany(
  limit: { scope: string; retryAfter: number | null; code?: number },
  headers: Record<string, string> = {},
): Reply {
  const isGlobal = limit.scope === "global";
  return json(
    429,
    {
      message: "You are being rate limited.",
      ...(limit.retryAfter === null ? {} : { retry_after: limit.retryAfter }),
      global: isGlobal,
      ...(limit.code === undefined ? {} : { code: limit.code }),
    },
    {
      ...headers,
      ...after(limit.retryAfter),
      "x-ratelimit-scope": limit.scope,
      ...(isGlobal ? { "x-ratelimit-global": "true" } : {}),
    },
  );
}

function handle(options: ApiOptions, windows: Windows, incoming: Incoming): Reply {
  if (windows.isBlocked)
    return { status: 429, headers: { "content-type": "text/html", "retry-after": "3600" }, body: html };
  const { method, path } = incoming.seen;
  if (!(incoming.request.headers["user-agent"] ?? "").startsWith("DiscordBot ("))
    return { status: 403, headers: { "content-type": "text/html" }, body: html };
  const found = path.startsWith("/api/v10/")
    ? matchRoute(routes, method, path.slice("/api/v10".length))
    : null;
  if (found === null) return json(404, { message: "404: Not Found", code: 0 });
  const { authorization } = incoming.request.headers;
  if (
    found.route.needsBot &&
    !(authorization?.startsWith("Bot ") === true && options.isToken(authorization.slice(4)))
  )
    return json(401, { message: "401: Unauthorized", code: 0 });
  const limited = limit(options, windows, found);
  if (limited.refusal !== null) return limited.refusal;
  try {
    if (incoming.parsed.isBroken) throw faultOf(50_109);
    checkSilence(options.world, found.route, found.params);
    const answer = found.route.handle(callOf(options, windows, { incoming, params: found.params }));
    return json(answer.status, answer.body, limited.headers);
  } catch (error) {
    return refuse(incoming, error, limited.headers);
  }
}

/** Who is timed out may look and read, and nothing else (resources/guild, modify guild member; topics/permissions). */
function checkSilence(world: World, { method }: Route, { channel }: Record<string, string>): void {
  if (method === "GET" || channel === undefined) return;
  if (silencedUntilAt(world, world.channels.get(channel)?.guildId ?? null) !== null) throw faultOf(50_013);
}

function callOf(
  options: ApiOptions,
  windows: Windows,
  from: { incoming: Incoming; params: Record<string, string> },
): Call {
  return {
    world: options.world,
    gateway: options.gateway(),
    windows,
    allowances: options.allowances,
    factor: options.factor,
    params: from.params,
    query: from.incoming.url.searchParams,
    body: from.incoming.parsed.json,
    uploads: from.incoming.parsed.uploads,
  };
}

function refuse(incoming: Incoming, error: unknown, headers: Record<string, string>): Reply {
  if (!(error instanceof ApiFault)) return json(500, { message: String(error), code: 0 });
  incoming.seen.code = error.code;
  if (error.status === 429) {
    const told = { scope: "user", retryAfter: error.retryAfterMs / 1_000 };
    return tooMany(error.code === 0 ? told : { ...told, code: error.code }, headers);
  }
  const errors = error.errors === null ? {} : { errors: error.errors };
  return json(error.status, { message: error.message, code: error.code, ...errors }, headers);
}

interface Limited {
  readonly refusal: Reply | null;
  readonly headers: Record<string, string>;
}

/** The bucket of the route first, then the global limit, which interactions stand outside of. */
function limit(
  options: ApiOptions,
  windows: Windows,
  found: { route: Route; params: Record<string, string> },
): Limited {
  const { route, params } = found;
  const headers: Record<string, string> = {};
  if (route.allowance !== null) {
    const major = route.major.map((name) => params[name]).join(":");
    const bucket = bucketName(route);
    const taken = windows.take(`${bucket}:${major}`, options.allowances[route.allowance]);
    Object.assign(headers, bucketHeaders(options, bucket, taken));
    if (!taken.isAllowed)
      return { refusal: tooMany({ scope: "user", retryAfter: taken.resetMs / 1_000 }, headers), headers };
  }
  if (!route.needsBot) return { refusal: null, headers };
  const taken = windows.take("global", options.allowances.global);
  const refusal = taken.isAllowed ? null : tooMany({ scope: "global", retryAfter: taken.resetMs / 1_000 });
  return { refusal, headers };
}

function bucketName(route: Route): string {
  return Buffer.from(`${route.method} ${route.path}`).toString("base64url").slice(0, 32);
}

function bucketHeaders(options: ApiOptions, bucket: string, taken: Taken): Record<string, string> {
  return {
    "x-ratelimit-limit": String(taken.limit),
    "x-ratelimit-remaining": String(taken.remaining),
    "x-ratelimit-reset": ((options.world.clock.now() + taken.resetMs) / 1_000).toFixed(3),
    "x-ratelimit-reset-after": (taken.resetMs / 1_000).toFixed(3),
    "x-ratelimit-bucket": bucket,
  };
}

function countInvalid(options: ApiOptions, windows: Windows, incoming: Incoming, reply: Reply): void {
  incoming.seen.status = reply.status;
  if (![401, 403, 429].includes(reply.status) || reply.headers["x-ratelimit-scope"] === "shared") return;
  if (!windows.take("invalid", options.allowances.invalid).isAllowed) windows.isBlocked = true;
}
