/** The built pages. Only files that were there at the start are served: a made-up path leads nowhere by construction. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { LEGACY, pageAt } from '../../../shared/protocol/pages.ts';
import { isMissing } from '../../files.ts';
import type { Env } from './dependencies.ts';
import { startPage, startPageStyle } from './start-page.ts';

export function pagesApp(folder: string): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const files = filesUnder(folder);
  app.get('/', (context) => {
    context.header('Content-Security-Policy', contentPolicy(startPageStyle));
    context.header('Cache-Control', 'no-cache');
    return context.html(startPage);
  });
  app.get('*', async (context) => {
    const name = fileAt(context.req.path);
    const content = files.has(name) ? await contentOf(join(folder, name)) : null;
    if (!content) return context.text('Không tìm thấy trang này.\nThis page does not exist.\n', 404);
    // The build puts a hash of the content into the name of each file below assets/.
    const cache = /^(legacy\/)?assets\//.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
    const type = getMimeType(name) ?? 'application/octet-stream';
    return context.body(content, 200, { 'Content-Type': type, 'Cache-Control': cache });
  });
  return app;
}

/** A page of the legacy build has the address of the modern one behind `/legacy`. */
function fileAt(path: string): string {
  const legacy = path.startsWith(`${LEGACY}/`);
  const page = pageAt(legacy ? path.slice(LEGACY.length) : path);
  return page ? `${legacy ? `${LEGACY.slice(1)}/` : ''}${page}/index.html` : path.slice(1);
}

/** Old browsers do not count a web socket to the same host as `'self'`, so its schemes are named. */
export function contentPolicy(style = ''): string {
  return [
    "default-src 'self'",
    `style-src 'self'${style}`,
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

function filesUnder(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const names = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    return new Set(names.filter((name) => !name.startsWith('.')));
  } catch (error) {
    // Without a build, as for developers, the pages come from another server.
    if (isMissing(error)) return new Set();
    throw error;
  }
}

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    // Removed by a new build while this server runs: the page reloads itself when the new one starts.
    return null;
  }
}
