/** Serves the logo and the files of notices from the data folder. They are for screens, so they are not part of the public API. */
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { LOGO } from '../../../shared/protocol/pages.ts';
import { identify } from '../access.ts';
import type { Env, RestDependencies } from './dependencies.ts';
import { known } from './guards.ts';
import type { Refuse } from './problem.ts';
import { rangeReply } from './range-reply.ts';

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

export function addOfficeFiles(app: Hono<Env>, { files, accounts }: RestDependencies, refuse: Refuse): void {
  const send = async (context: Context<Env>, path: string | null): Promise<Response> =>
    (await fileReply(context, path)) ?? refuse(context, { code: 'NotFound' });
  // Without a guard: visitors' telephones show the logo too, and are not paired.
  app.get(LOGO, async (context) => send(context, await files.logo()));
  app.get('/notices/:file', async (context) => {
    const caller = known.admit(identify(context.env.incoming, accounts));
    if (!caller.ok) return refuse(context, caller.rejection);
    return send(context, await files.notice(context.req.param('file')));
  });
}

/** Null when the file is missing; an office may change its files at any time. */
async function fileReply(context: Context<Env>, path: string | null): Promise<Response | null> {
  // A file that cannot be read counts as missing here; the log at start and the desk name the reason.
  const file = path === null ? null : await open(path, 'r').catch(() => null);
  if (path === null || file === null) return null;
  let streamed = false;
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size === 0) return null;
    const type = TYPES[path.replace(/.*\./, '').toLowerCase()] ?? 'application/octet-stream';
    const etag = `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`;
    return rangeReply(context, { type, etag, size: stats.size }, (from, to) => {
      // The stream closes the file at its end or when the client disconnects.
      streamed = true;
      const stream = Readable.toWeb(file.createReadStream({ start: from, end: to - 1 }));
      // The types of a web stream in node:stream/web and in the global scope differ in name only.
      return stream as ReadableStream<Uint8Array>;
    });
  } finally {
    if (!streamed) await file.close();
  }
}
