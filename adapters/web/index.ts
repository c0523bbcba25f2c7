import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { FastifyInstance, FastifyServerOptions, fastify as Fastify } from "fastify";
import { ConfigError, messageOf } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import type { BoardData } from "../../src/ports/board.ts";
import type { HttpRoute } from "../../src/ports/http-route.ts";
import { boardCss, boardJs } from "./assets.ts";
import { addMetrics, type MetricsRoute } from "./metrics.ts";
import { renderEntries, renderPage, type BoardContent } from "./render.ts";

// Through require: loading it as a module costs twice the time at start (bench group start).
const fastify = createRequire(import.meta.url)("fastify") as typeof Fastify;

/** The board's HTTP server. */
export interface Board {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing but our own files, no framing, no sniffing. */
const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** No route has a schema: compilers of one's own keep fastify from loading those that it has, which are as large as itself. */
const withoutSchemas = {
  compilersFactory: {
    buildValidator: () => () => () => true,
    buildSerializer: () => () => (data: unknown) => JSON.stringify(data),
  },
} as unknown as NonNullable<FastifyServerOptions["schemaController"]>;

/** Serves the board, its entries as JSON, the health check, and the routes that are injected. Throws ConfigError `port-in-use` or `bad-address`. */
export async function startBoard(
  data: BoardData,
  at: {
    readonly host: string;
    readonly port: number;
    readonly log: Log;
    readonly routes?: readonly HttpRoute[];
    /** Served at /metrics. Absent: there are none. */
    readonly metrics?: MetricsRoute;
  },
): Promise<Board> {
  const server = fastify({ logger: false, forceCloseConnections: true, schemaController: withoutSchemas });
  server.addHook("onSend", async (_request, reply) => void reply.headers(securityHeaders));
  // What went wrong is for the operator; a visitor is told no path and no query.
  server.setErrorHandler(async (error: unknown, request, reply) => {
    const status = refusalOf(error);
    if (status !== null)
      return reply
        .status(status)
        .type("text/plain; charset=utf-8")
        .send(status === 413 ? "That is too long." : "That cannot be read.");
    at.log("error", "A page of the board failed.", {
      path: request.routeOptions.url ?? "",
      error: messageOf(error),
    });
    return reply
      .status(500)
      .type("text/plain; charset=utf-8")
      .send("The board cannot be shown at the moment.");
  });
  addRoutes(server, data);
  for (const route of at.routes ?? []) addPost(server, route);
  if (at.metrics !== undefined) addMetrics(server, at.metrics);
  try {
    return { url: await server.listen({ host: at.host, port: at.port }), stop: () => server.close() };
  } catch (error) {
    await server.close();
    throw listenError(error, at);
  }
}

/** With which status a request is at fault itself; null: we are. */
function refusalOf(error: unknown): number | null {
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : null;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

function addRoutes(server: FastifyInstance, data: BoardData): void {
  const languageOf = (query: unknown): string => {
    const asked = (query as { lang?: unknown }).lang;
    return data.languages.find(({ tag }) => tag === asked)?.tag ?? data.defaultLanguage;
  };
  const contentOf = async (language: string): Promise<BoardContent> => ({
    words: await data.words(language),
    entries: await data.entries(language),
    charts: await data.charts(language),
  });
  server.get("/", async (request, reply) => {
    const language = languageOf(request.query);
    const page = renderPage(data, language, await contentOf(language));
    return reply.type("text/html; charset=utf-8").send(page);
  });
  server.get("/entries", async (request, reply) => {
    const language = languageOf(request.query);
    const html = renderEntries(await contentOf(language));
    const etag = `"${createHash("sha256").update(html).digest("hex").slice(0, 20)}"`;
    if (request.headers["if-none-match"] === etag) return reply.status(304).send();
    return reply.header("etag", etag).type("text/html; charset=utf-8").send(html);
  });
  server.get("/api/developments", async (request) => data.entries(languageOf(request.query)));
  server.get("/charts/:name", async (request, reply) => {
    const key = /^([\w-]{8,64})\.png$/u.exec((request.params as { readonly name: string }).name)?.[1];
    const png = key === undefined ? null : await data.picture(key);
    if (png === null) return reply.status(404).type("text/plain; charset=utf-8").send("No such chart.");
    // The name changes with the picture.
    return reply
      .header("cache-control", "public, max-age=86400, immutable")
      .type("image/png")
      .send(Buffer.from(png));
  });
  server.get("/health", async (_request, reply) => {
    const health = await data.health();
    return reply.status(health.isHealthy ? 200 : 503).send(health);
  });
  server.get("/board.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(boardCss));
  server.get("/board.js", (_request, reply) => reply.type("text/javascript; charset=utf-8").send(boardJs));
}

/** In a scope of its own: there a body is a text, whatever it says to be. */
function addPost(server: FastifyInstance, route: HttpRoute): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
    scope.post(route.path, { bodyLimit: route.maxBytes }, async ({ headers, body }, reply) => {
      const { status } = await route.post({ headers, body: typeof body === "string" ? body : "" });
      return reply.status(status).send();
    });
  });
}

function listenError(error: unknown, at: { readonly host: string; readonly port: number }): ConfigError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE") {
    return new ConfigError(`Port ${at.port} on ${at.host} is in use.`, {
      code: "port-in-use",
      permanent: true,
      hint: "Set HTTP_PORT to another port (0 takes any free one).",
      cause: error,
    });
  }
  return new ConfigError(`The board cannot listen on ${at.host}:${at.port} (${code ?? "unknown fault"}).`, {
    code: "bad-address",
    permanent: true,
    hint: "Set HTTP_HOST and HTTP_PORT to an address of this machine.",
    cause: error,
  });
}
