import { readFile } from 'node:fs/promises';

/** What a day's file holds, without the blank lines made ahead for the next appends. */
export async function written(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/\n+$/, '\n');
}
