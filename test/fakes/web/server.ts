import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** Answers one request. */
export type Route = (response: ServerResponse, request: IncomingMessage) => void;

/** A web server on the loopback whose pages a test lays out. */
export interface FakeWeb {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly port: number;
  /** What was asked, in order. */
  readonly requests: IncomingMessage[];
  /** Open connections now. */
  connections(): number;
  /** Sets what a path (with its query) answers. */
  on(path: string, route: Route): void;
  close(): Promise<void>;
}

/** Starts a fake web server on `host`; unknown paths answer 404. */
export async function startFakeWeb(host = "127.0.0.1"): Promise<FakeWeb> {
  const routes = new Map<string, Route>();
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    requests.push(request);
    const route = routes.get(request.url ?? "");
    if (route !== undefined) route(response, request);
    else response.writeHead(404).end("nothing here");
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    requests,
    connections: () => sockets.size,
    on: (path, route) => void routes.set(path, route),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A route that answers with this body, status and headers. */
export function answering(
  body: string | Uint8Array,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Route {
  return (response) => void response.writeHead(status, headers).end(body);
}

/** A route that redirects. */
export function redirecting(location: string, status = 302): Route {
  return (response) => void response.writeHead(status, { location }).end();
}
