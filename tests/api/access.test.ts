import { describe, expect, it } from 'vitest';
import { deviceActor, type IncomingRequest, identify, isSameMachine, isSameOrigin } from '../../server/api/access.ts';
import { started } from '../setup/started.ts';

function request(
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
  localAddress = '127.0.0.1',
): IncomingRequest {
  return { headers: { host: 'localhost:8080', ...headers }, socket: { remoteAddress, localAddress } };
}

describe('a request from the server’s own machine', () => {
  it.each<[string, IncomingRequest]>([
    ['the loopback address', request()],
    ['the IPv6 loopback address', request({ host: '[::1]:8080' }, '::1', '::1')],
    [
      'an IPv4-mapped IPv6 loopback address',
      request({ host: '127.0.0.1:8080' }, '::ffff:127.0.0.1', '::ffff:127.0.0.1'),
    ],
    ['its own address on the LAN', request({ host: '192.168.1.5:8080' }, '192.168.1.5', '192.168.1.5')],
  ])('is recognized by %s', (_, request) => {
    expect(isSameMachine(request)).toBe(true);
  });

  it.each<[string, IncomingRequest]>([
    ['the address of another machine', request({ host: '192.168.1.5:8080' }, '192.168.1.9', '192.168.1.5')],
    ['another machine that sends Host: localhost', request({}, '192.168.1.9', '192.168.1.5')],
    ['a foreign host name that resolves to this machine', request({ host: 'queue.evil.example:8080' })],
    ['a foreign host name that begins with localhost', request({ host: 'localhost.evil.example' })],
    ['a foreign host name that begins like an address', request({ host: '127.0.0.1.evil.example' })],
    ['no Host header', { headers: {}, socket: { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1' } }],
    ['the X-Forwarded-For of a proxy', request({ 'x-forwarded-for': '127.0.0.1' })],
    ['the Forwarded header of a proxy', request({ forwarded: 'for=127.0.0.1' })],
    [
      'a closed connection',
      { headers: { host: 'localhost' }, socket: { remoteAddress: undefined, localAddress: undefined } },
    ],
  ])('is not assumed for %s', (_, request) => {
    expect(isSameMachine(request)).toBe(false);
  });
});

describe('the check of the origin', () => {
  it.each<[string, Record<string, string>]>([
    ['a program that is not a browser', {}],
    ['our own page', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
    ['our own page in an old browser', { origin: 'http://localhost:8080' }],
    ['a URL typed by a person', { 'sec-fetch-site': 'none' }],
    ['our own page behind an HTTPS proxy', { origin: 'https://mot-cua.example', host: 'mot-cua.example' }],
  ])('accepts %s', (_, headers) => {
    expect(isSameOrigin(request(headers))).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ['a page of the internet', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://localhost:3000' }],
    ['a page of another port that sends no Origin', { 'sec-fetch-site': 'same-site' }],
    ['a picture on a page of the internet', { 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed page', { origin: 'null' }],
    ['an origin that begins like our own', { origin: 'http://localhost:8080.evil.example' }],
    ['an invalid Origin', { origin: '::::' }],
  ])('refuses %s', (_, headers) => {
    expect(isSameOrigin(request(headers))).toBe(false);
  });
});

describe('a sender on the LAN', () => {
  const lan = (headers: Record<string, string> = {}) =>
    request({ host: '192.168.1.5:8080', ...headers }, '192.168.1.9', '192.168.1.5');

  it('has no identity without a token, and is only its own kind of device with one', async () => {
    const { setup } = await started();
    expect(identify(lan(), setup.accounts)).toEqual({ staff: null, device: null });
    const tokens: string[] = [];
    const codes: string[] = [];
    setup.accounts.devices.request('kiosk', '192.168.1.9', {
      show: (code) => codes.push(code),
      paired: (token) => tokens.push(token),
    });
    await setup.accounts.devices.accept(codes[0] ?? '', 'Máy lấy số');
    const identity = identify(lan({ authorization: `Bearer ${tokens[0]}` }), setup.accounts);
    expect(deviceActor(identity, 'kiosk')).toMatchObject({ kind: 'device' });
    expect(deviceActor(identity, 'display')).toBeNull();
    expect(identify(lan(), setup.accounts, tokens[0] ?? '').device).toEqual(identity.device);
    expect(identify(lan({ authorization: 'Bearer made-up' }), setup.accounts).device).toBeNull();
    expect(identify(lan({ authorization: 'Basic YWRtaW46' }), setup.accounts).device).toBeNull();
    expect(identify(lan({ cookie: 'den-luot-session=made-up; other' }), setup.accounts).staff).toBeNull();
  });
});
