import { readFile } from 'node:fs/promises';

/** The content of a day's file without the blank lines of the reserved space. */
export async function written(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/\n+$/, '\n');
}
