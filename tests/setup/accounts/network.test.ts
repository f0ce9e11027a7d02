import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../server/setup/accounts/network.ts';

describe('the network of an address', () => {
  it.each([
    ['192.168.1.40', '192.168.1.0/24'],
    ['::ffff:192.168.1.41', '192.168.1.0/24'],
    ['2001:db8:0:7::1', '2001:db8:0:7::/64'],
    ['2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd', '2001:db8:0:7::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::%eth0/64'],
    ['fe80::1%eth1', 'fe80:0:0:0::%eth1/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
