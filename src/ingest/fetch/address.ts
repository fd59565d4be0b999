import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Ranges that some networks use inside and that `ipaddr.js` calls ordinary. */
const GLOBAL_IPV6 = ipaddr.IPv6.parse("2000::");

/**
 * True for an address of the public internet. Everything with a purpose of its own in the registries of IANA is not:
 * private, loopback, link-local, multicast, shared (CGNAT), documentation and benchmark networks, and IPv6 forms
 * that carry an IPv4 address (mapped, compatible, translated, NAT64, 6to4, Teredo), since what they reach can't be
 * seen from the outside.
 * @param address in the form that DNS or a URL gives ("93.184.215.14", "2a00:…", a zone after "%" refused)
 */
export function isPublicAddress(address: string): boolean {
  // The library also takes "1.2" and octal numbers; here only the one usual form counts.
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // 2000::/3 is all that is given out (RFC 4291, section 2.4); ::a.b.c.d and unassigned space lie outside.
  return parsed.kind() === "ipv4" || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6, 3);
}
