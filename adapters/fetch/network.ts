import type { Agent, request } from "undici";

import { guardedLookup, type Resolver } from "./guard.ts";

/** Node's own default is 16 KB; no feed needs more. */
const MAX_HEADER_BYTES = 16 * 1024;

/** What connections are made with. */
export interface NetworkOptions {
  readonly resolver: Resolver;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** undici with two agents: one that connects to public addresses only, one that connects to any. */
export interface Network {
  readonly request: typeof request;
  readonly guarded: Agent;
  readonly open: Agent;
}

/** Loads undici (about 100 ms, which a start need not wait for) and sets up its agents. */
export async function openNetwork(options: NetworkOptions): Promise<Network> {
  const undici = await import("undici");
  const agent = (allowPrivate: boolean): Agent => new undici.Agent(agentOptions(options, allowPrivate));
  return { request: undici.request, guarded: agent(false), open: agent(true) };
}

function agentOptions(
  { resolver, maxBytes, timeoutMs }: NetworkOptions,
  allowPrivate: boolean,
): Agent.Options {
  return {
    connect: { lookup: guardedLookup(resolver, allowPrivate), timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // Counted on the wire; decompress() counts again behind it.
    maxResponseSize: maxBytes,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The poller makes one request at a time to a host; a hung one must not block the next.
    connections: 2,
    pipelining: 1,
    // Gaps between requests to a host are longer: an idle socket serves nobody.
    keepAliveTimeout: 1_000,
    allowH2: false,
  };
}
