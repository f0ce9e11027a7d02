import { describe, expect, it } from 'vitest';
import { parsePrinterAddress } from '../../../server/setup/office/printer-address.ts';

describe('parsePrinterAddress', () => {
  it.each([
    ['preview', { kind: 'preview' }],
    ['tcp://192.168.1.50', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
    ['tcp://may-in.local:9101', { kind: 'tcp', host: 'may-in.local', port: 9101 }],
    ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
    ['/dev/usb/lp0', { kind: 'device-file', path: '/dev/usb/lp0' }],
    ['printer:XP-80C', { kind: 'spooled', name: 'XP-80C' }],
  ])('parses %s', (address, parsed) => {
    expect(parsePrinterAddress(address)).toEqual(parsed);
  });

  it.each([
    '',
    'tcp://',
    'tcp://host:0',
    'tcp://host:70000',
    '/etc/passwd',
    '/dev/../etc/passwd',
    'printer:-o',
    'printer:a b',
    'COM1',
  ])('returns null for "%s"', (address) => {
    expect(parsePrinterAddress(address)).toBeNull();
  });
});
