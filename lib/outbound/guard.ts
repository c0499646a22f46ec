// Where an address that a person gave us may lead. Whoever can name an address for us to write to could otherwise reach, through us, what only
// we can reach: this machine, its neighbours, the cloud's own services. So only the public internet is allowed, over https, and what the
// environment's OUTBOUND_ALLOW names besides. The rule is about numbers, not names: a name is looked up, and every number it stands for must pass.
import ipaddr from "ipaddr.js";

export type Destination = { protocol: string; port: number };

/** Beside https' own, the one that is usual behind it. */
const publicPorts: readonly number[] = [443, 8443];
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** What speaks against writing to a number; undefined when nothing does. `allowed` are networks like 127.0.0.0/8. */
export function objectionTo(address: string, { protocol, port }: Destination, allowed: readonly string[]): string | undefined {
  if (!ipaddr.isValid(address)) return "This address cannot be understood.";
  const number = ipaddr.process(address);
  if (allowed.some((range) => isWithin(number, range))) return undefined;
  if (!isPublic(number)) return "This address leads to this machine or into a private network, which is refused.";
  if (protocol !== "https:") return "What we send must not be read on the way: use https.";
  if (!publicPorts.includes(port)) return `We write to the ports ${publicPorts.join(" and ")} only.`;
  return undefined;
}

/** What can be said of an address before any name is looked up. */
export function objectionToUrl(text: string, allowed: readonly string[]): string | undefined {
  const url = URL.parse(text);
  if (!url || !["https:", "http:"].includes(url.protocol)) return "Give an address that begins with https://";
  if (url.username || url.password) return "Leave name and password out of the address; send them as a header.";
  const host = hostOf(url);
  if (ipaddr.isValid(host)) return objectionTo(host, destinationOf(url), allowed);
  if (allowed.length > 0) return undefined;
  if (/(^|\.)(localhost|local|internal|localdomain|home\.arpa)\.?$/i.test(host) || !host.includes(".")) return "This name is one of a private network, which is refused.";
  return objectionTo(somePublicNumber, destinationOf(url), allowed);
}

export function destinationOf(url: URL): Destination {
  return { protocol: url.protocol, port: Number(url.port || (url.protocol === "https:" ? 443 : 80)) };
}

/** The name or number in an address, without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** For a name we know nothing of yet: that it leads into public. */
const somePublicNumber = "1.1.1.1";

function isPublic(number: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return number.range() === "unicast" && (number.kind() === "ipv4" || number.match(globalUnicast));
}

function isWithin(number: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean {
  const [network, bits] = ipaddr.parseCIDR(range);
  return number.kind() === network.kind() && number.match(network, bits);
}
