import type { Readable } from "node:stream";

import { SourceError } from "../../src/errors.ts";
import { checkUrl, type Exemption } from "../../src/model/web-address.ts";
import type { Fetcher, FetchOptions, FetchResult } from "../../src/ports/fetcher.ts";
import { isChallenge } from "./challenge.ts";
import { ACCEPTED_ENCODINGS, decompress, tooLarge } from "./decompress.ts";
import { challengeError, faultOf, refusalOf } from "./faults.ts";
import { freshnessMs } from "./freshness.ts";
import { systemResolver, type Resolver } from "./guard.ts";
import { openNetwork, type Network } from "./network.ts";

/** How a fetcher is set up. */
export interface FetcherOptions {
  /** Name and version, with the operator's contact: `Tallywire/0.1 (+https://…)`. */
  readonly userAgent: string;
  /** True: private and loopback addresses may be fetched. */
  readonly allowPrivate: boolean;
  /** Exact origins (`http://127.0.0.1:4711`) that are exempt from the guard: the demo's own server. */
  readonly allowOrigins?: readonly string[];
  readonly resolver?: Resolver;
  /** Largest body, on the wire and unpacked. Default 10 MB (miniflux allows 15 MB). */
  readonly maxBytes?: number;
  /** One deadline over all hops and the whole body. Default 20 s. */
  readonly timeoutMs?: number;
  /** Epoch milliseconds; for Retry-After dates of servers that send no Date. */
  readonly now?: () => number;
}

const MAX_REDIRECTS = 5;
/** Informational answers (1xx) before the one that counts. */
const MAX_INFORMATIONAL = 20;
/** A body in more pieces than this is made of single bytes: each costs a hundred times its size. */
const MAX_PIECES = 200_000;
/** How much of a refusal is looked at, to tell a challenge page from a plain no. */
const REFUSAL_BYTES = 64 * 1024;
const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5";

interface Setup {
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly now: () => number;
  readonly isExempt: Exemption;
  readonly network: () => Promise<Network>;
}

/**
 * A guarded fetcher, and `close` to let its sockets go. Redirects are followed by hand, so that every hop is checked; undici's own
 * redirect, DNS and decompression interceptors are left out because each would step round a check.
 */
export function createFetcher(options: FetcherOptions): Fetcher & { readonly close: () => Promise<void> } {
  const { maxBytes = 10_000_000, timeoutMs = 20_000, resolver = systemResolver, allowPrivate } = options;
  const exempt = new Set((options.allowOrigins ?? []).map((origin) => new URL(origin).origin));
  const isExempt: Exemption = (url) => allowPrivate || exempt.has(url.origin);
  let network: Promise<Network> | null = null;
  const setup: Setup = {
    userAgent: options.userAgent,
    maxBytes,
    now: options.now ?? Date.now,
    isExempt,
    network: () => (network ??= openNetwork({ resolver, maxBytes, timeoutMs })),
  };

  async function fetch(url: string, wanted: FetchOptions = {}): Promise<FetchResult> {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = wanted.signal === undefined ? deadline : AbortSignal.any([wanted.signal, deadline]);
    try {
      return await follow(setup, url, { ...wanted, signal });
    } catch (error) {
      if (wanted.signal?.aborted === true)
        throw new SourceError("The fetch was called off.", { code: "aborted" });
      if (deadline.aborted) throw timeoutError(timeoutMs, error);
      throw faultOf(error);
    }
  }
  const close = async () => {
    if (network === null) return;
    const { guarded, open } = await network;
    await Promise.all([guarded.destroy(), open.destroy()]);
  };
  return Object.assign(fetch, { close });
}

/** Follows redirects. `permanentUrl` moves along only while every hop so far was a permanent one and kept its security. */
async function follow(setup: Setup, start: string, options: FetchOptions): Promise<FetchResult> {
  let url = checkUrl(start, setup.isExempt);
  const validatorUrl = options.validatorUrl ?? start;
  let permanentUrl: string | null = null;
  let isPermanent = true;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const isValidated = url.href === validatorUrl || (hop === 0 && start === validatorUrl);
    const answer = await ask(
      setup,
      url,
      isValidated ? options : { ...options, etag: null, lastModified: null },
    );
    if (answer.location === null) {
      const { status, headers, body } = answer;
      return { status, headers, body, finalUrl: url.href, permanentUrl, freshMs: freshnessMs(headers) };
    }
    const next = checkUrl(resolveLocation(answer.location, url), setup.isExempt);
    const keepsSecurity = url.protocol === "http:" || next.protocol === "https:";
    isPermanent &&= (answer.status === 301 || answer.status === 308) && keepsSecurity;
    if (isPermanent) permanentUrl = next.href;
    url = next;
  }
  throw new SourceError(`The address redirects more than ${MAX_REDIRECTS} times.`, {
    code: "too-many-redirects",
  });
}

function resolveLocation(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? new URL(location, base.href).href : location;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Where it redirects to; null: this is the answer. */
  readonly location: string | null;
}

async function ask(setup: Setup, url: URL, options: FetchOptions): Promise<Answer> {
  const headers: Record<string, string> = {
    "user-agent": setup.userAgent,
    accept: options.accept ?? ACCEPT,
    "accept-encoding": ACCEPTED_ENCODINGS,
  };
  if (options.etag != null) headers["if-none-match"] = options.etag;
  if (options.lastModified != null) headers["if-modified-since"] = options.lastModified;
  const { request, guarded, open } = await setup.network();
  const dispatcher = setup.isExempt(url) ? open : guarded;
  const flood = new AbortController();
  let informed = 0;
  const response = await request(url, dispatcher, {
    headers,
    signal: AbortSignal.any([flood.signal, ...(options.signal === undefined ? [] : [options.signal])]),
    // Early hints and their like have no end by themselves.
    onInfo: () => void ((informed += 1) > MAX_INFORMATIONAL && flood.abort(floodError())),
  });
  const received = flatten(response.headers);
  if (
    response.statusCode === 304 &&
    headers["if-none-match"] === undefined &&
    !("if-modified-since" in headers)
  ) {
    discard(response.body);
    throw new SourceError("The server says that nothing has changed, but was not asked that.", {
      code: "bad-http",
    });
  }
  return await answerOf(setup, { status: response.statusCode, headers: received, stream: response.body });
}

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable;
}

/** Makes an answer of a response, or the error that it is. What is not read is destroyed, and its connection with it. */
async function answerOf(setup: Setup, { status, headers, stream }: Received): Promise<Answer> {
  const location = headers["location"] ?? "";
  const isRedirect = [301, 302, 303, 307, 308].includes(status) && location !== "";
  if (isRedirect || status === 304) {
    discard(stream);
    return { status, headers, body: new Uint8Array(), location: isRedirect ? location : null };
  }
  const coding = headers["content-encoding"] ?? "";
  if (status < 200 || status > 299) {
    const start = await readAtMost(stream, REFUSAL_BYTES, "cut").catch(() => new Uint8Array());
    const body = await decompress(start, coding, setup.maxBytes).catch(() => start);
    throw refusalOf({ status, headers, body }, setup.now());
  }
  if (Number(headers["content-length"]) > setup.maxBytes) {
    discard(stream);
    throw tooLarge(setup.maxBytes);
  }
  const body = await decompress(await readAtMost(stream, setup.maxBytes, "refuse"), coding, setup.maxBytes);
  if (isChallenge(headers, body)) throw challengeError(null);
  return { status, headers, body, location: null };
}

function discard(stream: Readable): void {
  // Destroying a response mid-way is an error to undici, of which nothing is to be learnt.
  stream.on("error", () => undefined).destroy();
}

/** Reads a body up to `maxBytes`; beyond that `cut` returns what there is and `refuse` throws `too-large`. */
async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  beyond: "cut" | "refuse",
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let pieces = 0;
  // Leaving the loop early destroys the stream, and with it the connection.
  for await (const chunk of body) {
    size += chunk.length;
    pieces += 1;
    if (pieces > MAX_PIECES) throw floodError();
    if (size > maxBytes) {
      if (beyond === "refuse") throw tooLarge(maxBytes);
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function floodError(): SourceError {
  return new SourceError("The server answers in absurdly many pieces.", { code: "bad-http" });
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function timeoutError(timeoutMs: number, cause: unknown): SourceError {
  return new SourceError(`The whole answer did not arrive within ${timeoutMs / 1000} s.`, {
    code: "timeout",
    cause,
  });
}
