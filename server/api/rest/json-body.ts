/** Reads the body of a request as JSON from Node's own request: the streams of a web `Request` cost more than all the rest. */
import type { IncomingMessage } from 'node:http';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';

/** Far above the size of any request of the API. */
export const BODY_BYTES = 16_384;

export async function jsonBody(request: IncomingMessage): Promise<Result<unknown>> {
  // A form of a foreign page can send text/plain without a CORS preflight, but never this type.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refuse({ code: 'InvalidRequest', detail: 'Content-Type: application/json' });
  }
  try {
    const bytes = await bytesOf(request);
    return bytes ? accept(JSON.parse(bytes.toString())) : refuse({ code: 'RequestTooLarge' });
  } catch {
    // Not JSON, or the connection has ended before the end of the body.
    return refuse({ code: 'InvalidRequest', detail: 'JSON' });
  }
}

/** Null when the body is too large; the rest of it is not kept. */
function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= BODY_BYTES) pieces.push(piece);
      else resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The request has no end.')));
  });
}
