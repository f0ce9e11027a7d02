import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileProblems, OfficeFiles } from '../../../server/setup/office/office-files.ts';
import type { Notice } from '../../../shared/office/office.ts';
import { temporaryFolder } from '../../folder.ts';
import { startRestServer } from './rest-server.ts';

const PNG = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n…')]);
const MP4 = Buffer.from('\0\0\0\x18ftypmp42 and some more');
const always = { text: { vi: 'Lễ hội', en: 'Festival' }, from: null, until: null, hours: null, seconds: 10 };
const notices: Notice[] = [
  { ...always, id: 'film', kind: 'video', file: 'Lễ hội.mp4' },
  { ...always, id: 'gone', kind: 'picture', file: 'gone.png' },
  { ...always, id: 'lie', kind: 'picture', file: 'lie.png' },
];

async function officeWithFiles(logo: string | null = 'logo.png') {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'notices'));
  await writeFile(join(folder, 'logo.png'), PNG);
  await writeFile(join(folder, 'notices/Lễ hội.mp4'), MP4);
  await writeFile(join(folder, 'notices/lie.png'), 'a page that calls itself a picture');
  await writeFile(join(folder, 'notices/other.png'), PNG);
  const files = new OfficeFiles(folder, () => ({ look: { accent: '#f5b700', logo }, notices }));
  return { folder, files, server: await startRestServer({ files }) };
}
const LAN = { 'x-forwarded-for': '192.168.1.20' };
const FILM = `/notices/${encodeURIComponent('Lễ hội.mp4')}`;

describe('the logo and the files of notices', () => {
  it('are served with their type, in ranges, and with 304 while they are unchanged', async () => {
    const { server } = await officeWithFiles();
    const whole = await server.send({ path: FILM });
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' } });
    expect(whole.text).toBe(MP4.toString());
    const part = await server.send({ path: FILM, headers: { range: 'bytes=4-7' } });
    expect(part).toMatchObject({ status: 206, text: 'ftyp' });
    expect(part.headers['content-range']).toBe(`bytes 4-7/${MP4.length}`);
    const again = await server.send({ path: FILM, headers: { 'if-none-match': String(whole.headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('are served whole when If-Range names an older version', async () => {
    const { server, folder } = await officeWithFiles();
    const { etag } = (await server.send({ path: FILM })).headers;
    const rest = { range: 'bytes=4-7', 'if-range': String(etag) };
    expect((await server.send({ path: FILM, headers: rest })).status).toBe(206);
    await writeFile(join(folder, 'notices/Lễ hội.mp4'), Buffer.concat([MP4, MP4]));
    const another = await server.send({ path: FILM, headers: rest });
    expect(another).toMatchObject({ status: 200, text: MP4.toString() + MP4.toString() });
  });

  it('are the only files served, whatever path a request names', async () => {
    const { server } = await officeWithFiles();
    for (const path of [
      '/notices/other.png',
      '/notices/..%2Flogo.png',
      '/notices/%2e%2e%2fsetup%2foffice.json',
      '/notices/gone.png',
    ]) {
      expect((await server.send({ path })).status, path).toBe(404);
    }
  });

  it('are served to paired screens only, except the logo, which telephones show too', async () => {
    const { server } = await officeWithFiles();
    expect((await server.send({ path: FILM, headers: LAN })).status).toBe(401);
    expect(await server.send({ path: '/look/logo', headers: LAN })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png' },
    });
  });

  it('are not served when the logo is not an image or is larger than a megabyte', async () => {
    const { server, folder } = await officeWithFiles();
    await writeFile(join(folder, 'logo.png'), Buffer.concat([PNG, Buffer.alloc(1_100_000)]));
    expect((await server.send({ path: '/look/logo' })).status).toBe(404);
    await writeFile(join(folder, 'logo.png'), 'text');
    expect((await server.send({ path: '/look/logo' })).status).toBe(404);
  });

  it('are not served when a picture has the wrong content or is too large', async () => {
    const { server, folder } = await officeWithFiles();
    expect((await server.send({ path: '/notices/lie.png' })).status).toBe(404);
    await writeFile(join(folder, 'notices/gone.png'), PNG);
    expect((await server.send({ path: '/notices/gone.png' })).status).toBe(200);
    await truncate(join(folder, 'notices/gone.png'), 11 * 1_048_576);
    expect((await server.send({ path: '/notices/gone.png' })).status).toBe(404);
  });

  it('are named in the log with their problem when they cannot be shown', async () => {
    const { files, folder } = await officeWithFiles('logo.svg');
    const entries = fileProblems(await files.view());
    expect(entries.map(({ text }) => text.vi)).toEqual([
      expect.stringContaining(`${join(folder, 'logo.svg')}: không thấy tệp`),
      expect.stringContaining('gone.png: không thấy tệp'),
      expect.stringContaining('lie.png: nội dung không đúng loại tệp'),
    ]);
  });
});
