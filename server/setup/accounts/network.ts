import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address belongs to, for limits that a sender with many addresses must not evade: an IPv4 /24, also for an
 * IPv4-mapped address, or an IPv6 /64. Link-local networks have the same prefix on every interface, so their zone is part of
 * the result. A text that is not an address is a network of its own.
 */
export function networkOf(address: string): string {
  const [plain = '', zone] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (isIPv4(plain)) return `${plain.slice(0, plain.lastIndexOf('.'))}.0/24`;
  if (!isIPv6(plain)) return address;
  const prefix = firstGroups(plain, 4).join(':');
  return zone === undefined ? `${prefix}::/64` : `${prefix}::%${zone}/64`;
}

/** The first groups of an IPv6 address, with `::` written out and without leading zeros. */
function firstGroups(address: string, count: number): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 address at the end takes the place of two groups.
  const taken = groups.length + after.length + (after.at(-1)?.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - taken) }, () => '0');
  return [...groups, ...zeros, ...after].slice(0, count).map((group) => group.replace(/^0+(?=.)/, ''));
}
