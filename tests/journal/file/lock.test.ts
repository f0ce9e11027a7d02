import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../../server/journal/file/lock.ts';
import { temporaryFolder } from '../../folder.ts';
import { startDying } from './process.ts';

// A Mac locks by a socket file, which works on Linux too.
const platforms = process.platform === 'linux' ? (['linux', 'darwin'] as const) : [process.platform];

describe.each(platforms)('on %s', (platform) => {
  test('a folder is held by one, under whichever name, until it is released', async () => {
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

  test('is free again after kill -9, and not before', async () => {
    const folder = await temporaryFolder();
    const { lines, kill } = startDying(folder, platform);
    for await (const line of lines) if (line.startsWith('open')) break;
    await expect(lockFolder(folder, platform)).rejects.toThrow(FolderInUse);
    await kill();
    await (await lockFolder(folder, platform)).release();
  });
});

test('a folder that is not there cannot be locked', async () => {
  await expect(lockFolder(join(await temporaryFolder(), 'missing'))).rejects.toThrow('ENOENT');
});
