import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGE_FOLDERS } from '../../../shared/protocol/pages.ts';
import { temporaryFolder } from '../../folder.ts';
import { LAN } from '../../server/office.ts';
import { openDoor } from './rest-server.ts';

/** A door to a build that has every page and one asset, beside a file that is nobody's business. */
async function openPages() {
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
  return openDoor({ pages });
}

describe('the pages', () => {
  it.each([
    ['/kiosk', 'kiosk/ticket'],
    ['/rating', 'kiosk/rating'],
    ['/display', 'display/lobby'],
    ['/desk', 'desk'],
    ['/kiosk/calibrate', 'kiosk/calibrate'],
    ['/printer', 'desk/printer'],
    ['/kiosk/', 'kiosk/ticket'],
    ['/kiosk?mm=4', 'kiosk/ticket'],
    ['/legacy/display', 'legacy/display/lobby'],
    ['/legacy/display/?lang=en', 'legacy/display/lobby'],
  ])('%s is %s and is asked for anew each time', async (path, page) => {
    const { ask } = await openPages();
    const answer = await ask({ path });
    expect(answer).toMatchObject({ status: 200, text: `<title>${page}</title>` });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it('lets browsers keep what has a hash in its name', async () => {
    const { ask } = await openPages();
    for (const path of ['/assets/main-Ab12.js', '/legacy/assets/old-Ab12.js']) {
      expect((await ask({ path })).headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
    expect((await ask({ path: '/assets/font-Ab12.woff2' })).headers['content-type']).toBe('font/woff2');
  });

  it('sends the same headers of protection with every answer', async () => {
    const { ask } = await openPages();
    for (const path of ['/kiosk', '/assets/main-Ab12.js', '/healthz', '/api/v1/office', '/api/nothing', '/nothing']) {
      const { headers } = await ask({ path });
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
    '/kiosk/ticket',
    '/legacy/kiosk',
    '/legacy',
    '/legacy/legacy/display',
    '/assets',
    '/.vite/manifest.json',
    '/main-Ab12.js%00.html',
    '/__proto__',
    '/constructor',
  ])('%s leads nowhere', async (path) => {
    const { ask } = await openPages();
    const answer = await ask({ path });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Không tìm thấy trang này');
  });

  it('are listed at the bare address, with a style that the content policy lets through', async () => {
    const { ask } = await openPages();
    const { text, headers } = await ask({ path: '/' });
    for (const path of ['/kiosk', '/display', '/desk', '/rating', '/printer']) expect(text).toContain(`href="${path}"`);
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`);
  });

  it('are missing without a build, and nothing else is', async () => {
    const { ask } = await openDoor();
    expect((await ask({ path: '/kiosk' })).status).toBe(404);
    expect((await ask({ path: '/api/v1/office' })).status).toBe(200);
  });
});

describe('a paper of the preview printer', () => {
  it('is shown at the server and to staff, to nobody else', async () => {
    const { ask, cookie } = await openDoor();
    const path = '/preview/paper-1.png';
    const away = { 'x-forwarded-for': '203.0.113.9' };
    expect(await ask({ path })).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect((await ask({ path, headers: { ...away, ...(await cookie(LAN)) } })).status).toBe(200);
    expect(await ask({ path, headers: away })).toMatchObject({ status: 401, json: { code: 'SignInRequired' } });
    expect((await ask({ path: '/preview/paper-2.png' })).status).toBe(404);
    expect((await ask({ path: '/preview/..%2fsecret.png' })).status).toBe(404);
  });
});
