/** Reads the body of a request as JSON from Node's own request: the streams of a web `Request` cost more than all the rest. */
import type { IncomingMessage } from 'node:http';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';

/** Far above the size of any request of the API but those with a description of the office. */
export const BODY_BYTES = 16_384;
/** Far above the size of a description with many services and notices. */
export const SETUP_BYTES = 524_288;

export async function jsonBody(request: IncomingMessage, limit: number): Promise<Result<unknown>> {
  // A form of a foreign page can send text/plain without a CORS preflight, but never this type.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refuse({ code: 'InvalidRequest', detail: 'Content-Type: application/json' });
  }
  try {
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse({ code: 'RequestTooLarge' });
    const bytes = await bytesOf(request, limit);
    return bytes ? accept(JSON.parse(bytes.toString())) : refuse({ code: 'RequestTooLarge' });
  } catch {
    // Not JSON, or the connection has ended before the end of the body.
    return refuse({ code: 'InvalidRequest', detail: 'JSON' });
  }
}

/** Null when the body is too large; the rest of it is not kept. */
function bytesOf(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= limit) pieces.push(piece);
      else resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The request has no end.')));
  });
}
