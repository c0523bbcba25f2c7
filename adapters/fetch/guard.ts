import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";

import { SourceError } from "../../src/errors.ts";
import { isPublicAddress, literalAddress } from "./addresses.ts";

/** Every address of a host name. Rejects as `dns.lookup` does. */
export type Resolver = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The machine's resolver: hosts file and DNS, as every other program on it sees them. */
export const systemResolver: Resolver = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

/** Whether a URL's own host may be connected to whatever its address. */
export type Exemption = (url: URL) => boolean;

/**
 * Parses a URL and refuses what no source has: another scheme than http(s), credentials, a privileged port other than 80 and 443,
 * a private address as its host. Names are checked when they are connected to. Throws SourceError `bad-url` or `private-address`.
 */
export function checkUrl(text: string, isExempt: Exemption): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw badUrl("The address is not a URL.");
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw badUrl(`Only http and https are fetched, not ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username !== "" || url.password !== "")
    throw badUrl("The address carries a user name or password.");
  if (isExempt(url)) return url;
  const literal = literalAddress(url);
  if (literal !== null && !isPublicAddress(literal)) throw privateAddress(url.hostname);
  const port = Number(url.port);
  if (url.port !== "" && port < 1024 && port !== 80 && port !== 443)
    throw badUrl(`Port ${port} does not serve pages.`);
  return url;
}

/**
 * A `lookup` for net.connect that answers only when EVERY address of the name is public, and with those very addresses: what was
 * checked is what is connected to, so an answer that changes between two lookups gains nothing.
 */
export function guardedLookup(resolver: Resolver, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname).then(
      (addresses) => answer({ hostname, addresses, options, allowPrivate }, callback),
      (error: unknown) => callback(error instanceof Error ? error : new Error("lookup failed"), []),
    );
  };
}

interface Answer {
  readonly hostname: string;
  readonly addresses: readonly LookupAddress[];
  readonly options: LookupOptions;
  readonly allowPrivate: boolean;
}

function answer(
  { hostname, addresses, options, allowPrivate }: Answer,
  callback: Parameters<LookupFunction>[2],
): void {
  if (!allowPrivate && addresses.some((one) => !isPublicAddress(one.address))) {
    callback(privateAddress(hostname), []);
    return;
  }
  const family = options.family === "IPv4" ? 4 : options.family === "IPv6" ? 6 : (options.family ?? 0);
  const fitting = family === 0 ? addresses : addresses.filter((one) => one.family === family);
  const first = fitting[0];
  if (first === undefined) {
    callback(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), []);
    return;
  }
  if (options.all === true) callback(null, [...fitting]);
  else callback(null, first.address, first.family);
}

function badUrl(message: string): SourceError {
  return new SourceError(message, {
    code: "bad-url",
    permanent: true,
    hint: "Correct the address of the source.",
  });
}

function privateAddress(hostname: string): SourceError {
  return new SourceError(`${hostname} is at a private or reserved address.`, {
    code: "private-address",
    hint: "Set ALLOW_PRIVATE_SOURCES=true only if your own network's sources are meant.",
  });
}
