import type { Context } from 'hono';
import type { Env } from './dependencies.ts';

export interface MediaContent {
  type: string;
  /** In double quotes, as the `ETag` header has it; changes with the content. */
  etag: string;
  /** In bytes. */
  size: number;
}

/**
 * A sound, picture or video with support for ranges, without which Safari plays nothing, and for revalidation: an office may
 * change its files at any time, so browsers must ask each time. `bytes` is called only when a body is sent; `to` is exclusive.
 */
export function rangeReply(
  context: Context<Env>,
  { type, etag, size }: MediaContent,
  bytes: (from: number, to: number) => Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
): Response {
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
  if (context.req.method === 'HEAD') return context.body(null, 200, { ...headers, 'Content-Length': String(size) });
  // With `If-Range`, a client that holds a range of the old content gets the whole new one, and does not join the two.
  const isSame = (context.req.header('if-range') ?? etag) === etag;
  const range = isSame ? parseRange(context.req.header('range'), size) : null;
  const { from, to } = range ?? { from: 0, to: size };
  const sent = { ...headers, 'Content-Length': String(to - from) };
  if (!range) return context.body(bytes(from, to), 200, sent);
  return context.body(bytes(from, to), 206, { ...sent, 'Content-Range': `bytes ${from}-${to - 1}/${size}` });
}

/** Understands `bytes=0-` and `bytes=44-99`. For any other range the whole content is sent, as RFC 9110 allows. */
function parseRange(range: string | undefined, size: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === undefined) return null;
  const from = Number(first);
  const to = last ? Math.min(Number(last) + 1, size) : size;
  return from < to ? { from, to } : null;
}
