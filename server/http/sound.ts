import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { partOf } from './part-of.ts';
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
