import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-journal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a day's file holds, without the blank lines made ahead for the next appends. */
export async function written(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/\n+$/, '\n');
}
