import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** The groups of sixteen bits that name a network of one subscriber: the first 64 bits. */
const NETWORK_GROUPS = 4;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;

/**
 * The address that what comes from it is counted for: an IPv4 address by itself, an IPv6 address by its /64, since
 * whoever has one has 2⁶⁴ of them and could take another for every guess.
 * @param ip as the connection has it, such as "2001:db8:1:2::7"
 * @returns such as "192.0.2.1" or "2001:db8:1:2::/64"
 * @source RFC 6177 and RFC 7421: a /64 is the least that a subscriber is given
 */
export function countedAddress(ip: string): string {
  const [address = ''] = ip.toLowerCase().split('%');
  if (!isIPv6(address)) return address;
  // The parser of addresses writes every IPv6 address in one way only: RFC 5952.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = MAPPED.exec(address)?.[1] ?? mappedFrom(canonical);
  if (mapped !== null) return mapped;
  const [before = '', after] = canonical.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0');
  const network = [...head, ...(after === undefined ? [] : zeros), ...tail].slice(0, NETWORK_GROUPS);
  return `${network.join(':')}::/64`;
}

/** The IPv4 address that an IPv6 one only wraps, as "::ffff:c000:201" does 192.0.2.1; null for all others. */
function mappedFrom(canonical: string): string | null {
  const groups = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (groups === null) return null;
  return groups
    .slice(1)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}
