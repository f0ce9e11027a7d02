import { describe, expect, it } from 'vitest';
import { ADMIN, LAN } from '../../server/office.ts';
import { sharedRestServer, startRestServer } from './rest-server.ts';

const CALL = '/voice/call.wav?number=A012&counter=3&language=vi';
/** Makes the server take the sender for another machine on the LAN. */
const FROM_LAN = { 'x-forwarded-for': '192.168.1.20' };

describe('the sound file of a call', () => {
  const server = sharedRestServer();

  it('is a WAV file that is revalidated at each request and sent again only when it has changed', async () => {
    const { status, headers } = await server().send({ path: CALL });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    });
    expect(Number(headers['content-length'])).toBeGreaterThan(100_000);
    const known = { 'if-none-match': String(headers.etag) };
    expect(await server().send({ path: CALL, headers: known })).toMatchObject({ status: 304, text: '' });
    expect(await server().send({ path: `${CALL}&recall=1`, headers: known })).toMatchObject({ status: 200 });
  });

  it.each([
    ['bytes=0-', 206, (size: number) => `bytes 0-${size - 1}/${size}`],
    ['bytes=44-143', 206, (size: number) => `bytes 44-143/${size}`],
    ['bytes=100-99999999', 206, (size: number) => `bytes 100-${size - 1}/${size}`],
    ['bytes=-100', 200, () => undefined],
    ['bytes=99999999-', 200, () => undefined],
    ['bytes=9-4', 200, () => undefined],
    ['bytes=0-1,5-9', 200, () => undefined],
    ['apples=1-2', 200, () => undefined],
  ])('is served for the range %s with status %i', async (range, status, contentRange) => {
    const size = Number((await server().send({ path: CALL })).headers['content-length']);
    const response = await server().send({ path: CALL, headers: { range } });
    expect(response.status).toBe(status);
    expect(response.headers['content-range']).toBe(contentRange(size));
  });

  it.each([
    '/voice/call.wav',
    '/voice/call.wav?number=A012&counter=3',
    '/voice/call.wav?number=12&counter=3&language=vi',
    '/voice/call.wav?number=A1234567&counter=3&language=vi',
    '/voice/call.wav?number=A012&counter=0&language=vi',
    '/voice/call.wav?number=A012&counter=1e2&language=vi',
    '/voice/call.wav?number=A012&counter=3&language=..%2Fvi',
    '/voice/call.wav?number=A012&counter=3&language=VI%00',
    '/voice/call.wav?number=A012&counter=3&language=vi&recall=yes',
  ])('is refused for %s', async (path) => {
    expect((await server().send({ path })).json).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it('is refused with the name of the clip that a language lacks', async () => {
    const { json } = await server().send({ path: CALL.replace('=vi', '=km'), headers: { 'accept-language': 'en' } });
    expect(json).toMatchObject({ status: 404, code: 'ClipMissing', clip: 'km/please-come.wav' });
    expect(json).toHaveProperty('detail', expect.stringContaining('The clip km/please-come.wav is missing'));
  });
});

describe('the sound file of a call on another machine', () => {
  it('is served to staff, and to a paired screen that sends its token as a cookie, as media elements do', async () => {
    const { send, setup, cookie } = await startRestServer();
    expect((await send({ path: CALL, headers: FROM_LAN })).json).toMatchObject({ status: 401, code: 'NotPaired' });
    expect((await send({ path: CALL, headers: { ...FROM_LAN, ...(await cookie(LAN)) } })).status).toBe(200);

    const shown: string[] = [];
    const tokens: string[] = [];
    setup.accounts.devices.request('display', '192.168.1.20', {
      show: (code) => shown.push(code),
      paired: (token) => tokens.push(token),
    });
    await setup.accounts.devices.accept(shown[0] ?? '', 'TV sảnh');
    const paired = { ...FROM_LAN, cookie: `a=b; den-luot-device=${tokens[0]}` };
    expect((await send({ path: CALL, headers: paired })).status).toBe(200);
    const { id = '' } = setup.accounts.devices.list()[0] ?? {};
    await setup.accounts.devices.revoke(id);
    expect((await send({ path: CALL, headers: paired })).status).toBe(401);
  });
});

describe('the list of clips', () => {
  const server = sharedRestServer();

  it('is served to supervisors only, and names the folder for the office’s own recordings', async () => {
    expect((await server().send({ path: '/api/v1/voice', headers: await server().cookie(LAN) })).status).toBe(403);
    const { json } = await server().send({ path: '/api/v1/voice', headers: await server().cookie(ADMIN) });
    expect(json).toMatchObject({
      voice: { languages: ['vi', 'en'], style: 'digits' },
      folder: expect.stringMatching(/[/\\]voice$/),
      languages: [{ language: 'vi' }, { language: 'en' }],
    });
    expect(json).toHaveProperty('languages.0.clips.0', {
      id: 'recall',
      words: 'xin nhắc lại',
      source: 'shipped',
      problem: null,
    });
  });
});
