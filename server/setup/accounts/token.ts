import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a browser to keep; the server stores only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
