import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileTroubles, OfficeFiles } from '../../../server/setup/office/office-files.ts';
import type { Notice } from '../../../shared/office/office.ts';
import { temporaryFolder } from '../../folder.ts';
import { openDoor } from './rest-server.ts';

const PNG = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n…')]);
const MP4 = Buffer.from('\0\0\0\x18ftypmp42 and some more');
const always = { text: { vi: 'Lễ hội', en: 'Festival' }, from: null, until: null, hours: null, seconds: 10 };
const notices: Notice[] = [
  { ...always, id: 'film', kind: 'video', file: 'Lễ hội.mp4' },
  { ...always, id: 'gone', kind: 'picture', file: 'gone.png' },
  { ...always, id: 'lie', kind: 'picture', file: 'lie.png' },
];

async function filled(logo: string | null = 'logo.png') {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'notices'));
  await writeFile(join(folder, 'logo.png'), PNG);
  await writeFile(join(folder, 'notices/Lễ hội.mp4'), MP4);
  await writeFile(join(folder, 'notices/lie.png'), 'a page that calls itself a picture');
  await writeFile(join(folder, 'notices/other.png'), PNG);
  const files = new OfficeFiles(folder, () => ({ look: { accent: '#f5b700', logo }, notices }));
  return { folder, files, door: await openDoor({ files }) };
}
const LAN = { 'x-forwarded-for': '192.168.1.20' };
const FILM = `/notices/${encodeURIComponent('Lễ hội.mp4')}`;

describe('files of the office', () => {
  it('come with their type, whole or the part that a player asks for, and once only while they stay the same', async () => {
    const { door } = await filled();
    const whole = await door.ask({ path: FILM });
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' } });
    expect(whole.text).toBe(MP4.toString());
    const part = await door.ask({ path: FILM, headers: { range: 'bytes=4-7' } });
    expect(part).toMatchObject({ status: 206, text: 'ftyp' });
    expect(part.headers['content-range']).toBe(`bytes 4-7/${MP4.length}`);
    const again = await door.ask({ path: FILM, headers: { 'if-none-match': String(whole.headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('come whole when a player asks for a part of what they were before', async () => {
    const { door, folder } = await filled();
    const { etag } = (await door.ask({ path: FILM })).headers;
    const rest = { range: 'bytes=4-7', 'if-range': String(etag) };
    expect((await door.ask({ path: FILM, headers: rest })).status).toBe(206);
    await writeFile(join(folder, 'notices/Lễ hội.mp4'), Buffer.concat([MP4, MP4]));
    const another = await door.ask({ path: FILM, headers: rest });
    expect(another).toMatchObject({ status: 200, text: MP4.toString() + MP4.toString() });
  });

  it('that no notice names are not given out, wherever they lie', async () => {
    const { door } = await filled();
    for (const path of [
      '/notices/other.png',
      '/notices/..%2Flogo.png',
      '/notices/%2e%2e%2fsetup%2foffice.json',
      '/notices/gone.png',
    ]) {
      expect((await door.ask({ path })).status, path).toBe(404);
    }
  });

  it('are for screens; the logo is for everybody, because telephones show it', async () => {
    const { door } = await filled();
    expect((await door.ask({ path: FILM, headers: LAN })).status).toBe(401);
    expect(await door.ask({ path: '/look/logo', headers: LAN })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png' },
    });
  });

  it('a logo that is none or larger than a megabyte is not given out', async () => {
    const { door, folder } = await filled();
    await writeFile(join(folder, 'logo.png'), Buffer.concat([PNG, Buffer.alloc(1_100_000)]));
    expect((await door.ask({ path: '/look/logo' })).status).toBe(404);
    await writeFile(join(folder, 'logo.png'), 'text');
    expect((await door.ask({ path: '/look/logo' })).status).toBe(404);
  });

  it('that screens leave out, as the log says, are not given out', async () => {
    const { door, folder } = await filled();
    expect((await door.ask({ path: '/notices/lie.png' })).status).toBe(404);
    await writeFile(join(folder, 'notices/gone.png'), PNG);
    expect((await door.ask({ path: '/notices/gone.png' })).status).toBe(200);
    await truncate(join(folder, 'notices/gone.png'), 11 * 1_048_576);
    expect((await door.ask({ path: '/notices/gone.png' })).status).toBe(404);
  });

  it('in trouble are named with what is wrong', async () => {
    const { files, folder } = await filled('logo.svg');
    const troubles = fileTroubles(await files.view());
    expect(troubles.map(({ text }) => text.vi)).toEqual([
      expect.stringContaining(`${join(folder, 'logo.svg')}: không thấy tệp`),
      expect.stringContaining('gone.png: không thấy tệp'),
      expect.stringContaining('lie.png: nội dung không đúng loại tệp'),
    ]);
  });
});
