import { SourceError } from "../errors.ts";
import { isPublicAddress, literalAddress } from "./public-address.ts";

/** Whether a URL's own host may be connected to whatever its address. */
export type Exemption = (url: URL) => boolean;

/** Longer ones are no address of a feed: RFC 9110, 4.1 asks everybody to support 8,000 octets. */
const MAX_LENGTH = 8_000;

/** Names that never lead out of the machine or its network (RFC 6761, 6762 and 8375; ICANN's `internal`, 2024-07). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/u;

/**
 * Parses a URL and refuses what no source has: another scheme than http(s), credentials, a privileged port other than 80 and 443,
 * a private address or name as its host. Where other names lead is checked when they are connected to. The one check for addresses that
 * admins give and for every hop of a fetch. Throws SourceError `bad-url` or `private-address`.
 */
export function checkUrl(text: string, isExempt: Exemption): URL {
  const url = text.length <= MAX_LENGTH && URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw badUrl("The address is not a URL.");
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw badUrl(`Only http and https are fetched, not ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username !== "" || url.password !== "")
    throw badUrl("The address carries a user name or password.");
  if (isExempt(url)) return url;
  const literal = literalAddress(url);
  const isPublic = literal === null ? !PRIVATE_NAME.test(url.hostname) : isPublicAddress(literal);
  if (!isPublic) throw privateAddress(url.hostname);
  const port = Number(url.port);
  if (url.port !== "" && port < 1024 && port !== 80 && port !== 443)
    throw badUrl(`Port ${port} does not serve pages.`);
  return url;
}

function badUrl(message: string): SourceError {
  return new SourceError(message, {
    code: "bad-url",
    permanent: true,
    hint: "Give an address that begins with https://, without a user name.",
  });
}

/** The error for a host that is, or leads to, a private or reserved address. */
export function privateAddress(hostname: string): SourceError {
  return new SourceError(`${hostname} is at a private or reserved address.`, {
    code: "private-address",
    hint: "Set ALLOW_PRIVATE_SOURCES=true only if your own network's sources are meant.",
  });
}
