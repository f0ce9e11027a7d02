import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../server/files.ts';
import { nodeDisk } from '../../server/journal/file/disk.ts';
import { temporaryFolder } from '../folder.ts';

/** Makes `path` and returns the folders that were opened to be synced. */
async function syncedFor(path: string): Promise<string[]> {
  const synced: string[] = [];
  await makeFolder(path, (folder, flags) => {
    synced.push(folder);
    return nodeDisk.open(folder, flags);
  });
  return synced;
}

it('syncs the parent of every folder that it creates, and nothing when the folder exists', async () => {
  const top = await temporaryFolder();
  const data = join(top, 'office', 'data');
  expect((await syncedFor(data)).sort()).toEqual([top, join(top, 'office')]);
  expect(await syncedFor(data)).toEqual([]);
  expect((await stat(data)).mode & 0o077).toBe(0);
});

it('goes on when a folder above cannot be opened by this user', async () => {
  const data = join(await temporaryFolder(), 'data');
  const refuse = () => Promise.reject(Object.assign(new Error('not allowed'), { code: 'EACCES' }));
  await expect(makeFolder(data, refuse)).resolves.toBeUndefined();
});
