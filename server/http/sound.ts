import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Env } from './parts.ts';

/**
 * A WAV file with what players ask for: parts (Safari plays nothing from a server that has none), and whether it is still
 * the same. An office may change its recordings at any time, so it is asked each time.
 */
export function soundReply(context: Context<Env>, sound: Uint8Array): Response {
  const tag = `"${createHash('sha1').update(sound).digest('base64url')}"`;
  const headers = { 'Cache-Control': 'private, no-cache', ETag: tag, 'Accept-Ranges': 'bytes' };
  if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers);
  const part = partOf(context.req.header('range'), sound.length);
  const body = new Uint8Array(sound.subarray(part?.from ?? 0, part?.to));
  if (!part) return context.body(body, 200, { ...headers, 'Content-Type': 'audio/wav' });
  const range = `bytes ${part.from}-${part.to - 1}/${sound.length}`;
  return context.body(body, 206, { ...headers, 'Content-Type': 'audio/wav', 'Content-Range': range });
}

/** `bytes=0-` or `bytes=44-99`. Anything else gets the whole, as RFC 9110 allows. `to` is exclusive. */
function partOf(range: string | undefined, size: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === undefined) return null;
  const from = Number(first);
  const to = last ? Math.min(Number(last) + 1, size) : size;
  return from < to ? { from, to } : null;
}
