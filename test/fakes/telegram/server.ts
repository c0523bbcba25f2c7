import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { ApiError } from "./api-error.ts";
import type { Fault, Faults } from "./faults.ts";
import { methods, scriptedError } from "./methods.ts";
import type { ApiParts } from "./methods.ts";
import { checkParameters } from "./parameters.ts";
import { numberOf } from "./params.ts";
import type { Params } from "./params.ts";

/** A call as it came, and how it was answered. */
export interface Call {
  readonly method: string;
  readonly params: Params;
  readonly chatId: number | null;
  readonly at: number;
  /** The HTTP status; 0: no answer was given. */
  status: number;
  description: string | null;
}

/** What the HTTP side needs. `control` answers `/_control/…`. */
export interface ServerParts {
  readonly api: ApiParts;
  readonly token: string;
  readonly faults: Faults;
  onCall(call: Call): void;
  control(operation: string, args: readonly unknown[]): Promise<unknown>;
}

const maxBodyBytes = 12 * 2 ** 20;

/** The HTTP server, not listening yet. */
export function createApiServer(parts: ServerParts): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    serve(request, response, parts).catch(() => request.destroy());
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, operation] = /^\/_control\/(\w+)$/u.exec(url.pathname) ?? [];
  if (operation !== undefined) return serveControl(operation, request, response, parts);
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/u.exec(url.pathname) ?? [];
  // The public server answers like this to what is no token at all (https://github.com/grammyjs/grammY/issues/64).
  if (token === undefined || method === undefined || !token.includes(":"))
    return refuse(response, new ApiError(404, "Not Found"));
  const params = await readParams(request, url);
  if (decodeURIComponent(token) !== parts.token) return refuse(response, new ApiError(401, "Unauthorized"));
  await serveMethod({ method: method.toLowerCase(), params }, response, parts);
}

async function serveMethod(
  call: { method: string; params: Params },
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const { method, params } = call;
  const chatId = params["chat_id"] === undefined ? null : numberOf(params, "chat_id", 0);
  const record: Call = { method, params, chatId, at: parts.api.world.now(), status: 0, description: null };
  parts.onCall(record);
  const fault = parts.faults.next(method, params);
  const closed = new AbortController();
  response.on("close", () => closed.abort());
  try {
    if (fault?.kind === "error") throw scriptedError(fault.code, fault.description, fault.parameters ?? null);
    const isCarriedOut = fault === null || fault.kind === "slow" || fault.isDone;
    const result = isCarriedOut ? await carryOut(call, closed.signal, parts) : null;
    if (fault?.kind === "slow") await delay(fault.ms);
    record.status =
      fault === null || fault.kind === "slow" ? 200 : fault.kind === "status" ? fault.status : 0;
    if (fault === null || fault.kind === "slow") return answer(response, 200, { ok: true, result });
    return misbehave(response, fault);
  } catch (error) {
    const refusal =
      error instanceof ApiError ? error : new ApiError(500, `Internal Server Error: ${String(error)}`);
    record.status = refusal.code;
    record.description = refusal.message;
    // A call that is refused is not done, whatever was to happen to its answer.
    refuse(response, refusal);
  }
}

async function carryOut(
  { method, params }: { method: string; params: Params },
  closed: AbortSignal,
  { api }: ServerParts,
): Promise<unknown> {
  const run = methods[method];
  if (run === undefined) throw new ApiError(404, "Not Found: method not found");
  checkParameters(method, params);
  return run(params, api, closed);
}

function misbehave(response: ServerResponse, fault: Exclude<Fault, { kind: "error" | "slow" }>): void {
  if (fault.kind === "hang") return;
  if (fault.kind === "reset") return void response.destroy();
  if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
  if (fault.isHtml === true) {
    response
      .writeHead(fault.status, { "content-type": "text/html" })
      .end(`<html><body>${fault.status} Bad Gateway</body></html>`);
    return;
  }
  answer(response, fault.status, {
    ok: false,
    error_code: fault.status,
    description: "Internal Server Error",
  });
}

function refuse(response: ServerResponse, error: ApiError): void {
  const parameters = error.parameters === null ? {} : { parameters: error.parameters };
  const seconds = error.parameters?.["retry_after"];
  if (seconds !== undefined) response.setHeader("retry-after", String(seconds));
  answer(response, error.code, {
    ok: false,
    error_code: error.code,
    description: error.message,
    ...parameters,
  });
}

async function serveControl(
  operation: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  try {
    const args = JSON.parse((await readBody(request)).toString() || "[]") as readonly unknown[];
    answer(response, 200, { result: (await parts.control(operation, args)) ?? null });
  } catch (error) {
    answer(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Parameters come in the address, as JSON, as a form or in parts: https://core.telegram.org/bots/api#making-requests */
async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const inUrl = Object.fromEntries(url.searchParams);
  const body = await readBody(request);
  if (body.length === 0) return inUrl;
  const type = request.headers["content-type"] ?? "";
  if (type.includes("application/json")) return { ...inUrl, ...(JSON.parse(body.toString()) as Params) };
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  return { ...inUrl, ...Object.fromEntries(form) };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error("body too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
