import { BlockList, isIP } from "node:net";

/**
 * Address ranges that no public source lives in: private, loopback, link-local, shared, benchmark, documentation, multicast,
 * reserved, and IPv6 forms that carry an IPv4 address (RFC 6890 and the IANA special-purpose registries, read 2026-11-23).
 */
const RANGES: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  // `::/96` also holds ::1, :: and the deprecated IPv4-compatible forms, which BlockList does not see through.
  ["::", 96, "ipv6"],
  // IPv4-translated (RFC 2765), as odd as the forms above.
  ["::ffff:0:0:0", 96, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["100::", 64, "ipv6"],
  // Teredo, benchmarks and ORCHIDs among them; no site's address is.
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["3fff::", 20, "ipv6"],
  ["5f00::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];

const blocked = new BlockList();
for (const [net, prefix, family] of RANGES) blocked.addSubnet(net, prefix, family);

/** Whether an IP address (no brackets) is one that a public source can have. A zone index or a non-address is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0 || address.includes("%")) return false;
  // `::ffff:a.b.c.d` is checked by BlockList against the IPv4 ranges.
  return !blocked.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** The host of a URL as an address when it is an IP literal (brackets taken off); null: it is a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.startsWith("[") ? url.hostname.slice(1, -1) : url.hostname;
  return isIP(host) === 0 ? null : host;
}
