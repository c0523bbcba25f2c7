/** What must wait: a route of a channel, all that is written in the channel or in its server, everything. */
export type Reach = "route" | "channel" | "server" | "platform";

/** What a 429 says. */
export interface RateLimitAnswer {
  /** `address`: not by Discord's API but by what stands before it. */
  readonly scope: "user" | "shared" | "global" | "address";
  /** Null: it does not say. */
  readonly retryAfterMs: number | null;
  readonly reach: Reach;
}

/** Limits of all writing, whatever the route (topics/opcodes-and-status-codes, read 2026-08-06). */
const writeLimits: ReadonlyMap<unknown, Reach> = new Map<number, Reach>([
  [20_028, "channel"],
  [20_029, "server"],
]);

/** Reads a 429 (topics/rate-limits, exceeding a rate limit). The body is more precise than the header, which is whole seconds. */
export function readRateLimit(headers: Headers, body: string): RateLimitAnswer {
  const header = Number.parseFloat(headers.get("retry-after") ?? "");
  const answer = parseObject(body);
  const seconds = [answer?.["retry_after"], header].find(
    (value): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0,
  );
  const retryAfterMs = seconds === undefined ? null : Math.max(1, Math.ceil(seconds * 1000));
  const scope = headers.get("x-ratelimit-scope");
  if (answer === null && scope === null && !headers.has("x-ratelimit-bucket"))
    return { scope: "address", retryAfterMs, reach: "platform" };
  if (answer?.["global"] === true || headers.has("x-ratelimit-global") || scope === "global")
    return { scope: "global", retryAfterMs, reach: "platform" };
  const reach = writeLimits.get(answer?.["code"]) ?? "route";
  return { scope: scope === "shared" ? "shared" : "user", retryAfterMs, reach };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
