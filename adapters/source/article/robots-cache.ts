import type { Clock } from "../../../src/clock.ts";
import { SourceError } from "../../../src/errors.ts";
import type { Fetcher } from "../../../src/ports/fetcher.ts";
import { decodeText } from "../decode.ts";
import { ALLOW_ALL, ALLOW_NONE, readRobots, type Robots } from "./robots.ts";

/** RFC 9309, 2.4: not longer than a day. */
const KEPT_MS = 24 * 3_600_000;
/** A robots.txt that could not be had is asked for again after this. */
const RETRY_MS = 600_000;
const MAX_ORIGINS = 1_000;

interface Kept {
  readonly robots: Promise<Robots>;
  until: number;
}

/**
 * What robots.txt says of a page: whether it may be fetched by a robot, and with which gap. Each origin's robots.txt is fetched once a day. Where there is none (4xx) everything is allowed;
 * where it cannot be had, nothing is (RFC 9309, 2.3.1).
 */
export function createRobotsCache(
  fetcher: Fetcher,
  { clock, token }: { readonly clock: Pick<Clock, "now">; readonly token: string },
): (url: URL, signal: AbortSignal) => Promise<{ readonly isAllowed: boolean; readonly delayMs: number }> {
  const kept = new Map<string, Kept>();

  async function load(origin: string, entry: Kept, signal: AbortSignal): Promise<Robots> {
    try {
      const answer = await fetcher(`${origin}/robots.txt`, { accept: "text/plain, */*;q=0.5", signal });
      return readRobots(decodeText(answer.body, answer.headers["content-type"] ?? ""), token);
    } catch (error) {
      const code = error instanceof SourceError ? error.code : "";
      if (/^http-4(?!29)\d\d$/.test(code)) return ALLOW_ALL;
      entry.until = signal.aborted ? 0 : clock.now() + RETRY_MS;
      return ALLOW_NONE;
    }
  }

  return async (url, signal) => {
    const now = clock.now();
    let entry = kept.get(url.origin);
    if (entry === undefined || entry.until <= now) {
      const made: { robots: Promise<Robots>; until: number } = {
        robots: Promise.resolve(ALLOW_NONE),
        until: now + KEPT_MS,
      };
      made.robots = load(url.origin, made, signal);
      kept.delete(url.origin);
      kept.set(url.origin, made);
      entry = made;
      // The oldest goes: entries stand in the order in which they were made.
      if (kept.size > MAX_ORIGINS) kept.delete(kept.keys().next().value ?? "");
    }
    const robots = await entry.robots;
    return { isAllowed: robots.allows(url.pathname + url.search), delayMs: robots.delayMs };
  };
}
