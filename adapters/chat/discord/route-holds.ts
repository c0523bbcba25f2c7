import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { Hold, Memory } from "./memory.ts";

/** Routes and servers that are left alone for as long as a 429 told, whoever calls them: each call within a wait counts as a refused one. */
export interface RouteHolds {
  hold(method: string, path: string, ms: number): void;
  /** Milliseconds until the route may be called again; 0: now. */
  heldMs(method: string, path: string): number;
  /** Goes on with what was held before this process. */
  recall(holds: readonly Hold[]): void;
}

/** None is held. `memory`: for the process after this one. */
export function createRouteHolds(machine: Clock, memory: Pick<Memory, "noteHold">): RouteHolds {
  const clock = createSteadyClock(machine);
  const heldUntil = new Map<string, number>();
  return {
    hold(method, path, ms) {
      const now = clock.now();
      for (const [route, untilAt] of heldUntil) if (untilAt <= now) heldUntil.delete(route);
      const name = routeOf(method, path);
      heldUntil.set(name, now + ms);
      if (!isSecret(path)) memory.noteHold({ name, ms });
    },
    recall(holds) {
      for (const { name, ms } of holds)
        heldUntil.set(name, Math.max(heldUntil.get(name) ?? -Infinity, clock.now() + ms));
    },
    heldMs: (method, path) => Math.max(0, (heldUntil.get(routeOf(method, path)) ?? 0) - clock.now()),
  };
}

/**
 * A route as its bucket counts it: with the channel's or server's id, without those of messages and people (topics/rate-limits, top-level resources,
 * read 2026-08-06). The paths of interactions and webhooks stay whole, with the token.
 */
function routeOf(method: string, path: string): string {
  const [, kept = "", rest = ""] =
    /^((?:\/api)?(?:\/v\d+)?\/(?:channels|guilds)\/\d+)(.*)$/u.exec(path) ?? [];
  return kept === "" ? `${method} ${path}` : `${method} ${kept}${rest.replaceAll(/\d{16,20}/gu, ":id")}`;
}

/** Paths with a token in them are written nowhere, and live for minutes. */
const isSecret = (path: string): boolean => /\/(?:webhooks|interactions)\//u.test(path);
