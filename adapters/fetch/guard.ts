import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";

import { isPublicAddress } from "../../src/model/public-address.ts";
import { privateAddress } from "../../src/model/web-address.ts";

/** Every address of a host name. Rejects as `dns.lookup` does. */
export type Resolver = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The machine's resolver: hosts file and DNS, as every other program on it sees them. */
export const systemResolver: Resolver = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

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
