import type { Context } from 'hono';
import type { Env } from './dependencies.ts';

export interface Playable {
  type: string;
  /** Another one when the content is another. */
  tag: string;
  /** In bytes. */
  size: number;
}

/**
 * A sound, picture or video with what players ask for: parts (Safari plays nothing from a server that has none), and whether
 * it is still the same. An office may change its files at any time, so it is asked each time. `bytes` is called when there is
 * something to send; `to` is exclusive.
 */
export function playableReply(
  context: Context<Env>,
  { type, tag, size }: Playable,
  bytes: (from: number, to: number) => Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
): Response {
  const etag = `"${tag}"`;
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
  if (context.req.method === 'HEAD') return context.body(null, 200, { ...headers, 'Content-Length': String(size) });
  // A part of what it was before must not be joined to one of what it is now.
  const same = (context.req.header('if-range') ?? etag) === etag;
  const part = same ? partOf(context.req.header('range'), size) : null;
  const { from, to } = part ?? { from: 0, to: size };
  const sent = { ...headers, 'Content-Length': String(to - from) };
  if (!part) return context.body(bytes(from, to), 200, sent);
  return context.body(bytes(from, to), 206, { ...sent, 'Content-Range': `bytes ${from}-${to - 1}/${size}` });
}

/** `bytes=0-` or `bytes=44-99`. Anything else gets the whole, as RFC 9110 allows. */
function partOf(range: string | undefined, size: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === undefined) return null;
  const from = Number(first);
  const to = last ? Math.min(Number(last) + 1, size) : size;
  return from < to ? { from, to } : null;
}
