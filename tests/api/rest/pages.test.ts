import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGE_FOLDERS } from '../../../shared/protocol/pages.ts';
import { temporaryFolder } from '../../folder.ts';
import { LAN } from '../../server/office.ts';
import { startRestServer } from './rest-server.ts';

/** Starts a server for a build with every page and some assets; beside the build is a file that must not be served. */
async function serverWithBuild() {
  const folder = await temporaryFolder();
  const pages = join(folder, 'pages');
  for (const page of [...PAGE_FOLDERS, 'legacy/display/lobby', 'assets', 'legacy/assets', '.vite']) {
    await mkdir(join(pages, page), { recursive: true });
    await writeFile(join(pages, page, 'index.html'), `<title>${page}</title>`);
  }
  await writeFile(join(pages, 'assets', 'main-Ab12.js'), 'let a;');
  await writeFile(join(pages, 'legacy', 'assets', 'old-Ab12.js'), 'var a;');
  await writeFile(join(pages, 'assets', 'font-Ab12.woff2'), 'font');
  await writeFile(join(pages, '.vite', 'manifest.json'), '{}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  return startRestServer({ pages });
}

describe('the pages', () => {
  it.each([
    ['/kiosk', 'kiosk/ticket'],
    ['/rating', 'kiosk/rating'],
    ['/display', 'display/lobby'],
    ['/desk', 'desk'],
    ['/kiosk/calibrate', 'kiosk/calibrate'],
    ['/kiosk/entrance', 'kiosk/ticket'],
    ['/printer', 'desk/printer'],
    ['/kiosk/', 'kiosk/ticket'],
    ['/kiosk?mm=4', 'kiosk/ticket'],
    ['/legacy/display', 'legacy/display/lobby'],
    ['/legacy/display/?lang=en', 'legacy/display/lobby'],
  ])('include %s, which is %s and is revalidated at each load', async (path, page) => {
    const { send } = await serverWithBuild();
    const response = await send({ path });
    expect(response).toMatchObject({ status: 200, text: `<title>${page}</title>` });
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it('let browsers cache assets, which have a hash of their content in the name', async () => {
    const { send } = await serverWithBuild();
    for (const path of ['/assets/main-Ab12.js', '/legacy/assets/old-Ab12.js']) {
      expect((await send({ path })).headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
    expect((await send({ path: '/assets/font-Ab12.woff2' })).headers['content-type']).toBe('font/woff2');
  });

  it('are sent with the same security headers as every other response', async () => {
    const { send } = await serverWithBuild();
    for (const path of ['/kiosk', '/assets/main-Ab12.js', '/healthz', '/api/v1/office', '/api/nothing', '/nothing']) {
      const { headers } = await send({ path });
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });

  it.each([
    '/nothing',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/kiosk/ticket/main',
    '/legacy/kiosk',
    '/legacy',
    '/legacy/legacy/display',
    '/assets',
    '/.vite/manifest.json',
    '/main-Ab12.js%00.html',
    '/__proto__',
    '/constructor',
  ])('do not include %s', async (path) => {
    const { send } = await serverWithBuild();
    const response = await send({ path });
    expect(response.status).toBe(404);
    expect(response.text).toContain('Không tìm thấy trang này');
  });

  it('are listed on the start page, whose style the content policy allows', async () => {
    const { send } = await serverWithBuild();
    const { text, headers } = await send({ path: '/' });
    for (const path of ['/kiosk', '/display', '/desk', '/rating', '/printer']) expect(text).toContain(`href="${path}"`);
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`);
  });

  it('are missing without a build, while the API works', async () => {
    const { send } = await startRestServer();
    expect((await send({ path: '/kiosk' })).status).toBe(404);
    expect((await send({ path: '/api/v1/office' })).status).toBe(200);
  });
});

describe('a file that the build has compressed', () => {
  /** Starts a server for a build with one script in all forms, and one that was not worth compressing. */
  async function serverWithCompressed() {
    const pages = await temporaryFolder();
    await mkdir(join(pages, 'assets'));
    for (const [end, content] of [
      ['', 'plain'],
      ['.br', 'brotli'],
      ['.gz', 'gzip'],
    ] as const) {
      await writeFile(join(pages, `assets/main.js${end}`), content);
    }
    await writeFile(join(pages, 'assets/small.js'), 'small');
    return startRestServer({ pages });
  }

  it.each([
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip, deflate', 'gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
    ['BR', 'br', 'brotli'],
    ['identity', undefined, 'plain'],
    ['deflate, zstd', undefined, 'plain'],
    [undefined, undefined, 'plain'],
  ])('is sent to a browser that accepts %s as %s', async (accepted, encoding, text) => {
    const { send } = await serverWithCompressed();
    const response = await send({ path: '/assets/main.js', headers: accepted ? { 'accept-encoding': accepted } : {} });
    expect(response).toMatchObject({ status: 200, text });
    expect(response.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(response.headers['content-encoding']).toBe(encoding);
  });

  it('has an address only in its plain form, and a file without compressed forms is sent as it is', async () => {
    const { send } = await serverWithCompressed();
    expect((await send({ path: '/assets/main.js.br' })).status).toBe(404);
    expect((await send({ path: '/assets/main.js.gz' })).status).toBe(404);
    const small = await send({ path: '/assets/small.js', headers: { 'accept-encoding': 'br' } });
    expect(small).toMatchObject({ status: 200, text: 'small' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});

describe('a paper of the preview printer', () => {
  it('is served to staff and on the server’s own machine only', async () => {
    const { send, cookie } = await startRestServer();
    const path = '/preview/paper-1.png';
    const away = { 'x-forwarded-for': '203.0.113.9' };
    expect(await send({ path })).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect((await send({ path, headers: { ...away, ...(await cookie(LAN)) } })).status).toBe(200);
    expect(await send({ path, headers: away })).toMatchObject({ status: 401, json: { code: 'SignInRequired' } });
    expect((await send({ path: '/preview/paper-2.png' })).status).toBe(404);
    expect((await send({ path: '/preview/..%2fsecret.png' })).status).toBe(404);
  });
});
