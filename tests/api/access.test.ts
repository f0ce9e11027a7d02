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

describe('the same machine', () => {
  it.each<[string, IncomingRequest]>([
    ['loopback', request()],
    ['loopback of IPv6', request({ host: '[::1]:8080' }, '::1', '::1')],
    ['loopback wrapped in IPv6', request({ host: '127.0.0.1:8080' }, '::ffff:127.0.0.1', '::ffff:127.0.0.1')],
    ['its own address on the LAN', request({ host: '192.168.1.5:8080' }, '192.168.1.5', '192.168.1.5')],
  ])('is known by %s', (_, request) => {
    expect(isSameMachine(request)).toBe(true);
  });

  it.each<[string, IncomingRequest]>([
    ['another machine', request({ host: '192.168.1.5:8080' }, '192.168.1.9', '192.168.1.5')],
    ['another machine that says localhost', request({}, '192.168.1.9', '192.168.1.5')],
    ['a name that was pointed at it', request({ host: 'queue.evil.example:8080' })],
    ['a name that looks like its own', request({ host: 'localhost.evil.example' })],
    ['a name that begins like an address', request({ host: '127.0.0.1.evil.example' })],
    ['no name', { headers: {}, socket: { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1' } }],
    ['a proxy', request({ 'x-forwarded-for': '127.0.0.1' })],
    ['a proxy of the new kind', request({ forwarded: 'for=127.0.0.1' })],
    [
      'a closed connection',
      { headers: { host: 'localhost' }, socket: { remoteAddress: undefined, localAddress: undefined } },
    ],
  ])('is not %s', (_, request) => {
    expect(isSameMachine(request)).toBe(false);
  });
});

describe('the same origin', () => {
  it.each<[string, Record<string, string>]>([
    ['a program without a browser', {}],
    ['its own page', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
    ['its own page in an old browser', { origin: 'http://localhost:8080' }],
    ['an address typed by a person', { 'sec-fetch-site': 'none' }],
    ['its own page behind https', { origin: 'https://mot-cua.example', host: 'mot-cua.example' }],
  ])('lets %s through', (_, headers) => {
    expect(isSameOrigin(request(headers))).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ['a page of the internet', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://localhost:3000' }],
    ['a page of another port without an origin', { 'sec-fetch-site': 'same-site' }],
    ['a picture on a page of the internet', { 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a longer name', { origin: 'http://localhost:8080.evil.example' }],
    ['nonsense', { origin: '::::' }],
  ])('stops %s', (_, headers) => {
    expect(isSameOrigin(request(headers))).toBe(false);
  });
});

describe('a stranger from the LAN', () => {
  const lan = (headers: Record<string, string> = {}) =>
    request({ host: '192.168.1.5:8080', ...headers }, '192.168.1.9', '192.168.1.5');

  it('is nobody without a token, and its own kind of screen with one', async () => {
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
