/** The logo and what the notices show, straight from the data folder. They are for screens, not for other systems. */
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { LOGO } from '../../shared/pages.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { identify } from '../access.ts';
import { known } from './gates.ts';
import { partOf } from './part-of.ts';
import type { Env, HttpParts } from './parts.ts';

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

type Refuse = (context: Context<Env>, rejection: Rejection) => Response;

export function addOfficeFiles(app: Hono<Env>, { files, setup }: HttpParts, refuse: Refuse): void {
  // The telephone of a visitor shows the logo too, and is known to nobody.
  app.get(LOGO, async (context) => (await fileReply(context, await files.logo())) ?? refuse(context, NOT_FOUND));
  app.get('/notices/:file', async (context) => {
    const caller = known.admit(identify(context.env.incoming, setup));
    if (!caller.ok) return refuse(context, caller.rejection);
    return (await fileReply(context, files.notice(context.req.param('file')))) ?? refuse(context, NOT_FOUND);
  });
}

const NOT_FOUND: Rejection = { code: 'NotFound' };

/** In parts, as players of videos ask for it; null when the file is gone. An office may change it at any time. */
async function fileReply(context: Context<Env>, path: string | null): Promise<Response | null> {
  // A folder or a file without rights is as good as gone; the start of the server and the desk say which it is.
  const file = path === null ? null : await open(path, 'r').catch(() => null);
  if (path === null || file === null) return null;
  const stats = await file.stat();
  const tag = `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`;
  const headers = {
    'Content-Type': TYPES[path.replace(/.*\./, '').toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: tag,
  };
  const unchanged = context.req.header('if-none-match') === tag;
  if (unchanged || stats.size === 0 || !stats.isFile()) {
    await file.close();
    return unchanged ? context.body(null, 304, headers) : null;
  }
  if (context.req.method === 'HEAD') {
    await file.close();
    return context.body(null, 200, { ...headers, 'Content-Length': String(stats.size) });
  }
  const part = partOf(context.req.header('range'), stats.size);
  const { from, to } = part ?? { from: 0, to: stats.size };
  const stream = Readable.toWeb(file.createReadStream({ start: from, end: to - 1 }));
  const length = { 'Content-Length': String(to - from) };
  // Node's type of a web stream and the browser's differ in name only.
  const body = stream as ReadableStream<Uint8Array>;
  if (!part) return context.body(body, 200, { ...headers, ...length });
  return context.body(body, 206, {
    ...headers,
    ...length,
    'Content-Range': `bytes ${from}-${to - 1}/${stats.size}`,
  });
}
