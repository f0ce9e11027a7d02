/** The logo and what the notices show, straight from the data folder. They are for screens, not for other systems. */
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { LOGO } from '../../../shared/protocol/pages.ts';
import { identify } from '../access.ts';
import type { Env, RestDependencies } from './dependencies.ts';
import { known } from './guards.ts';
import type { Refuse } from './problem.ts';
import { playableReply } from './range-reply.ts';

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
  // The telephone of a visitor shows the logo too, and is known to nobody.
  app.get(LOGO, async (context) => send(context, await files.logo()));
  app.get('/notices/:file', async (context) => {
    const caller = known.admit(identify(context.env.incoming, accounts));
    if (!caller.ok) return refuse(context, caller.rejection);
    return send(context, await files.notice(context.req.param('file')));
  });
}

/** Null when the file is gone. An office may change it at any time. */
async function fileReply(context: Context<Env>, path: string | null): Promise<Response | null> {
  // A folder or a file without rights is as good as gone; the start of the server and the desk say which it is.
  const file = path === null ? null : await open(path, 'r').catch(() => null);
  if (path === null || file === null) return null;
  let streamed = false;
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size === 0) return null;
    const type = TYPES[path.replace(/.*\./, '').toLowerCase()] ?? 'application/octet-stream';
    const tag = `${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}`;
    return playableReply(context, { type, tag, size: stats.size }, (from, to) => {
      // The stream closes the file at its end, or when nobody listens any more.
      streamed = true;
      const stream = Readable.toWeb(file.createReadStream({ start: from, end: to - 1 }));
      // Node's type of a web stream and the browser's differ in name only.
      return stream as ReadableStream<Uint8Array>;
    });
  } finally {
    if (!streamed) await file.close();
  }
}
