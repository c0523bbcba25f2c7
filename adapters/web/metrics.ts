import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Metrics, MetricsAccess } from "../../src/ports/metrics.ts";

export interface MetricsRoute {
  readonly metrics: Pick<Metrics, "render">;
  readonly access: MetricsAccess;
}

/** Adds GET /metrics. Who may not read it is told that there is no such page. */
export function addMetrics(server: FastifyInstance, { metrics, access }: MetricsRoute): void {
  server.get("/metrics", async ({ headers }, reply) => {
    if (!isAllowed(access, headers.authorization))
      return reply.status(404).type("text/plain; charset=utf-8").send("Not found.");
    const { contentType, body } = await metrics.render();
    return reply.header("cache-control", "no-store").type(contentType).send(body);
  });
}

function isAllowed(access: MetricsAccess, authorization: string | undefined): boolean {
  if (access.kind !== "token") return access.kind === "open";
  // Of equal length whatever was sent, and compared in equal time.
  return timingSafeEqual(digestOf(`Bearer ${access.token}`), digestOf(authorization ?? ""));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
