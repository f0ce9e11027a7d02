import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../../server/journal/file/lock.ts';
import { temporaryFolder } from '../../folder.ts';
import { startAppending } from './process.ts';

// The lock by a socket file, which macOS uses, works on Linux too.
const platforms = process.platform === 'linux' ? (['linux', 'darwin'] as const) : [process.platform];

describe.each(platforms)('on %s', (platform) => {
  test('a folder is locked by one process, under any name of the folder, until it is released', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'data');
    await mkdir(folder);
    await symlink(folder, join(parent, 'alias'));
    const lock = await lockFolder(folder, platform);
    await expect(lockFolder(folder, platform)).rejects.toThrow(FolderInUse);
    await expect(lockFolder(join(parent, 'alias'), platform)).rejects.toThrow(/Another Đến Lượt is running/);
    await (await lockFolder(parent, platform)).release();
    await lock.release();
    await (await lockFolder(folder, platform)).release();
  });

  test('a folder is released by kill -9 of the process that locks it', async () => {
    const folder = await temporaryFolder();
    const { lines, kill } = startAppending(folder, platform);
    for await (const line of lines) if (line.startsWith('open')) break;
    await expect(lockFolder(folder, platform)).rejects.toThrow(FolderInUse);
    await kill();
    await (await lockFolder(folder, platform)).release();
  });
});

test('a folder that does not exist cannot be locked', async () => {
  await expect(lockFolder(join(await temporaryFolder(), 'missing'))).rejects.toThrow('ENOENT');
});
