/** Compresses the built pages once, so that the server need not do it for each browser. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** Pictures and fonts are compressed already. */
const TEXTS = ['.html', '.js', '.css', '.svg'];
/** Bytes; smaller files fit into one packet of the network anyway. */
const WORTHWHILE = 1_000;

/** Writes `main.js.br` and `main.js.gz` beside a file `main.js` of the folder, and so on for all its texts. */
export async function compressTexts(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries.filter((entry) => entry.isFile() && TEXTS.includes(extname(entry.name)));
  await Promise.all(texts.map((entry) => compress(join(entry.parentPath, entry.name))));
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < WORTHWHILE) return;
  // By default brotli compresses as much as it can; gzip does so at level 9.
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
