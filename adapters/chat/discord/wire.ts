import { DefaultRestOptions, REST } from "discord.js";
import type { RateLimitData, RESTOptions } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { RateLimit } from "../../../src/ports/chat-platform.ts";
import { createBrake, Refrained, type Ended } from "./brake.ts";
import { createGuards, type Guards } from "./guards.ts";
import { requestTimeoutMs } from "./limits.ts";
import { noMemory, type Memory, type Told } from "./memory.ts";
import { createRouteHolds, type RouteHolds } from "./route-holds.ts";

/** The token was refused (HTTP 401): nothing that uses it is called any more. */
export class TokenRefused extends Error {
  constructor() {
    super("Discord refuses the bot's token");
    this.name = "TokenRefused";
  }
}

export interface WireOptions {
  readonly apiRoot: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: readonly RateLimit[];
  /** What Discord told before this process, and for the one after it. Absent: none. */
  readonly memory?: Memory;
  /** Called once, when the token is refused. */
  readonly onTokenRefused: () => void;
}

/** The one way to Discord's HTTP API, which keeps the limits that discord.js does not. */
export interface Wire {
  /** Options for every REST of this bot: no retries, no queueing, all calls through `request`. */
  readonly restOptions: Partial<RESTOptions>;
  readonly isTokenRefused: () => boolean;
  /** How far this machine's clock is behind Discord's, milliseconds; 0 when it is not known or below the header's precision. */
  readonly clockLagMs: () => number;
  /** Makes `work` and gives what it comes to; each request in it asks `mayCall` in its moment, and throws Refrained where it may not be made. */
  readonly guarded: <T>(mayCall: () => boolean, work: () => Promise<T>) => Promise<T>;
  /** Resolves when what Discord told before this process is known, or cannot be. */
  readonly recalled: () => Promise<void>;
  /** What is left alone beside what the brake holds. */
  readonly holds: RouteHolds;
  /** `forget` makes a REST forget what its routes were told; called when the machine's clock was put back. */
  readonly onClockBack: (forget: () => void) => void;
}

type MakeRequest = RESTOptions["makeRequest"];
type Request = Parameters<MakeRequest>[1];

/**
 * Makes the wire. Calls with the bot's token are held to the overall limit and to the invalid-request budget; calls by an
 * interaction's token are outside the overall limit (interactions/receiving-and-responding, read 2026-08-06) and are
 * held back only while the route or our address is refused, and the first answer to one never, because a person waits for them, and not for longer than 3 s.
 */
export function createWire(options: WireOptions): Wire {
  const brake = createBrake({ memory: noMemory, ...options });
  let isTokenRefused = false;
  let clockLagMs = 0;
  const resets = createResets();
  const holds = createRouteHolds(options.clock, options.memory ?? noMemory);
  const guards = createGuards(brake);
  const recalled = createRecall(options, (told) => {
    brake.recall(told);
    holds.recall(told.holds);
  });

  function refuseToken(): TokenRefused {
    if (!isTokenRefused) options.onTokenRefused();
    isTokenRefused = true;
    return new TokenRefused();
  }

  function checkRoute(method: string, path: string): void {
    const heldMs = holds.heldMs(method, path);
    if (heldMs > 0) throw new Refrained("route", heldMs, "the wait that Discord told is not over");
  }

  async function request(url: string, init: Request): ReturnType<MakeRequest> {
    const hasToken = new Headers(init.headers as Record<string, string>).has("authorization");
    if (hasToken && isTokenRefused) throw new TokenRefused();
    const [method, path] = [init.method ?? "GET", new URL(url).pathname];
    let ended: Ended = () => undefined;
    if (!isFirstAnswer(path)) {
      await recalled();
      checkRoute(method, path);
      ended = await guards.admit(hasToken);
      // It may have been told while this one waited for its place.
      checkRoute(method, path);
    }
    const response = await ask(url, init, guards).finally(ended);
    clockLagMs = readClockLag(response.headers, options.clock.now()) ?? clockLagMs;
    resets.told(response.headers);
    if (response.status === 429) {
      const refusal = brake.readTooMany(response.headers, await response.text());
      if (refusal.reach !== "platform") holds.hold(method, path, refusal.retryAfterMs);
      throw refusal;
    }
    if (response.status === 401 || response.status === 403) brake.countRefused();
    if (response.status === 401 && hasToken) throw refuseToken();
    return response as Awaited<ReturnType<MakeRequest>>;
  }

  return {
    restOptions: {
      api: rootOf(options.apiRoot),
      retries: 0,
      timeout: requestTimeoutMs,
      rejectOnRateLimit: (limit) => resets.rejects(limit),
      // The brake keeps the overall limit: interactions do not count towards it, and discord.js counts them.
      globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
      makeRequest: request,
    },
    isTokenRefused: () => isTokenRefused,
    recalled,
    holds,
    clockLagMs: () => clockLagMs,
    guarded: (mayCall, work) => guards.run(mayCall, work),
    onClockBack: resets.onClockBack,
  };
}

/** Asks the memory once; where it cannot be read, again at the next call. */
function createRecall(
  { log, memory = noMemory }: WireOptions,
  take: (told: Told) => void,
): () => Promise<void> {
  let recalling: Promise<void> | null = null;
  return () =>
    (recalling ??= memory.recall().then(take, (error: unknown) => {
      recalling = null;
      log("warn", "What Discord told before the start could not be read; limits are kept from now on", {
        why: messageOf(error),
      });
    }));
}

/** In the moment of the request: its body is written out by then. */
async function ask(url: string, init: Request, guards: Guards): Promise<Response> {
  const whole = await written(init);
  if (!guards.mayCall()) throw new Refrained("platform", 0, "who sends is not the sender any more");
  return buffered(await DefaultRestOptions.makeRequest(url, whole));
}

/** It is tried again within its three seconds, or the interaction is dead (callback.ts). */
const isFirstAnswer = (path: string): boolean => /\/interactions\/\d+\/[^/]+\/callback$/u.test(path);

/** No reset is told more exactly than this. */
const resetSlackMs = 1_000;

/**
 * discord.js writes down by the machine's clock when a route's limit is over, so a clock that is put back by hours would stop that route for them. A
 * wait longer than any that Discord told is none of Discord's: the routes forget theirs, and a 429 at worst tells them anew.
 */
function createResets() {
  const forgets: (() => void)[] = [];
  let longestMs = 0;
  return {
    onClockBack: (forget: () => void): void => void forgets.push(forget),
    told(headers: Headers): void {
      const seconds = Number.parseFloat(headers.get("x-ratelimit-reset-after") ?? "");
      if (seconds > 0) longestMs = Math.max(longestMs, seconds * 1_000);
    },
    rejects({ retryAfter }: RateLimitData): boolean {
      if (retryAfter <= longestMs + resetSlackMs) return true;
      for (const forget of forgets) forget();
      throw new Refrained("route", resetSlackMs, "the clock was put back: the route's limit is asked anew");
    },
  };
}

/** Without the version, which discord.js adds, whether it was given or not. */
function rootOf(apiRoot: string): string {
  return apiRoot.replace(/\/+$/, "").replace(/\/v\d+$/, "");
}

/** A REST with the bot's token on a wire. */
export function createRest(wire: Wire, token: string): REST {
  const rest = new REST(wire.restOptions).setToken(token);
  wire.onClockBack(() => rest.handlers.clear());
  return rest;
}

/**
 * A request whose form is written out. discord.js's undici sends through the dispatcher that a process has once; that of the newer undici, which
 * Telegram's client and the fetching of sources load, refuses forms that it has not made itself.
 */
async function written(init: Request): Promise<Request> {
  if (!(init.body instanceof FormData)) return init;
  const form = new Response(init.body);
  const headers = new Headers(init.headers as Record<string, string>);
  headers.set("content-type", form.headers.get("content-type") ?? "");
  return { ...init, headers: Object.fromEntries(headers), body: Buffer.from(await form.arrayBuffer()) };
}

/** Reads the whole answer while the request's timeout still runs: discord.js stops it when the headers are there. */
async function buffered(response: Awaited<ReturnType<MakeRequest>>): Promise<Response> {
  const body = await response.arrayBuffer();
  const headers = new Headers([...response.headers]);
  // discord.js would parse nothing as JSON, and fail after the call was done.
  if (body.byteLength === 0) headers.delete("content-type");
  return new Response(body.byteLength === 0 ? null : body, {
    status: response.status,
    statusText: response.statusText ?? "",
    headers,
  });
}

/** The `Date` header has whole seconds and the answer took its time: less than this tells nothing. */
const clockPrecisionMs = 2_000;

function readClockLag(headers: Headers, now: number): number | null {
  const serverAt = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(serverAt)) return null;
  const lag = serverAt + 500 - now;
  return Math.abs(lag) < clockPrecisionMs ? 0 : lag;
}
